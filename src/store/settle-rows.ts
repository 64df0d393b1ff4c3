/**
 * Named statements, planned a few times in a connection's life: at its 1st, 4th, 16th, 64th... use. A plan made on empty tables
 * finds all indexes equally good, and kept for ever it reads a whole workspace where a key would do: of 22,000 invoices in
 * random order, 131 of 187 seconds went to one such plan.
 */
import type { Client } from "./db.ts";
import { run } from "./round.ts";

/** By connection and statement: how often it was used. */
const uses = new WeakMap<Client, Map<string, number>>();

/** After the 4^8th use the tables are what they are. */
const GENERATIONS = 8;

/** The name under which a statement goes now, for who needs more than its rows. */
export function planName(client: Client, name: string): string {
  const counts = uses.get(client) ?? new Map<string, number>();
  uses.set(client, counts);
  const count = (counts.get(name) ?? 0) + 1;
  counts.set(name, count);
  return `${name}_${Math.min(GENERATIONS, (31 - Math.clz32(count)) >> 1)}`;
}

/** The rows of a named statement. */
export const rows = async <R>(client: Client, name: string, query: { text: string; values: unknown[] }): Promise<R[]> =>
  (await run(client, { name: planName(client, name), text: query.text, values: query.values })).rows as R[];
