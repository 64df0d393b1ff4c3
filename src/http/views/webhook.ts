/** Webhook endpoints and deliveries as the API shows them. Secrets and what receivers answered in their bodies are not shown. */
import { z } from "zod";
import { externalId } from "../../core/id.ts";
import { OUTGOING } from "../../core/outgoing.ts";
import { formatInstant } from "../../core/time.ts";
import { WEBHOOK_VERSIONS, webhookBody } from "../../core/webhook.ts";
import { notFound } from "../../flow/refusal.ts";
import type { Client } from "../../store/db.ts";
import { type DeliveryDetail, type DeliveryRow, readDelivery } from "../../store/webhook-deliveries.ts";
import { type EndpointRow, readEndpoint } from "../../store/webhooks.ts";
import { uuidOrMissing } from "../listing.ts";
import { instant } from "../schemas.ts";

export const webhookTypes = z.array(z.enum(OUTGOING)).max(OUTGOING.length);
export const webhookVersion = z.enum(WEBHOOK_VERSIONS);

export const webhook = z
  .object({
    id: z.string(),
    url: z.string(),
    description: z.string(),
    types: z.array(z.string()).describe("Empty: everything."),
    version: z.string().describe("Shape of the payload; kept until you change it."),
    status: z.enum(["enabled", "disabled"]),
    reason: z.string().nullable().describe("Why it is off: `operator`, or `gone` when it answered 410."),
    rotating_until: instant.nullable().describe("Until then everything is signed with the old secret too."),
    slow: z.boolean().describe("Its last answer was late or missing: it waits behind no other endpoint, and none behind it."),
    created_at: instant,
  })
  .meta({ id: "Webhook" });

export function webhookView(row: EndpointRow): z.input<typeof webhook> {
  return {
    id: externalId("whk", row.id),
    url: row.url,
    description: row.description,
    types: row.types,
    version: row.version,
    status: row.status,
    reason: row.reason,
    rotating_until: row.old_until === null ? null : formatInstant(row.old_until),
    slow: row.lane === "slow",
    created_at: formatInstant(row.created_at),
  };
}

const delivery = {
  id: z.string(),
  webhook: z.string(),
  webhook_id: z.string().describe("The header of that name: the same on every try, and for every endpoint that is told of this."),
  type: z.string(),
  status: z.enum(["waiting", "delivered", "dead"]).describe("`dead`: given up. It stays here for 90 days and can be sent again."),
  tries: z.number().int().describe("Of ten; counted anew when it is sent again."),
  next_try_at: instant.nullable(),
  created_at: instant,
  decided_at: instant.nullable(),
  error: z
    .string()
    .nullable()
    .describe("What was wrong last: url, address, dns, connect, tls, timeout, reset, redirect, status or endpoint_disabled."),
};
export const webhookDelivery = z.object(delivery).meta({ id: "WebhookDelivery" });

export function deliveryView(row: DeliveryRow): z.input<typeof webhookDelivery> {
  return {
    id: externalId("dlv", row.id),
    webhook: externalId("whk", row.endpoint_id),
    webhook_id: externalId("ann", row.event_id),
    type: row.type,
    status: row.status,
    tries: row.tries,
    next_try_at: row.status === "waiting" ? formatInstant(row.due_at) : null,
    created_at: formatInstant(row.created_at),
    decided_at: row.decided_at === null ? null : formatInstant(row.decided_at),
    error: row.error,
  };
}

export const webhookDeliveryDetail = z
  .object({
    ...delivery,
    body: z.string().describe("What is sent, byte for byte."),
    attempts: z.array(
      z.object({ at: instant, ms: z.number().int(), http_status: z.number().int().nullable(), error: z.string().nullable() }),
    ),
  })
  .meta({ id: "WebhookDeliveryDetail" });

export function deliveryDetailView(row: DeliveryDetail): z.input<typeof webhookDeliveryDetail> {
  const attempts = row.attempts.map(({ at, ms, http_status, error }) => ({ at: formatInstant(at), ms, http_status, error }));
  return { ...deliveryView(row), body: webhookBody(row.version, row), attempts };
}

/** An endpoint by its external id, or the 404. */
export async function findWebhook(workspaceId: string, db: Client, id: string): Promise<EndpointRow> {
  const row = await readEndpoint(workspaceId, db, uuidOrMissing("whk", id, "webhook endpoint"));
  if (row === null) throw notFound("webhook endpoint");
  return row;
}

/** A delivery by its external id, or the 404. */
export async function findDelivery(workspaceId: string, db: Client, id: string): Promise<DeliveryDetail> {
  const row = await readDelivery(workspaceId, db, uuidOrMissing("dlv", id, "delivery"));
  if (row === null) throw notFound("delivery");
  return row;
}
