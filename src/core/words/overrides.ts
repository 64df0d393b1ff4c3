/** A business's own texts in the place of ours: each for a text that exists, a message that can be read, and without unknown values. */
import { IntlMessageFormat } from "intl-messageformat";
import { LANGUAGES } from "../words.ts";
import { BUNDLES, type Section } from "./index.ts";

export type OverrideProblem = { key: string; message: string };

/** More than every text in every language of the product is a mistake, and would be read with every request. */
const MOST = 2_000;
const LONGEST = 2_000;

/** What is wrong with a workspace's `words`; empty when nothing is. */
export function overrideProblems(words: Readonly<Record<string, string>>): OverrideProblem[] {
  const entries = Object.entries(words);
  if (entries.length > MOST) return [{ key: "", message: `At most ${MOST} texts.` }];
  return entries.flatMap(([key, text]) => {
    const message = problemOf(key, text);
    return message === null ? [] : [{ key, message }];
  });
}

function problemOf(key: string, text: string): string | null {
  if (text.length > LONGEST) return `At most ${LONGEST} characters.`;
  const ours = englishOf(key);
  if (ours === null)
    return 'There is no such text. Keys are "portal.share" or "de:portal.share"; GET /v1/portal lists those of the portal under words.';
  const known = valuesOf(ours);
  const own = valuesOf(text);
  if (known === null || own === null)
    return "This is no ICU message: close every { with }, and give every plural and select an other branch.";
  for (const [name, kinds] of own) {
    const allowed = known.get(name);
    if (allowed === undefined) return `The value {${name}} is not given here. ${valueWords([...known.keys()])}`;
    if ([...kinds].some((kind) => kind !== ARGUMENT && !allowed.has(kind)))
      return `The value {${name}} is text here: write it as {${name}}, without a form.`;
  }
  return null;
}

function englishOf(key: string): string | null {
  const colon = key.indexOf(":");
  if (colon >= 0 && !Object.hasOwn(LANGUAGES, key.slice(0, colon))) return null;
  const bare = key.slice(colon + 1);
  const dot = bare.indexOf(".");
  const section = bare.slice(0, Math.max(0, dot));
  if (!Object.hasOwn(BUNDLES.en, section)) return null;
  const texts = BUNDLES.en[section as Section];
  const name = bare.slice(dot + 1);
  return Object.hasOwn(texts, name) ? (texts[name] ?? null) : null;
}

/** Node types of the parser: 1 is {name}, 6 a plural. */
const ARGUMENT = 1;
const LAST_WITH_NAME = 6;

/** The values of a message with the ways in which each is used, or null for what is no message. */
function valuesOf(text: string): Map<string, Set<number>> | null {
  const found = new Map<string, Set<number>>();
  const walk = (nodes: readonly unknown[]): void => {
    for (const node of nodes) {
      const { type, value, options } = node as { type: number; value?: string; options?: Record<string, { value: unknown[] }> };
      if (type >= ARGUMENT && type <= LAST_WITH_NAME && value !== undefined) found.set(value, (found.get(value) ?? new Set()).add(type));
      for (const option of Object.values(options ?? {})) walk(option.value);
    }
  };
  try {
    walk(new IntlMessageFormat(text, "en", undefined, { ignoreTag: true }).getAst());
  } catch {
    return null;
  }
  return found;
}

function valueWords(names: readonly string[]): string {
  return names.length === 0 ? "This text has none." : `Known: ${names.map((name) => `{${name}}`).join(", ")}.`;
}
