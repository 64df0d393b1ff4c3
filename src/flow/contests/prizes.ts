/** Winners accept or decline, and what was won becomes a fact that the program's rules pay. */
import { type PrizeReason, type Winner, answerPrize, settleWinners } from "../../core/fulfilment/prizes.ts";
import { externalId } from "../../core/id.ts";
import { placeActivity, prizeActivity } from "../../core/program-contest.ts";
import { readAdvocateStatus } from "../../store/advocates-write.ts";
import * as store from "../../store/contests.ts";
import { inWorkspace } from "../../store/db.ts";
import { readBoard, readFrozenRanks } from "../../store/leaderboards.ts";
import { workspaceNow } from "../../store/workspaces.ts";
import { asWriter } from "../as-writer.ts";
import type { By } from "../by.ts";
import { joinAdvocate } from "../join-advocate.ts";
import type { SweepParts } from "../money-parts.ts";
import { type OwnActivity, activityDrafts } from "../own-activity.ts";
import { Refusal, notFound } from "../refusal.ts";
import { acceptTime, tellWinners } from "./tell-winners.ts";

export type PrizeAnswer = { accepted: boolean; reason: PrizeReason | null; place: number | null };

/** A winner accepts or declines. Accepting twice is accepted once. A prize that is declined goes to the next alternate at once. */
export async function answerContest(
  parts: SweepParts,
  by: By,
  wish: { key: string; personId: string; accept: boolean },
): Promise<PrizeAnswer> {
  const { workspaceId } = by;
  const answer = await asWriter<PrizeAnswer>(parts, by, async (db, head) => {
    const contest = await store.lockContest(workspaceId, db, wish.key);
    if (contest === null) throw notFound("contest");
    const no = (reason: PrizeReason) => ({ result: { accepted: false, reason, place: null }, deeds: [] });
    if (contest.drawnAt === null) return no("not_drawn");
    const rows = await store.readWinners(workspaceId, db, contest.id);
    const row = rows.find((each) => each.person === wish.personId);
    const answered = answerPrize(row, wish.accept, head.instant);
    if (typeof answered === "string") return no(answered);
    const result = { accepted: answered.status === "accepted", reason: null, place: answered.place };
    if (answered === row) return { result, deeds: [] };
    const now = rows.map((each) => (each === row ? answered : each));
    const moved = settleWinners(now, acceptTime(contest, head.instant));
    await store.updateWinners(workspaceId, db, { contestId: contest.id, rows: [answered, ...moved] });
    await tellWinners({ workspaceId, db }, contest, moved);
    const action = wish.accept ? "contest.prize_accepted" : "contest.prize_declined";
    return { result, deeds: [{ action, target: externalId("cnt", contest.id), detail: { place: answered.place } }] };
  });
  if (answer.accepted) await payPrizes(parts, by, wish.key);
  return answer;
}

/** Who is too late loses the prize to the next alternate. @returns how many rows changed. */
export async function lapseWinners(parts: SweepParts, by: By, of: { key: string; until: number | undefined }): Promise<number> {
  const { workspaceId } = by;
  return await asWriter(parts, by, async (db, head) => {
    const contest = await store.lockContest(workspaceId, db, of.key);
    if (contest === null || contest.drawnAt === null) return { result: 0, deeds: [] };
    const at = of.until === undefined ? head.instant : Math.min(head.instant, of.until);
    const moved = settleWinners(await store.readWinners(workspaceId, db, contest.id), acceptTime(contest, at));
    await store.updateWinners(workspaceId, db, { contestId: contest.id, rows: moved });
    await tellWinners({ workspaceId, db }, contest, moved);
    return { result: moved.length, deeds: [] };
  });
}

/** Facts of the prizes that were accepted and not given yet; killed in between, the same facts are duplicates. @returns how many. */
export async function payPrizes(parts: SweepParts, by: By, key: string): Promise<number> {
  const { workspaceId } = by;
  const { contest, rows } = await inWorkspace(parts.pool, workspaceId, async (db) => {
    const found = await store.readContest(workspaceId, db, key);
    return { contest: found, rows: found === null ? [] : await store.readWinners(workspaceId, db, found.id) };
  });
  const terms = contest?.terms.draw;
  if (contest === null || terms === undefined) return 0;
  const paid: Winner[] = [];
  for (const row of rows) {
    if (row.status !== "accepted" || row.paidAt !== null || row.person === null) continue;
    if (!(await takesPart(parts, by, { contest, personId: row.person }))) continue;
    const client = `contest:${contest.id}:prize:${row.position}`;
    const name = prizeActivity(terms, row.place ?? 1);
    await submit(parts, workspaceId, [{ client, program: contest.programKey, person: row.person, name }]);
    paid.push(row);
  }
  await inWorkspace(parts.pool, workspaceId, async (db) => {
    const at = await workspaceNow(workspaceId, db);
    await store.updateWinners(workspaceId, db, { contestId: contest.id, rows: paid.map((row) => ({ ...row, paidAt: at })) });
  });
  return paid.length;
}

/** Sends facts of prizes. One that no rule pays (none is there, or the program is not live) is said in the log: somebody waits for it. */
async function submit(parts: SweepParts, workspaceId: string, activities: readonly OwnActivity[]): Promise<void> {
  const outcomes = await parts.batcher.submitDrafts(workspaceId, activityDrafts(parts, activities));
  outcomes.forEach((outcome, i) => {
    if (outcome.decisions.some((decision) => decision.rewards.length > 0)) return;
    parts.log.warn("a prize earned nothing: no rule of a live program pays it", { workspace: workspaceId, fact: activities[i]?.client });
  });
}

/** A winner may have come by a friend's entries and never joined: rules pay who takes part. False where the program does not take her. */
async function takesPart(parts: SweepParts, by: By, of: { contest: store.ContestRow; personId: string }): Promise<boolean> {
  const { contest, personId } = of;
  const place = { programId: contest.program, personId };
  const status = await inWorkspace(parts.pool, by.workspaceId, (db) => readAdvocateStatus(by.workspaceId, db, place));
  if (status === "active") return true;
  const key = `contest:${contest.id}:${personId}`;
  try {
    await joinAdvocate(
      parts,
      { ...by, idempotencyKey: key },
      { program: contest.programKey, person: { id: externalId("per", personId) } },
    );
    return true;
  } catch (error) {
    if (!(error instanceof Refusal)) throw error;
    parts.log.warn("a winner cannot join the program, her prize waits", { workspace: by.workspaceId, contest: key, code: error.code });
    return false;
  }
}

/** The winning places of a contest's frozen ranking become facts. @returns true when that was done, now. */
export async function awardPlaces(parts: SweepParts, workspaceId: string, key: string): Promise<boolean> {
  const ready = await inWorkspace(parts.pool, workspaceId, async (db) => {
    const contest = await store.readContest(workspaceId, db, key);
    if (contest === null || contest.frozenAt === null || contest.awardedAt !== null) return null;
    const { leaderboard } = contest.terms;
    if (leaderboard === undefined) return { contest, ranks: [] };
    const board = { program: contest.program, period: `contest:${contest.key}` };
    if ((await readBoard(workspaceId, db, board))?.frozenAt == null) return null;
    return { contest, ranks: await readFrozenRanks(workspaceId, db, { ...board, to: leaderboard.places }) };
  });
  if (ready === null) return false;
  const activities = ready.ranks.map(
    ({ person, rank }): OwnActivity => ({
      client: `contest:${ready.contest.id}:place:${person}`,
      program: ready.contest.programKey,
      person,
      name: placeActivity(rank),
    }),
  );
  if (activities.length > 0) await submit(parts, workspaceId, activities);
  await inWorkspace(parts.pool, workspaceId, async (db) =>
    store.markAwarded(workspaceId, db, { key, at: await workspaceNow(workspaceId, db) }),
  );
  return true;
}
