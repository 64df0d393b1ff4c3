import { z } from "zod";
import { notFound, Refusal } from "../../flow/refusal.ts";
import { readFact } from "../../store/events.ts";
import { endpoint } from "../endpoint.ts";
import { uuidOrMissing } from "../listing.ts";
import { byOf } from "../lookup.ts";
import { outcome } from "../schemas.ts";

export default endpoint({
  method: "POST",
  path: "/v1/events/:event/retry",
  tag: "Events",
  permission: "events:write",
  summary: "Try a failed event again",
  params: z.object({ event: z.string() }),
  response: outcome,
  async handler({ params, caller, services, read }) {
    const id = uuidOrMissing("evt", params.event, "event");
    const row = await read((workspaceId, db) => readFact(workspaceId, db, id));
    if (row === null) throw notFound("event");
    if (row.status !== "failed") throw new Refusal("conflict", `The event is ${row.status}; only a failed one can be tried again.`);
    return await services.retryEvent(byOf(caller), id);
  },
});
