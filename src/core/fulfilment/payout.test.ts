import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { type KnownPayout, type Payable, payoutLines, planBatch, sortResults } from "./payout.ts";
import { spendOldest } from "./spend.ts";

/** Any function from text to 32 hex digits will do here. */
const digest = (text: string): string => {
  let a = 0x811c9dc5;
  let out = "";
  for (let round = 0; round < 4; round++) {
    for (let i = 0; i < text.length; i++) a = Math.imul(a ^ (text.charCodeAt(i) + round), 0x01000193) >>> 0;
    out += a.toString(16).padStart(8, "0");
  }
  return out;
};
const of = { digest, batch: "batch", form: "cash", unit: "USD", instant: 1_000 };
const payable = fc
  .record({
    owner: fc.constantFrom("a1", "a2", "b1", "c1"),
    balance: fc.integer({ min: -5_000, max: 5_000 }),
  })
  .map(({ owner, balance }): Payable => ({ owner, person: owner[0] + "1", balance }));
const accounts = fc.uniqueArray(payable, { selector: (a) => a.owner });

describe("planBatch", () => {
  test("people who are one are paid once, the sum of what they hold and owe, and afterwards none of their accounts holds anything", () => {
    fc.assert(
      fc.property(accounts, fc.integer({ min: 1, max: 2_000 }), (held, minimum) => {
        const plan = planBatch(held, minimum, of);
        expect(plan.payouts.map((p) => ({ personId: p.person, amount: p.amount }))).toEqual(payoutLines(held, minimum));
        const after = new Map(held.map((a) => [a.owner, a.balance]));
        for (const t of plan.transfers) {
          expect(t.amount).toBeGreaterThan(0);
          after.set(t.debit.owner, (after.get(t.debit.owner) ?? 0) - t.amount);
          if (t.credit.kind === "available") after.set(t.credit.owner, (after.get(t.credit.owner) ?? 0) + t.amount);
        }
        const paid = new Set(plan.payouts.map((p) => p.person));
        for (const a of held) expect(after.get(a.owner)).toBe(paid.has(a.person) ? 0 : a.balance);
        expect(new Set(plan.transfers.map((t) => t.id)).size).toBe(plan.transfers.length);
      }),
      { numRuns: 1_000 },
    );
  });

  test("balances below the minimum, at zero and below it wait", () => {
    const held: Payable[] = [
      { owner: "a1", person: "a1", balance: 499 },
      { owner: "b1", person: "b1", balance: 500 },
      { owner: "c1", person: "c1", balance: -900 },
    ];
    expect(payoutLines(held, 500)).toEqual([{ personId: "b1", amount: 500 }]);
    expect(payoutLines([{ owner: "a1", person: "a1", balance: 0 }], 0)).toEqual([]);
  });
});

describe("sortResults", () => {
  const known = new Map<string, KnownPayout>([
    ["p1", { id: "p1", person: "a", amount: 5, state: "in_flight" }],
    ["p2", { id: "p2", person: "b", amount: 5, state: "settled" }],
  ]);
  const result = (payoutId: string, state: "settled" | "failed") => ({ payoutId, state, reference: null, error: null });

  test("the first word about a payout is taken, the same again changes nothing, another is a contradiction, a stranger is named", () => {
    expect(
      sortResults(known, [result("p1", "failed"), result("p1", "failed"), result("p2", "settled"), result("x", "settled")]),
    ).toMatchObject({
      taken: [{ payoutId: "p1", state: "failed" }],
      unchanged: 2,
      unknown: ["x"],
      contradicted: [],
    });
    expect(sortResults(known, [result("p2", "failed")]).contradicted).toEqual(["p2"]);
    expect(sortResults(known, [result("p1", "settled"), result("p1", "failed")]).contradicted).toEqual(["p1"]);
  });
});

describe("spendOldest", () => {
  test("it takes exactly the amount, oldest first, never more of a reward than is left of it", () => {
    const reward = fc.record({ owed: fc.nat(1_000), used: fc.nat(1_000) });
    fc.assert(
      fc.property(fc.array(reward, { maxLength: 8 }), fc.double({ min: 0, max: 1, noNaN: true }), (list, part) => {
        const rewards = list.map((r, i) => ({ id: `r${i}`, ...r }));
        const left = rewards.reduce((sum, r) => sum + Math.max(0, r.owed - r.used), 0);
        const amount = Math.floor(left * part);
        const used = spendOldest(rewards, amount);
        expect(used.reduce((sum, u) => sum + u.by, 0)).toBe(amount);
        const open = rewards.filter((r) => r.owed > r.used);
        used.forEach((u, i) => {
          expect(u.id).toBe(open[i]?.id);
          const room = (open[i]?.owed ?? 0) - (open[i]?.used ?? 0);
          if (i < used.length - 1) expect(u.by).toBe(room);
          else expect(u.by).toBeLessThanOrEqual(room);
        });
        expect(() => spendOldest(rewards, left + 1)).toThrow("impossible");
      }),
      { numRuns: 1_000 },
    );
  });
});
