import { z } from "zod";
import { segmentFilter } from "../../core/segment.ts";
import { readSegment } from "../../store/segments.ts";
import { endpoint } from "../endpoint.ts";
import { byOf } from "../lookup.ts";
import { segment, segmentView } from "../views/segment.ts";

export default endpoint({
  method: "POST",
  path: "/v1/segments",
  tag: "Segments",
  permission: "people:write",
  summary: "Make a segment",
  description: "A condition over people with a name. Who is in it is looked up whenever it is asked.",
  body: z
    .strictObject({ name: z.string().min(1).max(200), description: z.string().max(2000).default(""), filter: segmentFilter })
    .meta({ id: "SegmentWrite" }),
  response: segment,
  status: 201,
  async handler({ body, caller, services, read }) {
    const id = await services.people.createSegment(byOf(caller), body);
    return segmentView((await read((workspaceId, db) => readSegment(workspaceId, db, id)))!);
  },
});
