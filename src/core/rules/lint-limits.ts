/** Lint rules about limits and budgets that can never bind, or that leave no room for a single reward. */
import { type Money, parseMoney } from "../money.ts";
import type { Program } from "../program.ts";
import { type Finding, type Placed, counts, error } from "./lint-finding.ts";

export function lintLimits(program: Program, rules: readonly Placed[]): Finding[] {
  return [...rules.flatMap(limit), ...budget(program, rules)];
}

const moneyOf = (text: string | undefined): Money | undefined => {
  const read = text === undefined ? undefined : parseMoney(text);
  return typeof read === "string" ? undefined : read;
};

/** The fixed amount of money that a rule gives, if it gives one. */
export function flatOf({ spec }: Placed): Money | undefined {
  return typeof spec === "string" ? moneyOf(spec) : undefined;
}

function limit(placed: Placed): Finding[] {
  const { rule, at } = placed;
  if (rule.limit === undefined) return [];
  return [
    ...limitOwner(placed),
    ...limitCount(placed, rule.limit),
    ...limitAmount(placed, moneyOf(rule.limit.amount), `${at}/limit/amount`),
  ];
}

/** Limits are counted for whoever is rewarded; the friend's rewards are not summed over all friends of an advocate. */
function limitOwner({ rule, at }: Placed): Finding[] {
  const per = rule.limit?.per;
  if (rule.to === "friend" && per === "advocate") {
    const message = 'A reward to the friend is limited per friend or for the whole program: "per": "friend" or "per": "program".';
    return [error("limit_not_counted", `${at}/limit/per`, message)];
  }
  if (rule.limit?.by === "channel" && per === "program") {
    const message = 'A limit for the whole program counts all channels together. Use "per": "advocate", or leave "by" out.';
    return [error("limit_not_counted", `${at}/limit/by`, message)];
  }
  if (counts(rule.when) && per === "friend") {
    const message = 'A threshold rests on many friends, so none of them has a limit of her own. Use "per": "advocate" or "program".';
    return [error("limit_not_counted", `${at}/limit/per`, message)];
  }
  return [];
}

/** How often a rule can fire for one friend or one advocate; a limit above it never binds. */
function limitCount({ rule, at, stage }: Placed, { per, count }: NonNullable<Placed["rule"]["limit"]>): Finding[] {
  if (count === undefined || per === "program") return [];
  const { when } = rule;
  let most = Number.POSITIVE_INFINITY;
  if ("joined" in when) most = 1;
  else if (stage !== undefined && "stage" in when && (per === "friend" || rule.to === "friend"))
    most = when.nth === undefined ? (when.times ?? most) : 1;
  else if ("activity" in when && when.every === undefined && when.each === undefined) most = when.times ?? most;
  if (count <= most) return [];
  const often = most === 1 ? "once" : `${most} times`;
  const message = `The rule fires at most ${often} for each, so a limit of ${count} never binds. Lower it, or remove it.`;
  return [error("limit_never_reached", `${at}/limit/count`, message)];
}

function limitAmount(placed: Placed, most: Money | undefined, at: string): Finding[] {
  if (most === undefined) return [];
  const { form } = placed;
  if (form !== "cash" && form !== "credit" && form !== "gift_card") {
    return [error("limit_never_reached", at, `An amount of money never limits ${form}. Use "count" instead.`)];
  }
  const flat = flatOf(placed);
  if (flat === undefined || flat.currency === most.currency) return [];
  const message = `The reward is in ${flat.currency} and the limit in ${most.currency}, so it never binds. Use one currency.`;
  return [error("limit_never_reached", at, message)];
}

function budget(program: Program, rules: readonly Placed[]): Finding[] {
  const most = moneyOf(program.budget?.amount);
  if (most === undefined) return [];
  const found: Finding[] = [];
  const money = rules.filter((r) => r.form === "cash" || r.form === "credit" || r.form === "gift_card");
  const flats = money.map((r) => ({ flat: flatOf(r), gift: r.gift }));
  if (flats.every(({ flat }) => flat !== undefined && flat.currency !== most.currency)) {
    const message = `No reward is money in ${most.currency}, so the budget is never used. Change its currency, or remove it.`;
    found.push(error("limit_never_reached", "/budget/amount", message));
  }
  for (const { flat, gift } of flats) {
    if (flat === undefined || flat.currency !== most.currency || flat.amount <= most.amount) continue;
    const message = "This is more than the whole budget: it would never be paid. Raise the budget, or lower the reward.";
    found.push(error("reward_above_budget", gift, message));
  }
  return found;
}
