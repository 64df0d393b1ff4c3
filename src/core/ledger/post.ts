/**
 * Postings: the ledger moves by `owed - posted`, and only forward. A grant moves expense -> pending; what was taken back
 * moves the other way; after the hold the same moves touch `available`, which may go below zero and is carried against
 * the next rewards. Every transfer is one positive amount between two accounts of one unit.
 */
import { derivedUuid } from "../id.ts";
import { type Account, type AccountKind, type Reward, type RewardState, type Transfer, payerOf, stateOfMatured } from "../reward.ts";

export type Digest = (text: string) => string;

/** People's and companies' accounts keep a balance; the others are folded when asked. */
export function keepsBalance(kind: AccountKind): boolean {
  return kind !== "program_expense" && kind !== "clearing";
}

/** An account's id follows from what it is: nothing has to be looked up before posting. */
export function account(digest: Digest, a: Omit<Account, "id">): Account {
  return { id: derivedUuid(digest(`account|${a.kind}|${a.owner}|${a.form}|${a.unit}`), 0), ...a };
}

export type Target = { owed: number; reason: string | null; instant: number; cause: string; mayMature: boolean };

/**
 * Brings a reward to its target: one transfer of the difference, the new revision and the new state. `reward.revision`
 * 0 with `owed` 0 is a reward that was never posted.
 * @returns the transfer, or undefined when nothing moves.
 */
export function bringTo(reward: Reward, target: Target, digest: Digest): Transfer | undefined {
  const difference = target.owed - reward.owed;
  const matured = reward.maturedAt !== null;
  const first = reward.revision === 0;
  reward.reason = target.reason;
  if (difference === 0) {
    if (target.owed === 0) reward.state = stateAfter(reward);
    return undefined;
  }
  const now = !matured && target.mayMature && reward.availableAt <= target.instant;
  if (now && reward.owed === 0) reward.maturedAt = target.instant;
  const kind: AccountKind = reward.maturedAt !== null ? "available" : "pending";
  const side = account(digest, { kind, owner: reward.recipient, form: reward.form, unit: reward.unit });
  const payer = payerOf(reward);
  const from = { kind: payer === undefined ? ("program_expense" as const) : ("company" as const), owner: payer ?? reward.program };
  const expense = account(digest, { ...from, form: reward.form, unit: reward.unit });
  reward.revision += 1;
  reward.owed = target.owed;
  reward.state = stateAfter(reward);
  return {
    id: derivedUuid(digest(`transfer|${reward.id}|${reward.revision}`), target.instant),
    group: reward.id,
    kind: first ? "grant" : "adjust",
    reward: reward.id,
    cause: target.cause,
    at: target.instant,
    amount: Math.abs(difference),
    debit: difference > 0 ? expense : side,
    credit: difference > 0 ? side : expense,
  };
}

/**
 * What is taken back of a reward whose rest had ended comes from what ended first: the advocate never had it, so her balance does not pay
 * for it. Called after `bringTo`. @returns the transfer, or undefined when nothing comes back.
 */
export function unexpire(reward: Reward, of: { instant: number; cause: string }, digest: Digest): Transfer | undefined {
  const by = Math.min(reward.expired ?? 0, (reward.used ?? 0) - reward.owed);
  if (by <= 0) return undefined;
  reward.expired = (reward.expired ?? 0) - by;
  reward.used = (reward.used ?? 0) - by;
  if (reward.owed > 0) reward.state = stateOfMatured(reward);
  const { recipient: owner, form, unit } = reward;
  return {
    id: derivedUuid(digest(`unexpire|${reward.id}|${reward.revision}`), of.instant),
    group: reward.id,
    kind: "void",
    reward: reward.id,
    cause: of.cause,
    at: of.instant,
    amount: by,
    debit: account(digest, { kind: "expired", owner, form, unit }),
    credit: account(digest, { kind: "available", owner, form, unit }),
  };
}

/**
 * A part that is taken back leaves the state as it is, and all of it, coming back, has the state that it would have had. What
 * owes nothing is denied when it never was to be paid (refused, over a limit, worth nothing) and taken back otherwise,
 * whether it was ever posted or not: a refund that came before its purchase must not read otherwise than one after it.
 */
function stateAfter(reward: Reward): RewardState {
  if (reward.owed === 0) return isDenied(reward) ? "denied" : "reversed";
  return reward.maturedAt === null ? "pending" : stateOfMatured(reward);
}

function isDenied({ gate, reason, nominal }: Reward): boolean {
  if (gate === "reversed") return false;
  return gate === "denied" || reason === "cap_reached" || reason === "budget_exhausted" || nominal === 0;
}
