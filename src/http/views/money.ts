/** Adjustments and proofs of the books as the API shows them. */
import { z } from "zod";
import { externalId } from "../../core/id.ts";
import { formatInstant } from "../../core/time.ts";
import type { AdjustmentRow } from "../../store/adjustments.ts";
import type { ProofRow } from "../../store/ledger-proofs.ts";
import { instant, money, sentence } from "../schemas.ts";

const instantOrNull = (at: number | null): string | null => (at === null ? null : formatInstant(at));

export const ADJUSTMENT_STATES = ["waiting", "approved", "done", "refused"] as const;

export const adjustment = z
  .object({
    id: z.string(),
    what: z.enum(["grant", "spend", "reverse"]),
    person: z.string(),
    program: z.string().nullable(),
    reward: z.string().nullable(),
    redemption: z.string().nullable(),
    kind: z.string(),
    value: money,
    reason: z.string(),
    state: z.enum(ADJUSTMENT_STATES).describe("waiting: for a second operator. approved: it is being done."),
    proposed_by: z.string(),
    proposed_at: instant,
    decided_by: z.string().nullable(),
    decided_at: instant.nullable(),
    note: z.string().nullable().describe("Why it was refused."),
  })
  .meta({ id: "Adjustment" });

export function adjustmentView(row: AdjustmentRow): z.input<typeof adjustment> {
  return {
    id: externalId("adj", row.id),
    what: row.kind,
    person: externalId("per", row.person_id),
    program: row.program,
    reward: row.reward_id === null ? null : externalId("rwd", row.reward_id),
    redemption: row.redemption_id === null ? null : externalId("rdm", row.redemption_id),
    kind: row.form,
    value: { amount: row.amount, currency: row.unit },
    reason: row.reason,
    state: row.state,
    proposed_by: row.proposed_by,
    proposed_at: formatInstant(row.proposed_at),
    decided_by: row.decided_by,
    decided_at: instantOrNull(row.decided_at),
    note: row.note,
  };
}

const check = z.object({
  id: z.string(),
  name: z.string(),
  ok: z.boolean(),
  checked: z.int(),
  bad: z.int(),
  examples: z.array(z.string()).describe("The first few that are wrong, by their ids."),
});
const balanceLine = z.object({ kind: z.string(), unit: z.string(), amount: z.string().describe("Minor units, in digits.") });

export const proof = z
  .object({
    id: z.string(),
    by: z.string(),
    state: z.enum(["running", "ended", "failed", "lost"]).describe("lost: its process has said nothing for two minutes."),
    started_at: instant,
    ended_at: instant.nullable(),
    checked: z.int().describe("Rows looked at so far."),
    step: sentence.describe("What is being proved now, or why it failed."),
    ok: z.boolean().nullable(),
    waiting: z.int().nullable().describe("People whom a batch left to be folded again; they are proved when that has run."),
    checks: z.array(check),
    balance: z.array(balanceLine).describe("The trial balance at that time."),
  })
  .meta({ id: "LedgerProof" });

export function proofView(row: ProofRow): z.input<typeof proof> {
  return {
    id: externalId("prf", row.id),
    by: row.actor,
    state: row.state,
    started_at: formatInstant(row.started_at),
    ended_at: instantOrNull(row.ended_at),
    checked: row.checked,
    step: row.step,
    ok: row.ok,
    waiting: row.waiting,
    checks: row.checks as z.input<typeof check>[],
    balance: (row.balance ?? []) as z.input<typeof balanceLine>[],
  };
}
