/**
 * How conditions compare text: by code point, and without regard to case in the letters of the table below. Both are done
 * the same way by PostgreSQL (`collate "C"`, `translate`), whatever its version and locale, so that a condition finds the
 * same people as a predicate and as SQL (store/condition-sql.ts).
 */

/** Latin, Greek and Cyrillic capitals; outside these ranges case matters. */
const RANGES: readonly [number, number][] = [
  [0x41, 0x5a],
  [0xc0, 0xde],
  [0x100, 0x17e],
  [0x391, 0x3a9],
  [0x400, 0x42f],
];

/** Only capitals with one small letter: the capital dotted I of Turkish has two characters and is left as it is. */
const PAIRS: readonly (readonly [string, string])[] = RANGES.flatMap(([from, to]) =>
  Array.from({ length: to - from + 1 }, (_, i) => String.fromCharCode(from + i))
    .map((capital) => [capital, capital.toLowerCase()] as const)
    .filter(([capital, small]) => small.length === 1 && small !== capital),
);
const SMALL: ReadonlyMap<string, string> = new Map(PAIRS);

/** The arguments of `translate`: what folds to what, letter by letter. */
export const FOLD_FROM: string = PAIRS.map(([capital]) => capital).join("");
export const FOLD_TO: string = PAIRS.map(([, small]) => small).join("");

/** The text with its capitals made small. */
export function foldCase(text: string): string {
  let folded = "";
  for (const letter of text) folded += SMALL.get(letter) ?? letter;
  return folded;
}

/**
 * Negative, zero or positive. JavaScript compares UTF-16 units, in which emoji (surrogates, D800 to DFFF) sort before the
 * last 8,192 characters of the first plane; by code point they sort after them.
 */
export function compareText(a: string, b: string): number {
  const shorter = Math.min(a.length, b.length);
  for (let i = 0; i < shorter; i++) {
    const left = a.charCodeAt(i);
    const right = b.charCodeAt(i);
    if (left !== right) return left >= 0xd800 && right >= 0xd800 ? rotate(left) - rotate(right) : left - right;
  }
  return a.length - b.length;
}

/** Puts surrogates behind the other units from D800 on. */
function rotate(unit: number): number {
  return unit >= 0xe000 ? unit - 0x800 : unit + 0x2000;
}

/** Whether a name is one line that can be shown anywhere: no control characters and no line or paragraph breaks. */
export function isOneLine(text: string): boolean {
  return !/[\p{Cc}\u2028\u2029]/u.test(text);
}

/** With a capital, for the beginning of a sentence or a line. */
export function capital(text: string): string {
  const [first = ""] = text;
  return first.toUpperCase() + text.slice(first.length);
}
