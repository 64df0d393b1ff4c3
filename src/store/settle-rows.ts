/** Named statements: each connection plans them once. */
import type { Client } from "./db.ts";

/** The rows of a named statement. */
export const rows = async <R>(client: Client, name: string, query: { text: string; values: unknown[] }): Promise<R[]> =>
  (await client.query({ name, text: query.text, values: query.values })).rows as R[];
