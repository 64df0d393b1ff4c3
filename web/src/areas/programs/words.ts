/** What the parts of a program are called in the console: kinds, states, stages, fields of conditions, things that are given. */
import type { components } from "@grapevine/sdk";
import type { Tone } from "../../kit/values.tsx";
import { decimalsOf } from "../../words/format.ts";
import { t } from "../../words/say.ts";

type Definition = components["schemas"]["ProgramDefinition"];

/** Kinds of programs by what they are for, not by their names in a document. */
export function kinds(): Record<Definition["kind"], string> {
  return {
    direct: t("Reward for a recommendation"),
    two_way: t("Both sides get something"),
    affiliate: t("Partners who earn commission"),
    loyalty: t("Points for recommendations"),
    advocacy: t("Fans: reviews, stories, references"),
    partner: t("Partners who register deals"),
    tiered: t("More for more recommendations"),
    contest: t("Contest and prize draw"),
    employee: t("Employees recommend candidates"),
    community: t("Members who introduce each other"),
    social: t("Posts and shares"),
    influencer: t("Influencers on contract"),
    occasion: t("For an occasion"),
    lead_exchange: t("Companies that swap leads"),
    subscription: t("Free time for subscribers"),
    pipeline: t("Cases without rewards"),
    network: t("Sellers in levels"),
  };
}
export const kindWords = (kind: string): string => (kinds() as Record<string, string>)[kind] ?? kind;

export function statusWords(status: string): { tone: Tone; word: string; why: string } {
  switch (status) {
    case "live":
      return { tone: "leaf", word: t("Live"), why: t("Referrals count and rewards are earned.") };
    case "paused":
      return { tone: "amber", word: t("Paused"), why: t("Nothing new is earned; what was earned stays.") };
    case "ended":
      return { tone: "gray", word: t("Ended"), why: t("Over for good. What was earned stays.") };
    default:
      return { tone: "sky", word: t("Draft"), why: t("Not published yet: nobody sees it.") };
  }
}

/** What happens at a stage: the event that reaches it. */
export function eventWords(event: string): string {
  const words: Record<string, string> = {
    visit: t("a visit by the link"),
    lead: t("an address is left"),
    signup: t("somebody signs up"),
    purchase: t("somebody buys"),
    payment: t("an invoice is paid"),
    subscription_started: t("a subscription begins"),
    subscription_cancelled: t("a subscription ends"),
    stage: t("a stage is reported by this name"),
    share: t("something is shared"),
    survey_response: t("a survey is answered"),
    activity: t("something is done"),
    identify: t("somebody is known"),
    custom: t("an event of your own"),
    joined: t("the advocate joins"),
  };
  return words[event] ?? event;
}

const STAGE_EVENTS: Readonly<Record<string, string>> = {
  visit: "visit",
  lead: "lead",
  signup: "signup",
  sign_up: "signup",
  purchase: "purchase",
  order: "purchase",
  payment: "payment",
  renewal: "payment",
  invoice: "payment",
  subscription: "subscription_started",
  subscription_started: "subscription_started",
  subscription_cancelled: "subscription_cancelled",
  share: "share",
  survey: "survey_response",
};
export const eventOfStage = (stage: string): string => STAGE_EVENTS[stage] ?? "stage";

/** A stage as one says it. */
export function stageWords(key: string): string {
  const words: Record<string, string> = {
    visit: t("Visit"),
    lead: t("Lead"),
    signup: t("Sign-up"),
    order: t("Order"),
    purchase: t("Purchase"),
    renewal: t("Renewal"),
    payment: t("Payment"),
    invoice: t("Paid invoice"),
    subscription: t("Subscription"),
    share: t("Share"),
  };
  return words[key] ?? key.replaceAll(/[_-]/g, " ");
}

export function formWords(form: string): string {
  const words: Record<string, string> = {
    cash: t("Money, paid out"),
    credit: t("Store credit"),
    points: t("Points"),
    coupon: t("A coupon"),
    gift_card: t("A gift card"),
    free_time: t("Free time"),
    perk: t("A perk"),
    badge: t("A badge"),
    entries: t("Entries in a draw"),
    leads: t("Lead credits"),
    custom: t("Something else"),
    choice: t("A choice between two to four"),
  };
  return words[form] ?? form;
}

export function recipientWords(to: unknown): string {
  if (to === undefined || to === "advocate") return t("The advocate");
  if (to === "friend") return t("The friend");
  const { upline, team } = to as { upline?: number; team?: true };
  if (upline !== undefined) return upline === 1 ? t("The advocate's recruiter") : t("Level {n} above the advocate", { n: upline });
  return team === true ? t("Everybody who claimed together") : t("The company that gave");
}

const UNITS: Readonly<Record<string, string>> = { m: "m", h: "h", d: "d", w: "w", y: "y" };

/** "14d", "48 hours" as number and unit (m, h, d, w, months, y); null for anything else. */
export function readDuration(text: unknown): { n: number; unit: string } | null {
  const found = typeof text === "string" ? /^(\d{1,5}) ?([a-z]+)$/.exec(text) : null;
  if (found === null) return null;
  const [, n = "", word = ""] = found;
  return { n: Number(n), unit: word.startsWith("month") ? "months" : (UNITS[word[0] ?? ""] ?? "d") };
}

export function durationWords(text: string): string {
  const read = readDuration(text);
  if (read === null) return text;
  const { n, unit } = read;
  const words: Record<string, string> = {
    m: t("{n, plural, one {# minute} other {# minutes}}", { n }),
    h: t("{n, plural, one {# hour} other {# hours}}", { n }),
    d: t("{n, plural, one {# day} other {# days}}", { n }),
    w: t("{n, plural, one {# week} other {# weeks}}", { n }),
    months: t("{n, plural, one {# month} other {# months}}", { n }),
    y: t("{n, plural, one {# year} other {# years}}", { n }),
  };
  return words[unit] ?? text;
}

/** A program's key from its name: what addresses and events say. */
export function keyFrom(name: string): string {
  const plain = name
    .normalize("NFKD")
    .toLowerCase()
    .replaceAll(/[^a-z0-9]+/g, "-")
    .replaceAll(/^[^a-z]+|-+$/g, "");
  return plain.slice(0, 48) || "program";
}

/** "20.00 USD" of minor units. */
export function moneyText(amount: number, currency: string): string {
  const decimals = decimalsOf(currency);
  return `${(amount / 10 ** decimals).toFixed(decimals)} ${currency}`;
}
