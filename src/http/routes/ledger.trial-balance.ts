import { z } from "zod";
import { trialBalance } from "../../store/ledger.ts";
import { endpoint } from "../endpoint.ts";

const unit = z
  .object({
    unit: z.string(),
    accounts: z.array(z.object({ kind: z.string(), amount: z.int() })),
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
          accounts: rows.map(({ kind, amount }) => ({ kind, amount })),
          total: rows.reduce((sum, row) => sum + row.amount, 0),
        })),
      };
    }),
});
