import { z } from "zod";
import { notFound } from "../../flow/refusal.ts";
import { readFact } from "../../store/events.ts";
import { endpoint } from "../endpoint.ts";
import { NAMED } from "../expand-kinds.ts";
import { uuidOrMissing } from "../listing.ts";
import { storedEvent, storedEventView } from "../views/event.ts";

export default endpoint({
  method: "GET",
  path: "/v1/events/:event",
  tag: "Events",
  permission: "events:read",
  summary: "Get an event with its decision",
  params: z.object({ event: z.string() }),
  expand: NAMED.event,
  response: storedEvent,
  handler: ({ params, read }) =>
    read(async (workspaceId, db) => {
      const row = await readFact(workspaceId, db, uuidOrMissing("evt", params.event, "event"));
      if (row === null) throw notFound("event");
      return storedEventView(row);
    }),
});
