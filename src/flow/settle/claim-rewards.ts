/**
 * From entitlements to rewards: each entitlement meets the reward stored under its business key, or makes it. Rewards
 * of the same friend that are no longer entitled go to zero. What depends on a standing is only marked here.
 */
import { type Book, type Folding, type ReferralRow, referralKey } from "../../core/book.ts";
import { derivedUuid } from "../../core/id.ts";
import { mulDiv } from "../../core/money.ts";
import { type Reward, grantKey } from "../../core/reward.ts";
import { availableAt } from "../../core/rules/entitle.ts";
import { standingPeriod } from "../../core/rules/standing.ts";
import type { Entitlement, Ref } from "../../core/state.ts";
import type { Compiled, CompiledRule } from "../../core/compiled.ts";

/** What a reward should come to, before budget: the settle step brings it there. */
export type Target = {
  reward: Reward;
  program: Compiled;
  owed: number;
  reason: string | null;
  cause: string;
  /** Said after posting: something about it changed, so it is told. A standing folded again answers for all its rewards. */
  moved?: boolean;
};
export type Touched = {
  program: Compiled;
  owner: string;
  period: string;
  periodEnd: number;
  added: Reward[];
  qualified: ReferralRow[];
  refold: boolean;
};
export type Claims = { targets: Map<string, Target>; touched: Map<string, Touched> };

export function noClaims(): Claims {
  return { targets: new Map(), touched: new Map() };
}

/** Claims of one folded person. */
export function claimRewards(book: Book, folding: Folding, claims: Claims): void {
  const seen = new Set<string>();
  for (const e of folding.owed?.entitlements ?? []) {
    const key = grantKey({ program: e.program.id, rule: e.rule.key, basis: e.basis, recipient: e.recipient });
    seen.add(key);
    claimOne(book, e, { key, claims });
  }
  if (folding.full)
    for (const reward of book.friendRewards.get(folding.person) ?? []) if (!seen.has(grantKey(reward))) withdraw(book, reward, claims);
  for (const due of folding.owed?.due ?? [])
    book.delays.push({ person: folding.person, program: due.program.id, rule: due.rule.key, basis: due.basis, at: due.at });
  claimReferrals(book, folding, claims);
}

function claimOne(book: Book, e: Entitlement, given: { key: string; claims: Claims }): void {
  const existing = book.rewards.get(given.key);
  const reward = existing ?? newReward(book, e, given.key);
  if (existing !== undefined && isSame(existing, e)) {
    if (book.force) claimAgain(book, e, { reward: existing, ...given });
    return;
  }
  if (existing !== undefined) moveReward(book, { reward: existing, claims: given.claims }, e);
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

function isSame(r: Reward, e: Entitlement): boolean {
  return (
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
    r.unit === e.unit
  );
}

/** Nothing changed, and it is asked all the same what it should come to. Standings are asked by themselves, each once. */
function claimAgain(book: Book, e: Entitlement, of: { reward: Reward; key: string; claims: Claims }): void {
  if (e.rule.standing) return;
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
    gate: e.rule.manual ? "review" : null,
    availableAt: availableAt(e.program, e.rule, e.at),
    maturedAt: null,
    payload: e.payload ?? null,
  };
}

/** A grant whose basis is gone (re-bound, merged, renumbered) goes to zero; its row stays. */
function withdraw(book: Book, reward: Reward, claims: Claims): void {
  if (!reward.counts && reward.num === 0 && !book.force) return;
  const program = programOf(book, reward);
  const rule = program?.rules.find((r) => r.key === reward.rule);
  // Given by an operator's hand, not by a rule: no fold takes it back.
  if (program === undefined || rule === undefined) return;
  const isNews = reward.counts || reward.num !== 0;
  reward.counts = false;
  reward.num = 0;
  if (isNews) book.dirtyRewards.add(reward);
  if (rule.standing && !isNews) return;
  if (rule.standing)
    touch(claims, { program, owner: reward.recipient, at: reward.at }, (t) => {
      t.refold = true;
    });
  else claims.targets.set(grantKey(reward), { reward, program, owed: 0, reason: "superseded", cause: reward.fact });
}

/** The version under which a reward was granted. */
export function programOf(book: Book, reward: Reward): Compiled | undefined {
  const versions = book.world.byId.get(reward.program)?.versions;
  return (versions?.find((v) => v.compiled.version === reward.version) ?? versions?.at(-1))?.compiled;
}

/** Marks the standing that `at` belongs to; nothing when the program has none. */
export function touch(claims: Claims, where: { program: Compiled; owner: string; at: number }, change: (t: Touched) => void): void {
  const period = standingPeriod(where.program, where.at);
  if (period === undefined) return;
  const key = `${where.program.id}|${where.owner}|${period.key}`;
  let touched = claims.touched.get(key);
  if (touched === undefined) {
    touched = {
      program: where.program,
      owner: where.owner,
      period: period.key,
      periodEnd: period.end,
      added: [],
      qualified: [],
      refold: false,
    };
    claims.touched.set(key, touched);
  }
  change(touched);
}

/** Referral rows follow the fold: made, moved, advanced, qualified or no longer so. */
function claimReferrals(book: Book, folding: Folding, claims: Claims): void {
  const now = folding.state?.p ?? {};
  for (const [program, ref] of Object.entries(now)) {
    const before = folding.before[program];
    if (before?.i !== undefined) ref.i = before.i;
    const moved =
      before === undefined ||
      before.a !== ref.a ||
      before.b !== ref.b ||
      before.bc !== ref.bc ||
      before.v !== ref.v ||
      before.l !== ref.l;
    const qualifiedAgain = before?.q !== ref.q || before?.qc !== ref.qc;
    if (!moved && !qualifiedAgain && before?.s === ref.s) continue;
    const row = referralRow(book, { program, friend: folding.person, ref });
    const compiled = compiledFor(book, program, ref);
    if (compiled === undefined) continue;
    if ((qualifiedAgain || moved) && compiled.standingEvery !== undefined) touchQualification(claims, { compiled, before, row });
  }
  for (const [program, before] of Object.entries(folding.before)) {
    if (now[program] !== undefined) continue;
    const row = book.referrals.get(referralKey(program, folding.person));
    if (row === undefined || row.status === "superseded") continue;
    row.status = "superseded";
    book.dirtyReferrals.add(referralKey(program, folding.person));
    const compiled = compiledFor(book, program, before);
    if (compiled && before.q !== undefined)
      touch(claims, { program: compiled, owner: before.a, at: before.q }, (t) => {
        t.refold = true;
      });
  }
}

function touchQualification(claims: Claims, change: { compiled: Compiled; before: Ref | undefined; row: ReferralRow }): void {
  const { compiled, before, row } = change;
  if (before?.q !== undefined)
    touch(claims, { program: compiled, owner: before.a, at: before.q }, (t) => {
      t.refold = true;
    });
  if (row.ref.q !== undefined)
    touch(claims, { program: compiled, owner: row.ref.a, at: row.ref.q }, (t) => {
      t.qualified.push(row);
    });
}

/** The version that a referral is bound to. */
export function compiledFor(book: Book, program: string, ref: Ref): Compiled | undefined {
  const versions = book.world.byId.get(program)?.versions;
  return (versions?.find((v) => v.compiled.version === ref.v) ?? versions?.at(-1))?.compiled;
}

function referralRow(book: Book, of: { program: string; friend: string; ref: Ref }): ReferralRow {
  const key = referralKey(of.program, of.friend);
  const known = book.referrals.get(key);
  const { ref } = of;
  const compiled = compiledFor(book, of.program, ref);
  const period = compiled && ref.q !== undefined ? (standingPeriod(compiled, ref.q)?.key ?? null) : null;
  const row: ReferralRow = known ?? {
    id: ref.i ?? derivedUuid(book.digest(`referral|${book.workspace}|${key}`), ref.b),
    program: of.program,
    friend: of.friend,
    ref,
    status: "open",
    frozenAt: null,
    manual: false,
    rankAt: null,
    rankClient: null,
    period: null,
  };
  if (row.ref.q !== ref.q || row.ref.qc !== ref.qc || row.rankAt === null) {
    row.rankAt = ref.q ?? null;
    row.rankClient = ref.qc ?? null;
  }
  row.ref = ref;
  ref.i = row.id;
  row.period = period;
  row.status = row.status === "rejected" ? "rejected" : ref.q === undefined ? "open" : "qualified";
  book.referrals.set(key, row);
  book.dirtyReferrals.add(key);
  return row;
}
