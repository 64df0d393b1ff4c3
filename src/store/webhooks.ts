/** Webhook endpoints: where a workspace wants to be told, and of what. Secrets come and go sealed. */
import type { Client } from "./db.ts";

export type EndpointRow = {
  id: string;
  url: string;
  description: string;
  types: string[];
  version: string;
  secret: string;
  old_secret: string | null;
  old_until: number | null;
  status: "enabled" | "disabled";
  reason: string | null;
  lane: "fast" | "slow";
  created_at: number;
};

const COLUMNS = "id, url, description, types, version, secret, old_secret, old_until, status, reason, lane, created_at";

/** Adds an endpoint that is told of what comes after `since`, the newest row of the outbox. Behind the writer lock. */
export async function insertEndpoint(
  workspaceId: string,
  db: Client,
  e: Pick<EndpointRow, "id" | "url" | "description" | "types" | "version" | "secret" | "created_at">,
): Promise<void> {
  await db.query(
    `insert into webhook_endpoint (workspace_id, id, url, description, types, version, secret, created_at, since)
     values ($1, $2, $3, $4, $5, $6, $7, $8, (select coalesce(max(seq), 0) from outbox where workspace_id = $1))`,
    [workspaceId, e.id, e.url, e.description, e.types, e.version, e.secret, e.created_at],
  );
}

/** How many a workspace has. */
export async function countEndpoints(workspaceId: string, db: Client): Promise<number> {
  const { rows } = await db.query<{ n: number }>("select count(*)::int as n from webhook_endpoint where workspace_id = $1", [
    workspaceId,
  ]);
  return rows[0]?.n ?? 0;
}

/** One endpoint, or null. */
export async function readEndpoint(workspaceId: string, db: Client, id: string): Promise<EndpointRow | null> {
  const { rows } = await db.query<EndpointRow>(`select ${COLUMNS} from webhook_endpoint where workspace_id = $1 and id = $2`, [
    workspaceId,
    id,
  ]);
  return rows[0] ?? null;
}

/**
 * One endpoint, held until the transaction ends: before any of its deliveries is touched by what changes both, so that two such changes
 * never wait for each other.
 */
export async function lockEndpoint(workspaceId: string, db: Client, id: string): Promise<EndpointRow | null> {
  const { rows } = await db.query<EndpointRow>(
    `select ${COLUMNS} from webhook_endpoint where workspace_id = $1 and id = $2 for update`,
    [workspaceId, id],
  );
  return rows[0] ?? null;
}

/** Newest first. */
export async function listEndpoints(
  workspaceId: string,
  db: Client,
  page: { before: string | null; limit: number },
): Promise<EndpointRow[]> {
  const { rows } = await db.query<EndpointRow>(
    `select ${COLUMNS} from webhook_endpoint where workspace_id = $1 and ($2::uuid is null or id < $2) order by id desc limit $3`,
    [workspaceId, page.before, page.limit],
  );
  return rows;
}

export type EndpointChange = Pick<EndpointRow, "url" | "description" | "types" | "version">;

/** What an endpoint is, as given. A new address begins among the quick ones. */
export async function updateEndpoint(workspaceId: string, db: Client, e: EndpointChange & { id: string }): Promise<void> {
  await db.query(
    `update webhook_endpoint set lane = case when url = $3 then lane else 'fast' end, url = $3, description = $4, types = $5, version = $6
      where workspace_id = $1 and id = $2`,
    [workspaceId, e.id, e.url, e.description, e.types, e.version],
  );
}

/** A new secret beside the old one, which is good until `until`. */
export async function rotateEndpoint(
  workspaceId: string,
  db: Client,
  of: { id: string; secret: string; oldSecret: string; until: number },
): Promise<void> {
  await db.query("update webhook_endpoint set secret = $3, old_secret = $4, old_until = $5 where workspace_id = $1 and id = $2", [
    workspaceId,
    of.id,
    of.secret,
    of.oldSecret,
    of.until,
  ]);
}

/** Turns an endpoint off (with why) or on: from then on it is told of what comes. @returns false when it is so already. */
export async function setEndpointStatus(
  workspaceId: string,
  db: Client,
  of: { id: string; status: "enabled" | "disabled"; reason: string | null },
): Promise<boolean> {
  const { rowCount } = await db.query(
    `update webhook_endpoint set status = $3, reason = $4, lane = 'fast',
            since = case when $3 = 'enabled' then (select coalesce(max(seq), 0) from outbox where workspace_id = $1) else since end
      where workspace_id = $1 and id = $2 and status <> $3`,
    [workspaceId, of.id, of.status, of.reason],
  );
  return rowCount === 1;
}

/** Ends what waits for an endpoint as dead letters: it can be sent again when the endpoint is on. @returns how many. */
export async function endWaiting(
  workspaceId: string,
  db: Client,
  of: { endpointId: string; at: number; error: string },
): Promise<number> {
  const { rowCount } = await db.query(
    `update webhook_delivery set status = 'dead', error = $4, decided_at = $3
      where workspace_id = $1 and endpoint_id = $2 and status = 'waiting'`,
    [workspaceId, of.endpointId, of.at, of.error],
  );
  return rowCount ?? 0;
}

/** An endpoint and everything that was sent to it. */
export async function deleteEndpoint(workspaceId: string, db: Client, id: string): Promise<boolean> {
  await db.query(
    `delete from webhook_attempt where workspace_id = $1
        and delivery_id in (select id from webhook_delivery where workspace_id = $1 and endpoint_id = $2)`,
    [workspaceId, id],
  );
  await db.query("delete from webhook_delivery where workspace_id = $1 and endpoint_id = $2", [workspaceId, id]);
  const { rowCount } = await db.query("delete from webhook_endpoint where workspace_id = $1 and id = $2", [workspaceId, id]);
  return rowCount === 1;
}
