/** One statement a table, whatever the size of the batch. */
import type { Statement } from "./round.ts";
import { type ElementType, type Elements, binary } from "./binary-array.ts";

export type { Statement } from "./round.ts";
export type Column = readonly [name: string, type: ElementType, values: Elements];

/** Column list -> `insert into table (columns) select ... from unnest($2::type[], ...)`. */
export function insertRows(table: string, columns: readonly Column[], tail = ""): Statement {
  const names = columns.map((c) => c[0]).join(", ");
  const params = columns.map((c, i) => `$${i + 2}::${c[1]}[]`).join(", ");
  const places = columns.map((_, i) => `c${i}`).join(", ");
  return {
    name: `save_${table}`,
    text: `insert into ${table} as t (workspace_id, ${names}) select $1::uuid, ${places} from unnest(${params}) u(${places})${tail}`,
    values: columns.map((c) => binary(c[1], c[2])),
  };
}

/**
 * Rows that nobody stored before and rows that replace what is stored, each by a statement of its own: a plain insert costs the server
 * a third less than one that looks for a conflict first. A row that was wrongly thought to be new aborts the batch.
 */
export function insertOrReplace<T>(
  list: readonly T[],
  how: { table: string; isNew: (row: T) => boolean; columns: (rows: readonly T[]) => Column[]; tail: string },
): Statement[] {
  const fresh = list.filter((row) => how.isNew(row));
  const stored = fresh.length === list.length ? [] : list.filter((row) => !how.isNew(row));
  const out: Statement[] = [];
  if (fresh.length > 0) out.push(insertRows(how.table, how.columns(fresh)));
  if (stored.length > 0) out.push({ ...insertRows(how.table, how.columns(stored), how.tail), name: `replace_${how.table}` });
  return out;
}
