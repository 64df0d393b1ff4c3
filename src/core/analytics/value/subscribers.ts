/**
 * What subscribers are worth: each cohort's renewals as they were seen, the shifted-beta-geometric model fitted to them (renewals.ts), and
 * what somebody who has just joined will bring within a horizon. Customers are counted in groups of equal age, so that a million of them
 * are some dozens of rows, and are drawn again from those groups for the interval.
 */
import type { Random } from "../random.ts";
import { intervalOf } from "../resample.ts";
import type { Answer, Estimate } from "../result.ts";
import { none, ok } from "../result.ts";
import type { RenewalRow, Sbg, SbgFit } from "./renewals.ts";
import { fitRenewals, retention, subscriberWorth, survival } from "./renewals.ts";

/**
 * `lost`: they left at renewal `periods` (from 1); else they stayed through so many, and the next is not due yet (from 0). `paid`: what all
 * of them paid while they stayed; `squares`: the sum of the squares of what each paid.
 */
export type SubscriberGroup = { lost: boolean; periods: number; customers: number; paid: number; squares: number };
export type SubscriberCohort = { readonly key: string; readonly groups: readonly SubscriberGroup[] };

/** `periods`: renewals that count. `discount`: a period. `margin`: the share of what is paid that is earned. */
export type SubscriberTerms = { readonly periods: number; readonly margin: number; readonly discount: number };

/** Renewal `period`: how many came to it, how many of them stayed, and the share of all that is left after it. */
export type SeenRenewal = { period: number; due: number; stayed: number; share: number };

/** The model fitted to the renewals up to `fitted`, and what it said of those after it, which it did not see. */
export type RenewalCheck = {
  fitted: number;
  rows: { period: number; due: number; expected: number; stayed: number }[];
  /** Over all of those. */
  due: number;
  expected: number;
  stayed: number;
  /** Left after the last of them: as the model said, and as it was seen. */
  shareExpected: number;
  share: number;
};

export type SubscriberFigures = {
  key: string;
  customers: number;
  left: number;
  seen: (SeenRenewal & { fitted: number | null })[];
  fit: Answer<SbgFit>;
  /** Renewals to come of somebody who has just joined, within the horizon. */
  renewals: Answer<Estimate>;
  /** What she is worth, from her first payment on. */
  worth: Answer<Estimate>;
  /** By how much more than one of the first cohort; null for that one. */
  against: Answer<Estimate> | null;
  /** What a subscriber pays a period on average while she stays; null: nothing was paid. */
  paid: number | null;
  check: Answer<RenewalCheck>;
};

/** A share of fewer says nothing: later renewals are not shown, and not checked. They are fitted all the same. */
const DUE_SHOWN = 10;
const RESAMPLES = 200;

const renewalRows = (groups: readonly SubscriberGroup[]): RenewalRow[] => {
  const rows = new Map<number, { period: number; lost: number; kept: number }>();
  for (const { lost, periods, customers } of groups) {
    if (periods < 1) continue;
    const row = rows.get(periods) ?? { period: periods, lost: 0, kept: 0 };
    row[lost ? "lost" : "kept"] += customers;
    rows.set(periods, row);
  }
  return [...rows.values()].sort((a, b) => a.period - b.period);
};

/** Who came to each renewal and stayed: customers of every age, each as far as she was watched (Kaplan & Meier 1958). */
export function seenRenewals(rows: readonly RenewalRow[]): SeenRenewal[] {
  const longest = rows.reduce((most, { period }) => Math.max(most, period), 0);
  let due = rows.reduce((sum, { lost, kept }) => sum + lost + kept, 0);
  const at = new Map(rows.map((row) => [row.period, row]));
  const seen: SeenRenewal[] = [];
  let share = 1;
  for (let period = 1; period <= longest && due >= DUE_SHOWN; period++) {
    const { lost = 0, kept = 0 } = at.get(period) ?? {};
    const stayed = due - lost;
    share *= stayed / due;
    seen.push({ period, due, stayed, share });
    due = stayed - kept;
  }
  return seen;
}

/** Fits the first two thirds of the renewals and compares with the last third. */
export function checkRenewals(rows: readonly RenewalRow[]): Answer<RenewalCheck> {
  const seen = seenRenewals(rows);
  if (seen.length < 3) return none("too_few", { what: "renewals to which ten customers came", have: seen.length, needed: 3 });
  const fitted = Math.max(2, Math.floor((seen.length * 2) / 3));
  const early = rows.map(({ period, lost, kept }) =>
    period <= fitted ? { period, lost, kept } : { period: fitted, lost: 0, kept: lost + kept },
  );
  const fit = fitRenewals(early);
  if ("none" in fit) return fit;
  const { model } = fit.ok;
  const later = seen.slice(fitted);
  const held = later.map(({ period, due, stayed }) => ({ period, due, expected: due * retention(model, period), stayed }));
  const sum = (of: "due" | "expected" | "stayed"): number => held.reduce((all, row) => all + row[of], 0);
  const last = seen.at(-1)!;
  return ok({
    fitted,
    rows: held,
    due: sum("due"),
    expected: sum("expected"),
    stayed: sum("stayed"),
    shareExpected: survival(model, last.period),
    share: last.share,
  });
}

/** What is paid a period by somebody who is there: who leaves at renewal t has been there for t periods, who stayed through t for t + 1. */
function paidAPeriod(groups: readonly SubscriberGroup[]): number | null {
  let [paid, periods] = [0, 0];
  for (const group of groups) {
    paid += group.paid;
    periods += group.customers * (group.lost ? group.periods : group.periods + 1);
  }
  return paid > 0 && periods > 0 ? paid / periods : null;
}

type Worths = { renewals: number; worth: number };

function worthsOf(model: Sbg, paid: number | null, { periods, margin, discount }: SubscriberTerms): Answer<Worths> {
  const renewals = subscriberWorth(model, { renewals: 0, periods, earned: 1, discount: 0 });
  if ("none" in renewals) return renewals;
  const later = subscriberWorth(model, { renewals: 0, periods, earned: 1, discount });
  if ("none" in later) return later;
  return ok({ renewals: renewals.ok, worth: paid === null ? NaN : margin * paid * (1 + later.ok) });
}

/** As many customers drawn again: how many of each group, and what those paid (about normal around the group's mean). */
function drawn(groups: readonly SubscriberGroup[], random: Random): SubscriberGroup[] {
  let [left, open] = [0, 0];
  for (const { customers } of groups) left += customers;
  open = left;
  return groups.map((group) => {
    const { customers, paid, squares } = group;
    const n = open >= 1 ? random.binomial(left, Math.min(1, customers / open)) : 0;
    left -= n;
    open -= customers;
    const mean = customers === 0 ? 0 : paid / customers;
    const spread = customers === 0 ? 0 : Math.sqrt(Math.max(0, squares / customers - mean * mean) * n);
    return { ...group, customers: n, paid: n * mean + (spread > 0 ? spread * random.normal() : 0), squares: 0 };
  });
}

type Told = { figures: Omit<SubscriberFigures, "against">; draws: number[] };

function cohortFigures({ key, groups }: SubscriberCohort, terms: SubscriberTerms, random: Random): Told {
  const rows = renewalRows(groups);
  const fit = fitRenewals(rows);
  const paid = paidAPeriod(groups);
  const seen = seenRenewals(rows).map((row) => ({ ...row, fitted: "ok" in fit ? survival(fit.ok.model, row.period) : null }));
  const customers = groups.reduce((sum, each) => sum + each.customers, 0);
  const left = groups.reduce((sum, each) => sum + (each.lost ? each.customers : 0), 0);
  const own = { key, customers, left, seen, fit, paid, check: checkRenewals(rows) };
  const found = "none" in fit ? fit : worthsOf(fit.ok.model, paid, terms);
  if ("none" in found) return { figures: { ...own, renewals: found, worth: found }, draws: [] };
  const draws = Array.from({ length: RESAMPLES }, (): Worths => {
    const again = drawn(groups, random);
    const refit = fitRenewals(renewalRows(again));
    const worths = "none" in refit ? refit : worthsOf(refit.ok.model, paidAPeriod(again), terms);
    return "none" in worths ? { renewals: NaN, worth: NaN } : worths.ok;
  });
  const options = { level: 0.95, tried: RESAMPLES };
  const values = draws.map(({ renewals }) => renewals);
  const worths = draws.map(({ worth }) => worth);
  const worth =
    paid === null
      ? none("too_few", { what: "payments of subscribers", have: 0, needed: 1 })
      : intervalOf(found.ok.worth, worths, options);
  return { figures: { ...own, renewals: intervalOf(found.ok.renewals, values, options), worth }, draws: worths };
}

/** All cohorts; the first is the one compared with (not referred). O(resamples x ages). */
export function subscriberReport(
  cohorts: readonly SubscriberCohort[],
  { terms, random }: { terms: SubscriberTerms; random: Random },
): SubscriberFigures[] {
  const told = cohorts.map((each) => cohortFigures(each, terms, random));
  const base = told[0];
  return told.map(({ figures, draws }, i) => {
    if (base === undefined || i === 0) return { ...figures, against: null };
    const [a, b] = [figures.worth, base.figures.worth];
    if ("none" in a) return { ...figures, against: a };
    if ("none" in b) return { ...figures, against: b };
    const pairs = draws.map((draw, k) => draw - base.draws[k]!);
    return { ...figures, against: intervalOf(a.ok.value - b.ok.value, pairs, { level: 0.95, tried: RESAMPLES }) };
  });
}
