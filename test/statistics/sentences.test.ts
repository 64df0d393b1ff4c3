import { IntlMessageFormat } from "intl-messageformat";
import { expect, test } from "vitest";
import { LACKS } from "../../src/core/analytics/result.ts";
import { EVIDENCE, burstOf, circleOf, densityOf, insideOf, shapeOf, sizeOf, tiesOf } from "../../src/core/analytics/rings/evidence.ts";

const say = (text: string, values: Readonly<Record<string, number | string>>): string =>
  String(new IntlMessageFormat(text, "en").format(values));

test("every piece of evidence is a sentence of its own values", () => {
  const all = [
    sizeOf(7),
    tiesOf([0.9, 0.5], 5, "device"),
    densityOf(3, 3),
    shapeOf([3, 1, 1, 1]),
    shapeOf([1, 2, 2, 1]),
    burstOf([0, 1, 2], 3_600_000, 0.1),
    circleOf(2),
    insideOf(3, 4),
  ];
  const sentences = all.map(({ key, values }) => say(EVIDENCE[key], values));
  expect(sentences).toEqual([
    "7 accounts hang together.",
    "Things that each shares: 2.5, mostly devices.",
    "100 % of all pairs of accounts share something.",
    "All hang on one account or thing.",
    "They hang together like the links of a chain.",
    "3 of the accounts were opened within 1 hours; by chance it would be 1.",
    "2 times the referrals in it lead in a circle.",
    "3 of its 4 referrals stay within the group.",
  ]);
});

test("every reason for there being no figure is a sentence", () => {
  const values = {
    have: 3,
    needed: 30,
    what: "The discount",
    group: "control",
    value: 2,
    low: 0,
    high: 1,
    because: "nobody leaves",
    most: 12,
  };
  for (const text of Object.values(LACKS)) expect(say(text, values)).toMatch(/^[A-Z][^{}]*\.$/);
});
