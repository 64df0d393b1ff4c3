/** What a program promises, in words made from its rules. */
import type { OfferWords } from "../core/page.ts";
import { describeRules } from "../core/rules/describe.ts";
import type { Words } from "../core/words.ts";
import type { PageSource } from "../flow/pages.ts";

export function offerWords(source: PageSource, _words: Words, _locale: string): OfferWords & { disclosure: string | null } {
  const rules = describeRules(source.program);
  const of = (to: string): OfferWords["friend"] =>
    rules.filter((each) => each.to.includes(to)).map((each) => ({ text: each.gives, detail: null }));
  return { friend: of("friend"), advocate: of("advocate"), faq: [], disclosure: null };
}
