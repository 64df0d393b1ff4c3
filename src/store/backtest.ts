/** The stored past, person by person. */
import { type Reader, copyOut, createReader } from "./copy-out.ts";
import type { Client } from "./db.ts";
import { createShelves } from "./past-shelves.ts";

/** One fact of the past. `received`: when its batch was settled. */
export type PastFact = { client: string; at: number; type: string; body: Record<string, unknown>; received: number };

/** The server's memory for sorting and joining; beyond it uses its files. */
const MEMORY = "64MB";

/** The facts that are read; only few have a status of their own beside them, mostly none. */
const READ = `g.workspace_id = $1 and (g.at < $2 or g.type in ('refund', 'chargeback', 'order_updated'))
  and case when g.status = 'failed'
      then g.id in (select s.fact_id from fact_status s where s.workspace_id = $1 and s.status not in ('failed', 'withdrawn'))
      else g.id not in (select s.fact_id from fact_status s where s.workspace_id = $1 and s.status in ('failed', 'withdrawn')) end`;
const CORRECTS = "g.type in ('refund', 'chargeback', 'order_updated') and g.order_id is not null";

/*
 * The table once from end to end, in its own order, and the corrections of orders once more beside the orders: asked one by one, a
 * quarter of a million orders were as many looks at pages far apart.
 */
const PAST = `
  select coalesce(k.merged_into, f.owner), f.at, f.type, f.client_id, f.received_at, f.body
    from (select g.person_id as owner, g.at, g.type, g.client_id, g.received_at, g.body from fact g where ${READ} and not (${CORRECTS})
          union all
          select coalesce(o.person_id, g.person_id), g.at, g.type, g.client_id, g.received_at, g.body
            from fact g left join order_state o on o.workspace_id = $1 and o.order_id = g.order_id where ${READ} and ${CORRECTS}) f
    left join (select p.id, p.merged_into from person p where p.workspace_id = $1 and p.merged_into is not null) k on k.id = f.owner`;

/**
 * `binds`: types of facts that bring a friend in. Who has none of them, or was told of nobody by any fact, owes nobody anything; `own`:
 * types of facts that earn whoever does them something.
 */
export type Matter = { binds: readonly string[]; own: readonly string[] };
type Ask = Matter & { to: number; read?: (facts: number) => void; inMemory?: number | undefined };
/** `facts`: how many there are in all, of whomever. */
export type PastShelf = {
  facts: number;
  /** Everybody whose facts can matter, one after the other, hers in the order of time; as often as it is asked. */
  each(of: { take: (person: string, facts: PastFact[]) => void; every: number; passed: (facts: number) => Promise<void> }): Promise<void>;
  /** Gives back what the facts were laid aside in. */
  end(): void;
};

/** A key of a fact's document. That a word of it says the same does no harm: somebody is looked at without need. */
const EVIDENCE = Buffer.from('"evidence"');

/**
 * Lays the past aside by person. A correction belongs to whoever owns its order; a merged person's facts to the one who stays; facts that
 * failed or were taken back are left out. Of what happened from `to` on only corrections are read: they say what the past is worth now.
 * One statement, which is also its one snapshot, in the order in which the table lies: it sorts nothing, and what it reads is on its way at
 * once.
 */
export async function layPast(workspaceId: string, db: Client, ask: Ask): Promise<PastShelf> {
  await db.query(`set local work_mem = '${MEMORY}'`);
  await db.query("set local jit = off");
  // Guessed too small, either join would be looked up row by row.
  await db.query("set local enable_nestloop = off");
  await db.query("set local enable_mergejoin = off");
  // What is granted is ranked and paid before this connection is asked for anything more.
  await db.query("set local idle_in_transaction_session_timeout = 0");
  const shelves = createShelves(ask.inMemory === undefined ? {} : { inMemory: ask.inMemory });
  const [binds, own] = [new Set(ask.binds), new Set(ask.own)];
  const person = Buffer.alloc(16);
  let facts = 0;
  try {
    await copyOut(db, { text: PAST, values: [workspaceId, ask.to] }, (row) => {
      if (++facts % TELL === 0) ask.read?.(facts);
      // Of nobody: counted, and no more.
      if (!row.uuidInto(person, 0)) return;
      const isTold = shelves.isTold(person) || row.restHas(EVIDENCE);
      shelves.put(person, row);
      row.int8();
      const type = row.text()!;
      const earns = own.has(type);
      shelves.note(person, { told: earns || isTold, binds: earns || binds.has(type) });
    });
    await db.query("set local enable_nestloop = on");
    await db.query("set local enable_mergejoin = on");
  } catch (error) {
    shelves.end();
    throw error;
  }
  const reader = createReader();
  return {
    facts,
    each: async ({ take, every, passed }) =>
      await shelves.each({
        compare: compareRows,
        every,
        passed,
        take: (who, { bytes, rows }) => {
          take(
            who,
            rows.map((at) => factAt(reader, bytes, at)),
          );
        },
      }),
    end: () => shelves.end(),
  };
}

const TELL = 4_000;

function factAt(reader: Reader, bytes: Buffer, from: number): PastFact {
  reader.begin(bytes, from);
  const [at, type, client, received] = [reader.int8(), reader.text()!, reader.text()!, reader.int8()];
  return { at, type, client, received, body: reader.json() as Record<string, unknown> };
}

/** By instant, then by the client's id as the server compares it: byte by byte. */
function compareRows(bytes: Buffer, one: number, other: number): number {
  const [a, b] = [instantAt(bytes, one), instantAt(bytes, other)];
  if (a !== b) return a < b ? -1 : 1;
  const [from, to] = [clientAt(bytes, one), clientAt(bytes, other)];
  return bytes.compare(bytes, to, to + bytes.readInt32BE(to - 4), from, from + bytes.readInt32BE(from - 4));
}

/** The first field, after its length. */
const instantAt = (bytes: Buffer, row: number): number => bytes.readInt32BE(row + 4) * 4_294_967_296 + bytes.readUInt32BE(row + 8);
/** Where the client's id begins: after the instant and the type. */
const clientAt = (bytes: Buffer, row: number): number => row + 12 + 4 + bytes.readInt32BE(row + 12) + 4;

/** About how many facts there are, as the server guesses it: for a bar that wants an end before anything was read. */
export async function guessFacts(workspaceId: string, db: Client): Promise<number> {
  const { rows } = await db.query<{ "QUERY PLAN": [{ Plan: { "Plan Rows": number } }] }>(
    "explain (format json) select from fact where workspace_id = $1",
    [workspaceId],
  );
  return rows[0]?.["QUERY PLAN"][0].Plan["Plan Rows"] ?? 0;
}

/** Everybody who may be an advocate of evidence: whose own recruiter matters to a draft that pays above. */
export async function readAdvocates(workspaceId: string, db: Client): Promise<Set<string>> {
  const { rows } = await db.query<{ id: string }>(
    "select person_id as id from link where workspace_id = $1 union select person_id from advocate where workspace_id = $1",
    [workspaceId],
  );
  return new Set(rows.map((r) => r.id));
}

/** The first purchase of each person's company, for drafts whose friends must be new to theirs. */
export async function readCompanyFirsts(workspaceId: string, db: Client): Promise<Map<string, { at: number; client: string }>> {
  const { rows } = await db.query<{ id: string; at: number; client: string }>(
    `select p.id, c.first_order_at as at, c.first_order_client as client from person p join company c on c.workspace_id = $1
      and c.id = p.company_id
      where p.workspace_id = $1 and p.merged_into is null and c.first_order_at is not null`,
    [workspaceId],
  );
  return new Map(rows.map((r) => [r.id, { at: r.at, client: r.client }]));
}

/** What was really posted for a program in a span, by rule and unit. */
export async function postedByRule(
  workspaceId: string,
  db: Client,
  of: { program: string; from: number; to: number },
): Promise<{ rule: string; unit: string; rewards: number; cost: number }[]> {
  const { rows } = await db.query<{ rule: string; unit: string; rewards: number; cost: number }>(
    `select r.rule, r.unit, count(*) filter (where r.owed > 0)::bigint as rewards, coalesce(sum(r.owed), 0)::bigint as cost
       from reward r join program p on p.workspace_id = r.workspace_id and p.id = r.program_id
      where r.workspace_id = $1 and p.key = $2 and r.at >= $3 and r.at < $4 group by 1, 2 order by 1, 2`,
    [workspaceId, of.program, of.from, of.to],
  );
  return rows;
}
