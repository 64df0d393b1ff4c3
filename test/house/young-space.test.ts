/** Objects of a place whose objects live long: made in the old space by V8's own rules, in the young one by ours (docs/decisions/0033). */
import { execFileSync } from "node:child_process";
import path from "node:path";
import { expect, test } from "vitest";

const CLI = path.join(import.meta.dirname, "../../src/main/cli.ts");

/** Makes four million objects of one place, of which a tenth stay, and counts how many of the next thousand begin young. */
const COUNT = `
  const make = (i) => ({ a: i, b: [i, i + 1] });
  const kept = [];
  for (let round = 0; round < 40; round++) for (let i = 0; i < 100_000; i++) kept[i + (round % 4) * 100_000] = make(i);
  let young = 0;
  for (let i = 0; i < 1_000; i++) if (%InYoungGeneration(make(i).b)) young++;
  console.log(young);`;

const young = (before: string): number => {
  const args = ["--allow-natives-syntax", "--max-semi-space-size=1", "--input-type=module", "-e", before + COUNT];
  return Number(execFileSync(process.execPath, args, { encoding: "utf8" }));
};

test("what a command makes begins in the young space", () => {
  expect(young("")).toBeLessThan(100);
  expect(young(`await import(${JSON.stringify(CLI)});`)).toBe(1_000);
});
