import { expect, test } from "vitest";
import { gatherSources, sharesOf } from "./sources.ts";
import { wilson } from "./interval.ts";

test("180 of 1,000 who name a friend are 15.7 to 20.5 %", () => {
  const { share, low, high } = wilson(180, 1000);
  expect([share, low.toFixed(3), high.toFixed(3)]).toEqual([0.18, "0.157", "0.205"]);
  expect(wilson(0, 0)).toEqual({ share: 0, low: 0, high: 1 });
  expect(wilson(5, 5)).toMatchObject({ share: 1, high: 1 });
});

test("sources are gathered whatever their capitals, and those that name a person make one share", () => {
  const counts = gatherSources([
    { source: "A friend", count: 100 },
    { source: "a  friend ", count: 70 },
    { source: "My colleague", count: 10 },
    { source: "Search", count: 820 },
    { source: "", count: 0 },
  ]);
  expect(counts.map((each) => [each.source, each.count, each.friend])).toEqual([
    ["Search", 820, false],
    ["A friend", 170, true],
    ["My colleague", 10, true],
  ]);
  expect(sharesOf(counts)).toMatchObject({ total: 1000, friends: { count: 180, share: 0.18 } });
});

