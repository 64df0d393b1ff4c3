/** Drops what has been kept long enough, and does whatever else is due: once a day for every workspace. */
import { dropEndedAccountSessions } from "../store/account-sessions.ts";
import { inWorkspace } from "../store/db.ts";
import { dropOldPortal } from "../store/portal-codes.ts";
import { forgetOldOperatorInvitations } from "../store/operator-invitations.ts";
import { dropUnwantedStudies } from "../store/kept-studies.ts";
import { dropOldMail } from "../store/mail.ts";
import { dropOldDeliveries } from "../store/webhook-deliveries.ts";
import { workspaceNow } from "../store/workspaces.ts";
import { type Consumer, pruneOutbox } from "./dispatch-outbox.ts";
import type { SweepParts } from "./money-parts.ts";
import { type Swept, sweepHouse, sweepWorkspace } from "./sweep.ts";

export type CleanUpParts = SweepParts & { consumers: readonly Consumer[] };

/** `news`: outbox rows dropped; `webhooks`: deliveries. */
export type Cleaned = Swept & { news: number; webhooks: number };

/** Safe to run twice and to be ended in between. */
export async function cleanUp(parts: CleanUpParts, workspaceId: string, signal?: AbortSignal): Promise<Cleaned> {
  // Rate limits know no workspace: whichever comes first in a day finds the old ones, the others none.
  await sweepHouse(parts);
  await dropEndedAccountSessions(parts.pool);
  const swept = await sweepWorkspace(parts, workspaceId, { clean: true });
  await inWorkspace(parts.pool, workspaceId, (db) => dropOldPortal(workspaceId, db));
  await inWorkspace(parts.pool, workspaceId, (db) => forgetOldOperatorInvitations(workspaceId, db));
  await inWorkspace(parts.pool, workspaceId, async (db) =>
    dropUnwantedStudies(workspaceId, db, (await workspaceNow(workspaceId, db)) - STUDIES_KEPT_DAYS * 86_400_000),
  );
  const webhooks = await pruneWebhooks(parts, workspaceId, signal);
  await pruneMail(parts, workspaceId, signal);
  return { ...swept, webhooks, news: await pruneOutbox(parts, workspaceId, signal) };
}

/** A study that nobody has looked at for so long is worked out anew for whoever looks again. */
const STUDIES_KEPT_DAYS = 30;

/** Deliveries and dead letters can be looked at and sent again for so long. */
const WEBHOOKS_KEPT_DAYS = 90;
const AT_ONCE = 5_000;

async function pruneWebhooks(parts: CleanUpParts, workspaceId: string, signal?: AbortSignal): Promise<number> {
  for (let all = 0; ; ) {
    const dropped = await inWorkspace(parts.pool, workspaceId, async (db) => {
      const before = (await workspaceNow(workspaceId, db)) - WEBHOOKS_KEPT_DAYS * 86_400_000;
      return await dropOldDeliveries(workspaceId, db, { before, limit: AT_ONCE });
    });
    all += dropped;
    if (dropped < AT_ONCE || signal?.aborted) return all;
  }
}

/** What was sent can be looked at for so long. */
const MAIL_KEPT_DAYS = 30;

async function pruneMail(parts: CleanUpParts, workspaceId: string, signal?: AbortSignal): Promise<void> {
  for (let dropped = AT_ONCE; dropped === AT_ONCE && signal?.aborted !== true; )
    dropped = await inWorkspace(parts.pool, workspaceId, async (db) => {
      const before = (await workspaceNow(workspaceId, db)) - MAIL_KEPT_DAYS * 86_400_000;
      return await dropOldMail(workspaceId, db, { before, limit: AT_ONCE });
    });
}
