import { z } from "zod";
import { endpoint } from "../endpoint.ts";
import { byOf, findProgram } from "../lookup.ts";

export default endpoint({
  method: "POST",
  path: "/v1/programs/:program/budget/reopen",
  tag: "Budgets",
  permission: "budgets:write",
  summary: "Let a spent budget pay again",
  description: "After a refund gave money back, or the amount was raised. Conversions that came while it was spent stay unpaid.",
  params: z.object({ program: z.string() }),
  body: z.strictObject({ key: z.string().max(64), period: z.string().max(32).default("") }).meta({ id: "BudgetReopen" }),
  response: z.object({ program: z.string(), key: z.string(), period: z.string() }),
  async handler({ params, body, caller, services, read }) {
    const { id } = await read((workspaceId, db) => findProgram(workspaceId, db, params.program));
    await services.reopenBudget(byOf(caller), { programId: id, key: body.key, period: body.period });
    return { program: params.program, key: body.key, period: body.period };
  },
});
