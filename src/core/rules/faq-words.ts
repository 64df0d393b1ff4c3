/** Questions that people ask of a program, answered by its rules. A question that the rules do not raise is not asked. */
import type { Rule } from "../program.ts";
import { conditionWords, regionWords } from "./condition-words.ts";
import { type Faq, faq, listed } from "./faq-form.ts";
import { kindFaq } from "./faq-kind-words.ts";
import { type Saying, capital, rewardWords } from "./reward-words.ts";
import { followsReturns, hasTiers, returnsOf, worthBy } from "./term-words.ts";
import { whoWords } from "./trigger-words.ts";
import { bonusesOf, windowOf } from "./window-words.ts";

export function faqWords(say: Saying): Faq[] {
  return [
    ...whenFaq(say),
    ...returnsFaq(say),
    ...manyFaq(say),
    ...untilFaq(say),
    ...whoFaq(say),
    ...windowFaq(say),
    ...notFaq(say),
    ...kindFaq(say),
    ...expireFaq(say),
    ...useFaq(say),
    ...aboutFaq(say),
  ];
}

const own = ({ program }: Saying): Rule[] => program.rewards.filter((rule) => rule.to !== "friend");

function whenFaq(say: Saying): Faq[] {
  const { words, formats } = say.voice;
  const after = ({ when }: Rule): string | undefined => ("after" in when ? when.after : undefined);
  const groups = Map.groupBy(own(say), (rule) => after(rule) ?? rule.hold ?? "");
  const sentences = [...groups].map(([text, rules]) => {
    const names = [...new Set(rules.map((rule) => rewardWords(say, rule.give)))];
    const rewards = capital(formats.list(names));
    const span = text === "" ? "" : formats.duration(text);
    if (rules.some((rule) => after(rule) !== undefined)) return words.say("rules.faq.when.wait", { reward: rewards, span });
    const key = text === "" ? "at_once" : "hold";
    return words.say(`rules.faq.when.${groups.size === 1 ? "all" : "group"}.${key}`, { rewards, span });
  });
  const looked = own(say).some((rule) => rule.approval === "manual") ? [words.say("rules.faq.when.manual")] : [];
  return listed(say, "when", [...sentences, ...looked]);
}

function returnsFaq(say: Saying): Faq[] {
  const rules = own(say).filter((rule) => followsReturns(say, rule));
  if (rules.length === 0) return [];
  return faq(say, "returned", {
    answer: [...new Set(rules.map(returnsOf))].map((each) => say.voice.words.say(`rules.faq.returned.${each}`)).join(" "),
  });
}

function manyFaq(say: Saying): Faq[] {
  const { words } = say.voice;
  const limits = own(say).flatMap((rule) => {
    const { limit } = rule;
    if (limit?.count === undefined || !("stage" in rule.when)) return [];
    const scope = limit.by ?? (limit.per === "advocate" ? "none" : limit.per);
    const term = words.say("rules.term.limit.count", { n: limit.count, every: limit.every ?? "ever", scope });
    return [`${capital(rewardWords(say, rule.give))}: ${term}`];
  });
  const more = own(say)
    .filter((rule) => hasTiers(say, rule))
    .flatMap((rule) =>
      (say.program.tiers?.steps ?? []).map(({ from, multiply }) =>
        words.say("rules.term.tier", { n: from, every: say.program.tiers?.every ?? "ever", reward: worthBy(say, rule, multiply) }),
      ),
    );
  const brings = own(say).some((rule) => "stage" in rule.when && rule.to === "advocate") && say.program.claims === undefined;
  return [...(brings ? faq(say, "many", { limits: [...new Set(limits)].join(" ") }) : []), ...listed(say, "more", more)];
}

function untilFaq(say: Saying): Faq[] {
  const { words } = say.voice;
  const { program } = say;
  if (program.rewards.length === 0) return [];
  const sentences: string[] = [];
  if (program.contest !== undefined) {
    const { fromText, untilText } = windowOf(say, program.contest);
    sentences.push(words.say("rules.faq.until.contest", { from: fromText, to: untilText }));
  }
  for (const rule of program.rewards)
    for (const { fromText, untilText, multiply } of bonusesOf(say, rule))
      sentences.push(words.say("rules.term.bonus", { from: fromText, to: untilText, reward: worthBy(say, rule, multiply) }));
  if (program.contest === undefined) sentences.push(words.say("rules.faq.until.open"));
  if (program.budget?.when_spent === "pause_rewards") sentences.push(words.say("rules.faq.until.budget"));
  return listed(say, "until", sentences);
}

function whoFaq(say: Saying): Faq[] {
  const { words } = say.voice;
  const { friends, claims } = say.program;
  if (claims?.subject === "candidate" || !say.program.rewards.some((rule) => "stage" in rule.when)) return [];
  const key = { new_customer: "new", new_customer_of_company: "company", anyone: "anyone" }[friends.who];
  const condition = friends.where === undefined ? [] : [words.say("rules.faq.who.if", { condition: conditionWords(say, friends.where) })];
  const isBought = own(say).some((rule) => followsReturns(say, rule));
  return listed(say, "who", [words.say(`rules.faq.who.${key}`), ...condition, ...(isBought ? [words.say("rules.faq.who.self")] : [])]);
}

/** Only where a touch is what counts: a claim has its own terms. */
function windowFaq(say: Saying): Faq[] {
  const { attribution, rewards, claims } = say.program;
  if (!rewards.some((rule) => "stage" in rule.when) || (claims !== undefined && claims.subject !== "order")) return [];
  const span = say.voice.formats.duration(attribution.window);
  return faq(say, "window", { span, model: attribution.model === "first_touch" ? "first" : "last", who: whoWords(say) });
}

function notFaq(say: Saying): Faq[] {
  const { words, formats } = say.voice;
  const { eligibility, claims, advocates } = say.program;
  const regions = (eligibility?.regions ?? []).map((code) => regionWords(say, code));
  return listed(say, "not", [
    ...(advocates.join === "automatic" ? [] : [words.say(`rules.faq.not.${advocates.join}`)]),
    ...(eligibility?.minimum_age === undefined ? [] : [words.say("rules.faq.not.age", { n: eligibility.minimum_age })]),
    ...(regions.length === 0 ? [] : [words.say("rules.faq.not.regions", { list: formats.list(regions) })]),
    ...(claims?.excluded ?? []).map((each) => words.say(`rules.faq.not.${each}`)),
  ]);
}

function expireFaq(say: Saying): Faq[] {
  const { words, formats } = say.voice;
  const sentences = say.program.rewards.flatMap(({ give, expires }) => {
    const reward = capital(rewardWords(say, give));
    const coupons = [give, ...(give.choice ?? [])].flatMap(({ coupon }) => (coupon?.valid === undefined ? [] : [coupon.valid]));
    return [
      ...coupons.map((valid) => words.say("rules.faq.expire.coupon", { reward, span: formats.duration(valid) })),
      ...(expires === undefined ? [] : [words.say("rules.faq.expire.part", { reward, span: formats.duration(expires) })]),
    ];
  });
  return listed(say, "expire", sentences);
}

function useFaq(say: Saying): Faq[] {
  const { words } = say.voice;
  const forms = new Set(own(say).flatMap(({ give }) => [give, ...(give.choice ?? [])].flatMap((each) => Object.keys(each))));
  const known = ["cash", "credit", "points", "free_time", "gift_card", "entries"].filter((form) => forms.has(form));
  const sentences = known.map((form) =>
    words.say(`rules.faq.use.${form === "points" && say.program.levels !== undefined ? "levels" : form}`),
  );
  return listed(say, "use", sentences);
}

function aboutFaq(say: Saying): Faq[] {
  const { program, voice } = say;
  if (program.case !== undefined) return [...faq(say, "no_reward"), ...faq(say, "case_private")];
  const language = voice.words.language;
  const disclosure = program.disclosure[language] ?? program.disclosure.en ?? "";
  return [
    ...(program.rewards.length === 0 ? faq(say, "no_reward") : []),
    ...(program.claims === undefined ? faq(say, "privacy") : []),
    ...(disclosure.trim() === "" || own(say).length === 0 ? [] : faq(say, "disclosure", { disclosure })),
    ...faq(say, "leave"),
  ];
}
