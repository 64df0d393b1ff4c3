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

/** `domain`: a verified name of the workspace's own. */
export type LinkPlace = { publicUrl: string; slug: string; domain?: string | null };

/** A random code is global; a chosen one belongs to its workspace, whose slug is then part of the address, unless its own name says it. */
export function linkUrl(row: Pick<LinkRow, "code" | "kind">, at: LinkPlace): string {
  const code = encodeURIComponent(row.code);
  if (at.domain) return `https://${at.domain}/${code}`;
  return row.kind === "random" ? `${at.publicUrl}/r/${code}` : `${at.publicUrl}/r/${at.slug}/${code}`;
}

export function linkView(row: LinkRow, at: LinkPlace): z.input<typeof link> {
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
