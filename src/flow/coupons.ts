/**
 * Coupons. They are issued right after the events that earn them, before those are answered (`withCoupons`), so that a friend's coupon
 * works at sign-up; a crash in between is mended by the next sweep. One whose reward is taken back before it was used is voided.
 */
import { type Coupon, planCoupons, validUntil } from "../core/fulfilment/coupon.ts";
import { movement } from "../core/fulfilment/movement.ts";
import { CODE_BYTES, codeFromBytes } from "../core/code.ts";
import type { World } from "../core/compiled.ts";
import type { EventOutcome } from "../core/event.ts";
import { externalId, uuidOf } from "../core/id.ts";
import type { Transfer } from "../core/reward.ts";
import { UTC } from "../core/time.ts";
import * as store from "../store/coupons.ts";
import type { Client } from "../store/db.ts";
import { insertOutbox } from "../store/outbox.ts";
import { readAvailable, saveTransfers } from "../store/postings.ts";
import { inBatch } from "../store/settle-transaction.ts";
import { type Stock, openStock, takeStock } from "./coupon-stock.ts";
import type { MoneyParts } from "./money-parts.ts";
import type { EventDoor, Ids } from "./ports.ts";

/** Rewards looked at in one transaction. */
const CHUNK = 1_000;
const NIL = "00000000-0000-0000-0000-000000000000";

/**
 * Issues and voids until the coupons are what their rewards owe; `only` narrows it to some recipients, each with all of hers: what was
 * taken back is voided first, so that it does not use up what she gets now. @returns how many rewards moved.
 */
export async function issueCoupons(parts: MoneyParts, workspaceId: string, only?: readonly string[]): Promise<number> {
  let after = NIL;
  for (let total = 0; ; ) {
    const done = await inBatch(parts.pool, workspaceId, async (db, opening) => {
      const head = await opening;
      const rewards = await store.readCouponRewards(workspaceId, db, { after, limit: CHUNK, only });
      if (rewards.length === 0) return { statements: [], result: { moved: 0, last: null } };
      const world = await parts.worlds.get(db, workspaceId, head.revision);
      const moved = await bringCoupons(parts, { db, workspaceId, instant: head.instant, world }, rewards);
      return { statements: [], result: { moved, last: rewards.length < CHUNK ? null : (rewards.at(-1)?.id ?? null) } };
    });
    total += done.moved;
    if (done.last === null) return total;
    after = done.last;
  }
}

type Room = { db: Client; workspaceId: string; instant: number; world: World };
type Work = {
  transfers: Transfer[];
  fresh: store.NewCoupon[];
  revive: string[];
  voided: string[];
  ids: string[];
  by: number[];
  given: store.CouponReward[];
  stock: Stock;
};

async function bringCoupons(parts: MoneyParts, room: Room, rewards: readonly store.CouponReward[]): Promise<number> {
  const { db, workspaceId, instant } = room;
  const byReward = Map.groupBy(
    await store.readCouponsOf(
      workspaceId,
      db,
      rewards.map((r) => r.id),
    ),
    (c) => c.reward,
  );
  const unit = rewards[0]?.unit ?? "coupon";
  const available = await readAvailable(workspaceId, db, { owners: [...new Set(rewards.map((r) => r.recipient))], form: "coupon", unit });
  const stock = await openStock(db, workspaceId, rewards);
  const work: Work = { transfers: [], fresh: [], revive: [], voided: [], ids: [], by: [], given: [], stock };
  // What is voided first is there to be given to the others.
  const takenBackFirst = [...rewards].sort((a, b) => Number(a.owed >= a.used) - Number(b.owed >= b.used));
  for (const reward of takenBackFirst) planReward(parts, { room, reward, coupons: byReward.get(reward.id) ?? [], available, work });
  if (work.ids.length === 0) return 0;
  await nameCodes(parts.ids, room, work.fresh);
  await takeStock(parts, room, work.stock);
  await Promise.all([
    store.insertCoupons(workspaceId, db, { coupons: work.fresh, at: instant }),
    store.setVoided(workspaceId, db, { codes: work.voided, at: instant }),
    store.setVoided(workspaceId, db, { codes: work.revive, at: null }),
    store.useRewards(workspaceId, db, { ids: work.ids, by: work.by }),
    saveTransfers(workspaceId, db, work.transfers),
    insertOutbox(workspaceId, db, {
      at: instant,
      events: work.given.map((r) => ({ type: "reward.fulfilled", id: externalId("rwd", r.id), program: r.program })),
    }),
  ]);
  return work.ids.length;
}

type Planning = { room: Room; reward: store.CouponReward; coupons: Coupon[]; available: Map<string, number>; work: Work };

function planReward(parts: MoneyParts, p: Planning): void {
  const { reward, work, room } = p;
  const left = p.available.get(reward.recipient) ?? 0;
  const plan = planCoupons(reward, p.coupons, left);
  const codes = work.stock.give(reward, plan.issue.length);
  // An empty pool: the rest is issued when codes are uploaded.
  if (codes !== null) plan.issue.length = codes.length;
  const by = plan.issue.length + plan.revive.length - plan.voided.length;
  if (by === 0) return;
  p.available.set(reward.recipient, left - by);
  work.ids.push(reward.id);
  work.by.push(by);
  work.revive.push(...plan.revive);
  work.voided.push(...plan.voided);
  if (by > 0) work.given.push(reward);
  const zone = room.world.byId.get(reward.program)?.versions.at(-1)?.compiled.zone ?? UTC;
  const until = validUntil(reward.terms, reward.maturedAt, zone);
  for (const [i, nth] of plan.issue.entries())
    work.fresh.push({
      ...(codes?.[i] ?? { code: "" }),
      reward: reward.id,
      nth,
      person: reward.recipient,
      terms: reward.terms,
      validUntil: until,
    });
  const cause = parts.ids.uuid();
  work.transfers.push(
    movement(
      parts.hashes.digest,
      { owner: reward.recipient, form: "coupon", unit: reward.unit },
      {
        key: `coupon|${cause}`,
        group: reward.id,
        kind: by > 0 ? "settle" : "void",
        cause: reward.id,
        at: room.instant,
        amount: Math.abs(by),
        reward: reward.id,
        from: by > 0 ? "available" : "settled",
        to: by > 0 ? "settled" : "available",
      },
    ),
  );
}

/** Draws codes that no coupon and no link has. With a million codes out, one draw in 820 million is taken. */
async function nameCodes(ids: Ids, room: Room, fresh: store.NewCoupon[]): Promise<void> {
  for (let unnamed = fresh.filter((c) => c.code === ""); unnamed.length > 0; unnamed = unnamed.filter((c) => c.code === "")) {
    for (const coupon of unnamed) coupon.code = codeFromBytes(ids.bytes(CODE_BYTES)) ?? "";
    const codes = unnamed.map((c) => c.code);
    const taken = new Set(await store.readTakenCodes(room.workspaceId, room.db, codes));
    for (const coupon of unnamed) if (taken.has(coupon.code)) coupon.code = "";
  }
}

/** A door that issues the coupons its events earned before it answers. */
export function withCoupons(parts: MoneyParts, door: EventDoor): EventDoor {
  return {
    ...door,
    async submit(workspaceId, events, options) {
      const outcomes = await door.submit(workspaceId, events, options);
      const earned = outcomes.flatMap(couponHolders);
      if (earned.length > 0)
        await issueCoupons(parts, workspaceId, earned).catch((error: unknown) => {
          // The events are settled and must be answered so; the next sweep issues.
          parts.log.warn("coupons wait for the next sweep", { workspace: workspaceId, error: String(error) });
        });
      return outcomes;
    },
  };
}

function couponHolders(outcome: EventOutcome): string[] {
  const rewards = outcome.decisions.flatMap((d) => d.rewards).filter((r) => r.kind === "coupon" && r.state !== "pending");
  return rewards.map((r) => uuidOf("per", r.to)).filter((id) => id !== null);
}
