import { z } from "zod";
import { formatInstant } from "../../core/time.ts";
import { readComing, readHeldBalances, readOwed } from "../../store/money-reports.ts";
import { workspaceNow } from "../../store/workspaces.ts";
import { endpoint } from "../endpoint.ts";
import { instant } from "../schemas.ts";

const AGES = ["up_to_30_days", "up_to_90_days", "up_to_180_days", "older"] as const;
const WEEKS = 8;
const exact = (digits: string): number | string => (Number.isSafeInteger(Number(digits)) ? Number(digits) : digits);

const liability = z
  .object({
    at: instant,
    owed: z
      .array(
        z.object({
          kind: z.string(),
          unit: z.string(),
          age: z.enum(AGES).describe("Of the reward, from its conversion."),
          pending: z.int(),
          available: z.int(),
          in_flight: z.int(),
          rewards: z.int(),
        }),
      )
      .describe("Folded from open rewards. What was taken back after it was paid is not set off here, but it is in the books."),
    books: z
      .array(
        z.object({
          account: z.enum(["pending", "available", "in_flight"]),
          kind: z.string(),
          unit: z.string(),
          amount: z.union([z.int(), z.string()]).describe("Digits in a text where 2^53 is passed."),
        }),
      )
      .nullable()
      .describe("What people's accounts hold, debts set off. Null unless asked for."),
    coming: z
      .array(z.object({ kind: z.string(), unit: z.string(), week: z.int(), amount: z.int(), rewards: z.int() }))
      .nullable()
      .describe(`What time alone makes available in the next ${WEEKS} weeks; week 0 ends in seven days. Null unless asked for.`),
  })
  .meta({ id: "Liability" });

export default endpoint({
  method: "GET",
  path: "/v1/reports/liability",
  tag: "Reports",
  permission: "reports:read",
  summary: "What is owed, by unit and by age",
  query: z.strictObject({
    with: z.enum(["books"]).optional().describe("books: also what the ledger's accounts hold, and what comes. Takes longer."),
  }),
  response: liability,
  handler: ({ query, read }) =>
    read(async (workspaceId, db) => {
      const now = await workspaceNow(workspaceId, db);
      const owed = await readOwed(workspaceId, db, now);
      const more = query.with === "books";
      const held = more ? await readHeldBalances(workspaceId, db) : null;
      const coming = more ? await readComing(workspaceId, db, { now, weeks: WEEKS }) : null;
      return {
        at: formatInstant(now),
        owed: owed.map(({ form, age, ...rest }) => ({ kind: form, age: AGES[age]!, ...rest })),
        books:
          held?.map(({ kind, form, unit, amount }) => ({ account: kind as "pending", kind: form, unit, amount: exact(amount) })) ?? null,
        coming: coming?.map(({ form, ...rest }) => ({ kind: form, ...rest })) ?? null,
      };
    }),
});
