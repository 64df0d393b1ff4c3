/**
 * A program definition compiled for folding: durations parsed, conditions turned into predicates, stages indexed by the
 * fact type that reaches them. Compiled once a version; the hot path only reads.
 */
import type { Amount, Bonus, BudgetRule, Compiled, CompiledRule, CompiledStage, Form, Timeline, World } from "../compiled.ts";
import type { Fact } from "../facts.ts";
import type { Give, Program, Rule } from "../program.ts";
import { type Money, type Ratio, parseMoney, parsePercent, parseRatio } from "../money.ts";
import { type Duration, type PeriodUnit, type Zone, UTC, compileZone, parseDuration, parseInstant } from "../time.ts";
import { instantOfLocal } from "../zone.ts";
import { compileCondition, recordedFields } from "./condition.ts";

/** Stage shorthands: `"order"` is reached by a purchase; a name that is no event type is a `stage` event of that name. */
const STAGE_EVENTS: Record<string, string> = {
  visit: "visit", lead: "lead", signup: "signup", sign_up: "signup", purchase: "purchase", order: "purchase", payment: "payment", renewal: "payment",
  invoice: "payment", subscription: "subscription_started", subscription_started: "subscription_started", subscription_cancelled: "subscription_cancelled",
  share: "share", survey: "survey_response",
};

/** Parses what the schema has already matched; a leftover problem is a programming error, so it throws. */
function must<T>(value: T | string | undefined, what: string): T {
  if (value === undefined || typeof value === "string") throw new Error(`impossible: ${what} passed the schema: ${String(value)}`);
  return value;
}
const duration = (text: string | undefined): Duration | undefined => (text === undefined ? undefined : must(parseDuration(text), "duration"));
const ratio = (value: number): Ratio => must(parseRatio(value), "ratio");

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
      kind: "percent", form, percent: must(parsePercent(share.percent ?? 0), "percent"), of: share.of,
      max: share.max === undefined ? undefined : must(parseMoney(share.max) as Money | string, "money"), items: compileCondition(share.items),
    };
  }
  if (form === "points" || form === "entries" || form === "leads") {
    if (typeof spec === "number") return { kind: "flat", form, unit: form, amount: spec };
    return { kind: "per_unit", form, unit: form, amount: (spec as { per_unit: number }).per_unit };
  }
  if (form === "free_time") {
    const time = spec as { months?: number; days?: number };
    return time.days === undefined ? { kind: "flat", form, unit: "months", amount: time.months ?? 1 } : { kind: "flat", form, unit: "days", amount: time.days };
  }
  return { kind: "flat", form, unit: form, amount: 1, payload: spec };
}

function compileRule(rule: Rule, index: number, program: Program): CompiledRule {
  const w = rule.when as { stage?: string; nth?: number; times?: number; for?: string; after?: string; where?: never; if?: never; joined?: true; activity?: string; threshold?: number; repeat?: boolean };
  const amount = compileAmount(rule.give);
  const upline = typeof rule.to === "object";
  const to = upline ? "upline" : (rule.to as "advocate" | "friend");
  const limited = rule.limit !== undefined && rule.limit.per !== "program";
  const stage = w.stage === undefined ? -1 : program.stages.findIndex((s) => (typeof s === "string" ? s : s.key) === w.stage);
  return {
    index, key: rule.key, rule, amount, to, level: upline ? (rule.to as { upline: number }).upline : 0, stage, nth: w.nth, times: w.times,
    lasts: duration(w.for), wait: duration(w.after), where: compileCondition(w.where), whereAfter: compileCondition(w.if),
    joined: w.joined === true, activity: w.activity, threshold: w.threshold, repeat: w.repeat ?? false,
    downline: amount.kind === "percent" && amount.of === "downline_rewards",
    hold: duration(rule.hold), onRefund: rule.reverse_on.includes("refund"), onChargeback: rule.reverse_on.includes("chargeback"),
    allBelow: rule.on_refund === "all_below_threshold",
    limitCount: limited ? rule.limit?.count : undefined,
    limitAmount: limited && rule.limit?.amount !== undefined ? must(parseMoney(rule.limit.amount) as Money | string, "money") : undefined,
    limitEvery: rule.limit?.every ?? "ever", limited,
    standing: limited || (program.tiers !== undefined && to === "advocate" && !w.joined && amount.form !== "coupon"),
    manual: rule.approval === "manual",
  };
}

/** Coarsest first: each unit nests in every one before it, except weeks, which straddle months and years. */
const COARSE: PeriodUnit[] = ["ever", "year", "quarter", "month", "week", "day"];

function standingPeriod(program: Program, rules: readonly CompiledRule[]): PeriodUnit | undefined {
  const units = new Set<PeriodUnit>();
  if (program.tiers || rules.some((r) => r.threshold !== undefined)) units.add(program.tiers?.every ?? "ever");
  for (const r of rules) if (r.limited) units.add(r.limitEvery);
  if (units.size === 0) return undefined;
  if (units.has("week") && ["month", "quarter", "year"].some((u) => units.has(u as PeriodUnit))) return "ever";
  return COARSE.find((u) => units.has(u));
}

function compileBonuses(program: Program, zone: Zone): Bonus[] {
  return program.bonuses.map((b) => ({
    from: windowBound(b.from, zone, false), to: windowBound(b.to, zone, true), factor: ratio(b.multiply), rules: b.rules ? new Set(b.rules) : undefined,
  }));
}

/** An instant; a bare date is local midnight, and as an end it includes its whole day. Ends are exclusive. */
function windowBound(text: string, zone: Zone, end: boolean): number {
  const utc = must(parseInstant(text.length === 10 ? `${text}T00:00:00.000Z` : text) as number | string, "instant");
  return text.length > 10 ? utc : instantOfLocal(utc + (end ? 86_400_000 : 0), zone);
}

function compileBudgets(program: Program): BudgetRule[] {
  const budgets: BudgetRule[] = [];
  const b = program.budget;
  if (b) budgets.push({ key: "budget", amount: must(parseMoney(b.amount) as Money | string, "money"), every: b.every ?? "ever", blocks: b.when_spent === "pause_rewards" });
  for (const r of program.rewards) {
    if (r.limit?.per !== "program") continue;
    const amount = r.limit.amount === undefined ? undefined : must(parseMoney(r.limit.amount) as Money | string, "money");
    budgets.push({ key: `rule:${r.key}`, rule: r.key, amount, count: r.limit.count, every: r.limit.every ?? "ever", blocks: true });
  }
  return budgets;
}

/** Compiles a validated definition. `zone` is the workspace's unless the program names its own. */
export function compileProgram(program: Program, meta: { id: string; version: number; zone?: string }): Compiled {
  const zone = compileZone(program.zone ?? meta.zone ?? "UTC") ?? UTC;
  const stages = program.stages.map((s): CompiledStage =>
    typeof s === "string" ? { key: s, on: STAGE_EVENTS[s] ?? "stage" } : { key: s.key, on: s.on, where: compileCondition(s.where) });
  const byType = new Map<string, number[]>();
  stages.forEach((s, i) => byType.set(s.on, [...(byType.get(s.on) ?? []), i]));
  const rules = program.rewards.map((r, i) => compileRule(r, i, program));
  const recorded = new Set<string>();
  for (const c of [program.friends.where, program.advocates.who, ...program.stages.map((s) => (typeof s === "string" ? undefined : s.where))]) recordedFields(c, recorded);
  for (const r of program.rewards) {
    recordedFields((r.when as { where?: never }).where, recorded);
    recordedFields((r.when as { if?: never }).if, recorded);
  }
  return {
    id: meta.id, key: program.key, version: meta.version, program, zone, stages, stagesByType: byType,
    qualifies: stages.findIndex((s) => s.key === program.qualifies_at), rules,
    rulesByStage: stages.map((_, i) => rules.filter((r) => r.stage === i && !r.downline)),
    joinRules: rules.filter((r) => r.joined), activityRules: rules.filter((r) => r.activity !== undefined),
    thresholds: rules.filter((r) => r.threshold !== undefined), downline: rules.filter((r) => r.downline),
    window: must(parseDuration(program.attribution.window), "window"), protectedWindow: duration(program.attribution.protected_window),
    grace: must(parseDuration(program.settle_grace), "grace"), accepts: new Set(program.attribution.accepts), publicCodes: new Set(program.attribution.public_codes),
    friendWhere: compileCondition(program.friends.where), upline: Math.max(0, ...rules.map((r) => r.level), rules.some((r) => r.downline) ? 1 : 0),
    tiers: program.tiers && { every: program.tiers.every ?? "ever", steps: [...program.tiers.steps].sort((a, b) => a.from - b.from).map((s) => ({ from: s.from, factor: ratio(s.multiply) })) },
    bonuses: compileBonuses(program, zone), budgets: compileBudgets(program), standingEvery: standingPeriod(program, rules), recorded,
  };
}

/** Does the fact reach this stage? `stage` events name theirs. */
export function reaches(stage: CompiledStage, fact: Fact): boolean {
  if (stage.on === "stage" && fact.stage !== stage.key) return false;
  return stage.where === undefined || stage.where(fact, fact.order);
}

/** The programs of a workspace in the order an exclusive group asks them: priority, then key. */
export function makeWorld(timelines: Timeline[]): World {
  const sorted = [...timelines].sort((a, b) => a.priority - b.priority || (a.key < b.key ? -1 : 1));
  const recorded = new Set<string>();
  let upline = 0;
  for (const t of sorted) {
    for (const v of t.versions) {
      for (const field of v.compiled.recorded) recorded.add(field);
      upline = Math.max(upline, v.compiled.upline);
    }
  }
  return { timelines: sorted, byId: new Map(sorted.map((t) => [t.id, t])), recorded, upline };
}
