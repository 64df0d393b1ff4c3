/**
 * Refunds on the real database: P4 (grant and full refund leave the books as they were), F11 (every order of click, sign-up,
 * purchase and refund), F12 (refunds before their purchase, of nothing, of more than everything), F13 (after it was paid out).
 */
import crypto from "node:crypto";
import fc from "fast-check";
import { afterAll, beforeAll, expect, test } from "vitest";
import { makeClickId } from "../../src/core/click.ts";
import type { CanonicalEvent } from "../../src/core/event.ts";
import { type ProgramDefinition, definition } from "../../src/core/program.ts";
import { DAY } from "../../src/core/time.ts";
import { createPayout, recordPayouts } from "../../src/flow/payouts.ts";
import { assertBooks } from "../support/books.ts";
import { canonicalOf } from "../support/canonical-hash.ts";
import { type Engine, createEngine } from "../support/engine.ts";
import { moneyOf } from "../support/money.ts";
import { type Place, openPlace } from "../support/place.ts";
import { announce, runs } from "../support/seeds.ts";
import { repeated, shuffled } from "../support/shuffle.ts";

let e: Engine;
beforeAll(async () => {
  e = await createEngine();
});
afterAll(async () => await e.close());

const { seed } = runs(1);
const macOf = (engine: Engine) => (message: Uint8Array) => crypto.createHmac("sha256", engine.secret).update(message).digest();
const T0 = Date.UTC(2026, 5, 1);
const iso = (at: number): string => new Date(at).toISOString();
const base = { kind: "direct", name: "p", destination: "https://shop.example/", qualifies_at: "order", friends: { who: "anyone" } };
const PROGRAM = {
  ...base,
  key: "p",
  stages: ["visit", "signup", { key: "order", on: "purchase" }],
  attribution: { window: "90d" },
  rewards: [
    { key: "tenth", when: { stage: "order" }, give: { cash: { percent: 10, of: "order.total" } }, hold: "14d" },
    { key: "net", when: { stage: "order" }, give: { credit: { percent: 7.5, of: "order.net" } } },
    { key: "flat", when: { stage: "order" }, to: "friend", give: { points: 100 }, on_refund: "proportional" },
  ],
} as unknown as ProgramDefinition;

const place = (program: object = PROGRAM): Promise<Place> => {
  const parsed = definition.parse(program) as ProgramDefinition;
  return openPlace(e, {
    timelines: [{ key: "p", versions: [{ from: 0, open: false, definition: parsed }] }],
    users: ["a1", "a2"],
    knownAt: T0 - DAY,
  });
};

async function tell(workspace: string, events: readonly CanonicalEvent[], size = 500): Promise<Record<string, number>> {
  const statuses: Record<string, number> = {};
  for (let from = 0; from < events.length; from += size)
    for (const o of await e.batcher.submit(workspace, events.slice(from, from + size), { importId: "test" }))
      statuses[o.status] = (statuses[o.status] ?? 0) + 1;
  return statuses;
}

const line = fc.record({
  sku: fc.constantFrom("s1", "s2"),
  quantity: fc.integer({ min: 1, max: 3 }),
  price: fc.integer({ min: 0, max: 9_999 }),
});
const order = fc.record({
  // Currencies with 0, 2 and 3 decimals.
  currency: fc.constantFrom("JPY", "USD", "KWD"),
  items: fc.array(line, { minLength: 1, maxLength: 3 }),
  tax: fc.integer({ min: 0, max: 999 }),
  shipping: fc.integer({ min: 0, max: 500 }),
});
type Order = { currency: string; items: { sku: string; quantity: number; price: number }[]; tax: number; shipping: number };
const totalOf = (o: Order): number => o.items.reduce((sum, i) => sum + i.price * i.quantity, 0) + o.tax + o.shipping;

function purchase(n: number, o: Order, at = T0 + n * 1000): CanonicalEvent {
  return {
    id: `buy-${n}`,
    type: "purchase",
    occurred_at: iso(at),
    person: { user_id: `f${n % 97}` },
    referral: { code: n % 3 === 0 ? "p-a1" : "p-a2" },
    order: { id: `o${n}`, total: totalOf(o), tax: o.tax, shipping: o.shipping, currency: o.currency, items: o.items },
  };
}

/** The whole order taken back in one of the ways in which shops say so. */
function takenBack(n: number, o: Order, way: number): CanonicalEvent[] {
  const event = (k: number, type: "refund" | "chargeback" | "order_updated", extra: object): CanonicalEvent => ({
    id: `back-${n}-${k}`,
    type,
    occurred_at: iso(T0 + 40 * DAY + n * 1000 + k),
    order: { id: `o${n}`, currency: o.currency, ...extra } as never,
    ...(type === "order_updated" && { properties: { status: "cancelled" } }),
  });
  const total = totalOf(o);
  switch (way % 5) {
    case 0:
      return [event(0, "refund", {})];
    case 1:
      return [event(0, "chargeback", {})];
    case 2:
      return [event(0, "order_updated", { total: 0 })];
    case 3:
      return [
        ...o.items.map((item, k) => event(k, "refund", { items: [item] })),
        event(9, "refund", { tax: o.tax, shipping: o.shipping }),
      ];
    default:
      return [Math.floor(total / 3), Math.floor(total / 3), total - 2 * Math.floor(total / 3)].map((amount, k) =>
        event(k, "refund", { amount }),
      );
  }
}

test("P4: 1,000 orders bought and taken back whole, in five ways and three currencies, leave no balance and all of the " +
  "history", async () => {
  announce("P4", { runs: 1000, seed });
  const { workspace } = await place();
  const orders = fc.sample(fc.tuple(order, fc.nat()), { numRuns: 1000, seed });
  const kept = orders.filter(([o]) => totalOf(o) > 0);
  await tell(
    workspace,
    kept.map(([o], n) => purchase(n, o)),
  );
  const before = await canonicalOf(e.rows, workspace);
  expect(before.balances.length).toBeGreaterThan(10);
  await tell(
    workspace,
    shuffled(
      kept.flatMap(([o, way], n) => takenBack(n, o, way)),
      seed,
    ),
  );
  const after = await canonicalOf(e.rows, workspace);
  expect(after.balances).toEqual([]);
  expect(after.trial).toEqual([]);
  const [rewards] = await e.rows<{ n: number; back: number; denied: number }>(
    "select count(*)::int as n, count(*) filter (where state = 'reversed')::int as back, count(*) filter (where state = " +
      "'denied')::int as denied from reward where workspace_id = $1 and owed = 0",
    [workspace],
  );
  // Denied: a percentage of so little that there never was a penny of it.
  expect(rewards!.back + rewards!.denied).toBe(rewards!.n);
  expect(rewards!.back).toBeGreaterThan(2_500);
  const [history] = await e.rows<{ granted: number; back: number }>(
    `select (sum(t.amount) filter (where c.kind <> 'program_expense'))::bigint as granted,
      (sum(t.amount) filter (where c.kind = 'program_expense'))::bigint as back
       from transfer t join ledger_account c on c.workspace_id = $1 and c.id = t.credit where t.workspace_id = $1`,
    [workspace],
  );
  expect(history!.granted).toBe(history!.back);
  await assertBooks(e, workspace);
});

test("F11: all 24 orders of click, sign-up, purchase and refund come to the same reward", async () => {
  announce("F11", { runs: 24, seed });
  const found: string[] = [];
  for (const order of permutations([0, 1, 2, 3])) {
    const { workspace, links, programs } = await place();
    const click_id = makeClickId({ link: links.get(`${programs.get("p")}|a1`) as string, at: T0, nonce: 7 }, macOf(e));
    const events: CanonicalEvent[] = [
      { id: "click", type: "visit", occurred_at: iso(T0), person: { anonymous_id: "browser" }, referral: { click_id } },
      { id: "signup", type: "signup", occurred_at: iso(T0 + 1000), person: { anonymous_id: "browser", user_id: "ben" } },
      {
        id: "buy",
        type: "purchase",
        occurred_at: iso(T0 + 2000),
        person: { user_id: "ben" },
        order: { id: "4711", total: 8000, currency: "USD" },
      },
      { id: "back", type: "refund", occurred_at: iso(T0 + 3000), order: { id: "4711", amount: 2000, currency: "USD" } },
    ];
    for (const i of order) await tell(workspace, [events[i] as CanonicalEvent]);
    await assertBooks(e, workspace);
    found.push(JSON.stringify(await canonicalOf(e.rows, workspace)));
  }
  expect(found).toHaveLength(24);
  expect(new Set(found).size).toBe(1);
  expect(found[0]).toContain("p | tenth | order:4711 | 1:a1 | 1:ben | 1:a1 | 1 | cash | USD | 600 | pending");
});

function permutations(list: number[]): number[][] {
  return list.length < 2
    ? [list]
    : list.flatMap((one, i) => permutations([...list.slice(0, i), ...list.slice(i + 1)]).map((rest) => [one, ...rest]));
}

test("F12: 1,000 orders with refunds 1 ms to 30 days before the purchase, or after, or of more than it cost: parked, then " +
  "matched, never below zero", async () => {
  announce("F12", { runs: 1000, seed });
  const early = fc.oneof(fc.constantFrom(1, 30 * DAY), fc.integer({ min: 1, max: 30 * DAY }), fc.integer({ min: -30 * DAY, max: -1 }));
  const refund = fc.record({ early, percent: fc.integer({ min: 1, max: 90 }) });
  const wishes = fc
    .sample(fc.tuple(order, fc.array(refund, { minLength: 1, maxLength: 3 })), { numRuns: 1000, seed })
    .filter(([o]) => totalOf(o) > 0);
  const bought = (n: number) => T0 + 31 * DAY + n * 1000;
  const refunds = wishes.flatMap(([o, parts], n) =>
    parts.map(
      (part, k): CanonicalEvent => ({
        id: `back-${n}-${k}`,
        type: "refund",
        occurred_at: iso(bought(n) - part.early),
        order: { id: `o${n}`, amount: Math.ceil((totalOf(o) * part.percent) / 100), currency: o.currency },
      }),
    ),
  );
  const purchases = wishes.map(([o], n) => purchase(n, o, bought(n)));
  const unknown: CanonicalEvent[] = Array.from({ length: 50 }, (_, n) => ({
    id: `unknown-${n}`,
    type: "refund",
    occurred_at: iso(T0 + n),
    order: { id: `nobody-${n}`, amount: 100, currency: "USD" },
  }));
  const { workspace } = await place();
  const statuses = await tell(workspace, shuffled([...refunds, ...purchases, ...unknown], seed));
  expect(statuses["parked"]).toBeGreaterThan(300);
  const inOrder = await place();
  await tell(
    inOrder.workspace,
    [...refunds, ...purchases, ...unknown].sort((a, b) => (a.occurred_at! < b.occurred_at! ? -1 : 1)),
  );
  expect(await canonicalOf(e.rows, workspace)).toEqual(await canonicalOf(e.rows, inOrder.workspace));
  const orders = await e.rows<{ order_id: string; total: number; refunded: number; person_id: string | null }>(
    "select order_id, total, refunded, person_id from order_state where workspace_id = $1",
    [workspace],
  );
  const refunded = new Map(orders.map((o) => [o.order_id, o]));
  wishes.forEach(([o, parts], n) => {
    const asked = parts.reduce((sum, part) => sum + Math.ceil((totalOf(o) * part.percent) / 100), 0);
    expect(refunded.get(`o${n}`)).toMatchObject({ total: totalOf(o), refunded: Math.min(asked, totalOf(o)) });
  });
  expect(orders.filter((o) => o.person_id === null)).toHaveLength(50);
  // I6: what is owed is what is kept of the grant, never less than nothing.
  const wrong = await e.rows(
    `select r.basis, r.reason, r.kept_num, r.kept_den, r.state, r.rule, r.nominal, r.owed, o.total, o.refunded from reward r
      join order_state o on o.workspace_id = $1 and 'order:' || o.order_id = r.basis
      where r.workspace_id = $1 and r.reason is distinct from 'superseded' and (r.owed < 0 or r.owed > r.nominal
        or (o.refunded >= o.total and r.owed <> 0)
         or (r.rule = 'tenth' and r.owed <> (2 * r.nominal * (o.total - o.refunded) + o.total) / (2 * o.total)))`,
    [workspace],
  );
  expect(wrong).toEqual([]);
  await assertBooks(e, workspace);
  await assertBooks(e, inOrder.workspace);
});

test("F9, F12: the same refund told five times through three batchers takes back once", async () => {
  const { workspace } = await place();
  await tell(
    workspace,
    Array.from({ length: 50 }, (_, n) =>
      purchase(n, { currency: "USD", items: [{ sku: "s", quantity: 1, price: 10_000 }], tax: 0, shipping: 0 }),
    ),
  );
  const refunds = Array.from(
    { length: 50 },
    (_, n): CanonicalEvent => ({
      id: `r${n}`,
      type: "refund",
      occurred_at: iso(T0 + DAY),
      order: { id: `o${n}`, amount: 2_500, currency: "USD" },
    }),
  );
  const doors = [e.batcher, e.another(), e.another()];
  const told = repeated(refunds, 5, seed);
  await Promise.all(told.map((event, i) => doors[i % 3]!.submit(workspace, [event], { importId: "test" })));
  const rows = await e.rows<{ owed: number }>("select owed from reward where workspace_id = $1 and rule = 'tenth'", [workspace]);
  expect(rows.map((r) => r.owed)).toEqual(Array.from({ length: 50 }, () => 750));
  await assertBooks(e, workspace);
});

test("F13, I10: 200 rewards paid out and refunded after that: balances go below zero, and no row of before changes", async () => {
  announce("F13", { runs: 200, seed });
  const m = moneyOf(e);
  const ws = e.sandbox;
  await e.publish(
    {
      ...PROGRAM,
      key: "paid",
      terms: { en: "Terms." },
      disclosure: { en: "I am paid." },
      budget: { amount: "100000.00 USD", when_spent: "notify" },
    } as never,
    { workspace: ws },
  );
  const { code, personId } = await e.join("paid", { user_id: "ann" }, ws);
  const orders = fc
    .sample(fc.tuple(order, fc.nat()), { numRuns: 200, seed })
    .map(([o, way]) => [{ ...o, currency: "USD" }, way] as const)
    .filter(([o]) => totalOf(o) > 0);
  const buy = orders.map(([o], n) => {
    const { occurred_at: _at, ...event } = purchase(n, o);
    return { ...event, referral: { code } };
  });
  await e.send(buy, ws);
  await m.clock((await m.now()) + 15 * DAY);
  const { batchId } = await createPayout(m.parts, m.by, { unit: "USD", form: "cash", minimum: 1 });
  const payouts = await e.rows<{ id: string; amount: number }>(
    "select id, amount from payout where workspace_id = $1 and batch_id = $2",
    [ws, batchId],
  );
  await recordPayouts(m.parts, m.by, {
    batchId,
    results: payouts.map((p) => ({ payoutId: p.id, state: "settled", reference: "bank", error: null })),
  });
  const paid = payouts.reduce((sum, p) => sum + p.amount, 0);
  const before = await e.rows("select t::text as line from transfer t where workspace_id = $1 order by id", [ws]);
  await e.send(orders.flatMap(([o, way], n) => takenBack(n, o, way).map(({ occurred_at: _at, ...event }) => event)) as never, ws);
  const lines = new Set(
    (await e.rows<{ line: string }>("select t::text as line from transfer t where workspace_id = $1", [ws])).map((row) => row.line),
  );
  expect(before.every((row) => lines.has(row["line"] as string))).toBe(true);
  expect(lines.size).toBeGreaterThan(before.length);
  expect(await m.balance(personId)).toEqual({ pending: 0, available: -paid, in_flight: 0, settled: paid });
  await assertBooks(e, ws);
});
