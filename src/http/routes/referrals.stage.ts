import { z } from "zod";
import { endpoint } from "../endpoint.ts";
import { uuidOrMissing } from "../listing.ts";
import { byOf } from "../lookup.ts";
import { instantInput, moneyInput, outcome } from "../schemas.ts";

export default endpoint({
  method: "POST",
  path: "/v1/referrals/:referral/stage",
  tag: "Referrals",
  permission: "referrals:write",
  summary: "Move a referral to a stage",
  description:
    "Makes a `stage` event about the friend, with its value (a deal won), and answers what it earned. The same again is a `duplicate`. " +
    "With a `subject` (your id of the deal) another value corrects the one told before; without one it is a 409.",
  params: z.object({ referral: z.string() }),
  body: z
    .strictObject({
      stage: z.string().min(1).max(64),
      value: moneyInput.optional(),
      subject: z.string().min(1).max(128).optional(),
      id: z.string().min(1).max(200).optional().describe("Your own id of this telling."),
      occurred_at: instantInput.optional(),
      from: z.string().min(1).max(64).optional().describe("Where you saw it: 409 when somebody moved it meanwhile."),
    })
    .meta({ id: "StageMove" }),
  response: outcome,
  handler: ({ params, body, caller, services }) =>
    services.claims.moveStage(byOf(caller), {
      referralId: uuidOrMissing("ref", params.referral, "referral"),
      stage: body.stage,
      value: body.value ?? null,
      subject: body.subject ?? null,
      id: body.id ?? null,
      at: body.occurred_at ?? null,
      from: body.from ?? null,
    }),
});
