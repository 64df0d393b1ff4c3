/**
 * Where a backtest puts down what it cannot say yet: items of standings and budgets, in tables that are a transaction's own
 * and go with it. The server sorts them, in its files, so that the process stays as small for ten million facts as for ten.
 */
import { binary } from "./binary-array.ts";
import type { Client } from "./db.ts";
import { pagesOf } from "./snapshot.ts";

/** Some items of one owner and period in the caller's own words. With a row an item a backtest read 24,000 facts a second, so 51,000. */
export type SpilledGroup = { owner: string; period: string; items: string };
/** What is contested waits for its turn at a budget that does not suffice, all in one order. */
export type SpilledItem = {
  owner: string;
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

/** The tables, in this transaction. */
export async function openSpill(db: Client): Promise<void> {
  await db.query(
    `create temporary table backtest_group (owner text collate "C" not null, period text collate "C" not null, items text not null)
       on commit drop`,
  );
  // Uncompressed: the rows live for seconds.
  await db.query("alter table backtest_group alter column items set storage external");
  await db.query(
    `create temporary table backtest_item (
       owner text collate "C" not null, at bigint not null, client text collate "C" not null, rule integer not null, friend text,
       unit text not null, nominal bigint not null, num bigint not null, den bigint not null, counts boolean not null,
       owed bigint not null, tie text collate "C" not null) on commit drop`,
  );
}

export async function spillGroups(db: Client, groups: readonly SpilledGroup[]): Promise<void> {
  if (groups.length === 0) return;
  await db.query({
    name: "spill_groups",
    text: "insert into backtest_group select * from unnest($1::text[], $2::text[], $3::text[]) u",
    values: [groups.map((g) => g.owner), groups.map((g) => g.period), groups.map((g) => g.items)].map((v) => binary("text", v)),
  });
}

export async function spill(db: Client, items: readonly SpilledItem[]): Promise<void> {
  if (items.length === 0) return;
  await db.query({
    name: "spill_items",
    text: `insert into backtest_item select u.*
      from unnest($1::text[], $2::bigint[], $3::text[], $4::integer[], $5::text[], $6::text[],
        $7::bigint[], $8::bigint[], $9::bigint[], $10::boolean[], $11::bigint[], $12::text[]) u`,
    values: [
      binary(
        "text",
        items.map((i) => i.owner),
      ),
      binary(
        "bigint",
        items.map((i) => i.at),
      ),
      binary(
        "text",
        items.map((i) => i.client),
      ),
      binary(
        "integer",
        items.map((i) => i.rule),
      ),
      binary(
        "text",
        items.map((i) => i.friend),
      ),
      binary(
        "text",
        items.map((i) => i.unit),
      ),
      binary(
        "bigint",
        items.map((i) => i.nominal),
      ),
      binary(
        "bigint",
        items.map((i) => i.num),
      ),
      binary(
        "bigint",
        items.map((i) => i.den),
      ),
      binary(
        "boolean",
        items.map((i) => i.counts),
      ),
      binary(
        "bigint",
        items.map((i) => i.owed),
      ),
      binary(
        "text",
        items.map((i) => i.tie),
      ),
    ],
  });
}

const PAGE = 5_000;
/** Rows of groups fetched at once; each holds a thousand items at most. */
const GROUP_PAGE = 100;

/** Everything that waits for its standing or budget, owner by owner, period by period. */
export async function* spilledGroups(db: Client): AsyncGenerator<SpilledGroup[], void, void> {
  await db.query("declare spilled_groups no scroll cursor for select owner, period, items from backtest_group order by owner, period");
  yield* pagesOf<SpilledGroup>(db, "spilled_groups", GROUP_PAGE);
}

/** Everything contested, in the order in which it happened. */
export async function* spilledItems(db: Client): AsyncGenerator<SpilledItem[], void, void> {
  const columns = "owner, at, client, rule, friend, unit, nominal, num, den, counts, owed, tie";
  await db.query(`declare spilled_items no scroll cursor for select ${columns} from backtest_item order by at, client, tie`);
  yield* pagesOf<SpilledItem>(db, "spilled_items", PAGE);
}
