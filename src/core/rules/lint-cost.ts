/** Lint rules about money: rewards that cost more than the sale earns, and the usual ways in which a program runs away. */
import type { Condition } from "../condition.ts";
import { parseMoney } from "../money.ts";
import type { Program } from "../program.ts";
import { type Finding, type Placed, error, placedRules, sells, shareOf, warning } from "./lint-finding.ts";
import { flatOf } from "./lint-limits.ts";

export function lintCost(program: Program): Finding[] {
  const rules = placedRules(program);
  return [...sums(program, rules), ...rules.flatMap((r) => [...margin(program, r), ...advice(program, r)])];
}

/** Percentages of the sale that fire together. Rules with a condition may exclude each other: only the largest is certain. */
function together(rules: readonly Placed[], of: (r: Placed) => number): number {
  let always = 0;
  const byNth = new Map<number, number>();
  let conditional = 0;
  for (const r of rules) {
    const { when } = r.rule;
    if (!("stage" in when)) continue;
    if (when.where !== undefined || when.if !== undefined) conditional = Math.max(conditional, of(r));
    else if (when.nth === undefined) always += of(r);
    else byNth.set(when.nth, (byNth.get(when.nth) ?? 0) + of(r));
  }
  return always + Math.max(conditional, 0, ...byNth.values());
}

/** The part of a sale that a rule gives, in percent; what recruiters get on top is a part of a part. */
function percentOfSale({ spec }: Placed): number {
  const share = shareOf(spec);
  return share === undefined || !share.of.startsWith("order.") ? 0 : share.percent;
}

/** Of a choice only one option is given: the one that costs most counts. */
function dearest(rules: readonly Placed[]): Placed[] {
  return rules.filter((r) => r === rules.filter((o) => o.at === r.at).sort((a, b) => percentOfSale(b) - percentOfSale(a))[0]);
}

function sums(program: Program, rules: readonly Placed[]): Finding[] {
  const found: Finding[] = [];
  for (const stage of new Set(rules.filter((r) => sells(r.event)).map((r) => r.stage))) {
    const here = dearest(rules.filter((r) => r.stage === stage));
    const first = here.find((r) => percentOfSale(r) > 0);
    if (first === undefined) continue;
    const sum = together(here, percentOfSale);
    const most = program.margin_percent ?? 100;
    if (sum > 100) {
      const message = `The rules of stage "${stage}" give ${sum} % of the sale away. Keep the sum below 100.`;
      found.push(error("percent_above_hundred", first.at, message));
    } else if (sum > most && here.every((r) => percentOfSale(r) <= most)) {
      const message = `The rules of stage "${stage}" give ${sum} % of the sale together, and it earns ${most} %. Lower them.`;
      found.push(error("above_margin", first.at, message));
    }
  }
  return found;
}

/** The largest factor that tiers and bonus windows may put on a rule. */
function largestFactor(program: Program, { rule }: Placed): number {
  const tiered = rule.to === "advocate" && "stage" in rule.when;
  const tier = tiered ? Math.max(1, ...(program.tiers?.steps ?? []).map((s) => s.multiply)) : 1;
  const bonus = Math.max(1, ...program.bonuses.filter((b) => b.rules?.includes(rule.key) ?? true).map((b) => b.multiply));
  return tier * bonus;
}

function margin(program: Program, placed: Placed): Finding[] {
  const most = program.margin_percent;
  if (most === undefined) return [];
  const { rule, at, form, spec, gift } = placed;
  const factor = largestFactor(program, placed);
  const percent = form === "coupon" ? ((spec as { percent?: number }).percent ?? 0) : percentOfSale(placed) * factor;
  if (percent > most) {
    const message = `This gives up to ${percent} % of a sale that earns ${most} %. Lower it, or its tiers and bonuses.`;
    return [error("above_margin", gift, message)];
  }
  const flat = flatOf(placed);
  if (flat === undefined || !sells(placed.event) || !("stage" in rule.when)) return [];
  const least = minimumOrder(rule.when.where, flat.currency);
  if (least === undefined) {
    const message = 'A small order may earn less than this. Ask for a minimum: "where": { "order.total": { "gte": "..." } }.';
    return [warning("no_minimum_order", `${at}/when`, message)];
  }
  if (flat.amount * factor * 100 <= least * most) return [];
  const message = `The smallest order that earns this brings in less (${most} % of it). Lower the reward, or raise the minimum.`;
  return [error("above_margin", gift, message)];
}

/** The smallest order value that a condition lets through, in minor units of `currency`. */
function minimumOrder(where: Condition | undefined, currency: string): number | undefined {
  let least: number | undefined;
  const take = (value: number | undefined) => {
    if (value !== undefined) least = Math.max(least ?? 0, value);
  };
  for (const [key, value] of Object.entries(where ?? {})) {
    if (key === "all") for (const inner of value as Condition[]) take(minimumOrder(inner, currency));
    if (key !== "order.total" && key !== "order.net" && key !== "order.subtotal") continue;
    const { gte, gt } = value as { gte?: unknown; gt?: unknown };
    const read = parseMoney(String(gte ?? gt ?? ""));
    if (typeof read !== "string" && read.currency === currency) take(read.amount);
  }
  return least;
}

const MONEY = new Set(["cash", "credit", "gift_card", "points"]);

function advice(program: Program, placed: Placed): Finding[] {
  const { rule, at, form, spec, gift } = placed;
  const found: Finding[] = [];
  const capped = rule.limit !== undefined || program.budget?.when_spent === "pause_rewards";
  if (form === "cash" && !capped) {
    const message = "Nothing stops this from being paid without end. Add a limit, or a budget for the program.";
    found.push(warning("cash_uncapped", at, message));
  }
  if (MONEY.has(form) && sells(placed.event) && rule.hold === undefined) {
    const message = 'The purchase can be returned after this is paid out. Hold it as long as returns are open: "hold": "14d".';
    found.push(warning("no_hold", at, message));
  }
  if (shareOf(spec)?.of === "order.total") {
    const message = "A percentage of the gross pays for tax and shipping too. Take it of order.net.";
    found.push(warning("percent_of_gross", `${gift}/of`, message));
  }
  if (rule.to === "friend" && form === "coupon" && program.friends.who === "anyone") {
    const message = "Anyone may be a friend here, so an advocate can use a friend's coupon herself. Let only new customers be friends.";
    found.push(warning("coupon_for_oneself", at, message));
  }
  return found;
}
