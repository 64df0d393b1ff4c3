/**
 * A condition over people as SQL, for segments. The same condition as a predicate is core/rules/condition.ts; a property test
 * (condition-sql.test.ts) holds the two together. What differs between JavaScript and PostgreSQL is made the same here: text
 * compares by code point (`collate "C"`), case is folded by our own table, numbers are doubles on both sides, and whatever is
 * no text, number or boolean counts as absent.
 */
import type { Comparison, Condition, Operator, Scalar } from "../core/condition.ts";
import { FOLD_FROM, FOLD_TO, foldCase } from "../core/text.ts";

/** `text` reads the aliases `v` (person_private) and `c` (company) and the parameters from $first on. */
export type ConditionSql = { text: string; values: unknown[] };

/** Parameters so far. `leaf` answers for fields of its own; undefined leaves a field to what stands here. */
export type Build = { first: number; values: unknown[]; leaf?: Leaf };
export type Leaf = (field: string, asked: Asked, build: Build) => string | undefined;
export type Asked = { op: Operator; want: Scalar | Scalar[] };
/** The JSON value of a field, and its text. */
type Field = { json: string; text: string };

/**
 * Compiles a condition that asks about `person.*` only; `first` is the number of its first parameter. Throws RangeError for
 * a field of an event or an order: those have no value for a person.
 */
export function conditionSql(condition: Condition, first: number, leaf?: Leaf): ConditionSql {
  const build: Build = { first, values: [], ...(leaf === undefined ? {} : { leaf }) };
  const text = compile(condition, build);
  return { text, values: build.values };
}

/** Adds a parameter; its name with its type. */
export function parameter(build: Build, value: unknown, type: string): string {
  build.values.push(value);
  return `$${build.first + build.values.length - 1}::${type}`;
}

function compile(condition: Condition, build: Build): string {
  const parts = Object.entries(condition).flatMap(([key, value]) => {
    if (key === "all" || key === "any")
      return joined(
        (value as Condition[]).map((inner) => compile(inner, build)),
        key === "all" ? "and" : "or",
      );
    if (key === "not") return `not ${compile(value as Condition, build)}`;
    const comparison = (typeof value === "object" && value !== null ? value : { eq: value }) as Comparison;
    let field: Field | undefined;
    return Object.entries(comparison).map(([op, want]) => {
      const asked = { op: op as Operator, want: want as Scalar | Scalar[] };
      return build.leaf?.(key, asked, build) ?? operatorSql((field ??= fieldSql(key, build)), asked, build);
    });
  });
  return joined(parts, "and");
}

function joined(parts: readonly string[], by: "and" | "or"): string {
  return parts.length === 0 ? "true" : `(${parts.join(` ${by} `)})`;
}

function fieldSql(field: string, build: Build): Field {
  const attribute = field === "person.country" ? "country" : field === "person.language" ? "language" : attributeOf(field);
  if (attribute === undefined && field !== "person.company") throw new RangeError(`a segment asks about people only, not about ${field}`);
  const json = attribute === undefined ? "to_json(c.external_id)" : `(v.data->'attributes'->${parameter(build, attribute, "text")})`;
  return { json, text: `(${json} #>> '{}')` };
}

function attributeOf(field: string): string | undefined {
  return field.startsWith("person.attributes.") ? field.slice("person.attributes.".length) : undefined;
}

/** Every comparison is two-valued: an absent value makes it false (and `ne`, `not_in` true), never unknown. */
function operatorSql(field: Field, { op, want }: Asked, build: Build): string {
  switch (op) {
    case "exists":
      return `${want === true ? "" : "not "}coalesce(json_typeof(${field.json}) in ('string', 'number', 'boolean'), false)`;
    case "eq":
      return compared(field, { sign: "=", want: want as Scalar }, build);
    case "ne":
      return `not ${compared(field, { sign: "=", want: want as Scalar }, build)}`;
    case "gt":
    case "gte":
    case "lt":
    case "lte":
      return compared(field, { sign: SIGNS[op], want: want as Scalar }, build);
    case "in":
      return among(field, want as Scalar[], build);
    case "not_in":
      return `not ${among(field, want as Scalar[], build)}`;
    case "contains": {
      const folded = `translate(${field.text}, ${parameter(build, FOLD_FROM, "text")}, ${parameter(build, FOLD_TO, "text")})`;
      return guarded(field, "string", `position(${parameter(build, foldCase(String(want)), "text")} in ${folded}) > 0`);
    }
  }
}

export const SIGNS = { gt: ">", gte: ">=", lt: "<", lte: "<=" } as const;

function among(field: Field, wanted: readonly Scalar[], build: Build): string {
  return joined(
    wanted.map((want) => compared(field, { sign: "=", want }, build)),
    "or",
  );
}

/** Like with like: text with text, numbers as doubles, booleans with false before true. */
function compared(field: Field, { sign, want }: { sign: string; want: Scalar }, build: Build): string {
  switch (typeof want) {
    case "string":
      return guarded(field, "string", `${field.text} ${sign} ${parameter(build, want, "text")} collate "C"`);
    case "number":
      return guarded(field, "number", `${field.text}::float8 ${sign} ${parameter(build, want, "float8")}`);
    case "boolean":
      return guarded(field, "boolean", `${field.text}::boolean ${sign} ${parameter(build, want, "boolean")}`);
  }
}

/** `case` fixes the order of evaluation: text is never cast to a number before its type is known. */
function guarded(field: Field, type: string, test: string): string {
  return `coalesce(case when json_typeof(${field.json}) = '${type}' then ${test} end, false)`;
}
