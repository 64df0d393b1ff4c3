/** A program's headline, and how it works in a few steps, by what its document holds: a form for each way of taking part. */
import type { Rule } from "../program.ts";
import { type Saying, capital, factorOf, rewardWords } from "./reward-words.ts";
import { hasTiers, termWords } from "./term-words.ts";
import { earnWords, ownWords, stageLabel } from "./trigger-words.ts";
import { bonusesOf } from "./window-words.ts";

export type Step = { title: string; text: string };
/** Ways of taking part. A document's sections say which; its kind only where they do not. */
export type Way = "share" | "candidate" | "deal" | "post" | "make" | "contest" | "levels" | "requests" | "exchange" | "case";

export function wayOf({ program }: Pick<Saying, "program">): Way {
  if (program.case !== undefined) return "case";
  if (program.exchange !== undefined) return "exchange";
  if (program.requests !== undefined) return "requests";
  if (program.claims?.subject === "candidate") return "candidate";
  if (program.claims?.subject === "deal" || program.claims?.subject === "company") return "deal";
  if (program.contest !== undefined) return "contest";
  if (program.shares !== undefined) return "post";
  if (program.rewards.some(({ when }) => "activity" in when && when.activity === "deliverable")) return "make";
  return program.levels === undefined ? "share" : "levels";
}

const isPrize = ({ when }: Rule): boolean =>
  "activity" in when && (/^contest_place_\d+$/.test(when.activity) || when.activity === "prize");

/** The rule that the headline is about: what is paid for friends before what else may be earned. */
function mainRule(say: Saying): Rule | undefined {
  const own = say.program.rewards.filter((rule) => rule.to !== "friend");
  if (wayOf(say) === "contest") return own.find(isPrize) ?? own[0];
  const paid = own.filter((rule) => "stage" in rule.when && (typeof rule.to === "string" || "team" in rule.to));
  return paid.find((rule) => "stage" in rule.when && rule.when.stage === say.program.qualifies_at) ?? paid[0] ?? own[0];
}

/** In a few words; "up to" what the highest tier, or the present bonus, makes of it. */
function youWords(say: Saying): string | null {
  const rule = mainRule(say);
  if (rule === undefined) return null;
  const highest = hasTiers(say, rule) ? Math.max(...(say.program.tiers?.steps ?? []).map((step) => step.multiply), 1) : 1;
  const running = bonusesOf(say, rule).find((bonus) => bonus.from <= say.now);
  if (highest === 1) return rewardWords(say, rule.give, { short: true, ...(running ? { factor: factorOf(running.multiply) } : {}) });
  const reward = rewardWords(say, rule.give, { short: true, factor: factorOf(highest) });
  return say.voice.words.say("rules.reward.upto", { reward });
}

export function headlineWords(say: Saying): string {
  const { words, formats } = say.voice;
  const [offer] = say.program.rewards.filter((rule) => rule.to === "friend");
  const friend = offer === undefined ? null : rewardWords(say, offer.give, { short: true });
  const you = youWords(say);
  const way = wayOf(say);
  const said = ((): string => {
    if (way === "case") return words.say("rules.headline.case");
    if (way === "exchange") return words.say("rules.headline.exchange");
    if (way === "requests") return words.say("rules.headline.community");
    if (way === "candidate" && you !== null) return words.say("rules.headline.candidate");
    if (way === "levels") {
      const levels = formats.list(
        (say.program.levels?.steps ?? []).map((step) => step.name),
        "or",
      );
      return words.say("rules.headline.levels", { levels });
    }
    if (you === null) return friend === null ? words.say("rules.headline.none") : words.say("rules.headline.friend", { friend });
    if (way === "deal") return words.say("rules.headline.deal", { you });
    if (way === "contest") return words.say("rules.headline.contest", { you });
    if (way === "post") return words.say("rules.headline.social", { you });
    return friend === null ? words.say("rules.headline.you", { you }) : words.say("rules.headline.both", { friend, you });
  })();
  return capital(said);
}

export function stepWords(say: Saying): Step[] {
  const { program } = say;
  const step = (name: string, values: Record<string, string | number> = {}): Step => ({
    title: say.voice.words.say(`rules.step.${name}.title`, values),
    text: say.voice.words.say(`rules.step.${name}.text`, values).trim(),
  });
  switch (wayOf(say)) {
    case "case":
      return [step("case"), step("stages", { stages: stagesWords(say) }), step("case_answer")];
    case "exchange":
      return [step("lead"), step("lead_answer", { span: span(say, program.exchange?.accept_within) }), ...creditSteps(say, step)];
    case "requests":
      return [step("ask", { span: span(say, program.requests?.answer_within) }), step("introduce"), step("thank")];
    case "candidate":
      return [step("candidate"), step("stages", { stages: stagesWords(say) }), ...rewardSteps(say, step)];
    case "deal":
      return [
        step("deal", { span: span(say, program.claims?.exclusivity) }),
        step("stages", { stages: stagesWords(say) }),
        ...rewardSteps(say, step),
      ];
    case "post":
      return [
        step("post"),
        step("opened", { n: program.shares?.visits ?? 3, span: span(say, program.shares?.within) }),
        ...rewardSteps(say, step),
      ];
    case "make":
      return [step("deliverable"), step("share"), ...rewardSteps(say, step)];
    case "contest":
      return [step("share"), ...entrySteps(say, step), step("win", { prizes: prizeWords(say) })];
    case "levels":
      return [step("activities", { list: activityWords(say) }), step("levels", { levels: levelWords(say) })];
    default:
      return [step(mainRule(say) === undefined ? "share_plain" : "share"), ...friendSteps(say, step), ...rewardSteps(say, step)];
  }
}

type Make = (name: string, values?: Record<string, string | number>) => Step;

function friendSteps(say: Saying, step: Make): Step[] {
  return say.program.rewards
    .filter((rule) => rule.to === "friend")
    .map((rule) => {
      const offer = capital(ownWords(say, rule, rewardWords(say, rule.give)));
      return step("friend", { offer });
    });
}

function rewardSteps(say: Saying, step: Make): Step[] {
  const rule = mainRule(say);
  if (rule === undefined) return [];
  const offer = capital(earnWords(say, rule, rewardWords(say, rule.give)));
  return [step("reward", { offer, terms: termWords(say, rule).join(" ") })];
}

function entrySteps(say: Saying, step: Make): Step[] {
  const rules = say.program.rewards.filter((rule) => rule.to !== "friend" && rule.give.entries !== undefined);
  if (rules.length === 0) return friendSteps(say, step);
  return [step("entries", { list: capital(sayings(say, rules)) })];
}

function creditSteps(say: Saying, step: Make): Step[] {
  const [rule] = say.program.rewards;
  return rule === undefined ? [] : [step("lead_credit", { reward: rewardWords(say, rule.give) })];
}

function span({ voice }: Saying, text: string | undefined): string {
  return text === undefined ? "" : voice.formats.duration(text);
}

/** What rules give and when, one after the other: by semicolons where a comma stands within one. */
function sayings(say: Saying, rules: readonly Rule[]): string {
  const said = rules.map((rule) => earnWords(say, rule, rewardWords(say, rule.give)));
  return said.some((each) => each.includes(", ")) ? said.join("; ") : say.voice.formats.list(said);
}

/** The stages on the way, without those that end it badly. */
function stagesWords(say: Saying): string {
  const { program, voice } = say;
  const lost = new Set(program.claims?.lost ?? []);
  const keys = program.stages.map((each) => (typeof each === "string" ? each : each.key)).filter((each) => !lost.has(each));
  return voice.formats.list(keys.map((each) => stageLabel(voice, program, each)));
}

function activityWords(say: Saying): string {
  const own = say.program.rewards.filter((rule) => rule.to !== "friend" && rule.give.badge === undefined);
  return capital(sayings(say, own));
}

function prizeWords(say: Saying): string {
  const own = say.program.rewards.filter(isPrize);
  return capital(sayings(say, own));
}

/** "Champion from 100 points, Ambassador from 300 points". */
export function levelWords({ voice, program }: Saying): string {
  const steps = program.levels?.steps ?? [];
  return voice.formats.list(steps.map(({ name, from }) => voice.words.say("rules.levels.step", { name, n: from })));
}
