/** A compiled mapping: checked once against the header, then applied row by row. */
import type { CanonicalEvent, FieldError } from "../event.ts";
import { currencyDecimals } from "../currency.ts";
import { UTC, compileZone } from "../time.ts";
import { readInstant, readMoney, plainNumber } from "./cell.ts";
import type { Cell } from "./cell.ts";
import { kindOf } from "./mapping.ts";
import type { Mapping, Source } from "./mapping.ts";
import { compileTest } from "./row-test.ts";
import type { Row } from "./row-test.ts";

/** What a row became: an event for the door, or the reason why not. `pointer` names the field of the event. */
export type Mapped = { ok: true; event: CanonicalEvent } | { ok: false; error: FieldError };

export type RowMapper = { map(row: Row, rowNumber: number): Mapped };

type Setter = { field: string; path: readonly string[]; read: (row: Row, rowNumber: number) => Cell<unknown> | undefined };
type Plan = { type: string; setters: Setter[]; refuse?: string };
type Context = { mapping: Mapping; columns: ReadonlyMap<string, number>; problems: string[] };

/** Stands for the row's number in templates: `import-7:{row}`. */
const ROW = "row";

/**
 * Checks a mapping against a file's header and prepares it. Every problem is named at once: unknown columns (with the known ones), money
 * without a currency, an unknown zone. `identify` gives an id to rows whose mapping names none; the same cells give the same id, so
 * that reading a file again adds nothing.
 */
export function compileMapping(
  mapping: Mapping, header: readonly string[], identify: (row: Row) => string,
): { mapper: RowMapper } | { problems: string[] } {
  const columns = new Map(header.map((name, index) => [name.trim(), index]));
  const context: Context = { mapping, columns, problems: [] };
  const { zone, currency } = mapping;
  if (zone !== "UTC" && compileZone(zone) === undefined) context.problems.push(`unknown zone "${zone}": use a name such as Europe/Berlin`);
  if (currency !== undefined && currencyDecimals(currency) === undefined) context.problems.push(`unknown currency "${currency}"`);
  const base = planOf(context, { set: mapping.set });
  const rules = mapping.rules.map((rule) => ({
    matches: compileTest(rule.when, { text: (name) => cell(context, name, false), decimal: mapping.decimal }),
    plan: planOf(context, { type: rule.type, set: { ...mapping.set, ...rule.set }, refuse: rule.refuse }),
  }));
  if (context.problems.length > 0) return { problems: [...new Set(context.problems)] };
  const map = (row: Row, rowNumber: number): Mapped => {
    const plan = rules.find((rule) => rule.matches(row))?.plan ?? base;
    return applyPlan(plan, { row, rowNumber, identify });
  };
  return { mapper: { map } };
}

/** A rule's `type` is fixed; without one the row's own `type` field counts, and then the mapping's. */
function planOf(context: Context, wanted: { type?: string | undefined; set: Record<string, Source>; refuse?: string | undefined }): Plan {
  const set = { ...wanted.set };
  if (wanted.type !== undefined) delete set["type"];
  const { mapping } = context;
  const paysIn = (field: string, holds: (name: string) => boolean): void => {
    const hasMoney = Object.keys(set).some((name) => holds(name) && set[name] !== null);
    if (!hasMoney || set[field] !== undefined) return;
    if (mapping.currency === undefined) context.problems.push(`amounts need a currency: give "currency", or map ${field}`);
    else set[field] = { constant: mapping.currency };
  };
  paysIn("order.currency", (name) => name.startsWith("order.") && kindOf(name) === "money");
  paysIn("currency", (name) => name === "value");
  const order = fieldText(context, "order.currency", set["order.currency"] ?? null);
  const value = fieldText(context, "currency", set["currency"] ?? null);
  const setters = Object.entries(set).filter(([, source]) => source !== null).map(([field, source]) => ({
    field, path: field.split("."), read: reader(context, { field, source, currency: field === "value" ? value : order }),
  }));
  return { type: wanted.type ?? mapping.type, setters, ...(wanted.refuse === undefined ? {} : { refuse: wanted.refuse }) };
}

type Texts = (row: Row, rowNumber: number) => string;
const NO_TEXT: Texts = () => "";

/** As textSource; a currency is upper-cased, and an empty one is the mapping's. */
function fieldText(context: Context, field: string, source: Source): Texts {
  const texts = textSource(context, source);
  if (field !== "currency" && field !== "order.currency") return texts;
  const fallback = context.mapping.currency ?? "";
  return (row, rowNumber) => texts(row, rowNumber).toUpperCase() || fallback;
}

/** A source as a function to trimmed text; an empty text means that the field is left out. */
function textSource(context: Context, source: Source): Texts {
  if (source === null) return NO_TEXT;
  if (typeof source === "string") {
    if (source.startsWith("=")) return () => source.slice(1);
    return source.includes("{") ? template(context, source) : cell(context, source, false);
  }
  if ("constant" in source) return () => String(source.constant);
  return cell(context, source.column, source.optional === true);
}

function cell(context: Context, name: string, optional: boolean): Texts {
  const index = context.columns.get(name);
  if (index !== undefined) return (row) => (row[index] ?? "").trim();
  if (name === ROW) return (_, rowNumber) => String(rowNumber);
  if (!optional) context.problems.push(`no column "${name}"; the file has ${[...context.columns.keys()].join(", ")}`);
  return NO_TEXT;
}

/** "invoice-{invoice}": with any of its columns empty the whole is empty, so that no id is made of nothing. */
function template(context: Context, text: string): Texts {
  const parts = text.split(/\{([^{}]*)\}/).map((part, index) => (index % 2 === 0 ? part : cell(context, part.trim(), false)));
  return (row, rowNumber) => {
    let result = "";
    for (const part of parts) {
      const piece = typeof part === "string" ? part : part(row, rowNumber);
      if (piece === "" && typeof part !== "string") return "";
      result += piece;
    }
    return result;
  };
}

function reader(context: Context, of: { field: string; source: Source; currency: Texts }): Setter["read"] {
  const { mapping } = context;
  const texts = fieldText(context, of.field, of.source);
  const details = typeof of.source === "object" && of.source !== null ? of.source : {};
  const isAbsolute = "absolute" in details && details.absolute === true;
  // Attributes and properties keep a constant's type: `"properties.imported": { "constant": true }`.
  const constant = "constant" in details && of.field.includes("s.") ? details.constant : undefined;
  const zone = mapping.zone === "UTC" ? UTC : compileZone(mapping.zone) ?? UTC;
  const form = { amounts: mapping.amounts, decimal: mapping.decimal, excess: mapping.excess_decimals };
  const convert = (text: string, row: Row, rowNumber: number): Cell<unknown> => {
    switch (kindOf(of.field)) {
      case "instant": return readInstant(text, mapping.dates, zone);
      case "list": return { ok: true, value: text.split(/[;|]/).map((part) => part.trim()).filter((part) => part !== "") };
      case "whole": return readWhole(text, mapping.decimal);
      case "text": return { ok: true, value: constant ?? text };
      case "money": {
        const amount = readMoney(text, of.currency(row, rowNumber), form);
        return amount.ok && isAbsolute ? { ok: true, value: Math.abs(amount.value) } : amount;
      }
    }
  };
  return (row, rowNumber) => {
    const text = texts(row, rowNumber);
    return text === "" ? undefined : convert(text, row, rowNumber);
  };
}

function readWhole(text: string, decimal: "." | ","): Cell<number> {
  const digits = plainNumber(text, decimal);
  if (digits !== undefined && /^\d{1,15}(\.0+)?$/.test(digits)) return { ok: true, value: Number(digits) };
  return { ok: false, code: "validation_failed", message: `"${text.slice(0, 40)}" is no whole number` };
}

function applyPlan(plan: Plan, on: { row: Row; rowNumber: number; identify: (row: Row) => string }): Mapped {
  if (plan.refuse !== undefined) return refused("", "event_refused", plan.refuse);
  const event: Record<string, unknown> = { type: plan.type };
  for (const setter of plan.setters) {
    const found = setter.read(on.row, on.rowNumber);
    if (found === undefined) {
      // A mapped id that comes out empty must not fall back to another: the same row would then count under two names.
      if (setter.field === "id") return refused("/id", "validation_failed", "the columns of the id are empty");
      continue;
    }
    if (!found.ok) return refused(`/${setter.path.join("/")}`, found.code, found.message);
    assign(event, setter.path, found.value);
  }
  if (event.id === undefined) event.id = on.identify(on.row);
  return { ok: true, event: event as CanonicalEvent };
}

function refused(pointer: string, code: string, message: string): Mapped {
  return { ok: false, error: { pointer, code, message } };
}

/** Paths have at most three parts, all of a closed list or matched by OPEN_FIELD, so none can be `__proto__`. */
function assign(event: Record<string, unknown>, path: readonly string[], value: unknown): void {
  let target = event;
  for (const part of path.slice(0, -1)) target = (target[part] ??= {}) as Record<string, unknown>;
  target[path[path.length - 1] ?? ""] = value;
}
