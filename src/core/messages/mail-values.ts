/** The values that words of mails may use. Each is always there, so that no text can ask for one that is missing: "none" says it is not. */
import { currencyDecimals } from "../currency.ts";
import type { Voice } from "../words/voice.ts";
import type { WordKey } from "../words.ts";

export type MailValues = {
  business: string;
  program: string;
  amount: string;
  /** Days; `until` with the time of day. */
  date: string;
  until: string;
  friend: string;
  reason: string;
  why: string;
  thing: string;
  level: string;
  from_level: string;
  stage: string;
  code: string;
  note: string;
  role: string;
  place: number;
  points: number;
  days: number;
  count: number;
};

const ABSENT: MailValues = {
  business: "none",
  program: "none",
  amount: "none",
  date: "none",
  until: "none",
  friend: "none",
  reason: "none",
  why: "none",
  thing: "none",
  level: "none",
  from_level: "none",
  stage: "none",
  code: "none",
  note: "none",
  role: "none",
  place: 0,
  points: 0,
  days: 0,
  count: 0,
};

/** Those that are known; the rest says it is absent. Control characters and those that turn the direction of writing are taken out. */
export function valuesOf(known: Partial<MailValues>): MailValues {
  const clean = Object.entries(known).flatMap(([key, value]) => {
    const shown = typeof value === "string" ? cleanText(value) : value;
    return shown === undefined || shown === "" ? [] : [[key, shown]];
  });
  return { ...ABSENT, ...Object.fromEntries(clean) } as MailValues;
}

const UNSEEN = /[\p{Cc}\u2028\u2029\ufeff]/gu;
const TURNING = /[\u200e\u200f\u202a-\u202e\u2066-\u2069\u061c]/g;
const LONGEST = 300;

/** Somebody's own text as one line that can do nothing to the text around it. */
export function cleanText(text: string): string {
  const line = text.replace(UNSEEN, " ").replace(TURNING, "").replace(/ {2,}/g, " ").trim();
  const letters = Array.from(line);
  return letters.length <= LONGEST ? line : `${letters.slice(0, LONGEST - 1).join("")}…`;
}

export type Worth = { form: string; unit: string; amount: number; payload?: unknown };

const COUNTED: ReadonlySet<string> = new Set(["points", "entries", "leads", "months", "days"]);

/** What something is worth, as a reader writes it: "$20.00", "500 points", "a coupon for 20% off". */
export function worthText(worth: Worth, { words, formats }: Voice): string {
  const { form, unit, amount } = worth;
  if (form === "coupon") return couponText(worth.payload, { words, formats });
  if (form === "gift_card") return words.say("rules.reward.gift_card", { money: formats.money(amount, unit) });
  if (currencyDecimals(unit) !== undefined) return formats.money(amount, unit);
  const key = `rules.reward.${unit}` as WordKey;
  if (COUNTED.has(unit) && words.has(key)) return words.say(key, { n: amount });
  const name = nameOf(worth.payload);
  if (name === null) return words.say("mail.frame.reward");
  return form === "badge" ? words.say("rules.reward.badge", { name }) : name;
}

function couponText(payload: unknown, { words, formats }: Voice): string {
  const terms = (typeof payload === "object" && payload !== null ? payload : {}) as Record<string, unknown>;
  const { percent, amount } = terms;
  if (typeof percent === "number") return words.say("rules.reward.coupon.percent", { percent: formats.percent(percent) });
  const money = typeof amount === "string" ? /^(\d+)(?:\.(\d+))? ([A-Z]{3})$/.exec(amount) : null;
  const digits = currencyDecimals(money?.[3] ?? "");
  if (money === null || digits === undefined) return words.say("rules.reward.coupon");
  const minor = Number(`${money[1]}${(money[2] ?? "").padEnd(digits, "0")}`);
  return words.say("rules.reward.coupon.amount", { money: formats.moneyShort(minor, money[3] ?? "") });
}

function nameOf(payload: unknown): string | null {
  if (typeof payload === "string") return cleanText(payload);
  const { name, title } = (typeof payload === "object" && payload !== null ? payload : {}) as Record<string, unknown>;
  const found = [name, title].find((each) => typeof each === "string") as string | undefined;
  return found === undefined ? null : cleanText(found);
}
