import { z } from "zod";
import { notFound } from "../../flow/refusal.ts";
import { readRedemption } from "../../store/redemptions.ts";
import { endpoint } from "../endpoint.ts";
import { uuidOrMissing } from "../listing.ts";
import { redemption, redemptionView } from "../views/catalogue.ts";

export default endpoint({
  method: "GET",
  path: "/v1/redemptions/:redemption",
  tag: "Catalogue",
  permission: "redemptions:read",
  summary: "Read a redemption",
  params: z.object({ redemption: z.string() }),
  response: redemption,
  handler: ({ params, read }) =>
    read(async (workspaceId, db) => {
      const row = await readRedemption(workspaceId, db, uuidOrMissing("rdm", params.redemption, "redemption"));
      if (row === null) throw notFound("redemption");
      return redemptionView(row);
    }),
});
