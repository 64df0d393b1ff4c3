/** Webhook endpoints as operators handle them, behind the writer lock: what an endpoint hears begins at a row of the outbox. */
import { derivedUuid, externalId } from "../core/id.ts";
import type { OutgoingType } from "../core/outgoing.ts";
import { WEBHOOK_VERSIONS } from "../core/webhook.ts";
import * as deliveries from "../store/webhook-deliveries.ts";
import * as store from "../store/webhooks.ts";
import { asWriter } from "./as-writer.ts";
import type { By } from "./by.ts";
import type { ChangeParts } from "./change.ts";
import type { Cipher, Hashes, Outgoing } from "./ports.ts";
import { Refusal, notFound } from "./refusal.ts";

export type WebhookParts = ChangeParts & { cipher: Cipher; outgoing: Outgoing; hashes: Hashes };
export type EndpointWish = { url: string; description: string; types: OutgoingType[]; version: string | null };

const MOST = 100;
const SECRET_BYTES = 32;
/** Of a test: none of the closed list, so that no receiver takes it for news. */
export const TEST_TYPE = "webhook.test";

/** Where an endpoint's secrets belong (Cipher). */
export function secretPlace(workspaceId: string, endpointId: string): string {
  return `${workspaceId}|webhook_endpoint|secret|${endpointId}`;
}

function newSecret(parts: WebhookParts): string {
  return `whsec_${Buffer.from(parts.ids.bytes(SECRET_BYTES)).toString("base64")}`;
}

function refuseUrl(parts: WebhookParts, url: string): void {
  const why = parts.outgoing.refusal(url);
  if (why === null) return;
  throw new Refusal("validation_failed", why, { errors: [{ pointer: "/url", code: "url_refused", message: why }] });
}

/** Makes an endpoint; its secret is in the answer and nowhere else. */
export async function createWebhook(parts: WebhookParts, by: By, wish: EndpointWish): Promise<{ id: string; secret: string }> {
  refuseUrl(parts, wish.url);
  return await asWriter(parts, by, async (db, head) => {
    if ((await store.countEndpoints(by.workspaceId, db)) >= MOST) {
      throw new Refusal("conflict", `A workspace has at most ${MOST} webhook endpoints. Delete one that is not needed.`);
    }
    const id = parts.ids.uuid();
    const secret = newSecret(parts);
    await store.insertEndpoint(by.workspaceId, db, {
      ...wish,
      id,
      version: wish.version ?? WEBHOOK_VERSIONS[0],
      secret: parts.cipher.seal(secret, secretPlace(by.workspaceId, id)),
      created_at: head.instant,
    });
    return {
      result: { id, secret },
      deeds: [{ action: "webhook.created", target: externalId("whk", id), detail: { types: wish.types } }],
    };
  });
}

type Found = { db: Parameters<Parameters<typeof asWriter>[2]>[0]; at: number; endpoint: store.EndpointRow };

async function onEndpoint<T>(
  parts: WebhookParts,
  of: { by: By; id: string; action: string },
  work: (found: Found) => Promise<{ result: T; detail?: Record<string, unknown>; unchanged?: boolean }>,
): Promise<T> {
  return await asWriter(parts, of.by, async (db, head) => {
    const endpoint = await store.lockEndpoint(of.by.workspaceId, db, of.id);
    if (endpoint === null) throw notFound("webhook endpoint");
    const { result, detail, unchanged } = await work({ db, at: head.instant, endpoint });
    const deed = { action: of.action, target: externalId("whk", of.id), ...(detail === undefined ? {} : { detail }) };
    return { result, deeds: unchanged === true ? [] : [deed] };
  });
}

/** Changes what is given of an endpoint. */
export async function changeWebhook(parts: WebhookParts, by: By, wish: { id: string } & Partial<EndpointWish>): Promise<void> {
  if (wish.url !== undefined) refuseUrl(parts, wish.url);
  await onEndpoint(parts, { by, id: wish.id, action: "webhook.changed" }, async ({ db, endpoint }) => {
    const { url, description, types } = { ...endpoint, ...wish };
    await store.updateEndpoint(by.workspaceId, db, { id: wish.id, url, description, types, version: wish.version ?? endpoint.version });
    return { result: undefined, detail: { fields: Object.keys(wish).filter((key) => key !== "id") } };
  });
}

/** A new secret; for `overlapMs` everything is signed with the old one too. */
export async function rotateWebhook(parts: WebhookParts, by: By, wish: { id: string; overlapMs: number }): Promise<{ secret: string }> {
  return await onEndpoint(parts, { by, id: wish.id, action: "webhook.rotated" }, async ({ db, at, endpoint }) => {
    const secret = newSecret(parts);
    const sealed = parts.cipher.seal(secret, secretPlace(by.workspaceId, wish.id));
    await store.rotateEndpoint(by.workspaceId, db, {
      id: wish.id,
      secret: sealed,
      oldSecret: endpoint.secret,
      until: at + wish.overlapMs,
    });
    return { result: { secret }, detail: { overlap_ms: wish.overlapMs } };
  });
}

/** Turns an endpoint off: what waits for it becomes dead letters. Or on: it is told of what comes from then on. */
export async function switchWebhook(parts: WebhookParts, by: By, wish: { id: string; on: boolean }): Promise<void> {
  const action = wish.on ? "webhook.enabled" : "webhook.disabled";
  await onEndpoint(parts, { by, id: wish.id, action }, async ({ db, at }) => {
    const of = { id: wish.id, status: wish.on ? "enabled" : "disabled", reason: wish.on ? null : "operator" } as const;
    const isChanged = await store.setEndpointStatus(by.workspaceId, db, of);
    if (!wish.on) await store.endWaiting(by.workspaceId, db, { endpointId: wish.id, at, error: "endpoint_disabled" });
    return { result: undefined, unchanged: !isChanged };
  });
}

/** Deletes an endpoint and what is known of its deliveries. */
export async function deleteWebhook(parts: WebhookParts, by: By, id: string): Promise<void> {
  await onEndpoint(parts, { by, id, action: "webhook.deleted" }, async ({ db }) => {
    await store.deleteEndpoint(by.workspaceId, db, id);
    return { result: undefined };
  });
}

/** Sends a test event to an endpoint, like any other. @returns the delivery. */
export async function testWebhook(parts: WebhookParts, by: By, id: string): Promise<{ deliveryId: string }> {
  return await onEndpoint(parts, { by, id, action: "webhook.tested" }, async ({ db, at, endpoint }) => {
    if (endpoint.status === "disabled") throw new Refusal("conflict", "The endpoint is off. Turn it on first.");
    const nonce = by.idempotencyKey ?? parts.ids.uuid();
    const event = derivedUuid(parts.hashes.digest(`test|${by.workspaceId}|${id}|${nonce}`), at);
    const deliveryId = derivedUuid(parts.hashes.digest(`delivery|${id}|${event}`), at);
    await deliveries.insertDeliveries(by.workspaceId, db, {
      at,
      events: [{ id: event, type: TEST_TYPE, at, data: { id: externalId("whk", id) } }],
      deliveries: [{ id: deliveryId, endpoint: id, event, type: TEST_TYPE }],
    });
    return { result: { deliveryId } };
  });
}

/** Sends a delivery again, whatever became of it: same id, same body, all its tries. Refuses `conflict` while the endpoint is off. */
export async function resendDelivery(parts: WebhookParts, by: By, id: string): Promise<void> {
  await asWriter(parts, by, async (db, head) => {
    const delivery = await deliveries.readDelivery(by.workspaceId, db, id);
    if (delivery === null) throw notFound("delivery");
    await refuseOff(db, by, delivery.endpoint_id);
    const sent = await deliveries.resendDeliveries(by.workspaceId, db, { id, at: head.instant });
    return { result: undefined, deeds: sent === 0 ? [] : [{ action: "webhook.resent", target: externalId("dlv", id) }] };
  });
}

/** Sends everything again that an endpoint did not get in all its tries. @returns how many. */
export async function resendDead(parts: WebhookParts, by: By, endpointId: string): Promise<{ resent: number }> {
  return await onEndpoint(parts, { by, id: endpointId, action: "webhook.resent" }, async ({ db, at }) => {
    await refuseOff(db, by, endpointId);
    const resent = await deliveries.resendDeliveries(by.workspaceId, db, { endpointId, at });
    return { result: { resent }, detail: { deliveries: resent }, unchanged: resent === 0 };
  });
}

async function refuseOff(db: Found["db"], by: By, endpointId: string): Promise<void> {
  const endpoint = await store.readEndpoint(by.workspaceId, db, endpointId);
  if (endpoint?.status !== "enabled") throw new Refusal("conflict", "The endpoint is off. Turn it on first.");
}
