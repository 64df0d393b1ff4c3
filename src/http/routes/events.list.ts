import { z } from "zod";
import { EVENT_TYPES } from "../../core/event.ts";
import { listFacts } from "../../store/events.ts";
import { endpoint } from "../endpoint.ts";
import { cursorOf, listOf, pageOf, paging } from "../listing.ts";
import { findPersonIfGiven } from "../lookup.ts";
import { storedEvent, storedEventView } from "../views/event.ts";

export default endpoint({
  method: "GET",
  path: "/v1/events",
  tag: "Events",
  permission: "events:read",
  summary: "List events with their decisions",
  query: z.strictObject({
    ...paging,
    person: z.string().optional(),
    type: z.enum(EVENT_TYPES).optional(),
    status: z.enum(["settled", "parked", "rejected", "failed"]).optional(),
    client_id: z.string().max(256).optional(),
  }),
  response: listOf("StoredEvent", storedEvent),
  handler: ({ query, read }) =>
    read(async (workspaceId, db) => {
      const { person, type = null, status = null, client_id: clientId = null } = query;
      const personId = await findPersonIfGiven(workspaceId, db, person);
      const rows = await listFacts(workspaceId, db, { ...cursorOf("evt", query), personId, type, status, clientId });
      return pageOf(rows, query.limit, { view: storedEventView, cursor: (view) => view.id });
    }),
});
