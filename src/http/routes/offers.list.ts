import { z } from "zod";
import { listOffersTo } from "../../store/case-offers.ts";
import { endpoint } from "../endpoint.ts";
import { findPerson } from "../lookup.ts";
import { offerView, viewOffer } from "../views/case.ts";

export default endpoint({
  method: "GET",
  path: "/v1/case_offers",
  tag: "Cases",
  permission: "cases:read",
  member: { query: "acting_as" },
  summary: "What the places of a person are asked, and what they have accepted",
  description: "Without a word of what a case is about: that is read from the case once it is accepted.",
  query: z.strictObject({ acting_as: z.string().max(300).describe("per_... or user_id:...") }),
  response: z.array(offerView),
  handler: ({ query, read }) =>
    read(async (workspaceId, db) => {
      const rows = await listOffersTo(workspaceId, db, await findPerson(workspaceId, db, query.acting_as));
      return rows.map(viewOffer);
    }),
});
