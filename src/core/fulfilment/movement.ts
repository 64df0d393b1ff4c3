/** Transfers between the accounts of people: what maturing, paying, redeeming and giving are made of. */
import { derivedUuid } from "../id.ts";
import { type Digest, account } from "../ledger/post.ts";
import type { AccountKind, Transfer, TransferKind } from "../reward.ts";

export type Holding = { owner: string; form: string; unit: string };
export type Movement = {
  /** What makes the transfer the same one when it is tried again; its id follows from it. */
  key: string;
  group: string;
  kind: TransferKind;
  cause: string;
  at: number;
  /** Minor units, above zero. */
  amount: number;
  from: AccountKind;
  to: AccountKind;
  reward?: string;
  /** Whose account is credited, when it is not the same person's (carry). */
  toOwner?: string;
};

/** One transfer between two accounts of one form and unit. */
export function movement(digest: Digest, of: Holding, m: Movement): Transfer {
  const { owner, form, unit } = of;
  return {
    id: derivedUuid(digest(`move|${m.key}`), m.at),
    group: m.group,
    kind: m.kind,
    reward: m.reward ?? null,
    cause: m.cause,
    at: m.at,
    debit: account(digest, { kind: m.from, owner, form, unit }),
    credit: account(digest, { kind: m.to, owner: m.toOwner ?? owner, form, unit }),
    amount: m.amount,
  };
}
