/**
 * An operator's reason without the names it may hold. Reasons go to audit rows, which never change, so what is known of the
 * people concerned is taken out before they are written: erasing somebody later must not need to.
 */
import type { Client } from "../store/db.ts";
import { readWords } from "../store/people-write.ts";

const GONE = "[person]";

/** Replaces identities, names and other short texts known of these people, whatever their case. */
export async function withoutNames(workspaceId: string, db: Client, of: { text: string; people: readonly string[] }): Promise<string> {
  const words = await readWords(workspaceId, db, of.people);
  let text = of.text;
  // Longest first, so that "ben@example.com" is not left as "[person]@example.com".
  for (const word of words.sort((a, b) => b.length - a.length)) text = text.replaceAll(new RegExp(escape(word), "giu"), GONE);
  return text;
}

function escape(word: string): string {
  // At the ends of a word only: "Ann" is not taken out of "annual".
  const edge = (char: string | undefined, side: string) => (char !== undefined && /[\p{L}\p{N}]/u.test(char) ? side : "");
  const body = word.replace(/[\\^$.*+?()[\]{}|/]/g, "\\$&");
  return `${edge(word[0], "(?<![\\p{L}\\p{N}])")}${body}${edge(word.at(-1), "(?![\\p{L}\\p{N}])")}`;
}
