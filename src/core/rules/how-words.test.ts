/** Words made from rules: each figure that people act by is said, changing it changes the words, and every preset reads. */
import { describe, expect, test } from "vitest";
import fc from "fast-check";
import { presets } from "../../../presets/index.ts";
import { GOOD } from "../../../test/support/good-program.ts";
import { timelinesArb } from "../../../test/support/random-programs.ts";
import { KINDS, type ProgramDefinition, definition } from "../program.ts";
import { UTC } from "../time.ts";
import { LANGUAGES, type Language, createWords } from "../words.ts";
import { BUNDLES } from "../words/index.ts";
import { formats } from "../words/format.ts";
import { type How, howWords } from "./how-words.ts";

const NOW = Date.UTC(2026, 10, 22);
const LANGUAGES_WRITTEN = (Object.keys(LANGUAGES) as Language[]).filter((each) => Object.keys(BUNDLES[each]!.rules).length > 0);

function how(document: ProgramDefinition, language: Language = "en"): How {
  const voice = { words: createWords(language), formats: formats(language, "UTC") };
  return howWords({ voice, program: definition.parse(document), zone: UTC, now: NOW });
}
const texts = (said: How): string =>
  [
    said.headline,
    ...[...said.you_get, ...said.friend_gets].flatMap((g) => [g.text, g.detail]),
    ...said.steps.flatMap((s) => [s.title, s.text]),
  ]
    .concat(said.faq.flatMap((f) => [f.question, f.answer]))
    .join("\n");

/** Fields whose figures are the business's own concern, or only the engine's. */
const SILENT = new Set([
  "key",
  "goal",
  "budget",
  "priority",
  "settle_grace",
  "margin_percent",
  "risk",
  "share",
  "terms",
  "disclosure",
  "name",
]);
const SILENT_FIELDS = new Set([
  "nth",
  "freeze_after",
  "remind",
  "low_stock",
  "alternates",
  "blocks",
  "people",
  "description",
  "destination",
]);

type Figure = { path: string; shown: string };

/** Every amount, percentage, duration and count of a definition, as the reader must find it. */
function figuresOf(value: unknown, path: string[], language: Language): Figure[] {
  const f = formats(language, "UTC");
  const name = path.at(-1) ?? "";
  if (path.some((part) => SILENT_FIELDS.has(part))) return [];
  const figure = (shown: string): Figure[] => [{ path: path.join("/"), shown }];
  if (typeof value === "string") {
    const money = /^(\d+)(?:\.(\d+))? ([A-Z]{3})$/.exec(value);
    if (money) return figure(f.moneyShort(Number(`${money[1]}${money[2] ?? ""}`), money[3]!));
    if (/^\d+ ?(m|h|d|w|y|days?|hours?|weeks?|months?|years?)$/.test(value)) return figure(f.duration(value));
    if (/^\d{4}-\d{2}-\d{2}$/.test(value)) return figure(f.date(Date.parse(value), NOW));
    if (/^\d{4}-\d{2}-\d{2}T/.test(value)) return figure(f.dateTime(Date.parse(`${value}Z`), NOW));
    return [];
  }
  if (typeof value === "number") {
    if (name === "multiply") return [];
    // Once is a word, the first needs no number, and some languages say one and two of a thing without a digit.
    if (value <= 2 && ["count", "times", "uses", "from", "winners", "upline", "months", "entries", "leads"].includes(name)) return [];
    return figure(name === "percent" ? f.percent(value) : f.number(value));
  }
  if (typeof value !== "object" || value === null) return [];
  return Object.entries(value).flatMap(([key, part]) =>
    path.length === 0 && SILENT.has(key) ? [] : figuresOf(part, [...path, key], language),
  );
}

describe.each(presets.map((each) => [each.key, each] as const))("%s", (_key, document) => {
  test.each(LANGUAGES_WRITTEN)("says every figure that people act by, in %s", (language) => {
    const said = texts(how(document, language));
    // A claim keeps others out by its own time; the window of touches says nothing to those who claim.
    const { attribution, ...claimed } = document;
    const shown = document.claims === undefined ? { ...claimed, attribution } : claimed;
    const missing = figuresOf(shown, [], language).filter(({ shown }) => !said.includes(shown));
    expect(missing, said).toEqual([]);
  });

  test.each(LANGUAGES_WRITTEN)("reads as sentences in %s: no gaps, no keys, no doubled signs", (language) => {
    const said = how(document, language);
    expect(said.headline).not.toBe("");
    expect(said.steps.length).toBeGreaterThanOrEqual(2);
    expect(said.faq.length).toBeGreaterThanOrEqual(4);
    for (const line of texts(said).split("\n")) {
      expect(line).not.toMatch(/undefined|NaN|\[object|[{}]|rules\.|status\.|order\.(net|total)|event\.|_at_/);
      expect(line, line).not.toMatch(/ {2}|\.\.|\. \.|,,|: \.|(^|[^?])\?\?/);
      expect(line.trim()).toBe(line);
    }
    expect(new Set(said.faq.map((each) => each.question)).size).toBe(said.faq.length);
  });
});

test("the presets are all seventeen kinds", () => {
  expect(presets.map((each) => each.kind).sort()).toEqual([...KINDS].sort());
});

type RuleInput = NonNullable<ProgramDefinition["rewards"]>[number];
const RULE: RuleInput = { key: "r", when: { stage: "order", nth: 1 }, give: { cash: "20.00 USD" } };
const withRule = (change: Partial<RuleInput>, more: Partial<ProgramDefinition> = {}): string =>
  texts(how({ ...GOOD, ...more, rewards: [{ ...RULE, ...change }] }));

/** Each: one part of a rule, and the same with another figure. Both must be said, and the words must differ. */
const CHANGES: [name: string, of: (n: number) => string, shown: (n: number) => string][] = [
  ["a flat amount", (n) => withRule({ give: { cash: `${n}.00 USD` } }), (n) => `$${n}`],
  ["a percentage", (n) => withRule({ give: { credit: { percent: n } } }), (n) => `${n}%`],
  ["the most of a percentage", (n) => withRule({ give: { cash: { percent: 5, max: `${n}.00 USD` } } }), (n) => `$${n} each time`],
  ["an amount a unit", (n) => withRule({ give: { cash: { per_unit: `${n}.00 USD` } } }), (n) => `$${n} in cash per unit`],
  ["points", (n) => withRule({ give: { points: n } }), (n) => `${n} points`],
  ["a gift card", (n) => withRule({ give: { gift_card: `${n}.00 EUR` } }), (n) => `€${n}`],
  ["free months", (n) => withRule({ give: { free_time: { months: n } } }), (n) => `${n} free months`],
  ["free days", (n) => withRule({ give: { free_time: { days: n } } }), (n) => `${n} free days`],
  ["a coupon's minimum", (n) => withRule({ give: { coupon: { percent: 10, minimum_order: `${n}.00 USD` } } }), (n) => `at least $${n}`],
  ["a coupon's time", (n) => withRule({ give: { coupon: { amount: "5.00 USD", valid: `${n}d` } } }), (n) => `Valid for ${n} days`],
  ["a coupon's uses", (n) => withRule({ give: { coupon: { percent: 10, uses: n } } }), (n) => `used ${n} times`],
  [
    "a choice",
    (n) => withRule({ give: { choice: [{ cash: `${n}.00 USD` }, { points: n * 100 }] } }),
    (n) => `$${n} in cash or ${(n * 100).toLocaleString("en")} points`,
  ],
  ["which order", (n) => withRule({ when: { stage: "order", nth: n } }), (n) => `for the ${n}th time`],
  ["how often for one person", (n) => withRule({ when: { stage: "renewal", times: n } }), (n) => `At most ${n} times for each person`],
  ["how long it counts", (n) => withRule({ when: { stage: "order", for: `${n}d` } }), (n) => `Counts for ${n} days`],
  [
    "what is waited for",
    (n) => withRule({ when: { stage: "order", after: `${n}d`, if: { "person.attributes.vip": true } } }),
    (n) => `Given ${n} days later, if “Vip” applies`,
  ],
  [
    "a minimum order",
    (n) => withRule({ when: { stage: "order", nth: 1, where: { "order.total": { gte: `${n}.00 USD` } } } }),
    (n) => `the order total is at least $${n}`,
  ],
  ["a threshold", (n) => withRule({ when: { threshold: n } }), (n) => `with ${n} recommendations that count`],
  ["a threshold again and again", (n) => withRule({ when: { threshold: n, repeat: true } }), (n) => `for every ${n} recommendations`],
  ["a threshold in time", (n) => withRule({ when: { threshold: 3, within: `${n}d` } }), (n) => `All within ${n} days`],
  ["a streak", (n) => withRule({ when: { streak: n, every: "month" } }), (n) => `each of ${n} months in a row`],
  ["an activity's times", (n) => withRule({ when: { activity: "review", times: n, every: "week" } }), (n) => `At most ${n} times a week`],
  ["a hold", (n) => withRule({ hold: `${n}d` }), (n) => `Available ${n} days later`],
  ["an end", (n) => withRule({ give: { points: 5 }, expires: `${n} months` }), (n) => `ends ${n} months after`],
  ["a limit of count", (n) => withRule({ limit: { count: n, every: "quarter" } }), (n) => `At most ${n} times a quarter`],
  ["a limit of amount", (n) => withRule({ limit: { amount: `${n}.00 USD`, every: "year" } }), (n) => `At most $${n} a year`],
  [
    "a level of the upline",
    (n) => withRule({ to: { upline: (n % 4) + 2 }, when: { stage: "order" }, give: { cash: { percent: 4 } } }),
    (n) => `${(n % 4) + 2} levels below you`,
  ],
  [
    "a tier",
    (n) => withRule({}, { tiers: { every: "month", steps: [{ from: 1 }, { from: n, multiply: 2 }] } }),
    (n) => `From your ${n}th recommendation that counts in a month: $40`,
  ],
  [
    "a bonus",
    (n) => withRule({}, { bonuses: [{ key: "b", from: "2026-12-01", to: `2026-12-${10 + (n % 10)}`, multiply: 3 }] }),
    (n) => `From 1 December until ${10 + (n % 10)} December: $60`,
  ],
  ["the window", (n) => withRule({}, { attribution: { window: `${n}d` } }), (n) => `Time limit: ${n} days`],
  ["an age", (n) => withRule({}, { eligibility: { minimum_age: n } }), (n) => `Whoever is under ${n}.`],
];

test.each(CHANGES)("%s is said, and another figure gives other words", (_name, of, shown) => {
  const [one, other] = [of(7), of(9)];
  expect(one).toContain(shown(7));
  expect(other).toContain(shown(9));
  expect(one).not.toBe(other);
});

test("what changes no figure is said as well: returns, approval, regions, whom it goes to", () => {
  expect(withRule({ on_refund: "all_below_threshold" })).toContain("all of it is taken back");
  expect(withRule({ reverse_on: [] })).toContain("It stays yours, whatever is returned.");
  expect(withRule({ approval: "manual" })).toContain("We look at each one before it is released.");
  expect(withRule({ limit: { count: 1, every: "day", by: "channel" } })).toContain("At most once a day on each network.");
  expect(withRule({ limit: { count: 3, per: "program" } })).toContain("At most 3 times for everybody together.");
  expect(withRule({}, { eligibility: { regions: ["DE", "US-CA"] } })).toContain("Whoever lives outside Germany and United States (CA).");
  expect(withRule({}, { budget: { amount: "900.00 USD" } })).toContain("while the program’s budget lasts");
  expect(withRule({}, { budget: { amount: "900.00 USD" } }), "a budget is the business's own concern").not.toContain("900");
  expect(withRule({}, { friends: { who: "anyone" } })).toContain("Anybody, customers included.");
  expect(withRule({}, { attribution: { model: "first_touch" } })).toContain("the first one counts");
  expect(withRule({}, { advocates: { join: "invite" } })).toContain("by invitation");
});

test("a bonus window that is over is not said, and one that runs is in the headline", () => {
  const bonus = (from: string, to: string) => how({ ...GOOD, rewards: [RULE], bonuses: [{ key: "b", from, to, multiply: 2 }] });
  expect(texts(bonus("2026-11-01", "2026-11-10"))).not.toContain("$40");
  expect(bonus("2026-11-20", "2026-11-30").headline).toBe("Recommend us and get $40");
  expect(bonus("2026-12-01", "2026-12-10").headline).toBe("Recommend us and get $20");
});

test("any program that the schema allows is said without gaps, and every amount of its rules is there", () => {
  fc.assert(
    fc.property(timelinesArb({ chains: true, versions: true, programs: 3 }), (timelines) => {
      for (const { versions } of timelines)
        for (const { definition: document } of versions)
          for (const language of ["en", "de"] as const) {
            const said = texts(how(document, language));
            expect(said).not.toMatch(/undefined|NaN|\[object|[{}]|rules\.|status\./);
            const given = (document.rewards ?? [])
              .map((each, i) => figuresOf(each.give, ["rewards", String(i), "give"], language))
              .flat();
            expect(
              given.filter(({ shown }) => !said.includes(shown)),
              said,
            ).toEqual([]);
          }
    }),
    { numRuns: 60 },
  );
});
