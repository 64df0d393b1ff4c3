/**
 * The plain baseline beside the bench's batch line: the rows that a batch leaves behind, written by COPY into tables of the same columns
 * and indexes, without row-level security, lookups or decisions. Run as the owner of an embedded server, on a bench's own database only.
 */
import path from "node:path";
import pg from "pg";
import { withClient } from "./roles.ts";

const PEOPLE = "person person_identity person_private fact event_private order_state";
const MONEY = "referral standing reward ledger_account transfer outbox";
const TABLES = `${PEOPLE} ${MONEY}`.split(" ");

/** `folder`: a folder that the server's account may write. @returns events a second (all tables, one transaction, committed). */
export async function copyEverything(ownerUrl: string, folder: string): Promise<number> {
  return await withClient(ownerUrl, async (client) => {
    const file = (table: string): string => pg.escapeLiteral(path.join(folder, `bench-${table}.copy`));
    for (const table of TABLES) {
      await client.query(`copy (select ${await columnsOf(client, table)} from ${table}) to ${file(table)} (format binary)`);
      await client.query(`drop table if exists bench_${table}`);
      await client.query(`create table bench_${table} (like ${table} including all)`);
    }
    const written = await Promise.all(TABLES.map(async (table) => [table, await columnsOf(client, table)] as const));
    const { rows } = await client.query<{ n: string }>("select count(*) as n from fact where type = 'purchase'");
    const begun = performance.now();
    await client.query("begin");
    for (const [table, columns] of written) await client.query(`copy bench_${table} (${columns}) from ${file(table)} (format binary)`);
    await client.query("commit");
    const seconds = (performance.now() - begun) / 1000;
    for (const table of TABLES) await client.query(`drop table bench_${table}`);
    return Number(rows[0]?.n ?? 0) / seconds;
  });
}

/** What is written of a table: all but what it derives itself. */
async function columnsOf(client: pg.Client, table: string): Promise<string> {
  const { rows } = await client.query<{ names: string }>(
    `select string_agg(quote_ident(attname), ', ' order by attnum) as names from pg_attribute
      where attrelid = $1::regclass and attnum > 0 and not attisdropped and attgenerated = ''`,
    [table],
  );
  return rows[0]!.names;
}
