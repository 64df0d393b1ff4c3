/** What is sent to webhook endpoints: one row an event and endpoint, never a second; tries beside it. */
import { plain, quoted } from "./arrays.ts";
import type { Client } from "./db.ts";
import { rows as named } from "./settle-rows.ts";

export type Listener = { id: string; types: string[]; since: number };

/** Endpoints that are on. */
export async function readListeners(workspaceId: string, db: Client): Promise<Listener[]> {
  return await named<Listener>(db, "webhook_listeners", {
    text: "select id, types, since from webhook_endpoint where workspace_id = $1 and status = 'enabled' order by id",
    values: [workspaceId],
  });
}

export type NewEvent = { id: string; type: string; at: number; data: unknown };
export type NewDelivery = { id: string; endpoint: string; event: string; type: string };

/** Adds events and who is to be told of them, due at once. What is there already stays. */
export async function insertDeliveries(
  workspaceId: string,
  db: Client,
  of: { events: readonly NewEvent[]; deliveries: readonly NewDelivery[]; at: number },
): Promise<void> {
  const { events, deliveries } = of;
  if (deliveries.length === 0) return;
  await db.query(
    `insert into webhook_event (workspace_id, id, type, at, data)
     select $1::uuid, u.id, u.type, u.at, u.data from unnest($2::uuid[], $3::text[], $4::bigint[], $5::json[]) u(id, type, at, data)
         on conflict do nothing`,
    [
      workspaceId,
      plain(events.map((e) => e.id)),
      quoted(events.map((e) => e.type)),
      plain(events.map((e) => e.at)),
      quoted(events.map((e) => JSON.stringify(e.data))),
    ],
  );
  await db.query(
    `insert into webhook_delivery (workspace_id, id, endpoint_id, event_id, type, due_at, created_at)
     select $1::uuid, u.id, u.endpoint, u.event, u.type, $6, $6 from unnest($2::uuid[], $3::uuid[], $4::uuid[], $5::text[])
            u(id, endpoint, event, type) on conflict do nothing`,
    [
      workspaceId,
      plain(deliveries.map((d) => d.id)),
      plain(deliveries.map((d) => d.endpoint)),
      plain(deliveries.map((d) => d.event)),
      quoted(deliveries.map((d) => d.type)),
      of.at,
    ],
  );
}

/** Quick endpoints and slow ones (which answered late or not at all) are served apart. */
export type Lane = "fast" | "slow";

export type LaneDue = { lane: Lane; at: number; now: number };

/** When something is due next in each lane, on the workspace's clock; a lane with nothing that waits is not there. */
export async function readLanesDue(workspaceId: string, db: Client): Promise<LaneDue[]> {
  return await named<LaneDue>(db, "lanes_due", {
    text: `select e.lane, min(d.due_at) as at, workspace_now($1) as now from webhook_endpoint e
      cross join lateral (select due_at from webhook_delivery d where d.workspace_id = $1 and d.endpoint_id = e.id and d.status = 'waiting'
                           order by due_at limit 1) d
      where e.workspace_id = $1 and e.status = 'enabled' group by e.lane`,
    values: [workspaceId],
  });
}

/** Endpoints of a lane for which something is due, those that wait longest first. */
export async function readDueEndpoints(
  workspaceId: string,
  db: Client,
  ask: { lane: Lane; busy: readonly string[]; limit: number },
): Promise<string[]> {
  const { rows } = await db.query<{ id: string }>(
    `select e.id from webhook_endpoint e
      cross join lateral (select due_at from webhook_delivery d where d.workspace_id = $1 and d.endpoint_id = e.id and d.status = 'waiting'
                           order by due_at limit 1) d
      where e.workspace_id = $1 and e.status = 'enabled' and e.lane = $2 and e.id <> all($3::uuid[]) and d.due_at <= workspace_now($1)
      order by d.due_at limit $4`,
    [workspaceId, ask.lane, plain(ask.busy), ask.limit],
  );
  return rows.map((r) => r.id);
}

export type Claimed = {
  id: string;
  claims: number;
  tries: number;
  event: string;
  type: string;
  at: number;
  data: unknown;
  realNow: number;
};

/**
 * Claims what is due for an endpoint: whoever else looks sees it as due when the lease ends. `realNow` is the database's clock without a
 * sandbox's offset: receivers compare the time of the try with their own.
 */
export async function claimDeliveries(
  workspaceId: string,
  db: Client,
  ask: { endpointId: string; limit: number; leaseMs: number },
): Promise<Claimed[]> {
  const { rows } = await db.query<Claimed>(
    `with c as (
       select id from webhook_delivery where workspace_id = $1 and endpoint_id = $2 and status = 'waiting' and due_at <= workspace_now($1)
        order by due_at limit $3 for update skip locked),
     u as (
       update webhook_delivery d set claims = d.claims + 1, due_at = workspace_now($1) + $4 from c where d.workspace_id = $1 and d.id = c.id
       returning d.id, d.claims, d.tries, d.event_id)
     select u.id, u.claims, u.tries, u.event_id as event, e.type, e.at, e.data,
            (extract(epoch from clock_timestamp()) * 1000)::bigint as "realNow"
       from u join webhook_event e on e.workspace_id = $1 and e.id = u.event_id`,
    [workspaceId, ask.endpointId, ask.limit, ask.leaseMs],
  );
  return rows;
}

export type Try = {
  delivery: string;
  claims: number;
  atReal: number;
  ms: number;
  httpStatus: number | null;
  error: string | null;
  /** What becomes of the delivery; `wait` in milliseconds with "waiting". */
  status: "waiting" | "delivered" | "dead";
  wait: number;
};

/** Writes down a try. False: its claim was overtaken or the delivery is decided; nothing is written then. */
export async function recordTry(workspaceId: string, db: Client, t: Try): Promise<boolean> {
  const { rowCount } = await db.query(
    `update webhook_delivery set status = $4, tries = tries + 1, error = $5,
            due_at = workspace_now($1) + $6, decided_at = case when $4 = 'waiting' then null else workspace_now($1) end
      where workspace_id = $1 and id = $2 and claims = $3 and status = 'waiting'`,
    [workspaceId, t.delivery, t.claims, t.status, t.error, t.wait],
  );
  if (rowCount !== 1) return false;
  await db.query(
    `insert into webhook_attempt (workspace_id, delivery_id, nth, at, ms, http_status, error) values ($1, $2, $3, $4, $5, $6, $7)
         on conflict do nothing`,
    [workspaceId, t.delivery, t.claims, t.atReal, t.ms, t.httpStatus, t.error],
  );
  return true;
}

/** Moves an endpoint to the lane it belongs in. */
export async function setLane(workspaceId: string, db: Client, of: { id: string; lane: Lane }): Promise<void> {
  await db.query("update webhook_endpoint set lane = $3 where workspace_id = $1 and id = $2 and lane <> $3", [
    workspaceId,
    of.id,
    of.lane,
  ]);
}

export type DeliveryRow = {
  id: string;
  endpoint_id: string;
  event_id: string;
  type: string;
  status: "waiting" | "delivered" | "dead";
  tries: number;
  due_at: number;
  created_at: number;
  decided_at: number | null;
  error: string | null;
};
const COLUMNS = "id, endpoint_id, event_id, type, status, tries, due_at, created_at, decided_at, error";

/** Newest first. */
export async function listDeliveries(
  workspaceId: string,
  db: Client,
  filter: { endpointId: string; before: string | null; limit: number; status: string | null; type: string | null },
): Promise<DeliveryRow[]> {
  const { rows } = await db.query<DeliveryRow>(
    `select ${COLUMNS} from webhook_delivery
      where workspace_id = $1 and endpoint_id = $2 and ($3::uuid is null or id < $3) and ($4::text is null or status = $4)
        and ($5::text is null or type = $5) order by id desc limit $6`,
    [workspaceId, filter.endpointId, filter.before, filter.status, filter.type, filter.limit],
  );
  return rows;
}

export type DeliveryDetail = DeliveryRow & { at: number; data: unknown; version: string; attempts: AttemptRow[] };
export type AttemptRow = { nth: number; at: number; ms: number; http_status: number | null; error: string | null };

/** A delivery with what is sent and every try, or null. */
export async function readDelivery(workspaceId: string, db: Client, id: string): Promise<DeliveryDetail | null> {
  const { rows } = await db.query<Omit<DeliveryDetail, "attempts">>(
    `select d.id, d.endpoint_id, d.event_id, d.type, d.status, d.tries, d.due_at, d.created_at, d.decided_at, d.error,
            e.at, e.data, w.version
       from webhook_delivery d join webhook_event e on e.workspace_id = $1 and e.id = d.event_id
       join webhook_endpoint w on w.workspace_id = $1 and w.id = d.endpoint_id where d.workspace_id = $1 and d.id = $2`,
    [workspaceId, id],
  );
  if (rows[0] === undefined) return null;
  const attempts = await db.query<AttemptRow>(
    "select nth, at, ms, http_status, error from webhook_attempt where workspace_id = $1 and delivery_id = $2 order by nth",
    [workspaceId, id],
  );
  return { ...rows[0], attempts: attempts.rows };
}

/** Which deliveries to send again: one, or the dead ones of an endpoint. Those that wait already stay as they are. @returns how many. */
export async function resendDeliveries(
  workspaceId: string,
  db: Client,
  of: { at: number } & ({ id: string } | { endpointId: string }),
): Promise<number> {
  const [column, value] = "id" in of ? ["id", of.id] : ["endpoint_id", of.endpointId];
  const which = "id" in of ? "status <> 'waiting'" : "status = 'dead'";
  const { rowCount } = await db.query(
    `update webhook_delivery set status = 'waiting', tries = 0, due_at = $3, decided_at = null, error = null
      where workspace_id = $1 and ${column} = $2 and ${which}`,
    [workspaceId, value, of.at],
  );
  return rowCount ?? 0;
}

/** Drops up to `limit` deliveries that were decided before an instant, with their tries, and events that nobody has. @returns how many. */
export async function dropOldDeliveries(workspaceId: string, db: Client, ask: { before: number; limit: number }): Promise<number> {
  const { rowCount } = await db.query(
    `with d as (
       delete from webhook_delivery where workspace_id = $1 and id in (
         select id from webhook_delivery where workspace_id = $1 and decided_at < $2 order by decided_at limit $3) returning id),
     a as (delete from webhook_attempt where workspace_id = $1 and delivery_id in (select id from d))
     select id from d`,
    [workspaceId, ask.before, ask.limit],
  );
  await db.query(
    `delete from webhook_event e where e.workspace_id = $1 and e.at < $2
        and not exists (select from webhook_delivery d where d.workspace_id = $1 and d.event_id = e.id)`,
    [workspaceId, ask.before],
  );
  return rowCount ?? 0;
}
