/** A contest's end: who has how many entries is written down under pseudonyms, and the hash of that list is shown. */
import crypto from "node:crypto";
import { weightsOf } from "../../core/fulfilment/draw.ts";
import { externalId } from "../../core/id.ts";
import { entryPages } from "../../store/contest-entries.ts";
import { type ContestRow, insertEntries, markContestFrozen, lockContest } from "../../store/contests.ts";
import { type Client, inWorkspace } from "../../store/db.ts";
import { planBoards } from "../../store/leaderboards.ts";
import { workspaceNow } from "../../store/workspaces.ts";
import type { By } from "../by.ts";
import { change } from "../change.ts";
import type { MoneyParts } from "../money-parts.ts";
import { Refusal, notFound } from "../refusal.ts";
import { freezeBoards } from "./freeze-boards.ts";
import { contestBoard } from "./plan-boards.ts";

/** An operator freezes a contest that has ended, before its time to be frozen. Doing it again changes nothing. */
export async function freezeContest(parts: MoneyParts, by: By, key: string): Promise<void> {
  await change(parts, by, async (db) => {
    const contest = await lockContest(by.workspaceId, db, key);
    if (contest === null) throw notFound("contest");
    const instant = await workspaceNow(by.workspaceId, db);
    if (instant < contest.endsAt) throw new Refusal("conflict", "The contest has not ended yet: people may still take part.");
    const isNew = await freeze(parts, { workspaceId: by.workspaceId, db }, { contest, instant });
    return { result: undefined, deed: isNew ? { action: "contest.frozen", target: externalId("cnt", contest.id) } : null };
  });
  await freezeBoards(parts, by.workspaceId);
}

/** Freezes one contest whose time has come; another process may have done so meanwhile. */
export async function freezeDueContest(parts: MoneyParts, workspaceId: string, of: { key: string; instant: number }): Promise<boolean> {
  return await inWorkspace(parts.pool, workspaceId, async (db) => {
    const contest = await lockContest(workspaceId, db, of.key);
    if (contest === null || contest.freezeAt > of.instant) return false;
    return freeze(parts, { workspaceId, db }, { contest, instant: of.instant });
  });
}

type Room = { workspaceId: string; db: Client };

async function freeze(parts: Pick<MoneyParts, "hashes">, room: Room, of: { contest: ContestRow; instant: number }): Promise<boolean> {
  const { contest, instant } = of;
  if (contest.frozenAt !== null) return false;
  const { workspaceId, db } = room;
  const { leaderboard, draw } = contest.terms;
  if (leaderboard !== undefined) await planBoards(workspaceId, db, [contestBoard({ ...contest, freezeAt: instant }, leaderboard)]);
  if (draw !== undefined) await insertEntries(workspaceId, db, { contest, pseudonymKey: parts.hashes.keyed(`contest|${contest.id}`) });
  const list = draw === undefined ? null : await hashList(room, contest.id);
  await markContestFrozen(workspaceId, db, { id: contest.id, at: instant, list });
  return true;
}

/** The list's hash, its people and its entries. One page of it is in memory at a time. */
async function hashList(room: Room, contestId: string): Promise<{ hash: string; entrants: number; entries: number }> {
  const hash = crypto.createHash("sha256");
  let entrants = 0;
  let entries = 0;
  for await (const { text, lines } of entryPages(room.workspaceId, room.db, contestId)) {
    hash.update(text);
    entrants += lines;
    for (const weight of weightsOf(text)) entries += weight;
  }
  return { hash: hash.digest("hex"), entrants, entries };
}
