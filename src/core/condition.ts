/**
 * Conditions as data: what a program may ask of an event, an order or a person. A closed list of fields and operators,
 * so that a condition always ends, can be shown in words and compiles to a predicate (rules/condition.ts) and to SQL
 * (store/condition-sql.ts). Depth and size are bounded here: a program is somebody's input.
 */
import { z } from "zod";
import { issueWords } from "./issue-words.ts";

export const OPERATORS = ["eq", "ne", "gt", "gte", "lt", "lte", "in", "not_in", "exists", "contains"] as const;
export type Operator = (typeof OPERATORS)[number];
export type Scalar = string | number | boolean;

/** Fields with a fixed name. Money fields compare with "50.00 USD"; a different currency never matches. */
export const FIXED_FIELDS = [
  "order.total",
  "order.net",
  "order.subtotal",
  "order.tax",
  "order.shipping",
  "order.discount",
  "order.currency",
  "order.item_count",
  "order.coupon",
  "order.item.sku",
  "order.item.category",
  "order.item.sale",
  "event.type",
  "event.name",
  "event.stage",
  "event.subject",
  "event.channel",
  "event.value",
  "person.country",
  "person.language",
  "person.company",
] as const;
/**
 * Fields with a free last part: `event.properties.plan`, `person.attributes.grade`. What is known of the advocate can only be asked when a
 * wait is over (`if`): before that, who she is may still change.
 */
export const OPEN_FIELDS = ["event.properties.", "person.attributes.", "advocate.attributes."] as const;
export const MONEY_FIELDS: ReadonlySet<string> = new Set([
  "order.total",
  "order.net",
  "order.subtotal",
  "order.tax",
  "order.shipping",
  "order.discount",
  "event.value",
]);

export type Comparison = { [K in Operator]?: Scalar | Scalar[] };
export type Condition = { all?: Condition[]; any?: Condition[]; not?: Condition } & { [field: string]: unknown };

/** True when `field` belongs to the closed list. */
export function isField(field: string): boolean {
  if ((FIXED_FIELDS as readonly string[]).includes(field)) return true;
  return OPEN_FIELDS.some((prefix) => field.startsWith(prefix) && /^[A-Za-z0-9_]{1,64}$/.test(field.slice(prefix.length)));
}

const scalar = z.union([z.string().max(256), z.number(), z.boolean()]);
const comparison = z
  .strictObject({
    eq: scalar,
    ne: scalar,
    gt: scalar,
    gte: scalar,
    lt: scalar,
    lte: scalar,
    in: z.array(scalar).min(1).max(200),
    not_in: z.array(scalar).min(1).max(200),
    exists: z.boolean(),
    contains: z.string().min(1).max(256),
  })
  .partial()
  .refine((c) => Object.keys(c).length > 0, { message: "Give at least one operator." });

const MAX_DEPTH = 6;

type Issue = { path: (string | number)[]; message: string };

/** Which fields a condition may ask for, and how they are named to whoever asked for another. */
export type KnownFields = { isField: (field: string) => boolean; names: readonly string[] };
const PROGRAM_FIELDS: KnownFields = { isField, names: [...FIXED_FIELDS, ...OPEN_FIELDS.map((field) => `${field}<name>`)] };

/** Walks a condition; `path` leads to it, its length beyond the start is how deep it is. */
function check(value: unknown, at: { depth: number; path: (string | number)[]; known: KnownFields }, issues: Issue[]): void {
  const { depth, path, known } = at;
  if (depth > MAX_DEPTH) {
    issues.push({ path, message: `Conditions nest at most ${MAX_DEPTH} levels: split the rule in two.` });
    return;
  }
  if (typeof value !== "object" || value === null || Array.isArray(value)) {
    issues.push({ path, message: 'A condition is an object such as { "order.total": { "gte": "50.00 USD" } }.' });
    return;
  }
  for (const [key, part] of Object.entries(value)) {
    if (key === "all" || key === "any") {
      if (!Array.isArray(part) || part.length === 0 || part.length > 50)
        issues.push({ path: [...path, key], message: `"${key}" takes a list of 1 to 50 conditions.` });
      else part.forEach((inner, i) => check(inner, { depth: depth + 1, path: [...path, key, i], known }, issues));
    } else if (key === "not") check(part, { depth: depth + 1, path: [...path, key], known }, issues);
    else if (!known.isField(key))
      issues.push({
        path: [...path, key],
        message: `Unknown field "${key}". Known: ${known.names.join(", ")}.`,
      });
    else {
      const parsed = comparison.safeParse(typeof part === "object" ? part : { eq: part });
      const [first] = parsed.error?.issues ?? [];
      if (first !== undefined) issues.push({ path: [...path, key], message: issueWords(first) });
    }
  }
}

/** A schema of conditions over these fields: recursive rules are checked by hand so that every message carries its path and a remedy. */
export function conditionOver(known: KnownFields) {
  return z.custom<Condition>().superRefine((value, ctx) => {
    const issues: Issue[] = [];
    check(value, { depth: 1, path: [], known }, issues);
    for (const issue of issues) ctx.addIssue({ code: "custom", path: issue.path, message: issue.message });
  });
}

/** What a program may ask. */
export const condition = conditionOver(PROGRAM_FIELDS).meta({
  id: "Condition",
  type: "object",
  description: "Field comparisons joined by all, any and not.",
});
