/** Reports: each service a flow with its parts handed in. */
import { bringReports } from "../flow/reports/bring.ts";
import type { Study } from "../flow/studies/studies.ts";
import type { ReportServices } from "../http/services-reports.ts";
import type { Pool } from "../store/db.ts";

/** What a reader waits at most; the job does the rest. */
const FRESH_MS = 150;

export function reportServices(parts: { pool: Pool; study: Study }): ReportServices {
  return {
    study: parts.study,
    async fresh(workspaceId) {
      await bringReports(parts, workspaceId, { forMs: FRESH_MS });
    },
  };
}
