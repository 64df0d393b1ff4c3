import { z } from "zod";
import { notFound } from "../../flow/refusal.ts";
import { readSegment } from "../../store/segments.ts";
import { endpoint } from "../endpoint.ts";
import { uuidOrMissing } from "../listing.ts";
import { segmentView, segmentWithSize } from "../views/segment.ts";

export default endpoint({
  method: "GET",
  path: "/v1/segments/:segment",
  tag: "Segments",
  permission: "people:read",
  summary: "Get a segment, with how many people are in it",
  params: z.object({ segment: z.string() }),
  response: segmentWithSize,
  async handler({ params, caller, services, read }) {
    const id = uuidOrMissing("seg", params.segment, "segment");
    const row = await read((workspaceId, db) => readSegment(workspaceId, db, id));
    if (row === null) throw notFound("segment");
    await services.people.freshProfiles(caller.workspaceId);
    return { ...segmentView(row), ...(await services.people.sizeOfSegment(caller.workspaceId, row.filter)) };
  },
});
