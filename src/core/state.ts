/**
 * What one person's fold remembers. The first half is saved with the person between batches (`Saved`, JSON), the second
 * lives only while folding: a saved state continues with new facts, an empty one folds them all, by the same code.
 */
import type { Compiled, CompiledRule } from "./compiled.ts";
import type { Evidence, Fact, Reason } from "./facts.ts";
import type { OrderState } from "./order-state.ts";

/** A referral inside the fold. Short names: this is written to the database with every event. */
export type Ref = {
  /** The referral's id, once it has one. */
  i?: string;
  /** Advocate, link, evidence kind and instant. */
  a: string;
  l?: string;
  k: string;
  ea: number;
  /** Binding fact (instant, client id) and the program version bound. */
  b: number;
  bc: string;
  v: number;
  /** Furthest stage (index) and when; first time the qualifying stage was reached, refunded or not. */
  s: number;
  sa: number;
  q0?: number;
  /** Qualifying fact that still counts. */
  q?: number;
  qc?: string;
  /** Occurrences that count, by rule key (nth, times). */
  n: Record<string, number>;
  /** Rejected by an operator: bound, and earns nothing. */
  r?: 1;
  /** Several people who brought the friend together: each with a weight. Absent: the advocate alone. */
  tm?: [person: string, share: number][];
};
/** A binding that may not move any more: frozen, or set by an operator. */
export type Pin = {
  advocate: string;
  link?: string;
  kind: string;
  evidenceAt: number;
  at: number;
  client: string;
  version: number;
  rejected: boolean;
  /** Held by time alone, not by an operator: what happened before it and speaks for the same advocate belongs to her, too. */
  frozen?: true;
  team?: [person: string, share: number][];
};

export type Saved = {
  /** Facts folded, and the last one's key: what a new fact must sort after to be stepped instead of folded. */
  n: number;
  at: number;
  c: string;
  /** Purchases and payments seen, for the new-customer rule. */
  o: number;
  oa?: number;
  oc?: string;
  t: Evidence[];
  /** When each program was joined; 0 after leaving it. */
  j: Record<string, number>;
  p: Record<string, Ref>;
  /** Company, as the last fact that named one says. */
  co?: string;
  /** Activities rewarded, by program and rule. */
  x?: Record<string, number>;
  /** Facts left out because they failed, and 1 while a resettle job has to fold the person again: decisions are provisional. */
  f?: number;
  w?: 1;
};

/** One firing of one rule, before ordinals and limits are known. */
export type Occurrence = {
  program: Compiled;
  rule: CompiledRule;
  ref?: Ref;
  fact: Fact;
  order?: OrderState;
  note?: StepNote;
  /** The version in force at the fact's instant: its bonus windows hold for referrals of any version. */
  inForce?: Compiled;
  /** The fact with what a later one of the same subject says it is worth; void: the rule's condition does not hold any more. */
  told?: Fact;
  void?: boolean;
};
export type Qualification = { ref: Ref; fact: Fact; order?: OrderState };

/** Why one fact did what it did for one program: the first draft of its decision. */
export type StepNote = {
  program: Compiled;
  reason: Reason | null;
  ref?: Ref;
  stage: number;
  bound: boolean;
  /** Why the first of the stage's rules that gave nothing gave nothing: told when none of them gave anything. */
  silent?: Reason;
};

export type PersonState = Saved & {
  person: string;
  orders: Map<string, OrderState>;
  /** In fold order, so the newest comes last. */
  bought: OrderState[];
  /** Orders (`program|order`) whose first telling found nobody to bind to: another door's telling may know more. */
  unclaimed: Set<string>;
  parked: Map<string, Fact[]>;
  passed: Map<string, Fact>;
  occurrences: Occurrence[];
  qualifications: Qualification[];
  notes: StepNote[];
  /** Credit that found no purchase before it (refund without order id). */
  excess: number;
};

/** What a fold needs to know beyond the person's own facts, loaded before it starts. */
export type FoldContext = {
  /** The advocate's own recruiters in a program, nearest first. */
  upline(programId: string, advocate: string): readonly string[];
  /** Canonical id of a person that may have been merged. */
  canonical(person: string): string;
  /** First purchase by anyone in the person's company, with the person who made it. */
  companyFirst?: { at: number; client: string };
  /** Orders that belong to somebody else (first purchase fact wins). */
  foreignOrders?: ReadonlySet<string>;
  pins?: Record<string, Pin>;
};

/** What a rule owes before standing and budget: the unit of exchange between the folds. Amounts in minor units. */
export type Entitlement = {
  program: Compiled;
  rule: CompiledRule;
  basis: string;
  recipient: string;
  friend: string | null;
  advocate: string | null;
  fact: string;
  at: number;
  client: string;
  form: string;
  unit: string;
  nominal: number;
  /** Kept part of the base: owed = round(nominal x num / den). */
  num: number;
  den: number;
  /** False when fully refunded: it then takes no place in ordinals, caps and tiers. */
  counts: boolean;
  payload?: unknown;
  /** In which a limit by channel counts it. */
  channel?: string;
  reason?: Reason;
};
/** A rule that waits: the instant at which it must be asked again. */
export type Due = { program: Compiled; rule: CompiledRule; basis: string; at: number };
/** `failed`: facts whose worth could not be computed (an amount beyond the safe integers): they fail alone. */
export type Owed = { entitlements: Entitlement[]; due: Due[]; failed: { fact: Fact; error: string }[] };
