import { z } from "zod";
import { endpoint } from "../endpoint.ts";
import { byOf, findPersonIfGiven } from "../lookup.ts";
import { couponVerdict, couponVerdictView } from "../views/coupon-verdict.ts";

export default endpoint({
  method: "POST",
  path: "/v1/coupons/redeem",
  tag: "Coupons",
  permission: "coupons:write",
  summary: "Use up a coupon",
  description: "Of two tills at once one wins; the other is told `used`.",
  body: z
    .strictObject({
      code: z.string().min(1).max(64),
      person: z.string().optional(),
      order: z.string().min(1).max(128).optional(),
      receipt: z.string().min(1).max(128).optional(),
    })
    .meta({ id: "CouponRedemption" }),
  response: couponVerdict,
  async handler({ body, caller, services, read }) {
    const personId = await read((workspaceId, db) => findPersonIfGiven(workspaceId, db, body.person));
    return couponVerdictView(
      await services.redeemCoupon(byOf(caller), { code: body.code, personId, orderId: body.order ?? null, receipt: body.receipt ?? null }),
    );
  },
});
