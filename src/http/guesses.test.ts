import { describe, expect, test } from "vitest";
import { createLog } from "../adapters/log.ts";
import { createGuesses } from "./guesses.ts";
import type { Guesses } from "./guesses.ts";

function make(): { guesses: Guesses; lines: string[]; clock: { now: number } } {
  const lines: string[] = [];
  const clock = { now: 1000 };
  const log = createLog({ write: (line) => lines.push(line) }, "info", () => 0);
  return { lines, clock, guesses: createGuesses({ log, monotonic: () => clock.now, budget: 10, alarm: 1000, windowMs: 60_000 }) };
}

const misses = (guesses: Guesses, ip: string, n: number): void => {
  for (let i = 0; i < n; i++) guesses.miss(ip);
};

describe("guess budget", () => {
  test("an address that spends it is blocked until the window ends, its neighbours are not", () => {
    const { guesses, clock } = make();
    misses(guesses, "203.0.113.9", 9);
    expect([guesses.isAnyBlocked(), guesses.blockedFor("203.0.113.9")]).toEqual([false, 0]);
    misses(guesses, "203.0.113.9", 1);
    clock.now += 20_500;
    expect([guesses.isAnyBlocked(), guesses.blockedFor("203.0.113.9"), guesses.blockedFor("203.0.113.10")]).toEqual([true, 40, 0]);
    clock.now += 40_000;
    expect([guesses.blockedFor("203.0.113.9"), guesses.isAnyBlocked()]).toEqual([0, false]);
  });

  test("the /64 of an IPv6 address is one address, so that the 2^64 of a household are not 2^64 budgets", () => {
    const { guesses } = make();
    for (let i = 0; i < 10; i++) guesses.miss(`2a02:8108:1:2:${i}::${i}`);
    expect(guesses.blockedFor("2a02:8108:1:2:ffff::1")).toBeGreaterThan(0);
    expect(guesses.blockedFor("2a02:8108:1:3::1")).toBe(0);
  });

  test("an IPv4 address written as IPv6 is the same address", () => {
    const { guesses } = make();
    misses(guesses, "::ffff:203.0.113.9", 10);
    expect(guesses.blockedFor("203.0.113.9")).toBeGreaterThan(0);
  });

  test("a private or loopback address is told of and never blocked: it is a proxy that nobody configured", () => {
    for (const ip of ["127.0.0.1", "::1", "10.1.2.3", "192.168.0.7", "fd00::1", "fe80::1", "::ffff:172.16.0.1", ""]) {
      const { guesses, lines } = make();
      misses(guesses, ip, 100);
      expect([ip, guesses.isAnyBlocked(), lines.length]).toEqual([ip, false, 1]);
      expect(JSON.parse(lines[0]!)).toMatchObject({ alarm: "code_guessing", blocked: false, hint: expect.stringContaining("TRUST_PROXY") });
    }
  });
});

describe("guess alarm", () => {
  test("one line an address and window, and one for all together; the line names a network, not an address", () => {
    const { guesses, lines, clock } = make();
    misses(guesses, "203.0.113.9", 500);
    misses(guesses, "2a02:8108:1:2::9", 500);
    misses(guesses, "198.51.100.1", 3);
    expect(lines.map((line) => JSON.parse(line) as { network?: string }).map(({ network }) => network)).toEqual([
      "203.0.113.0/24",
      "2a02:8108:1::/48",
      undefined,
    ]);
    expect(lines.join("")).not.toMatch(/203\.0\.113\.9|1:2::/);
    expect(guesses.counts()).toEqual({ misses: 1003, blocked: 2, alarms: 3 });
    clock.now += 60_000;
    misses(guesses, "203.0.113.9", 10);
    expect(lines).toHaveLength(4);
  });

  test("50,000 addresses are counted one by one; more cost no memory, and the alarm for all still sounds", () => {
    const { guesses, lines } = make();
    for (let i = 0; i < 50_000; i++) guesses.miss(`2a02:0:${i.toString(16)}:1::1`);
    expect(lines).toHaveLength(1);
    misses(guesses, "203.0.113.9", 100);
    expect(guesses.isAnyBlocked()).toBe(false);
    misses(guesses, "2a02:0:7:1::9", 9);
    expect(guesses.blockedFor("2a02:0:7:1::1")).toBeGreaterThan(0);
  });
});
