import { z } from "zod";
import { listMail } from "../../store/mail.ts";
import { endpoint } from "../endpoint.ts";
import { cursorOf, listOf, pageOf, paging } from "../listing.ts";
import { findPersonIfGiven } from "../lookup.ts";
import { mail, mailKind, mailLine } from "../views/mail.ts";

export default endpoint({
  method: "GET",
  path: "/v1/mail",
  tag: "Messages",
  permission: "messages:read",
  summary: "List mails that were sent, wait, or were not sent",
  description: "One a message, the latest due first. What was sent is kept for 30 days.",
  query: z.strictObject({
    ...paging,
    status: z.enum(["due", "delivered", "dropped"]).optional(),
    kind: mailKind.optional(),
    person: z.string().optional(),
  }),
  response: listOf("Mail", mail),
  handler: ({ query, read }) =>
    read(async (workspaceId, db) => {
      const { status = null, kind = null } = query;
      const personId = await findPersonIfGiven(workspaceId, db, query.person);
      const rows = await listMail(workspaceId, db, { ...cursorOf("msg", query), status, kind, personId });
      return pageOf(rows, query.limit, { view: mailLine, cursor: (view) => view.id });
    }),
});
