/**
 * The door for shops' webhooks: verified over the raw body, each delivery once, answered when what it says is settled. A provider that is
 * told an error sends the same again for days, so only what may pass later is one; what cannot be used is answered, counted and logged.
 */
import type { Provider } from "../core/ingest/commerce.ts";
import { clean, record } from "../core/ingest/commerce.ts";
import { mapHook } from "../core/ingest/hook-facts.ts";
import { type HookMac, signatureProblem } from "../core/ingest/hook-signature.ts";
import { externalId, uuidOf } from "../core/id.ts";
import type { By } from "./by.ts";
import type { HookDeliveries } from "./hook-deliveries.ts";
import type { HookSources, OpenSource } from "./hook-sources.ts";
import { notFound, Refusal } from "./refusal.ts";
import { carryOut, type HookAnswer, type HookParts } from "./take-hook.ts";

export type HookRequest = {
  provider: string;
  /** As the address has it: src_... */
  source: string;
  header(name: string): string | undefined;
  body: Uint8Array;
  /** The body as JSON; throws a Refusal when it is none. */
  json(): unknown;
  requestId: string;
};
export type HookDoorParts = HookParts & { sources: HookSources; deliveries: HookDeliveries; mac: HookMac };

/** These are obeyed even where the owner has disabled the source. */
const COMPLIANCE = new Set(["customers/redact", "customers/data_request", "shop/redact"]);

/** Takes one webhook. Refuses `not_found`, `signature_invalid`, `hook_refused`, `source_disabled`. */
export async function receiveHook(parts: HookDoorParts, request: HookRequest): Promise<HookAnswer> {
  const uuid = uuidOf("src", request.source);
  const source = uuid === null ? null : await parts.sources.find(uuid);
  if (source === null || source.provider !== request.provider) {
    parts.log.warn("a webhook was refused", { reason: "unknown_source", request_id: request.requestId });
    throw notFound("source");
  }
  if (isPing(source.provider, request)) return { status: "nothing", reason: "ping" };
  const { secrets, now } = source.present();
  const problem = signatureProblem(source.provider, { header: request.header, body: request.body, secrets, now }, parts.mac);
  if (problem !== null) throw await refusal(parts, { source, request, reason: problem });
  const body = record(request.json());
  const sent = deliveryOf(source.provider, { request, body, keyed: parts.hashes.keyed });
  if (source.disabled && !COMPLIANCE.has(sent.topic)) throw await refusal(parts, { source, request, reason: "disabled" });
  return take(parts, { source, request, body, ...sent });
}

/** WooCommerce tries an address out with `webhook_id=1`, unsigned, and wants a good answer before it sends anything. */
function isPing(provider: Provider, request: HookRequest): boolean {
  if (provider !== "woocommerce" || request.header("x-wc-webhook-signature") !== undefined || request.body.length > 40) return false;
  return /^webhook_id=\d{1,20}$/.test(new TextDecoder().decode(request.body));
}

async function refusal(parts: HookDoorParts, of: { source: OpenSource; request: HookRequest; reason: string }): Promise<Refusal> {
  const { source, reason } = of;
  const place = { source: externalId("src", source.id), provider: source.provider };
  parts.log.warn("a webhook was refused", { ...place, reason, request_id: of.request.requestId });
  parts.tally.add(source.workspaceId, place.source, { what: `refused:${reason}` });
  await parts.sources.refused(source, reason);
  if (reason === "disabled") return new Refusal("source_disabled", "The owner of this workspace has disabled the source.");
  const detail =
    reason === "signature_stale"
      ? "The signature is more than 5 minutes old: send it signed anew, and check the clock."
      : "The signature does not fit the body: check the secret, and send the body's bytes as they were signed.";
  return new Refusal(source.provider === "stripe" ? "hook_refused" : "signature_invalid", detail);
}

type Sent = { topic: string; delivery: string };
type Reading = { request: HookRequest; body: Record<string, unknown>; keyed: (text: string) => string };

/** The provider's id of a delivery. Headers are not signed: they name a delivery, and what it is about is read in the body. */
function deliveryOf(provider: Provider, { request, body, keyed }: Reading): Sent {
  const header = (name: string): string | undefined => clean(request.header(name), 100);
  if (provider === "stripe") return { topic: clean(body["type"], 100) ?? "", delivery: clean(body["id"], 200) ?? "none" };
  const digest = (): string => keyed(Buffer.from(request.body).toString("latin1"));
  if (provider === "shopify") {
    const topic = header("x-shopify-topic") ?? "";
    // An event may be told under several topics: its id alone would name them all.
    const event = header("x-shopify-event-id");
    return { topic, delivery: header("x-shopify-webhook-id") ?? (event === undefined ? digest() : `${event}:${topic}`) };
  }
  // WooCommerce makes the id of the webhook and the second: two orders of one second share it.
  return { topic: header("x-wc-webhook-topic") ?? "", delivery: `${header("x-wc-webhook-delivery-id") ?? ""}:${digest()}` };
}

type Taking = Sent & { source: OpenSource; request: HookRequest; body: Record<string, unknown> };

async function take(parts: HookDoorParts, of: Taking): Promise<HookAnswer> {
  const { source, topic, delivery, request } = of;
  const { workspaceId } = source;
  const named = { source: source.id, delivery };
  if (await parts.deliveries.isKnown(workspaceId, named)) {
    parts.tally.add(workspaceId, externalId("src", source.id), { what: "duplicate" });
    return { status: "known", reason: "delivered_before" };
  }
  const { customer, first_invoice: firstInvoice, prefix = "" } = source.options;
  const options = { customer, firstInvoice, prefix, sandbox: source.sandbox };
  const by: By = { workspaceId, actor: externalId("src", source.id), requestId: request.requestId, idempotencyKey: null };
  const deed = mapHook(source.provider, { topic, body: of.body, options });
  const answer = await carryOut(parts, by, { source, topic, deed });
  // Last: what is not finished is sent again, and every step may be taken twice.
  await parts.deliveries.remember(workspaceId, { ...named, topic, ...answer });
  return answer;
}
