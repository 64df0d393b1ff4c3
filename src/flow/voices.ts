/**
 * Voices for readers, kept: a message is parsed when it is first said (20 us), a format made when first used (50 us), so what speaks for a
 * workspace in a language is made once and used until the workspace's own texts change.
 */
import { createWords, languageOf, type Overrides, type Words } from "../core/words.ts";
import { formats, type Formats } from "../core/words/format.ts";
import type { Voice } from "../core/words/voice.ts";

export type VoiceOf = {
  workspaceId: string;
  /** BCP 47, as the reader or her browser says it. */
  locale: string;
  zone: string;
  /** The workspace's settings: its own texts stand there under `words`. */
  settings: Readonly<Record<string, unknown>>;
};

/** A few kB each. */
const MOST = 500;

const wordsKept = new Map<string, { source: string; words: Words }>();
const formatsKept = new Map<string, Formats>();

/** The voice for a reader. Workspaces without texts of their own share one in each language. */
export function voiceOf(of: VoiceOf): Voice {
  const language = languageOf(of.locale);
  const overrides = (of.settings.words ?? {}) as Overrides;
  const source = of.settings.words === undefined ? "" : JSON.stringify(overrides);
  const key = source === "" ? language : `${of.workspaceId} ${language}`;
  let words = wordsKept.get(key);
  if (words === undefined || words.source !== source) {
    words = { source, words: createWords(language, overrides) };
    keep(wordsKept, key, words);
  }
  return { words: words.words, formats: formatsOf(of.locale, of.zone, language) };
}

/** Sentences and numbers are of one language: a locale that we do not speak gets English numbers, too. */
function formatsOf(locale: string, zone: string, language: string): Formats {
  const tag = locale.toLowerCase().split("-")[0] === language.toLowerCase().split("-")[0] ? locale : language;
  const key = `${tag} ${zone}`;
  const known = formatsKept.get(key);
  if (known !== undefined) return known;
  const made = formats(tag, zone);
  keep(formatsKept, key, made);
  return made;
}

function keep<T>(in_: Map<string, T>, key: string, value: T): void {
  in_.delete(key);
  in_.set(key, value);
  const [oldest] = in_.keys();
  if (in_.size > MOST && oldest !== undefined) in_.delete(oldest);
}
