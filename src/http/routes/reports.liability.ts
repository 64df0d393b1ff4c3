import { z } from "zod";
import { DAY, formatInstant } from "../../core/time.ts";
import { type HeldRow, type OwedDay, readComing } from "../../store/money-reports.ts";
import { workspaceNow } from "../../store/workspaces.ts";
import { endpoint } from "../endpoint.ts";
import { instant } from "../schemas.ts";

const AGES = ["up_to_30_days", "up_to_90_days", "up_to_180_days", "older"] as const;
/** Days old, at most. */
const UNTIL = [30, 90, 180, Infinity];
const WEEKS = 8;
const exact = (digits: string): number | string => (Number.isSafeInteger(Number(digits)) ? Number(digits) : digits);

const liability = z
  .object({
    asked_at: instant.describe("Now, by the workspace's clock."),
    at: instant.describe("Of when the sums are: of now, or up to a minute ago where there are millions of rewards and the last are new."),
    owed: z
      .array(
        z.object({
          kind: z.string(),
          unit: z.string(),
          age: z.enum(AGES).describe("Of the reward, in whole days (UTC) from its conversion."),
          pending: z.int(),
          available: z.int(),
          in_flight: z.int(),
          rewards: z.int(),
        }),
      )
      .describe("From open rewards. What was taken back after it was paid is not set off here, but it is in the books."),
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
  async handler({ query, read, caller, services }) {
    const now = await read((workspaceId, db) => workspaceNow(workspaceId, db));
    const more = query.with === "books";
    const [sums, coming] = await Promise.all([
      services.moneySums(caller.workspaceId, now),
      more ? read((workspaceId, db) => readComing(workspaceId, db, { now, weeks: WEEKS })) : null,
    ]);
    return {
      asked_at: formatInstant(now),
      at: formatInstant(sums.at),
      owed: owedByAge(sums.owed, now),
      books: more ? sums.books.flatMap(bookOf) : null,
      coming: coming?.map(({ form, ...rest }) => ({ kind: form, ...rest })) ?? null,
    };
  },
});

type Owed = z.input<typeof liability>["owed"][number];

/** Days become ages. */
function owedByAge(days: readonly OwedDay[], now: number): Owed[] {
  const today = Math.floor(now / DAY);
  const sums = new Map<string, Owed>();
  for (const { form, unit, day, ...rest } of days) {
    const age = AGES[UNTIL.findIndex((until) => today - day <= until)]!;
    const key = `${unit} ${form} ${age}`;
    const sum = sums.get(key) ?? { kind: form, unit, age, pending: 0, available: 0, in_flight: 0, rewards: 0 };
    sums.set(key, sum);
    for (const name of ["pending", "available", "in_flight", "rewards"] as const) sum[name] += rest[name];
  }
  const place = ({ unit, kind, age }: Owed): string => `${unit} ${kind} ${AGES.indexOf(age)}`;
  return [...sums.values()].sort((a, b) => (place(a) < place(b) ? -1 : 1));
}

function bookOf({ kind, form, unit, amount }: HeldRow): NonNullable<z.input<typeof liability>["books"]> {
  return kind === "settled" ? [] : [{ account: kind, kind: form, unit, amount: exact(amount) }];
}
