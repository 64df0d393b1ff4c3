import { z } from "zod";
import { endpoint } from "../endpoint.ts";
import { byOf, findPersonIfGiven } from "../lookup.ts";
import { basketFields, basketOf, couponVerdict, couponVerdictView } from "../views/coupon-verdict.ts";

export default endpoint({
  method: "POST",
  path: "/v1/coupons/validate",
  tag: "Coupons",
  permission: "coupons:validate",
  summary: "Is a coupon good for this person and order?",
  description: "No is a 200 with its reason. A key that tries many codes that are no coupon's is stopped for a while.",
  idempotent: false,
  body: z
    .strictObject({ code: z.string().min(1).max(64), person: z.string().optional(), ...basketFields })
    .meta({ id: "CouponQuestion" }),
  response: couponVerdict,
  async handler({ body, caller, services, read, request }) {
    request.server.gv.couponGuesses.check(caller);
    const personId = await read((workspaceId, db) => findPersonIfGiven(workspaceId, db, body.person));
    const verdict = await services.validateCoupon(byOf(caller), { code: body.code, personId, ...basketOf(body) });
    request.server.gv.couponGuesses.count(caller, verdict.reason);
    return couponVerdictView(verdict);
  },
});
