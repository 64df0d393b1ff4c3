import { z } from "zod";
import { formatInstant } from "../../core/time.ts";
import { listPools } from "../../store/coupon-pools.ts";
import { endpoint } from "../endpoint.ts";
import { findProgram } from "../lookup.ts";
import { instant } from "../schemas.ts";

export default endpoint({
  method: "GET",
  path: "/v1/coupon-pools",
  tag: "Coupons",
  permission: "coupons:read",
  summary: "What is left of uploaded coupon codes",
  query: z.strictObject({ program: z.string().optional() }),
  response: z
    .object({
      data: z.array(
        z.object({ program: z.string(), rule: z.string(), total: z.int(), left: z.int(), added_at: instant }).meta({ id: "CouponPool" }),
      ),
    })
    .meta({ id: "CouponPoolList" }),
  handler: ({ query, read }) =>
    read(async (workspaceId, db) => {
      const programId = query.program === undefined ? null : (await findProgram(workspaceId, db, query.program)).id;
      const rows = await listPools(workspaceId, db, programId);
      return { data: rows.map((row) => ({ ...row, added_at: formatInstant(row.added_at) })) };
    }),
});
