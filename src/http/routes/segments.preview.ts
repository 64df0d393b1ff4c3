import { z } from "zod";
import { segmentFilter } from "../../core/segment.ts";
import { endpoint } from "../endpoint.ts";
import { previewView, segmentPreview } from "../views/segment.ts";

export default endpoint({
  method: "POST",
  path: "/v1/segments/preview",
  tag: "Segments",
  permission: "people:read",
  summary: "How many people meet a filter, and some of them",
  description: "Counted one by one to 10,000, beyond that about so many. Nothing is kept.",
  body: z
    .strictObject({ filter: segmentFilter, sample: z.number().int().min(0).max(50).default(8).describe("People shown, newest first.") })
    .meta({ id: "SegmentQuestion" }),
  response: segmentPreview,
  idempotent: false,
  async handler({ body, caller, services }) {
    const { filter: condition, sample } = body;
    await services.people.freshProfiles(caller.workspaceId);
    const [size, people] = await Promise.all([
      services.people.sizeOfSegment(caller.workspaceId, condition),
      sample === 0 ? [] : services.people.sampleSegment(caller.workspaceId, { condition, limit: sample }),
    ]);
    return previewView(size, people);
  },
});
