/** Money operations on a test engine: the parts they are built from, and short words for what tests ask most. */
import { expect } from "vitest";
import { createHashes } from "../../src/adapters/hashes.ts";
import { createIds } from "../../src/adapters/ids.ts";
import type { By } from "../../src/flow/by.ts";
import { moveClock } from "../../src/flow/clock.ts";
import { createWorlds } from "../../src/flow/load-world.ts";
import type { SweepParts } from "../../src/flow/money-parts.ts";
import { verifyWorkspace } from "../../src/flow/verify.ts";
import type { EventInput } from "../../src/core/event.ts";
import type { ProgramDefinition } from "../../src/core/program.ts";
import { assertBooks } from "./books.ts";
import type { Engine } from "./engine.ts";

export const DAY = 86_400_000;

type Rules = NonNullable<ProgramDefinition["rewards"]>;

/** A program paid by orders, with these rules and whatever else is given. */
export function programOf(key: string, rewards: Rules, more: Partial<ProgramDefinition> = {}): ProgramDefinition {
  const base = { kind: "direct" as const, name: "Test", stages: ["order"], qualifies_at: "order", destination: "https://shop.example/" };
  return { ...base, key, rewards, ...more };
}

/** 10 % of the order's total in cash to the advocate, after 14 days. */
export const TENTH: Rules[number] = {
  key: "tenth",
  when: { stage: "order" },
  to: "advocate",
  give: { cash: { percent: 10, of: "order.total" } },
  hold: "14d",
};

/** A purchase by a friend of its own. */
export function purchase(id: string, code: string, more: { total?: number; at?: number; user?: string } = {}): EventInput {
  return {
    id,
    type: "purchase",
    person: { user_id: more.user ?? `friend-of-${id}` },
    referral: { code },
    ...(more.at === undefined ? {} : { occurred_at: new Date(more.at).toISOString() }),
    order: { id, total: more.total ?? 8000, currency: "USD" },
  };
}

/** The whole of an order, or an amount of it, goes back. */
export function refund(id: string, amount?: number): EventInput {
  return {
    id: `refund-${id}-${amount ?? "all"}`,
    type: "refund",
    order: { id, currency: "USD", ...(amount === undefined ? {} : { amount }) },
  };
}
const silent = { info() {}, warn() {}, error() {} };

export type Balance = { pending: number; available: number; in_flight: number; settled: number };
export type Money = {
  parts: SweepParts;
  /** The sandbox, as an operator. */
  by: By;
  /** The sandbox's clock forward, to an instant. */
  clock(setTo: number): Promise<Record<string, number>>;
  /** The sandbox's present. */
  now(): Promise<number>;
  /** A person's balances in one form and unit. */
  balance(personId: string, form?: string, unit?: string): Promise<Balance>;
  /** Fails unless the books agree, by the tests' own queries and by the product's `verify`. */
  prove(): Promise<void>;
};

/** `workspace` is the sandbox unless another is named; `another` uses a second process's parts. */
export function moneyOf(engine: Engine, workspace = engine.sandbox): Money {
  const parts: SweepParts = {
    pool: engine.database.pool(),
    ids: createIds(),
    hashes: createHashes(engine.secret),
    worlds: createWorlds(),
    batcher: engine.batcher,
    log: silent,
  };
  const by: By = { ...engine.by, workspaceId: workspace };
  return {
    parts,
    by,
    clock: async (setTo) => (await moveClock(parts, by, { setTo })).ran,
    async now() {
      const [row] = await engine.rows<{ now: number }>(
        "select (extract(epoch from clock_timestamp()) * 1000)::bigint + clock_offset_ms as now from workspace where workspace_id = $1",
        [workspace],
      );
      return row!.now;
    },
    async prove() {
      await assertBooks(engine, workspace);
      const { checks } = await verifyWorkspace(parts, workspace);
      expect(checks.filter((check) => !check.ok)).toEqual([]);
    },
    async balance(personId, form = "cash", unit = "USD") {
      const rows = await engine.rows<{ kind: keyof Balance; amount: number }>(
        `select a.kind,
                (coalesce(sum(t.amount) filter (where t.credit = a.id), 0)
                 - coalesce(sum(t.amount) filter (where t.debit = a.id), 0))::bigint as amount
           from ledger_account a left join transfer t on t.workspace_id = $1 and (t.credit = a.id or t.debit = a.id)
          where a.workspace_id = $1 and a.owner_id = $2 and a.form = $3 and a.unit = $4 group by a.kind`,
        [workspace, personId, form, unit],
      );
      const sums = Object.fromEntries(rows.map((r) => [r.kind, r.amount]));
      return { pending: sums.pending ?? 0, available: sums.available ?? 0, in_flight: sums.in_flight ?? 0, settled: sums.settled ?? 0 };
    },
  };
}
