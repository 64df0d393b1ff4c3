import { z } from "zod";
import { EVENT_TYPES } from "../../core/event.ts";
import { listFacts } from "../../store/events.ts";
import { endpoint } from "../endpoint.ts";
import { NAMED } from "../expand-kinds.ts";
import { externalId } from "../../core/id.ts";
import { cursorOf, listOf, pageOf, paging } from "../listing.ts";
import { findPersonIfGiven } from "../lookup.ts";
import { instantInput } from "../schemas.ts";
import { storedEvent, storedEventView } from "../views/event.ts";

export default endpoint({
  method: "GET",
  path: "/v1/events",
  tag: "Events",
  permission: "events:read",
  summary: "List events with their decisions",
  description:
    "Newest first by when they happened. A filter that means few of many is answered page by page: `data` may be short or empty while " +
    "`next` is not null.",
  query: z.strictObject({
    ...paging,
    person: z.string().optional(),
    type: z.enum(EVENT_TYPES).optional(),
    status: z.enum(["settled", "parked", "rejected", "failed", "withdrawn"]).optional(),
    client_id: z.string().max(256).optional(),
    program: z.string().max(64).optional().describe("A program's key: events that it decided on."),
    since: instantInput.optional().describe("Happened then or later."),
  }),
  expand: NAMED.event,
  response: listOf("StoredEvent", storedEvent),
  handler: ({ query, read }) =>
    read(async (workspaceId, db) => {
      const { person, type = null, status = null, client_id: clientId = null, program = null, since = null } = query;
      const personId = await findPersonIfGiven(workspaceId, db, person);
      const filter = { ...cursorOf("evt", query), personId, type, status, clientId, program, since };
      const { rows, through } = await listFacts(workspaceId, db, filter);
      const page = pageOf(rows, query.limit, { view: storedEventView, cursor: (view) => view.id });
      return through === null ? page : { ...page, next: externalId("evt", through) };
    }),
});
