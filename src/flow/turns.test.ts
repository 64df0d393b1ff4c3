import { expect, test } from "vitest";
import { createTurns } from "./turns.ts";

test("no more run at once than may, in the order in which they came, and one that fails gives its place on", async () => {
  const turns = createTurns(2);
  let running = 0;
  let most = 0;
  const begun: number[] = [];
  const work = (n: number) => async (): Promise<number> => {
    begun.push(n);
    most = Math.max(most, ++running);
    await new Promise((resolve) => setImmediate(resolve));
    running--;
    if (n === 1) throw new Error("one");
    return n;
  };
  const ended = await Promise.allSettled([0, 1, 2, 3, 4, 5].map((n) => turns(work(n))));
  expect(ended.map((each) => (each.status === "fulfilled" ? each.value : "failed"))).toEqual([0, "failed", 2, 3, 4, 5]);
  expect(begun).toEqual([0, 1, 2, 3, 4, 5]);
  expect([most, running]).toEqual([2, 0]);
  expect(await turns(work(6))).toBe(6);
});
