/**
 * What the console says. The English text is the key: `t("Send the test mail")`, with ICU values `t("{n, plural, one {# person} other {#
 * people}}", { n })`. Other languages are files of English to theirs (de.json), loaded when they are chosen; what a file lacks is said in
 * English. `scripts/console-words.ts` finds every text and says what a language lacks.
 */
import { IntlMessageFormat } from "intl-messageformat";

type Values = Record<string, string | number>;
export const CONSOLE_LANGUAGES = { en: "English", de: "Deutsch", ar: "العربية" } as const;
export type ConsoleLanguage = keyof typeof CONSOLE_LANGUAGES;

const KEPT = "gv-console-language";
const state = { language: chosen(), words: {} as Record<string, string>, made: new Map<string, IntlMessageFormat>() };

function chosen(): ConsoleLanguage {
  const kept = localStorage.getItem(KEPT) ?? navigator.language.split("-")[0] ?? "en";
  return kept in CONSOLE_LANGUAGES ? (kept as ConsoleLanguage) : "en";
}

/** Loads the chosen language. Before anything is drawn. */
export async function loadWords(): Promise<void> {
  if (state.language === "en") return;
  const files = import.meta.glob<{ default: Record<string, string> }>("./*.json");
  state.words = (await files[`./${state.language}.json`]?.())?.default ?? {};
}

/** Chooses a language and draws everything anew. */
export function chooseLanguage(language: ConsoleLanguage): void {
  localStorage.setItem(KEPT, language);
  location.reload();
}

export const language = (): ConsoleLanguage => state.language;
export const direction = (): "rtl" | "ltr" => (state.language === "ar" ? "rtl" : "ltr");

/** A text in the operator's language. */
export function t(english: string, values?: Values): string {
  const text = state.words[english] ?? english;
  if (values === undefined) return text;
  let format = state.made.get(text);
  if (format === undefined) {
    format = new IntlMessageFormat(text, state.language, undefined, { ignoreTag: true });
    state.made.set(text, format);
  }
  return String(format.format(values));
}
