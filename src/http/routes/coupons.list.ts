import { z } from "zod";
import { listCoupons } from "../../store/rewards.ts";
import { endpoint } from "../endpoint.ts";
import { NAMED } from "../expand-kinds.ts";
import { listOf, pageOf, paging } from "../listing.ts";
import { findPersonIfGiven } from "../lookup.ts";
import { coupon, couponView } from "../views/referral.ts";

export default endpoint({
  method: "GET",
  path: "/v1/coupons",
  tag: "Coupons",
  permission: "coupons:read",
  summary: "List coupons that were given as rewards",
  query: z.strictObject({ ...paging, person: z.string().optional() }),
  expand: NAMED.coupon,
  response: listOf("Coupon", coupon),
  handler: ({ query, read }) =>
    read(async (workspaceId, db) => {
      const personId = await findPersonIfGiven(workspaceId, db, query.person);
      const rows = await listCoupons(workspaceId, db, { after: query.after ?? null, limit: query.limit + 1, personId });
      const page = pageOf(rows, query.limit, { view: couponView, cursor: (view) => view.code });
      return { ...page, next: page.next === null ? null : (rows[query.limit - 1]?.key ?? null) };
    }),
});
