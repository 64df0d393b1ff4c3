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
  response: z.string(),
  handler: ({ params, read, reply }) =>
    read(async (workspaceId, db) => {
      await findBatch(workspaceId, db, params.batch);
      const rows = await listPayouts(workspaceId, db, uuidOrMissing("bat", params.batch, "payout batch"));
      void reply.header("content-disposition", `attachment; filename="${params.batch}.csv"`);
      const head = csvLine(["payout", "person", "user_id", "email", "name", "amount", "currency", "state", "reference", "error"]);
      return (
        head +
        rows
          .map((row) =>
            csvLine([
              externalId("pay", row.id),
              externalId("per", row.person_id),
              row.user_id ?? "",
              row.email ?? "",
              row.name ?? "",
              minorToDecimal(row.amount, row.unit),
              row.unit,
              row.state === "in_flight" ? "" : row.state,
              row.reference ?? "",
              row.error ?? "",
            ]),
          )
          .join("")
      );
    }),
});
