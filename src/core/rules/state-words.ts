/** States as people are told them: the same eight words everywhere, each with one sentence of why, and when. */
import { REASONS } from "../facts.ts";
import { type RewardState, reasonWord } from "../reward.ts";
import type { Rule } from "../program.ts";
import type { WordKey, Words } from "../words.ts";
import { type Saying, capital, rewardWords } from "./reward-words.ts";
import { followsReturns } from "./term-words.ts";
import { SUMS, sumWords } from "./sum-words.ts";

export const WORTHS = ["waiting", "available", "on_its_way", "paid", "given", "taken_back", "refused", "expired"] as const;
export type Worth = (typeof WORTHS)[number];
export type Said<S extends string> = { status: S; status_label: string; why: string };

export type OwnedReward = {
  rule: string;
  basis: string;
  form: string;
  unit: string;
  nominal: number;
  owed: number;
  revision: number;
  state: string;
  reason: string | null;
  gate: string | null;
  available_at: number;
  matured_at: number | null;
  expires_at?: number | null;
  payload: unknown;
};

/** Things that one has as soon as they are hers; a sum is used later. */
const HAD: ReadonlySet<string> = new Set(["badge", "perk", "custom", "entries", "free_time"]);

export function worthOf({ state, form }: Pick<OwnedReward, "state" | "form">): Worth {
  switch (state as RewardState) {
    case "pending":
      return "waiting";
    case "available":
      return HAD.has(form) ? "given" : "available";
    case "in_flight":
      return "on_its_way";
    case "fulfilled":
      return form === "cash" ? "paid" : "given";
    case "reversed":
      return "taken_back";
    case "denied":
      return "refused";
    case "expired":
      return "expired";
  }
}

/** A reward's state in words. `rule`: the program's rule that it is of, where there is still one. */
export function rewardState(say: Saying, reward: OwnedReward, rule: Rule | undefined): Said<Worth> {
  const { words } = say.voice;
  const status = worthOf(reward);
  const part = partWords(say, reward);
  const why = `${whyWords(say, { reward, rule, status })}${part === "" ? "" : ` ${part}`}`;
  return { status, status_label: words.say(`status.worth.${status}`), why };
}

type Asked = { reward: OwnedReward; rule: Rule | undefined; status: Worth };

function whyWords(say: Saying, of: Asked): string {
  const { words, formats } = say.voice;
  const { reward, status } = of;
  switch (status) {
    case "waiting":
      return waitingWords(say, of);
    case "available": {
      const since = formats.date(reward.matured_at ?? reward.available_at, say.now);
      if (reward.expires_at == null) return words.say("status.why.available", { date: since });
      return words.say("status.why.available.expires", { since, date: formats.date(reward.expires_at, say.now) });
    }
    case "given":
      return words.say(reward.state === "fulfilled" && !HAD.has(reward.form) ? "status.why.given.used" : "status.why.given");
    case "taken_back":
    case "refused":
      return reasonSentence(words, reasonWord(reward)) ?? words.say(`status.why.${status}`);
    case "expired":
      return reward.expires_at == null
        ? words.say("status.why.expired.plain")
        : words.say("status.why.expired", { date: formats.date(reward.expires_at, say.now) });
    default:
      return words.say(`status.why.${status}`);
  }
}

const GATES: Readonly<Record<string, string>> = { choice: "choice", licence: "licence" };

function waitingWords(say: Saying, { reward, rule }: Asked): string {
  const { words, formats } = say.voice;
  if (reward.gate !== null) return words.say(`status.why.waiting.${GATES[reward.gate] ?? "review"}`);
  if (reward.available_at <= say.now) return words.say("status.why.waiting.soon");
  const isReturns = rule?.hold !== undefined && rule.reverse_on.includes("refund") && followsReturns(say, rule);
  return words.say(`status.why.waiting.${isReturns ? "returns" : "until"}`, { date: formats.date(reward.available_at, say.now) });
}

/** Where a part went back: what it was before. Tiers change amounts as well, so nothing is said where there are any. */
function partWords(say: Saying, reward: OwnedReward): string {
  const isPart = reward.revision > 0 && reward.owed > 0 && reward.owed < reward.nominal;
  if (!isPart || !SUMS.has(reward.form) || say.program.tiers !== undefined) return "";
  return say.voice.words.say("status.why.part", { before: sumWords(say.voice, { ...reward, amount: reward.nominal }) });
}

/** The sentence for one of our reasons; null for none, and for what an operator wrote: that is between her and the operator. */
export function reasonSentence(words: Words, reason: string | null): string | null {
  if (reason === null || !(REASONS as readonly string[]).includes(reason)) return null;
  return words.say(`status.reason.${reason}` as WordKey);
}

/** How much it is: a sum, or the thing by its name. */
export function amountWords(
  say: Saying,
  reward: Pick<OwnedReward, "form" | "unit" | "owed" | "nominal" | "payload">,
  rule: Rule | undefined,
): string {
  // What was taken back whole still says what it was about.
  const amount = reward.owed === 0 ? reward.nominal : reward.owed;
  if (SUMS.has(reward.form)) return sumWords(say.voice, { ...reward, amount });
  if (rule !== undefined) return capital(rewardWords(say, rule.give, { short: rule.give.coupon !== undefined }));
  const { name } = (reward.payload ?? {}) as { name?: string };
  return name ?? sumWords(say.voice, { ...reward, amount });
}

/** "Maria Kowalska" -> "Maria K.": enough to know whom one named. */
export function shortName(name: string): string {
  const parts = name.trim().split(/\s+/);
  const last = parts.length > 1 ? parts.at(-1) : undefined;
  return last === undefined ? (parts[0] ?? "") : `${parts[0]} ${[...last][0]}.`;
}
