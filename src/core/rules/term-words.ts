/** Under what terms a rule gives: when it is available, what lowers it, how often. A sentence each. */
import type { Rule } from "../program.ts";
import { conditionWords } from "./condition-words.ts";
import { type Saying, factorOf, moneyWords, rewardWords } from "./reward-words.ts";
import { stageFamily } from "./trigger-words.ts";
import { bonusesOf } from "./window-words.ts";

/** The sentences for one rule, the most asked first. */
export function termWords(say: Saying, rule: Rule): string[] {
  return [
    ...conditionTerms(say, rule),
    ...couponTerms(say, rule),
    ...whenTerms(say, rule),
    ...limitTerms(say, rule),
    ...tierTerms(say, rule),
    ...bonusTerms(say, rule),
    ...returnTerms(say, rule),
    ...otherTerms(say, rule),
  ];
}

function conditionTerms(say: Saying, rule: Rule): string[] {
  const { when } = rule;
  const { words } = say.voice;
  const where = "where" in when ? when.where : undefined;
  const items = "items" in when ? when.items : undefined;
  // What does not meet the condition takes no place in the count.
  const key = "nth" in when && when.nth === 1 && where !== undefined && followsReturns(say, rule) ? "first_if" : "if";
  return [
    ...(where === undefined ? [] : [words.say(`rules.term.${key}`, { condition: conditionWords(say, where) })]),
    ...(items === undefined ? [] : [words.say("rules.term.items", { condition: conditionWords(say, items) })]),
  ];
}

function couponTerms(say: Saying, { give }: Rule): string[] {
  const { words, formats } = say.voice;
  return [give, ...(give.choice ?? [])].flatMap(({ coupon }) => {
    if (coupon === undefined) return [];
    const excluded = [...(coupon.excluded?.categories ?? []), ...(coupon.excluded?.skus ?? [])];
    return [
      ...(coupon.minimum_order === undefined
        ? []
        : [words.say("rules.term.coupon.minimum", { money: moneyWords(say, coupon.minimum_order) })]),
      ...(coupon.valid === undefined ? [] : [words.say("rules.term.coupon.valid", { span: formats.duration(coupon.valid) })]),
      words.say("rules.term.coupon.uses", { n: coupon.uses ?? 1 }),
      ...(coupon.combinable === false ? [words.say("rules.term.coupon.alone")] : []),
      ...(coupon.excluded?.sale_items === true ? [words.say("rules.term.coupon.sale")] : []),
      ...(excluded.length === 0 ? [] : [words.say("rules.term.coupon.excluded", { list: formats.list(excluded, "or") })]),
    ];
  });
}

function whenTerms(say: Saying, rule: Rule): string[] {
  const { words, formats } = say.voice;
  const { when, hold } = rule;
  const lines: string[] = [];
  if ("within" in when && when.within !== undefined) lines.push(words.say("rules.term.within", { span: formats.duration(when.within) }));
  if ("for" in when && when.for !== undefined) lines.push(words.say("rules.term.for", { span: formats.duration(when.for) }));
  if ("after" in when && when.after !== undefined) {
    const span = formats.duration(when.after);
    lines.push(
      when.if === undefined
        ? words.say("rules.term.wait", { span })
        : words.say("rules.term.wait.if", { span, condition: conditionWords(say, when.if) }),
    );
  }
  if (hold !== undefined) lines.push(words.say("rules.term.hold", { span: formats.duration(hold) }));
  return lines;
}

function limitTerms(say: Saying, rule: Rule): string[] {
  const { words } = say.voice;
  const { when, limit } = rule;
  const lines: string[] = [];
  if ("stage" in when && when.times !== undefined) lines.push(words.say("rules.term.times", { n: when.times }));
  if ("activity" in when && (when.times ?? when.every ?? when.each) !== undefined)
    lines.push(words.say("rules.term.limit.count", { n: when.times ?? 1, every: when.every ?? "ever", scope: when.each ?? "none" }));
  if (limit === undefined) return lines;
  // What one friend may get is hers anyway, and once: to say so would only ask why.
  const scope = limit.by ?? (limit.per === "advocate" ? "none" : limit.per);
  const every = limit.every ?? "ever";
  if (limit.count !== undefined) lines.push(words.say("rules.term.limit.count", { n: limit.count, every, scope }));
  if (limit.amount !== undefined)
    lines.push(words.say("rules.term.limit.amount", { money: moneyWords(say, limit.amount), every, scope }));
  return lines;
}

/** Tiers raise what advocates get for friends, coupons apart (rules/standing.ts). */
export function hasTiers({ program }: Saying, rule: Rule): boolean {
  return program.tiers !== undefined && rule.to === "advocate" && "stage" in rule.when && rule.give.coupon === undefined;
}

function tierTerms(say: Saying, rule: Rule): string[] {
  const { tiers } = say.program;
  if (tiers === undefined || !hasTiers(say, rule)) return [];
  const steps = tiers.steps.filter((step) => step.from > 1 || step.multiply !== 1);
  return steps.map(({ from, multiply }) =>
    say.voice.words.say("rules.term.tier", { n: from, every: tiers.every ?? "ever", reward: worthBy(say, rule, multiply) }),
  );
}

/** "$20", or "2 times as much" for what cannot be multiplied (a badge, a coupon). */
export function worthBy(say: Saying, rule: Rule, multiply: number): string {
  const { coupon, perk, badge, custom, choice } = rule.give;
  if (coupon !== undefined || perk !== undefined || badge !== undefined || custom !== undefined || choice !== undefined)
    return say.voice.words.say("rules.reward.factor", { n: multiply });
  return rewardWords(say, rule.give, { factor: factorOf(multiply) });
}

function bonusTerms(say: Saying, rule: Rule): string[] {
  return bonusesOf(say, rule).map(({ fromText, untilText, multiply }) =>
    say.voice.words.say("rules.term.bonus", { from: fromText, to: untilText, reward: worthBy(say, rule, multiply) }),
  );
}

/** Only what was bought can be given back. */
export function followsReturns({ program }: Saying, rule: Rule): boolean {
  return "stage" in rule.when && ["order", "payment", "renewal"].includes(stageFamily(program, rule.when.stage));
}

function returnTerms(say: Saying, rule: Rule): string[] {
  return followsReturns(say, rule) ? [say.voice.words.say(`rules.term.returns.${returnsOf(rule)}`)] : [];
}

/** What returns do to a reward. One that is one whole thing (a month, an entry) is rounded: it goes when most of the order goes back. */
export function returnsOf({ reverse_on, on_refund, give }: Rule): "never" | "part" | "below" | "most" {
  if (reverse_on.length === 0) return "never";
  if (on_refund === "all_below_threshold") return "below";
  const { cash, credit, points, gift_card, choice, entries, leads, free_time } = give;
  const isSum = (cash ?? credit ?? points ?? gift_card ?? choice) !== undefined;
  const n = free_time?.months ?? free_time?.days ?? entries ?? leads ?? 1;
  return isSum || n !== 1 ? "part" : "most";
}

function otherTerms(say: Saying, { give, to, expires, approval }: Rule): string[] {
  const { words, formats } = say.voice;
  const shares = [give, ...(give.choice ?? [])].flatMap((each) => [each.cash, each.credit]);
  const most = shares.flatMap((each) => (typeof each === "object" && "max" in each && each.max !== undefined ? [each.max] : []));
  const items = shares.flatMap((each) => (typeof each === "object" && "items" in each && each.items !== undefined ? [each.items] : []));
  return [
    ...items.map((each) => words.say("rules.term.items", { condition: conditionWords(say, each) })),
    ...most.map((each) => words.say("rules.term.max", { money: moneyWords(say, each) })),
    ...(expires === undefined ? [] : [words.say("rules.term.expires", { span: formats.duration(expires) })]),
    ...(typeof to === "object" && "team" in to ? [words.say("rules.term.team")] : []),
    ...(typeof to === "object" && "giver" in to ? [words.say("rules.term.giver")] : []),
    ...(approval === "manual" ? [words.say("rules.term.manual")] : []),
  ];
}
