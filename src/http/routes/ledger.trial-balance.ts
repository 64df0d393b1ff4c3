import { z } from "zod";
import { trialBalance } from "../../store/ledger.ts";
import { endpoint } from "../endpoint.ts";

const exact = (sum: bigint): number | string => (Number.isSafeInteger(Number(sum)) ? Number(sum) : String(sum));

const unit = z
  .object({
    unit: z.string(),
    accounts: z.array(
      z.object({ kind: z.string(), amount: z.union([z.int(), z.string()]).describe("Digits in a text where 2^53 is passed.") }),
    ),
    total: z.int().describe("Always 0."),
  })
  .meta({ id: "TrialBalanceUnit" });

export default endpoint({
  method: "GET",
  path: "/v1/ledger/trial-balance",
  tag: "Ledger",
  permission: "ledger:read",
  summary: "Every account kind and unit with its sum",
  description: "Folded from the postings themselves. What was spent stands as a negative amount under program_expense.",
  response: z.object({ data: z.array(unit) }),
  handler: ({ read }) =>
    read(async (workspaceId, db) => {
      const units = Map.groupBy(await trialBalance(workspaceId, db), (row) => row.unit);
      return {
        data: [...units].map(([name, rows]) => ({
          unit: name,
          accounts: rows.map(({ kind, amount }) => ({ kind, amount: exact(BigInt(amount)) })),
          total: Number(rows.reduce((sum, row) => sum + BigInt(row.amount), 0n)),
        })),
      };
    }),
});
