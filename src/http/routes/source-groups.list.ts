import { z } from "zod";
import { listSourceGroups } from "../../store/source-audits.ts";
import { endpoint } from "../endpoint.ts";
import { sizesOf } from "../group-sizes.ts";
import { cursorOf, listOf, pageOf, paging } from "../listing.ts";
import { sourceGroup, sourceGroupView } from "../views/sources-audit.ts";

export default endpoint({
  method: "GET",
  path: "/v1/source-groups",
  tag: "Outreach",
  permission: "people:read",
  summary: "List groups of people who could be asked",
  query: z.strictObject({ ...paging, limit: z.coerce.number().int().min(1).max(50).default(20) }),
  response: listOf("SourceGroup", sourceGroup),
  async handler({ query, caller, services, read }) {
    const rows = await read((workspaceId, db) => listSourceGroups(workspaceId, db, cursorOf("sgr", query)));
    const sizes = await sizesOf({ rows, workspaceId: caller.workspaceId, services, read });
    return pageOf(rows, query.limit, { view: (row) => sourceGroupView(row, sizes.get(row.id) ?? null), cursor: (view) => view.id });
  },
});
