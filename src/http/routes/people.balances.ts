import { z } from "zod";
import { formatInstant } from "../../core/time.ts";
import { type Ending, readEndings } from "../../store/expiries.ts";
import { type BalanceRow, balancesOf } from "../../store/people.ts";
import { readUnion } from "../../store/redemptions.ts";
import { endpoint } from "../endpoint.ts";
import { findPerson } from "../lookup.ts";
import { instant } from "../schemas.ts";

const balance = z
  .object({
    unit: z.string(),
    pending: z.int(),
    available: z.int().describe("Below zero when more was taken back after a payout than came in since."),
    in_flight: z.int(),
    settled: z.int(),
    expired: z.int().describe("What was not used in time."),
    expiring: z
      .array(z.object({ at: instant, amount: z.int() }))
      .describe("What ends when unless it is used before, the soonest first. Together never more than is available."),
  })
  .meta({ id: "Balance" });

/** Debts (taken back after it was spent) are paid by the oldest, which then do not end. */
function expiringOf(row: BalanceRow, endings: readonly Ending[]): { at: string; amount: number }[] {
  const own = endings.filter((e) => e.unit === row.unit);
  let debt = Math.max(0, own.reduce((sum, e) => sum + e.amount, 0) - Math.max(0, row.available));
  return own.flatMap(({ at, amount }) => {
    const paid = Math.min(debt, amount);
    debt -= paid;
    return amount > paid ? [{ at: formatInstant(at), amount: amount - paid }] : [];
  });
}

export default endpoint({
  method: "GET",
  path: "/v1/people/:person/balances",
  tag: "People",
  permission: "ledger:read",
  summary: "What a person holds, by unit",
  params: z.object({ person: z.string() }),
  response: z.array(balance),
  handler: ({ params, read }) =>
    read(async (workspaceId, db) => {
      const person = await findPerson(workspaceId, db, params.person);
      const endings = await readEndings(workspaceId, db, await readUnion(workspaceId, db, person));
      return (await balancesOf(workspaceId, db, person)).map((row) => ({ ...row, expiring: expiringOf(row, endings) }));
    }),
});
