import { z } from "zod";
import { payoutDetail } from "../../core/payout-detail.ts";
import { endpoint } from "../endpoint.ts";
import { byOf, findPerson } from "../lookup.ts";
import { payoutDetailShown, showPayoutDetail } from "../views/payout-detail.ts";

export default endpoint({
  method: "PUT",
  path: "/v1/portal/payout-details",
  tag: "Portal",
  permission: "people:write",
  member: { body: "person" },
  summary: "Say where a person wants her money",
  description: "Kept sealed, shown again as a hint, opened only in a payout batch's file. `pay_to` null forgets it.",
  body: z.strictObject({ person: z.string().max(300), pay_to: payoutDetail.nullable() }).meta({ id: "PayoutDetailChange" }),
  response: payoutDetailShown,
  async handler({ body, caller, services, read }) {
    const personId = await read((workspaceId, db) => findPerson(workspaceId, db, body.person));
    return showPayoutDetail(await services.portal.setPayoutDetail(byOf(caller), { personId, detail: body.pay_to }));
  },
});
