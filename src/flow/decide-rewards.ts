/** Approving or refusing many rewards at once: one transaction, what cannot be decided is told of and stops nothing. */
import { externalId } from "../core/id.ts";
import type { Reward } from "../core/reward.ts";
import { inWorkspace } from "../store/db.ts";
import { moveGates } from "../store/risk-gates.ts";
import { loadRewards } from "../store/settle-load-rewards.ts";
import { asWriter } from "./as-writer.ts";
import type { By } from "./by.ts";
import { claimChanged, endAfterWait, saidOf } from "./change-rewards.ts";
import type { Deed } from "./change.ts";
import { type Behind, type MoneyParts, settleChange } from "./money-parts.ts";
import { matureRewards } from "./sweep-mature.ts";

export type DecideRewards = { decision: "approve" | "deny"; rewards: readonly string[]; reason: string };
/** `not_waiting`: somebody else was quicker, or it waits for something else than an operator. */
export type NotDecided = { id: string; code: "not_found" | "not_waiting" };
export type RewardTotal = { form: string; unit: string; amount: number; rewards: number; people: number };
export type DecidedRewards = { done: string[]; refused: NotDecided[]; totals: RewardTotal[] };

/** What deciding them would come to. Nothing is written. */
export async function previewRewards(parts: MoneyParts, by: By, wish: DecideRewards): Promise<DecidedRewards> {
  const loaded = await inWorkspace(parts.pool, by.workspaceId, (db) => loadRewards(db, by.workspaceId, [...new Set(wish.rewards)]));
  return answerOf(sortOut(loaded, wish));
}

/** Decides those that wait; each has its audit row. */
export async function decideRewards(parts: MoneyParts, by: By, wish: DecideRewards): Promise<DecidedRewards> {
  return asWriter(parts, by, async (db, head) => {
    const sorted = sortOut(await loadRewards(db, by.workspaceId, [...new Set(wish.rewards)]), wish);
    // Before the amounts of what is refused go to zero.
    const result = answerOf(sorted);
    if (sorted.ready.length === 0) return { result, deeds: [] };
    const behind = { db, head, workspaceId: by.workspaceId };
    const deeds = await (wish.decision === "approve"
      ? approve(parts, behind, sorted.ready)
      : deny(parts, behind, { by, wish, ...sorted }));
    return { result, deeds };
  });
}

async function approve(parts: MoneyParts, behind: Behind, ready: readonly Reward[]): Promise<Deed[]> {
  const { db, head, workspaceId } = behind;
  const world = await parts.worlds.get(db, workspaceId, head.revision);
  const moves = ready.map((r) => ({
    id: r.id,
    gate: r.form === "choice" ? "choice" : null,
    expiresAt: endAfterWait(world, r, head.instant),
  }));
  await moveGates(workspaceId, db, moves);
  const only = ready.map((r) => r.id);
  if (!head.importing) await matureRewards(parts, { db, workspaceId }, { instant: head.instant, limit: only.length, only });
  return ready.map((r) => ({ action: "reward.approved", target: externalId("rwd", r.id) }));
}

async function deny(parts: MoneyParts, behind: Behind, of: { by: By; wish: DecideRewards; ready: readonly Reward[] }): Promise<Deed[]> {
  const deeds: (Deed & { id: string })[] = [];
  const said: { reward: Reward; cause: string; reason: string }[] = [];
  for (const reward of of.ready) {
    const cause = parts.ids.uuid();
    const reason = await saidOf(behind.db, of.by, { reward, text: of.wish.reason });
    said.push({ reward, cause, reason });
    const detail = { reason, amount: reward.owed, unit: reward.unit, before: reward.state };
    deeds.push({ id: cause, action: "reward.denied", target: externalId("rwd", reward.id), detail });
  }
  await settleChange(parts, behind, (book, claims) => {
    for (const each of said) claimChanged(book, claims, { ...each, owed: 0, gate: "denied" });
  });
  return deeds;
}

type Sorted = { ready: Reward[]; refused: NotDecided[] };

function sortOut(loaded: readonly Reward[], wish: DecideRewards): Sorted {
  const byId = new Map(loaded.map((reward) => [reward.id, reward]));
  const sorted: Sorted = { ready: [], refused: [] };
  for (const id of new Set(wish.rewards)) {
    const reward = byId.get(id);
    if (reward === undefined) sorted.refused.push({ id, code: "not_found" });
    else if (reward.state !== "pending" || (wish.decision === "approve" && reward.gate !== "review"))
      sorted.refused.push({ id, code: "not_waiting" });
    else sorted.ready.push(reward);
  }
  return sorted;
}

function answerOf({ ready, refused }: Sorted): DecidedRewards {
  const totals = [...Map.groupBy(ready, (r) => `${r.form}|${r.unit}`).values()].map((same) => ({
    form: same[0]!.form,
    unit: same[0]!.unit,
    amount: same.reduce((sum, r) => sum + r.owed, 0),
    rewards: same.length,
    people: new Set(same.map((r) => r.recipient)).size,
  }));
  return { done: ready.map((r) => r.id), refused, totals };
}
