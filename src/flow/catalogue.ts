/** The catalogue: items, taking one for points or credit, and giving it back. All of it is decided behind the writer lock. */
import { SPENDABLE } from "../core/spendable.ts";
import { movement } from "../core/fulfilment/movement.ts";
import { type RedemptionReason, redemptionProblem } from "../core/fulfilment/redeem.ts";
import { externalId } from "../core/id.ts";
import { OPERATORS } from "../core/messages/kinds.ts";
import * as store from "../store/catalogue.ts";
import { useRewards } from "../store/coupons.ts";
import { insertMessages } from "../store/messages.ts";
import { saveTransfers } from "../store/postings.ts";
import * as redemptions from "../store/redemptions.ts";
import { asWriter } from "./as-writer.ts";
import type { By } from "./by.ts";
import { gateOf, passesGate } from "./level-gate.ts";
import type { Behind, MoneyParts } from "./money-parts.ts";
import { Refusal, notFound } from "./refusal.ts";
import { openPurse, referenceOf, requestKeyOf, takeFrom } from "./spend-balance.ts";
import { withoutNames } from "./without-names.ts";

/** `stock` undefined leaves what is there; null is without end. */
export type ItemWish = {
  key: string;
  name: string;
  description: string;
  program: string | null;
  level: string | null;
  form: string;
  unit: string;
  price: number;
  stock: number | null | undefined;
  perPerson: number | null;
  active: boolean;
};

/** Makes an item or changes it. */
export async function putItem(parts: MoneyParts, by: By, wish: ItemWish): Promise<void> {
  if (!SPENDABLE.has(wish.form)) throw new Refusal("validation_failed", `Nothing can be had for ${wish.form}.`);
  await asWriter(parts, by, async (db, head) => {
    const { workspaceId } = by;
    const world = await parts.worlds.get(db, workspaceId, head.revision);
    const before = await store.readItem(workspaceId, db, wish.key);
    const { key, name, description, form, unit, price, active } = wish;
    const gate = await gateOf({ db, workspaceId, world }, wish);
    const stock = wish.stock === undefined ? (before?.stock ?? null) : wish.stock;
    const row = { key, name, description, form, unit, price, active, stock, per_person: wish.perPerson, ...gate };
    const id = await store.saveItem(workspaceId, db, { ...row, id: parts.ids.uuid(), created_at: head.instant });
    const deed = { action: "catalogue.changed", target: externalId("itm", id), detail: { key, price, unit, stock, active } };
    return { result: undefined, deeds: [deed] };
  });
}

export type RedemptionAnswer = { reason: RedemptionReason | null; redemptionId: string | null; left: number };

/**
 * Takes one of an item for a person. Of any number at once exactly those win whom stock and balance allow; the others are told why not.
 * The same Idempotency-Key again is the same redemption.
 */
export async function redeemItem(
  parts: MoneyParts,
  by: By,
  wish: { item: string; personId: string; reference: string | null },
): Promise<RedemptionAnswer> {
  return asWriter<RedemptionAnswer>(parts, by, async (db, head) => {
    const { workspaceId } = by;
    const behind = { db, head, workspaceId };
    const item = await store.readItem(workspaceId, db, wish.item);
    if (item === null) throw notFound("catalogue item");
    const { form, unit, price: amount } = item;
    const purse = await openPurse(parts, behind, { personId: wish.personId, form, unit });
    const requestKey = requestKeyOf(parts, by);
    const earlier = requestKey === null ? null : await redemptions.findRedemptionOf(workspaceId, db, requestKey);
    if (earlier !== null) return { result: { reason: null, redemptionId: earlier.id, left: purse.left }, deeds: [] };
    const world = await parts.worlds.get(db, workspaceId, head.revision);
    const reason = redemptionProblem(
      { ...item, perPerson: item.per_person },
      {
        left: purse.left,
        taken: item.per_person === null ? 0 : await store.countTaken(workspaceId, db, { item: item.id, people: purse.owners }),
        levelMet: await passesGate({ db, workspaceId, world }, item, purse.owners),
      },
    );
    if (reason !== null) return { result: { reason, redemptionId: null, left: purse.left }, deeds: [] };
    if (!(await store.moveStock(workspaceId, db, { item: item.id, by: -1 }))) throw new Error("impossible: stock moved behind the lock");
    const id = await takeFrom(parts, behind, { purse, amount, reference: wish.reference, requestKey, itemId: item.id });
    await tellTaken(behind, { id, item, person: purse.person });
    const reference = await referenceOf(db, by, { text: wish.reference, people: purse.owners });
    const detail = { item: item.key, amount, unit, form, reference };
    const deed = { id, action: "redemption.made", target: externalId("per", purse.person), detail };
    return { result: { reason: null, redemptionId: id, left: purse.left - amount }, deeds: [deed] };
  });
}

/** Operators are told when the last one has gone. */
async function tellTaken(behind: Behind, of: { id: string; item: store.ItemRow; person: string }): Promise<void> {
  const { item } = of;
  const redemption = externalId("rdm", of.id);
  const data = { redemption, item: item.key, amount: item.price, unit: item.unit, form: item.form };
  const due_at = behind.head.instant;
  await insertMessages(behind.workspaceId, behind.db, [
    { kind: "redemption_confirmed", person_id: of.person, subject_key: redemption, data, due_at },
    ...(item.stock === 1
      ? [
          {
            kind: "stock_low" as const,
            person_id: OPERATORS,
            subject_key: `${item.key}:${redemption}`,
            data: { item: item.key, stock: 0 },
            due_at,
          },
        ]
      : []),
  ]);
}

/** What was given back of points that had ended meanwhile can be spent this long. */
const GRACE_MS = 30 * 86_400_000;

/**
 * Gives points and stock back. Of two at once one does it; again changes nothing. Points that have ended since can be spent for 30 more
 * days. Refuses `not_found`.
 */
export async function cancelRedemption(parts: MoneyParts, by: By, input: { redemptionId: string; reason: string }): Promise<void> {
  await asWriter(parts, by, async (db, head) => {
    const { workspaceId } = by;
    const row = await redemptions.readRedemption(workspaceId, db, input.redemptionId);
    if (row === null) throw notFound("redemption");
    // What is due ends first, so that only what comes back now gets more time.
    await openPurse(parts, { db, head, workspaceId }, { personId: row.person_id, form: row.form, unit: row.unit });
    if (!(await redemptions.cancelRow(workspaceId, db, { id: row.id, at: head.instant }))) return { result: undefined, deeds: [] };
    const taken = await redemptions.readTaken(workspaceId, db, row.id);
    const ids = taken.map((t) => t.reward);
    const move = { key: `unredeem|${row.id}`, group: row.id, kind: "void", cause: row.id, at: head.instant, amount: row.amount } as const;
    const holding = { owner: row.person_id, form: row.form, unit: row.unit };
    await saveTransfers(workspaceId, db, [movement(parts.hashes.digest, holding, { ...move, from: "settled", to: "available" })]);
    await useRewards(workspaceId, db, { ids, by: taken.map((t) => -t.amount) });
    await redemptions.prolong(workspaceId, db, { rewards: ids, now: head.instant, until: head.instant + GRACE_MS });
    if (row.item_id !== null) await store.moveStock(workspaceId, db, { item: row.item_id, by: 1 });
    const reason = await withoutNames(workspaceId, db, { text: input.reason, people: [row.person_id] });
    const detail = { reason, amount: row.amount, unit: row.unit, item: row.item };
    return { result: undefined, deeds: [{ action: "redemption.cancelled", target: externalId("rdm", row.id), detail }] };
  });
}
