/** Payout batches: who is paid what, and what a result does. */
import type { Digest } from "../ledger/post.ts";
import { derivedUuid } from "../id.ts";
import type { Transfer } from "../reward.ts";
import { type Holding, movement } from "./movement.ts";

/** The available balance of one account, with the person that its owner is now (merged people are paid as one). */
export type Payable = { owner: string; person: string; balance: number };
export type PayoutLine = { personId: string; amount: number };
export type Payout = { id: string; person: string; amount: number };

/** What each person is due: the sum of her accounts, so that what was taken back after a payout counts against it. */
export function payoutLines(accounts: readonly Payable[], minimum: number): PayoutLine[] {
  const sums = new Map<string, number>();
  for (const a of accounts) sums.set(a.person, (sums.get(a.person) ?? 0) + a.balance);
  const lines = [...sums].filter(([, amount]) => amount > 0 && amount >= minimum);
  return lines.map(([personId, amount]) => ({ personId, amount })).sort((a, b) => (a.personId < b.personId ? -1 : 1));
}

export type BatchOf = { digest: Digest; batch: string; form: string; unit: string; instant: number };
export type BatchPlan = {
  payouts: Payout[];
  transfers: Transfer[];
  /** Every owner whose rewards a payout carries. */ owners: string[];
  payoutOf: string[];
};

/** One payout a person, and the transfers that take it from available to in flight. */
export function planBatch(accounts: readonly Payable[], minimum: number, of: BatchOf): BatchPlan {
  const plan: BatchPlan = { payouts: [], transfers: [], owners: [], payoutOf: [] };
  const byPerson = new Map<string, Payable[]>();
  for (const a of accounts) byPerson.set(a.person, [...(byPerson.get(a.person) ?? []), a]);
  for (const { personId: person, amount } of payoutLines(accounts, minimum)) {
    const id = derivedUuid(of.digest(`payout|${of.batch}|${person}`), of.instant);
    plan.payouts.push({ id, person, amount });
    const mine = byPerson.get(person) ?? [];
    plan.transfers.push(...carries(mine, person, { ...of, group: of.batch, cause: id }));
    const holding = { owner: person, form: of.form, unit: of.unit };
    plan.transfers.push(
      movement(of.digest, holding, {
        key: `payout|${id}`,
        group: of.batch,
        kind: "payout",
        cause: id,
        at: of.instant,
        amount,
        from: "available",
        to: "in_flight",
      }),
    );
    for (const owner of new Set([person, ...mine.map((a) => a.owner)])) {
      plan.owners.push(owner);
      plan.payoutOf.push(id);
    }
  }
  return plan;
}

/** Brings what people who were joined hold (or owe) to the one they are now. */
export function carries(
  accounts: readonly Payable[],
  person: string,
  of: Omit<BatchOf, "batch"> & { group: string; cause: string },
): Transfer[] {
  return accounts
    .filter((a) => a.owner !== person && a.balance !== 0)
    .map((a) => {
      const [owner, toOwner] = a.balance > 0 ? [a.owner, person] : [person, a.owner];
      const holding: Holding = { owner, form: of.form, unit: of.unit };
      const key = `carry|${of.cause}|${a.owner}`;
      return movement(of.digest, holding, {
        key,
        group: of.group,
        kind: "carry",
        cause: of.cause,
        at: of.instant,
        amount: Math.abs(a.balance),
        from: "available",
        to: "available",
        toOwner,
      });
    });
}

export type PayoutState = "in_flight" | "settled" | "failed";
export type KnownPayout = { id: string; person: string; amount: number; state: PayoutState };
export type PayoutResult = { payoutId: string; state: "settled" | "failed"; reference: string | null; error: string | null };
export type Sorted = { taken: (PayoutResult & { payout: KnownPayout })[]; unchanged: number; unknown: string[]; contradicted: string[] };

/** Sorts results into new ones, repeats, strangers, and those that say otherwise than an earlier result. */
export function sortResults(known: ReadonlyMap<string, KnownPayout>, results: readonly PayoutResult[]): Sorted {
  const sorted: Sorted = { taken: [], unchanged: 0, unknown: [], contradicted: [] };
  const said = new Map<string, string>();
  for (const result of results) {
    const payout = known.get(result.payoutId);
    if (payout === undefined) {
      sorted.unknown.push(result.payoutId);
      continue;
    }
    const before = said.get(payout.id) ?? (payout.state === "in_flight" ? undefined : payout.state);
    if (before === undefined) sorted.taken.push({ ...result, payout });
    else if (before === result.state) sorted.unchanged++;
    else sorted.contradicted.push(payout.id);
    said.set(payout.id, result.state);
  }
  return sorted;
}
