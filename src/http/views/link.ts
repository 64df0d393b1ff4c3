/** Links and codes as the API shows them. */
import { z } from "zod";
import { externalId } from "../../core/id.ts";
import { formatInstant } from "../../core/time.ts";
import type { LinkRow } from "../../store/links.ts";
import { instant } from "../schemas.ts";

export const link = z
  .object({
    id: z.string(),
    program: z.string(),
    person: z.string(),
    code: z.string(),
    kind: z.enum(["random", "vanity", "coupon"]),
    channel: z.string().nullable(),
    url: z.string(),
    created_at: instant,
    disabled_at: instant.nullable(),
  })
  .meta({ id: "Link" });

/** A random code is global; a chosen one belongs to its workspace, whose slug is then part of the address. */
export function linkUrl(row: Pick<LinkRow, "code" | "kind">, at: { publicUrl: string; slug: string }): string {
  const code = encodeURIComponent(row.code);
  return row.kind === "random" ? `${at.publicUrl}/r/${code}` : `${at.publicUrl}/r/${at.slug}/${code}`;
}

export function linkView(row: LinkRow, at: { publicUrl: string; slug: string }): z.input<typeof link> {
  return {
    id: externalId("lnk", row.id),
    program: row.program,
    person: externalId("per", row.person_id),
    code: row.code,
    kind: row.kind,
    channel: row.channel,
    url: linkUrl(row, at),
    created_at: formatInstant(row.created_at),
    disabled_at: row.disabled_at === null ? null : formatInstant(row.disabled_at),
  };
}
