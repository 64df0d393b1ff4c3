/** The form of a question with its answer. */
import type { Saying } from "./reward-words.ts";

export type Faq = { question: string; answer: string };
type Values = Record<string, string | number>;

/** A question with its answer, or none where the answer is empty. */
export function faq({ voice }: Saying, key: string, values: Values = {}): Faq[] {
  const answer = voice.words.say(`rules.faq.${key}.a`, values).trim();
  return answer === "" ? [] : [{ question: voice.words.say(`rules.faq.${key}.q`, values), answer }];
}

/** One whose answer is a list of sentences. */
export function listed(say: Saying, key: string, sentences: readonly string[]): Faq[] {
  return sentences.length === 0 ? [] : faq(say, key, { list: [...new Set(sentences)].join(" ") });
}
