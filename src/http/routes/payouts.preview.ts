import { z } from "zod";
import { externalId } from "../../core/id.ts";
import { endpoint } from "../endpoint.ts";
import { byOf } from "../lookup.ts";
import { money, payoutWish } from "../schemas.ts";

export default endpoint({
  method: "POST",
  path: "/v1/payouts/preview",
  tag: "Payouts",
  permission: "payouts:read",
  summary: "Who would be paid what",
  body: payoutWish
    .extend({ lines: z.int().min(0).max(10_000).optional().describe("Only the largest so many payouts; all of them when left out.") })
    .meta({ id: "PayoutPreviewWish" }),
  idempotent: false,
  response: z
    .object({
      payouts: z.array(z.object({ person: z.string(), value: money })),
      total: money,
      people: z.int().describe("Who would be paid, also those not listed."),
    })
    .meta({ id: "PayoutPreview" }),
  async handler({ body, caller, services }) {
    const due = await services.previewPayout(byOf(caller), {
      unit: body.unit,
      form: body.kind,
      minimum: body.minimum,
      ...(body.lines === undefined ? {} : { lines: body.lines }),
    });
    return {
      people: due.people,
      payouts: due.lines.map((line) => ({
        person: externalId("per", line.personId),
        value: { amount: line.amount, currency: body.unit },
      })),
      total: { amount: due.total, currency: body.unit },
    };
  },
});
