/** Folding again: what is too large for a batch waits for a job, and says so; what is right does not change. */
import { afterAll, beforeAll, expect, test } from "vitest";
import { resettlePeople, resettleRequested, resettleStandings, resettleWorkspace } from "../../src/flow/resettle.ts";
import { FOLD_LIMIT } from "../../src/flow/settle/hold-people.ts";
import { type Engine, createEngine } from "../support/engine.ts";
import { type Parts, partsOf, verify } from "../support/people.ts";

let e: Engine;
let parts: Parts;
let code: string;
const start = Date.now() - 30 * 86_400_000;
const buy = (i: number, user = "big") =>
  ({
    id: `${user}-${i}`,
    type: "purchase",
    occurred_at: new Date(start + i * 60_000).toISOString(),
    person: { user_id: user },
    referral: { code },
    order: { id: `${user}-${i}`, total: 100, currency: "USD" },
  }) as never;

beforeAll(async () => {
  e = await createEngine();
  parts = { ...partsOf(e) };
  parts.pool = parts.settlePool;
  await e.publish({
    key: "friends",
    kind: "direct",
    name: "Friends",
    stages: ["order"],
    qualifies_at: "order",
    destination: "https://shop.example/",
    friends: { who: "anyone" },
    rewards: [
      {
        key: "tenth",
        when: { stage: "order" },
        to: "advocate",
        give: { cash: { percent: 10, of: "order.total" } },
        limit: { amount: "1000.00 USD", every: "year" },
      },
    ],
    terms: { en: "T" },
    disclosure: { en: "D" },
  });
  code = (await e.join("friends", { user_id: "ann" })).code;
  for (let from = 0; from < FOLD_LIMIT; from += 250) await e.send(Array.from({ length: 250 }, (_, i) => buy(from + i)));
});
afterAll(async () => {
  await e.close();
});
const owed = async () => (await e.rows<{ sum: number }>("select sum(owed)::int as sum from reward"))[0]!.sum;
const waiting = async () => (await e.rows<{ n: number }>("select count(*)::int as n from resettle_request"))[0]!.n;

test("up to the limit a person is folded again inside the batch", async () => {
  const [small] = await e.send([{ id: "r-small", type: "refund", order: { id: "big-10", amount: 50, currency: "USD" } } as never]);
  // 1,000 stored facts and this one are one too many: the answer says that it is provisional, and nothing is lost.
  expect(small).toMatchObject({ status: "settled", decisions: [{ outcome: "recorded", reason: "settling", provisional: true }] });
  expect([await waiting(), await owed()]).toEqual([1, FOLD_LIMIT * 10]);
  const [other] = await e.send([
    buy(1, "small"),
    { id: "r-other", type: "refund", order: { id: "small-1", amount: 50, currency: "USD" } } as never,
  ]);
  expect(other!.decisions[0]!.provisional).toBe(false);
  expect([await waiting(), await owed()]).toEqual([1, FOLD_LIMIT * 10 + 5]);
});

test("while a person waits, her new events are taken and provisional, and the proof of the books leaves her out", async () => {
  const [next] = await e.send([buy(FOLD_LIMIT + 50)]);
  expect(next!.decisions[0]).toMatchObject({ outcome: "rewarded", provisional: true });
  const proof = await verify(e);
  expect([proof.waiting, proof.broken]).toEqual([1, []]);
});

test("the job folds who waits, posts the difference, and nothing waits any more", async () => {
  const before = await owed();
  const done = await resettleRequested(parts, e.workspace);
  expect(done).toMatchObject({ people: 1, transfers: 1 });
  expect([await waiting(), await owed()]).toEqual([0, before - 5]);
  // Later than her refund: an event that comes out of order would make her wait again.
  const [next] = await e.send([{ ...(buy(FOLD_LIMIT + 51) as object), occurred_at: undefined } as never]);
  expect(next!.decisions[0]!.provisional).toBe(false);
  const proof = await verify(e);
  expect([proof.waiting, proof.broken]).toEqual([0, []]);
});

test("folding a workspace that is right again posts nothing and tells nobody anything", async () => {
  const told = await e.rows("select count(*)::int as n from outbox");
  const done = await resettleWorkspace(parts, e.workspace);
  expect(done).toMatchObject({ people: 3, standings: 1, transfers: 0 });
  expect(await e.rows("select count(*)::int as n from outbox")).toEqual(told);
});

test("what a defect left behind is posted once, by a dry run only said", async () => {
  // A defect of long ago: one reward was folded at half its worth, and posted so.
  const [reward] = await e.rows<{ id: string; recipient_id: string }>("select id, recipient_id from reward where basis = 'order:big-20'");
  const before = await owed();
  await e.rows("update reward set nominal = 5, owed = 5 where id = $1", [reward!.id]);
  await e.rows("update transfer set amount = 5 where reward_id = $1", [reward!.id]);
  await e.rows("update ledger_account set balance = balance - 5 where kind = 'available' and owner_id = $1", [reward!.recipient_id]);
  await e.rows("update standing set state = replace(state, $1, $2)", [`${before}]`, `${before - 5}]`]);
  expect(await resettleWorkspace(parts, e.workspace, { dryRun: true })).toMatchObject({ transfers: 1 });
  expect(await owed()).toBe(before - 5);
  expect(await resettleWorkspace(parts, e.workspace)).toMatchObject({ transfers: 1 });
  expect(await owed()).toBe(before);
  expect(await e.rows("select kind, amount from transfer where reward_id = $1 order by amount, kind", [reward!.id])).toEqual([
    { kind: "adjust", amount: 5 },
    { kind: "grant", amount: 5 },
  ]);
  expect((await verify(e)).broken).toEqual([]);
});

test("single people and standings can be folded again, by any id that they were merged from", async () => {
  const [person] = await e.rows<{ person_id: string }>("select person_id from person_identity where value = 'small'");
  expect(await resettlePeople(parts, e.workspace, [person!.person_id, e.workspace])).toMatchObject({ people: 1, transfers: 0 });
  const keys = await e.rows<{ program: string; owner: string; period: string }>(
    "select program_id as program, owner_id as owner, period from standing",
  );
  const done = await resettleStandings(
    parts,
    e.workspace,
    keys.map((k) => ({ ...k, periodEnd: null })),
  );
  expect(done).toMatchObject({ standings: 1, transfers: 0 });
});
