/** What time alone will do next in a workspace. For people who look at a sandbox's clock: the planner reads due.ts. */
import type { Client } from "./db.ts";
import { readDue } from "./due.ts";
import { readBroadcastDue } from "./announcements.ts";

export type DueWhat = "reward" | "delay" | "expiry" | "level" | "case" | "claim" | "review" | "board" | "ask" | "mail";

/** The first that is later than the present: what is due by now is being done. */
export async function readNextDue(workspaceId: string, db: Client): Promise<{ now: number; next: { at: number; what: DueWhat } | null }> {
  const due = await readDue(workspaceId, db, []);
  if (due === null) throw new Error("impossible: a workspace that asks is there");
  const mail = await readMessageAfter(workspaceId, db, due.now);
  const ask = await readBroadcastDue(workspaceId, db);
  const known: [DueWhat, number | null][] = [
    ["reward", due.reward_at],
    ["delay", due.delay_at],
    ["expiry", due.expiry_at],
    ["level", due.level_at],
    ["case", due.case_at],
    ["claim", due.claim_at],
    ["review", due.review_at],
    ["board", due.board_at],
    ["ask", ask],
    ["mail", mail],
  ];
  const later = known.flatMap(([what, at]) => (at !== null && at > due.now ? [{ what, at }] : []));
  return { now: due.now, next: later.toSorted((a, b) => a.at - b.at)[0] ?? null };
}

/** The next message that is not due yet. What is due is on its way, or waits for a mail server that is not there. */
async function readMessageAfter(workspaceId: string, db: Client, now: number): Promise<number | null> {
  const { rows } = await db.query<{ at: number }>(
    `select coalesce(retry_at, due_at) as at from message where workspace_id = $1 and status = 'due' and coalesce(retry_at, due_at) > $2
      order by coalesce(retry_at, due_at) limit 1`,
    [workspaceId, now],
  );
  return rows[0]?.at ?? null;
}
