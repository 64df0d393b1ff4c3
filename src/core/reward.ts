/** A reward as it is stored: a grant under its business key, whose owed amount changes by adjustments. */

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
  /** Why it may never pay whatever the folds say: `denied` by an operator, `budget` when it did not fit. */
  gate: string | null;
  availableAt: number;
  maturedAt: number | null;
  payload: unknown;
};

/** The business key: one grant per workspace, program, rule, basis and recipient (I3). */
export function grantKey(r: { program: string; rule: string; basis: string; recipient: string }): string {
  return `${r.program}|${r.rule}|${r.basis}|${r.recipient}`;
}

/** Accounts and transfers: who holds what, and one positive amount on its way between two of them (ledger/post.ts). */
export type AccountKind = "program_expense" | "pending" | "available" | "in_flight" | "settled" | "expired" | "clearing";
export type Account = { id: string; kind: AccountKind; owner: string; form: string; unit: string };
export type TransferKind = "grant" | "adjust" | "mature" | "redeem" | "payout" | "payout_failed" | "settle" | "expire" | "manual";
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
