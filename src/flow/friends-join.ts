/**
 * A friend becomes an advocate: where a program says so, whoever came by a recommendation takes part by herself as soon as her first order
 * has passed its hold. Told by the outbox and decided by what stands in the tables, so that being told twice does nothing twice.
 */
import { uuidOf } from "../core/id.ts";
import type { OutboxEvent } from "../core/outgoing.ts";
import { type Client, inWorkspace } from "../store/db.ts";
import { friendsJoinSomewhere, readRipeFriends } from "../store/friends.ts";
import type { OutboxRow } from "../store/outbox-cursor.ts";
import type { Consumer } from "./dispatch-outbox.ts";
import { letFriendJoin } from "./join-advocate.ts";
import type { SweepParts } from "./money-parts.ts";
import { Refusal } from "./refusal.ts";

const TELLING: ReadonlySet<OutboxEvent["type"]> = new Set<OutboxEvent["type"]>([
  "referral.qualified",
  "reward.granted",
  "reward.available",
]);

export function friendsConsumer(parts: SweepParts): Consumer {
  return {
    name: "friends",
    begins: "now",
    isIdle: async (db, { workspaceId, rows }) => !tells(rows) || !(await friendsJoinSomewhere(workspaceId, db)),
    async outside({ workspaceId, rows }) {
      const of = { referrals: idsOf(rows, "ref"), rewards: idsOf(rows, "rwd") };
      const ripe = await inWorkspace(parts.pool, workspaceId, async (db: Client) =>
        tells(rows) && (await friendsJoinSomewhere(workspaceId, db)) ? await readRipeFriends(workspaceId, db, of) : [],
      );
      for (const friend of ripe) {
        const by = { workspaceId, actor: "program", requestId: "friends", idempotencyKey: `friend:${friend.person_id}` };
        const place = { programId: friend.program_id, programKey: friend.program, personId: friend.person_id };
        await letFriendJoin(parts, by, place).catch(unlessUnfit);
      }
    },
  };
}

function tells(rows: readonly OutboxRow[]): boolean {
  return rows.some((row) => row.payload.some((event) => TELLING.has(event.type)));
}

function idsOf(rows: readonly OutboxRow[], prefix: "ref" | "rwd"): string[] {
  const told = rows.flatMap((row) => row.payload.filter((event) => TELLING.has(event.type)));
  return [...new Set(told.map((event) => uuidOf(prefix, event.id)).filter((id) => id !== null))];
}

/** Whom the program is not for stays a friend. */
function unlessUnfit(error: unknown): void {
  if (!(error instanceof Refusal)) throw error;
}
