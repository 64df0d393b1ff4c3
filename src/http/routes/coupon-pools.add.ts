import { z } from "zod";
import { endpoint } from "../endpoint.ts";
import { byOf } from "../lookup.ts";

export default endpoint({
  method: "POST",
  path: "/v1/coupon-pools",
  tag: "Coupons",
  permission: "coupons:write",
  summary: "Upload coupon codes for a rule",
  description: 'For a rule whose coupon says "codes": "pool". Codes sent again change nothing; rewards that waited get theirs at once.',
  body: z
    .strictObject({
      program: z.string().min(1).max(64),
      rule: z.string().min(1).max(64),
      codes: z.array(z.string().min(1).max(64)).min(1).max(10_000),
    })
    .meta({ id: "CouponCodesUpload" }),
  response: z
    .object({
      added: z.int(),
      known: z.int().describe("Were in this pool already."),
      taken: z.array(z.string()).describe("Belong to a link, another pool or a coupon, and were left out."),
      malformed: z.array(z.string()).describe("Not 3 to 64 letters, digits, - _ or ., and left out."),
    })
    .meta({ id: "CouponCodesUploaded" }),
  handler: ({ body, caller, services }) => services.uploadCouponCodes(byOf(caller), body),
});
