/**
 * From entitlements to rewards: each entitlement meets the reward stored under its business key, or makes it. Rewards
 * of the same friend that are no longer entitled go to zero. What depends on a standing is only marked here.
 */
import { canonical } from "../../core/attribution/resolve.ts";
import type { Book, Folding } from "../../core/book.ts";
import { derivedUuid } from "../../core/id.ts";
import { mulDiv } from "../../core/money.ts";
import { type Reward, grantKey, isBarred } from "../../core/reward.ts";
import { detailOf, picked, sameOffer } from "../../core/rules/choice.ts";
import { firstGate } from "../../core/rules/gates.ts";
import { availableAt, expiresAt } from "../../core/rules/entitle.ts";
import { standingPeriod } from "../../core/rules/standing.ts";
import type { Entitlement } from "../../core/state.ts";
import type { Compiled, CompiledRule } from "../../core/compiled.ts";
import { claimReferrals } from "./claim-referrals.ts";
import { type Claims, programOf, touch } from "./claims.ts";

export { compiledFor, noClaims, programOf, touch } from "./claims.ts";
export type { Claims, Target, Touched } from "./claims.ts";

/** Claims of one folded person. */
export function claimRewards(book: Book, folding: Folding, claims: Claims): void {
  const seen = new Set<string>();
  for (const e of folding.owed?.entitlements ?? []) {
    const key = grantKey({ program: e.program.id, rule: e.rule.key, basis: e.basis, recipient: e.recipient });
    seen.add(key);
    claimOne(book, e, { key, claims, again: folding.again });
  }
  if (folding.full) {
    for (const reward of book.friendRewards.get(folding.person) ?? []) {
      // An order that went to somebody else in this batch takes its reward along.
      const isTheirs = canonical(book, reward.friend ?? reward.recipient) === folding.person;
      if (isTheirs && !seen.has(grantKey(reward))) withdraw(book, reward, claims);
    }
  }
  for (const due of folding.owed?.due ?? [])
    book.delays.push({ person: folding.person, program: due.program.id, rule: due.rule.key, basis: due.basis, at: due.at });
  claimReferrals(book, folding, claims);
}

type Given = { key: string; claims: Claims; again: boolean };

/** One entitlement meets its reward. */
export function claimOne(book: Book, asked: Entitlement, given: Given): void {
  const existing = book.rewards.get(given.key);
  const e = asUsed(existing, picked(asked, existing?.detail ?? null));
  const reward = existing ?? newReward(book, e, given.key);
  if (existing !== undefined && isSame(existing, e)) {
    if (book.force || given.again) claimAgain(e, { reward: existing, ...given });
    return;
  }
  if (existing !== undefined) moveReward(book, { reward: existing, claims: given.claims }, e);
  if (reward.reason === "superseded") reward.reason = null;
  // Another version asks for approval, or does not any more; what an operator decided stays.
  if (reward.version !== e.program.version && reward.maturedAt === null && !isBarred(reward.gate))
    reward.gate = firstGate(e.rule, e.form);
  Object.assign(reward, {
    version: e.program.version,
    nominal: e.nominal,
    num: e.num,
    den: e.den,
    counts: e.counts,
    at: e.at,
    client: e.client,
    fact: e.fact,
    friend: e.friend,
    advocate: e.advocate,
    form: e.form,
    unit: e.unit,
    payload: e.payload ?? null,
    detail: detailOf(reward.detail, e),
  });
  book.rewards.set(given.key, reward);
  book.dirtyRewards.add(reward);
  if (e.rule.standing) {
    touch(given.claims, { program: e.program, owner: reward.recipient, at: reward.at }, (t) => {
      t.added.push(reward);
      if (existing !== undefined) t.refold = true;
    });
    return;
  }
  const owed = mulDiv(e.nominal, e.num, e.den, "half_up");
  given.claims.targets.set(given.key, { reward, program: e.program, owed, reason: reasonFor(owed, e.counts), cause: e.fact });
}

/**
 * What was paid, or is on its way, was so in one unit. If the order turns out to be in another currency (told again by another door), the
 * reward stays what it was; refunds still take their share of it.
 */
function asUsed(reward: Reward | undefined, e: Entitlement): Entitlement {
  if (reward === undefined || (reward.used ?? 0) === 0 || (reward.unit === e.unit && reward.form === e.form)) return e;
  const { form, unit, nominal, payload } = reward;
  return { ...e, form, unit, nominal, payload };
}

function isSame(r: Reward, e: Entitlement): boolean {
  return (
    r.reason !== "superseded" &&
    r.nominal === e.nominal &&
    r.num === e.num &&
    r.den === e.den &&
    r.counts === e.counts &&
    r.at === e.at &&
    r.client === e.client &&
    r.fact === e.fact &&
    r.friend === e.friend &&
    r.advocate === e.advocate &&
    r.version === e.program.version &&
    r.form === e.form &&
    r.unit === e.unit &&
    r.detail?.channel === e.channel &&
    sameOffer(r, e)
  );
}

/**
 * Nothing changed, and it is asked all the same what it should come to: the recruiter who earns a share of it may be another
 * now. A resettle asks standings by themselves, each once.
 */
function claimAgain(e: Entitlement, of: Given & { reward: Reward }): void {
  if (e.rule.standing) {
    if (of.again)
      touch(of.claims, { program: e.program, owner: of.reward.recipient, at: of.reward.at }, (t) => {
        t.refold = true;
      });
    return;
  }
  const owed = mulDiv(e.nominal, e.num, e.den, "half_up");
  of.claims.targets.set(of.key, { reward: of.reward, program: e.program, owed, reason: reasonFor(owed, e.counts), cause: e.fact });
}

type Place = { program: Compiled; rule: CompiledRule; at: number; client: string };

/** A stored reward whose instant or version is another now: it ranks and matures by the new one, and its old standing loses it. */
export function moveReward(book: Book, of: { reward: Reward; claims: Claims }, to: Place): void {
  const { reward, claims } = of;
  if (reward.at === to.at && reward.client === to.client && reward.version === to.program.version) return;
  const before = programOf(book, reward);
  if (before !== undefined && reward.period !== "") {
    touch(claims, { program: before, owner: reward.recipient, at: reward.at }, (t) => {
      t.refold = true;
    });
  }
  reward.period = to.rule.standing ? (standingPeriod(to.program, to.at)?.key ?? "") : "";
  reward.availableAt = availableAt(to.program, to.rule, to.at);
  reward.expiresAt = expiresAt(to.program, to.rule, reward.availableAt);
  if (reward.at === to.at && reward.client === to.client) return;
  reward.rankAt = to.at;
  reward.rankClient = to.client;
}

function reasonFor(owed: number, counts: boolean): string | null {
  if (owed > 0) return null;
  return counts ? "below_threshold" : "fully_refunded";
}

export function newReward(book: Book, e: Entitlement, key: string): Reward {
  const period = e.rule.standing ? (standingPeriod(e.program, e.at)?.key ?? "") : "";
  const available = availableAt(e.program, e.rule, e.at);
  return {
    id: derivedUuid(book.digest(`reward|${book.workspace}|${key}`), e.at),
    program: e.program.id,
    version: e.program.version,
    rule: e.rule.key,
    basis: e.basis,
    recipient: e.recipient,
    friend: e.friend,
    advocate: e.advocate,
    fact: e.fact,
    parent: null,
    at: e.at,
    client: e.client,
    rankAt: e.at,
    rankClient: e.client,
    period,
    form: e.form,
    unit: e.unit,
    nominal: e.nominal,
    num: e.num,
    den: e.den,
    counts: e.counts,
    owed: 0,
    revision: 0,
    state: "pending",
    reason: null,
    gate: firstGate(e.rule, e.form),
    availableAt: available,
    maturedAt: null,
    expiresAt: expiresAt(e.program, e.rule, available),
    payload: e.payload ?? null,
    detail: detailOf(null, e),
  };
}

/** A grant whose basis is gone (re-bound, merged, renumbered) goes to zero; its row stays. */
export function withdraw(book: Book, reward: Reward, claims: Claims): void {
  if (!reward.counts && reward.num === 0 && isWithdrawn(reward) && !book.force) return;
  const program = programOf(book, reward);
  const rule = program?.rules.find((r) => r.key === reward.rule);
  // Given by an operator's hand, not by a rule: no fold takes it back.
  if (program === undefined || rule === undefined) return;
  const isNews = reward.counts || reward.num !== 0 || !isWithdrawn(reward);
  reward.counts = false;
  reward.num = 0;
  if (!isBarred(reward.gate)) reward.reason = "superseded";
  if (isNews) book.dirtyRewards.add(reward);
  if (rule.standing && !isNews) return;
  if (rule.standing)
    touch(claims, { program, owner: reward.recipient, at: reward.at }, (t) => {
      t.refold = true;
    });
  else claims.targets.set(grantKey(reward), { reward, program, owed: 0, reason: "superseded", cause: reward.fact });
}

/** Nothing entitles to it any more, as against a refund that left it nothing: its basis may entitle again. */
function isWithdrawn(reward: Reward): boolean {
  return reward.reason === "superseded" || isBarred(reward.gate);
}
