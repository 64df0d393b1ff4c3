/**
 * Paying out by hand: who would be paid, a batch that takes it from their balances, and the results of it. Nobody is paid twice: what a
 * batch takes is not available any more when it commits, and the next batch waits for that behind the writer lock.
 */
import { movement } from "../core/fulfilment/movement.ts";
import { type PayoutResult, type Sorted, planBatch, sortResults } from "../core/fulfilment/payout.ts";
import { derivedUuid, externalId } from "../core/id.ts";
import { inWorkspace } from "../store/db.ts";
import { type OutboxEvent, insertOutbox } from "../store/outbox.ts";
import * as store from "../store/payouts.ts";
import { saveTransfers } from "../store/postings.ts";
import { asWriter } from "./as-writer.ts";
import type { By } from "./by.ts";
import type { Behind, MoneyParts } from "./money-parts.ts";
import { Refusal, notFound } from "./refusal.ts";

/** `minimum` in minor units: smaller balances wait. */
export type PayoutWish = { unit: string; form: string; minimum: number; /** The sum that somebody agreed to. */ expected?: number };

/** Who would be paid what now, after what is carried against them: the largest `lines`, or all. */
export async function previewPayout(parts: MoneyParts, by: By, wish: PayoutWish & { lines?: number }): Promise<store.DueSum> {
  const { form, unit, minimum, lines = null } = wish;
  return inWorkspace(parts.pool, by.workspaceId, (db) => store.readDueSum(by.workspaceId, db, { form, unit, minimum, lines }));
}

/**
 * Makes a batch: one payout a person, available -> in flight. Refuses `conflict` when nobody has enough. The same Idempotency-Key again
 * finds the batch that it made, also after a crash.
 */
export async function createPayout(parts: MoneyParts, by: By, wish: PayoutWish): Promise<{ batchId: string }> {
  return asWriter(parts, by, async (db, head) => {
    const requestKey = by.idempotencyKey === null ? null : parts.hashes.digest(by.idempotencyKey);
    const earlier = requestKey === null ? null : await store.findBatchOf(by.workspaceId, db, requestKey);
    if (earlier !== null) return { result: { batchId: earlier }, deeds: [] };
    const { instant } = head;
    const batchId = derivedUuid(parts.hashes.digest(`batch|${by.workspaceId}|${requestKey ?? parts.ids.uuid()}`), instant);
    const { form, unit } = wish;
    const accounts = await store.readPayable(by.workspaceId, db, wish);
    const plan = planBatch(accounts, wish.minimum, { digest: parts.hashes.digest, batch: batchId, form, unit, instant });
    if (plan.payouts.length === 0) throw new Refusal("conflict", `Nobody has at least the minimum of ${unit} available.`);
    const total = plan.payouts.reduce((sum, p) => sum + p.amount, 0);
    if (wish.expected !== undefined && wish.expected !== total)
      throw new Refusal("conflict", `The payout comes to ${total} ${unit} (minor units) by now and not to ${wish.expected}: look again.`);
    await store.insertBatch(by.workspaceId, db, {
      id: batchId,
      unit,
      form,
      at: instant,
      maker: by.actor,
      requestKey,
      payouts: plan.payouts,
    });
    await saveTransfers(by.workspaceId, db, plan.transfers);
    await store.carryRewards(by.workspaceId, db, { form, unit, owners: plan.owners, payoutOf: plan.payoutOf });
    await insertOutbox(by.workspaceId, db, { at: instant, events: plan.payouts.map((p) => told("payout.created", p.id)) });
    const detail = { payouts: plan.payouts.length, amount: total, unit, form };
    return { result: { batchId }, deeds: [{ action: "payout.created", target: externalId("bat", batchId), detail }] };
  });
}

export type Taken = { settled: number; failed: number; unchanged: number; unknown: string[] };

/**
 * Takes results of a batch, in parts and twice if need be. What failed is available again. A result that says otherwise than an earlier
 * one is refused with all of its file (`conflict`): money that came back after it was paid is the operator's to look at.
 */
export async function recordPayouts(
  parts: MoneyParts,
  by: By,
  input: { batchId: string; results: PayoutResult[]; /** Says what it would come to, and changes nothing. */ dryRun?: boolean },
): Promise<Taken> {
  return asWriter(parts, by, async (db, head) => {
    const found = await store.readBatchPayouts(by.workspaceId, db, input.batchId);
    if (found === null) throw notFound("payout batch");
    const sorted = sortResults(new Map(found.payouts.map((p) => [p.id, p])), input.results);
    if (sorted.contradicted.length > 0) throw contradiction(sorted.contradicted);
    const settled = sorted.taken.filter((t) => t.state === "settled").length;
    const counts = { settled, failed: sorted.taken.length - settled, unchanged: sorted.unchanged };
    const result = { ...counts, unknown: sorted.unknown };
    if (sorted.taken.length === 0 || input.dryRun === true) return { result, deeds: [] };
    await land(parts, { db, head, workspaceId: by.workspaceId }, { batch: found.batch, sorted });
    return { result, deeds: [{ action: "payout.results", target: externalId("bat", input.batchId), detail: counts }] };
  });
}

function contradiction(ids: readonly string[]): Refusal {
  const errors = ids.map((id) => ({
    pointer: "/results",
    code: "contradicts",
    message: `${externalId("pay", id)} was reported otherwise before.`,
  }));
  return new Refusal("conflict", `${ids.length} of the results contradict earlier ones; none was taken.`, { errors });
}

async function land(parts: MoneyParts, behind: Behind, of: { batch: store.BatchHolding; sorted: Sorted }): Promise<void> {
  const { db, workspaceId, head } = behind;
  const { batch } = of;
  const { taken } = of.sorted;
  const decisions = taken.map((t) => ({ id: t.payout.id, state: t.state, reference: t.reference, error: t.error }));
  await store.decidePayouts(workspaceId, db, { batchId: batch.id, decisions, at: head.instant });
  const transfers = taken.map((t) =>
    movement(
      parts.hashes.digest,
      { owner: t.payout.person, form: batch.form, unit: batch.unit },
      {
        key: `landed|${t.payout.id}`,
        group: batch.id,
        kind: t.state === "settled" ? "settle" : "payout_failed",
        cause: t.payout.id,
        at: head.instant,
        amount: t.payout.amount,
        from: "in_flight",
        to: t.state === "settled" ? "settled" : "available",
      },
    ),
  );
  await saveTransfers(workspaceId, db, transfers);
  const idsOf = (state: string) => taken.filter((t) => t.state === state).map((t) => t.payout.id);
  const paid = await store.landRewards(workspaceId, db, { payouts: idsOf("settled"), state: "settled" });
  await store.landRewards(workspaceId, db, { payouts: idsOf("failed"), state: "failed" });
  const news: OutboxEvent[] = taken.map((t) => told(t.state === "settled" ? "payout.settled" : "payout.failed", t.payout.id));
  for (const r of paid) news.push({ type: "reward.fulfilled", id: externalId("rwd", r.id), program: r.program });
  await insertOutbox(workspaceId, db, { at: head.instant, events: news });
}

function told(type: OutboxEvent["type"], payoutId: string): OutboxEvent {
  return { type, id: externalId("pay", payoutId), program: "" };
}
