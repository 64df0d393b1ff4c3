/** What a rule gives, as a reader is told it: "$20 of credit", "10 % of the order total, in cash", "a coupon for 20 % off". */
import { type Money, type Ratio, mulDiv, parseMoney, parseRatio } from "../money.ts";
import type { Give, Program } from "../program.ts";
import type { Zone } from "../time.ts";
import type { WordKey } from "../words.ts";
import type { Voice } from "../words/voice.ts";
import { must } from "./compile-rule.ts";

export { capital } from "../text.ts";

/** Whose rules, to whom, and when: what every sentence about a program is made of. `zone` is the program's: its dates are dates there. */
export type Saying = { voice: Voice; program: Program; zone: Zone; now: number };

const ONE: Ratio = { num: 1, den: 1 };

/** A factor of a tier or bonus as a ratio. */
export function factorOf(multiply: number): Ratio {
  return must(parseRatio(multiply), "ratio");
}

export function moneyOf(text: string): Money {
  return must(parseMoney(text) as Money | string, "money");
}

/** "$20" for "20.00 USD". */
export function moneyWords({ voice }: Saying, text: string, factor: Ratio = ONE): string {
  const { amount, currency } = moneyOf(text);
  return voice.formats.moneyShort(mulDiv(amount, factor.num, factor.den, "half_up"), currency);
}

const BASES: Readonly<Record<string, string>> = {
  "order.total": "order_total",
  "order.net": "order_net",
  "order.subtotal": "order_subtotal",
  downline_rewards: "downline",
};

function baseWords({ voice, program }: Saying, of: string, short: boolean): string {
  // Short or long, one thing has one name: only what is left out of it may be left out of a headline.
  if (short && of === "order.net") return voice.words.say("rules.base.short");
  const subject = program.claims?.subject;
  const value = subject === "candidate" ? "vacancy" : subject === "deal" || subject === "company" ? "deal" : "value";
  return voice.words.say(`rules.base.${BASES[of] ?? value}`);
}

function percentWords({ voice }: Saying, percent: number, factor: Ratio): string {
  return voice.formats.percent((percent * factor.num) / factor.den);
}

/** A noun phrase, without a capital. `short` is for headlines: "20 % off" and "$20" say enough there. */
export function rewardWords(say: Saying, give: Give, how: { factor?: Ratio; short?: boolean } = {}): string {
  const { words, formats } = say.voice;
  const factor = how.factor ?? ONE;
  const [form, spec] = Object.entries(give)[0] as [keyof Give, unknown];
  switch (form) {
    case "cash":
    case "credit":
      return moneyGiven(say, { form, spec, factor, short: how.short === true });
    case "points":
    case "entries":
    case "leads":
      return countGiven(say, { form, spec, factor });
    case "gift_card":
      return words.say("rules.reward.gift_card", { money: moneyWords(say, spec as string, factor) });
    case "coupon":
      return couponGiven(say, spec as NonNullable<Give["coupon"]>, how.short === true);
    case "free_time": {
      const { months, days } = spec as { months?: number; days?: number };
      const [key, n] = days === undefined ? (["months", months ?? 1] as const) : (["days", days] as const);
      return words.say(`rules.reward.${key}`, { n: mulDiv(n, factor.num, factor.den, "half_up") });
    }
    case "choice": {
      const options = (spec as Give[]).map((option) => rewardWords(say, option, { factor }));
      return words.say("rules.reward.choice", { options: formats.list(options, "or") });
    }
    default:
      return words.say(form === "badge" ? "rules.reward.badge" : "rules.reward.named", { name: (spec as { name: string }).name });
  }
}

function moneyGiven(say: Saying, of: { form: "cash" | "credit"; spec: unknown; factor: Ratio; short: boolean }): string {
  const { words } = say.voice;
  const { form, spec, factor, short } = of;
  if (typeof spec === "string")
    return words.say(short && form === "cash" ? "rules.short.cash" : `rules.reward.${form}`, { money: moneyWords(say, spec, factor) });
  const share = spec as { percent?: number; of: string; per_unit?: string };
  if (share.per_unit !== undefined) {
    const reward = words.say(`rules.reward.${form}`, { money: moneyWords(say, share.per_unit, factor) });
    return words.say("rules.reward.per_unit", { reward });
  }
  const key: WordKey = short ? "rules.short.percent" : `rules.reward.percent.${form}`;
  return words.say(key, { percent: percentWords(say, share.percent ?? 0, factor), base: baseWords(say, share.of, short) });
}

function countGiven({ voice }: Saying, of: { form: string; spec: unknown; factor: Ratio }): string {
  const { form, spec, factor } = of;
  const each = typeof spec === "number" ? spec : (spec as { per_unit: number }).per_unit;
  const reward = voice.words.say(`rules.reward.${form}`, { n: mulDiv(each, factor.num, factor.den, "half_up") });
  return typeof spec === "number" ? reward : voice.words.say("rules.reward.per_unit", { reward });
}

function couponGiven(say: Saying, coupon: NonNullable<Give["coupon"]>, short: boolean): string {
  const { words, formats } = say.voice;
  const by = short ? "short" : "reward";
  if (coupon.percent !== undefined) return words.say(`rules.${by}.coupon.percent`, { percent: formats.percent(coupon.percent) });
  if (coupon.amount !== undefined) return words.say(`rules.${by}.coupon.amount`, { money: moneyWords(say, coupon.amount) });
  return words.say("rules.reward.coupon");
}
