/** What a round of issuing may give of uploaded codes: each once, in their order, and a warning before they run out. */
import { externalId } from "../core/id.ts";
import { type PoolCode, readFreeCodes, takePoolCodes } from "../store/coupon-pools.ts";
import type { CouponReward } from "../store/coupons.ts";
import type { Client } from "../store/db.ts";
import { insertOutbox } from "../store/outbox.ts";
import type { MoneyParts } from "./money-parts.ts";

/** Warned of when the terms do not say. */
const LOW = 10;

type Shelf = { programId: string; rule: string; low: number; free: PoolCode[]; at: number; given: { code: string; reward: string }[] };

/** The codes that a round of issuing may give, read once. */
export type Stock = {
  /** Codes for a reward, fewer than wanted when the pool runs out; null when its coupons are made and not uploaded. */
  give(reward: Pick<CouponReward, "id" | "program" | "rule" | "terms">, wanted: number): PoolCode[] | null;
  shelves: readonly Shelf[];
};

/** Behind the writer lock: what is read here is given to nobody else before the transaction ends. */
export async function openStock(db: Client, workspaceId: string, rewards: readonly CouponReward[]): Promise<Stock> {
  const shelves = new Map<string, Shelf>();
  const wanted = new Map<string, number>();
  const keyOf = (r: { program: string; rule: string }) => `${r.program}|${r.rule}`;
  for (const r of rewards) if (r.terms.codes === "pool") wanted.set(keyOf(r), (wanted.get(keyOf(r)) ?? 0) + Math.max(0, r.owed - r.used));
  for (const r of rewards) {
    const key = keyOf(r);
    if (r.terms.codes !== "pool" || shelves.has(key)) continue;
    const low = r.terms.low_stock ?? LOW;
    const of = { programId: r.program, rule: r.rule };
    const free = await readFreeCodes(workspaceId, db, { ...of, limit: (wanted.get(key) ?? 0) + low + 1 });
    shelves.set(key, { ...of, low, free, at: 0, given: [] });
  }
  return {
    shelves: [...shelves.values()],
    give(reward, count) {
      if (reward.terms.codes !== "pool") return null;
      const shelf = shelves.get(keyOf(reward));
      if (shelf === undefined) return [];
      const codes = shelf.free.slice(shelf.at, shelf.at + count);
      shelf.at += codes.length;
      for (const { code } of codes) shelf.given.push({ code, reward: reward.id });
      return codes;
    },
  };
}

type Behind = { db: Client; workspaceId: string; instant: number };

/** Marks what was given, and says so once when a pool has come to its warning. */
export async function takeStock(parts: Pick<MoneyParts, "log">, behind: Behind, stock: Stock): Promise<void> {
  const { db, workspaceId, instant } = behind;
  for (const shelf of stock.shelves) {
    const { given, programId: program, rule } = shelf;
    if (given.length === 0) continue;
    await takePoolCodes(workspaceId, db, { codes: given.map((g) => g.code), rewards: given.map((g) => g.reward), at: instant });
    const left = shelf.free.length - shelf.at;
    if (left > shelf.low || left + given.length <= shelf.low) continue;
    parts.log.warn("coupon codes are running out", { workspace: workspaceId, program, rule, left });
    const data = { what: "coupon_pool", rule, left };
    await insertOutbox(workspaceId, db, { at: instant, events: [{ type: "budget.low", id: externalId("prg", program), program, data }] });
  }
}
