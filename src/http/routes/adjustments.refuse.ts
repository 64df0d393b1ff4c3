import { z } from "zod";
import { findAdjustment } from "../adjustment-lookup.ts";
import { endpoint } from "../endpoint.ts";
import { uuidOrMissing } from "../listing.ts";
import { byOf } from "../lookup.ts";
import { reasonGiven } from "../schemas.ts";
import { adjustment } from "../views/money.ts";

export default endpoint({
  method: "POST",
  path: "/v1/adjustments/:adjustment/refuse",
  tag: "Adjustments",
  permission: "adjustments:write",
  summary: "Refuse a proposed adjustment, or withdraw your own",
  params: z.object({ adjustment: z.string() }),
  body: reasonGiven,
  response: adjustment,
  async handler({ params, body, caller, services, read }) {
    await services.money.refuse(byOf(caller), { id: uuidOrMissing("adj", params.adjustment, "adjustment"), reason: body.reason });
    return await read((workspaceId, db) => findAdjustment(workspaceId, db, params.adjustment));
  },
});
