/** The proof turns red for every kind of damage, names it, and is green before and after it is mended. */
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { createPayout, recordPayouts } from "../../src/flow/payouts.ts";
import { sweepWorkspace } from "../../src/flow/sweep.ts";
import { type Engine, createEngine } from "../support/engine.ts";
import { type Parts, partsOf, verify } from "../support/people.ts";

let e: Engine;
let parts: Parts;
beforeAll(async () => {
  e = await createEngine();
  parts = partsOf(e);
  await e.publish({
    key: "friends",
    kind: "tiered",
    name: "Friends",
    stages: ["signup", "order"],
    qualifies_at: "order",
    destination: "https://shop.example/",
    friends: { who: "new_customer_of_company" },
    rewards: [
      {
        key: "tenth",
        when: { stage: "order" },
        to: "advocate",
        give: { cash: { percent: 10, of: "order.total" } },
        limit: { count: 50, every: "month" },
      },
      { key: "hello", when: { stage: "signup" }, to: "friend", give: { points: 5 } },
      { key: "three", when: { threshold: 3, repeat: true }, to: "advocate", give: { credit: "10.00 USD" } },
      { key: "share", when: { stage: "order" }, to: { upline: 1 }, give: { cash: { percent: 20, of: "downline_rewards" } } },
    ],
    tiers: { every: "month", steps: [{ from: 1 }, { from: 3, multiply: 2 }] },
    budget: { amount: "500.00 USD", every: "month" },
    terms: { en: "T" },
    disclosure: { en: "D" },
  });
  const top = await e.join("friends", { user_id: "top" });
  const ann = await e.join("friends", { user_id: "ann" });
  await e.send([
    {
      id: "a0",
      type: "purchase",
      person: { user_id: "ann" },
      referral: { code: top.code },
      order: { id: "a0", total: 100, currency: "USD" },
    },
    ...["b", "c", "d", "f"].flatMap((user) => [
      { id: `s-${user}`, type: "signup", person: { user_id: user, company: `co-${user}` }, referral: { code: ann.code } },
      { id: `p-${user}`, type: "purchase", person: { user_id: user }, order: { id: `p-${user}`, total: 2000, currency: "USD" } },
    ]),
  ] as never);
  await e.send([{ id: "r1", type: "refund", order: { id: "p-b", amount: 500, currency: "USD" } }] as never);
  await sweepWorkspace(parts, e.workspace);
  const { batchId } = await createPayout(parts, e.by, { unit: "USD", form: "cash", minimum: 100 });
  const [first] = await e.rows<{ id: string }>("select id from payout where batch_id = $1 order by id", [batchId]);
  await recordPayouts(parts, e.by, { batchId, results: [{ payoutId: first!.id, state: "settled", reference: "bank-1", error: null }] });
  await e.send([{ id: "r2", type: "refund", order: { id: "p-c", currency: "USD" } }] as never);
  await e.send([{ id: "early", type: "refund", order: { id: "unknown", amount: 5, currency: "USD" } }] as never);
});
afterAll(async () => {
  await e.close();
});

test("before any damage every invariant holds, and each has looked at something", async () => {
  const proof = await verify(e);
  expect(proof.broken).toEqual([]);
  expect(proof.ok).toBe(true);
  const idle = proof.checks.filter((c) => c.checked === 0).map((c) => c.id);
  expect(idle).toEqual([]);
  expect(proof.checks.map((c) => c.id)).toEqual(
    expect.arrayContaining(["I1", "I2", "I3", "I3.keys", "I4", "I6", "I7", "I8", "I10", "I11", "posted", "owed", "budgets"]),
  );
});

/** Damage as only the owner of the database can do it, what must notice, and how it is mended. */
const damage: [what: string, sql: string, notices: string[]][] = [
  [
    "a posting's amount",
    "update transfer set amount = amount + 1 where id = (select id from transfer where kind = 'grant' order by id limit 1)",
    ["I2", "posted"],
  ],
  [
    "a posting between two units",
    `update transfer set credit = (select id from ledger_account where unit = 'points' limit 1) where id = (select t.id
      from transfer t join ledger_account a on a.id = t.debit where a.unit = 'USD' order by t.id limit 1)`,
    ["I1", "I2"],
  ],
  [
    "a posting to an account that is not there",
    "update transfer set credit = gen_random_uuid() where id = (select id from transfer order by id limit 1)",
    ["I1", "I2"],
  ],
  [
    "a posting gone",
    "delete from transfer where id = (select id from transfer where kind = 'adjust' order by id limit 1)",
    ["I2", "posted"],
  ],
  [
    "a posting for nothing",
    `insert into transfer select workspace_id, gen_random_uuid(), group_id, 'grant', null, cause, at, debit, credit, 7
      from transfer where kind = 'grant' order by id limit 1`,
    ["I2", "causes"],
  ],
  [
    "a balance",
    `update ledger_account set balance = balance + 1 where id = (select id from ledger_account
      where kind = 'available' order by id limit 1)`,
    ["I2", "holdings"],
  ],
  [
    "a balance missing",
    "update ledger_account set balance = null where id = (select id from ledger_account where kind = 'pending' order by id limit 1)",
    ["I2"],
  ],
  [
    "a grant's amount",
    "update reward set owed = owed + 1 where id = (select id from reward where rule = 'hello' order by id limit 1)",
    ["posted", "holdings", "owed"],
  ],
  [
    "a grant given to somebody else",
    `update reward set recipient_id = (select person_id from person_identity where value = 'top') where basis = 'order:p-d'
      and rule = 'tenth'`,
    ["I3.keys", "holdings", "owed"],
  ],
  [
    "a grant under another key",
    "update reward set basis = 'order:other' where basis = 'order:p-d' and rule = 'tenth'",
    ["I3.keys", "owed"],
  ],
  [
    "a grant that no fact owes",
    `insert into reward (workspace_id, id, program_id, version, rule, basis, recipient_id, friend_id, advocate_id, fact_id, at,
      client_id, rank_at, rank_client, form, unit, nominal, owed, state, available_at) select workspace_id, gen_random_uuid(),
      program_id, version, rule, 'order:made-up', recipient_id, friend_id, advocate_id, fact_id, at, client_id, rank_at,
      rank_client, form, unit, nominal, 0, 'denied', available_at from reward where basis = 'order:p-d' and rule = 'tenth'`,
    ["I3.keys", "owed"],
  ],
  [
    "a grant gone, with its postings",
    `with gone as (delete from reward where basis = 'order:p-d' and rule = 'tenth' returning id) delete from transfer
      where reward_id in (select id from gone)`,
    ["I2", "owed"],
  ],
  [
    "a grant's state",
    "update reward set state = 'pending' where id = (select id from reward where state = 'available' order by id limit 1)",
    ["states"],
  ],
  ["an event's status", "update fact set status = 'failed' where client_id = 'p-d'", ["I4"]],
  ["an event's outcome", "update fact set outcome = 'null' where client_id = 'p-d'", ["I4"]],
  ["an event's decisions", "update fact set outcome = '{}' where client_id = 'p-d'", ["I4"]],
  ["what an event was answered", `update fact set outcome = '{"decisions":[],"error":{}}' where client_id = 'p-d'`, ["I4"]],
  [
    "what an event says",
    "update fact set body = (jsonb_set(body::jsonb, '{order,total}', '2100'))::json where client_id = 'p-d'",
    ["owed", "I6.refunds"],
  ],
  ["an event's person", "update fact set person_id = gen_random_uuid() where client_id = 'p-d'", ["I4", "owed"]],
  ["an order refunded beyond its total", "update order_state set refunded = total + 1 where order_id = 'p-b'", ["I6", "I6.refunds"]],
  ["an order's refund", "update order_state set refunded = 0 where order_id = 'p-b'", ["I6.refunds"]],
  [
    "a referral's advocate",
    `update referral set advocate_id = (select person_id from person_identity where value = 'top')
      where friend_id = (select person_id from person_identity where value = 'd')`,
    ["owed", "I5.folds"],
  ],
  [
    "a referral to oneself",
    `update referral set advocate_id = friend_id, frozen_at = null where friend_id = (select person_id from person_identity
      where value = 'd')`,
    ["I11"],
  ],
  [
    "a saved fold",
    "update person set state = replace(state, '\"o\":1', '\"o\":2') where id = (select person_id from person_identity where value = 'd')",
    ["I5.folds"],
  ],
  ["a saved standing", "update standing set state = replace(state, ']', '1]')", ["I5.standings"]],
  ["a budget's counter", "update budget set used = used - 1", ["budgets"]],
  ["a payout's amount", "update payout set amount = amount + 1 where id = (select id from payout order by id limit 1)", ["I7"]],
  [
    "what is flying",
    "update reward set flying = flying + 1 where id = (select id from reward where flying > 0 order by id limit 1)",
    ["I7", "holdings"],
  ],
  ["a company's first purchase", "update company set first_order_at = first_order_at + 1 where external_id = 'co-d'", ["companies"]],
  [
    "a person merged into nobody",
    "update person set merged_into = gen_random_uuid() where id = (select person_id from person_identity where value = 'f')",
    ["people"],
  ],
];

describe("damage", () => {
  beforeAll(async () => {
    await e.rows("create schema kept");
  });
  const tables = [
    "transfer",
    "ledger_account",
    "reward",
    "fact",
    "order_state",
    "referral",
    "person",
    "standing",
    "budget",
    "payout",
    "company",
  ];

  test.each(damage)("%s is noticed", async (_what, sql, notices) => {
    for (const table of tables) await e.rows(`create table kept.${table} as table ${table}`);
    try {
      await e.rows(sql);
      const proof = await verify(e);
      expect(proof.ok).toBe(false);
      expect(proof.broken.map((b) => b.split(":")[0])).toEqual(expect.arrayContaining(notices));
      for (const check of proof.checks) expect(check.ok).toBe(check.bad === 0);
      for (const check of proof.checks) expect(check.examples.length).toBe(Math.min(5, check.bad));
    } finally {
      for (const table of tables) {
        await e.rows(`delete from ${table}`);
        await e.rows(`insert into ${table} select * from kept.${table}`);
        await e.rows(`drop table kept.${table}`);
      }
    }
    expect((await verify(e)).broken).toEqual([]);
  });

  test("a table whose rows are not guarded any more is noticed", async () => {
    await e.rows("alter table coupon no force row level security");
    expect((await verify(e)).of("I8")).toMatchObject({ ok: false, bad: 1, examples: ["table coupon: not guarded"] });
    await e.rows("alter table coupon force row level security");
  });

  test("a right to change what only grows is noticed", async () => {
    const [role] = (await parts.pool.query<{ role: string }>("select current_user as role")).rows;
    await e.rows(`grant update on transfer to ${role!.role}`);
    expect((await verify(e)).of("I10")).toMatchObject({ ok: false, bad: 1 });
    await e.rows(`revoke update on transfer from ${role!.role}`);
    expect((await verify(e)).broken).toEqual([]);
  });
});

test("the proof of one workspace does not see another's damage", async () => {
  await e.rows(
    "insert into ledger_account (workspace_id, id, kind, owner_id, form, unit, balance) values ($1, gen_random_uuid(), " +
      "'pending', gen_random_uuid(), 'cash', 'USD', 5)",
    [e.sandbox],
  );
  expect((await verify(e)).ok).toBe(true);
  expect((await verify(e, e.sandbox)).of("I2").ok).toBe(false);
});
