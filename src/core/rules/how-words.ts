/**
 * How a program works, for those who take part: made from the document itself, so that words and rules cannot disagree. What operators
 * read of a definition is in describe.ts.
 */
import type { Program, Rule } from "../program.ts";
import type { Faq } from "./faq-form.ts";
import { faqWords } from "./faq-words.ts";
import { headlineWords, stepWords } from "./step-words.ts";
import { type Saying, capital, rewardWords } from "./reward-words.ts";
import { termWords } from "./term-words.ts";
import { earnWords, ownWords } from "./trigger-words.ts";

export type Worth = { text: string; detail: string };
export type How = { headline: string; you_get: Worth[]; friend_gets: Worth[]; steps: { title: string; text: string }[]; faq: Faq[] };

/** Everything that is said of a program, to a reader and at an instant: bonus windows that are over are left out. */
export function howWords(say: Saying): How {
  const { rewards } = say.program;
  return {
    headline: headlineWords(say),
    you_get: rewards.filter((rule) => rule.to !== "friend").map((rule) => worthWords(say, rule)),
    friend_gets: friendRules(say.program).map((rule) => worthWords(say, rule)),
    steps: stepWords(say),
    faq: faqWords(say),
  };
}

/** What whoever was brought gets. */
export function friendRules(program: Program): Rule[] {
  return program.rewards.filter((rule) => rule.to === "friend");
}

/** One rule: what and when, then its terms. */
export function worthWords(say: Saying, rule: Rule): Worth {
  const reward = rewardWords(say, rule.give);
  const text = rule.to === "friend" ? ownWords(say, rule, reward) : earnWords(say, rule, reward);
  return { text: capital(text), detail: termWords(say, rule).join(" ") };
}

/** What a friend is offered in a few words ("20 % off"), or null: for titles, pictures and subjects. */
export function offerWords(say: Saying): string | null {
  const [first] = friendRules(say.program);
  return first === undefined ? null : rewardWords(say, first.give, { short: true });
}
