/**
 * Rewards at their first gates, looked at after the batch that granted them has been answered: referrals are scored, licences looked up.
 * What is read is read without the writer's lock; what is decided is written behind it. Safe to run twice, by two processes at once, and to
 * be killed: a reward is at its gate until it was moved.
 */
import type { Compiled, World } from "../../core/compiled.ts";
import { derivedUuid, externalId } from "../../core/id.ts";
import type { OutboxEvent } from "../../core/outgoing.ts";
import type { Reward } from "../../core/reward.ts";
import { gateAfter } from "../../core/rules/gates.ts";
import { type Assessment, type RiskInputs, assess } from "../../core/rules/risk.ts";
import { UTC, type Duration, addDuration, parseDuration } from "../../core/time.ts";
import { type Client, inWorkspace } from "../../store/db.ts";
import { insertOutbox } from "../../store/outbox.ts";
import { type Judged, readJudged, readSuspected, saveReview } from "../../store/reviews.ts";
import { type AtGate, hasGated, moveGates, readLicensed, readRevision, readUnscored, sayUnlicensed } from "../../store/risk-gates.ts";
import { type Subject, readSubjects, readUnjudged } from "../../store/risk-read.ts";
import type { BatchHead } from "../../store/settle-load.ts";
import { loadRewards } from "../../store/settle-load-rewards.ts";
import { workspaceNow } from "../../store/workspaces.ts";
import { asWriter } from "../as-writer.ts";
import type { By } from "../by.ts";
import { endAfterWait } from "../change-rewards.ts";
import type { Deed } from "../change.ts";
import { issueCoupons } from "../coupons.ts";
import type { MoneyParts } from "../money-parts.ts";
import { matureRewards } from "../sweep-mature.ts";
import { type Judging, readInputs } from "./read-inputs.ts";
import { refuseReferrals } from "./refuse.ts";

/** Rewards looked at at once. */
const PAGE = 100;
export const LICENCE_KIND = "real_estate";

/** Takes everything through its gates that may pass. @returns how many rewards were looked at. */
export async function passGates(parts: MoneyParts, workspaceId: string): Promise<number> {
  const waits = await inWorkspace(parts.pool, workspaceId, (db) => hasGated(workspaceId, db));
  let done = waits ? await scoreAll(parts, workspaceId) : 0;
  done += await passLicensed(parts, workspaceId);
  if (done > 0) await issueCoupons(parts, workspaceId);
  return done;
}

async function scoreAll(parts: MoneyParts, workspaceId: string): Promise<number> {
  for (let total = 0; ; ) {
    const page = await readPage(parts, workspaceId);
    if (page === null) return total;
    total += await decidePage(parts, workspaceId, page);
  }
}

type Answered = { subject: Subject; version: number; inputs: RiskInputs; answer: Assessment };
/** `more`: prizes rest on referrals that the next page looks at. */
type Page = { rewards: AtGate[]; answered: Answered[]; more: boolean };

/** A page of rewards that wait, and what their referrals are like. Null: nothing waits. */
async function readPage(parts: MoneyParts, workspaceId: string): Promise<Page | null> {
  return inWorkspace(parts.pool, workspaceId, async (db) => {
    const now = await workspaceNow(workspaceId, db);
    const rewards = await readUnscored(workspaceId, db, PAGE);
    if (rewards.length === 0) return null;
    const world = await parts.worlds.get(db, workspaceId, await readRevision(workspaceId, db));
    const { subjects, more } = await subjectsOf(db, workspaceId, rewards);
    const judgings = subjects.flatMap((subject): (Judging & { version: number })[] => {
      const version = rewards.find((r) => r.program === subject.program)?.version ?? 0;
      const compiled = versionOf(world, { program: subject.program, version });
      const policy = compiled?.program.risk;
      return compiled === undefined || policy === undefined ? [] : [{ subject, program: compiled.program, policy, version }];
    });
    const inputs = await readInputs(parts, { db, workspaceId, now }, judgings);
    const answered = judgings.map(({ subject, policy, version }, i) => {
      const read = inputs[i] as RiskInputs;
      return { subject, version, inputs: read, answer: assess(read, policy) };
    });
    return { rewards, answered, more };
  });
}

/** The referrals that the page's rewards rest on; for prizes, those that they count. */
async function subjectsOf(db: Client, workspaceId: string, rewards: readonly AtGate[]): Promise<{ subjects: Subject[]; more: boolean }> {
  const ofFriends = [...new Map(rewards.filter((r) => r.friend !== null).map((r) => [`${r.program}|${r.friend}`, r])).values()];
  const subjects = await readSubjects(workspaceId, db, {
    programs: ofFriends.map((r) => r.program),
    friends: ofFriends.map((r) => r.friend as string),
  });
  const prizes = [...new Map(rewards.filter((r) => r.friend === null).map((r) => [`${r.program}|${r.recipient}`, r])).values()];
  if (prizes.length === 0) return { subjects, more: false };
  const of = { programs: prizes.map((r) => r.program), advocates: prizes.map((r) => r.recipient), limit: PAGE * 2 };
  const more = await readUnjudged(workspaceId, db, of);
  const known = new Set(subjects.map(keyOf));
  return { subjects: [...subjects, ...more.filter((s) => !known.has(keyOf(s)))], more: more.length === of.limit };
}

const keyOf = (s: { program: string; friend: string | null }): string => `${s.program}|${s.friend}`;

export function versionOf(world: World, of: { program: string; version: number }): Compiled | undefined {
  const versions = world.byId.get(of.program)?.versions ?? [];
  return (versions.find((v) => v.compiled.version === of.version) ?? versions.at(-1))?.compiled;
}

export const POLICY = (workspaceId: string): By => ({ workspaceId, actor: "policy", requestId: "risk", idempotencyKey: null });

/** Writes what was made of the page's referrals and moves its rewards on. @returns how many were moved. */
async function decidePage(parts: MoneyParts, workspaceId: string, page: Page): Promise<number> {
  const by = POLICY(workspaceId);
  return asWriter(parts, by, async (db, head) => {
    const world = await parts.worlds.get(db, workspaceId, head.revision);
    const behind: Behind = { parts, by, db, head, world };
    const { states, refused, deeds } = await writeReviews(behind, page.answered);
    const ids = page.rewards.filter((r) => r.friend !== null || !page.more).map((r) => r.id);
    const waiting = (await loadRewards(db, workspaceId, ids)).filter((r) => r.gate === "risk" && r.state === "pending");
    const prizes = waiting.filter((r) => r.friend === null);
    const suspected = await suspectedOf(behind, prizes);
    const stateOf = (r: Reward): string => {
      if (r.friend !== null) return states.get(keyOf(r as { program: string; friend: string })) ?? "allowed";
      return suspected.has(`${r.program}|${r.recipient}`) ? "open" : "allowed";
    };
    await open(
      behind,
      waiting.filter((r) => stateOf(r) === "allowed" || stateOf(r) === "approved"),
      "risk",
    );
    const held = waiting.filter((r) => stateOf(r) === "open");
    await moveGates(
      workspaceId,
      db,
      held.map((r) => ({ id: r.id, gate: "risk_review", expiresAt: r.expiresAt })),
    );
    const ofFriend = Map.groupBy(waiting, keyOf);
    const denied = refused.map((who) => ({ ...who, rewards: (ofFriend.get(keyOf(who)) ?? []).map((r) => r.id) }));
    if (denied.length > 0) await refuseReferrals(parts, by, { db, head, refused: denied });
    return { result: page.rewards.length, deeds };
  });
}

export type Behind = { parts: MoneyParts; by: By; db: Client; head: BatchHead; world: World };
type Written = { states: Map<string, Judged["state"]>; refused: { program: string; friend: string; cause: string }[]; deeds: Deed[] };

/** What an operator has decided of a referral stands; the rest is as its score says. */
async function writeReviews(behind: Behind, answered: readonly Answered[]): Promise<Written> {
  const { db, head, parts, by } = behind;
  const ws = by.workspaceId;
  const of = { programs: answered.map((a) => a.subject.program), friends: answered.map((a) => a.subject.friend) };
  const before = new Map((await readJudged(ws, db, of)).map((j) => [keyOf(j), j]));
  const written: Written = { states: new Map(), refused: [], deeds: [] };
  const news: OutboxEvent[] = [];
  for (const { subject, version, inputs, answer } of answered) {
    const known = before.get(keyOf(subject));
    const id = known?.id ?? derivedUuid(parts.hashes.digest(`review|${ws}|${keyOf(subject)}`), head.instant);
    const state = known === undefined || known.state === "allowed" ? STATE[answer.verdict] : known.state;
    written.states.set(keyOf(subject), state);
    if (state === "refused") written.refused.push({ program: subject.program, friend: subject.friend, cause: id });
    if (known !== undefined && known.state !== "allowed") continue;
    const target = externalId("rvw", id);
    await saveReview(ws, db, {
      id,
      program_id: subject.program,
      friend_id: subject.friend,
      advocate_id: subject.advocate,
      version,
      score: answer.score,
      verdict: answer.verdict,
      reasons: answer.reasons,
      inputs,
      scored_at: head.instant,
      state,
      due_at: state === "open" ? dueAt(behind, { program: subject.program, version }) : null,
      decided_at: state === "refused" ? head.instant : null,
      decided_by: state === "refused" ? "policy" : null,
    });
    const data = { score: answer.score };
    if (state === "open") news.push({ type: "fraud.review_needed", id: target, program: subject.program, data });
    if (state === "refused") written.deeds.push({ action: "review.refused", target, detail: { score: answer.score, by: "policy" } });
  }
  await insertOutbox(ws, db, { at: head.instant, events: news });
  return written;
}

const STATE = { allow: "allowed", hold: "open", refuse: "refused" } as const;

function dueAt(behind: Behind, of: { program: string; version: number }): number {
  const compiled = versionOf(behind.world, of);
  const within = parseDuration(compiled?.program.risk?.review_within ?? "14d") as Duration;
  return addDuration(behind.head.instant, within, compiled?.zone ?? UTC);
}

async function suspectedOf(behind: Behind, prizes: readonly Reward[]): Promise<Set<string>> {
  if (prizes.length === 0) return new Set();
  const of = { programs: prizes.map((r) => r.program), advocates: prizes.map((r) => r.recipient) };
  return readSuspected(behind.by.workspaceId, behind.db, of);
}

/** Through the gate they stand at, to the next one; behind the last, available when their hold is over. */
export async function open(behind: Behind, rewards: readonly Reward[], passed: "risk" | "licence"): Promise<void> {
  if (rewards.length === 0) return;
  const { db, head, world, parts, by } = behind;
  const moves = rewards.map((r) => {
    const rule = versionOf(world, r)?.rules.find((each) => each.key === r.rule);
    const gate = rule === undefined ? null : gateAfter(passed, rule, r.form);
    return { id: r.id, gate, expiresAt: gate === null ? endAfterWait(world, r, head.instant) : r.expiresAt };
  });
  await moveGates(by.workspaceId, db, moves);
  const free = moves.filter((m) => m.gate === null).map((m) => m.id);
  if (head.importing || free.length === 0) return;
  await matureRewards(parts, { db, workspaceId: by.workspaceId }, { instant: head.instant, limit: free.length, only: free });
}

/** Rewards whose recipient has the licence now; the others are told what is missing. */
async function passLicensed(parts: MoneyParts, workspaceId: string): Promise<number> {
  const wish = { kind: LICENCE_KIND, limit: PAGE };
  for (let total = 0; ; ) {
    const ids = await inWorkspace(parts.pool, workspaceId, async (db) => {
      const found = await readLicensed(workspaceId, db, wish);
      if (found.length === 0) await sayUnlicensed(workspaceId, db, LICENCE_KIND);
      return found;
    });
    if (ids.length === 0) return total;
    await asWriter(parts, POLICY(workspaceId), async (db, head) => {
      const world = await parts.worlds.get(db, workspaceId, head.revision);
      const rewards = (await loadRewards(db, workspaceId, ids)).filter((r) => r.gate === "licence" && r.state === "pending");
      await open({ parts, by: POLICY(workspaceId), db, head, world }, rewards, "licence");
      return { result: undefined, deeds: [] };
    });
    total += ids.length;
  }
}
