/** One statement a table, whatever the size of the batch. */
import type { Statement } from "./round.ts";
import { type ElementType, type Elements, binary } from "./binary-array.ts";

export type { Statement } from "./round.ts";
export type Column = readonly [name: string, type: ElementType, values: Elements];

/**
 * Column list -> `insert into table (columns) select` the columns' arrays, each taken apart in the select list: there the server hands on
 * value by value, where it keeps a list of its own for each array that stands behind `from` (docs/decisions/0034). A column without a value
 * goes as no array at all; the longest says how many rows there are.
 */
export function insertRows(table: string, columns: readonly Column[], tail = ""): Statement {
  const names = columns.map((c) => c[0]).join(", ");
  const sets = columns.map((c, i) => `unnest($${i + 2}::${c[1]}[])`).join(", ");
  return {
    name: `save_${table}`,
    text: `insert into ${table} as t (workspace_id, ${names}) select $1::uuid, ${sets}${tail}`,
    values: columns.map(([, type, list]) => (list.every((v) => v === null || v === undefined) ? null : binary(type, list))),
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
  if (stored.length > 0) out.push(renamed(insertRows(how.table, how.columns(stored), how.tail)));
  return out;
}

/** One that looks for a conflict has another text, and so another name. */
const renamed = (statement: Statement): Statement => ({ ...statement, name: statement.name.replace("save_", "replace_") });
