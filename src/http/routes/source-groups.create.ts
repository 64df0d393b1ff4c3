import { readSourceGroups } from "../../store/source-audits.ts";
import { endpoint } from "../endpoint.ts";
import { sizesOf } from "../group-sizes.ts";
import { uuidOrMissing } from "../listing.ts";
import { byOf } from "../lookup.ts";
import { groupWish, sourceGroup, sourceGroupView } from "../views/sources-audit.ts";

export default endpoint({
  method: "POST",
  path: "/v1/source-groups",
  tag: "Outreach",
  permission: "people:write",
  summary: "Name a group of people who could be asked",
  body: groupWish,
  response: sourceGroup,
  status: 201,
  async handler({ body, caller, services, read }) {
    const { segment, ...rest } = body;
    const segmentId = segment === null ? null : uuidOrMissing("seg", segment, "segment");
    const id = await services.people.saveGroup(byOf(caller), { ...rest, segment_id: segmentId, id: null });
    const rows = await read((workspaceId, db) => readSourceGroups(workspaceId, db, [id]));
    const sizes = await sizesOf({ rows, workspaceId: caller.workspaceId, services, read });
    return sourceGroupView(rows[0]!, sizes.get(id) ?? null);
  },
});
