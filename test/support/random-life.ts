/**
 * A workspace's life made up from a seed: events of every kind in any order, with repeats and merges, and between them whatever an
 * operator may do. For tests that ask whether the books are right after each step.
 */
import type { EventInput } from "../../src/core/event.ts";
import type { ProgramDefinition } from "../../src/core/program.ts";
import { createReferral, reassignReferral, rejectReferral } from "../../src/flow/change-referrals.ts";
import { denyReward, grantReward, reverseReward } from "../../src/flow/change-rewards.ts";
import { chooseReward } from "../../src/flow/choose-reward.ts";
import { erasePerson } from "../../src/flow/erase-person.ts";
import { mergePeople } from "../../src/flow/merge-people.ts";
import { createPayout, recordPayouts } from "../../src/flow/payouts.ts";
import { Refusal } from "../../src/flow/refusal.ts";
import { resettleWorkspace } from "../../src/flow/resettle.ts";
import { sweepWorkspace } from "../../src/flow/sweep.ts";
import type { Engine } from "./engine.ts";
import type { Parts } from "./people.ts";

export type Chance = { next(): number; pick<T>(list: readonly T[]): T; below(n: number): number };

/** Mulberry32: the same numbers for the same seed, on every machine. */
export function chanceOf(seed: number): Chance {
  let s = seed >>> 0;
  const next = () => {
    s = (s + 0x6d2b79f5) >>> 0;
    let t = Math.imul(s ^ (s >>> 15), 1 | s);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) / 4_294_967_296;
  };
  return { next, pick: (list) => list[Math.floor(next() * list.length)]!, below: (n) => Math.floor(next() * n) };
}

const BEGIN = Date.parse("2026-03-01T00:00:00Z");
const DAY = 86_400_000;
const words = { terms: { en: "T" }, disclosure: { en: "D" }, destination: "https://shop.example/" };

/** Two programs that between them use every kind of rule that depends on others: tiers, caps, thresholds, chains, shares, budgets. */
export const LIFE_PROGRAMS: readonly ProgramDefinition[] = [
  {
    ...words,
    key: "flat",
    kind: "direct",
    name: "Flat",
    stages: ["signup", "order"],
    qualifies_at: "order",
    rewards: [
      { key: "tenth", when: { stage: "order" }, to: "advocate", give: { cash: { percent: 10, of: "order.total" } }, hold: "14d" },
      { key: "hello", when: { stage: "signup" }, to: "friend", give: { points: 50 } },
      {
        key: "pick",
        when: { stage: "order" },
        give: { choice: [{ credit: { percent: 3, of: "order.total" } }, { points: 30 }, { coupon: { percent: 5 } }] },
        limit: { count: 4, every: "month" },
      },
      {
        key: "second",
        when: { stage: "order", nth: 2, where: { "order.total": { gte: "20.00 USD" } } },
        to: "advocate",
        give: { credit: "5.00 USD" },
        on_refund: "all_below_threshold",
      },
    ],
    budget: { amount: "120.00 USD", every: "month" },
  },
  {
    ...words,
    key: "tiers",
    kind: "tiered",
    name: "Tiers",
    stages: ["order", "payment"],
    qualifies_at: "order",
    friends: { who: "new_customer_of_company" },
    rewards: [
      { key: "five", when: { stage: "order" }, give: { cash: { percent: 5, of: "order.net" } }, limit: { count: 3, every: "month" } },
      { key: "capped", when: { stage: "order" }, give: { credit: "3.00 USD" }, limit: { amount: "7.00 USD", every: "month" } },
      { key: "two", when: { threshold: 2, repeat: true }, give: { cash: "10.00 USD" } },
      { key: "near", when: { threshold: 2, within: "5d", repeat: true }, give: { choice: [{ cash: "1.00 USD" }, { points: 9 }] } },
      { key: "steady", when: { streak: 2, every: "week" }, give: { points: 40 } },
      { key: "share", when: { stage: "order" }, to: { upline: 1 }, give: { cash: { percent: 20, of: "downline_rewards" } } },
      { key: "above", when: { stage: "order" }, to: { upline: 2 }, give: { points: 3 } },
    ],
    tiers: { every: "month", steps: [{ from: 1 }, { from: 2, multiply: 2 }] },
    bonuses: [{ key: "b", from: "2026-03-10", to: "2026-03-12", multiply: 2 }],
  },
];

export type Life = {
  e: Engine;
  parts: Parts;
  chance: Chance;
  codes: Record<string, string[]>;
  orders: { id: string; total: number }[];
  sent: EventInput[];
};

/** Publishes the programs, with four advocates who take part in both. */
export async function beginLife(e: Engine, parts: Parts, seed: number): Promise<Life> {
  for (const program of LIFE_PROGRAMS) await e.publish(program, { from: BEGIN - DAY });
  const codes: Record<string, string[]> = { flat: [], tiers: [] };
  for (let i = 0; i < 4; i++) for (const key of ["flat", "tiers"]) codes[key]!.push((await e.join(key, { user_id: `a${i}` })).code);
  return { e, parts, chance: chanceOf(seed), codes, orders: [], sent: [] };
}

/** Sends one batch of up to `most` events. */
export async function sendSome(life: Life, most: number): Promise<EventInput[]> {
  const batch = Array.from({ length: 1 + life.chance.below(most) }, (_, k) => someEvent(life, `${life.sent.length}-${k}`));
  life.sent.push(...batch);
  await life.e.send(batch);
  return batch;
}

function somebody({ chance: c }: Life): NonNullable<EventInput["person"]> {
  const company = c.next() < 0.15 ? { company: c.pick(["c1", "c2"]) } : {};
  const r = c.next();
  if (r < 0.7) return { user_id: c.pick(["f1", "f2", "f3", "f4", "a1", "a2"]), ...company };
  if (r < 0.85) return { anonymous_id: c.pick(["x1", "x2"]), ...(c.next() < 0.4 ? { user_id: c.pick(["f1", "f2"]) } : {}) };
  return { email: c.pick(["e1@x.com", "e2@x.com"]), ...(c.next() < 0.5 ? { user_id: c.pick(["f3", "f5"]) } : {}) };
}

function someEvent(life: Life, name: string): EventInput {
  const { chance: c, orders } = life;
  const r = c.next();
  const person = somebody(life);
  const referral = c.next() < 0.6 ? { code: c.pick(life.codes[c.pick(["flat", "tiers"])]!) } : undefined;
  const base = { id: `e-${name}`, occurred_at: new Date(BEGIN + c.below(40 * DAY)).toISOString(), person };
  if (r < 0.45 || orders.length === 0) {
    const total = 100 * (1 + c.below(60));
    const order = { id: `o-${name}`, total };
    const again = c.next() < 0.1 && orders.length > 0 ? c.pick(orders).id : order.id;
    orders.push(order);
    const currency = c.next() < 0.9 ? "USD" : "EUR";
    return { ...base, type: "purchase", referral, order: { id: again, total, tax: c.below(total / 5), currency } };
  }
  if (r < 0.55) return { ...base, type: "signup", referral };
  if (r < 0.6) return { ...base, type: "visit", referral };
  if (r < 0.7) return { ...base, type: "payment", order: { id: `p-${name}`, total: 2000, currency: "USD" } };
  if (r > 0.95) return c.pick(life.sent.length > 0 ? life.sent : [{ ...base, type: "signup" } as EventInput]);
  const order = c.pick(orders);
  const part = c.next() < 0.6 ? { total: c.below(order.total) } : {};
  const { person: _nobody, ...bare } = base;
  if (c.next() < 0.2) return { ...bare, type: "order_updated", order: { id: order.id, total: 5, ...part } };
  return { ...bare, type: c.pick(["refund", "refund", "chargeback"] as const), order: { id: order.id, currency: "USD", ...part } };
}

/** One thing that an operator, a sweep or a bank does. What the product refuses is no failure. @returns what it was. */
export async function actSome(life: Life): Promise<string> {
  const { e, parts, chance: c } = life;
  const all = (text: string) => e.rows<{ id: string; batch_id: string }>(text);
  // In an order that does not depend on ids, which differ from run to run: the same seed lives the same life.
  const people = await all(
    `select p.id, '' as batch_id from person p where p.merged_into is null order by p.created_at,
       coalesce((select min(i.value) from person_identity i where i.person_id = p.id), (select min(f.client_id) from fact f
         where f.person_id = p.id))`,
  );
  const referrals = await all(
    `select r.id, '' as batch_id from referral r join program p on p.id = r.program_id order by r.bound_at, r.bound_client, p.key,
      r.status`,
  );
  const rewards = await all("select id, '' as batch_id from reward order by at, client_id, rule, state, owed");
  const choices = await all("select id, '' as batch_id from reward where form = 'choice' order by at, client_id, rule, state, owed");
  const programs = await all("select id from program order by key");
  const flying = await all("select id, batch_id from payout where state = 'in_flight' order by created_at, id");
  const who = () => c.pick(people).id;
  const one = (list: readonly { id: string }[]) => (list.length === 0 ? e.workspace : c.pick(list).id);
  const actions: Record<string, () => Promise<unknown>> = {
    merge: () => mergePeople(parts, e.by, { fromId: who(), intoId: who(), evenWithTwoUserIds: true }),
    create: () => createReferral(parts, e.by, { programId: one(programs), advocateId: who(), friendId: who(), reason: "r" }),
    reassign: () => reassignReferral(parts, e.by, { referralId: one(referrals), advocateId: who(), reason: "r" }),
    reject: () => rejectReferral(parts, e.by, { referralId: one(referrals), reason: "r" }),
    erase: () => erasePerson(parts, e.by, who()),
    deny: () => denyReward(parts, e.by, { rewardId: one(rewards), reason: "r" }),
    reverse: () => reverseReward(parts, e.by, { rewardId: one(rewards), reason: "r" }),
    grant: () =>
      grantReward(parts, e.by, {
        programId: one(programs),
        personId: who(),
        form: "cash",
        unit: "USD",
        amount: 1 + c.below(500),
        reason: "r",
      }),
    choose: () => chooseReward(parts, e.by, { rewardId: one(choices), option: c.below(3) }),
    sweep: () => sweepWorkspace(parts, e.workspace),
    payout: () => createPayout(parts, e.by, { unit: "USD", form: "cash", minimum: 1 }),
    result: async () => {
      if (flying.length === 0) return;
      const payout = c.pick(flying);
      const state = c.next() < 0.6 ? ("settled" as const) : ("failed" as const);
      await recordPayouts(parts, e.by, {
        batchId: payout.batch_id,
        results: [{ payoutId: payout.id, state, reference: null, error: null }],
      });
    },
    resettle: () => resettleWorkspace({ ...parts, pool: parts.settlePool }, e.workspace),
  };
  const name = c.pick(Object.keys(actions));
  try {
    await actions[name]!();
  } catch (error) {
    if (!(error instanceof Refusal)) throw error;
    return `${name} (${error.code})`;
  }
  return name;
}
