import { z } from "zod";
import { readRedemption } from "../../store/redemptions.ts";
import { endpoint } from "../endpoint.ts";
import { uuidOrMissing } from "../listing.ts";
import { byOf } from "../lookup.ts";
import { reasonGiven } from "../schemas.ts";
import { redemption, redemptionView } from "../views/catalogue.ts";

export default endpoint({
  method: "POST",
  path: "/v1/redemptions/:redemption/cancel",
  tag: "Catalogue",
  permission: "redemptions:write",
  summary: "Take a redemption back",
  description: "Gives points and stock back. Points that have ended meanwhile can be spent for 30 more days. Again changes nothing.",
  params: z.object({ redemption: z.string() }),
  body: reasonGiven,
  response: redemption,
  async handler({ params, body, caller, services, read }) {
    const redemptionId = uuidOrMissing("rdm", params.redemption, "redemption");
    await services.points.cancelRedemption(byOf(caller), { redemptionId, reason: body.reason });
    return redemptionView((await read((workspaceId, db) => readRedemption(workspaceId, db, redemptionId)))!);
  },
});
