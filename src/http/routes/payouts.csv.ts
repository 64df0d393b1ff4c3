import { z } from "zod";
import { csvLine } from "../../core/ingest/csv.ts";
import { externalId } from "../../core/id.ts";
import { minorToDecimal } from "../../core/money.ts";
import { listPayouts } from "../../store/rewards.ts";
import { endpoint } from "../endpoint.ts";
import { uuidOrMissing } from "../listing.ts";
import { findBatch } from "../lookup.ts";

export default endpoint({
  method: "GET",
  path: "/v1/payouts/:batch/file.csv",
  tag: "Payouts",
  permission: "payouts:read",
  summary: "A payout batch as a file to pay from",
  produces: "text/csv; charset=utf-8",
  description: "Fill in `state` (settled or failed), `reference` and `error`, and send it to the results.",
  params: z.object({ batch: z.string() }),
  query: z.strictObject({
    format: z
      .enum(["standard", "payroll"])
      .default("standard")
      .describe("payroll: employee number and cost centre, from the attributes `employee_number` and `cost_centre`."),
  }),
  response: z.string(),
  handler: ({ params, query, read, reply }) =>
    read(async (workspaceId, db) => {
      await findBatch(workspaceId, db, params.batch);
      const rows = await listPayouts(workspaceId, db, uuidOrMissing("bat", params.batch, "payout batch"));
      const payroll = query.format === "payroll";
      void reply.header("content-disposition", `attachment; filename="${params.batch}${payroll ? "-payroll" : ""}.csv"`);
      const head = csvLine(payroll ? PAYROLL : STANDARD);
      return head + rows.map((row) => csvLine(payroll ? payrollCells(row) : standardCells(row))).join("");
    }),
});

const STANDARD = ["payout", "person", "user_id", "email", "name", "amount", "currency", "state", "reference", "error"];
const PAYROLL = ["employee_number", "cost_centre", "name", "amount", "currency", "payout", "person", "state", "reference", "error"];

type Row = Awaited<ReturnType<typeof listPayouts>>[number];

function standardCells(row: Row): string[] {
  const { user_id, email, name } = row;
  return [...ids(row), user_id ?? "", email ?? "", name ?? "", ...amount(row), ...result(row)];
}

function payrollCells(row: Row): string[] {
  return [row.employee_number ?? "", row.cost_centre ?? "", row.name ?? "", ...amount(row), ...ids(row), ...result(row)];
}

const ids = (row: Row): string[] => [externalId("pay", row.id), externalId("per", row.person_id)];
const amount = (row: Row): string[] => [minorToDecimal(row.amount, row.unit), row.unit];
const result = (row: Row): string[] => [row.state === "in_flight" ? "" : row.state, row.reference ?? "", row.error ?? ""];
