import { z } from "zod";
import { formatInstant } from "../../core/time.ts";
import { listBudgets } from "../../store/programs.ts";
import { endpoint } from "../endpoint.ts";
import { instant } from "../schemas.ts";

const budget = z
  .object({
    program: z.string(),
    key: z.string(),
    period: z.string().describe("Empty for a budget without periods."),
    used: z.int(),
    rewards: z.int(),
    spent_at: instant.nullable(),
  })
  .meta({ id: "Budget" });

export default endpoint({
  method: "GET",
  path: "/v1/budgets",
  tag: "Budgets",
  permission: "budgets:read",
  summary: "What of each budget is used",
  query: z.strictObject({ program: z.string().max(64).optional() }),
  response: z.object({ data: z.array(budget) }),
  handler: ({ query, read }) =>
    read(async (workspaceId, db) => ({
      data: (await listBudgets(workspaceId, db, query.program ?? null)).map(({ used_count: rewards, spent_at: at, ...rest }) => ({
        ...rest,
        rewards,
        spent_at: at === null ? null : formatInstant(at),
      })),
    })),
});
