/**
 * An answer as it is kept beside its event, for whoever sends the event again or asks what became of it. The event's own columns say its id
 * and status, and most of a decision is what most decisions are: written out, the answer was half of a fact's row (748 of 1,236 bytes).
 */
import type { Decision, EventOutcome, OutcomeStatus } from "./event.ts";
import { externalId } from "./id.ts";

type KeptDecision = Pick<Decision, "program" | "outcome"> & Partial<Decision>;
/** `status`: of an answer that was kept whole, by an earlier version or as a later decision. */
export type KeptOutcome = { status?: OutcomeStatus; decisions: KeptDecision[]; error?: NonNullable<EventOutcome["error"]> };

/** Where the decisions about an event are explained. `id`: as the outside sees it. */
export const tracePath = (id: string): string => `/v1/events/${id}/trace`;

/** Without what the event's columns say, and without what is null, empty or false. */
export function keepOutcome(outcome: EventOutcome): KeptOutcome {
  const kept: KeptOutcome = { decisions: outcome.decisions.map(keepDecision) };
  if (outcome.error !== undefined) kept.error = outcome.error;
  return kept;
}

function keepDecision(of: Decision): KeptDecision {
  const kept: KeptDecision = { program: of.program, outcome: of.outcome };
  if (of.referral !== null) kept.referral = of.referral;
  if (of.stage !== null) kept.stage = of.stage;
  if (of.rewards.length > 0) kept.rewards = of.rewards;
  if (of.reason !== null) kept.reason = of.reason;
  if (of.provisional) kept.provisional = true;
  return kept;
}

/** The answer again, whole; those that were kept whole come out as they are. `id`: bare. `status`: the event's own. */
export function wholeOutcome(of: { id: string; client_id: string; status: OutcomeStatus }, kept: KeptOutcome): EventOutcome {
  const id = externalId("evt", of.id);
  const decisions = kept.decisions.map((each) => ({
    program: each.program,
    outcome: each.outcome,
    referral: each.referral ?? null,
    stage: each.stage ?? null,
    rewards: each.rewards ?? [],
    reason: each.reason ?? null,
    provisional: each.provisional ?? false,
    trace: tracePath(id),
  }));
  const whole: EventOutcome = { id, client_id: of.client_id, status: kept.status ?? of.status, decisions };
  return kept.error === undefined ? whole : { ...whole, error: kept.error };
}
