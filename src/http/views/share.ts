/** Shares and deliverables as the API shows them. */
import { z } from "zod";
import { externalId } from "../../core/id.ts";
import { formatInstant } from "../../core/time.ts";
import type { DeliverableRow } from "../../store/deliverables.ts";
import type { ShareRow } from "../../store/shares.ts";
import { instant } from "../schemas.ts";
import { instantOrNull } from "./contest.ts";
import { linkUrl } from "./link.ts";

export const share = z
  .object({
    id: z.string(),
    program: z.string(),
    person: z.string(),
    channel: z.string(),
    url: z.string().nullable().describe("Where it was shared, as she said."),
    link: z.object({ id: z.string(), code: z.string(), url: z.string() }).describe("Its own: post this one."),
    status: z.enum(["waiting", "verified", "expired"]),
    visitors: z.int().describe("Different visitors so far. Never too many: two of one network count as one."),
    needed: z.int(),
    shared_at: instant,
    expires_at: instant,
    verified_at: instant.nullable(),
  })
  .meta({ id: "Share" });

export function shareView(row: ShareRow, at: { publicUrl: string; slug: string }): z.input<typeof share> {
  return {
    id: externalId("shr", row.id),
    program: row.programKey,
    person: externalId("per", row.person),
    channel: row.channel,
    url: row.url,
    link: { id: externalId("lnk", row.link), code: row.code, url: linkUrl({ code: row.code, kind: row.codeKind }, at) },
    status: row.status,
    visitors: row.visitors,
    needed: row.needed,
    shared_at: formatInstant(row.sharedAt),
    expires_at: formatInstant(row.expiresAt),
    verified_at: instantOrNull(row.verifiedAt),
  };
}

export const deliverable = z
  .object({
    id: z.string(),
    program: z.string(),
    person: z.string(),
    url: z.string(),
    status: z.enum(["submitted", "approved", "refused"]),
    submitted_at: instant,
    decided_at: instant.nullable(),
    reason: z.string().nullable(),
  })
  .meta({ id: "Deliverable" });

export function deliverableView(row: DeliverableRow): z.input<typeof deliverable> {
  return {
    id: externalId("dvr", row.id),
    program: row.programKey,
    person: externalId("per", row.person),
    url: row.url,
    status: row.status,
    submitted_at: formatInstant(row.submittedAt),
    decided_at: instantOrNull(row.decidedAt),
    reason: row.reason,
  };
}
