/** One statement a table, whatever the size of the batch. */
import type { Statement } from "./round.ts";
import { type ElementType, type Elements, binary } from "./binary-array.ts";

export type { Statement } from "./round.ts";
export type Column = readonly [name: string, type: ElementType, values: Elements];

/**
 * Rows up to which columns are read by subscript. The server keeps a list of its own for each column that it unnests, 31 for rewards: for
 * 29 purchases a batch that was an eighth of its work (124 us each, 110 with subscripts). A subscript into texts counts from the array's
 * beginning: from about 100 rows on the lists win.
 */
const FEW = 64;

/** Column list -> `insert into table (columns) select ... from` the columns' arrays. A column without a value goes as no array at all. */
export function insertRows(table: string, columns: readonly Column[], tail = ""): Statement {
  const names = columns.map((c) => c[0]).join(", ");
  const count = columns[0]?.[2].length ?? 0;
  const values = columns.map(([, type, list]) => (list.every((v) => v === null || v === undefined) ? null : binary(type, list)));
  if (count <= FEW) {
    const places = columns.map((c, i) => `($${i + 3}::${c[1]}[])[i]`).join(", ");
    return {
      name: `save_few_${table}`,
      text: `insert into ${table} as t (workspace_id, ${names}) select $1::uuid, ${places} from generate_series(1, $2::integer) i${tail}`,
      values: [count, ...values],
    };
  }
  const params = columns.map((c, i) => `$${i + 2}::${c[1]}[]`).join(", ");
  const places = columns.map((_, i) => `c${i}`).join(", ");
  return {
    name: `save_${table}`,
    text: `insert into ${table} as t (workspace_id, ${names}) select $1::uuid, ${places} from unnest(${params}) u(${places})${tail}`,
    values,
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
