/** Random conditions over people, and random people for them, from one small pool of values, so that they meet often. */
import fc from "fast-check";
import type { Condition } from "../../src/core/condition.ts";

const pick = <T>(...values: readonly T[]): fc.Arbitrary<T> => fc.constantFrom(...values);

/** Text on which locales, case rules and encodings disagree. */
export const TEXTS = [
  "",
  "a",
  "A",
  "b",
  "DE",
  "de",
  "Straße",
  "STRASSE",
  "Ärger",
  "ärger",
  "İstanbul",
  "istanbul",
  "ΣΟΦΟΣ",
  "σοφος",
  "Жук",
  "жук",
  "😀",
  "\uffee",
  "\ue000",
  "e\u0301",
  "é",
  "1",
  "1.0",
  "true",
  "null",
  "a'b",
  'a"b',
  "a\\b",
  "%",
  "_",
  "$1",
  "a b",
  "ａ",
] as const;
const NUMBERS = [0, -0, 1, 1.5, -1, 0.1, 1e21, 1e-7, 5e-324, 1.7976931348623157e308, 2 ** 53, 2 ** 53 + 2, 0.30000000000000004] as const;
const text = pick(...TEXTS);
const number = pick(...NUMBERS);
const scalar = fc.oneof({ weight: 3, arbitrary: text }, { weight: 3, arbitrary: number }, { weight: 1, arbitrary: fc.boolean() });

/** Attribute names; the last two are what `person.country` and `person.language` read. */
const NAMES = ["a", "b", "Grade_9", "country", "language"] as const;
const fields = pick(
  "person.attributes.a",
  "person.attributes.b",
  "person.attributes.Grade_9",
  "person.attributes.none",
  "person.country",
  "person.language",
  "person.company",
);

const list = fc.array(scalar, { minLength: 1, maxLength: 3 });
const operator = fc.oneof(
  fc.tuple(pick("eq", "ne", "gt", "gte", "lt", "lte"), scalar),
  fc.tuple(pick("in", "not_in"), list),
  fc.tuple(pick("exists"), fc.boolean()),
  fc.tuple(
    pick("contains"),
    text.filter((t) => t !== ""),
  ),
) as fc.Arbitrary<[string, unknown]>;
// Most comparisons ask one thing; several at once seldom hold.
const comparison = fc.array(operator, { minLength: 1, maxLength: 2 }).map((asked) => Object.fromEntries(asked));

/** A condition that asks about people only. */
export const peopleCondition: fc.Arbitrary<Condition> = fc.letrec<{ node: Condition; leaf: Condition }>((tie) => ({
  leaf: fc.dictionary(fields, fc.oneof({ weight: 5, arbitrary: comparison }, { weight: 1, arbitrary: scalar }), {
    minKeys: 1,
    maxKeys: 2,
  }) as fc.Arbitrary<Condition>,
  node: fc.oneof(
    { maxDepth: 4, depthSize: "small", withCrossShrink: true },
    tie("leaf"),
    fc.record({ all: fc.array(tie("node"), { minLength: 1, maxLength: 3 }) }) as fc.Arbitrary<Condition>,
    fc.record({ any: fc.array(tie("node"), { minLength: 1, maxLength: 3 }) }) as fc.Arbitrary<Condition>,
    fc.record({ not: tie("node") }) as fc.Arbitrary<Condition>,
  ),
})).node;

/** A person's attributes as stored: scalars mostly, and what a shop may send besides. */
export const attributes: fc.Arbitrary<Record<string, unknown>> = fc.dictionary(
  pick(...NAMES),
  fc.oneof({ weight: 8, arbitrary: scalar }, { weight: 1, arbitrary: pick<unknown>(null, [], ["a"], { a: 1 }, {}) }),
  { maxKeys: 5 },
);
