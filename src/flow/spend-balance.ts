/** What is available leaves for something else than money paid out: a reward given by hand, or a balance spent in parts. */
import { isCarried } from "../core/fulfilment/forms.ts";
import { movement } from "../core/fulfilment/movement.ts";
import { carries } from "../core/fulfilment/payout.ts";
import { type Used, spendOldest } from "../core/fulfilment/spend.ts";
import { externalId } from "../core/id.ts";
import type { Reward, Transfer } from "../core/reward.ts";
import { SPENDABLE } from "../core/spendable.ts";
import { useRewards } from "../store/coupons.ts";
import { insertOutbox } from "../store/outbox.ts";
import type { Client } from "../store/db.ts";
import { canonicalPerson } from "../store/people.ts";
import { readAvailable, saveTransfers } from "../store/postings.ts";
import * as store from "../store/redemptions.ts";
import { loadRewards } from "../store/settle-load-rewards.ts";
import { asWriter } from "./as-writer.ts";
import type { By } from "./by.ts";
import type { Behind, MoneyParts } from "./money-parts.ts";
import { Refusal, notFound } from "./refusal.ts";
import { expireBefore } from "./sweep-expire.ts";
import { withoutNames } from "./without-names.ts";

/**
 * Says that an available reward was given: a gift card handed out, a free month booked, store credit spent. Available -> in flight ->
 * settled in one go. Refuses `insufficient_balance` when what was taken back earlier has used it up.
 */
export async function fulfilReward(parts: MoneyParts, by: By, input: { rewardId: string; reference: string | null }): Promise<void> {
  await asWriter(parts, by, async (db, head) => {
    const [reward] = await loadRewards(db, by.workspaceId, [input.rewardId]);
    if (reward === undefined) throw notFound("reward");
    if (reward.state !== "available") throw new Refusal("conflict", "Only an available reward can be given.");
    if (reward.form === "coupon") throw new Refusal("conflict", "A coupon is given as a code, by itself: see its holder's coupons.");
    const amount = reward.owed - (reward.used ?? 0);
    const { recipient: owner, form, unit } = reward;
    const available = (await readAvailable(by.workspaceId, db, { owners: [owner], form, unit })).get(owner) ?? 0;
    if (isCarried(form) && available < amount) throw tooLittle(available, unit);
    const cause = parts.ids.uuid();
    await saveTransfers(by.workspaceId, db, givenBy(parts, reward, { amount, cause, at: head.instant }));
    await useRewards(by.workspaceId, db, { ids: [reward.id], by: [amount] });
    await tellGiven({ db, head, workspaceId: by.workspaceId }, [reward]);
    const reference = await referenceOf(db, by, { text: input.reference, people: [owner] });
    const detail = { amount, unit, reference };
    return { result: undefined, deeds: [{ id: cause, action: "reward.fulfilled", target: externalId("rwd", reward.id), detail }] };
  });
}

function givenBy(parts: MoneyParts, reward: Reward, of: { amount: number; cause: string; at: number }): Transfer[] {
  const holding = { owner: reward.recipient, form: reward.form, unit: reward.unit };
  const common = { ...of, group: of.cause, reward: reward.id };
  return [
    movement(parts.hashes.digest, holding, { ...common, key: `redeem|${of.cause}`, kind: "redeem", from: "available", to: "in_flight" }),
    movement(parts.hashes.digest, holding, { ...common, key: `settle|${of.cause}`, kind: "settle", from: "in_flight", to: "settled" }),
  ];
}

export function tooLittle(available: number, unit: string): Refusal {
  return new Refusal("insufficient_balance", `Only ${available} ${unit} (minor units) are available, after what was taken back.`);
}

async function tellGiven(behind: Behind, rewards: readonly Reward[]): Promise<void> {
  const news = rewards.map((r) => ({ type: "reward.fulfilled" as const, id: externalId("rwd", r.id), program: r.program }));
  await insertOutbox(behind.workspaceId, behind.db, { at: behind.head.instant, events: news });
}

/** `amount` in minor units. `reference` is the shop's own number of it. */
export type Spending = { personId: string; form: string; unit: string; amount: number; reference: string | null };
export type Spent = { redemptionId: string; left: number };

/**
 * Spends of a balance, the oldest rewards first, never more than is available: of any number at once, those that fit succeed and the
 * rest are refused `insufficient_balance`. The same Idempotency-Key again is the same redemption.
 * @returns the redemption and what is left.
 */
export async function spendBalance(parts: MoneyParts, by: By, wish: Spending): Promise<Spent> {
  if (!SPENDABLE.has(wish.form)) throw new Refusal("validation_failed", `${wish.form} cannot be spent in parts.`);
  if (!Number.isSafeInteger(wish.amount) || wish.amount <= 0)
    throw new Refusal("validation_failed", "The amount is a whole number of minor units above zero.");
  return asWriter(parts, by, async (db, head) => {
    const { form, unit, amount, reference } = wish;
    const behind = { db, head, workspaceId: by.workspaceId };
    const purse = await openPurse(parts, behind, wish);
    const requestKey = requestKeyOf(parts, by);
    const earlier = requestKey === null ? null : await store.findRedemptionOf(by.workspaceId, db, requestKey);
    if (earlier !== null) return { result: { redemptionId: earlier.id, left: purse.left }, deeds: [] };
    if (purse.left < amount) throw tooLittle(Math.max(0, purse.left), unit);
    const id = await takeFrom(parts, behind, { purse, amount, reference, requestKey, itemId: null });
    const detail = { amount, unit, form, reference: await referenceOf(db, by, { text: reference, people: purse.owners }) };
    const deed = { id, action: "balance.spent", target: externalId("per", purse.person), detail };
    return { result: { redemptionId: id, left: purse.left - amount }, deeds: [deed] };
  });
}

/** The shop's own number as the audit log keeps it: where it holds the person's name instead, without that. */
export async function referenceOf(db: Client, by: By, of: { text: string | null; people: readonly string[] }): Promise<string | null> {
  return of.text === null ? null : withoutNames(by.workspaceId, db, { ...of, text: of.text });
}

/** The caller's own key, as redemptions keep it. */
export function requestKeyOf(parts: Pick<MoneyParts, "hashes">, by: By): string | null {
  return by.idempotencyKey === null ? null : parts.hashes.digest(by.idempotencyKey);
}

/** What a person holds of a form and unit, under all her ids, after what is due has ended. */
export type Purse = { person: string; owners: string[]; balances: Map<string, number>; left: number; form: string; unit: string };

export async function openPurse(parts: MoneyParts, behind: Behind, of: { personId: string; form: string; unit: string }): Promise<Purse> {
  const { db, head, workspaceId } = behind;
  const { form, unit } = of;
  const person = await canonicalPerson(workspaceId, db, of.personId);
  if (person === null) throw notFound("person");
  if (!head.importing) await expireBefore(parts, { db, workspaceId, instant: head.instant }, { person, form, unit });
  const owners = await store.readUnion(workspaceId, db, person);
  const balances = await readAvailable(workspaceId, db, { owners, form, unit });
  return { person, owners, balances, left: [...balances.values()].reduce((sum, balance) => sum + balance, 0), form, unit };
}

export type Taking = { purse: Purse; amount: number; reference: string | null; requestKey: string | null; itemId: string | null };

/** Takes an amount that the purse holds, and writes down of which rewards. @returns the redemption's id. */
export async function takeFrom(parts: MoneyParts, behind: Behind, taking: Taking): Promise<string> {
  const { db, head, workspaceId } = behind;
  const { purse, amount, reference, requestKey, itemId } = taking;
  const { person, form, unit } = purse;
  const id = parts.ids.uuid();
  const of = { digest: parts.hashes.digest, form, unit, instant: head.instant, group: id, cause: id };
  const transfers = carries(
    [...purse.balances].map(([owner, balance]) => ({ owner, person, balance })),
    person,
    of,
  );
  const move = {
    key: `redeem|${id}`,
    group: id,
    cause: id,
    at: head.instant,
    amount,
    kind: "redeem",
    from: "available",
    to: "settled",
  } as const;
  transfers.push(movement(of.digest, { owner: person, form, unit }, move));
  await saveTransfers(workspaceId, db, transfers);
  const used = await useUp(behind, { owners: purse.owners, form, unit, amount });
  await store.insertRedemption(workspaceId, db, {
    id,
    personId: person,
    form,
    unit,
    amount,
    reference,
    at: head.instant,
    requestKey,
    itemId,
    used,
  });
  return id;
}

async function useUp(behind: Behind, of: { owners: string[]; form: string; unit: string; amount: number }): Promise<Used[]> {
  const { db, workspaceId } = behind;
  const used = spendOldest(await store.readOpenRewards(workspaceId, db, of), of.amount);
  const ids = used.map((u) => u.id);
  await useRewards(workspaceId, db, { ids, by: used.map((u) => u.by) });
  const after = await loadRewards(db, workspaceId, ids);
  await tellGiven(
    behind,
    after.filter((r) => r.state === "fulfilled"),
  );
  return used;
}
