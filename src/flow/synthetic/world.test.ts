import { createHash } from "node:crypto";
import { beforeAll, describe, expect, test } from "vitest";
import { CODE_ALPHABET, normaliseCode, vanityProblem } from "../../core/code.ts";
import { event as eventSchema } from "../../core/event.ts";
import { weekday } from "../../core/calendar.ts";
import { DAY } from "../../core/time.ts";
import { advocateCode } from "./people.ts";
import { makeRandom } from "../../core/analytics/random.ts";
import { syntheticWorld } from "./world.ts";
import type { WorldItem, WorldOptions } from "./world.ts";

const UNTIL = Date.UTC(2026, 0, 1);
const SHOP: WorldOptions = { people: 20_000, months: 12, seed: 7, until: UNTIL };

function digestOf(options: WorldOptions): string {
  const hash = createHash("sha256");
  for (const item of syntheticWorld(options)) hash.update(`${JSON.stringify(item)}\n`);
  return hash.digest("hex");
}

type Event = Extract<WorldItem, { kind: "event" }>;
const items: WorldItem[] = [];
const events: Event["event"][] = [];
const byType = (type: string): Event["event"][] => events.filter((event) => event.type === type);

beforeAll(() => {
  for (const item of syntheticWorld(SHOP)) {
    items.push(item);
    if (item.kind === "event") events.push(item.event);
  }
});

describe("the stream", () => {
  test("is the same to the byte for the same seed, and another one for another seed", () => {
    const small = { ...SHOP, people: 1500, months: 5 };
    const first = digestOf(small);
    expect(digestOf(small)).toBe(first);
    expect(digestOf({ ...small, seed: 8 })).not.toBe(first);
  });

  test("holds only events that the native door takes, each labelled synthetic", () => {
    for (const event of events.slice(0, 20_000)) {
      const parsed = eventSchema.safeParse(event);
      if (!parsed.success) throw new Error(`${JSON.stringify(event)}: ${parsed.error.message}`);
      expect(event.properties?.synthetic).toBe(true);
    }
  });

  test("is in order of delivery, and nothing happens after its end", () => {
    let last = 0;
    for (const item of items) {
      if (item.kind !== "join") continue;
      expect(item.at).toBeGreaterThanOrEqual(last - 3 * DAY);
      last = item.at;
    }
    expect(events.every((event) => Date.parse(event.occurred_at ?? "") < UNTIL)).toBe(true);
  });

  test("repeats 1 % of its events word for word and uses every other id once", () => {
    const seen = new Map<string, string>();
    let repeated = 0;
    for (const event of events) {
      const text = JSON.stringify(event);
      const before = seen.get(event.id);
      if (before === undefined) seen.set(event.id, text);
      else {
        expect(before).toBe(text);
        repeated++;
      }
    }
    expect(repeated / events.length).toBeGreaterThan(0.007);
    expect(repeated / events.length).toBeLessThan(0.013);
  });

  test("uses a code only after its advocate has joined, and no two advocates share one", () => {
    const known = new Set<string>();
    let used = 0;
    for (const item of items) {
      if (item.kind === "join") {
        expect(known.has(item.code)).toBe(false);
        known.add(item.code);
      } else if (item.event.referral?.code !== undefined) {
        expect(known.has(item.event.referral.code)).toBe(true);
        used++;
      }
    }
    expect(used).toBeGreaterThan(5000);
  });

  test("goes late for 1.5 % of events: delivered after younger ones, by hours and at most a little over 3 days", () => {
    let newest = 0;
    let late = 0;
    for (const item of items) {
      if (item.kind !== "event") continue;
      if (newest - item.at > 50 * 60_000) late++;
      newest = Math.max(newest, item.at);
    }
    // Late ones and the repeated ones of more than 50 minutes.
    expect(late / events.length).toBeGreaterThan(0.015);
    expect(late / events.length).toBeLessThan(0.035);
  });
});

describe("the shop", () => {
  test("every order adds up, and no refund is above it", () => {
    const orders = new Map<string, number>();
    for (const { order } of byType("purchase")) {
      const { id = "", total = 0, subtotal = 0, discount = 0, tax = 0, shipping = 0, items: lines = [] } = order ?? {};
      expect(subtotal).toBe(lines.reduce((sum, line) => sum + line.price * (line.quantity ?? 1), 0));
      expect(total).toBe(subtotal - discount + tax + shipping);
      orders.set(id, total);
    }
    for (const { order } of byType("refund")) {
      expect(order?.amount ?? 1).toBeGreaterThan(0);
      expect(order?.amount ?? 0).toBeLessThanOrEqual(orders.get(order?.id ?? "") ?? 0);
    }
  });

  test("is heavy-tailed: a tenth of the buyers spend 35 to 75 % of the money, and most buy once or twice", () => {
    const spent = new Map<string, { money: number; orders: number }>();
    for (const { person, order } of byType("purchase")) {
      const one = spent.get(person?.user_id ?? "") ?? { money: 0, orders: 0 };
      spent.set(person?.user_id ?? "", { money: one.money + (order?.total ?? 0), orders: one.orders + 1 });
    }
    const money = [...spent.values()].map((one) => one.money).sort((a, b) => b - a);
    const all = money.reduce((sum, each) => sum + each, 0);
    const top = money.slice(0, Math.floor(money.length / 10)).reduce((sum, each) => sum + each, 0);
    expect(top / all).toBeGreaterThan(0.35);
    expect(top / all).toBeLessThan(0.75);
    const few = [...spent.values()].filter((one) => one.orders <= 2).length / spent.size;
    expect(few).toBeGreaterThan(0.5);
    expect(few).toBeLessThan(0.85);
  });

  test("has seasons, weekdays and hours: December is twice February, Monday beats Saturday, hardly anyone buys at three at night", () => {
    const counts = { months: Array<number>(12).fill(0), days: Array<number>(7).fill(0), hours: Array<number>(24).fill(0) };
    for (const { occurred_at } of byType("purchase")) {
      const at = new Date(occurred_at ?? "");
      const count = (list: number[], index: number): number => (list[index] = (list[index] ?? 0) + 1);
      count(counts.months, at.getUTCMonth());
      count(counts.days, weekday(Math.floor(at.getTime() / DAY)));
      count(counts.hours, at.getUTCHours());
    }
    expect(counts.months[11]).toBeGreaterThan((counts.months[1] ?? 0) * 2);
    expect(counts.days[0]).toBeGreaterThan((counts.days[5] ?? 0) * 1.2);
    expect(counts.hours[15]).toBeGreaterThan((counts.hours[3] ?? 0) * 10);
  });

  test("6 % of orders come back, some wholly; a quarter of the newcomers were referred", () => {
    const share = byType("refund").length / byType("purchase").length;
    expect(share).toBeGreaterThan(0.04);
    expect(share).toBeLessThan(0.08);
    const whole = byType("refund").filter((event) => event.order?.amount === undefined).length / byType("refund").length;
    expect(whole).toBeGreaterThan(0.35);
    expect(whole).toBeLessThan(0.6);
  });

  test("has a few cheats: the same device under two users, coupon-site orders without a visit", () => {
    const users = new Map<string, Set<string>>();
    for (const { person } of byType("signup")) {
      const device = person?.anonymous_id ?? "";
      users.set(device, (users.get(device) ?? new Set()).add(person?.user_id ?? ""));
    }
    const shared = [...users.values()].filter((each) => each.size > 1).length;
    expect(shared).toBeGreaterThan(3);
    expect(shared).toBeLessThan(60);
    expect(byType("purchase").filter((event) => event.context?.page?.startsWith("https://coupons.example/")).length).toBeGreaterThan(20);
  });
});

test("codes of advocates are vanity codes that may be chosen, and stay different after normalising", () => {
  const codes = Array.from({ length: 20_000 }, (_, index) => advocateCode(index));
  expect(codes.map(vanityProblem).filter((problem) => problem !== undefined)).toEqual([]);
  expect(new Set(codes.map(normaliseCode)).size).toBe(codes.length);
  expect([...(codes[5]?.split("-")[1] ?? "")].every((letter) => CODE_ALPHABET.includes(letter))).toBe(true);
});

test("the distributions have the means they promise", () => {
  const random = makeRandom(3);
  const mean = (draw: () => number): number => Array.from({ length: 40_000 }, draw).reduce((sum, value) => sum + value, 0) / 40_000;
  expect(mean(() => random.next())).toBeCloseTo(0.5, 1);
  expect(mean(() => random.normal())).toBeCloseTo(0, 1);
  expect(mean(() => random.exponential())).toBeCloseTo(1, 1);
  expect(mean(() => random.gamma(0.6))).toBeCloseTo(0.6, 1);
  expect(mean(() => random.gamma(4))).toBeCloseTo(4, 1);
  expect(mean(() => random.beta(0.8, 2.6))).toBeCloseTo(0.8 / 3.4, 1);
  expect(mean(() => random.poisson(2.5))).toBeCloseTo(2.5, 1);
  expect(mean(() => Math.min(100, random.pareto(3)))).toBeCloseTo(1.5, 1);
});
