import { describe, expect, test } from "vitest";
import { askAfter } from "./feedback.ts";

const DAY = 86_400_000;
const NOW = 1_800_000_000_000;

describe("asking how easy it was", () => {
  const cases: [string, Omit<Parameters<typeof askAfter>[0], "now">, ReturnType<typeof askAfter>][] = [
    ["nothing has happened yet", { shared: false, rewarded: false, asked: [] }, null],
    ["somebody came by her link", { shared: true, rewarded: false, asked: [] }, "share"],
    ["somebody counted", { shared: true, rewarded: true, asked: [] }, "reward"],
    ["she was asked 89 days ago", { shared: true, rewarded: true, asked: [{ moment: "share", at: NOW - 89 * DAY }] }, null],
    ["she was asked 91 days ago", { shared: true, rewarded: true, asked: [{ moment: "share", at: NOW - 91 * DAY }] }, "reward"],
    ["the same moment long ago", { shared: true, rewarded: false, asked: [{ moment: "share", at: NOW - 900 * DAY }] }, null],
    ["the later moment came first", { shared: true, rewarded: true, asked: [{ moment: "reward", at: NOW - 900 * DAY }] }, null],
  ];
  test.each(cases)("%s", (_, of, moment) => expect(askAfter({ ...of, now: NOW })).toBe(moment));
});
