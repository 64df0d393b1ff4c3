import { z } from "zod";
import { endpoint } from "../endpoint.ts";
import { byOf, findPersonIfGiven } from "../lookup.ts";
import { couponVerdict, couponVerdictView } from "../views/coupon-verdict.ts";

export default endpoint({
  method: "POST",
  path: "/v1/coupons/validate",
  tag: "Coupons",
  permission: "coupons:read",
  summary: "Is a coupon good for this person and order?",
  description: "No is a 200 with its reason.",
  idempotent: false,
  body: z
    .strictObject({
      code: z.string().min(1).max(64),
      person: z.string().optional(),
      total: z.number().int().min(0).max(Number.MAX_SAFE_INTEGER).optional(),
      currency: z.string().length(3).optional(),
    })
    .meta({ id: "CouponQuestion" }),
  response: couponVerdict,
  async handler({ body, caller, services, read }) {
    const personId = await read((workspaceId, db) => findPersonIfGiven(workspaceId, db, body.person));
    return couponVerdictView(
      await services.validateCoupon(byOf(caller), {
        code: body.code,
        personId,
        total: body.total ?? null,
        currency: body.currency ?? null,
      }),
    );
  },
});
