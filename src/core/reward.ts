/** A reward as it is stored: a grant under its business key, whose owed amount changes by adjustments. */

import { externalId } from "./id.ts";

export const REWARD_STATES = ["pending", "available", "in_flight", "fulfilled", "reversed", "denied", "expired"] as const;
export type RewardState = (typeof REWARD_STATES)[number];

export type Reward = {
  id: string;
  program: string;
  version: number;
  rule: string;
  basis: string;
  recipient: string;
  friend: string | null;
  advocate: string | null;
  fact: string;
  parent: string | null;
  at: number;
  client: string;
  rankAt: number;
  rankClient: string;
  period: string;
  form: string;
  unit: string;
  nominal: number;
  num: number;
  den: number;
  counts: boolean;
  owed: number;
  revision: number;
  state: RewardState;
  reason: string | null;
  /** What stands between the folds and the reward: see `isBarred`, and rules/gates.ts for what it waits for. */
  gate: string | null;
  availableAt: number;
  maturedAt: number | null;
  /** When what is left of it ends; null for never. */
  expiresAt: number | null;
  payload: unknown;
  /** What only some rules need to know of it; null for nearly all. */
  detail: RewardDetail | null;
  /** What of it has left or is leaving (paid, redeemed, given), and the part of that whose result is not known yet. 0 when absent. */
  used?: number;
  flying?: number;
  /** The part of `used` that did not leave but ended. 0 when absent. */
  expired?: number;
};

/** `choice`: the option that was picked, counted from 0. `channel`: the one in which a limit counts it. */
export type RewardDetail = { choice?: number; channel?: string };
/** What an option of a choice is worth, as the fold says: kept in the reward's payload until one is picked. */
export type Option = { form: string; unit: string; nominal: number; num: number; den: number; payload: unknown };

/** The company that pays, where it is not the program: what passed between two companies is taken from one and given to the other. */
export function payerOf(r: { payload?: unknown }): string | undefined {
  return (r.payload as { payer?: string } | null | undefined)?.payer;
}

/** Whose it is as the outside reads it: a company's where a company pays, a person's otherwise. */
export function holderId(r: { payload?: unknown }, recipient: string): string {
  return externalId(payerOf(r) === undefined ? "per" : "com", recipient);
}

/** What a reward that waits for a choice offers; nothing for any other. */
export function optionsOf(r: { form: string; payload?: unknown }): readonly Option[] {
  return r.form === "choice" ? ((r.payload as { options?: Option[] } | null)?.options ?? []) : [];
}

/**
 * True when it may never pay, whatever the folds say: `denied` (an operator refused it), `reversed` (an operator took it back),
 * `budget` (it did not fit when it came).
 */
export function isBarred(gate: string | null): boolean {
  return gate === "denied" || gate === "reversed" || gate === "budget";
}

/** Why a reward was refused that somebody refused in review. */
export const RISK_REFUSED = "risk_refused";

/**
 * Why a reward is as it is, in a word of ours, or null. What an operator wrote of it stays in the reward's own row, which erasing reaches:
 * outcomes, the outbox and webhooks are told nothing of it.
 */
export function reasonWord(reward: Pick<Reward, "basis" | "gate" | "reason">): string | null {
  const { gate, reason } = reward;
  if (gate === "denied" || gate === "reversed") return reason === RISK_REFUSED ? reason : null;
  return gate === null && isManual(reward) ? null : reason;
}

/**
 * The state of a matured reward that owes something: available while any of it is left, then in flight until its payout is decided. One of
 * which a part ended unspent is expired. The store says the same in SQL (store/reward-state.ts).
 */
export function stateOfMatured(r: { owed: number; used?: number; flying?: number; expired?: number }): RewardState {
  if ((r.used ?? 0) < r.owed) return "available";
  if ((r.flying ?? 0) > 0) return "in_flight";
  return (r.expired ?? 0) > 0 ? "expired" : "fulfilled";
}

/** The business key: one grant per workspace, program, rule, basis and recipient (I3). */
export function grantKey(r: { program: string; rule: string; basis: string; recipient: string }): string {
  return `${r.program}|${r.rule}|${r.basis}|${r.recipient}`;
}

/** Rule of what an operator grants by hand. Its basis begins with it too, so that a program's own rule of that name is another grant. */
export const MANUAL = "manual";

/** True for what rests on an operator's deed and on no fact: no fold knows it, so none may take it for stale or missing. */
export function isManual(r: { basis: string }): boolean {
  return r.basis.startsWith(`${MANUAL}:`);
}

/** Accounts and transfers: who holds what, and one positive amount on its way between two of them (ledger/post.ts). */
export type AccountKind = "program_expense" | "pending" | "available" | "in_flight" | "settled" | "expired" | "clearing" | "company";
export type Account = { id: string; kind: AccountKind; owner: string; form: string; unit: string };
export type TransferKind =
  | "grant"
  | "adjust"
  | "mature"
  | "redeem"
  | "payout"
  | "payout_failed"
  | "settle"
  | "void"
  /** Between the available accounts of two people who turned out to be one. */
  | "carry"
  | "expire"
  | "manual";
export type Transfer = {
  id: string;
  group: string;
  kind: TransferKind;
  reward: string | null;
  cause: string;
  at: number;
  debit: Account;
  credit: Account;
  amount: number;
};
