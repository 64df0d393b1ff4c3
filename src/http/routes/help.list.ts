import { z } from "zod";
import { listHelp } from "../../store/portal-forms.ts";
import { endpoint } from "../endpoint.ts";
import { cursorOf, listOf, pageOf, paging } from "../listing.ts";
import { findPersonIfGiven } from "../lookup.ts";
import { help, helpKind, helpState, helpView } from "../views/help.ts";

export default endpoint({
  method: "GET",
  path: "/v1/help",
  tag: "Support",
  permission: "people:read",
  member: { query: "person", hides: { assigned: null, tags: [] } },
  summary: "List questions from people's own side",
  query: z.strictObject({
    ...paging,
    status: z.enum(["open", "answered"]).optional().describe("Without an answer yet, or with one."),
    person: z.string().max(300).optional(),
    kind: helpKind.optional(),
    state: helpState.optional(),
    assigned: z.string().max(100).optional(),
    tag: z.string().max(40).optional(),
    program: z.string().max(64).optional(),
  }),
  response: listOf("HelpQuestion", help),
  handler: ({ query, read }) =>
    read(async (workspaceId, db) => {
      const personId = await findPersonIfGiven(workspaceId, db, query.person);
      const open = query.status === undefined ? null : query.status === "open";
      const { kind = null, state = null, assigned = null, tag = null, program = null } = query;
      const filter = { open, personId, kind, state, assigned, tag, program };
      const rows = await listHelp(workspaceId, db, { ...cursorOf("hlp", query), ...filter });
      return pageOf(rows, query.limit, { view: helpView, cursor: (view) => view.id });
    }),
});
