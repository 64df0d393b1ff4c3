/**
 * What a batch reads. All of the first round trip goes out in one pipeline behind `begin_batch`, which holds the
 * workspace's writer lock: what is read here cannot change until the batch commits.
 */
import type { FactStatus, OrderRow, PersonRow } from "../core/book.ts";
import type { EventOutcome, OutcomeStatus } from "../core/event.ts";
import type { Fact } from "../core/facts.ts";
import { type KeptOutcome, wholeOutcome } from "../core/kept-outcome.ts";
import type { Client } from "./db.ts";
import { plain, quoted } from "./arrays.ts";
import { rows } from "./settle-rows.ts";

export type BatchHead = { instant: number; revision: number; epoch: number; backdate_days: number; importing: boolean };

/** Opens the batch: workspace, writer lock, the batch's instant from the database clock. */
export async function beginBatch(client: Client, ws: string): Promise<BatchHead> {
  const [head] = await rows<BatchHead>(client, "begin_batch", { text: "select * from begin_batch($1)", values: [ws] });
  if (head === undefined || head.instant === null) throw new Error("impossible: the workspace has no row");
  return head;
}

export type StoredRow = { client_id: string; id: string; hash: string; outcome: EventOutcome };

/** Facts already stored under these client ids. */
export async function loadStored(client: Client, ws: string, clients: readonly string[]): Promise<StoredRow[]> {
  type Kept = Omit<StoredRow, "outcome"> & { status: OutcomeStatus; outcome: KeptOutcome };
  const kept = await rows<Kept>(client, "load_stored", {
    // A failed event that was tried again is answered with what came of it. The inner select runs for repeats only.
    text: `select f.client_id, f.id, f.hash, f.status, coalesce(
        (select d.outcome from decision_revision d where d.workspace_id = f.workspace_id and d.fact_id = f.id and f.status = 'failed'
            and d.outcome->>'client_id' is not null order by d.revision desc limit 1), f.outcome) as outcome
      from fact f where f.workspace_id = $1 and f.client_id = any($2::text[])`,
    values: [ws, quoted(clients)],
  });
  return kept.map((row) => ({ ...row, outcome: wholeOutcome(row, row.outcome) }));
}

const PERSON = "p.id, p.has_user_id, p.company_id, p.merged_into, p.created_at, p.state, p.erased_at is not null as erased";
export type PersonRecord = {
  id: string;
  has_user_id: boolean;
  company_id: string | null;
  merged_into: string | null;
  created_at: number;
  state: string;
  erased: boolean;
  attributes?: Record<string, unknown>;
};
export type IdentityRecord = PersonRecord & { kind: number; value: string };

/**
 * Who holds these identities. The inner select is a lateral with a limit on purpose: planned on empty tables, a plain join
 * read the workspace's whole index for each batch (61 ms instead of 0.4).
 */
export async function loadIdentities(client: Client, ws: string, of: { kinds: number[]; values: string[] }): Promise<IdentityRecord[]> {
  return rows(client, "load_identities", {
    text: `select k.kind, k.value, p.* from unnest($2::smallint[], $3::text[]) k(kind, value)
      cross join lateral (select i.person_id from person_identity i where i.workspace_id = $1 and i.kind = k.kind
        and i.value = k.value limit 1) i
      cross join lateral (select ${PERSON} from person p where p.workspace_id = $1 and p.id = i.person_id limit 1) p`,
    values: [ws, plain(of.kinds), quoted(of.values)],
  });
}

/** Known attributes of people: asked only when some condition reads a person. */
export async function loadAttributes(
  client: Client,
  ws: string,
  people: readonly string[],
): Promise<{ person_id: string; attributes: Record<string, unknown> | null }[]> {
  return rows(client, "load_attributes", {
    text: "select person_id, data->'attributes' as attributes from person_private where workspace_id = $1 and person_id = any($2::uuid[])",
    values: [ws, plain(people)],
  });
}

export async function loadPeople(client: Client, ws: string, ids: readonly string[]): Promise<PersonRecord[]> {
  return rows(client, "load_people", {
    text: `select ${PERSON} from person p where p.workspace_id = $1 and p.id = any($2::uuid[])`,
    values: [ws, plain(ids)],
  });
}

/** Which of these people have an e-mail address or phone, or were joined by somebody who has. */
export async function loadReachable(client: Client, ws: string, people: readonly string[]): Promise<{ id: string }[]> {
  return rows(client, "load_reachable", {
    text: `with recursive m(id, root) as (select u, u from unnest($2::uuid[]) u
        union all select p.id, m.root from person p join m on p.workspace_id = $1 and p.merged_into = m.id)
      select distinct root as id from m where exists (select from person_identity i
        where i.workspace_id = $1 and i.person_id = m.id and i.kind in (2, 3))`,
    values: [ws, plain(people)],
  });
}

export type OrderRecord = PersonRecord & {
  order_id: string;
  person_id: string | null;
  owner_at: number | null;
  owner_client: string | null;
  currency: string;
  total: number;
  refunded: number;
};

/** Orders by id, each with the person who owns it. */
export async function loadOrders(client: Client, ws: string, ids: readonly string[]): Promise<OrderRecord[]> {
  return rows(client, "load_orders", {
    text: `select o.order_id, o.person_id, o.owner_at, o.owner_client, o.currency, o.total, o.refunded, p.*
      from order_state o left join lateral (select ${PERSON} from person p where p.workspace_id = $1
        and p.id = o.person_id limit 1) p on true
      where o.workspace_id = $1 and o.order_id = any($2::text[])`,
    values: [ws, quoted(ids)],
  });
}

export type LinkRecord = {
  id: string;
  program_id: string;
  person_id: string;
  code: string;
  code_key: string;
  kind: string;
  disabled_at: number | null;
  status: string | null;
  merged_into: string | null;
  email: string | null;
};

/** Links by typed code or by id (click ids), with the advocate's standing in the program. */
export async function loadLinks(
  client: Client,
  ws: string,
  by: { codes: readonly string[]; ids: readonly string[] },
): Promise<LinkRecord[]> {
  const columns = `l.id, l.program_id, l.person_id, l.code, l.code_key, l.kind, l.disabled_at,
      (select a.status from advocate a where a.workspace_id = $1 and a.program_id = l.program_id and a.person_id = l.person_id) as status,
      (select p.merged_into from person p where p.workspace_id = $1 and p.id = l.person_id) as merged_into,
      (select v.data->>'email' from person_private v where v.workspace_id = $1 and v.person_id = l.person_id) as email`;
  const from = "from link l";
  return rows(client, "load_links", {
    text: `select ${columns} ${from} where l.workspace_id = $1 and l.code_key = any($2::text[])
      union all select ${columns} ${from} where l.workspace_id = $1 and l.id = any($3::uuid[])`,
    values: [ws, quoted(by.codes), plain(by.ids)],
  });
}

export type FactRecord = {
  id: string;
  client_id: string;
  person_id: string | null;
  at: number;
  type: string;
  body: Omit<Fact, "id" | "client" | "person" | "at" | "type">;
  status: FactStatus;
};

// A fact's present status: its own, or what became of it since (fact_status). Asked row by row: a join was planned as a scan.
const STATUS =
  "coalesce((select s.status from fact_status s where s.workspace_id = f.workspace_id and s.fact_id = f.id), f.status) as status";
const FACT = `f.id, f.client_id, f.at, f.type, f.body, ${STATUS}`;
const CORRECTION = "f.type in ('refund', 'chargeback', 'order_updated')";

/**
 * All facts of these people, and every correction of the orders they own, whoever it came with. The second half goes from order to order
 * (`offset 0` keeps the planner from turning it around): planned on empty tables as a join it read the workspace's whole order_state for
 * each of the people's facts, 55 of 60 s of an import with 3,654 refunds.
 */
export async function loadFacts(client: Client, ws: string, people: readonly string[]): Promise<FactRecord[]> {
  return rows(client, "load_facts", {
    text: `select ${FACT}, f.person_id from fact f where f.workspace_id = $1 and f.person_id = any($2::uuid[])
      union all
      select c.id, c.client_id, c.at, c.type, c.body, c.status, o.person_id
        from (select distinct g.order_id from fact g
               where g.workspace_id = $1 and g.person_id = any($2::uuid[]) and g.order_id is not null offset 0) g
        cross join lateral (select ${FACT}, f.person_id as sender from fact f
               where f.workspace_id = $1 and f.order_id = g.order_id and ${CORRECTION} offset 0) c
        cross join lateral (select o.person_id from order_state o where o.workspace_id = $1 and o.order_id = g.order_id offset 0) o
       where c.sender is distinct from o.person_id`,
    values: [ws, plain(people)],
  });
}

/** Corrections of orders whose purchase arrives only now. */
export async function loadCorrections(
  client: Client,
  ws: string,
  orders: readonly string[],
): Promise<(FactRecord & { order_id: string })[]> {
  return rows(client, "load_corrections", {
    text: `select ${FACT}, f.person_id, f.order_id from fact f where f.workspace_id = $1 and f.order_id = any($2::text[])
      and ${CORRECTION}`,
    values: [ws, quoted(orders)],
  });
}

/** Everyone merged into these people: their facts belong to the fold too. */
export async function loadAbsorbed(
  client: Client,
  ws: string,
  people: readonly string[],
): Promise<{ id: string; merged_into: string }[]> {
  return rows(client, "load_absorbed", {
    text: `with recursive m(id, merged_into, root) as (
        select p.id, p.merged_into, p.merged_into from person p where p.workspace_id = $1 and p.merged_into = any($2::uuid[])
        union all select p.id, p.merged_into, m.root from person p join m on p.workspace_id = $1 and p.merged_into = m.id)
      select id, root as merged_into from m`,
    values: [ws, plain(people)],
  });
}

export function personRow(r: PersonRecord): PersonRow {
  return {
    id: r.id,
    hasUserId: r.has_user_id,
    company: r.company_id,
    mergedInto: r.merged_into,
    createdAt: r.created_at,
    stateText: r.state,
    isNew: false,
    dirty: false,
    attributes: r.attributes ?? undefined,
    erased: r.erased,
    absorbed: [],
  };
}
export function orderRow(r: OrderRecord): OrderRow {
  return {
    id: r.order_id,
    person: r.person_id,
    ownerAt: r.owner_at,
    ownerClient: r.owner_client,
    currency: r.currency,
    total: r.total,
    refunded: r.refunded,
    isNew: false,
    dirty: false,
  };
}
