/** One rule compiled: what it is worth, what it waits for, how it is limited. */
import type { Amount, CompiledRule, Form } from "../compiled.ts";
import type { Give, Program, Rule } from "../program.ts";
import { type Money, type Ratio, parseMoney, parsePercent, parseRatio } from "../money.ts";
import { type Duration, type PeriodUnit, type Zone, compilePeriod, parseDuration } from "../time.ts";
import { compileCondition } from "./condition.ts";
import { checksOf } from "./gates.ts";

/** Parses what the schema has already matched; a leftover problem is a programming error, so it throws. */
export function must<T>(value: T | string | undefined, what: string): T {
  if (value === undefined || typeof value === "string") throw new Error(`impossible: ${what} passed the schema: ${String(value)}`);
  return value;
}
export const duration = (text: string | undefined): Duration | undefined =>
  text === undefined ? undefined : must(parseDuration(text), "duration");
export const ratio = (value: number): Ratio => must(parseRatio(value), "ratio");

function compileAmount(give: Give): Amount {
  const [form, spec] = Object.entries(give)[0] as [Form, unknown];
  if (form === "cash" || form === "credit" || form === "gift_card") {
    if (typeof spec === "string") {
      const money = must(parseMoney(spec) as Money | string, "money");
      return { kind: "flat", form, unit: money.currency, amount: money.amount };
    }
    const share = spec as { percent?: number; per_unit?: string; of: "order.net"; max?: string; items?: never };
    if (share.per_unit !== undefined) {
      const money = must(parseMoney(share.per_unit) as Money | string, "money");
      return { kind: "per_unit", form, unit: money.currency, amount: money.amount };
    }
    return {
      kind: "percent",
      form,
      percent: must(parsePercent(share.percent ?? 0), "percent"),
      of: share.of,
      max: share.max === undefined ? undefined : must(parseMoney(share.max) as Money | string, "money"),
      items: compileCondition(share.items),
    };
  }
  if (form === "points" || form === "entries" || form === "leads") {
    if (typeof spec === "number") return { kind: "flat", form, unit: form, amount: spec };
    return { kind: "per_unit", form, unit: form, amount: (spec as { per_unit: number }).per_unit };
  }
  if (form === "free_time") {
    const time = spec as { months?: number; days?: number };
    return time.days === undefined
      ? { kind: "flat", form, unit: "months", amount: time.months ?? 1 }
      : { kind: "flat", form, unit: "days", amount: time.days };
  }
  // What a choice is worth stands in its options; until one is picked it is one choice.
  return form === "choice" ? { kind: "flat", form, unit: form, amount: 1 } : { kind: "flat", form, unit: form, amount: 1, payload: spec };
}

/** Compiles rule `index` of a program. */
export function compileRule(rule: Rule, index: number, of: { program: Program; zone: Zone }): CompiledRule {
  const { program, zone } = of;
  const w = rule.when as {
    stage?: string;
    nth?: number;
    times?: number;
    for?: string;
    after?: string;
    where?: never;
    if?: never;
    joined?: true;
    items?: never;
    activity?: string;
    every?: PeriodUnit;
    each?: "subject" | "channel";
    threshold?: number;
    within?: string;
    streak?: number;
    repeat?: boolean;
  };
  const amount = compileAmount(rule.give);
  const to = typeof rule.to === "string" ? rule.to : "team" in rule.to ? "team" : "giver" in rule.to ? "giver" : "upline";
  const limited = rule.limit !== undefined && rule.limit.per !== "program";
  const stage = w.stage === undefined ? -1 : program.stages.findIndex((s) => (typeof s === "string" ? s : s.key) === w.stage);
  return {
    index,
    key: rule.key,
    rule,
    amount,
    options: rule.give.choice?.map(compileAmount),
    to,
    level: typeof rule.to === "object" && "upline" in rule.to ? rule.to.upline : 0,
    stage,
    nth: w.nth,
    times: w.times ?? (w.activity !== undefined && (w.every ?? w.each) !== undefined ? 1 : undefined),
    lasts: duration(w.for),
    wait: duration(w.after),
    where: compileCondition(w.where),
    items: compileCondition(w.items),
    whereAfter: compileCondition(w.if),
    joined: w.joined === true,
    activity: w.activity,
    activityPeriod: w.activity === undefined || w.every === undefined ? undefined : compilePeriod(w.every, zone),
    each: w.each,
    threshold: w.threshold ?? w.streak,
    repeat: w.repeat ?? false,
    within: duration(w.within),
    streakPeriod: w.streak === undefined || w.every === undefined ? undefined : compilePeriod(w.every, zone),
    downline: amount.kind === "percent" && amount.of === "downline_rewards",
    hold: duration(rule.hold),
    expires: duration(rule.expires),
    onRefund: rule.reverse_on.includes("refund"),
    onChargeback: rule.reverse_on.includes("chargeback"),
    allBelow: rule.on_refund === "all_below_threshold",
    limitCount: limited ? rule.limit?.count : undefined,
    limitAmount: limited && rule.limit?.amount !== undefined ? must(parseMoney(rule.limit.amount) as Money | string, "money") : undefined,
    limitEvery: rule.limit?.every ?? "ever",
    limitPeriod: compilePeriod(rule.limit?.every ?? "ever", zone),
    limitPerFriend: rule.limit?.per === "friend",
    limitByChannel: limited && rule.limit?.by === "channel",
    limited,
    standing: limited || (program.tiers !== undefined && to === "advocate" && !w.joined && amount.form !== "coupon"),
    manual: rule.approval === "manual",
    checks: checksOf(program, to),
  };
}
