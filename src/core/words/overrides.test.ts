/** A business's own texts: only for texts that exist, only messages that can be read, only values that are given. */
import { expect, test } from "vitest";
import { BUNDLES } from "./index.ts";
import { overrideProblems } from "./overrides.ts";

const wrong = (words: Record<string, string>) => overrideProblems(words).map(({ message }) => message);
/** A text of ours with a value in it, and one with a plural. */
const entries = Object.entries(BUNDLES.en.rules);
const named = entries.find(([, text]) => /\{money\}/.test(text))![0];
const plural = entries.find(([, text]) => /\{n, plural/.test(text))![0];

test("a text takes the place of one that exists, in all languages or in one", () => {
  expect(overrideProblems({ [`rules.${named}`]: "Own {money}", [`de:rules.${named}`]: "Eigen {money}" })).toEqual([]);
  expect(overrideProblems({ [`rules.${plural}`]: "{n, plural, one {one} other {# of them}}" })).toEqual([]);
});

test.each([
  ["an unknown key", { "rules.nothing-like-it": "x" }, /no such text/],
  ["an unknown section", { "secrets.x": "x" }, /no such text/],
  ["an unknown language", { [`xx:rules.${named}`]: "x" }, /no such text/],
  ["a name of every object", { "rules.constructor": "x", "__proto__.x": "x" }, /no such text/],
  ["a message that is none", { [`rules.${named}`]: "{money" }, /no ICU message/],
  ["a plural without other", { [`rules.${plural}`]: "{n, plural, one {x}}" }, /no ICU message/],
  ["a value that is not given", { [`rules.${named}`]: "{secret}" }, /\{secret\} is not given/],
  ["a form for what is text", { [`rules.${named}`]: "{money, number}" }, /is text here/],
  ["a text without end", { [`rules.${named}`]: "x".repeat(2001) }, /At most 2000/],
])("%s is refused with what to do", (_name, words, message) => {
  expect(wrong(words as Record<string, string>)[0]).toMatch(message);
});
