import { z } from "zod";
import { endpoint } from "../endpoint.ts";
import { byOf, findPersonIfGiven } from "../lookup.ts";
import { basketFields, basketOf, couponVerdict, couponVerdictView } from "../views/coupon-verdict.ts";

export default endpoint({
  method: "POST",
  path: "/v1/coupons/redeem",
  tag: "Coupons",
  permission: "coupons:redeem",
  summary: "Use up a coupon",
  description: "Of two tills at once one wins; the other is told `used`. The same till with the same receipt is answered the same again.",
  body: z
    .strictObject({
      code: z.string().min(1).max(64),
      person: z.string().optional(),
      order: z.string().min(1).max(128).optional(),
      receipt: z.string().min(1).max(128).optional().describe("The till's own number of the bill, by which a repeat is known."),
      ...basketFields,
    })
    .meta({ id: "CouponRedemption" }),
  response: couponVerdict,
  async handler({ body, caller, services, read, request }) {
    request.server.gv.couponGuesses.check(caller);
    const personId = await read((workspaceId, db) => findPersonIfGiven(workspaceId, db, body.person));
    const wish = { code: body.code, personId, orderId: body.order ?? null, receipt: body.receipt ?? null, ...basketOf(body) };
    const verdict = await services.redeemCoupon(byOf(caller), wish);
    request.server.gv.couponGuesses.count(caller, verdict.reason);
    return couponVerdictView(verdict);
  },
});
