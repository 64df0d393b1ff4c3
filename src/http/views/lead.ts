/** Leads between companies as the API shows them. */
import { z } from "zod";
import { externalId } from "../../core/id.ts";
import { formatInstant } from "../../core/time.ts";
import type { LeadRow } from "../../store/leads.ts";
import { instant } from "../schemas.ts";

export const lead = z
  .object({
    id: z.string(),
    program: z.string(),
    from: z.string(),
    to: z.string(),
    person: z.string().describe("Whom it is about."),
    sent_by: z.string().nullable(),
    status: z.enum(["open", "accepted", "declined", "returned"]).describe("returned: not accepted in time."),
    text: z.string().nullable(),
    sent_at: instant,
    expires_at: instant,
    decided_at: instant.nullable(),
    decided_by: z.string().nullable(),
  })
  .meta({ id: "Lead" });

export function leadView(row: LeadRow): z.input<typeof lead> {
  return {
    id: externalId("led", row.id),
    program: row.program,
    from: externalId("com", row.from_company),
    to: externalId("com", row.to_company),
    person: externalId("per", row.person_id),
    sent_by: row.sender_id === null ? null : externalId("per", row.sender_id),
    status: row.status,
    text: row.text,
    sent_at: formatInstant(row.sent_at),
    expires_at: formatInstant(row.expires_at),
    decided_at: row.decided_at === null ? null : formatInstant(row.decided_at),
    decided_by: row.decider_id === null ? null : externalId("per", row.decider_id),
  };
}
