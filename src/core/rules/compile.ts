/**
 * A program definition compiled for folding: durations parsed, conditions turned into predicates, stages indexed by the
 * fact type that reaches them. Compiled once a version; the hot path only reads.
 */
import type { Bonus, BudgetRule, Compiled, CompiledRule, CompiledStage, Timeline, World } from "../compiled.ts";
import type { Fact } from "../facts.ts";
import type { Program } from "../program.ts";
import { type Money, parseMoney } from "../money.ts";
import { type PeriodUnit, type Zone, UTC, compilePeriod, compileZone, parseDuration, parseInstant } from "../time.ts";
import { instantOfLocal } from "../zone.ts";
import { compileRule, duration, must, ratio } from "./compile-rule.ts";
import { compileCondition, recordedFields } from "./condition.ts";
import { ELIGIBILITY_FIELDS } from "../eligible.ts";

/** Stage shorthands: `"order"` is reached by a purchase; a name that is no event type is a `stage` event of that name. */
const STAGE_EVENTS: Record<string, string> = {
  visit: "visit",
  lead: "lead",
  signup: "signup",
  sign_up: "signup",
  purchase: "purchase",
  order: "purchase",
  payment: "payment",
  renewal: "payment",
  invoice: "payment",
  subscription: "subscription_started",
  subscription_started: "subscription_started",
  subscription_cancelled: "subscription_cancelled",
  share: "share",
  survey: "survey_response",
};

/** The event type that reaches a stage written as a bare name. */
export function stageEvent(stage: string): string {
  return STAGE_EVENTS[stage] ?? "stage";
}

/** Coarsest first: each unit nests in every one before it, except weeks, which straddle months and years. */
const COARSE: PeriodUnit[] = ["ever", "year", "quarter", "month", "week", "day"];

function standingPeriod(program: Program, rules: readonly CompiledRule[]): PeriodUnit | undefined {
  const units = new Set<PeriodUnit>();
  if (program.tiers || rules.some((r) => r.threshold !== undefined)) units.add(program.tiers?.every ?? "ever");
  // Windows and streaks reach over the ends of periods.
  if (rules.some((r) => r.within !== undefined || r.streakPeriod !== undefined)) return "ever";
  for (const r of rules) if (r.limited) units.add(r.limitEvery);
  if (units.size === 0) return undefined;
  if (units.has("week") && ["month", "quarter", "year"].some((u) => units.has(u as PeriodUnit))) return "ever";
  return COARSE.find((u) => units.has(u));
}

function compileBonuses(program: Program, zone: Zone): Bonus[] {
  return program.bonuses.map((b) => ({
    from: windowBound(b.from, zone, false),
    to: windowBound(b.to, zone, true),
    factor: ratio(b.multiply),
    rules: b.rules ? new Set(b.rules) : undefined,
  }));
}

/**
 * An instant; without an offset it is what clocks in the zone show. A bare date is local midnight, and as an end it includes its
 * whole day. Ends are exclusive.
 */
export function windowBound(text: string, zone: Zone, end: boolean): number {
  const read = must(parseInstant(zoned(text)) as number | string, "instant");
  if (text.length === 10) return instantOfLocal(read + (end ? 86_400_000 : 0), zone);
  return zoned(text) === text ? read : instantOfLocal(read, zone);
}

/** A wall clock's text as if it stood in UTC; one that says its offset as it is. */
export function zoned(text: string): string {
  if (text.length === 10) return `${text}T00:00:00.000Z`;
  if (/(Z|[+-]\d{2}:\d{2})$/.test(text)) return text;
  return `${text.length === 16 ? `${text}:00` : text}Z`;
}

function compileBudgets(program: Program, zone: Zone): BudgetRule[] {
  const budgets: BudgetRule[] = [];
  const b = program.budget;
  if (b)
    budgets.push({
      key: "budget",
      amount: must(parseMoney(b.amount) as Money | string, "money"),
      every: b.every ?? "ever",
      period: compilePeriod(b.every ?? "ever", zone),
      blocks: b.when_spent === "pause_rewards",
    });
  for (const r of program.rewards) {
    if (r.limit?.per !== "program") continue;
    const amount = r.limit.amount === undefined ? undefined : must(parseMoney(r.limit.amount) as Money | string, "money");
    budgets.push({
      key: `rule:${r.key}`,
      rule: r.key,
      amount,
      count: r.limit.count,
      every: r.limit.every ?? "ever",
      period: compilePeriod(r.limit.every ?? "ever", zone),
      blocks: true,
    });
  }
  return budgets;
}

/** Compiles a validated definition. `zone` is the workspace's unless the program names its own. */
export function compileProgram(program: Program, meta: { id: string; version: number; zone?: string }): Compiled {
  const zone = compileZone(program.zone ?? meta.zone ?? "UTC") ?? UTC;
  const stages = program.stages.map(
    (s): CompiledStage =>
      typeof s === "string" ? { key: s, on: stageEvent(s) } : { key: s.key, on: s.on, where: compileCondition(s.where) },
  );
  const byType = new Map<string, number[]>();
  stages.forEach((s, i) => byType.set(s.on, [...(byType.get(s.on) ?? []), i]));
  const rules = program.rewards.map((r, i) => compileRule(r, i, { program, zone }));
  const recorded = new Set<string>();
  for (const c of [
    program.friends.where,
    program.advocates.who,
    ...program.stages.map((s) => (typeof s === "string" ? undefined : s.where)),
  ])
    recordedFields(c, recorded);
  for (const r of program.rewards) {
    recordedFields((r.when as { where?: never }).where, recorded);
    recordedFields((r.when as { if?: never }).if, recorded);
    recordedFields((r.when as { items?: never }).items, recorded);
    for (const give of r.give.choice ?? [r.give]) recordedFields((Object.values(give)[0] as { items?: never }).items, recorded);
  }
  if (program.eligibility !== undefined) for (const field of ELIGIBILITY_FIELDS) recorded.add(field);
  return {
    id: meta.id,
    key: program.key,
    version: meta.version,
    program,
    zone,
    stages,
    stagesByType: byType,
    qualifies: stages.findIndex((s) => s.key === program.qualifies_at),
    rules,
    rulesByStage: stages.map((_, i) => rules.filter((r) => r.stage === i && !r.downline)),
    joinRules: rules.filter((r) => r.joined),
    activityRules: rules.filter((r) => r.activity !== undefined),
    thresholds: rules.filter((r) => r.threshold !== undefined),
    downline: rules.filter((r) => r.downline),
    window: must(parseDuration(program.attribution.window), "window"),
    protectedWindow: duration(program.attribution.protected_window),
    grace: must(parseDuration(program.settle_grace), "grace"),
    accepts: new Set(program.attribution.accepts),
    publicCodes: new Set(program.attribution.public_codes),
    friendWhere: compileCondition(program.friends.where),
    upline: Math.max(0, ...rules.map((r) => r.level), rules.some((r) => r.downline) ? 1 : 0),
    tiers: program.tiers && {
      every: program.tiers.every ?? "ever",
      steps: [...program.tiers.steps].sort((a, b) => a.from - b.from).map((s) => ({ from: s.from, factor: ratio(s.multiply) })),
    },
    bonuses: compileBonuses(program, zone),
    budgets: compileBudgets(program, zone),
    off: program.enabled === false || (program.kind === "network" && program.enabled !== true),
    standingEvery: standingPeriod(program, rules),
    standingPeriod: compilePeriod(standingPeriod(program, rules) ?? "ever", zone),
    tierPeriod: compilePeriod(program.tiers?.every ?? "ever", zone),
    recorded,
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
  let byCompany = false;
  for (const t of sorted) {
    for (const v of t.versions) {
      for (const field of v.compiled.recorded) recorded.add(field);
      upline = Math.max(upline, v.compiled.upline);
      byCompany ||= v.compiled.program.friends.who === "new_customer_of_company";
    }
  }
  return { timelines: sorted, byId: new Map(sorted.map((t) => [t.id, t])), recorded, upline, byCompany, aliases: new Map() };
}
