/**
 * Bytes to a JSON value, for every body: UTF-8 or nothing (the usual decoder would write U+FFFD into somebody's name),
 * bounded nesting before anything recursive sees it, and no `__proto__`.
 */
import { isUtf8 } from "node:buffer";
import { Refusal } from "../flow/refusal.ts";

/** Deeper than any shape of ours (a definition's conditions reach 20), shallow enough for every recursive reader. */
export const MAX_DEPTH = 32;

/** Parses a body or throws a Refusal that says what is wrong and where. */
export function parseJson(bytes: Buffer): unknown {
  if (bytes.length === 0) throw new Refusal("body_missing", "Send a JSON body, or leave out the content type.");
  if (!isUtf8(bytes)) throw new Refusal("encoding_invalid", `Byte ${firstBadByte(bytes)} is not UTF-8: encode the body as UTF-8.`);
  const text = bytes.toString("utf8", bytes[0] === 0xef ? 3 : 0);
  checkDepth(text);
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch (error) {
    // V8's message quotes a piece of the body, which may hold personal data; its position is all that is passed on.
    const position = /position (\d+)/.exec((error as Error).message)?.[1];
    throw new Refusal("json_invalid", position === undefined ? "The JSON ends too early." : `The JSON breaks at character ${position}.`);
  }
  if (mayHidePrototype(text)) refusePrototype(value, "");
  return value;
}

/** As parseJson, with whole numbers beyond 2^53 as the text of their digits: ids of other systems are such numbers. */
export function parseJsonExact(bytes: Buffer): unknown {
  const value = parseJson(bytes);
  const text = bytes.toString("utf8", bytes[0] === 0xef ? 3 : 0);
  if (!/\d{16}/.test(text)) return value;
  const exact = (_key: string, each: unknown, context?: { source?: string }): unknown =>
    typeof each === "number" && Number.isInteger(each) && !Number.isSafeInteger(each) ? (context?.source ?? each) : each;
  return JSON.parse(text, exact) as unknown;
}

/** Counts brackets outside strings. One pass: 1 us for an event of 600 bytes. */
function checkDepth(text: string): void {
  let depth = 0;
  for (let i = 0; i < text.length; i++) {
    const c = text.charCodeAt(i);
    if (c === 34) {
      i = endOfString(text, i);
    } else if (c === 123 || c === 91) {
      if (++depth > MAX_DEPTH)
        throw new Refusal("nesting_too_deep", `JSON may be nested ${MAX_DEPTH} levels deep; character ${i} opens one more.`);
    } else if (c === 125 || c === 93) depth--;
  }
}

/** The index of the quote that closes the string opened at `start`; the end of the text when nothing does. */
function endOfString(text: string, start: number): number {
  let end = text.indexOf('"', start + 1);
  while (end > 0) {
    let slashes = 0;
    while (text.charCodeAt(end - 1 - slashes) === 92) slashes++;
    if (slashes % 2 === 0) return end;
    end = text.indexOf('"', end + 1);
  }
  return text.length;
}

/** A quick no for nearly every body. Escapes can spell any key, so one is a reason to look. */
function mayHidePrototype(text: string): boolean {
  return text.includes("__proto__") || text.includes('"constructor"') || text.includes("\\u00");
}

function refusePrototype(value: unknown, pointer: string): void {
  if (typeof value !== "object" || value === null) return;
  for (const [key, inner] of Object.entries(value)) {
    const here = `${pointer}/${key.replaceAll("~", "~0").replaceAll("/", "~1")}`;
    if (key === "__proto__" || (key === "constructor" && typeof inner === "object")) {
      throw new Refusal("key_forbidden", `Rename the key "${key}".`, {
        errors: [{ pointer: here, message: "This key is never allowed.", code: "key_forbidden" }],
      });
    }
    refusePrototype(inner, here);
  }
}

/** The index of the first byte that no UTF-8 could have at its place, by halving. */
function firstBadByte(bytes: Buffer): number {
  let low = 0;
  let high = bytes.length;
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if (mayGoOn(bytes.subarray(0, middle))) low = middle;
    else high = middle - 1;
  }
  return low;
}

/** True for UTF-8 that may end in the middle of a character. */
function mayGoOn(bytes: Uint8Array): boolean {
  try {
    new TextDecoder("utf-8", { fatal: true }).decode(bytes, { stream: true });
    return true;
  } catch {
    return false;
  }
}
