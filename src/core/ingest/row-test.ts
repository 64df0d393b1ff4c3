/** The questions that a mapping's rules ask of a row, compiled once a file. */
import { signOf } from "./cell.ts";
import type { RowTest } from "./mapping.ts";

/** The cells of one line of the table. */
export type Row = readonly string[];

/** How a column is read (as trimmed text; an unknown one is reported by whoever made this) and how numbers are written. */
type Columns = { text(name: string): (row: Row, rowNumber: number) => string; decimal: "." | "," };

/** A test as a function of the row. Numbers are judged by their digits; a cell that holds none is neither negative, zero nor positive. */
export function compileTest(asked: RowTest, columns: Columns): (row: Row) => boolean {
  if ("all" in asked) {
    const parts = asked.all.map((part) => compileTest(part, columns));
    return (row) => parts.every((part) => part(row));
  }
  if ("any" in asked) {
    const parts = asked.any.map((part) => compileTest(part, columns));
    return (row) => parts.some((part) => part(row));
  }
  if ("not" in asked) {
    const part = compileTest(asked.not, columns);
    return (row) => !part(row);
  }
  const text = columns.text(asked.column);
  const holds = compileQuestion(asked, columns.decimal);
  return (row) => holds(text(row, 0));
}

type Question = Extract<RowTest, { column: string }>;

function compileQuestion(asked: Question, decimal: "." | ","): (value: string) => boolean {
  const { equals, one_of: oneOf, starts_with: start, ends_with: end, contains, empty } = asked;
  if (equals !== undefined) return (value) => value === equals;
  if (oneOf !== undefined) return (value) => oneOf.includes(value);
  if (start !== undefined) return (value) => value.startsWith(start);
  if (end !== undefined) return (value) => value.endsWith(end);
  if (contains !== undefined) return (value) => value.includes(contains);
  if (empty !== undefined) return (value) => (value === "") === empty;
  const [sign, wanted] = asked.negative !== undefined ? [-1, asked.negative] as const
    : asked.zero !== undefined ? [0, asked.zero] as const
    : [1, asked.positive ?? true] as const;
  return (value) => (signOf(value, decimal) === sign) === wanted;
}
