/** Sources of webhooks as the API shows them: never the secret. */
import { z } from "zod";
import { PROVIDERS } from "../../core/ingest/commerce.ts";
import { externalId } from "../../core/id.ts";
import { formatInstant } from "../../core/time.ts";
import type { SourceHealth, SourceRow } from "../../store/sources.ts";
import { instant, sentence } from "../schemas.ts";

export const sourceOptions = z
  .strictObject({
    customer: z
      .enum(["alias", "user_id"])
      .default("alias")
      .describe("The provider's customer id: beside your own user ids, or the user id itself where your shop has no other."),
    first_invoice: z
      .enum(["payment", "purchase"])
      .default("payment")
      .describe("Stripe: what the first invoice of a subscription is, a `payment` like the later ones or a `purchase`."),
    prefix: z
      .string()
      .regex(/^[A-Za-z0-9._-]{0,20}$/, "At most 20 letters, digits, dots, dashes and underscores.")
      .default("")
      .describe("WooCommerce: put before order and customer ids, for a second shop: each counts from 1."),
  })
  .meta({ id: "SourceOptions" });

export const source = z
  .object({
    id: z.string(),
    provider: z.enum(PROVIDERS),
    name: z.string(),
    status: z.enum(["active", "disabled"]),
    url: z.string().describe("Where the provider sends its webhooks."),
    options: sourceOptions,
    created_at: instant,
    rotated_at: instant.nullable(),
    former_secret_until: instant.nullable().describe("Until then the secret before the last one is good too."),
    disconnected_at: instant.nullable().describe("The provider said that its side was uninstalled."),
  })
  .meta({ id: "Source" });

export const sourceHealth = z
  .object({
    source: z.string(),
    last_received_at: instant.nullable(),
    refused: z.int().describe("Deliveries refused in all."),
    last_refused_at: instant.nullable(),
    last_refused_reason: sentence.nullable(),
    waiting: z.int().describe("Refunds whose order is not known yet."),
    received: z
      .array(z.object({ topic: z.string(), status: z.string(), reason: z.string().nullable(), count: z.int(), last_at: instant }))
      .describe("The last 30 days, by topic and what became of it."),
  })
  .meta({ id: "SourceHealth" });

const instantOrNull = (at: number | null): string | null => (at === null ? null : formatInstant(at));

export function sourceView(row: SourceRow, publicUrl: string): z.input<typeof source> {
  const id = externalId("src", row.id);
  return {
    id,
    provider: row.provider,
    name: row.name,
    status: row.status,
    url: `${publicUrl}/hooks/${row.provider}/${id}`,
    options: row.options,
    created_at: formatInstant(row.created_at),
    rotated_at: instantOrNull(row.rotated_at),
    former_secret_until: instantOrNull(row.former_until),
    disconnected_at: instantOrNull(row.disconnected_at),
  };
}

export function sourceHealthView(row: SourceRow, health: SourceHealth): z.input<typeof sourceHealth> {
  return {
    source: externalId("src", row.id),
    last_received_at: instantOrNull(health.last_received_at),
    refused: row.refused,
    last_refused_at: instantOrNull(row.refused_at),
    last_refused_reason: row.refused_reason,
    waiting: health.waiting,
    received: health.counts.map(({ last_at, ...count }) => ({ ...count, last_at: formatInstant(last_at) })),
  };
}
