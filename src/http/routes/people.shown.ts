import { z } from "zod";
import { externalId } from "../../core/id.ts";
import { readShown } from "../../store/pages.ts";
import { endpoint } from "../endpoint.ts";
import { findPerson } from "../lookup.ts";
import { shown } from "../views/page.ts";

export default endpoint({
  method: "GET",
  path: "/v1/people/:person/shown",
  tag: "People",
  permission: "people:read",
  member: { params: "person" },
  summary: "What a person shows of herself to those she recommends to",
  params: z.object({ person: z.string() }),
  response: shown,
  handler: ({ params, read }) =>
    read(async (workspaceId, db) => {
      const personId = await findPerson(workspaceId, db, params.person);
      const row = await readShown(workspaceId, db, personId);
      return { person: externalId("per", personId), name: row?.name ?? null, has_picture: row?.picture_at != null };
    }),
});
