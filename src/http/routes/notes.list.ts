import { z } from "zod";
import { listNotes } from "../../store/notes.ts";
import { endpoint } from "../endpoint.ts";
import { cursorOf, listOf, pageOf, paging } from "../listing.ts";
import { findPerson } from "../lookup.ts";
import { note, noteView } from "../views/support.ts";

export default endpoint({
  method: "GET",
  path: "/v1/people/:person/notes",
  tag: "Support",
  permission: "people:read",
  summary: "What operators wrote down about a person",
  description: "Newest first. The person does not see them on her own side; they are in her export, and go when she is erased.",
  params: z.object({ person: z.string() }),
  query: z.strictObject(paging),
  response: listOf("Note", note),
  handler: ({ params, query, read }) =>
    read(async (workspaceId, db) => {
      const personId = await findPerson(workspaceId, db, params.person);
      const rows = await listNotes(workspaceId, db, { ...cursorOf("nte", query), personId });
      return pageOf(rows, query.limit, { view: noteView, cursor: (view) => view.id });
    }),
});
