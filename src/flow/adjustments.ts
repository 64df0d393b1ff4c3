/**
 * Changes of somebody's balance by hand: a grant, a spending, a reward taken back. What is above the workspace's limit waits for a second
 * operator, who may not be the one who proposed it. Doing it is one of the flows that do it without a proposal, under a key of its own, so
 * that an approval that is tried again after a crash does it once.
 */
import { type AdjustmentLimits, adjustmentLimit } from "../core/adjustment.ts";
import { externalId } from "../core/id.ts";
import { type Client, inWorkspace } from "../store/db.ts";
import * as store from "../store/adjustments.ts";
import { loadRewards } from "../store/settle-load-rewards.ts";
import { readWorkspace } from "../store/workspaces.ts";
import type { By } from "./by.ts";
import { grantReward, reverseReward } from "./change-rewards.ts";
import { change } from "./change.ts";
import type { MoneyParts } from "./money-parts.ts";
import { Refusal, notFound } from "./refusal.ts";
import { spendBalance } from "./spend-balance.ts";
import { withoutNames } from "./without-names.ts";

type Money = { form: string; unit: string; amount: number };
/** A reward that is taken back says by itself whose it is and how much. */
export type AdjustmentWish =
  | ({ kind: "grant"; programId: string; personId: string; reason: string } & Money)
  | ({ kind: "spend"; personId: string; reason: string } & Money)
  | { kind: "reverse"; rewardId: string; reason: string };

/** Whether one operator may do it by herself, and up to how much. */
export async function limitOf(workspaceId: string, db: Client, unit: string): Promise<number> {
  const { settings } = (await readWorkspace(workspaceId, db))!;
  return adjustmentLimit(settings["adjustment_limits"] as AdjustmentLimits | undefined, unit);
}

/** Does it at once up to the limit, and keeps it as a proposal above. */
export async function proposeAdjustment(parts: MoneyParts, by: By, wish: AdjustmentWish): Promise<{ id: string }> {
  const { row, limit } = await inWorkspace(parts.pool, by.workspaceId, async (db) => {
    const drawn = await rowOf(parts, by, { db, wish });
    return { row: drawn, limit: await limitOf(by.workspaceId, db, drawn.unit) };
  });
  const detail = { kind: row.kind, amount: row.amount, unit: row.unit, form: row.form };
  if (row.amount > limit) {
    return await change(parts, by, async (db) => {
      await store.insertAdjustment(by.workspaceId, db, row);
      return { result: { id: row.id }, deed: { action: "adjustment.proposed", target: externalId("adj", row.id), detail } };
    });
  }
  const made = await perform(parts, by, { ...row, id: by.idempotencyKey ?? row.id });
  return await change(parts, by, async (db) => {
    const done = { ...row, reward_id: row.reward_id ?? made.reward, redemption_id: made.redemption, state: "done" as const };
    await store.insertAdjustment(by.workspaceId, db, { ...done, decided_by: by.actor });
    return { result: { id: row.id }, deed: { action: "adjustment.done", target: externalId("adj", row.id), detail } };
  });
}

/** Approves and does it. Refuses `second_person_needed` to whoever proposed it; what cannot be done goes on waiting. */
export async function approveAdjustment(parts: MoneyParts, by: By, id: string): Promise<void> {
  const row = await change(parts, by, async (db) => {
    const found = await waiting(db, by, id);
    if (found.proposed_by === by.actor)
      throw new Refusal("second_person_needed", "You proposed it yourself: somebody else has to approve it, or you withdraw it.");
    await store.decideAdjustment(by.workspaceId, db, { id, state: "approved", by: by.actor, note: null });
    return { result: found, deed: { action: "adjustment.approved", target: externalId("adj", id) } };
  });
  const write = (work: (db: Client) => Promise<void>) => inWorkspace(parts.pool, by.workspaceId, work);
  try {
    const made = await perform(parts, by, row);
    await write((db) => store.finishAdjustment(by.workspaceId, db, { id, ...made }));
  } catch (error) {
    if (error instanceof Refusal)
      await write((db) => store.decideAdjustment(by.workspaceId, db, { id, state: "waiting", by: null, note: null }));
    throw error;
  }
}

/** Refuses a proposal; whoever made it withdraws it so. */
export async function refuseAdjustment(parts: MoneyParts, by: By, input: { id: string; reason: string }): Promise<void> {
  await change(parts, by, async (db) => {
    const row = await waiting(db, by, input.id);
    if (row.state !== "waiting") throw new Refusal("conflict", "It is being done already.");
    const note = await withoutNames(by.workspaceId, db, { text: input.reason, people: [row.person_id] });
    await store.decideAdjustment(by.workspaceId, db, { id: input.id, state: "refused", by: by.actor, note });
    return { result: undefined, deed: { action: "adjustment.refused", target: externalId("adj", input.id), detail: { reason: note } } };
  });
}

/** One that waits; an approval that was cut short may be given again. */
async function waiting(db: Client, by: By, id: string): Promise<store.AdjustmentRow> {
  const row = await store.lockAdjustment(by.workspaceId, db, id);
  if (row === null) throw notFound("adjustment");
  if (row.state === "waiting" || row.state === "approved") return row;
  throw new Refusal("conflict", row.state === "done" ? "It was approved and done before." : "It was refused before.");
}

async function rowOf(parts: MoneyParts, by: By, { db, wish }: { db: Client; wish: AdjustmentWish }): Promise<store.NewAdjustment> {
  const common = {
    id: parts.ids.uuid(),
    kind: wish.kind,
    redemption_id: null,
    state: "waiting" as const,
    proposed_by: by.actor,
    decided_by: null,
  };
  if (wish.kind !== "reverse") {
    const { form, unit, amount, personId } = wish;
    const reason = await withoutNames(by.workspaceId, db, { text: wish.reason, people: [personId] });
    return {
      ...common,
      person_id: personId,
      program_id: wish.kind === "grant" ? wish.programId : null,
      reward_id: null,
      form,
      unit,
      amount,
      reason,
    };
  }
  const [reward] = await loadRewards(db, by.workspaceId, [wish.rewardId]);
  if (reward === undefined) throw notFound("reward");
  if (reward.owed <= 0) throw new Refusal("conflict", "Nothing of the reward is left to take back.");
  const people = [reward.recipient, reward.friend, reward.advocate].filter((each) => each !== null);
  const reason = await withoutNames(by.workspaceId, db, { text: wish.reason, people });
  const { recipient, program, form, unit, owed: amount } = reward;
  return { ...common, person_id: recipient, program_id: program, reward_id: reward.id, form, unit, amount, reason };
}

type Made = { reward: string | null; redemption: string | null };

/** By the flow that does it without a proposal, under the adjustment's own key. */
async function perform(parts: MoneyParts, by: By, row: Omit<store.NewAdjustment, "state">): Promise<Made> {
  const mine: By = { ...by, idempotencyKey: `adjustment ${row.id}` };
  const { form, unit, amount, reason, person_id: personId } = row;
  if (row.kind === "grant") {
    const { rewardId } = await grantReward(parts, mine, { programId: row.program_id!, personId, form, unit, amount, reason });
    return { reward: rewardId, redemption: null };
  }
  if (row.kind === "spend") {
    const { redemptionId } = await spendBalance(parts, mine, { personId, form, unit, amount, reference: null });
    return { reward: null, redemption: redemptionId };
  }
  const rewardId = row.reward_id!;
  const [reward] = await inWorkspace(parts.pool, by.workspaceId, (db) => loadRewards(db, by.workspaceId, [rewardId]));
  if (reward?.state !== "reversed") await reverseReward(parts, mine, { rewardId, reason });
  return { reward: rewardId, redemption: null };
}
