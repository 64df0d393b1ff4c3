/** Reports: each service a flow with its parts handed in. */
import { systemClock } from "../adapters/clock.ts";
import type { Ids, Log } from "../flow/ports.ts";
import { compareOrders } from "../flow/reports/compare-orders.ts";
import { freshenReports } from "../flow/reports/bring.ts";
import { createLook } from "../flow/studies/kept.ts";
import { createStudy } from "../flow/studies/run-study.ts";
import type { Study } from "../flow/studies/studies.ts";
import type { ReportServices } from "../http/services-reports.ts";
import type { Pool } from "../store/db.ts";

/** What a reader waits at most; the job does the rest. */
const FRESH_MS = 150;

export function reportServices(parts: { pool: Pool; ids: Ids; study: Study; log: Log }): ReportServices {
  const here = createStudy({ pool: parts.pool, monotonic: systemClock.monotonic });
  const look = createLook({ pool: parts.pool, log: parts.log, aside: parts.study, here });
  const fresh = (workspaceId: string): Promise<void> => freshenReports(parts, workspaceId, { forMs: FRESH_MS });
  return {
    fresh,
    compareOrders: (by, orders) => compareOrders(parts, by, orders),
    // Whether something has come since is known by what was counted.
    look: async (name, workspaceId, asked) => {
      await fresh(workspaceId);
      return await look(name, workspaceId, asked);
    },
  };
}
