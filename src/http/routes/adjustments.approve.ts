import { z } from "zod";
import { findAdjustment, refuseKeys } from "../adjustment-lookup.ts";
import { endpoint } from "../endpoint.ts";
import { uuidOrMissing } from "../listing.ts";
import { byOf } from "../lookup.ts";
import { adjustment } from "../views/money.ts";

export default endpoint({
  method: "POST",
  path: "/v1/adjustments/:adjustment/approve",
  tag: "Adjustments",
  permission: "adjustments:approve",
  summary: "Approve a colleague's adjustment, which does it",
  description: "Only for operators who are signed in, and never for whoever proposed it (`second_person_needed`).",
  params: z.object({ adjustment: z.string() }),
  response: adjustment,
  async handler({ params, caller, services, read }) {
    refuseKeys(caller);
    await services.money.approve(byOf(caller), uuidOrMissing("adj", params.adjustment, "adjustment"));
    return await read((workspaceId, db) => findAdjustment(workspaceId, db, params.adjustment));
  },
});
