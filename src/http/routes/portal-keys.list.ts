import { z } from "zod";
import { externalId } from "../../core/id.ts";
import { formatInstant } from "../../core/time.ts";
import { listPortalKeys } from "../../store/portal-keys.ts";
import { endpoint } from "../endpoint.ts";
import { cursorOf, listOf, pageOf, paging } from "../listing.ts";
import { instant } from "../schemas.ts";

const key = z.object({ id: z.string(), name: z.string(), created_at: instant, revoked_at: instant.nullable() }).meta({ id: "PortalKey" });

export default endpoint({
  method: "GET",
  path: "/v1/portal-keys",
  tag: "Portal",
  permission: "portal:read",
  summary: "List portal keys",
  query: z.strictObject(paging),
  response: listOf("PortalKey", key),
  handler: ({ query, read }) =>
    read(async (workspaceId, db) => {
      const rows = await listPortalKeys(workspaceId, db, cursorOf("pky", query));
      return pageOf(rows, query.limit, {
        view: (row) => ({
          id: externalId("pky", row.id),
          name: row.name,
          created_at: formatInstant(row.created_at),
          revoked_at: row.revoked_at === null ? null : formatInstant(row.revoked_at),
        }),
        cursor: (view) => view.id,
      });
    }),
});
