/** Outgoing webhooks: what is sent, and when it is tried again. Standard Webhooks 1.0.0. */
import { externalId } from "./id.ts";
import type { OutboxEvent } from "./outgoing.ts";
import { holderId } from "./reward.ts";
import { formatInstant } from "./time.ts";

/** Shapes of the payload, newest first. An endpoint keeps the one it was made with until it asks for another. */
export const WEBHOOK_VERSIONS = ["2026-11"] as const;

/** Between the tries of one delivery, in seconds; the first is at once: 75 h 35 min from the first to the last. */
const WAITS = [5, 300, 1_800, 7_200, 18_000, 36_000, 50_400, 72_000, 86_400];
export const WEBHOOK_TRIES = WAITS.length + 1;
/** Each wait is up to this much longer, so that what failed together does not come back together. */
const JITTER = 0.1;
const RETRY_AFTER_MOST_MS = 86_400_000;

/** An answer that took this long, or none, puts an endpoint among the slow ones, where it waits for nobody but its like. */
const SLOW_MS = 5_000;

export type WebhookOutcome = { status: number | null; error: string | null; retryAfterMs: number | null; ms: number };

/** `wait`: milliseconds to the next try; null where there is none. `word` says what was wrong, null where nothing was. */
export type WebhookVerdict = { delivered: boolean; gone: boolean; slow: boolean; wait: number | null; word: string | null };

/** What follows from the `tries`-th try (from 1). `chance` is a number from 0 to 1. Redirects are failures; 410 ends it all. */
export function judgeTry(outcome: WebhookOutcome, tries: number, chance: number): WebhookVerdict {
  const { status, error } = outcome;
  const delivered = status !== null && status >= 200 && status < 300;
  if (delivered) return { delivered, gone: false, slow: outcome.ms >= SLOW_MS, wait: null, word: null };
  const word = error ?? (status !== null && status >= 300 && status < 400 ? "redirect" : "status");
  const failed = { delivered, gone: status === 410, slow: true, word };
  const planned = WAITS[tries - 1];
  if (failed.gone || planned === undefined) return { ...failed, wait: null };
  const wait = planned * 1_000 * (1 + JITTER * chance);
  const asked = status === 429 || status === 503 ? Math.min(outcome.retryAfterMs ?? 0, RETRY_AFTER_MOST_MS) : 0;
  return { ...failed, wait: Math.round(Math.max(wait, asked)) };
}

/** What an event is about, for the payload. People are ids; nothing here names anybody. */
export type Subject = {
  program: string | null;
  reward?: {
    id: string;
    recipient_id: string;
    payload: unknown;
    rule: string;
    form: string;
    unit: string;
    owed: number;
    state: string;
    at: number;
    available_at: number;
  };
  referral?: {
    id: string;
    advocate_id: string;
    friend_id: string;
    stage: string;
    status: string;
    bound_at: number;
    qualified_at: number | null;
  };
  payout?: { id: string; person_id: string; form: string; unit: string; amount: number; state: string };
};

/** `data` of the payload: the thing as it stands when the event is handed over. */
export function webhookData(event: OutboxEvent, about: Subject): Record<string, unknown> {
  // What operators wrote in their own words stays inside.
  const reason = event.reason != null && /^[a-z][a-z0-9_]*$/.test(event.reason) ? event.reason : null;
  return { id: event.id, program: about.program, reason, ...objectOf(about), ...event.data };
}

function objectOf({ reward, referral, payout }: Subject): Record<string, unknown> {
  if (reward !== undefined) {
    const { rule, form, unit, owed, state } = reward;
    const times = { at: formatInstant(reward.at), available_at: formatInstant(reward.available_at) };
    return { to: holderId(reward, reward.recipient_id), rule, kind: form, value: { amount: owed, currency: unit }, state, ...times };
  }
  if (referral !== undefined) {
    const { stage, status, qualified_at } = referral;
    const people = { advocate: externalId("per", referral.advocate_id), friend: externalId("per", referral.friend_id) };
    const times = {
      bound_at: formatInstant(referral.bound_at),
      qualified_at: qualified_at === null ? null : formatInstant(qualified_at),
    };
    return { ...people, stage, status, ...times };
  }
  if (payout === undefined) return {};
  const { form, unit, amount, state } = payout;
  return { to: externalId("per", payout.person_id), kind: form, value: { amount, currency: unit }, state };
}

/** The body, the same on every try. There is one version so far. */
export function webhookBody(_version: string, event: { type: string; at: number; data: unknown }): string {
  return JSON.stringify({ type: event.type, timestamp: formatInstant(event.at), data: event.data });
}
