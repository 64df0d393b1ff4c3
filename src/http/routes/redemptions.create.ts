import { z } from "zod";
import { readRedemption } from "../../store/redemptions.ts";
import { endpoint } from "../endpoint.ts";
import { byOf, findPerson } from "../lookup.ts";
import { redemptionAnswer, redemptionView } from "../views/catalogue.ts";

export default endpoint({
  method: "POST",
  path: "/v1/redemptions",
  tag: "Catalogue",
  permission: "redemptions:write",
  member: { body: "person" },
  summary: "Take something from the catalogue",
  description: "Of any number at once exactly those succeed whom stock and balance allow. The others are told why not, with status 200.",
  body: z
    .strictObject({ person: z.string(), item: z.string().max(64), reference: z.string().min(1).max(128).optional() })
    .meta({ id: "RedemptionWish" }),
  response: redemptionAnswer,
  async handler({ body, caller, services, read }) {
    const personId = await read((workspaceId, db) => findPerson(workspaceId, db, body.person));
    const answer = await services.points.redeemItem(byOf(caller), { item: body.item, personId, reference: body.reference ?? null });
    const { redemptionId, reason, left } = answer;
    const row = redemptionId === null ? null : await read((workspaceId, db) => readRedemption(workspaceId, db, redemptionId));
    return { redeemed: row !== null, reason, redemption: row === null ? null : redemptionView(row), left };
  },
});
