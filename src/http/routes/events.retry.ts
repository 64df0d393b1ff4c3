import { z } from "zod";
import { endpoint } from "../endpoint.ts";
import { uuidOrMissing } from "../listing.ts";
import { byOf } from "../lookup.ts";
import { outcome } from "../schemas.ts";

export default endpoint({
  method: "POST", path: "/v1/events/:event/retry", tag: "Events", permission: "events:write", summary: "Try a failed event again",
  params: z.object({ event: z.string() }),
  response: outcome,
  handler: ({ params, caller, services }) => services.retryEvent(byOf(caller), uuidOrMissing("evt", params.event, "event")),
});
