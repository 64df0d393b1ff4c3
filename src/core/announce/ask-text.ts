/** The words of an announcement for one reader: her language, and what is known of her in the places that ask for it. */
import { cleanText } from "../messages/mail-values.ts";
import type { AnnouncementText, AnnouncementTexts } from "./announcement.ts";

/** What a text may ask for. Null: not known. */
export const PLACES = ["name", "full_name", "product", "program", "business"] as const;
export type AskValues = Record<(typeof PLACES)[number], string | null>;

const PLACE = /([ \t]*,)?([ \t]*)\{([a-z_]+)(?:\|([^{}|]*))?\}/g;

/**
 * Fills the places. What is not known is what stands behind the bar; where nothing stands there, it goes with the comma and the space
 * before it: "Hi {name}," is "Hi," to whoever has no name. A name that no place has is left as it was written.
 */
export function fillText(text: string, values: AskValues): string {
  return text.replace(PLACE, (whole: string, ...found: (string | undefined)[]) => {
    const [comma = "", space = "", place = "", otherwise = ""] = found;
    if (!(place in values)) return whole;
    const known = values[place as keyof AskValues];
    const said = known === null || known.trim() === "" ? otherwise : cleanText(known);
    return said === "" ? "" : `${comma}${space}${said}`;
  });
}

/** Names in braces that no text may ask for: a slip of the pen that a hundred thousand would read. */
export function unknownPlaces(texts: AnnouncementTexts): { language: string; place: string }[] {
  return Object.entries(texts).flatMap(([language, text]) =>
    [
      ...Object.values(text)
        .join("\n")
        .matchAll(/\{([^{}|]*)(?:\|[^{}|]*)?\}/g),
    ]
      .map((found) => found[1] ?? "")
      .filter((place) => !(PLACES as readonly string[]).includes(place))
      .map((place) => ({ language, place })),
  );
}

/** The words in a reader's language: hers, its base, the workspace's, else the first that was written. */
export function textFor(texts: AnnouncementTexts, locale: string, fallback: string): AnnouncementText {
  const base = (tag: string): string => tag.split("-")[0]!.toLowerCase();
  const known = Object.keys(texts);
  const of = (tag: string): string | undefined =>
    known.find((each) => each.toLowerCase() === tag.toLowerCase()) ?? known.find((each) => base(each) === base(tag));
  const language = of(locale) ?? of(fallback) ?? known[0]!;
  return texts[language]!;
}

/** The first of her names; null for none. */
export function firstName(name: string | null): string | null {
  const first = name?.trim().split(/\s+/)[0] ?? "";
  return first === "" ? null : first;
}
