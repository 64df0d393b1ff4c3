/**
 * Lint rules about values that match the schema's pattern and still cannot be read: amounts in unknown currencies or with
 * the wrong decimals, lengths of time beyond the calendar, dates that do not exist. Nothing with such an error compiles.
 */
import { type Condition, MONEY_FIELDS } from "../condition.ts";
import { moneyMessage, parseMoney, parsePercent, parseRatio } from "../money.ts";
import type { Program } from "../program.ts";
import { compileZone, instantMessage, parseDuration, parseInstant } from "../time.ts";
import { zoned } from "./compile.ts";
import { type Finding, error, placedRules } from "./lint-finding.ts";

type Placed<T> = [pointer: string, value: T | undefined];

export function lintValues(program: Program): Finding[] {
  return [
    ...moneyTexts(program).flatMap(([at, text]) => money(at, text)),
    ...durations(program).flatMap(([at, text]) => duration(at, text)),
    ...instants(program).flatMap(([at, text]) => instant(at, text)),
    ...factors(program).flatMap(([at, value]) => factor(at, value)),
    ...percents(program).flatMap(([at, value]) => percent(at, value)),
    ...conditionsOf(program).flatMap(([at, c]) => condition(at, c)),
    ...zone(program),
    ...addresses(program),
  ];
}

function money(at: string, text: string | undefined): Finding[] {
  const read = text === undefined ? undefined : parseMoney(text);
  if (read === undefined) return [];
  if (typeof read !== "string") return read.amount > 0 ? [] : [nothing(at, text)];
  const code = read === "currency_unknown" ? "currency_unknown" : "amount_invalid";
  return [error(code, at, `"${text}" cannot be read: ${moneyMessage(read, text?.slice(-3))}.`)];
}

/** A browser is sent there: anything but a web page (`javascript:`, `data:`) would run or open something else. */
function addresses(program: Program): Finding[] {
  const all: [string, string][] = [["/destination", program.destination]];
  program.destinations.forEach((address, i) => all.push([`/destinations/${i}`, address]));
  return all
    .filter(([, address]) => !/^https?:\/\//i.test(address))
    .map(([at, address]) => error("destination_not_web", at, `"${address}" is no web address. Begin it with https://.`));
}

function nothing(at: string, text: string | undefined): Finding {
  return error("amount_is_zero", at, `${text} is nothing. Give more than zero, or remove it.`);
}

function moneyTexts(program: Program): Placed<string>[] {
  const texts: Placed<string>[] = [["/budget/amount", program.budget?.amount]];
  for (const { rule, at, form, spec, gift } of placedRules(program)) {
    const part = spec as { max?: string; per_unit?: string; amount?: string; minimum_order?: string };
    if (typeof spec === "string") texts.push([gift, spec]);
    else if (form === "coupon") texts.push([`${gift}/amount`, part.amount], [`${gift}/minimum_order`, part.minimum_order]);
    else if (form === "cash" || form === "credit") texts.push([`${gift}/max`, part.max], [`${gift}/per_unit`, part.per_unit]);
    texts.push([`${at}/limit/amount`, rule.limit?.amount]);
  }
  return texts;
}

function duration(at: string, text: string | undefined): Finding[] {
  const read = text === undefined ? undefined : parseDuration(text);
  if (typeof read !== "string") return [];
  const message = `"${text}" is longer than the calendar or cannot be read. Write a duration such as "14d" or "12 months".`;
  return [error("duration_invalid", at, message)];
}

function durations(program: Program): Placed<string>[] {
  const { attribution } = program;
  const texts: Placed<string>[] = [
    ["/attribution/window", attribution.window],
    ["/attribution/protected_window", attribution.protected_window],
    ["/settle_grace", program.settle_grace],
    ["/levels/window", program.levels?.window],
    ["/levels/notice", program.levels?.notice],
  ];
  for (const { rule, at, form, spec, gift } of placedRules(program)) {
    texts.push([`${at}/hold`, rule.hold], [`${at}/expires`, rule.expires]);
    if (form === "coupon") texts.push([`${gift}/valid`, (spec as { valid?: string }).valid]);
    if ("within" in rule.when) texts.push([`${at}/when/within`, rule.when.within]);
    if ("stage" in rule.when) texts.push([`${at}/when/for`, rule.when.for], [`${at}/when/after`, rule.when.after]);
  }
  return texts;
}

function instant(at: string, text: string | undefined): Finding[] {
  const read = text === undefined ? undefined : parseInstant(zoned(text));
  return typeof read === "string" ? [error("instant_invalid", at, `"${text}" is no instant: ${instantMessage(read)}.`)] : [];
}

function instants(program: Program): Placed<string>[] {
  const texts: Placed<string>[] = [["/goal/by", program.goal?.by]];
  program.bonuses.forEach((b, i) => texts.push([`/bonuses/${i}/from`, b.from], [`/bonuses/${i}/to`, b.to]));
  return texts;
}

function factor(at: string, value: number | undefined): Finding[] {
  if (value === undefined || parseRatio(value) !== undefined) return [];
  return [error("factor_invalid", at, `${value} is too fine to be exact. Use at most six decimals.`)];
}

function factors(program: Program): Placed<number>[] {
  return [
    ...(program.tiers?.steps ?? []).map((s, i): Placed<number> => [`/tiers/steps/${i}/multiply`, s.multiply]),
    ...program.bonuses.map((b, i): Placed<number> => [`/bonuses/${i}/multiply`, b.multiply]),
  ];
}

function percent(at: string, value: number | undefined): Finding[] {
  if (value === undefined) return [];
  if (value === 0) return [nothing(at, "0 %")];
  if (parsePercent(value) !== undefined) return [];
  return [error("factor_invalid", at, `${value} % is too fine to be exact. Use at most six decimals.`)];
}

function percents(program: Program): Placed<number>[] {
  return placedRules(program).map(({ gift, spec }) => [`${gift}/percent`, (spec as { percent?: number }).percent]);
}

/** Every condition of a program with its pointer. */
export function conditionsOf(program: Program): [pointer: string, condition: Condition][] {
  const all: [string, Condition | undefined][] = [
    ["/advocates/who", program.advocates.who],
    ["/friends/where", program.friends.where],
  ];
  program.stages.forEach((s, i) => {
    if (typeof s !== "string") all.push([`/stages/${i}/where`, s.where]);
  });
  for (const { rule, at, spec, gift } of placedRules(program)) {
    if ("where" in rule.when) all.push([`${at}/when/where`, rule.when.where]);
    if ("items" in rule.when) all.push([`${at}/when/items`, rule.when.items]);
    if ("if" in rule.when) all.push([`${at}/when/if`, rule.when.if]);
    if (typeof spec === "object" && spec !== null && "items" in spec) all.push([`${gift}/items`, spec.items as Condition]);
  }
  return all.filter((one): one is [string, Condition] => one[1] !== undefined);
}

/** Money fields compare with an amount and its currency, or with a bare number of minor units in any currency. */
function condition(at: string, c: Condition): Finding[] {
  return Object.entries(c).flatMap(([key, value]): Finding[] => {
    if (key === "all" || key === "any") return (value as Condition[]).flatMap((inner, i) => condition(`${at}/${key}/${i}`, inner));
    if (key === "not") return condition(`${at}/not`, value as Condition);
    if (!MONEY_FIELDS.has(key)) return [];
    const comparison = typeof value === "object" && value !== null ? value : { eq: value };
    return Object.entries(comparison).flatMap(([op, want]) => moneyComparison(`${at}/${key}/${op}`, want));
  });
}

function moneyComparison(at: string, want: unknown): Finding[] {
  if (typeof want === "number" || typeof want === "boolean") return [];
  if (Array.isArray(want)) {
    if (want.every((one) => typeof one === "number")) return [];
    const message = 'Amounts in a list are bare minor units (2000). For an amount with its currency write { "eq": "20.00 USD" }.';
    return [error("condition_never_holds", at, message)];
  }
  const read = parseMoney(String(want));
  if (typeof read !== "string") return [];
  return [error(read === "currency_unknown" ? read : "amount_invalid", at, `"${String(want)}" cannot be read: ${moneyMessage(read)}.`)];
}

function zone(program: Program): Finding[] {
  if (program.zone === undefined || compileZone(program.zone) !== undefined) return [];
  const message = `"${program.zone}" is no time zone. Use an IANA name such as "Europe/Berlin", or leave it out for the workspace's.`;
  return [error("zone_unknown", "/zone", message)];
}
