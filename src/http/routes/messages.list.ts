import { z } from "zod";
import { externalId } from "../../core/id.ts";
import { MESSAGE_KINDS, MESSAGES, OPERATORS } from "../../core/messages/kinds.ts";
import { formatInstant } from "../../core/time.ts";
import { type MessageRow, listMessages } from "../../store/messages.ts";
import { endpoint } from "../endpoint.ts";
import { cursorOf, listOf, pageOf, paging } from "../listing.ts";
import { findPersonIfGiven } from "../lookup.ts";
import { instant, sentence } from "../schemas.ts";

const kind = z.enum(MESSAGE_KINDS as [(typeof MESSAGE_KINDS)[number], ...typeof MESSAGE_KINDS]);
const status = z.enum(["due", "delivered", "dropped"]);

const message = z
  .object({
    id: z.string(),
    kind,
    to: z.enum(["advocate", "friend", "person", "operators"]),
    person: z.string().nullable().describe("Null: those who run the workspace."),
    what: sentence.describe("What it tells, in a sentence."),
    why: sentence.describe("What it follows from."),
    subject: z.string().describe("The thing it is about: never two of one kind to one person about one thing."),
    locale: z.string(),
    data: z.record(z.string(), z.unknown()),
    due_at: instant,
    status,
    reason: z.string().nullable().describe("Why it was dropped."),
  })
  .meta({ id: "Message" });

export default endpoint({
  method: "GET",
  path: "/v1/messages",
  tag: "Messages",
  permission: "messages:read",
  summary: "List messages that are due, were delivered, or were dropped",
  description: "Who is to be told what, why, and in which language. The latest due first.",
  query: z.strictObject({
    ...paging,
    kind: kind.optional(),
    status: status.optional(),
    person: z.string().optional(),
    subject: z.string().max(200).optional(),
  }),
  response: listOf("Message", message),
  handler: ({ query, read }) =>
    read(async (workspaceId, db) => {
      const rows = await listMessages(workspaceId, db, {
        ...cursorOf("msg", query),
        kind: query.kind ?? null,
        status: query.status ?? null,
        personId: await findPersonIfGiven(workspaceId, db, query.person),
        subject: query.subject ?? null,
      });
      return pageOf(rows, query.limit, { view: messageView, cursor: (view) => view.id });
    }),
});

function messageView(row: MessageRow): z.input<typeof message> {
  const { to, what, why } = MESSAGES[row.kind];
  return {
    id: externalId("msg", row.id),
    kind: row.kind,
    to,
    person: row.person_id === OPERATORS ? null : externalId("per", row.person_id),
    what,
    why,
    subject: row.subject_key,
    locale: row.locale,
    data: row.data,
    due_at: formatInstant(row.due_at),
    status: row.status,
    reason: row.reason,
  };
}
