/** Where somebody wants her money, as it is shown again: never the account itself. */
import { z } from "zod";
import { formatInstant } from "../../core/time.ts";
import type { PayoutDetailRow } from "../../store/payout-details.ts";

export const payoutDetailShown = z
  .object({
    method: z.enum(["bank", "paypal", "other"]).nullable().describe("Null: she has said nothing yet."),
    hint: z.string().nullable(),
    changed_at: z.string().nullable(),
  })
  .meta({ id: "PayoutDetailShown" });

export function showPayoutDetail(row: PayoutDetailRow | null): z.input<typeof payoutDetailShown> {
  return row === null
    ? { method: null, hint: null, changed_at: null }
    : { method: row.method, hint: row.hint, changed_at: formatInstant(row.at) };
}
