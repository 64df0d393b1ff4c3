import { z } from "zod";
import { segmentFilter } from "../../core/segment.ts";
import { readSegment } from "../../store/segments.ts";
import { endpoint } from "../endpoint.ts";
import { uuidOrMissing } from "../listing.ts";
import { byOf } from "../lookup.ts";
import { segment, segmentView } from "../views/segment.ts";

export default endpoint({
  method: "PATCH",
  path: "/v1/segments/:segment",
  tag: "Segments",
  permission: "people:write",
  summary: "Change a segment",
  params: z.object({ segment: z.string() }),
  body: z
    .strictObject({
      name: z.string().min(1).max(200).optional(),
      description: z.string().max(2000).optional(),
      filter: segmentFilter.optional(),
    })
    .meta({ id: "SegmentChange" }),
  response: segment,
  async handler({ params, body, caller, services, read }) {
    const id = uuidOrMissing("seg", params.segment, "segment");
    await services.people.changeSegment(byOf(caller), { id, ...body });
    return segmentView((await read((workspaceId, db) => readSegment(workspaceId, db, id)))!);
  },
});
