/** A share text as somebody sends it: her link, her code, and always what she gets for it. */
import type { Program } from "../program.ts";

export type ShareWords = { link: string; code: string; disclosure: string };
export type ShareText = { name: string; subject: string | null; text: string };

/**
 * Fills in a program's text. Link and disclosure are there whatever the text says: where it leaves them out, they come at its end. An
 * advocate may change the words around them, a business may not take them away.
 */
export function fillShareText(text: string, words: ShareWords): string {
  let shown = text.replaceAll("{link}", () => words.link).replaceAll("{code}", () => words.code);
  shown = shown.replaceAll("{disclosure}", () => words.disclosure);
  if (!shown.includes(words.link)) shown = `${shown}\n${words.link}`;
  if (words.disclosure !== "" && !shown.includes(words.disclosure)) shown = `${shown}\n${words.disclosure}`;
  return shown;
}

/** The language of a program's texts that comes nearest to the one asked for: itself, its language without region, English, the first. */
export function shareLocale(program: Program, asked: string | null): string | null {
  const known = Object.keys(program.share.messages);
  const language = asked?.split("-", 1)[0];
  return [asked, language, "en"].find((each) => each != null && known.includes(each)) ?? known[0] ?? null;
}

/** What is said of the pay in a language, or in another where that one is missing: better in English than not at all. */
export function disclosureIn(program: Program, locale: string | null): string {
  const texts = program.disclosure;
  return (locale !== null && texts[locale]?.trim()) || texts.en?.trim() || Object.values(texts).find((text) => text.trim() !== "") || "";
}

/** All texts of a language, each with the subject that belongs to it. */
export function shareTexts(program: Program, locale: string, words: ShareWords): ShareText[] {
  const texts = program.share.messages[locale] ?? {};
  return Object.entries(texts)
    .filter(([name]) => !name.endsWith("_subject"))
    .map(([name, text]) => ({ name, subject: texts[`${name}_subject`] ?? null, text: fillShareText(text, words) }));
}
