import { z } from "zod";
import { externalId } from "../../core/id.ts";
import { formatInstant } from "../../core/time.ts";
import { listAudit } from "../../store/audit.ts";
import type { AuditRow } from "../../store/audit.ts";
import { endpoint } from "../endpoint.ts";
import { cursorOf, listOf, pageOf, paging } from "../listing.ts";
import { instant, instantInput } from "../schemas.ts";

const entry = z
  .object({
    id: z.string(),
    at: instant,
    actor: z.string(),
    action: z.string(),
    target: z.string(),
    detail: z.record(z.string(), z.unknown()),
    request_id: z.string().nullable(),
  })
  .meta({ id: "AuditEntry" });

export default endpoint({
  method: "GET",
  path: "/v1/audit",
  tag: "Audit",
  permission: "audit:read",
  summary: "Who changed what",
  query: z.strictObject({
    ...paging,
    actor: z.string().max(64).optional(),
    action: z.string().max(64).optional(),
    target: z.string().max(200).optional(),
    from: instantInput.optional().describe("From this instant on."),
    to: instantInput.optional().describe("Before this instant."),
  }),
  response: listOf("AuditEntry", entry),
  handler: ({ query, read }) =>
    read(async (workspaceId, db) => {
      const times = { from: query.from ?? null, to: query.to ?? null };
      const { action = null, target = null } = query;
      const rows = await listAudit(workspaceId, db, { ...cursorOf("aud", query), actor: query.actor ?? null, action, target, ...times });
      return pageOf(rows, query.limit, { view: entryView, cursor: (view) => view.id });
    }),
});

function entryView({ at, id, ...rest }: AuditRow): z.input<typeof entry> {
  return { id: externalId("aud", id), at: formatInstant(at), ...rest };
}
