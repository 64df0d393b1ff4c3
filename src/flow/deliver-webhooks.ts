/**
 * Sends what is due. Every endpoint is served by itself, some at once, so that a slow or dead one holds up nobody; who answers late or
 * not at all moves to the slow lane, which has a job of its own. At least once: a process that dies in between sends again when its
 * lease is over.
 */
import { OPERATORS } from "../core/messages/kinds.ts";
import { externalId } from "../core/id.ts";
import { WEBHOOK_TRIES, judgeTry, webhookBody } from "../core/webhook.ts";
import { type Client, type Pool, inWorkspace } from "../store/db.ts";
import { insertMessages } from "../store/messages.ts";
import * as store from "../store/webhook-deliveries.ts";
import { type EndpointRow, endWaiting, lockEndpoint, readEndpoint, setEndpointStatus } from "../store/webhooks.ts";
import { workspaceNow } from "../store/workspaces.ts";
import type { Cipher, Ids, Log, Outgoing, Sent, SignWebhook } from "./ports.ts";
import { secretPlace } from "./webhooks.ts";

export type DeliverParts = { pool: Pool; ids: Ids; cipher: Cipher; outgoing: Outgoing; sign: SignWebhook; log: Log };
export type DeliverAsk = {
  lane: store.Lane;
  /** Nothing new is begun after this. */
  signal?: AbortSignal;
  /** Told when nothing new is begun although something may be due: send the rest as a job of its own. */
  onRest?: () => Promise<unknown>;
};

/** Endpoints served at once, and requests to one of them at once. */
const ENDPOINTS = 64;
const PER_ENDPOINT = 8;
/** A try takes 15 s at most; after this its claim is anybody's. */
const LEASE_MS = 60_000;
/** While some are out, others may become due. */
const LOOK_MS = 200;
const DAY_MS = 86_400_000;

/** Sends what is due in a lane until nothing is. @returns how many tries were made. */
export async function deliverWebhooks(parts: DeliverParts, workspaceId: string, ask: DeliverAsk): Promise<number> {
  const busy = new Map<string, Promise<void>>();
  const errors: unknown[] = [];
  let tries = 0;
  const isEnding = (): boolean => ask.signal?.aborted === true;
  const serve = async (endpointId: string): Promise<void> => {
    for (let taken = 1; taken > 0 && !isEnding(); tries += taken)
      taken = await serveOnce(parts, workspaceId, { endpointId, lane: ask.lane });
  };
  while (!isEnding()) {
    const room = ENDPOINTS - busy.size;
    const due = await inWorkspace(parts.pool, workspaceId, (db) =>
      store.readDueEndpoints(workspaceId, db, { lane: ask.lane, busy: [...busy.keys()], limit: room }),
    );
    for (const id of due) {
      const served = serve(id).catch((error: unknown) => void errors.push(error));
      busy.set(
        id,
        served.finally(() => busy.delete(id)),
      );
    }
    if (busy.size === 0 || errors.length > 0) break;
    await Promise.race([...busy.values(), pause(LOOK_MS)]);
  }
  if (isEnding()) await ask.onRest?.();
  await Promise.all(busy.values());
  if (errors.length > 0) throw errors[0];
  return tries;
}

function pause(ms: number): Promise<void> {
  return new Promise((resolve) => {
    setTimeout(resolve, ms).unref();
  });
}

type Serving = { endpoint: EndpointRow; secrets: string[] };

/** One handful of requests to one endpoint. 0: nothing is due, or it belongs to the other lane now. */
async function serveOnce(parts: DeliverParts, workspaceId: string, of: { endpointId: string; lane: store.Lane }): Promise<number> {
  const found = await inWorkspace(parts.pool, workspaceId, async (db) => {
    const endpoint = await readEndpoint(workspaceId, db, of.endpointId);
    if (endpoint === null || endpoint.status === "disabled" || endpoint.lane !== of.lane) return null;
    const claimed = await store.claimDeliveries(workspaceId, db, { endpointId: endpoint.id, limit: PER_ENDPOINT, leaseMs: LEASE_MS });
    return { endpoint, claimed, now: await workspaceNow(workspaceId, db) };
  });
  if (found === null) return 0;
  const { endpoint, claimed, now } = found;
  const hasOld = endpoint.old_secret !== null && (endpoint.old_until ?? 0) > now;
  const sealed = [endpoint.secret, ...(hasOld ? [endpoint.old_secret!] : [])];
  const secrets = sealed.map((each) => parts.cipher.open(each, secretPlace(workspaceId, endpoint.id)));
  await Promise.all(claimed.map((each) => tryOne(parts, workspaceId, { serving: { endpoint, secrets }, claimed: each })));
  return claimed.length;
}

async function tryOne(parts: DeliverParts, workspaceId: string, of: { serving: Serving; claimed: store.Claimed }): Promise<void> {
  const { claimed } = of;
  const { endpoint, secrets } = of.serving;
  const body = webhookBody(endpoint.version, claimed);
  const id = externalId("ann", claimed.event);
  const sent = await parts.outgoing.post(endpoint.url, {
    body,
    headers: {
      "content-type": "application/json",
      "user-agent": "Grapevine-Webhooks",
      "webhook-id": id,
      "webhook-timestamp": String(Math.floor(claimed.realNow / 1_000)),
      "webhook-signature": parts.sign(secrets, { id, atMs: claimed.realNow, body }),
    },
  });
  await inWorkspace(parts.pool, workspaceId, (db) => settleTry(parts, { db, workspaceId }, { endpoint, claimed, sent }));
}

type Room = { db: Client; workspaceId: string };

/** Writes down what came of it: delivered, later again, or given up; an endpoint that says it is gone is turned off. */
async function settleTry(
  parts: DeliverParts,
  { db, workspaceId }: Room,
  of: { endpoint: EndpointRow; claimed: store.Claimed; sent: Sent },
): Promise<void> {
  const { endpoint, claimed, sent } = of;
  const verdict = judgeTry(sent, claimed.tries + 1, (parts.ids.bytes(1)[0] ?? 0) / 255);
  const isDead = !verdict.delivered && verdict.wait === null;
  const lane = verdict.slow ? "slow" : "fast";
  // What changes the endpoint holds it before its delivery.
  if (lane !== endpoint.lane || verdict.gone) await lockEndpoint(workspaceId, db, endpoint.id);
  const isRecorded = await store.recordTry(workspaceId, db, {
    delivery: claimed.id,
    claims: claimed.claims,
    atReal: claimed.realNow,
    ms: sent.ms,
    httpStatus: sent.status,
    error: verdict.word,
    status: verdict.delivered ? "delivered" : isDead ? "dead" : "waiting",
    wait: verdict.wait ?? 0,
  });
  if (!isRecorded) return;
  if (lane !== endpoint.lane) await store.setLane(workspaceId, db, { id: endpoint.id, lane });
  if (!isDead) return;
  const now = await workspaceNow(workspaceId, db);
  const webhook = externalId("whk", endpoint.id);
  if (verdict.gone && (await setEndpointStatus(workspaceId, db, { id: endpoint.id, status: "disabled", reason: "gone" }))) {
    await endWaiting(workspaceId, db, { endpointId: endpoint.id, at: now, error: "endpoint_disabled" });
    parts.log.warn("a webhook endpoint answered 410 and was disabled", { workspace: workspaceId, webhook });
    await tell("webhook_disabled", claimed.id);
  } else await tell("webhook_dead", String(Math.floor(now / DAY_MS)));

  /** Once an endpoint and day: the dead letters themselves are listed. */
  async function tell(kind: "webhook_dead" | "webhook_disabled", nth: string): Promise<void> {
    const data = {
      webhook,
      delivery: externalId("dlv", claimed.id),
      tries: Math.min(claimed.tries + 1, WEBHOOK_TRIES),
      error: verdict.word,
    };
    await insertMessages(workspaceId, db, [{ kind, person_id: OPERATORS, subject_key: `${webhook}:${nth}`, data, due_at: now }]);
  }
}
