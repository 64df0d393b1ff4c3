/**
 * A sandbox's life made up from a seed, as careless and hostile as its operators may be: choices, teams, points that end, levels, spending,
 * payouts, corrected stages, merges and erasures, in any order and on a clock that moves. For tests that prove the books after each step.
 */
import { event as eventSchema } from "../../src/core/event.ts";
import type { EventInput } from "../../src/core/event.ts";
import { type Draft, normalise } from "../../src/core/ingest/normalise.ts";
import type { ProgramDefinition } from "../../src/core/program.ts";
import type { By } from "../../src/flow/by.ts";
import { cancelRedemption, putItem, redeemItem } from "../../src/flow/catalogue.ts";
import { reassignReferral, rejectReferral } from "../../src/flow/change-referrals.ts";
import { approveReward, denyReward, grantReward, reverseReward } from "../../src/flow/change-rewards.ts";
import { chooseReward } from "../../src/flow/choose-reward.ts";
import { moveClock } from "../../src/flow/clock.ts";
import { erasePerson } from "../../src/flow/erase-person.ts";
import { mergePeople } from "../../src/flow/merge-people.ts";
import { createPayout, recordPayouts } from "../../src/flow/payouts.ts";
import { redeemCoupon } from "../../src/flow/redeem-coupons.ts";
import { Refusal } from "../../src/flow/refusal.ts";
import { passGates } from "../../src/flow/risk/pass-gates.ts";
import { approveReview, refuseReview } from "../../src/flow/risk/reviews.ts";
import { resettleWorkspace } from "../../src/flow/resettle.ts";
import { fulfilReward, spendBalance } from "../../src/flow/spend-balance.ts";
import type { Engine } from "../support/engine.ts";
import type { Parts } from "../support/people.ts";
import { type Chance, chanceOf } from "../support/random-life.ts";

const HOUR = 3_600_000;
const DAY = 24 * HOUR;
/** Monday 7 January 2030. */
const START = Date.UTC(2030, 0, 7, 9);
const CHOICE = [{ cash: { percent: 7, of: "order.total" as const } }, { points: 30 }, { coupon: { percent: 5 } }, { credit: "2.00 USD" }];

export const HOSTILE: ProgramDefinition = {
  key: "hostile",
  kind: "partner",
  name: "Hostile",
  stages: ["registered", "won", "order"],
  qualifies_at: "order",
  destination: "https://shop.example/",
  terms: { en: "T" },
  disclosure: { en: "D" },
  friends: { who: "anyone" },
  rewards: [
    { key: "deal", when: { stage: "won" }, to: { team: true }, give: { cash: { percent: 12, of: "event.value" } }, hold: "3d" },
    { key: "sale", when: { stage: "order" }, to: { team: true }, give: { credit: { percent: 10, of: "order.total" } }, expires: "20d" },
    {
      key: "pick",
      when: { stage: "order", for: "12d" },
      give: { choice: CHOICE },
      hold: "4d",
      expires: "9d",
      limit: { count: 6, every: "month" },
    },
    {
      key: "both",
      when: { stage: "won" },
      to: { team: true },
      give: { choice: [{ cash: "3.33 USD" }, { points: 11 }] },
      approval: "manual",
    },
    { key: "pts", when: { stage: "order" }, to: "friend", give: { points: 17 }, expires: "5d" },
    {
      key: "chan",
      when: { activity: "post", each: "channel" },
      give: { points: 8 },
      expires: "7d",
      limit: { count: 2, every: "week", by: "channel" },
    },
    { key: "near", when: { threshold: 2, within: "4d", repeat: true }, give: { points: 25 }, approval: "manual" },
    { key: "steady", when: { streak: 2, every: "week", repeat: true }, give: { credit: "1.50 USD" }, expires: "30d" },
    { key: "cap", when: { stage: "order" }, give: { cash: "5.00 USD" }, limit: { amount: "12.00 USD", every: "month" } },
  ],
  levels: {
    window: "30d",
    notice: "5d",
    steps: [
      { key: "silver", name: "Silver", from: 20 },
      { key: "gold", name: "Gold", from: 60 },
    ],
  },
  budget: { amount: "150.00 USD", every: "month" },
};

export type HostileLife = {
  e: Engine;
  parts: Parts;
  by: By;
  chance: Chance;
  now: number;
  codes: string[];
  orders: { id: string; total: number }[];
  sent: number;
  /** What was done, for the message of a red run. */
  told: string[];
};

const ADVOCATES = ["a0", "a1", "a2", "a3"];

/** A sandbox in 2030 with the program, four advocates and two things to be had for points. */
export async function beginHostileLife(e: Engine, parts: Parts, seed: number): Promise<HostileLife> {
  const by = { ...e.by, workspaceId: e.sandbox };
  await moveClock(parts, by, { setTo: START });
  const risk = { hold_at: 20, refuse_at: 95, velocity: { count: 2, within: "2d" }, review_within: "3d", unreviewed: "pay" as const };
  await e.publish(seed % 2 === 0 ? HOSTILE : { ...HOSTILE, risk }, { workspace: e.sandbox });
  await moveClock(parts, by, { setTo: START + 10 * DAY });
  const codes: string[] = [];
  for (const user_id of ADVOCATES) codes.push((await e.join("hostile", { user_id }, e.sandbox)).code);
  const item = { description: "", program: null, level: null, active: true, name: "I" };
  await putItem(parts, by, { ...item, key: "mug", form: "points", unit: "points", price: 13, stock: 4, perPerson: 2 });
  await putItem(parts, by, { ...item, key: "card", form: "credit", unit: "USD", price: 77, stock: null, perPerson: null });
  const life = { e, parts, by, chance: chanceOf(seed), now: START + 10 * DAY, codes, orders: [], sent: 0, told: [] };
  const teams = { t1: [60, 40], t2: [1, 1, 1], t3: [50, 30, 19, 1] };
  for (const [friend, shares] of Object.entries(teams)) await claimTogether(life, friend, shares);
  return life;
}

async function peopleBy(e: Engine): Promise<Map<string, string>> {
  const rows = await e.rows<{ value: string; id: string }>(
    "select value, person_id as id from person_identity where workspace_id = $1 and kind = 1",
    [e.sandbox],
  );
  return new Map(rows.map((r) => [r.value, r.id]));
}

/** The fact that an approved claim by several makes. */
async function claimTogether(life: HostileLife, friend: string, shares: number[]): Promise<void> {
  const { e } = life;
  const known = await peopleBy(e);
  const [program] = await e.rows<{ id: string }>("select id from program where workspace_id = $1", [e.sandbox]);
  const team = shares.map((share, i) => ({ person: known.get(ADVOCATES[i]!)!, share })).filter((m) => m.person !== undefined);
  const occurred_at = new Date(life.now - 9 * DAY).toISOString();
  const event = eventSchema.parse({ type: "stage", stage: "registered", occurred_at, program: "hostile", person: { user_id: friend } });
  const draft = normalise(event, { index: 0, client: `claim:${friend}`, keyed: (text) => text }) as Draft;
  await e.batcher.submitDrafts(e.sandbox, [{ ...draft, claim: { program: program!.id, advocate: team[0]!.person, team } }]);
}

/** Up to `most` events, late ones among them. */
export async function sendHostile(life: HostileLife, most: number): Promise<void> {
  const batch = Array.from({ length: 1 + life.chance.below(most) }, () => hostileEvent(life));
  life.told.push(`send ${JSON.stringify(batch)}`);
  await life.e.send(batch, life.e.sandbox);
}

function hostileEvent(life: HostileLife): EventInput {
  const { chance: c, orders } = life;
  const id = `e-${life.sent++}`;
  const user = c.pick(["f1", "f2", "t1", "t1", "t2", "t3", "a0", "a1"]);
  const base = { id, occurred_at: new Date(life.now - c.below(9 * DAY)).toISOString(), person: { user_id: user } };
  const referral = c.next() < 0.5 ? { code: c.pick(life.codes) } : undefined;
  const r = c.next();
  if (r < 0.4 || orders.length === 0) {
    const order = { id: `o-${id}`, total: 1 + c.below(9000) };
    orders.push(order);
    return { ...base, type: "purchase", referral, order: { ...order, currency: c.next() < 0.9 ? "USD" : "EUR" } };
  }
  if (r < 0.6) {
    const value = c.pick([0, 1, 999, 10_001, 250_000, 100_000, -5]);
    const subject = c.pick(["deal-1", "deal-2"]);
    return { ...base, type: "stage", stage: "won", program: "hostile", value, currency: c.next() < 0.85 ? "USD" : "EUR", subject };
  }
  if (r < 0.72) {
    const channel = c.pick(["x", "linkedin", "mail"]);
    return { ...base, person: { user_id: c.pick(ADVOCATES) }, type: "activity", name: "post", program: "hostile", context: { channel } };
  }
  const order = c.pick(orders);
  const amount = c.next() < 0.7 ? { amount: 1 + c.below(order.total) } : {};
  return {
    id,
    occurred_at: base.occurred_at,
    type: c.pick(["refund", "refund", "chargeback"]),
    order: { id: order.id, currency: "USD", ...amount },
  };
}

type Row = { id: string; batch_id: string; code: string };
type Acts = Record<string, () => Promise<unknown>>;

/** What is there to act upon, in an order that does not change from run to run. */
function tableOf({ e, chance: c }: HostileLife) {
  const all = (text: string) => e.rows<Row>(text, [e.sandbox]);
  return {
    all,
    rewards: (where: string) => all(`select id from reward where workspace_id = $1 and ${where} order by at, client_id, rule, owed`),
    one: (list: readonly Row[]) => (list.length === 0 ? e.sandbox : c.pick(list).id),
    who: async () =>
      c.pick(await all("select id from person where workspace_id = $1 and merged_into is null order by created_at, id")).id,
  };
}

/** What is done to rewards. */
function rewardActs(life: HostileLife): Acts {
  const { parts, by, chance: c } = life;
  const { all, rewards, one, who } = tableOf(life);
  return {
    deny: async () => denyReward(parts, by, { rewardId: one(await rewards("state = 'pending'")), reason: "r" }),
    reverse: async () => reverseReward(parts, by, { rewardId: one(await rewards("owed > 0")), reason: "r" }),
    gates: () => passGates(parts, by.workspaceId),
    review: async () => {
      const reviewId = one(await all("select id from risk_assessment where workspace_id = $1 order by scored_at, score, id"));
      await (c.next() < 0.6 ? approveReview : refuseReview)(parts, by, { reviewId, note: null });
    },
    approve: async () => approveReward(parts, by, one(await rewards("gate = 'review'"))),
    fulfil: async () => fulfilReward(parts, by, { rewardId: one(await rewards("state = 'available'")), reference: null }),
    choose: async () => chooseReward(parts, by, { rewardId: one(await rewards("form = 'choice'")), option: c.below(4) }),
    chooseAny: async () => chooseReward(parts, by, { rewardId: one(await rewards("true")), option: c.below(2) }),
    grant: async () => {
      const [program] = await all("select id from program where workspace_id = $1");
      const [form, unit] = c.pick(["points points", "credit USD", "cash USD"]).split(" ") as [string, string];
      await grantReward(parts, by, { programId: program!.id, personId: await who(), form, unit, amount: 1 + c.below(90), reason: "r" });
    },
  };
}

/** What is done with balances. */
function moneyActs(life: HostileLife): Acts {
  const { parts, by, chance: c } = life;
  const { all, one, who } = tableOf(life);
  return {
    spend: async () => {
      const [form, unit] = c.pick(["points points", "credit USD"]).split(" ") as [string, string];
      await spendBalance(parts, by, { personId: await who(), form, unit, amount: 1 + c.below(40), reference: null });
    },
    item: async () => redeemItem(parts, by, { item: c.pick(["mug", "card"]), personId: await who(), reference: null }),
    unitem: async () => {
      const made = await all("select id from redemption where workspace_id = $1 order by at, id");
      await cancelRedemption(parts, by, { redemptionId: one(made), reason: "r" });
    },
    coupon: async () => {
      const coupons = await all("select code from coupon where workspace_id = $1 order by code");
      const code = coupons.length === 0 ? "NONE" : c.pick(coupons).code;
      const bill = { orderId: null, receipt: String(c.below(5)), total: 900, currency: "USD" };
      await redeemCoupon(parts, by, { code, personId: await who(), ...bill });
    },
    payout: () => createPayout(parts, by, { unit: "USD", form: "cash", minimum: 1 }),
    result: async () => {
      const flying = await all("select id, batch_id from payout where workspace_id = $1 and state = 'in_flight' order by created_at, id");
      if (flying.length === 0) return;
      const { id: payoutId, batch_id: batchId } = c.pick(flying);
      const state = c.next() < 0.6 ? ("settled" as const) : ("failed" as const);
      await recordPayouts(parts, by, { batchId, results: [{ payoutId, state, reference: null, error: null }] });
    },
  };
}

/** What is done to people, and the clock. */
function peopleActs(life: HostileLife): Acts {
  const { e, parts, by, chance: c } = life;
  const { all, one, who } = tableOf(life);
  const referral = async () => one(await all("select id from referral where workspace_id = $1 order by bound_at, bound_client, status"));
  return {
    clock: async () => {
      life.now += c.pick([HOUR, DAY, 3 * DAY, 6 * DAY]);
      await moveClock(parts, by, { setTo: life.now });
    },
    merge: async () => mergePeople(parts, by, { fromId: await who(), intoId: await who(), evenWithTwoUserIds: true }),
    erase: async () => (c.next() < 0.4 ? erasePerson(parts, by, await who()) : undefined),
    reassign: async () => reassignReferral(parts, by, { referralId: await referral(), advocateId: await who(), reason: "r" }),
    reject: async () => rejectReferral(parts, by, { referralId: await referral(), reason: "r" }),
    resettle: () => resettleWorkspace({ ...parts, pool: parts.settlePool }, e.sandbox),
  };
}

/** One act. What the product refuses is no failure. @returns what it was. */
export async function actHostile(life: HostileLife): Promise<string> {
  const acts = { ...rewardActs(life), ...moneyActs(life), ...peopleActs(life) };
  const name = life.chance.pick([...Object.keys(acts), "clock", "choose", "spend", "payout", "unitem", "gates"]);
  let said = name;
  try {
    await acts[name]!();
  } catch (error) {
    if (!(error instanceof Refusal)) throw error;
    said = `${name} (${error.code})`;
  }
  life.told.push(said);
  return said;
}
