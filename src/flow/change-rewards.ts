/**
 * What an operator does to single rewards: approve, refuse, take back, grant by hand. Each is one transaction behind the writer lock with
 * its audit row, and goes through the settle path, so that a place it frees in a cap or tier is taken by the next at once.
 */
import type { Book } from "../core/book.ts";
import type { World } from "../core/compiled.ts";
import { derivedUuid, externalId } from "../core/id.ts";
import { MANUAL, type Reward, grantKey, isManual } from "../core/reward.ts";
import { expiresAt } from "../core/rules/entitle.ts";
import { findManualReward, openGate } from "../store/rewards-write.ts";
import { loadRewards } from "../store/settle-load-rewards.ts";
import { asWriter } from "./as-writer.ts";
import type { By } from "./by.ts";
import { type Behind, type MoneyParts, settleChange } from "./money-parts.ts";
import { Refusal, notFound } from "./refusal.ts";
import { type Claims, programOf, touch } from "./settle/claim-rewards.ts";
import { matureRewards } from "./sweep-mature.ts";
import { withoutNames } from "./without-names.ts";

/** The reward waits for nobody any more: available now when its hold is over, else by a sweep. Refuses what waits for no approval. */
export async function approveReward(parts: MoneyParts, by: By, rewardId: string): Promise<void> {
  await asWriter(parts, by, async (db, head) => {
    const reward = await findReward(db, by.workspaceId, rewardId);
    if (reward.gate !== "review" || reward.state !== "pending") throw new Refusal("conflict", "The reward does not wait for approval.");
    const world = await parts.worlds.get(db, by.workspaceId, head.revision);
    await openGate(by.workspaceId, db, { id: rewardId, expiresAt: endAfterWait(world, reward, head.instant) });
    if (!head.importing)
      await matureRewards(parts, { db, workspaceId: by.workspaceId }, { instant: head.instant, limit: 1, only: [rewardId] });
    return { result: undefined, deeds: [{ action: "reward.approved", target: externalId("rwd", rewardId) }] };
  });
}

/** Who waited for an operator, or for her own choice, longer than for the hold has all the time the rule gives, from now on. */
export function endAfterWait(world: World, reward: Reward, instant: number): number | null {
  if (reward.expiresAt === null || instant <= reward.availableAt) return reward.expiresAt;
  const program = world.byId.get(reward.program)?.versions.find((v) => v.compiled.version === reward.version)?.compiled;
  const rule = program?.rules.find((r) => r.key === reward.rule);
  return program === undefined || rule === undefined ? reward.expiresAt : expiresAt(program, rule, instant);
}

/** Refuses a pending reward for good, whatever its facts say later; what was pending goes back. */
export async function denyReward(parts: MoneyParts, by: By, input: { rewardId: string; reason: string }): Promise<void> {
  await bar(parts, by, {
    ...input,
    gate: "denied",
    action: "reward.denied",
    from: ["pending"],
    otherwise: "Only a pending reward can be refused. Take back one that is available or paid.",
  });
}

/** Takes a reward back for good. What was paid already makes the balance negative and is carried against what comes next. */
export async function reverseReward(parts: MoneyParts, by: By, input: { rewardId: string; reason: string }): Promise<void> {
  await bar(parts, by, {
    ...input,
    gate: "reversed",
    action: "reward.reversed",
    from: ["pending", "available", "in_flight", "fulfilled"],
    otherwise: "Nothing of the reward is left to take back.",
  });
}

type Bar = { rewardId: string; reason: string; gate: "denied" | "reversed"; action: string; from: readonly string[]; otherwise: string };

async function bar(parts: MoneyParts, by: By, to: Bar): Promise<void> {
  await asWriter(parts, by, async (db, head) => {
    const reward = await findReward(db, by.workspaceId, to.rewardId);
    if (!to.from.includes(reward.state)) throw new Refusal("conflict", to.otherwise);
    const cause = parts.ids.uuid();
    const { owed: amount, state: before } = reward;
    const reason = await saidOf(db, by, { reward, text: to.reason });
    await settleChange(parts, { db, head, workspaceId: by.workspaceId }, (book, claims) =>
      claimChanged(book, claims, { reward, cause, owed: 0, gate: to.gate, reason }),
    );
    const detail = { reason, amount, unit: reward.unit, before };
    return { result: undefined, deeds: [{ id: cause, action: to.action, target: externalId("rwd", reward.id), detail }] };
  });
}

/** What an operator says of a reward, without the names of those it concerns: it goes to the audit log. */
export function saidOf(db: Behind["db"], by: By, of: { reward: Reward; text: string }): Promise<string> {
  const { recipient, friend, advocate } = of.reward;
  const people = [recipient, friend, advocate].filter((id) => id !== null);
  return withoutNames(by.workspaceId, db, { text: of.text, people });
}

/** `fields`: what else of the reward is another now. */
type Changed = { reward: Reward; cause: string; owed: number; gate: string | null; reason: string | null; fields?: Partial<Reward> };

/** Gives a reward a gate and reason and puts it into the claims; its standing is ranked again. */
export function claimChanged(book: Book, claims: Claims, changed: Changed): void {
  const { reward, cause, owed, gate, reason } = changed;
  const program = programOf(book, reward);
  if (program === undefined) throw new Error("impossible: a reward without its program");
  const key = grantKey(reward);
  if (reward.revision > 0 || reward.state !== "pending") book.loaded.set(reward.id, { ...reward });
  Object.assign(reward, { gate, reason }, changed.fields);
  book.rewards.set(key, reward);
  book.dirtyRewards.add(reward);
  claims.targets.set(key, { reward, program, owed, reason, cause });
  if (isManual(reward) || !program.rules.find((r) => r.key === reward.rule)?.standing) return;
  touch(claims, { program, owner: reward.recipient, at: reward.at }, (t) => {
    t.refold = true;
  });
}

/** A reward by its id, or the 404. */
export async function findReward(db: Behind["db"], workspaceId: string, id: string): Promise<Reward> {
  const [reward] = await loadRewards(db, workspaceId, [id]);
  if (reward === undefined) throw notFound("reward");
  return reward;
}

export type Grant = { programId: string; personId: string; form: string; unit: string; amount: number; reason: string };

/**
 * Grants by hand: available at once, counted by the program's budget and refused (`budget_exhausted`) when it does not fit. The same
 * Idempotency-Key again finds the reward that it made.
 */
export async function grantReward(parts: MoneyParts, by: By, grant: Grant): Promise<{ rewardId: string }> {
  return asWriter(parts, by, async (db, head) => {
    const cause = parts.ids.uuid();
    const basis = `${MANUAL}:${by.idempotencyKey === null ? cause : parts.hashes.digest(by.idempotencyKey)}`;
    const known = await findManualReward(by.workspaceId, db, {
      programId: grant.programId,
      rule: MANUAL,
      basis,
      recipient: grant.personId,
    });
    if (known !== null) return { result: { rewardId: known }, deeds: [] };
    let reward: Reward | undefined;
    const reason = await withoutNames(by.workspaceId, db, { text: grant.reason, people: [grant.personId] });
    await settleChange(parts, { db, head, workspaceId: by.workspaceId }, (book, claims) => {
      reward = manualReward(book, { ...grant, reason }, { basis, cause });
      claimChanged(book, claims, { reward, cause, owed: grant.amount, gate: null, reason });
    });
    if (reward === undefined || reward.gate === "budget")
      throw new Refusal("budget_exhausted", "The program's budget has no room for it.");
    const { amount, unit, form } = grant;
    const deed = { id: cause, action: "reward.granted", target: externalId("rwd", reward.id), detail: { amount, unit, form, reason } };
    return { result: { rewardId: reward.id }, deeds: [deed] };
  });
}

/** It rests on no fact: the audit row is its reason. The advocate is its recipient, so that no fold of her own facts takes it for stale. */
function manualReward(book: Book, grant: Grant, of: { basis: string; cause: string }): Reward {
  const program = book.world.byId.get(grant.programId)?.versions.at(-1)?.compiled;
  if (program === undefined) throw new Refusal("program_not_live", "The program was never published: nothing can be granted in it.");
  if (program.program.kind === "pipeline") throw new Refusal("conflict", "Nobody is rewarded in a pipeline: name another program.");
  const at = book.instant;
  const key = grantKey({ program: program.id, rule: MANUAL, basis: of.basis, recipient: grant.personId });
  return {
    id: derivedUuid(book.digest(`reward|${book.workspace}|${key}`), at),
    program: program.id,
    version: program.version,
    rule: MANUAL,
    basis: of.basis,
    recipient: grant.personId,
    friend: null,
    advocate: grant.personId,
    fact: of.cause,
    parent: null,
    at,
    client: of.basis,
    rankAt: at,
    rankClient: of.basis,
    period: "",
    form: grant.form,
    unit: grant.unit,
    nominal: grant.amount,
    num: 1,
    den: 1,
    counts: true,
    owed: 0,
    revision: 0,
    state: "pending",
    reason: grant.reason,
    gate: null,
    availableAt: at,
    maturedAt: null,
    expiresAt: null,
    payload: null,
    detail: null,
  };
}
