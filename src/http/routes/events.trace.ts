import { z } from "zod";
import { notFound } from "../../flow/refusal.ts";
import { listRevisions, readFact, readFactBody } from "../../store/events.ts";
import { readRevisionCauses } from "../../store/revision-cause.ts";
import { endpoint } from "../endpoint.ts";
import { uuidOrMissing } from "../listing.ts";
import { speakerOf } from "../speech.ts";
import { trace, traceView } from "../views/event.ts";

export default endpoint({
  method: "GET",
  path: "/v1/events/:event/trace",
  tag: "Events",
  permission: "events:read",
  summary: "Why an event was decided as it was",
  description: "The decision in words and data, the fact it was made from, and every later revision with its cause.",
  params: z.object({ event: z.string() }),
  response: trace,
  handler: ({ params, read, services, request }) =>
    read(async (workspaceId, db) => {
      const id = uuidOrMissing("evt", params.event, "event");
      const [row, body, revisions, causes] = await Promise.all([
        readFact(workspaceId, db, id),
        readFactBody(workspaceId, db, id),
        listRevisions(workspaceId, db, id),
        readRevisionCauses(workspaceId, db, id),
      ]);
      if (row === null) throw notFound("event");
      return traceView({ row, body, revisions, causes }, (decision) => services.explain(decision, speakerOf(request)));
    }),
});
