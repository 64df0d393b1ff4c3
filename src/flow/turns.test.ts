import { expect, test } from "vitest";
import { createTurns } from "./turns.ts";

test("no more run at once than may, in the order in which they came, and one that fails gives its place on", async () => {
  const turns = createTurns(2, { monotonic: () => 0, sleep: () => Promise.reject(new Error("nobody was busy")) });
  let running = 0;
  let most = 0;
  const begun: number[] = [];
  const work = (n: number) => async () => {
    begun.push(n);
    most = Math.max(most, ++running);
    await new Promise((resolve) => setImmediate(resolve));
    running--;
    if (n === 1) throw new Error("one");
    return { n, busy: false };
  };
  const ended = await Promise.allSettled([0, 1, 2, 3, 4, 5].map((n) => turns(work(n))));
  expect(ended.map((each) => (each.status === "fulfilled" ? each.value.n : "failed"))).toEqual([0, "failed", 2, 3, 4, 5]);
  expect(begun).toEqual([0, 1, 2, 3, 4, 5]);
  expect([most, running]).toEqual([2, 0]);
  expect(await turns(work(6))).toMatchObject({ n: 6 });
});

test("while others are busy, work leaves twice its own time before the next one's turn", async () => {
  const seen: string[] = [];
  let now = 0;
  const sleep = (ms: number) => {
    seen.push(`rest ${ms}`);
    return Promise.resolve();
  };
  const turns = createTurns(1, { monotonic: () => now, sleep });
  const work = (name: string, takes: number, busy: boolean) => () => {
    seen.push(name);
    now += takes;
    return Promise.resolve({ busy });
  };
  await Promise.all([turns(work("a", 30, true)), turns(work("b", 50, false)), turns(work("c", 10, true))]);
  expect(seen).toEqual(["a", "rest 60", "b", "c", "rest 20"]);
});
