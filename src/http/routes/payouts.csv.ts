import { z } from "zod";
import { csvLine } from "../../core/ingest/csv.ts";
import { externalId } from "../../core/id.ts";
import { minorToDecimal } from "../../core/money.ts";
import { type PayoutDetail, payTo } from "../../core/payout-detail.ts";
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
  description:
    "Where each wants her money is in it, opened: keep the file as you keep a bank's. " +
    "Fill in `state` (settled or failed), `reference` and `error`, and send it to the results.",
  params: z.object({ batch: z.string() }),
  query: z.strictObject({
    format: z
      .enum(["standard", "payroll"])
      .default("standard")
      .describe("payroll: employee number and cost centre, from the attributes `employee_number` and `cost_centre`."),
  }),
  response: z.string(),
  handler: ({ params, query, read, reply, services }) =>
    read(async (workspaceId, db) => {
      await findBatch(workspaceId, db, params.batch);
      const rows = await listPayouts(workspaceId, db, uuidOrMissing("bat", params.batch, "payout batch"));
      const payroll = query.format === "payroll";
      const people = payroll ? [] : [...new Set(rows.map((row) => row.person_id))];
      const details = await services.portal.openPayoutDetails(db, { workspaceId, people });
      void reply.header("content-disposition", `attachment; filename="${params.batch}${payroll ? "-payroll" : ""}.csv"`);
      const head = csvLine(payroll ? PAYROLL : STANDARD);
      return head + rows.map((row) => csvLine(payroll ? payrollCells(row) : standardCells(row, details.get(row.person_id)))).join("");
    }),
});

const WHERE = ["method", "holder", "pay_to"];
const STANDARD = ["payout", "person", "user_id", "email", "name", "amount", "currency", "state", "reference", "error", ...WHERE];
const PAYROLL = ["employee_number", "cost_centre", "name", "amount", "currency", "payout", "person", "state", "reference", "error"];

type Row = Awaited<ReturnType<typeof listPayouts>>[number];

function standardCells(row: Row, detail: PayoutDetail | undefined): string[] {
  const { user_id, email, name } = row;
  const where = detail === undefined ? ["", "", ""] : [detail.method, detail.holder, payTo(detail)];
  return [...ids(row), user_id ?? "", email ?? "", name ?? "", ...amount(row), ...result(row), ...where];
}

function payrollCells(row: Row): string[] {
  return [row.employee_number ?? "", row.cost_centre ?? "", row.name ?? "", ...amount(row), ...ids(row), ...result(row)];
}

const ids = (row: Row): string[] => [externalId("pay", row.id), externalId("per", row.person_id)];
const amount = (row: Row): string[] => [minorToDecimal(row.amount, row.unit), row.unit];
const result = (row: Row): string[] => [row.state === "in_flight" ? "" : row.state, row.reference ?? "", row.error ?? ""];
