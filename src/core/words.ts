/**
 * Everything that people who are not operators read, by key and language: ICU messages in `words/<locale>/<section>.json`, one file for
 * each section, so that the key "portal.share.copy" stands in portal.json as "share.copy". English is the source: a check fails where
 * another language lacks a key. A business may put its own text in the place of any.
 */
import { IntlMessageFormat } from "intl-messageformat";
import { BUNDLES, type Section } from "./words/index.ts";

/** Languages the product speaks, each with its name in itself. English first: it is what is left when nothing else fits. */
export const LANGUAGES = {
  en: "English",
  de: "Deutsch",
  fr: "Français",
  es: "Español",
  ar: "العربية",
  it: "Italiano",
  "pt-BR": "Português (Brasil)",
  nl: "Nederlands",
  pl: "Polski",
  ja: "日本語",
  "zh-Hans": "简体中文",
  he: "עברית",
} as const;

export type Language = keyof typeof LANGUAGES;
/** `<section>.<key>`. */
export type WordKey = `${Section}.${string}`;
export type Values = Record<string, string | number>;
/** A business's own texts: by key for all languages, or for one under `<language>:<key>`. */
export type Overrides = Readonly<Record<string, string>>;

export type Words = {
  language: Language;
  dir: "ltr" | "rtl";
  /** The text of a key with its values filled in. Throws for a key that English lacks: that is a mistake in the program. */
  say(key: WordKey, values?: Values): string;
  /** Whether there is such a text. */
  has(key: string): boolean;
  /** All texts of a section, unformatted (ICU), by key without the section. */
  section(name: Section): Record<string, string>;
};

const RIGHT_TO_LEFT: ReadonlySet<string> = new Set(["ar", "he"]);
export const isRightToLeft = (language: Language): boolean => RIGHT_TO_LEFT.has(language);

/** The language of ours that is nearest to a BCP 47 tag: "de-AT" is "de", "pt" is "pt-BR", "zh-TW" is "zh-Hans", "xx" is "en". */
export function languageOf(tag: string | null | undefined): Language {
  const wanted = (tag ?? "").toLowerCase();
  const all = Object.keys(LANGUAGES) as Language[];
  const base = wanted.split("-")[0];
  return (
    all.find((each) => each.toLowerCase() === wanted) ??
    all.find((each) => each.toLowerCase().split("-")[0] === base && base !== "") ??
    "en"
  );
}

/** The words of one language. Messages are parsed when first said, so keep what this returns for as long as its overrides hold. */
export function createWords(language: Language, overrides: Overrides = {}): Words {
  const parsed = new Map<string, IntlMessageFormat>();
  const textOf = (key: string): string | undefined => {
    const at = key.indexOf(".");
    const [section, name] = [key.slice(0, at) as Section, key.slice(at + 1)];
    const ours = BUNDLES[language]?.[section]?.[name] ?? BUNDLES.en[section]?.[name];
    return overrides[`${language}:${key}`] ?? overrides[key] ?? ours;
  };
  return {
    language,
    dir: RIGHT_TO_LEFT.has(language) ? "rtl" : "ltr",
    has: (key) => textOf(key) !== undefined,
    section: (name) => ({ ...BUNDLES.en[name], ...BUNDLES[language]?.[name], ...overridesOf(overrides, language, name) }),
    say(key, values = {}) {
      let message = parsed.get(key);
      if (message === undefined) {
        const text = textOf(key);
        if (text === undefined) throw new Error(`impossible: there are no words for "${key}"`);
        message = new IntlMessageFormat(text, language, undefined, { ignoreTag: true });
        parsed.set(key, message);
      }
      return String(message.format(values));
    },
  };
}

function overridesOf(overrides: Overrides, language: Language, section: Section): Record<string, string> {
  const own: Record<string, string> = {};
  for (const prefix of [`${section}.`, `${language}:${section}.`])
    for (const [key, text] of Object.entries(overrides)) if (key.startsWith(prefix)) own[key.slice(prefix.length)] = text;
  return own;
}
