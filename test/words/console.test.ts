/** The console's languages: whatever it says has words in each of them, with the same values in them, and nothing is left over. */
import { IntlMessageFormat } from "intl-messageformat";
import { describe, expect, test } from "vitest";
import { collectTexts, consoleLanguages, wordsOf } from "../../scripts/console-words.ts";

const { texts, unreadable } = collectTexts();

test("every text stands in the source as it is, so that it can be collected", () => {
  expect(unreadable).toEqual([]);
  expect(texts.length).toBeGreaterThan(500);
});

/** The names of a message's values; none for what is no message (it is said as it is, braces and all). */
function valuesOf(text: string): string {
  const found = new Set<string>();
  const walk = (nodes: readonly unknown[]): void => {
    for (const node of nodes) {
      const { type, value, options } = node as { type: number; value?: string; options?: Record<string, { value: unknown[] }> };
      // 0 is text, 7 the # of a plural; between them stands whatever has a name.
      if (type > 0 && type < 7 && value !== undefined) found.add(value);
      for (const option of Object.values(options ?? {})) walk(option.value);
    }
  };
  try {
    walk(new IntlMessageFormat(text, "en", undefined, { ignoreTag: true }).getAst());
  } catch {
    return "";
  }
  return [...found].sort().join();
}

describe.each(consoleLanguages())("%s", (language) => {
  const words = wordsOf(language);

  test("lacks nothing that is said", () => {
    expect(texts.filter((each) => (words[each] ?? "").trim() === "")).toEqual([]);
  });

  test("has nothing that nobody says", () => {
    expect(Object.keys(words).filter((each) => !texts.includes(each))).toEqual([]);
  });

  test("uses the values that English gives, all of them and no others", () => {
    const odd = Object.entries(words).filter(([english, own]) => valuesOf(english) !== valuesOf(own));
    expect(odd.map(([english]) => english)).toEqual([]);
  });
});
