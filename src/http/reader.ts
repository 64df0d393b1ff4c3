/** Which language a reader is spoken to: what she chose (`?locale=`), else what her browser says, else English. */
import { LANGUAGES, languageOf } from "../core/words.ts";
import type { Language } from "../core/words.ts";

const KNOWN = new Set(Object.keys(LANGUAGES).map((each) => each.toLowerCase().split("-")[0]!));
const LONGEST = 300;

/** `chosen` is unchecked text of a visitor's; `accept` the header Accept-Language. */
export function readerLanguage(chosen: unknown, accept: string | undefined): Language {
  if (typeof chosen === "string" && isKnown(chosen)) return languageOf(chosen);
  return languageOf(preferred(accept ?? ""));
}

/** The tag that the reader likes best of those we speak, with its region ("de-AT"); null for none. */
function preferred(accept: string): string | null {
  let best: { tag: string; q: number } | null = null;
  for (const part of accept.slice(0, LONGEST).split(",")) {
    const [tag = "", ...parameters] = part.trim().split(";");
    const q = Number(/^\s*q=([\d.]+)\s*$/.exec(parameters[0] ?? "q=1")?.[1] ?? 0);
    if (isKnown(tag) && q > (best?.q ?? 0)) best = { tag, q };
  }
  return best?.tag ?? null;
}

/** The reader's locale for dates and money: her own tag where it is of the page's language ("de-AT"), else the language. */
export function readerLocale(chosen: unknown, accept: string | undefined): string {
  const tag = typeof chosen === "string" && isKnown(chosen) ? chosen : preferred(accept ?? "");
  return tag ?? "en";
}

function isKnown(tag: string): boolean {
  return tag.length <= 35 && /^[a-zA-Z]{2,3}(-[a-zA-Z0-9]{2,8})*$/.test(tag) && KNOWN.has(tag.toLowerCase().split("-")[0]!);
}
