import { z } from "zod";
import { formatInstant } from "../../core/time.ts";
import { endpoint } from "../endpoint.ts";
import { instant } from "../schemas.ts";

const instantOrNull = (at: number | null): string | null => (at === null ? null : formatInstant(at));

const line = z.object({
  program: z.string(),
  key: z.string(),
  rule: z.string().nullable().describe("Null: the whole program's."),
  every: z.string().describe("ever, day, week, month, quarter or year."),
  period: z.string(),
  unit: z.string().nullable().describe("Null where it counts rewards and not money."),
  amount: z.int(),
  used: z.int(),
  share: z.number(),
  elapsed: z.number().nullable().describe("How much of the period's time has passed, 0 to 1."),
  per_day: z.number().describe("Used a day since the period began."),
  lasts_until: instant.nullable().describe("When it is spent at this pace; null where it outlasts its period."),
  spent_at: instant.nullable(),
  ends_at: instant.nullable(),
  blocks: z.boolean().describe("Whether rewards stop when it is spent."),
});

export default endpoint({
  method: "GET",
  path: "/v1/reports/budgets",
  tag: "Reports",
  permission: "reports:read",
  summary: "How fast each budget is spent, and until when it lasts",
  response: z.object({ data: z.array(line) }).meta({ id: "BudgetPaces" }),
  handler: ({ read, services }) =>
    read(async (workspaceId, db) => ({
      data: (await services.money.budgets({ workspaceId, db })).map(({ perDay, lastsUntil, spentAt, endsAt, ...rest }) => ({
        ...rest,
        per_day: perDay,
        lasts_until: instantOrNull(lastsUntil),
        spent_at: instantOrNull(spentAt),
        ends_at: instantOrNull(endsAt),
      })),
    })),
});
