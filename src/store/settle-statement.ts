/** One statement a table, whatever the size of the batch. */

/** A statement ready to be sent: named, so that each connection plans it once. */
export type Statement = { name: string; text: string; values: unknown[] };

/** Column list -> `insert into table (columns) select ... from unnest($2::type[], ...)`. */
export function insertRows(table: string, columns: readonly [name: string, type: string, values: string][], tail = ""): Statement {
  const names = columns.map((c) => c[0]).join(", ");
  const params = columns.map((c, i) => `$${i + 2}::${c[1]}[]`).join(", ");
  return {
    name: `save_${table}`,
    text: `insert into ${table} as t (workspace_id, ${names}) select $1::uuid, ${columns.map((_, i) => `c${i}`).join(", ")}
      from unnest(${params}) u(${columns.map((_, i) => `c${i}`).join(", ")})${tail}`,
    values: columns.map((c) => c[2]),
  };
}
