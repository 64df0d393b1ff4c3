/**
 * How the rows of a foreign table become events, as data: which column fills which field, and rules for rows that are something else
 * (a credit note, a zero line). Read by the CSV importer; kept with the import, so that a resumed run maps as it began.
 */
import { z } from "zod";
import { EVENT_TYPES } from "../event.ts";

const PLAIN_FIELDS = [
  "id", "type", "occurred_at", "program", "stage", "name", "value", "currency", "quantity",
  "person.user_id", "person.email", "person.phone", "person.anonymous_id", "person.name", "person.company",
  "referral.code", "referral.click_id", "referral.link", "referral.invite", "referral.name",
  "order.id", "order.total", "order.amount", "order.subtotal", "order.tax", "order.shipping", "order.discount", "order.currency",
  "order.coupons",
  "context.ip", "context.user_agent", "context.locale", "context.page", "context.channel",
] as const;
/** Fields whose last part is free: `person.attributes.country`. */
const OPEN_FIELD = /^(person\.attributes|properties)\.[A-Za-z][A-Za-z0-9_]{0,63}$/;

/** How a cell becomes a value. Text is the default. */
export type FieldKind = "text" | "instant" | "money" | "whole" | "list";
const KINDS: Readonly<Record<string, FieldKind>> = {
  occurred_at: "instant", quantity: "whole", value: "money", "order.coupons": "list", "order.total": "money", "order.amount": "money",
  "order.subtotal": "money", "order.tax": "money", "order.shipping": "money", "order.discount": "money",
};

export function kindOf(field: string): FieldKind {
  return KINDS[field] ?? "text";
}

/** True for a field that a mapping may fill. */
export function isTarget(field: string): boolean {
  return (PLAIN_FIELDS as readonly string[]).includes(field) || OPEN_FIELD.test(field);
}

const column = z.string().min(1).max(200);

/**
 * Where a value comes from. The short form is a text: a column's name; a template when it has braces (`invoice-{invoice}`);
 * a constant when it begins with `=` (`=GBP`). `null` empties a field, which only a rule has reason to do.
 */
const source = z.union([
  z.string().min(1).max(500),
  z.strictObject({
    column,
    optional: z.boolean().optional().describe("The file may lack this column; the field is then left out."),
    absolute: z.boolean().optional().describe("The amount without its sign: a credit of -12.50 is a refund of 12.50."),
  }),
  z.strictObject({ constant: z.union([z.string().max(500), z.number(), z.boolean()]) }),
  z.null(),
]);
export type Source = z.output<typeof source>;

/** What a mapping may fill, in words, for messages. */
const KNOWN = `${PLAIN_FIELDS.join(", ")}, person.attributes.<name>, properties.<name>`;

const fields = z.record(z.string().refine(isTarget, { message: `A field of an event: ${KNOWN}.` }), source);

/** What a rule may ask of a row. No patterns: a regular expression that somebody sends could take minutes. */
const test = z.strictObject({
  column, equals: z.string().optional(), one_of: z.array(z.string()).min(1).max(1000).optional(), starts_with: z.string().min(1).optional(),
  ends_with: z.string().min(1).optional(), contains: z.string().min(1).optional(), empty: z.boolean().optional(),
  negative: z.boolean().optional(), zero: z.boolean().optional(), positive: z.boolean().optional(),
}).refine((asked) => Object.keys(asked).length === 2, { message: "Ask one thing of one column; join several with all or any." });

export type RowTest = z.output<typeof test> | { all: RowTest[] } | { any: RowTest[] } | { not: RowTest };
const MAX_DEPTH = 4;
const rowTest = (depth: number): z.ZodType<RowTest> => (depth === 0 ? test : z.union([
  test,
  z.strictObject({ all: z.array(rowTest(depth - 1)).min(1).max(50) }),
  z.strictObject({ any: z.array(rowTest(depth - 1)).min(1).max(50) }),
  z.strictObject({ not: rowTest(depth - 1) }),
]));

const rule = z.strictObject({
  when: rowTest(MAX_DEPTH),
  type: z.enum(EVENT_TYPES).optional(),
  set: fields.optional(),
  refuse: z.string().min(1).max(200).optional().describe("The row is refused for this reason."),
});

export const mapping = z.strictObject({
  $schema: z.string().optional(), description: z.string().max(2000).optional(),
  type: z.enum(EVENT_TYPES).default("purchase"),
  zone: z.string().max(64).default("UTC").describe("IANA zone of dates that carry no offset."),
  dates: z.enum(["iso", "dmy", "mdy", "unix", "unix_ms"]).default("iso"),
  currency: z.string().regex(/^[A-Z]{3}$/, 'A three-letter ISO 4217 code such as "GBP".').optional()
    .describe("Of amounts in rows that name none themselves."),
  amounts: z.enum(["decimal", "minor"]).default("decimal").describe("12.50 or 1250."),
  decimal: z.enum([".", ","]).default("."),
  excess_decimals: z.enum(["refuse", "half_even", "half_up"]).default("refuse"),
  set: fields.default({}),
  rules: z.array(rule).max(100).default([]).describe("The first that matches a row applies, on top of `set`."),
});

/** A mapping as people write it, and with its defaults filled in. */
export type MappingInput = z.input<typeof mapping>;
export type Mapping = z.output<typeof mapping>;

/**
 * The short form of the command line: "order.id=invoice,person.user_id=customer" to the `set` of a mapping. A comma inside a value is
 * not possible here; a mapping file has no such limit. Returns the part that cannot be read as `problem`.
 */
export function parseShortMap(parts: readonly string[]): { set: Record<string, string> } | { problem: string } {
  const set: Record<string, string> = {};
  for (const part of parts) {
    const at = part.indexOf("=");
    const field = part.slice(0, Math.max(at, 0)).trim();
    const value = part.slice(at + 1).trim();
    if (at < 1 || value === "") return { problem: `"${part}" is not field=column` };
    if (!isTarget(field)) return { problem: `"${field}" is no field of an event; known are ${KNOWN}` };
    set[field] = value;
  }
  return { set };
}
