/**
 * Points that end, in made-up lives against a model of a few lines: earning, spending, taking back and time in any order. After every
 * step the balance is the model's, no expiry ever takes it below zero, the oldest is used first, and at the end `verify` is green.
 */
import fc from "fast-check";
import { afterAll, beforeAll, expect, test } from "vitest";
import { spendBalance } from "../../src/flow/spend-balance.ts";
import { type Engine, createEngine } from "../support/engine.ts";
import { DAY, type Money, moneyOf, programOf, purchase, refund } from "../support/money.ts";

let e: Engine;
let m: Money;
const RULE = { key: "points", when: { stage: "order" }, to: "advocate", give: { points: 100 }, hold: "7d", expires: "90d" };
beforeAll(async () => {
  e = await createEngine();
  m = moneyOf(e);
  await e.publish(programOf("points", [RULE as never]), { workspace: e.sandbox });
});
afterAll(async () => {
  await m.prove();
  await e.close();
});

type Lot = { order: string; at: number; owed: number; used: number; ended: number; matured: boolean };
/** What the ledger should say, by the rules alone. */
class Model {
  lots: Lot[] = [];
  held = (): Lot[] => this.lots.filter((l) => l.matured);
  available = (): number => this.held().reduce((sum, l) => sum + l.owed - l.used - l.ended, 0);
  expired = (): number => this.held().reduce((sum, l) => sum + l.ended, 0);
  earn(order: string, at: number): void {
    this.lots.push({ order, at, owed: 100, used: 0, ended: 0, matured: false });
  }
  spend(amount: number): boolean {
    if (this.available() < amount) return false;
    let left = amount;
    for (const l of this.held()) {
      const by = Math.min(left, Math.max(0, l.owed - l.used - l.ended));
      l.used += by;
      left -= by;
    }
    return true;
  }
  takeBack(order: string, kept: number): void {
    const lot = this.lots.find((l) => l.order === order)!;
    lot.owed = kept;
    lot.ended = Math.max(0, Math.min(lot.ended, kept - lot.used));
  }
  /** As a sweep at this instant: holds end, then what is due ends, less what it pays of a debt. */
  time(now: number): void {
    for (const l of this.lots) if (!l.matured && l.at + 7 * DAY <= now && l.owed > 0) l.matured = true;
    const due = this.held().filter((l) => l.at + 97 * DAY <= now && l.used + l.ended < l.owed);
    if (due.length === 0) return;
    for (const debtor of this.held()) {
      for (const l of this.held()) {
        const by = Math.min(debtor.used + debtor.ended - debtor.owed, l.owed - l.used - l.ended);
        if (by <= 0) continue;
        debtor.used -= by;
        l.used += by;
      }
    }
    for (const l of due) l.ended += Math.max(0, l.owed - l.used - l.ended);
  }
}

type Move = { kind: "earn" | "spend" | "refund" | "time"; n: number };
const move: fc.Arbitrary<Move> = fc.record({
  kind: fc.constantFrom("earn" as const, "spend" as const, "refund" as const, "time" as const),
  n: fc.integer({ min: 1, max: 100 }),
});
let life = 0;
let clock = Date.UTC(2030, 0, 1);

test("random lives: the balance is the model's after every step, and no expiry takes it below zero", { timeout: 120_000 }, async () => {
  await m.clock(clock);
  await fc.assert(
    fc.asyncProperty(fc.array(move, { minLength: 12, maxLength: 32 }), async (moves) => {
      const user = `p${++life}`;
      const { personId, code } = await e.join("points", { user_id: user }, e.sandbox);
      const spend = (amount: number) =>
        spendBalance(m.parts, m.by, { personId, form: "points", unit: "points", amount, reference: null });
      const model = new Model();
      let orders = 0;
      for (const { kind, n } of moves) {
        const before = model.available();
        if (kind === "earn") {
          const at = await m.now();
          model.earn(`${user}-${++orders}`, at);
          await e.send(purchase(`${user}-${orders}`, code, { at, total: 10_000 }), e.sandbox);
        } else if (kind === "spend") {
          const fits = model.spend(2 * n);
          const done = await spend(2 * n).then(
            () => true,
            () => false,
          );
          expect(done).toBe(fits);
        } else if (kind === "refund" && orders > 0) {
          const order = `${user}-${(n % orders) + 1}`;
          const lot = model.lots.find((l) => l.order === order)!;
          const back = Math.min(lot.owed, 2 * n);
          if (back === 0) continue;
          model.takeBack(order, lot.owed - back);
          await e.send({ ...refund(order, back * 100), id: `r-${order}-${lot.owed}` }, e.sandbox);
        } else if (kind === "time") {
          clock = (await m.now()) + n * DAY;
          await m.clock(clock);
          model.time(clock);
          if (before >= 0) expect(model.available()).toBeGreaterThanOrEqual(0);
        }
        const { available } = await m.balance(personId, "points", "points");
        expect(available).toBe(model.available());
      }
      const [row] = await e.rows<{ expired: number }>(
        `select coalesce(sum(balance), 0)::int as expired from ledger_account
          where workspace_id = $1 and owner_id = $2 and kind = 'expired'`,
        [e.sandbox, personId],
      );
      expect(row!.expired).toBe(model.expired());
    }),
    { numRuns: 25, endOnFailure: true },
  );
  await m.prove();
});
