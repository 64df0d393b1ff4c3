import { z } from "zod";
import { externalId } from "../../core/id.ts";
import { formatInstant } from "../../core/time.ts";
import { listRefusedCalls } from "../../store/request-log.ts";
import { endpoint } from "../endpoint.ts";
import { cursorOf, listOf, pageOf, paging } from "../listing.ts";
import { instant } from "../schemas.ts";

const refusedCall = z
  .object({
    id: z.string(),
    at: instant,
    key: z.string().describe("`key_...`, `operator` for the console, `member` for a person on her own side."),
    method: z.string(),
    path: z.string().describe("The endpoint, without ids."),
    status: z.int(),
    code: z.string(),
    ms: z.int(),
    request_id: z.string(),
  })
  .meta({ id: "RefusedCall" });

export default endpoint({
  method: "GET",
  path: "/v1/request_log",
  tag: "System",
  permission: "keys:read",
  summary: "List calls that were refused or failed",
  description: "The last thousand of a day, the newest first, a second or two after the answer. Bodies and what succeeded are not kept.",
  query: z.strictObject({ ...paging, key: z.string().max(64).optional(), status: z.coerce.number().int().min(400).max(599).optional() }),
  response: listOf("RefusedCall", refusedCall),
  handler: ({ query, read }) =>
    read(async (workspaceId, db) => {
      const { key = null, status = null } = query;
      const rows = await listRefusedCalls(workspaceId, db, { ...cursorOf("rfc", query), actor: key, status });
      return pageOf(rows, query.limit, {
        view: ({ actor, ...row }) => ({ ...row, id: externalId("rfc", row.id), at: formatInstant(row.at), key: actor }),
        cursor: ({ id }) => id,
      });
    }),
});
