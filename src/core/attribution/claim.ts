/** Whether a claim is good: the rules of who may claim what, when. Who came first is decided by the store, under a lock. */
import { type Money, parseMoney } from "../money.ts";
import type { ClaimSubject, ProgramClaims } from "../program-claims.ts";
import { type Zone, addDuration, parseDuration } from "../time.ts";

/** `ended`: the deal was lost. Only pending and accepted claims hold their subject. */
export const CLAIM_STATUSES = ["pending", "accepted", "refused", "withdrawn", "expired", "ended"] as const;

/** Why a claim was not accepted. A closed list; none of them says who was there before. */
export const CLAIM_REASONS = [
  "claimed_by_another",
  "already_known",
  "already_referred",
  "self_claim",
  "is_manager",
  "is_recruiter",
  "own_department",
  "not_an_advocate",
  "agreement_missing",
  "evidence_missing",
  "vacancy_closed",
  "order_unknown",
  "too_late",
  "not_eligible",
  "refused",
  "not_decided",
] as const;
export type ClaimReason = (typeof CLAIM_REASONS)[number];

/** One who claims: her department, as known of her now, and whether she may claim at all. */
export type Claimant = { person: string; share: number; active: boolean; department: string | null; agreed: boolean };

/** What is known when a claim is judged. `friend` null: the contact is nobody we know. */
export type ClaimCase = {
  rules: ProgramClaims;
  zone: Zone;
  instant: number;
  claimants: readonly Claimant[];
  friend: string | null;
  evidence: boolean;
  department: string | null;
  vacancy: { open: boolean; manager: string | null; recruiter: string | null } | null;
  order: { at: number } | null;
  /** Buys from us, has an open deal with us, or applied by herself: nobody brought her. */
  known: boolean;
  /** Has a referral of the program with somebody else, which a claim may not move. */
  referred: boolean;
};

/** The first reason against a claim, or null. Reasons about the claimant come before those about the subject: they tell her nothing. */
export function claimProblem(ask: ClaimCase): ClaimReason | null {
  const { rules, claimants } = ask;
  if (claimants.some((c) => !c.active)) return "not_an_advocate";
  if (rules.agreement && claimants.some((c) => !c.agreed)) return "agreement_missing";
  if (ask.friend !== null && claimants.some((c) => c.person === ask.friend)) return "self_claim";
  if (ask.vacancy !== null && !ask.vacancy.open) return "vacancy_closed";
  const excluded = exclusion(ask);
  if (excluded !== null) return excluded;
  if (rules.evidence === "required" && !ask.evidence) return "evidence_missing";
  if (rules.subject === "order") {
    if (ask.order === null || ask.friend === null) return "order_unknown";
    if (after(ask.order.at, rules.within, ask.zone) < ask.instant) return "too_late";
  }
  if (ask.known) return "already_known";
  return ask.referred ? "already_referred" : null;
}

function exclusion({ rules, claimants, vacancy, department }: ClaimCase): ClaimReason | null {
  const is = (who: string | null | undefined): boolean => who != null && claimants.some((c) => c.person === who);
  if (rules.excluded.includes("manager") && is(vacancy?.manager)) return "is_manager";
  if (rules.excluded.includes("recruiter") && is(vacancy?.recruiter)) return "is_recruiter";
  if (department === null || !rules.excluded.includes("own_department")) return null;
  return claimants.some((c) => c.department !== null && same(c.department, department)) ? "own_department" : null;
}

const same = (a: string, b: string): boolean => a.trim().toLowerCase() === b.trim().toLowerCase();

/** What a claim holds: nobody else gets any of these while it does. */
export function claimSubjects(of: { subject: ClaimSubject; reference: string | null; friend: string; company: string | null }): string[] {
  if (of.subject === "order") return [`order:${of.reference}`];
  const out = [`person:${of.friend}`];
  if (of.subject === "deal" && of.reference !== null) out.push(`deal:${of.reference}`);
  if (of.subject === "company" && of.company !== null) out.push(`company:${of.company}`);
  return out.sort();
}

export type ClaimTimes = { exclusiveUntil: number; blocksUntil: number; decideAt: number | null };

/** How long the claim keeps others out, and when a rule decides it (null: an operator does). */
export function claimTimes(rules: ProgramClaims, at: number, zone: Zone): ClaimTimes {
  const exclusiveUntil = after(at, rules.exclusivity, zone);
  return {
    exclusiveUntil,
    blocksUntil: rules.blocks === undefined ? exclusiveUntil : after(at, rules.blocks, zone),
    decideAt: typeof rules.decide === "object" ? after(at, rules.decide.after, zone) : null,
  };
}

/** The exclusivity begun anew: a deal that moves is worked on. */
export function exclusiveFrom(rules: ProgramClaims, at: number, zone: Zone): number {
  return after(at, rules.exclusivity, zone);
}

/** Somebody whose claim ends is told a week before; a shorter exclusivity ends without. */
const NOTICE = 7 * 86_400_000;

/** When a claim that is exclusive up to an instant is looked at next: a week before its end, and at its end. */
export function nextLook(exclusiveUntil: number, now: number): number {
  return exclusiveUntil - NOTICE > now ? exclusiveUntil - NOTICE : exclusiveUntil;
}

/** Since when an application of her own makes a candidate known. */
export function knownSince(rules: ProgramClaims, at: number): number {
  const duration = parseDuration(rules.blocks ?? rules.exclusivity);
  return typeof duration === "string" ? at : at - (duration.ms + duration.months * 31 * 86_400_000);
}

function after(at: number, text: string, zone: Zone): number {
  const duration = parseDuration(text);
  if (typeof duration === "string") throw new Error(`impossible: ${text} passed the schema`);
  return addDuration(at, duration, zone);
}

/** The bonus of a vacancy: its own, else the program's first line that holds for its grade and country. */
export function bonusOf(rules: ProgramClaims, of: { grade: string; country: string; bonus: Money | null }): Money | null {
  if (of.bonus !== null) return of.bonus;
  for (const line of rules.bonuses) {
    if ((line.grade !== undefined && line.grade !== of.grade) || (line.country !== undefined && line.country !== of.country)) continue;
    const money = parseMoney(line.bonus);
    if (typeof money !== "string") return money;
  }
  return null;
}
