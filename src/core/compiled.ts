/**
 * A compiled program, as types: what the fold reads on its hot path. Compiling itself is in rules/compile.ts; these words
 * stand apart because attribution reads them too and may not look downstream.
 */
import type { Fact, Order } from "./facts.ts";
import type { Give, Program, Rule } from "./program.ts";
import type { Money, Ratio } from "./money.ts";
import type { Duration, Period, PeriodUnit, Zone } from "./time.ts";

/** A compiled condition: reads the fact, its recorded inputs and the order (as bought, or as kept). */
export type Predicate = (fact: Fact, order: Order | undefined) => boolean;
export type Form = keyof Give;
/** What one occurrence is worth: a fixed amount of a unit, or a part of a base in the base's own currency. */
export type Amount =
  | { kind: "flat"; form: Form; unit: string; amount: number; payload?: unknown }
  | {
      kind: "percent";
      form: Form;
      percent: Ratio;
      of: "order.total" | "order.net" | "order.subtotal" | "event.value" | "downline_rewards";
      max?: Money;
      items?: Predicate;
    }
  | { kind: "per_unit"; form: Form; unit: string; amount: number };

export type CompiledRule = {
  index: number;
  key: string;
  rule: Rule;
  amount: Amount;
  /** What a choice offers; `amount` is one choice then. */
  options?: readonly Amount[];
  to: "advocate" | "friend" | "upline" | "team" | "giver";
  level: number;
  /** Index of the stage that fires it, or -1 for joined, activity and threshold rules. */
  stage: number;
  nth?: number;
  times?: number;
  lasts?: Duration;
  wait?: Duration;
  where?: Predicate;
  /** The order items that count, for the condition and for the amount. */
  items?: Predicate;
  whereAfter?: Predicate;
  joined: boolean;
  activity?: string;
  /** An activity's `times` counts in each of these periods, and for each subject or channel. */
  activityPeriod?: (at: number) => Period;
  each?: "subject" | "channel";
  /** Qualified referrals, or periods of a streak. */
  threshold?: number;
  repeat: boolean;
  within?: Duration;
  streakPeriod?: (at: number) => Period;
  downline: boolean;
  hold?: Duration;
  /** What is left of a reward ends so long after it became available. */
  expires?: Duration;
  onRefund: boolean;
  onChargeback: boolean;
  allBelow: boolean;
  limitCount?: number;
  limitAmount?: Money;
  limitEvery: PeriodUnit;
  /** Period of the limit that holds an instant; remembers its last answer (6 ns against 120). */
  limitPeriod: (at: number) => Period;
  limitPerFriend: boolean;
  limitByChannel: boolean;
  limited: boolean;
  /** Its amount depends on the recipient's standing (tiers, caps): folded in rules/standing.ts. */
  standing: boolean;
  manual: boolean;
  /** What its rewards wait for before anything else (rules/gates.ts). */
  checks: readonly ("risk" | "licence")[];
};
export type CompiledStage = { key: string; on: string; where?: Predicate };
export type Bonus = { from: number; to: number; factor: Ratio; rules?: ReadonlySet<string> };
export type BudgetRule = {
  key: string;
  amount?: Money;
  count?: number;
  every: PeriodUnit;
  period: (at: number) => Period;
  rule?: string;
  blocks: boolean;
};

export type Compiled = {
  id: string;
  key: string;
  version: number;
  program: Program;
  zone: Zone;
  stages: CompiledStage[];
  stagesByType: ReadonlyMap<string, readonly number[]>;
  qualifies: number;
  rules: CompiledRule[];
  rulesByStage: readonly (readonly CompiledRule[])[];
  joinRules: readonly CompiledRule[];
  activityRules: readonly CompiledRule[];
  thresholds: readonly CompiledRule[];
  downline: readonly CompiledRule[];
  window: Duration;
  protectedWindow?: Duration;
  grace: Duration;
  accepts: ReadonlySet<string>;
  publicCodes: ReadonlySet<string>;
  friendWhere?: Predicate;
  upline: number;
  tiers?: { every: PeriodUnit; steps: { from: number; factor: Ratio }[] };
  bonuses: Bonus[];
  budgets: BudgetRule[];
  /** Period of the standing scope: the coarsest of tiers and limits; undefined when nothing depends on a standing. */
  standingEvery?: PeriodUnit;
  standingPeriod: (at: number) => Period;
  /** Period in which qualified referrals are counted. */
  tierPeriod: (at: number) => Period;
  recorded: ReadonlySet<string>;
  /** Says `enabled: false`, or is a network that does not say `true`: binds and pays nobody while this version is in force. */
  off: boolean;
};

/** A program through time: its versions and when it was live. */
export type Timeline = {
  id: string;
  key: string;
  priority: number;
  group?: string;
  /** Sorted by `from`; the last one at or before an instant is in force. */
  versions: { from: number; compiled: Compiled; openReferrals: boolean }[];
  statuses: { at: number; status: string }[];
  /** Experiments that ran or run, by when they began; absent where there never was one. */
  trials?: readonly Trial[];
};
/**
 * An experiment: in [from, until) an advocate whose number lies in the range of an arm has that arm's version, everybody else (the control
 * among them) the one in force. Numbers are dealt by a hash (0 to 9,999), so that they need no row and are the same in a year.
 */
export type Trial = {
  from: number;
  until: number;
  dealt: (advocate: string) => number;
  arms: readonly { first: number; below: number; compiled: Compiled }[];
};
/** All programs of a workspace, by priority and then key: the order in which an exclusive group is asked. */
export type World = {
  timelines: readonly Timeline[];
  byId: ReadonlyMap<string, Timeline>;
  recorded: ReadonlySet<string>;
  upline: number;
  /** Some program asks whether anybody of the company has bought before. */
  byCompany: boolean;
  /** Advocates who turned out to be somebody else, with who stands for them: evidence names them as they were called then. */
  aliases: ReadonlyMap<string, string>;
};
