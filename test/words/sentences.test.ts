/**
 * What the server says to operators has words in each of their languages, with the same values, and is known again when only its English
 * is left. Sentences are collected from the source: one that is added without words fails here.
 */
import { IntlMessageFormat } from "intl-messageformat";
import { describe, expect, test } from "vitest";
import { collectSentences, sentenceLanguages, sentencesOf } from "../../scripts/sentences.ts";
import { ERRORS } from "../../src/core/errors.ts";
import { createSpeaker } from "../../src/core/words/speaker.ts";
import { REASON_WORDS } from "../../src/core/rules/reason-words.ts";
import { RISK_KEYS } from "../../src/core/risk-reasons.ts";
import { riskWords } from "../../src/core/rules/risk-words.ts";

const { texts, places } = collectSentences();
type Language = Parameters<typeof createSpeaker>[0];

/** The names of a message's values. */
function valuesOf(text: string): string[] {
  const found = new Set<string>();
  const walk = (nodes: readonly unknown[]): void => {
    for (const node of nodes) {
      const { type, value, options } = node as { type: number; value?: string; options?: Record<string, { value: unknown[] }> };
      // 0 is text, 7 the # of a plural; between them stands whatever has a name.
      if (type > 0 && type < 7 && value !== undefined) found.add(value);
      for (const option of Object.values(options ?? {})) walk(option.value);
    }
  };
  walk(new IntlMessageFormat(text, "en", undefined, { ignoreTag: true }).getAst());
  return [...found].sort();
}

/** Plurals and selects: what they are given need not stand in what they say. */
const OTHER_ARGUMENTS = /\{\w+, /;

test("the sentences of every kind are found: refusals, findings, remedies, reasons, doubts, fields", () => {
  const known = new Set(texts);
  for (const { title } of Object.values(ERRORS)) expect(known, title).toContain(title);
  for (const words of Object.values(REASON_WORDS)) expect(known, words).toContain(words);
  for (const each of ["Nobody refers herself.", "Hold it for 14 days", "This may not be empty.", "It is available."])
    expect(known, each).toContain(each);
  expect(known).toContain('"{stage}" is none of the stages. Use one of: {stages}.');
  expect(texts.length).toBeGreaterThan(600);
});

describe.each(sentenceLanguages())("%s", (language) => {
  const book = sentencesOf(language);
  const speaker = createSpeaker(language as Language);

  test("lacks nothing that is said, and has nothing that nobody says: node scripts/sentences.ts --lacks=<language>", () => {
    expect(texts.filter((each) => (book[each] ?? "").trim() === "").map((each) => `${places.get(each)} ${each}`)).toEqual([]);
    expect(Object.keys(book).filter((each) => !places.has(each))).toEqual([]);
  });

  test("uses the values that English gives, all of them and no others", () => {
    const odd = Object.entries(book).filter(([english, own]) => valuesOf(english).join() !== valuesOf(own).join());
    expect(odd).toEqual([]);
  });

  test("knows every sentence again by its English, with its values", () => {
    for (const english of texts.filter((each) => book[each] !== undefined && !OTHER_ARGUMENTS.test(each))) {
      const values = Object.fromEntries(valuesOf(english).map((name, i) => [name, `v${i}`]));
      const said = createSpeaker("en").say(english, values);
      // Two keys of one form have one meaning: whichever is found says the same.
      const heard = speaker.hear(said);
      expect(heard, english).not.toBe(said);
      if (!OTHER_ARGUMENTS.test(book[english] ?? "")) for (const value of Object.values(values)) expect(heard, english).toContain(value);
    }
  });

  test("puts several sentences in a row into words, and leaves alone what is not ours", () => {
    const two = "Nobody refers herself. The reward does not wait for approval.";
    expect(speaker.hear(two)).toBe(`${speaker.say("Nobody refers herself.")} ${speaker.say("The reward does not wait for approval.")}`);
    for (const foreign of ["Same household.", "Nobody refers herself. Same household.", "", "per_ann", "x".repeat(5000)])
      expect(speaker.hear(foreign)).toBe(foreign);
  });

  test("has words for every doubt about a referral", () => {
    const inputs = { others: { payment: 1, device: 3, address: 2 }, seconds: 4, recent: 12, returned: 3 } as never;
    for (const words of riskWords(
      RISK_KEYS.map((key) => ({ key, points: 1 })),
      inputs,
    ))
      expect(speaker.hear(words)).not.toBe(words);
  });
});
