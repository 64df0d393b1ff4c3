import type { Digest } from "../id.ts";

/** Deeper than any event: the door refuses nesting long before, so this only guards the stack. */
const DEEPEST = 100;

/**
 * JSON with the keys of every object in order of their UTF-16 code units: equal contents give equal text, whatever the order a client
 * serialised them in. Otherwise as JSON.stringify: undefined members are left out, -0 is 0, what is no number is null. Only for data (what
 * JSON.parse or a schema gives). Throws on bigint, functions and symbols, and on nesting past 100 levels.
 */
export function canonicalJson(value: unknown): string {
  return write(value, 0);
}

/**
 * The content of an event as a digest. The digest is keyed by the workspace's secret, because names and addresses are part of the content
 * and a plain hash of few unknowns can be guessed back. Same id and same fingerprint is a duplicate; same id and another one a conflict.
 */
export function fingerprint(content: unknown, keyedDigest: Digest): string {
  return keyedDigest(canonicalJson(content));
}

function write(value: unknown, depth: number): string {
  switch (typeof value) {
    case "string":
      return writeString(value);
    case "number":
      return Number.isFinite(value) ? String(value) : "null";
    case "boolean":
      return value ? "true" : "false";
    case "undefined":
      return "null";
    case "object":
      if (value === null) return "null";
      if (depth >= DEEPEST) throw new RangeError("nesting_too_deep: canonicalJson goes down 100 levels");
      return Array.isArray(value) ? writeArray(value, depth + 1) : writeObject(value as Record<string, unknown>, depth + 1);
    default:
      throw new TypeError(`canonicalJson takes JSON data, got a ${typeof value}`);
  }
}

function writeArray(list: readonly unknown[], depth: number): string {
  let text = "[";
  for (let i = 0; i < list.length; i++) text += i === 0 ? write(list[i], depth) : `,${write(list[i], depth)}`;
  return `${text}]`;
}

function writeObject(record: Readonly<Record<string, unknown>>, depth: number): string {
  const keys = sorted(Object.keys(record));
  let text = "{";
  for (let i = 0; i < keys.length; i++) {
    const key = keys[i] ?? "";
    const value = record[key];
    if (value === undefined) continue;
    text += `${text.length > 1 ? "," : ""}${writeString(key)}:${write(value, depth)}`;
  }
  return `${text}}`;
}

/**
 * Insertion sort in place for the few keys of an event: with Array.sort() alone a purchase took 4.6 us, so it takes 2.3 us (JSON.stringify
 * without any order: 1.0 us). Wide objects go to sort(), which does not grow with the square. Both compare code units, no locale.
 */
function sorted(keys: string[]): string[] {
  if (keys.length > 16) return keys.sort();
  for (let i = 1; i < keys.length; i++) {
    const key = keys[i] ?? "";
    let j = i - 1;
    for (; j >= 0 && (keys[j] ?? "") > key; j--) keys[j + 1] = keys[j] ?? "";
    keys[j + 1] = key;
  }
  return keys;
}

/** Plain ASCII needs no escape; anything else goes through JSON.stringify. */
function writeString(text: string): string {
  for (let i = 0; i < text.length; i++) {
    const code = text.charCodeAt(i);
    if (code < 32 || code === 34 || code === 92 || code > 126) return JSON.stringify(text);
  }
  return `"${text}"`;
}
