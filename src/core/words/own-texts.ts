/** The product's texts beside a business's own: what is said now, what English says, what is missing. */
import { LANGUAGES, type Language, type Overrides } from "../words.ts";
import { BUNDLES, type Section } from "./index.ts";
import { overrideProblems } from "./overrides.ts";

export const SECTIONS = Object.keys(BUNDLES.en) as [Section, ...Section[]];
export const LANGUAGE_TAGS = Object.keys(LANGUAGES) as [Language, ...Language[]];

export type TextLine = {
  key: string;
  section: Section;
  english: string;
  /** Ours in this language; null where it was never translated. */
  text: string | null;
  /** The business's own for this language; and for every language. */
  own: string | null;
  own_everywhere: string | null;
};

/** Every text of a section in a language, in the order of English. */
export function textLines(language: Language, sections: readonly Section[], own: Overrides): TextLine[] {
  return sections.flatMap((section) =>
    Object.entries(BUNDLES.en[section]).map(([name, english]) => {
      const key = `${section}.${name}`;
      return {
        key,
        section,
        english,
        text: BUNDLES[language]?.[section]?.[name] ?? null,
        own: own[`${language}:${key}`] ?? null,
        own_everywhere: own[key] ?? null,
      };
    }),
  );
}

/** Whether there is a text of this key. */
export function isText(key: string): boolean {
  const at = key.indexOf(".");
  const section = key.slice(0, Math.max(0, at));
  return Object.hasOwn(BUNDLES.en, section) && Object.hasOwn(BUNDLES.en[section as Section], key.slice(at + 1));
}

/** The own texts with one set or, where it is null, taken out; or what is wrong with it. */
export function withOwnText(
  own: Overrides,
  { key, language, text }: { key: string; language: Language | null; text: string | null },
): { words: Record<string, string> } | { problem: string } {
  const name = language === null ? key : `${language}:${key}`;
  const words: Record<string, string> = { ...own };
  delete words[name];
  if (text === null) return { words };
  const [problem] = [
    ...overrideProblems({ [name]: text }),
    ...overrideProblems({ ...words, [name]: text }).filter((each) => each.key === ""),
  ];
  return problem === undefined ? { words: { ...words, [name]: text } } : { problem: problem.message };
}
