import { z } from "zod";
import { listHelp } from "../../store/portal-forms.ts";
import { endpoint } from "../endpoint.ts";
import { cursorOf, listOf, pageOf, paging } from "../listing.ts";
import { findPersonIfGiven } from "../lookup.ts";
import { help, helpView } from "../views/help.ts";

export default endpoint({
  method: "GET",
  path: "/v1/help",
  tag: "Portal",
  permission: "people:read",
  member: { query: "person" },
  summary: "List questions from people's own side",
  query: z.strictObject({ ...paging, status: z.enum(["open", "answered"]).optional(), person: z.string().max(300).optional() }),
  response: listOf("HelpQuestion", help),
  handler: ({ query, read }) =>
    read(async (workspaceId, db) => {
      const personId = await findPersonIfGiven(workspaceId, db, query.person);
      const open = query.status === undefined ? null : query.status === "open";
      const rows = await listHelp(workspaceId, db, { ...cursorOf("hlp", query), open, personId });
      return pageOf(rows, query.limit, { view: helpView, cursor: (view) => view.id });
    }),
});
