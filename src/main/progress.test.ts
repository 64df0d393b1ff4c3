import { describe, expect, test } from "vitest";
import { progressLine, startProgress } from "./progress.ts";

const state = { label: "Importing", done: 15_100, total: 25_900, unit: "rows", rate: 6410, note: "" };

/** A terminal that keeps what is drawn, and a clock that is set by hand. */
function terminal(isTTY = true) {
  const drawn: string[] = [];
  let at = 0;
  const stream = { isTTY, columns: 100, write: (text: string) => drawn.push(text) };
  return {
    drawn,
    stream,
    now: () => at,
    wait: (ms: number) => {
      at += ms;
    },
  };
}

describe("the progress line", () => {
  test("says how much, how fast and how long still", () => {
    expect(progressLine(state)).toBe("Importing ██████████████░░░░░░░░░░ 58 %  15,100 rows  6,410 rows/s  2 s left");
    expect(progressLine({ ...state, unit: "bytes", done: 2_500_000, total: 10_000_000, rate: 12_500, note: "7 refused" })).toBe(
      "Importing ██████░░░░░░░░░░░░░░░░░░ 25 %  2.5 MB  13 kB/s  10 min 0 s left  7 refused",
    );
    expect(progressLine({ ...state, done: 10, total: 100_000, rate: 12 })).toContain("2 h 18 min left");
  });

  test("without a known total shows count and rate, and is never above 100 %", () => {
    expect(progressLine({ ...state, total: 0 })).toBe("Importing  15,100 rows  6,410 rows/s");
    expect(progressLine({ ...state, done: 30_000 })).toContain("100 %");
  });
});

describe("the bar", () => {
  test("draws nothing when the output is no terminal", () => {
    const { drawn, stream, now } = terminal(false);
    const bar = startProgress({ label: "x", total: 10, unit: "rows", stream, now });
    bar.update(5);
    bar.end();
    expect(drawn).toEqual([]);
  });

  test("draws at most ten times a second, the last state at its end, and ends once", () => {
    const { drawn, stream, now, wait } = terminal();
    const bar = startProgress({ label: "x", total: 1000, unit: "rows", stream, now });
    for (let i = 1; i <= 1000; i++) {
      wait(1);
      bar.update(i);
    }
    bar.end();
    bar.end();
    expect(drawn.filter((text) => text.startsWith("\r")).length).toBeLessThanOrEqual(12);
    expect(drawn.at(-2)).toContain("100 %");
    expect(drawn.filter((text) => text === "\n")).toHaveLength(1);
  });

  test("takes the rate of the last eight seconds, so that no pause stays in the time left, and keeps to the terminal's width", () => {
    const { drawn, stream, now, wait } = terminal();
    const bar = startProgress({ label: "x", total: 100_000, unit: "rows", stream: { ...stream, columns: 60 }, now });
    bar.update(0);
    wait(60_000);
    for (let i = 1; i <= 100; i++) {
      wait(100);
      bar.update(i * 100);
    }
    expect(drawn.at(-1)).toContain("1,000 rows/s");
    const shown = drawn.map((text) => text.replaceAll("\r", "").replaceAll("\u001b[K", "").trimEnd());
    expect(shown.filter((text) => text.length >= 60)).toEqual([]);
  });
});
