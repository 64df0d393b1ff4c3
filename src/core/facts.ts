/**
 * Facts: what the reducer folds. A fact keeps ids, type, instants, order lines and the values that conditions may
 * read; names, addresses, IP and free properties never get this far (core/event.ts splits them off).
 * All instants are epoch milliseconds, all amounts integer minor units.
 */
import type { EvidenceKind } from "./program.ts";
import type { Scalar } from "./condition.ts";

export const FACT_TYPES = [
  "identify",
  "visit",
  "lead",
  "signup",
  "purchase",
  "order_updated",
  "refund",
  "chargeback",
  "subscription_started",
  "payment",
  "subscription_cancelled",
  "stage",
  "activity",
  "share",
  "survey_response",
  "custom",
  // Facts the engine records itself: joining, a wait that is over, a merge of two people.
  "joined",
  "left",
  "delay_passed",
  "merged",
] as const;
export type FactType = (typeof FACT_TYPES)[number];

/** `sale`: sold at a reduced price, as the shop says. */
export type OrderLine = { sku: string; category?: string; quantity: number; price: number; sale?: boolean };
/** total = subtotal - discount + tax + shipping as the shop says; `net` is total - tax - shipping. */
export type Order = {
  id: string;
  total: number;
  subtotal: number;
  tax: number;
  shipping: number;
  discount: number;
  currency: string;
  coupons?: string[];
  items?: OrderLine[];
};
/** A correction: `amount` undefined means the whole order; parts name how much of it was tax, shipping or lines. */
export type Correction = { id?: string; amount?: number; tax?: number; shipping?: number; items?: OrderLine[]; currency: string };

/** Evidence that ties a fact to an advocate, resolved at the door (codes are looked up once and the answer is kept). */
export type Evidence = {
  kind: EvidenceKind;
  program: string;
  advocate: string;
  link?: string;
  code?: string;
  at: number;
  /** Who stands behind a claim together, with what part each: whole numbers that are weights (60 and 40). `advocate` is one of them. */
  team?: readonly TeamShare[];
};
/** An advocate whom an event may name without a link. `at`: when she invited; null for a name, which counts from when it is said. */
export type Named = { kind: "name" | "invite"; program: string; advocate: string; at: number | null };
export type TeamShare = { person: string; share: number };

export type Between = { giver: string; taker: string };

export type Fact = {
  id: string;
  client: string;
  type: FactType;
  at: number;
  person: string | null;
  order?: Order;
  correction?: Correction;
  evidence?: Evidence[];
  /** Why the code or click that came with it ties to nobody (unknown, disabled, its owner left). */
  evidenceProblem?: Reason;
  stage?: string;
  name?: string;
  /** Two companies that something passed between. Made by the engine's own flows only. */
  between?: Between;
  /** What it is about (a deal, a share): a second `stage` fact of the same subject and stage corrects the first. */
  subject?: string;
  value?: number;
  currency?: string;
  channel?: string;
  quantity?: number;
  /** program key for facts about one program: joined, left, stage of a case, delay_passed. */
  program?: string;
  /** rule and basis of a wait that is over (delay_passed). */
  rule?: string;
  basis?: string;
  /** The company that the event says the person belongs to, from then on. */
  company?: string;
  /** Values that conditions read: person.* and event.properties.*, copied when first decided. */
  inputs?: Record<string, Scalar>;
};

/** Facts sort by instant, then by the client's own id: never by an id that depends on arrival. */
export function compareKeys(
  ...[at, client, otherAt, otherClient]: [at: number, client: string, otherAt: number, otherClient: string]
): number {
  if (at !== otherAt) return at < otherAt ? -1 : 1;
  return client === otherClient ? 0 : client < otherClient ? -1 : 1;
}

/** Why a fact earned nothing for a program. Closed list: support reads it, tests match it, words are in rules/reason-words.ts. */
export const REASONS = [
  "no_touch",
  "window_passed",
  "not_new_customer",
  "self_referral",
  "program_paused",
  "program_not_live",
  "outside_region",
  "not_eligible",
  "licence_missing",
  "licence_expired",
  "cap_reached",
  "budget_exhausted",
  "advocate_left",
  "not_taking_part",
  "link_disabled",
  "condition_not_met",
  "not_nth",
  "duration_passed",
  "exclusive_program",
  "order_known",
  "order_of_another_person",
  "parked",
  "waiting",
  "fully_refunded",
  "below_threshold",
  "superseded",
  "referral_rejected",
  "risk_refused",
  "settling",
  "unknown_code",
  "no_base",
  "upline_missing",
  "evidence_not_accepted",
] as const;
export type Reason = (typeof REASONS)[number];
