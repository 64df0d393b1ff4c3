/** The fields that a segment may ask beyond a person's attributes: columns of her profile (`f`), and what is looked up by her id (`p`). */
import { parseMoney } from "../core/money.ts";
import type { Scalar } from "../core/condition.ts";
import { type Asked, type Build, type Leaf, SIGNS, parameter } from "./condition-sql.ts";

const NUMBERS: Readonly<Record<string, string>> = {
  "person.orders": "f.orders",
  "person.engagement": "f.engagement",
  "person.score": "f.score",
  "person.nps": "f.nps",
  "person.referrals": "f.referrals",
  "person.qualified": "f.qualified",
  "person.days_since_order": "f.last_order_at",
  "person.days_since_seen": "f.seen_at",
  "person.days_since_joined": "f.joined_at",
  "person.days_known": "p.created_at",
};
const LISTS: Readonly<Record<string, string>> = { "person.tag": "f.tags", "person.product": "f.products" };

const SUPPRESSED = `exists (select from suppression x where x.workspace_id = $1 and x.person_id = p.id and x.lifted_at is null
  and x.channel in ('all', 'email'))`;
/** The newest word on marketing by mail. */
const AGREED = `coalesce((select c.granted from consent c where c.workspace_id = $1 and c.person_id = p.id and c.purpose = 'marketing'
  and c.channel in ('all', 'email') order by c.at desc, c.id desc limit 1), false)`;
const BOOLEANS: Readonly<Record<string, string>> = {
  "person.has_email": "f.has_email",
  "person.referred": "f.referred",
  "person.consent_email": AGREED,
  "person.contactable": `(f.has_email and ${AGREED} and not ${SUPPRESSED})`,
};

const DAY = 86_400_000;

/** Fields of segments for conditionSql; `now` is an instant in epoch milliseconds. Every comparison is true or false, never unknown. */
export function segmentLeaf(now: number): Leaf {
  return (field, asked, build) => {
    if (field in NUMBERS) return numberSql({ column: NUMBERS[field]!, days: field.includes("days_"), now }, asked, build);
    if (field in BOOLEANS) return booleanSql(BOOLEANS[field]!, asked, build);
    if (field in LISTS) return listSql(LISTS[field]!, asked, build);
    if (field === "person.program") return programSql(asked, build);
    if (field === "person.value") return moneySql(asked, build);
    // Columns are much faster than a document; `contains` and the orders of texts are left to that.
    if (field === "person.country" || field === "person.language") return textSql(`f.${field.slice(7)}`, asked, build);
    return undefined;
  };
}

const NEGATED = new Set(["ne", "not_in"]);
const among = (want: Scalar | Scalar[]): Scalar[] => (Array.isArray(want) ? want : [want]);

type NumberColumn = { column: string; days: boolean; now: number };

function numberSql({ column, days, now }: NumberColumn, { op, want }: Asked, build: Build): string {
  if (op === "exists") return `(${column} is ${want === true ? "not " : ""}null)`;
  const have = days ? `((${parameter(build, now, "bigint")} - ${column}) / ${DAY})` : column;
  const numbers = among(want).filter((each) => typeof each === "number");
  if (op === "contains" || numbers.length === 0) return NEGATED.has(op) ? "true" : "false";
  if (op in SIGNS) return `((${have} ${SIGNS[op as keyof typeof SIGNS]} ${parameter(build, numbers[0], "float8")}) is true)`;
  const found = `((${have} = any(${parameter(build, numbers, "float8[]")})) is true)`;
  return NEGATED.has(op) ? `not ${found}` : found;
}

function booleanSql(value: string, { op, want }: Asked, build: Build): string {
  if (op === "exists") return want === true ? "true" : "false";
  const wanted = among(want).filter((each) => typeof each === "boolean");
  const found = `(${value} = any(${parameter(build, wanted, "boolean[]")}))`;
  if (op === "eq" || op === "in") return `(${found} is true)`;
  return NEGATED.has(op) ? `(${found} is not true)` : "false";
}

function listSql(column: string, { op, want }: Asked, build: Build): string {
  if (op === "exists") return `(cardinality(${column}) ${want === true ? ">" : "="} 0) is true`;
  const wanted = among(want).filter((each) => typeof each === "string");
  if (op === "contains") {
    const part = parameter(build, String(want), "text");
    return `exists (select from unnest(${column}) as one(t) where position(lower(${part}) in lower(t)) > 0)`;
  }
  const found = `((${column} && ${parameter(build, wanted, "text[]")}) is true)`;
  if (op === "eq" || op === "in") return found;
  return NEGATED.has(op) ? `not ${found}` : "false";
}

function programSql({ op, want }: Asked, build: Build): string {
  const part = `exists (select from advocate a join program g on g.workspace_id = $1 and g.id = a.program_id
    where a.workspace_id = $1 and a.person_id = p.id and a.status = 'active'`;
  if (op === "exists") return `${want === true ? "" : "not "}${part})`;
  const keys = among(want).filter((each) => typeof each === "string");
  const found = `${part} and g.key = any(${parameter(build, keys, "text[]")}))`;
  if (op === "eq" || op === "in") return found;
  return NEGATED.has(op) ? `not ${found}` : "false";
}

/** An amount says its currency; another currency never matches. */
function moneySql({ op, want }: Asked, build: Build): string {
  if (op === "exists") return `((f.value > 0) is ${want === true ? "" : "not "}true)`;
  const tests = among(want).flatMap((each) => {
    const money = typeof each === "string" ? parseMoney(each) : "";
    if (typeof money === "string") return [];
    const sign = op in SIGNS ? SIGNS[op as keyof typeof SIGNS] : "=";
    return [`(f.currency = ${parameter(build, money.currency, "text")} and f.value ${sign} ${parameter(build, money.amount, "bigint")})`];
  });
  if (op === "contains" || tests.length === 0) return NEGATED.has(op) ? "true" : "false";
  return `((${tests.join(" or ")}) is ${NEGATED.has(op) ? "not " : ""}true)`;
}

function textSql(column: string, { op, want }: Asked, build: Build): string | undefined {
  if (op !== "eq" && op !== "in" && !NEGATED.has(op)) return undefined;
  const wanted = among(want);
  // Longer texts than a profile keeps, and what is no text, are found in the document.
  if (!wanted.every((each) => typeof each === "string" && each !== "" && each.length <= 64)) return undefined;
  const found = `((${column} = any(${parameter(build, wanted, "text[]")})) is true)`;
  return NEGATED.has(op) ? `not ${found}` : found;
}
