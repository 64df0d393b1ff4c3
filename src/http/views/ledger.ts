/** The ledger and payouts as the API shows them. */
import { z } from "zod";
import { externalId } from "../../core/id.ts";
import { formatInstant } from "../../core/time.ts";
import type { AccountRow, TransferRow } from "../../store/ledger.ts";
import type { BatchRow } from "../../store/rewards.ts";
import type { PayoutItemRow } from "../../store/statements.ts";
import { instant, money } from "../schemas.ts";

/** An account belongs to a program, a company or a person. */
function ownerOf(kind: string, uuid: string, isCompany: boolean): string {
  return externalId(kind === "program_expense" ? "prg" : isCompany ? "com" : "per", uuid);
}

export const account = z
  .object({
    id: z.string(),
    kind: z.string(),
    owner: z.string(),
    form: z.string(),
    unit: z.string(),
    balance: z.int().nullable().describe("Null where no balance is kept; see the trial balance."),
  })
  .meta({ id: "LedgerAccount" });

export function accountView(row: AccountRow): z.input<typeof account> {
  const { id, kind, form, unit, balance } = row;
  return { id, kind, owner: ownerOf(kind, row.owner_id, row.company), form, unit, balance };
}

export const transaction = z
  .object({
    id: z.string(),
    group: z.string(),
    kind: z.string(),
    reward: z.string().nullable(),
    at: instant,
    unit: z.string(),
    postings: z
      .array(z.object({ account: z.string(), kind: z.string(), owner: z.string(), amount: z.int() }))
      .length(2)
      .describe("Two, of opposite amounts: out of the first account, into the second."),
  })
  .meta({ id: "LedgerTransaction" });

export function transactionView(row: TransferRow): z.input<typeof transaction> {
  const debtor = ownerOf(row.debit_kind, row.debit_owner, row.debit_company);
  const creditor = ownerOf(row.credit_kind, row.credit_owner, row.credit_company);
  return {
    id: externalId("trf", row.id),
    group: row.group_id,
    kind: row.kind,
    reward: row.reward_id === null ? null : externalId("rwd", row.reward_id),
    at: formatInstant(row.at),
    unit: row.unit,
    postings: [
      { account: row.debit, kind: row.debit_kind, owner: debtor, amount: -row.amount },
      { account: row.credit, kind: row.credit_kind, owner: creditor, amount: row.amount },
    ],
  };
}

export const batch = z
  .object({
    id: z.string(),
    kind: z.string(),
    total: money,
    status: z.enum(["open", "closed"]),
    payouts: z.int(),
    settled: z.int(),
    failed: z.int(),
    created_at: instant,
  })
  .meta({ id: "PayoutBatch" });

export function batchView(row: BatchRow): z.input<typeof batch> {
  return {
    id: externalId("bat", row.id),
    kind: row.form,
    total: { amount: row.amount, currency: row.unit },
    status: row.status as "open",
    payouts: row.payouts,
    settled: row.settled,
    failed: row.failed,
    created_at: formatInstant(row.created_at),
  };
}

export const payout = z
  .object({
    id: z.string(),
    person: z.string(),
    value: money,
    state: z.enum(["in_flight", "settled", "failed"]),
    reference: z.string().nullable(),
    error: z.string().nullable(),
    created_at: instant,
    decided_at: instant.nullable(),
  })
  .meta({ id: "Payout" });

export function payoutView(row: PayoutItemRow): z.input<typeof payout> {
  return {
    id: externalId("pay", row.id),
    person: externalId("per", row.person_id),
    value: { amount: row.amount, currency: row.unit },
    state: row.state as "settled",
    reference: row.reference,
    error: row.error,
    created_at: formatInstant(row.created_at),
    decided_at: row.decided_at === null ? null : formatInstant(row.decided_at),
  };
}
