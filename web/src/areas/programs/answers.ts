/** What the plain questions ask of a ready-made program, and the document that the answers make. */
import { decimalsOf } from "../../words/format.ts";
import { type Json, type Path, getIn, isTree, setIn } from "./draft/path.ts";

/** One number that a reward turns on: where it stands, and what it counts. */
export type Amount = { rule: string; path: Path; kind: "money" | "percent" | "count"; value: number; currency?: string };
export type Answers = {
  name: string;
  key: string;
  destination: string;
  currency: string;
  hold: number | null;
  amounts: Record<string, number>;
};

const nameOf = (path: Path): string => path.join(".");
export const amountKey = (amount: Amount): string => nameOf(amount.path);

/** The amounts of the rewards, in their order. What is chosen between or depends on more is left for the editor. */
export function amountsOf(document: Json): Amount[] {
  const rules = Array.isArray(document["rewards"]) ? (document["rewards"] as Json[]) : [];
  return rules.flatMap((rule, i) => {
    const [form = "", spec] = isTree(rule["give"]) ? (Object.entries(rule["give"])[0] ?? []) : [];
    const found = amountIn(spec, ["rewards", i, "give", form]);
    return found === null ? [] : [{ ...found, rule: String(rule["key"]) }];
  });
}

function amountIn(spec: unknown, path: Path): Omit<Amount, "rule"> | null {
  if (typeof spec === "number") return { path, kind: "count", value: spec };
  if (typeof spec === "string") {
    const [value = "", currency = ""] = spec.split(" ");
    return { path, kind: "money", value: Number(value), currency };
  }
  if (!isTree(spec)) return null;
  for (const field of ["percent", "amount", "months", "days", "per_unit"]) {
    if (spec[field] === undefined) continue;
    const inner = amountIn(spec[field], [...path, field]);
    return inner === null ? null : field === "percent" ? { ...inner, kind: "percent" } : inner;
  }
  return null;
}

export const currencyOf = (document: Json): string | null =>
  /"\d+(?:\.\d+)? ([A-Z]{3})"/.exec(JSON.stringify([document["rewards"] ?? null, document["budget"] ?? null]))?.[1] ?? null;

/** Days of the first reward that is held; null where none is. */
export function holdOf(document: Json): number | null {
  const rules = Array.isArray(document["rewards"]) ? (document["rewards"] as Json[]) : [];
  const found = rules.map((rule) => /^(\d+)d$/.exec(String(rule["hold"] ?? ""))?.[1]).find((each) => each !== undefined);
  return found === undefined ? null : Number(found);
}

export function startOf(document: Json, key: string): Answers {
  return {
    name: String(document["name"] ?? ""),
    key,
    destination: String(document["destination"] ?? ""),
    currency: currencyOf(document) ?? "",
    hold: holdOf(document),
    amounts: Object.fromEntries(amountsOf(document).map((each) => [amountKey(each), each.value])),
  };
}

/** The document with the answers in it. Numbers in disclosure and terms follow where they can mean one reward only. */
export function answered(document: Json, answers: Answers): Json {
  const old = currencyOf(document);
  const hold = holdOf(document);
  let out: unknown = { ...document, key: answers.key, name: answers.name, destination: answers.destination };
  const amounts = amountsOf(document);
  for (const amount of amounts) {
    const value = answers.amounts[amountKey(amount)] ?? amount.value;
    out = setIn(out, amount.path, amount.kind === "money" ? textOf(value, amount.currency ?? "") : value);
    if (value !== amount.value) out = withTexts(out as Json, (text) => retold(text, { amount, value, all: amounts }));
  }
  if (hold !== null && answers.hold !== null && hold !== answers.hold) {
    const rules = getIn(out, ["rewards"]) as Json[];
    const next = rules.map((rule) => (rule["hold"] === `${hold}d` ? { ...rule, hold: `${answers.hold}d` } : rule));
    out = withTexts({ ...(out as Json), rewards: next }, (text) =>
      text.replaceAll(new RegExp(`\\b${hold}(?= (days|Tage))`, "g"), String(answers.hold)),
    );
  }
  if (old !== null && answers.currency !== "" && answers.currency !== old) out = inCurrency(out, old, answers.currency);
  return out as Json;
}

const textOf = (value: number, currency: string): string => `${value.toFixed(decimalsOf(currency))} ${currency}`;

type Retold = { amount: Amount; value: number; all: readonly Amount[] };

/** "10 %" of a reward becomes "15 %", unless another reward says 10 too. */
function retold(text: string, { amount, value, all }: Retold): string {
  const same = all.filter((each) => each.kind === amount.kind && each.value === amount.value);
  if (same.length > 1) return text;
  if (amount.kind === "percent") return text.replaceAll(new RegExp(`(?<![\\d.,])${amount.value}(?= ?%)`, "g"), String(value));
  if (amount.kind === "money") {
    const fixed = amount.value.toFixed(decimalsOf(amount.currency ?? ""));
    const next = value.toFixed(decimalsOf(amount.currency ?? ""));
    const unit = amount.currency ?? "";
    return text
      .replaceAll(new RegExp(`(?<![\\d.,])${fixed.replace(".", "[.,]")}(?= ?${unit})`, "g"), (found) =>
        next.replace(".", found.includes(",") ? "," : "."),
      )
      .replaceAll(new RegExp(`(?<![\\d.,])${amount.value}(?= ${unit})`, "g"), String(value));
  }
  return text.replaceAll(new RegExp(`(?<![\\d.,])${amount.value}(?= (points|Punkte))`, "g"), String(value));
}

function withTexts(document: Json, change: (text: string) => string): Json {
  const out = { ...document };
  for (const field of ["disclosure", "terms"]) {
    const texts = out[field];
    if (isTree(texts)) out[field] = Object.fromEntries(Object.entries(texts).map(([tag, text]) => [tag, change(String(text))]));
  }
  return out;
}

/** Every amount of the document, and its mention in texts, in another currency: the numbers stay. */
function inCurrency(document: unknown, from: string, to: string): unknown {
  if (typeof document === "string")
    return document.replaceAll(new RegExp(`(\\d+(?:[.,]\\d+)?) ${from}\\b`, "g"), (_, amount: string) => {
      const plain = Number(amount.replace(",", "."));
      return `${plain.toFixed(decimalsOf(to))} ${to}`;
    });
  if (Array.isArray(document)) return document.map((each) => inCurrency(each, from, to));
  if (!isTree(document)) return document;
  return Object.fromEntries(Object.entries(document).map(([key, value]) => [key, inCurrency(value, from, to)]));
}
