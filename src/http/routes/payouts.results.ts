import { z } from "zod";
import { externalId } from "../../core/id.ts";
import { endpoint } from "../endpoint.ts";
import { uuidOrMissing } from "../listing.ts";
import { byOf, findBatch } from "../lookup.ts";
import { payoutResults, readResults } from "../payout-results.ts";

export default endpoint({
  method: "POST",
  path: "/v1/payouts/:batch/results",
  tag: "Payouts",
  permission: "payouts:write",
  summary: "Say what was paid and what failed",
  description: "As JSON, or the batch's file filled in as text/csv. In parts, and twice, if need be. What failed is available again.",
  params: z.object({ batch: z.string() }),
  query: z.strictObject({
    dry_run: z.enum(["true", "false"]).default("false").describe("true: what taking them would come to; nothing changes."),
  }),
  body: payoutResults,
  rawBody: true,
  consumes: "text/csv",
  bodyLimit: 16 * 1024 * 1024,
  response: z
    .object({
      settled: z.int(),
      failed: z.int(),
      unchanged: z.int(),
      unknown: z.array(z.string()).describe("Payouts that are not of this batch."),
    })
    .meta({ id: "PayoutResultsTaken" }),
  async handler({ params, query, caller, services, read, request }) {
    await read((workspaceId, db) => findBatch(workspaceId, db, params.batch));
    const taken = await services.recordPayouts(byOf(caller), {
      batchId: uuidOrMissing("bat", params.batch, "payout batch"),
      results: readResults(request.body),
      dryRun: query.dry_run === "true",
    });
    return { ...taken, unknown: taken.unknown.map((each) => externalId("pay", each)) };
  },
});
