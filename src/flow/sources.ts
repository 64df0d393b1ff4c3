/** Shops that send webhooks, as operators keep them. A secret is needed in clear to check signatures, so it is sealed and not hashed. */
import { externalId } from "../core/id.ts";
import * as store from "../store/sources.ts";
import type { By } from "./by.ts";
import { change, type ChangeParts } from "./change.ts";
import type { Cipher } from "./ports.ts";
import { notFound } from "./refusal.ts";

export type SourceParts = ChangeParts & { cipher: Cipher };
export type SourceWish = { provider: "stripe" | "shopify" | "woocommerce"; name: string; secret: string; options: store.SourceOptions };

const HOUR = 3_600_000;

/** What a source's secret is sealed for: a sealed text moved to another row does not open. */
export function sealedFor(workspaceId: string, sourceId: string): string {
  return `${workspaceId}|source|secret|${sourceId}`;
}

export async function createSource(parts: SourceParts, by: By, wish: SourceWish): Promise<{ sourceId: string }> {
  const id = parts.ids.uuid();
  const secret = parts.cipher.seal(wish.secret, sealedFor(by.workspaceId, id));
  return change(parts, by, async (db) => {
    const { provider, name, options } = wish;
    await store.insertSource(by.workspaceId, db, { id, provider, name, options, secret });
    return { result: { sourceId: id }, deed: { action: "source.created", target: externalId("src", id), detail: { provider, name } } };
  });
}

/** From now on the new secret is good, and the former one for so many hours more. Refuses `not_found`. */
export async function rotateSource(
  parts: SourceParts,
  by: By,
  wish: { sourceId: string; secret: string; overlapHours: number },
): Promise<void> {
  const { sourceId: id, overlapHours } = wish;
  const secret = parts.cipher.seal(wish.secret, sealedFor(by.workspaceId, id));
  await change(parts, by, async (db) => {
    const found = await store.rotateSourceSecret(by.workspaceId, db, { id, secret, overlapMs: overlapHours * HOUR });
    if (!found) throw notFound("source");
    const deed = { action: "source.rotated", target: externalId("src", id), detail: { overlap_hours: overlapHours } };
    return { result: undefined, deed };
  });
}

/** Disabled, everything it sends is refused. Again the same changes nothing. Refuses `not_found`. */
export async function setSourceStatus(
  parts: SourceParts,
  by: By,
  wish: { sourceId: string; status: "active" | "disabled" },
): Promise<void> {
  const { sourceId: id, status } = wish;
  await change(parts, by, async (db) => {
    if ((await store.readSource(by.workspaceId, db, id)) === null) throw notFound("source");
    const changed = await store.setSourceStatus(by.workspaceId, db, { id, status });
    const action = status === "active" ? "source.enabled" : "source.disabled";
    return { result: undefined, deed: changed ? { action, target: externalId("src", id) } : null };
  });
}
