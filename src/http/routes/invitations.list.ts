import { z } from "zod";
import { externalId } from "../../core/id.ts";
import { formatInstant } from "../../core/time.ts";
import { type InvitationRow, listInvitations } from "../../store/portal-invitations.ts";
import { endpoint } from "../endpoint.ts";
import { cursorOf, listOf, pageOf, paging } from "../listing.ts";
import { instant } from "../schemas.ts";

const invitation = z
  .object({
    id: z.string(),
    program: z.string(),
    email: z.string().nullable().describe("Until she joined or it was taken back."),
    status: z.enum(["open", "joined", "revoked", "over"]),
    person: z.string().nullable(),
    created_at: instant,
    ends_at: instant,
  })
  .meta({ id: "Invitation" });

export default endpoint({
  method: "GET",
  path: "/v1/invitations",
  tag: "Advocates",
  permission: "advocates:read",
  summary: "List invitations to programs",
  query: z.strictObject({ ...paging, program: z.string().max(64).optional() }),
  response: listOf("Invitation", invitation),
  handler: ({ query, services, read }) =>
    read(async (workspaceId, db) => {
      const rows = await listInvitations(workspaceId, db, { ...cursorOf("inv", query), program: query.program ?? null });
      return pageOf(rows, query.limit, {
        view: (row) => ({
          id: externalId("inv", row.id),
          program: row.program,
          email: services.portal.invitedEmail(workspaceId, row),
          status: statusOf(row),
          person: row.person_id === null ? null : externalId("per", row.person_id),
          created_at: formatInstant(row.created_at),
          ends_at: formatInstant(row.ends_at),
        }),
        cursor: (view) => view.id,
      });
    }),
});

function statusOf(row: InvitationRow): "open" | "joined" | "revoked" | "over" {
  if (row.joined_at !== null) return "joined";
  if (row.revoked_at !== null) return "revoked";
  return row.over ? "over" : "open";
}
