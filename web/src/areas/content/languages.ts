/** The languages that people are spoken to in, each with its own name. */
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

export const languageOf = (tag: string | undefined): Language => (tag !== undefined && tag in LANGUAGES ? (tag as Language) : "en");
export const languageOptions = Object.entries(LANGUAGES).map(([value, label]) => ({ value, label }));
export const isRightToLeft = (tag: string): boolean => tag === "ar" || tag === "he";
