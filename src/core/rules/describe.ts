/**
 * A program's rules in plain words, made from the document itself so that words and rules cannot disagree: for the pages about each
 * kind, and for whoever reads a definition without knowing its language.
 */
import type { Condition } from "../condition.ts";
import type { Give, Program, Rule } from "../program.ts";

/** One rule as four cells: when it fires, what it gives, to whom, and under what terms. */
export type RuleWords = { key: string; when: string; gives: string; to: string; terms: string };

export function describeRules(program: Program): RuleWords[] {
  return program.rewards.map((rule) => ({
    key: rule.key,
    when: whenWords(rule),
    gives: giveWords(rule.give),
    to: toWords(rule.to),
    terms: termsWords(rule),
  }));
}

/** What else the document says: tiers, bonus windows, budget, window of attribution, who may take part. One sentence each. */
export function describeProgram(program: Program): string[] {
  const { attribution, tiers, budget, friends, advocates } = program;
  const joins = {
    automatic: "Advocates join by themselves.",
    apply: "Advocates apply and are approved.",
    invite: "Advocates are invited.",
  };
  const who = {
    new_customer: "A friend must be a new customer.",
    new_customer_of_company: "A friend must belong to a company that is no customer yet.",
    anyone: "A friend may be anyone, customers included.",
  };
  const model = attribution.model === "last_touch" ? "last" : "first";
  return [
    joins[advocates.join],
    who[friends.who],
    `The path is ${program.stages.map((s) => (typeof s === "string" ? s : s.key)).join(", then ")}; a referral qualifies at ` +
      `\`${program.qualifies_at}\`.`,
    `The ${model} touch within ${attribution.window} counts (${attribution.accepts.join(", ")}).`,
    ...(tiers ? [`Per ${tiers.every ?? "lifetime"}: ${tiers.steps.map(stepWords).join(", ")}.`] : []),
    ...program.bonuses.map((b) => `From ${b.from} to before ${b.to} rewards are multiplied by ${b.multiply}.`),
    ...(budget ? [`The budget is ${budget.amount}${budget.every ? ` a ${budget.every}` : ""}.`] : []),
  ];
}

function stepWords(step: { from: number; multiply: number }): string {
  const amount = step.multiply === 1 ? "the amount as given" : `${step.multiply} times the amount`;
  return `from the ${ordinal(step.from)} qualified referral ${amount}`;
}

function whenWords({ when }: Rule): string {
  if ("joined" in when) return "on joining";
  if ("threshold" in when) {
    const often = when.repeat ? "every" : "with";
    return `${often} ${count(when.threshold, "qualified referral")}${when.within ? ` within ${when.within}` : ""}`;
  }
  if ("streak" in when)
    return `a qualified referral in each of ${when.streak} ${when.every}s in a row${when.repeat ? ", every time" : ""}`;
  if ("activity" in when) {
    const often = when.times === undefined ? "" : `, ${when.times === 1 ? "once" : `${when.times} times`}`;
    const each = when.each === undefined ? "" : ` for each ${when.each}`;
    return `activity \`${when.activity}\`${often}${each}${when.every ? ` a ${when.every}` : ""}${ifWords(when.where)}`;
  }
  const nth = when.nth === undefined ? "every" : when.nth === 1 ? "the first" : `the ${ordinal(when.nth)}`;
  const times = when.times === undefined ? "" : `, ${when.times} times at most`;
  const lasts = when.for === undefined ? "" : `, for ${when.for}`;
  const after = when.after === undefined ? "" : `, ${when.after} later${ifWords(when.if)}`;
  return `${nth} \`${when.stage}\`${times}${lasts}${ifWords(when.where)}${after}`;
}

function ifWords(condition: Condition | undefined): string {
  return condition === undefined ? "" : ` if ${conditionWords(condition)}`;
}

const OPERATORS: Record<string, string> = {
  eq: "is",
  ne: "is not",
  gt: "is above",
  gte: "is at least",
  lt: "is below",
  lte: "is at most",
  in: "is one of",
  not_in: "is none of",
  exists: "is known:",
  contains: "contains",
};

function conditionWords(condition: Condition): string {
  const parts = Object.entries(condition as Record<string, unknown>).map(([field, value]) => {
    if (field === "all") return (value as Condition[]).map(conditionWords).join(" and ");
    if (field === "any") return `(${(value as Condition[]).map(conditionWords).join(" or ")})`;
    if (field === "not") return `not (${conditionWords(value as Condition)})`;
    if (typeof value !== "object" || value === null) return `\`${field}\` is ${String(value)}`;
    return Object.entries(value)
      .map(([op, word]) => `\`${field}\` ${OPERATORS[op] ?? op} ${Array.isArray(word) ? word.join(", ") : String(word)}`)
      .join(" and ");
  });
  return parts.join(" and ");
}

const BASES: Record<string, string> = {
  "order.total": "the order's total",
  "order.net": "the order without tax and shipping",
  "order.subtotal": "the order's subtotal",
  downline_rewards: "what her recruits earn",
  "event.value": "the value that is reported",
};

/** "10 % of the order's total in cash", "20.00 USD store credit", "a coupon of 20 %". */
export function giveWords(give: Give): string {
  const [form, spec] = Object.entries(give)[0] as [keyof Give, never];
  const part = spec as Record<string, unknown>;
  switch (form) {
    case "choice":
      return `one of: ${(spec as Give[]).map(giveWords).join("; ")}`;
    case "coupon":
      return `a coupon of ${couponWords(part)}`;
    case "free_time":
      return part.months === undefined ? count(part.days as number, "free day") : count(part.months as number, "free month");
    case "perk":
    case "badge":
    case "custom":
      return `${form === "custom" ? "" : `${form} `}"${String(part.name)}"`;
    case "gift_card":
      return `a gift card of ${String(spec)}`;
    default:
      return `${amountWords(spec)} ${UNIT_WORDS[form]}`;
  }
}

const UNIT_WORDS = { cash: "in cash", credit: "store credit", points: "points", entries: "entries", leads: "lead credits" };

function couponWords(of: Record<string, unknown>): string {
  const worth = of.percent === undefined ? String(of.amount) : `${String(of.percent)} %`;
  return of.valid === undefined ? worth : `${worth}, valid ${String(of.valid)}`;
}

function amountWords(spec: string | number | Record<string, unknown>): string {
  if (typeof spec !== "object") return String(spec);
  if ("per_unit" in spec) return `${String(spec.per_unit)} a unit`;
  const most = spec.max === undefined ? "" : `, at most ${String(spec.max)},`;
  return `${String(spec.percent)} % of ${BASES[String(spec.of)] ?? String(spec.of)}${most}`;
}

function toWords(to: Rule["to"]): string {
  if (typeof to === "string") return to;
  if ("giver" in to) return "the company that gave, out of the account of the one that took";
  if ("team" in to) return "all who claimed together, by their shares";
  return to.upline === 1 ? "the advocate's recruiter" : `the ${ordinal(to.upline)} above the advocate`;
}

function termsWords(rule: Rule): string {
  const { limit } = rule;
  const most = limit === undefined ? undefined : (limit.amount ?? `${limit.count} times`);
  const back =
    rule.reverse_on.length === 0
      ? ["is never taken back"]
      : !("stage" in rule.when)
        ? []
        : [rule.on_refund === "proportional" ? "follows refunds in proportion" : "taken back whole below its condition"];
  return [
    rule.hold === undefined ? "at once" : `held ${rule.hold}`,
    ...back,
    ...(limit ? [`at most ${most} ${limit.every ? `a ${limit.every} ` : ""}per ${limit.per}${limit.by ? ` and ${limit.by}` : ""}`] : []),
    ...(rule.expires ? [`expires after ${rule.expires}`] : []),
    ...(rule.approval === "manual" ? ["approved by hand"] : []),
  ].join("; ");
}

function count(n: number, what: string): string {
  return `${n} ${what}${n === 1 ? "" : "s"}`;
}

function ordinal(n: number): string {
  const tail = n % 100 >= 11 && n % 100 <= 13 ? "th" : (["th", "st", "nd", "rd"][n % 10] ?? "th");
  return `${n}${tail}`;
}
