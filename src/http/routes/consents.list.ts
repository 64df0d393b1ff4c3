import { z } from "zod";
import { listConsents } from "../../store/consents.ts";
import { endpoint } from "../endpoint.ts";
import { cursorOf, listOf, pageOf, paging } from "../listing.ts";
import { findPerson } from "../lookup.ts";
import { consent, consentView } from "../views/consent.ts";

export default endpoint({
  method: "GET",
  path: "/v1/people/:person/consents",
  tag: "Consent",
  permission: "people:read",
  summary: "List everything a person agreed to or took back",
  params: z.object({ person: z.string() }),
  query: z.strictObject(paging),
  response: listOf("Consent", consent),
  handler: ({ params, query, read }) =>
    read(async (workspaceId, db) => {
      const personId = await findPerson(workspaceId, db, params.person);
      const rows = await listConsents(workspaceId, db, { ...cursorOf("cst", query), personId });
      return pageOf(rows, query.limit, { view: consentView, cursor: (view) => view.id });
    }),
});
