/** What a segment may ask of people, in words: fields, how they compare, and a rule as a sentence. */
import { money, number } from "../../words/format.ts";
import { t } from "../../words/say.ts";
import type { Document, Group, Op, Rule, Value } from "./filter.ts";
import { treeOf } from "./filter.ts";

export type Kind = "number" | "money" | "text" | "list" | "boolean" | "program";
export type Field = { field: string; label: string; kind: Kind; group: string };

export function fields(): Field[] {
  const of = (group: string, all: [string, string, Kind][]): Field[] =>
    all.map(([field, label, kind]) => ({ field: `person.${field}`, label, kind, group }));
  return [
    ...of(t("Who they are"), [
      ["country", t("Country"), "text"],
      ["language", t("Language"), "text"],
      ["company", t("Company"), "text"],
      ["tag", t("Tag"), "list"],
      ["days_known", t("Days since known"), "number"],
    ]),
    ...of(t("What they bought"), [
      ["orders", t("Orders"), "number"],
      ["value", t("Ordered for"), "money"],
      ["days_since_order", t("Days since the last order"), "number"],
      ["product", t("Product"), "list"],
    ]),
    ...of(t("How close they are"), [
      ["score", t("Advocacy score"), "number"],
      ["engagement", t("Visits, shares and answers"), "number"],
      ["days_since_seen", t("Days since last seen"), "number"],
      ["nps", t("Would recommend (0 to 10)"), "number"],
    ]),
    ...of(t("Recommending"), [
      ["program", t("Takes part in"), "program"],
      ["days_since_joined", t("Days since joining"), "number"],
      ["referrals", t("Friends brought"), "number"],
      ["qualified", t("Friends who counted"), "number"],
      ["referred", t("Came by a recommendation"), "boolean"],
    ]),
    ...of(t("Consent"), [
      ["contactable", t("May be written to by e-mail"), "boolean"],
      ["consent_email", t("Agreed to marketing by e-mail"), "boolean"],
      ["has_email", t("Has an e-mail address"), "boolean"],
    ]),
  ];
}

export const ATTRIBUTE = "person.attributes.";

export function fieldOf(field: string): Field {
  const known = fields().find((each) => each.field === field);
  if (known !== undefined) return known;
  return {
    field,
    label: field.startsWith(ATTRIBUTE) ? field.slice(ATTRIBUTE.length) : field,
    kind: "text",
    group: t("Your own attributes"),
  };
}

const OPS: Record<Kind, readonly Op[]> = {
  number: ["gte", "lte", "gt", "lt", "eq", "ne", "exists"],
  money: ["gte", "lte", "gt", "lt"],
  text: ["eq", "ne", "in", "not_in", "contains", "exists"],
  list: ["in", "not_in", "contains", "exists"],
  boolean: ["eq"],
  program: ["in", "not_in", "exists"],
};
export const opsOf = (kind: Kind): readonly Op[] => OPS[kind];

export function opWord(op: Op): string {
  const words: Record<Op, string> = {
    eq: t("is"),
    ne: t("is not"),
    gt: t("is more than"),
    gte: t("is at least"),
    lt: t("is less than"),
    lte: t("is at most"),
    in: t("is one of"),
    not_in: t("is none of"),
    contains: t("contains"),
    exists: t("is known"),
  };
  return words[op];
}

/** What a rule begins with. */
export function firstValue(kind: Kind, op: Op): Value {
  if (op === "exists" || kind === "boolean") return true;
  if (op === "in" || op === "not_in") return [];
  return kind === "number" ? Number.NaN : "";
}

function valueWords(value: Value): string {
  if (Array.isArray(value)) return value.join(", ");
  if (typeof value === "number") return number(value);
  if (typeof value === "boolean") return value ? t("yes") : t("no");
  const found = /^([\d.]+) ([A-Z]{3})$/.exec(value);
  const digits = found === null ? 0 : Number(found[1]);
  return found === null ? value : money(Math.round(digits * 10 ** decimals(found[2]!)), found[2]!);
}

const decimals = (currency: string): number =>
  new Intl.NumberFormat("en", { style: "currency", currency }).resolvedOptions().maximumFractionDigits ?? 2;

/** "Orders is at least 3" */
export function ruleWords(rule: Rule): string {
  const { label, kind } = fieldOf(rule.field);
  if (rule.op === "exists")
    return rule.value === true ? t("{field} is known", { field: label }) : t("{field} is not known", { field: label });
  if (kind === "boolean") return rule.value === true ? label : t("not: {what}", { what: label });
  return t("{field} {op} {value}", { field: label, op: opWord(rule.op), value: valueWords(rule.value) });
}

/** A whole filter in one sentence. */
export function filterWords(filter: Document): string {
  const tree = treeOf(filter);
  if (tree === null) return t("A filter written by hand");
  return tree.parts.length === 0 ? t("Everybody") : groupWords(tree);
}

function groupWords(group: Group): string {
  const parts = group.parts.map((part) => (part.kind === "rule" ? ruleWords(part) : `(${groupWords(part)})`));
  const joined = parts.join(group.by === "all" ? ` ${t("and")} ` : ` ${t("or")} `);
  return group.not ? t("not: {what}", { what: joined }) : joined;
}
