import { z } from "zod";
import { externalId } from "../../core/id.ts";
import { endpoint } from "../endpoint.ts";
import { byOf, findBatch } from "../lookup.ts";
import { payoutWish } from "../schemas.ts";
import { batch } from "../views/ledger.ts";

export default endpoint({
  method: "POST",
  path: "/v1/payouts",
  tag: "Payouts",
  permission: "payouts:write",
  summary: "Make a payout batch",
  description:
    "Moves everyone's available balance of the unit, from the minimum on, to in flight. Fetch the file, pay, and send the results.",
  body: payoutWish
    .extend({
      expected_total: z
        .int()
        .min(1)
        .optional()
        .describe("What the preview came to: where it is another by now, nothing is paid and the answer is 409 `conflict`."),
    })
    .meta({ id: "PayoutOrder" }),
  response: batch,
  status: 201,
  async handler({ body, caller, services, read }) {
    const { batchId } = await services.createPayout(byOf(caller), {
      unit: body.unit,
      form: body.kind,
      minimum: body.minimum,
      ...(body.expected_total === undefined ? {} : { expected: body.expected_total }),
    });
    return await read((workspaceId, db) => findBatch(workspaceId, db, externalId("bat", batchId)));
  },
});
