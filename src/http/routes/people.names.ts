// The console asks it by kit/who.tsx (useName, Who): ids of a whole screen in one request.
import { z } from "zod";
import { externalId, uuidOf } from "../../core/id.ts";
import { readNames } from "../../store/people-names.ts";
import { endpoint } from "../endpoint.ts";
import { MAX_PAGE } from "../listing.ts";

const name = z
  .object({
    id: z.string().describe("As it was asked for."),
    name: z.string().nullable(),
    email: z.string().nullable(),
    user_id: z.string().nullable(),
    erased: z.boolean(),
  })
  .meta({ id: "PersonName" });

export default endpoint({
  method: "POST",
  path: "/v1/people/names",
  tag: "People",
  permission: "people:read",
  idempotent: false,
  summary: "What people are called, for a page of ids",
  description: "For lists, which hold ids. Ids that are nobody's here are left out of the answer.",
  body: z.strictObject({ ids: z.array(z.string().max(64)).min(1).max(MAX_PAGE) }).meta({ id: "PersonNamesAsked" }),
  response: z.object({ data: z.array(name) }).meta({ id: "PersonNames" }),
  handler: ({ body, read }) =>
    read(async (workspaceId, db) => {
      const ids = body.ids.flatMap((each) => uuidOf("per", each) ?? []);
      const rows = ids.length === 0 ? [] : await readNames(workspaceId, db, [...new Set(ids)]);
      return { data: rows.map((row) => ({ ...row, id: externalId("per", row.id) })) };
    }),
});
