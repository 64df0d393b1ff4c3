import { z } from "zod";
import { listSourceAudits } from "../../store/source-audits.ts";
import { endpoint } from "../endpoint.ts";
import { cursorOf, listOf, pageOf, paging } from "../listing.ts";
import { sourceAudit, sourceAuditView } from "../views/sources-audit.ts";

export default endpoint({
  method: "GET",
  path: "/v1/source-audits",
  tag: "Sources audit",
  permission: "people:read",
  summary: "List what was counted of sources",
  query: z.strictObject(paging),
  response: listOf("SourceAudit", sourceAudit),
  handler: ({ query, read }) =>
    read(async (workspaceId, db) => {
      const rows = await listSourceAudits(workspaceId, db, cursorOf("sau", query));
      return pageOf(rows, query.limit, { view: sourceAuditView, cursor: (view) => view.id });
    }),
});
