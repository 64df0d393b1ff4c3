import { z } from "zod";
import { endpoint } from "../endpoint.ts";
import { uuidOrMissing } from "../listing.ts";
import { byOf } from "../lookup.ts";

export default endpoint({
  method: "DELETE",
  path: "/v1/segments/:segment",
  tag: "Segments",
  permission: "people:write",
  summary: "Delete a segment",
  description: "The people in it stay as they are.",
  params: z.object({ segment: z.string() }),
  response: z.object({ id: z.string(), deleted: z.literal(true) }).meta({ id: "SegmentDeleted" }),
  async handler({ params, caller, services }) {
    await services.people.removeSegment(byOf(caller), uuidOrMissing("seg", params.segment, "segment"));
    return { id: params.segment, deleted: true as const };
  },
});
