/**
 * What the server says to operators, in their language. The English sentence is the key, as it stands in the code: `sentences/de.json` has
 * the German of each, with the same values in it. A sentence is either said with its values (`say`) or, where only its English is left
 * (a refusal that was thrown, a finding, what was stored with an event years ago), known again by its form (`hear`).
 */
import { IntlMessageFormat } from "intl-messageformat";
import ar from "./sentences/ar.json" with { type: "json" };
import de from "./sentences/de.json" with { type: "json" };
import { type Language, type Values, isRightToLeft } from "../words.ts";

type Book = Readonly<Record<string, string>>;

/** Operators' languages beside English. */
const BOOKS: Readonly<Partial<Record<Language, Book>>> = { de, ar };

export type Speaker = {
  language: Language;
  /** An English message of ours with its values, in the operator's language. */
  say(english: string, values?: Values): string;
  /** A sentence of ours that is already in English, or several in a row. What is not ours stays as it is. */
  hear(english: string): string;
};

/** Speaks the nearest operators' language: English where there is none. Messages are parsed when first needed: keep what this returns. */
export function createSpeaker(language: Language): Speaker {
  const book = BOOKS[language];
  const messages = new Map<string, IntlMessageFormat>();
  const say = (english: string, values: Values = {}): string => {
    const text = book?.[english] ?? english;
    let message = messages.get(text);
    if (message === undefined) {
      message = new IntlMessageFormat(isRightToLeft(language) ? isolated(text) : text, language, undefined, { ignoreTag: true });
      messages.set(text, message);
    }
    return String(message.format(values));
  };
  if (book === undefined) return { language: "en", say, hear: (english) => english };
  let forms: Forms | undefined;
  return { language, say, hear: (english) => hearAll(english, { say, forms: (forms ??= formsOf(book)) }) ?? english };
}

/** A value in another script does not turn the sentence around. Only bare `{name}`: what is quoted is text, and so are branches. */
const isolated = (text: string): string =>
  text.replaceAll(/'[{}][^']*'|\{(\w+)\}/g, (found, name?: string) => (name === undefined ? found : `\u2068{${name}}\u2069`));

/** A key with its values: what stands around them, as a pattern. */
type Form = { key: string; names: readonly string[]; pattern: RegExp; fixed: number };
/** `exact`: English without values to its key. */
type Forms = { exact: ReadonlyMap<string, string>; open: readonly Form[] };
type Ear = { say: Speaker["say"]; forms: Forms };

/** What a key is made of: quoted braces, `{name}`, and what stands between them. */
const PIECES = /('[{}][^']*'|\{\w+\})/;

function formsOf(book: Book): Forms {
  const exact = new Map<string, string>();
  const open: Form[] = [];
  for (const key of Object.keys(book)) {
    const names: string[] = [];
    const fixed: string[] = [];
    const source = key.split(PIECES).map((piece) => {
      const isName = /^\{\w+\}$/.test(piece);
      const text = /^'[{}]/.test(piece) ? piece.slice(1, -1) : piece;
      (isName ? names : fixed).push(isName ? piece.slice(1, -1) : text);
      return isName ? "(.+?)" : escaped(text);
    });
    if (names.length === 0) exact.set(fixed.join(""), key);
    // What has a plural or a select is only ever said, with its values.
    else if (!/\{\w+,/.test(key))
      open.push({ key, names, pattern: new RegExp(`^${source.join("")}$`, "s"), fixed: fixed.join("").length });
  }
  // The one that says most itself is meant: "It is {status} already." comes after "It is in {stage} already."
  return { exact, open: open.sort((a, b) => b.fixed - a.fixed) };
}

const escaped = (text: string): string => text.replaceAll(/[.*+?^${}()|[\]\\]/g, "\\$&");

/** Longer texts are nobody's sentence, and not worth the search. */
const LONGEST = 1000;

/** One sentence, or several: the longest beginning that is known, then the rest. Null where a part is not ours: all of it or nothing. */
function hearAll(english: string, ear: Ear): string | null {
  if (english.length > LONGEST) return null;
  const whole = hearOne(english, ear);
  if (whole !== null) return whole;
  const ends = [...english.matchAll(/[.?:] (?=["“`A-Z])/g)].map(({ index }) => index + 1).reverse();
  for (const end of ends) {
    const first = hearOne(english.slice(0, end), ear);
    const rest = first === null ? null : hearAll(english.slice(end + 1), ear);
    if (rest !== null) return `${first} ${rest}`;
  }
  return null;
}

function hearOne(english: string, ear: Ear): string | null {
  const key = ear.forms.exact.get(english);
  if (key !== undefined) return ear.say(key);
  for (const { key: form, names, pattern } of ear.forms.open) {
    const found = pattern.exec(english);
    if (found !== null) return ear.say(form, Object.fromEntries(names.map((name, i) => [name, valueOf(found[i + 1]!, ear)])));
  }
  return null;
}

/** What is filled in may be a number, by which a plural goes, or words of ours themselves. */
function valueOf(text: string, ear: Ear): string | number {
  if (/^\d{1,15}$/.test(text)) return Number(text);
  return text.includes(" ") ? (hearAll(text, ear) ?? text) : text;
}
