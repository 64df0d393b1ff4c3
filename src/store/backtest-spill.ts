/**
 * Where a backtest puts down what it cannot say yet: items of standings and budgets, in a table that is this transaction's own
 * and goes with it. The server sorts them, in its files, so that the process stays as small for ten million facts as for ten.
 */
import { plain, quoted } from "./arrays.ts";
import type { Client } from "./db.ts";
import { pagesOf } from "./snapshot.ts";

/** `stage` 1: waits for its standing or budget; 2: contested, waits for its turn at a budget that does not suffice. */
export type SpilledItem = {
  owner: string;
  period: string;
  qualified: boolean;
  at: number;
  client: string;
  rule: number;
  friend: string | null;
  unit: string;
  nominal: number;
  num: number;
  den: number;
  counts: boolean;
  owed: number;
  tie: string;
};

/** True when this role may make a table of its own. Where it may not, everything is kept in memory. */
export async function maySpill(db: Client): Promise<boolean> {
  const { rows } = await db.query<{ may: boolean }>("select has_database_privilege(current_database(), 'temp') as may");
  return rows[0]?.may ?? false;
}

export async function openSpill(db: Client): Promise<void> {
  await db.query(
    `create temporary table backtest_item (
       stage smallint not null, owner text collate "C" not null, period text collate "C" not null, qualified boolean not null,
       at bigint not null, client text collate "C" not null, rule integer not null, friend text, unit text not null,
       nominal bigint not null, num bigint not null, den bigint not null, counts boolean not null, owed bigint not null,
       tie text collate "C" not null) on commit drop`,
  );
}

export async function spill(db: Client, stage: 1 | 2, items: readonly SpilledItem[]): Promise<void> {
  if (items.length === 0) return;
  await db.query({
    name: "spill_items",
    text: `insert into backtest_item select $1::smallint, u.*
      from unnest($2::text[], $3::text[], $4::boolean[], $5::bigint[], $6::text[], $7::integer[], $8::text[], $9::text[],
        $10::bigint[], $11::bigint[], $12::bigint[], $13::boolean[], $14::bigint[], $15::text[]) u`,
    values: [
      stage,
      quoted(items.map((i) => i.owner)),
      quoted(items.map((i) => i.period)),
      plain(items.map((i) => i.qualified)),
      plain(items.map((i) => i.at)),
      quoted(items.map((i) => i.client)),
      plain(items.map((i) => i.rule)),
      quoted(items.map((i) => i.friend)),
      quoted(items.map((i) => i.unit)),
      plain(items.map((i) => i.nominal)),
      plain(items.map((i) => i.num)),
      plain(items.map((i) => i.den)),
      plain(items.map((i) => i.counts)),
      plain(items.map((i) => i.owed)),
      quoted(items.map((i) => i.tie)),
    ],
  });
}

const PAGE = 5_000;
const ORDER = { 1: "owner, period, at, client, qualified desc, tie", 2: "at, client, tie" } as const;

/** Everything of a stage: by owner and period in rank order, or all in rank order. */
export async function* spilled(db: Client, stage: 1 | 2): AsyncGenerator<SpilledItem[], void, void> {
  const columns = "owner, period, qualified, at, client, rule, friend, unit, nominal, num, den, counts, owed, tie";
  const sorted = `select ${columns} from backtest_item where stage = ${stage} order by ${ORDER[stage]}`;
  await db.query(`declare spilled_${stage} no scroll cursor for ${sorted}`);
  yield* pagesOf<SpilledItem>(db, `spilled_${stage}`, PAGE);
}
