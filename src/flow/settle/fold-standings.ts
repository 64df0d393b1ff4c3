/**
 * Second fold of a batch: standings (advocate x program x period). Stepped when everything new sorts last, folded again
 * from all rewards and qualified referrals of the period otherwise.
 */
import { type Book, type ReferralRow, type StandingRow, standingKey } from "../../core/book.ts";
import type { Compiled } from "../../core/compiled.ts";
import { compareKeys } from "../../core/facts.ts";
import { derivedUuid } from "../../core/id.ts";
import { type Reward, grantKey, isBarred } from "../../core/reward.ts";
import { type Reached, type StandingItem, compareItems, startStanding, stepStanding } from "../../core/rules/standing.ts";
import { worthAlone } from "../../core/rules/choice.ts";
import { firstGate } from "../../core/rules/gates.ts";
import { availableAt, expiresAt } from "../../core/rules/entitle.ts";
import { type Claims, type Touched, compiledFor, programOf } from "./claim-rewards.ts";

/** Each item counts by the rules of the version it was granted or bound under, whoever touched the standing. */
type Work = { item: StandingItem; program: Compiled; reward?: Reward; referral?: ReferralRow };

/** True when a touched standing cannot be stepped: its rewards and referrals must be loaded and folded. */
export function needsRefold(book: Book, touched: Touched): boolean {
  if (touched.refold) return true;
  const row = rowOf(book, touched);
  if (row.closedAt !== null) return true;
  if (!row.known) return false;
  if (reachesAgain(touched, row)) return true;
  return itemsOf(book, touched.added, touched.qualified).some(
    (w) => compareKeys(w.item.rankAt, w.item.rankClient, row.state.at, row.state.c) < 0,
  );
}

/** A threshold may be reached for the second time, after a refund took the first away: its reward is stored, and must be found. */
function reachesAgain({ program, qualified }: Touched, row: StandingRow): boolean {
  const added = qualified.length;
  return program.thresholds.some((rule) => {
    // Asked by `crossesThreshold`: what fires depends on when each came.
    if (rule.within !== undefined || rule.streakPeriod !== undefined) return false;
    const n = rule.threshold as number;
    return qualified.some(({ ref }) => {
      const before = row.state.q[program.tierPeriod(ref.q ?? 0).key] ?? 0;
      return rule.repeat ? Math.floor((before + added) / n) > Math.floor(before / n) : before < n && before + added >= n;
    });
  });
}

/** The standing's row; a fresh one when the database has none. */
export function rowOf(book: Book, t: { program: Compiled; owner: string; period: string; periodEnd: number }): StandingRow {
  const key = standingKey(t.program.id, t.owner, t.period);
  let row = book.standings.get(key);
  if (row === undefined) {
    row = {
      program: t.program.id,
      owner: t.owner,
      period: t.period,
      periodEnd: t.period === "ever" ? null : t.periodEnd,
      state: startStanding(),
      closedAt: null,
      dirty: true,
      known: false,
    };
    book.standings.set(key, row);
  }
  return row;
}

/** Folds one touched standing and writes what each of its rewards should come to. */
export function foldStanding(book: Book, touched: Touched, claims: Claims): void {
  const row = rowOf(book, touched);
  row.dirty = true;
  const full = needsRefold(book, touched);
  remember(book, touched);
  const rewards = full ? allRewards(book, touched) : touched.added;
  const referrals = full ? allReferrals(book, touched) : touched.qualified;
  if (full) {
    rankLate(book, { row, rewards, referrals });
    row.state = startStanding();
  }
  const work = itemsOf(book, rewards, referrals);
  work.sort((a, b) => compareItems(a.item, b.item));
  const reached = new Set<string>();
  for (const w of work) {
    for (const r of stepStanding(w.program, row.state, w.item))
      reached.add(threshold(book, { touched, claims, reached: r, program: w.program, referral: w.referral as ReferralRow }));
    if (w.reward) answer(book, w.reward, { work: w, claims });
  }
  if (full)
    for (const reward of allThresholds(book, touched))
      if (!reached.has(grantKey(reward)))
        claims.targets.set(grantKey(reward), {
          reward,
          program: programOf(book, reward) ?? touched.program,
          owed: 0,
          reason: "superseded",
          cause: reward.fact,
        });
}

/**
 * A standing may be touched a second time in one batch, by shares of what was granted in it. What is new is not stored yet: without this
 * it was left out when the standing was folded again, and a cap was given twice (VITEST_SEED=1500392014 of properties/arrival.test.ts).
 */
function remember(book: Book, { program, owner, period, added, qualified }: Touched): void {
  const key = standingKey(program.id, owner, period);
  if (added.length > 0) book.standingRewards.set(key, [...(book.standingRewards.get(key) ?? []), ...added]);
  if (qualified.length > 0) book.standingReferrals.set(key, [...(book.standingReferrals.get(key) ?? []), ...qualified]);
}

function answer(book: Book, reward: Reward, { work, claims }: { work: Work; claims: Claims }): void {
  const { item, program } = work;
  const reason = reasonOf(reward, item);
  // Most of a standing that is folded again stays as it was. It is not claimed, unless a share above may go elsewhere now.
  const isStored = book.loaded.has(reward.id) && !book.dirtyRewards.has(reward) && program.downline.length === 0;
  if (isStored && !book.force && reward.owed === item.owed && (reward.reason === reason || isBarred(reward.gate))) return;
  claims.targets.set(grantKey(reward), { reward, program, owed: item.owed, reason, cause: reward.fact });
}

function reasonOf(reward: Reward, item: StandingItem): string | null {
  if (item.capped) return "cap_reached";
  if (item.owed > 0) return null;
  if (item.counts) return "below_threshold";
  return reward.reason === "superseded" ? "superseded" : "fully_refunded";
}

function itemsOf(book: Book, rewards: readonly Reward[], referrals: readonly ReferralRow[]): Work[] {
  const work: Work[] = [];
  for (const referral of referrals) {
    const program = compiledFor(book, referral.program, referral.ref);
    if (program === undefined || referral.ref.q === undefined || referral.status !== "qualified") continue;
    work.push({
      referral,
      program,
      item: {
        kind: "qualified",
        rankAt: referral.rankAt ?? referral.ref.q,
        rankClient: referral.rankClient ?? referral.ref.qc ?? "",
        at: referral.ref.q,
        friend: referral.friend,
        unit: "",
        nominal: 0,
        num: 1,
        den: 1,
        counts: true,
        tie: referral.friend,
        owed: 0,
        capped: false,
      },
    });
  }
  for (const reward of rewards) {
    const program = programOf(book, reward);
    const rule = program?.rules.find((r) => r.key === reward.rule);
    if (program === undefined || rule === undefined || !rule.standing || rule.threshold !== undefined) continue;
    work.push({
      reward,
      program,
      item: {
        kind: "entitled",
        rankAt: reward.rankAt,
        rankClient: reward.rankClient,
        at: reward.at,
        rule,
        friend: reward.friend,
        unit: reward.unit,
        ...(rule.limitByChannel && { channel: reward.detail?.channel ?? "" }),
        nominal: reward.nominal,
        num: reward.num,
        den: reward.den,
        // An operator's no frees the place in caps and tiers; a spent budget's does not.
        counts: reward.counts && reward.gate !== "denied" && reward.gate !== "reversed",
        tie: `${rule.index}|${reward.basis}`,
        owed: 0,
        capped: false,
      },
    });
  }
  return work;
}

/** Stored and new rewards of the standing, each once. */
function allRewards(book: Book, t: Touched): Reward[] {
  const all = new Map<string, Reward>();
  for (const r of book.standingRewards.get(standingKey(t.program.id, t.owner, t.period)) ?? []) all.set(grantKey(r), r);
  for (const r of t.added) all.set(grantKey(r), r);
  return [...all.values()].filter((r) => r.period === t.period && !r.basis.startsWith("threshold:"));
}

function allThresholds(book: Book, t: Touched): Reward[] {
  return (book.standingRewards.get(standingKey(t.program.id, t.owner, t.period)) ?? []).filter((r) => r.basis.startsWith("threshold:"));
}

function allReferrals(book: Book, t: Touched): ReferralRow[] {
  const all = new Map<string, ReferralRow>();
  for (const r of book.standingReferrals.get(standingKey(t.program.id, t.owner, t.period)) ?? []) all.set(r.id, r);
  for (const r of t.qualified) all.set(r.id, r);
  return [...all.values()].filter((r) => r.ref.a === t.owner && r.period === t.period);
}

/**
 * What is closed (available, or its period over) is not re-ranked by a late arrival: what is new and would sort before it
 * is ranked just behind the last closed one, and that rank is recorded with it.
 */
function rankLate(book: Book, of: { row: StandingRow; rewards: Reward[]; referrals: ReferralRow[] }): void {
  const { row, rewards, referrals } = of;
  let last: { at: number; client: string } | undefined;
  for (const r of rewards) {
    if (r.revision === 0 || (row.closedAt === null && r.maturedAt === null)) continue;
    if (last === undefined || compareKeys(r.rankAt, r.rankClient, last.at, last.client) > 0)
      last = { at: r.rankAt, client: r.rankClient };
  }
  if (last === undefined) return;
  const closed = new Set(rewards.filter((r) => r.revision > 0 && r.maturedAt !== null).map((r) => r.friend));
  for (const r of rewards) {
    // What was stored before has its rank recorded, also when a cap or a budget gave it nothing.
    if (book.loaded.has(r.id) || compareKeys(r.rankAt, r.rankClient, last.at, last.client) > 0) continue;
    r.rankAt = last.at;
    r.rankClient = `${last.client}~${r.client}`;
    const own = referrals.find((f) => f.friend === r.friend);
    if (own && !own.ranked && !closed.has(own.friend)) {
      own.rankAt = r.rankAt;
      own.rankClient = r.rankClient;
    }
  }
}

type ThresholdHit = { touched: Touched; claims: Claims; program: Compiled; reached: Reached; referral: ReferralRow };

/** A threshold grant: its basis is the period it counts in and how many times, so that it pays once. */
function threshold(book: Book, hit: ThresholdHit): string {
  const { touched, reached, referral, program } = hit;
  const { rule, nth, item, grant } = reached;
  const basis = `threshold:${reached.period}:${nth}`;
  const key = grantKey({ program: program.id, rule: rule.key, basis, recipient: touched.owner });
  const stored = book.rewards.get(key);
  const available = availableAt(program, rule, item.at);
  const { owed, ...worth } = worthAlone(rule, { ...grant, detail: stored?.detail ?? null });
  // Another friend may be the one who reaches it now: the grant stays, and rests on her fact.
  const rests = {
    version: program.version,
    fact: referralFact(book, referral),
    at: item.at,
    client: referral.ref.qc ?? "",
    rankAt: item.rankAt,
    rankClient: item.rankClient,
    ...worth,
    availableAt: available,
    expiresAt: expiresAt(program, rule, available),
  };
  if (stored !== undefined && (stored.at !== rests.at || stored.client !== rests.client || stored.version !== rests.version)) {
    Object.assign(stored, rests);
    book.dirtyRewards.add(stored);
  }
  const reward: Reward = stored ?? {
    id: derivedUuid(book.digest(`reward|${book.workspace}|${key}`), item.at),
    program: program.id,
    rule: rule.key,
    basis,
    recipient: touched.owner,
    friend: null,
    advocate: touched.owner,
    parent: null,
    period: touched.period,
    num: 1,
    den: 1,
    counts: true,
    owed: 0,
    revision: 0,
    state: "pending",
    reason: null,
    gate: firstGate(rule, rests.form),
    maturedAt: null,
    detail: null,
    ...rests,
  };
  book.rewards.set(key, reward);
  hit.claims.targets.set(key, { reward, program, owed, reason: grant.capped ? "cap_reached" : null, cause: reward.fact });
  return key;
}

/**
 * True when what is new takes the count over a threshold. It may have been over it before, and fallen by a refund: the grant
 * is stored then, and must be read before it is claimed again.
 */
export function crossesThreshold(book: Book, touched: Touched): boolean {
  if (touched.qualified.length === 0 || touched.program.thresholds.length === 0 || needsRefold(book, touched)) return false;
  const state = structuredClone(rowOf(book, touched).state);
  return itemsOf(book, [], touched.qualified).some((w) => stepStanding(w.program, state, w.item).length > 0);
}

/** The fact that qualified the referral: its id follows from its client id and instant. */
function referralFact(book: Book, referral: ReferralRow): string {
  return derivedUuid(book.digest(`fact|${book.workspace}|${referral.ref.qc ?? ""}`), referral.ref.q ?? 0);
}
