/** What a workspace has to do, and when: read by the minute's tick for all of them, and for one after something has changed there. */
import { type Pool, inWorkspace } from "../store/db.ts";
import { type DueRow, listWorkspaceIds, readDue } from "../store/due.ts";
import { readMailDue } from "../store/mail.ts";
import { type Lane, readLanesDue } from "../store/webhook-deliveries.ts";
import type { Consumer } from "./dispatch-outbox.ts";

/** `mail`: whether mail is sent here. */
export type PlanParts = { pool: Pool; consumers: readonly Consumer[]; mail?: boolean };

export type WorkPlan = {
  /** There are events that somebody has not been told of. */
  dispatch: boolean;
  resettle: boolean;
  /** The next instant at which something matures or a wait ends (`at`, the workspace's clock), and how far off it is: below 0 when past. */
  sweep: { at: number; inMs: number } | null;
  /** A coupon was not made, a share waits for its visits, a prize to be given: looked after now and then. */
  sweepSometime: boolean;
  /** Something waits for its program's grace, which takes days: looked after now and then, the first time in a while. */
  sweepLater: boolean;
  /** Webhooks that wait, by lane; absent when none do. */
  webhooks?: { lane: Lane; at: number; inMs: number }[];
  /** The next message that becomes mail, or the next look at the regular ones; absent where no mail is sent. */
  mail?: { at: number; inMs: number };
};

/** Null when there is no such workspace. */
export async function planWorkspace(parts: PlanParts, workspaceId: string): Promise<WorkPlan | null> {
  const names = parts.consumers.map((each) => each.name);
  const [due, lanes, mail] = await inWorkspace(
    parts.pool,
    workspaceId,
    async (db) => await Promise.all([
      readDue(workspaceId, db, names),
      readLanesDue(workspaceId, db),
      parts.mail === true ? readMailDue(workspaceId, db) : null,
    ]),
  );
  if (due === null) return null;
  const webhooks = lanes.map(({ lane, at, now }) => ({ lane, at, inMs: at - now }));
  return {
    ...planOf(due),
    ...(webhooks.length === 0 ? {} : { webhooks }),
    ...(mail === null || mail.at === null ? {} : { mail: { at: mail.at, inMs: mail.at - mail.now } }),
  };
}

function planOf(due: DueRow): WorkPlan {
  const { reward_at, claim_at, delay_at, expiry_at, level_at, case_at, review_at, board_at, ask_at } = due;
  const instants = [reward_at, claim_at, delay_at, expiry_at, level_at, case_at, review_at, board_at, ask_at].filter((at) => at !== null);
  const at = instants.length === 0 || due.importing ? null : Math.min(...instants);
  return {
    dispatch: due.outbox,
    resettle: due.resettle,
    sweep: at === null ? null : { at, inMs: at - due.now },
    sweepSometime: !due.importing && (due.coupons || due.boards),
    sweepLater: !due.importing && due.graces,
  };
}

/** The workspaces after one of them, in order of id; from the first with "". */
export async function nextWorkspaces(parts: { pool: Pool }, page: { after: string; limit: number }): Promise<string[]> {
  const first = "00000000-0000-0000-0000-000000000000";
  return await listWorkspaceIds(parts.pool, { after: page.after || first, limit: page.limit });
}
