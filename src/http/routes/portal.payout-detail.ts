import { z } from "zod";
import { readPayoutDetail } from "../../store/payout-details.ts";
import { endpoint } from "../endpoint.ts";
import { findPerson } from "../lookup.ts";
import { payoutDetailShown, showPayoutDetail } from "../views/payout-detail.ts";

export default endpoint({
  method: "GET",
  path: "/v1/portal/payout-details",
  tag: "Portal",
  permission: "people:read",
  member: { query: "person" },
  summary: "Where a person wants her money, as far as it is shown again",
  query: z.strictObject({ person: z.string().max(300) }),
  response: payoutDetailShown,
  handler: ({ query, read }) =>
    read(async (workspaceId, db) => {
      const personId = await findPerson(workspaceId, db, query.person);
      return showPayoutDetail(await readPayoutDetail(workspaceId, db, personId));
    }),
});
