/** What must happen for a rule to give, in the same sentence as what it gives. */
import type { Program, Rule } from "../program.ts";
import type { WordKey } from "../words.ts";
import type { Voice } from "../words/voice.ts";
import { stageEvent } from "./compile.ts";
import { readable } from "./condition-words.ts";
import type { Saying } from "./reward-words.ts";

/** Event types, and names of stages that say more than their type, with the words they share. */
const FAMILIES: Readonly<Record<string, string>> = {
  visit: "visit",
  signup: "signup",
  sign_up: "signup",
  lead: "lead",
  order: "order",
  purchase: "order",
  payment: "payment",
  invoice: "payment",
  renewal: "renewal",
  subscription: "subscription",
  subscription_started: "subscription",
};
/** Those that one person can do more often than a reader would care to count. */
const COUNTED = new Set(["order", "payment", "renewal", "stage"]);
const ACTIVITIES = new Set([
  "review",
  "testimonial",
  "case_study",
  "reference_call",
  "deliverable",
  "share_verified",
  "free_entry",
  "prize",
  "lead_accepted",
  "thank_you",
]);

/** The words for a stage: those of its name where it has one, else of what reaches it. */
export function stageFamily(program: Program, key: string): string {
  const stage = program.stages.find((each) => (typeof each === "string" ? each : each.key) === key);
  const on = stage === undefined || typeof stage === "string" ? stageEvent(key) : stage.on;
  return FAMILIES[key] ?? FAMILIES[on] ?? "stage";
}

/**
 * A stage as people read it. A name that the document gives counts, except where it is just the English of a stage that we know: then
 * every reader has it in her own language.
 */
export function stageLabel(voice: Voice, program: Program, key: string): string {
  const stage = program.stages.find((each) => (typeof each === "string" ? each : each.key) === key);
  const given = typeof stage === "object" ? stage.name : undefined;
  const known = `status.stage.${key}`;
  const isOurs = given === undefined || given.toLowerCase() === readable(key).toLowerCase();
  if (isOurs && voice.words.has(known)) return voice.words.say(known as WordKey);
  return given ?? readable(key);
}

/** Whom an advocate brings, by what the program is for. */
export function whoKind(program: Program): string {
  const byKind: Record<string, string> = { affiliate: "customer", influencer: "customer", network: "customer", community: "member" };
  const subject = program.claims?.subject;
  return subject !== undefined && subject !== "order" ? subject : (byKind[program.kind] ?? "friend");
}

export function whoWords({ voice, program }: Saying): string {
  return voice.words.say(`rules.who.${whoKind(program)}`);
}

/** "$20 of credit when a friend orders for the first time". */
export function earnWords(say: Saying, rule: Rule, reward: string): string {
  const { words } = say.voice;
  const { when, to } = rule;
  if ("joined" in when) return words.say("rules.when.joined", { reward });
  if ("threshold" in when) {
    const key = when.repeat ? "rules.when.threshold.every" : "rules.when.threshold";
    return words.say(key, { reward, n: when.threshold });
  }
  if ("streak" in when) return words.say("rules.when.streak", { reward, n: when.streak, every: when.every });
  if ("activity" in when) return activityWords(say, when.activity, reward);
  if (isDownline(rule)) return words.say("rules.when.downline", { reward });
  if (typeof to === "object" && "upline" in to) return words.say("rules.when.upline", { reward, n: to.upline });
  return stageWords(say, when, reward);
}

type StageWhen = Extract<Rule["when"], { stage: string }>;

function stageWords(say: Saying, when: StageWhen, reward: string): string {
  const { voice, program } = say;
  const family = stageFamily(program, when.stage);
  const stage = stageLabel(voice, program, when.stage);
  const often = when.nth === undefined ? "each" : when.nth > 1 && COUNTED.has(family) ? "nth" : "first";
  return voice.words.say(`rules.when.${family}.${often}`, { reward, who: whoWords(say), stage, n: when.nth ?? 1 });
}

function activityWords({ voice, program }: Saying, activity: string, reward: string): string {
  const place = /^contest_place_(\d+)$/.exec(activity)?.[1];
  if (place !== undefined) return voice.words.say("rules.when.activity.contest_place", { reward, n: Number(place) });
  if (!ACTIVITIES.has(activity)) return voice.words.say("rules.when.activity.other", { reward, activity: readable(activity) });
  const n = activity === "share_verified" ? (program.shares?.visits ?? 3) : (program.contest?.draw?.winners ?? 1);
  return voice.words.say(`rules.when.activity.${activity}`, { reward, n });
}

/** Takes a part of what one's recruits earn. */
export function isDownline(rule: Rule): boolean {
  const [spec] = Object.values(rule.give) as unknown[];
  return typeof spec === "object" && spec !== null && "of" in spec && spec.of === "downline_rewards";
}

/** What the friend gets, in words that fit her own page and the advocate's: "A coupon for 20 % off on signing up". */
export function ownWords(say: Saying, rule: Rule, reward: string): string {
  const { words } = say.voice;
  const { when } = rule;
  if ("joined" in when) return words.say("rules.own.joined", { reward });
  if ("activity" in when) return words.say("rules.own.other", { reward, activity: readable(when.activity) });
  // For recommending: a friend who does so is an advocate.
  if (!("stage" in when)) return earnWords(say, rule, reward);
  const family = stageFamily(say.program, when.stage);
  if (family === "stage") return words.say("rules.own.stage", { reward, stage: stageLabel(say.voice, say.program, when.stage) });
  if (!COUNTED.has(family)) return words.say(`rules.own.${family}`, { reward });
  const often = when.nth === undefined ? "each" : when.nth > 1 ? "nth" : "first";
  return words.say(`rules.own.${family}.${often}`, { reward, n: when.nth ?? 1 });
}
