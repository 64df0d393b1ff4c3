/** The portal's own formatter says what the server's says, for every message of the portal in every language. */
import { IntlMessageFormat } from "intl-messageformat";
import { describe, expect, test } from "vitest";
import { LANGUAGES, type Language, createWords } from "../../src/core/words.ts";
import { format } from "../../widget/src/portal/icu.ts";

const NUMBERS = [0, 1, 2, 3, 5, 11, 21, 100, 1234.5];
const theirs = (text: string, values: Record<string, string | number>, locale: string): string =>
  String(new IntlMessageFormat(text, locale, undefined, { ignoreTag: true }).format(values));

describe("grammar", () => {
  test.each([
    ["Hello {name}", { name: "Ada" }],
    ["{n, plural, =0 {Nobody} one {# friend} other {# friends}}", { n: 0 }],
    ["{n, plural, =0 {Nobody} one {# friend} other {# friends}}", { n: 1 }],
    ["{n, plural, one {# friend of {name}} other {# friends of {name}}}", { n: 12_345, name: "Zoë" }],
    ["{n, plural, offset:1 one {you and # other} other {you and # others}}", { n: 2 }],
    ["{n, selectordinal, one {#st} two {#nd} few {#rd} other {#th}}", { n: 22 }],
    ["{who, select, friend {Your friend} other {Somebody}} has {n, number} points", { who: "friend", n: 1200 }],
    ["{who, select, a {{n, plural, one {one} other {# ones}}} other {none}}", { who: "a", n: 3 }],
    ["It''s '{not}' a value, it's {n}", { n: 1 }],
    ["{n, plural, other {'#' is #}}", { n: 4 }],
    ["", {}],
  ] as [string, Record<string, string | number>][])("%s", (text, values) => {
    for (const locale of ["en", "de", "ar", "pl", "ja"]) expect(format(text, values, locale)).toBe(theirs(text, values, locale));
  });
});

describe.each(Object.keys(LANGUAGES) as Language[])("%s", (language) => {
  const messages = Object.entries(createWords(language).section("portal"));
  test("every message of the portal", () => {
    for (const [key, text] of messages) {
      for (const n of NUMBERS) {
        const names = [...text.matchAll(/\{\s*(\w+)/g)].map(([, name]) => name!);
        const values = Object.fromEntries(names.map((name) => [name, isNumber(text, name) ? n : `<${name}>`]));
        expect([key, format(text, values, language)]).toEqual([key, theirs(text, values, language)]);
      }
    }
  });
});

function isNumber(text: string, name: string): boolean {
  return new RegExp(`\\{\\s*${name}\\s*,\\s*(plural|number|selectordinal)`).test(text);
}
