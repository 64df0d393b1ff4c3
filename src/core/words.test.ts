/** Words: every language has every key, with the values that English names; a business's own text takes their place. */
import { describe, expect, test } from "vitest";
import { IntlMessageFormat } from "intl-messageformat";
import { LANGUAGES, type Language, createWords, languageOf } from "./words.ts";
import { BUNDLES, type Section } from "./words/index.ts";

const languages = Object.keys(LANGUAGES) as Language[];
const sections = Object.keys(BUNDLES.en) as Section[];

/** The names of a message's values, plurals and selects included. */
function valuesIn(text: string): string[] {
  const names = new Set<string>();
  const walk = (node: unknown): void => {
    if (Array.isArray(node)) return node.forEach(walk);
    if (typeof node !== "object" || node === null) return;
    const { type, value, options } = node as { type?: number; value?: string; options?: Record<string, { value: unknown }> };
    if (type !== undefined && type > 0 && type < 7 && value !== undefined) names.add(value);
    if (options !== undefined) Object.values(options).forEach((option) => walk(option.value));
  };
  walk(new IntlMessageFormat(text, "en", undefined, { ignoreTag: true }).getAst());
  return [...names].sort();
}

describe.each(languages)("%s", (language) => {
  test.each(sections)("%s has the keys of English and no others, each with the same values", (section) => {
    const own = BUNDLES[language]![section];
    expect(Object.keys(own).sort()).toEqual(Object.keys(BUNDLES.en[section]).sort());
    for (const [key, text] of Object.entries(own)) expect([key, valuesIn(text)]).toEqual([key, valuesIn(BUNDLES.en[section][key] ?? "")]);
  });
});

test("the nearest language is taken: by region, by script, else English", () => {
  expect(["de-AT", "pt", "pt-PT", "zh-TW", "zh-Hans-CN", "EN-gb", "xx", "", null].map(languageOf)).toEqual([
    "de",
    "pt-BR",
    "pt-BR",
    "zh-Hans",
    "zh-Hans",
    "en",
    "en",
    "en",
    "en",
  ]);
});

test("a business's own text takes the place of ours, in one language or in all", () => {
  const key = `portal.${Object.keys(BUNDLES.en.portal)[0]}` as const;
  expect(createWords("de", { [key]: "Eigenes" }).say(key)).toBe("Eigenes");
  expect(createWords("fr", { [`de:${key}`]: "Eigenes" }).say(key)).not.toBe("Eigenes");
});
