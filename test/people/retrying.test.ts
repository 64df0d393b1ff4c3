/** Events that fail alone: stored, shown, provisional for what follows, and tried again when the cause is gone. */
import { afterAll, beforeAll, expect, test } from "vitest";
import { retryEvent } from "../../src/flow/retry-event.ts";
import { inWorkspace } from "../../src/store/db.ts";
import { readFact, listFacts } from "../../src/store/events.ts";
import { uuidOf } from "../../src/core/id.ts";
import { type Engine, createEngine } from "../support/engine.ts";
import { type Parts, partsOf, verify } from "../support/people.ts";

let e: Engine;
let parts: Parts;
let ann: { personId: string; code: string };
beforeAll(async () => {
  e = await createEngine();
  parts = partsOf(e);
  const now = Date.now();
  const day = (days: number) => new Date(now + days * 86_400_000).toISOString().slice(0, 10);
  await e.publish({
    key: "friends",
    kind: "direct",
    name: "Friends",
    stages: ["order"],
    qualifies_at: "order",
    destination: "https://shop.example/",
    friends: { who: "anyone" },
    rewards: [
      { key: "tenth", when: { stage: "order" }, to: "advocate", give: { cash: { percent: 100, of: "order.total" } }, hold: "14d" },
    ],
    // A hundred times 2^53 is no exact number any more: the event that asks for it fails, and only that one.
    bonuses: [{ key: "huge", from: day(-2), to: day(2), multiply: 100 }],
    terms: { en: "T" },
    disclosure: { en: "D" },
  });
  ann = await e.join("friends", { user_id: "ann" });
});
afterAll(async () => {
  await e.close();
});

const buy = (id: string, total: number, user = "ben") =>
  ({ id, type: "purchase", person: { user_id: user }, referral: { code: ann.code }, order: { id, total, currency: "USD" } }) as never;
const owed = async () => (await e.rows<{ sum: number }>("select coalesce(sum(owed), 0)::bigint as sum from reward"))[0]!.sum;

test("one event whose worth cannot be computed fails alone, in a batch with others", async () => {
  const [good, bad, other] = await e.send([buy("o1", 100), buy("o2", Number.MAX_SAFE_INTEGER), buy("o3", 100, "cid")]);
  expect([good!.status, bad!.status, other!.status]).toEqual(["settled", "failed", "settled"]);
  expect(bad!.error).toMatchObject({ code: "event_failed" });
  expect(await owed()).toBe(2 * 10_000);
  expect((await verify(e)).broken).toEqual([]);
});

test("what follows for the same person is provisional until the failed event is settled; for others it is not", async () => {
  const [mine, others] = await e.send([buy("o4", 100), buy("o5", 100, "cid")]);
  expect([mine!.decisions[0]!.provisional, others!.decisions[0]!.provisional]).toEqual([true, false]);
  // Folding again, because of a refund, does not take it in either.
  const [refund] = await e.send({ id: "r1", type: "refund", order: { id: "o1", amount: 50, currency: "USD" } });
  expect(refund!.decisions[0]).toMatchObject({ outcome: "adjusted", provisional: true });
  expect(await owed()).toBe(5_000 + 3 * 10_000);
  expect((await verify(e)).broken).toEqual([]);
});

const failed = async () =>
  inWorkspace(parts.pool, e.workspace, (db) =>
    listFacts(e.workspace, db, {
      before: null,
      limit: 10,
      personId: null,
      status: "failed",
      type: null,
      clientId: null,
      program: null,
      since: null,
    }).then(({ rows }) => rows),
  );

test("tried again while the cause is still there, it fails again and says why", async () => {
  const [fact] = await failed();
  const outcome = await retryEvent(parts, e.by, fact!.id);
  expect(outcome).toMatchObject({ client_id: "o2", status: "failed", error: { code: "event_failed" } });
  expect(await failed()).toHaveLength(1);
  expect((await verify(e)).broken).toEqual([]);
});

test("tried again when the cause is gone, it settles, and its new outcome stands beside the first one, which stays", async () => {
  const [fact] = await failed();
  // What an update of the product would do: the same rule can compute it now.
  await e.rows("update program_version set definition = (jsonb_set(definition::jsonb, '{bonuses}', '[]'))::json");
  await e.rows("update program_version set definition = (jsonb_set(definition::jsonb, '{rewards,0,give,cash,percent}', '1'))::json");
  await e.rows("update workspace set programs_revision = programs_revision + 1");
  const outcome = await retryEvent(parts, e.by, fact!.id);
  expect(outcome).toMatchObject({
    client_id: "o2",
    status: "settled",
    decisions: [{ outcome: "rewarded", rewards: [{ value: { amount: 90_071_992_547_410 } }] }],
  });
  expect(await failed()).toEqual([]);
  const now = await inWorkspace(parts.pool, e.workspace, (db) => readFact(e.workspace, db, fact!.id));
  expect(now).toMatchObject({ status: "settled", outcome: { status: "settled" } });
  expect(await e.rows("select status, outcome #>> '{error,code}' as error from fact where client_id = 'o2'")).toEqual([
    { status: "failed", error: "event_failed" },
  ]);
  const [repeated] = await e.send(buy("o2", Number.MAX_SAFE_INTEGER));
  expect(repeated).toMatchObject({ status: "duplicate", decisions: [{ outcome: "rewarded" }] });
  const [next] = await e.send(buy("o6", 100));
  expect(next!.decisions[0]!.provisional).toBe(false);
});

test("an event that is not failed, or not there, is not tried again", async () => {
  const [settled] = await e.send(buy("o7", 100));
  await expect(retryEvent(parts, e.by, uuidOf("evt", settled!.id!)!)).rejects.toMatchObject({ code: "conflict" });
  await expect(retryEvent(parts, e.by, e.workspace)).rejects.toMatchObject({ code: "not_found" });
});

test("a parked refund that met its purchase is settled, and listed as such", async () => {
  const [early] = await e.send({
    id: "p1",
    type: "refund",
    occurred_at: new Date().toISOString(),
    order: { id: "po", amount: 40, currency: "USD" },
  });
  expect(early!.status).toBe("parked");
  await e.send(buy("po", 100, "dan"));
  const status = async () =>
    (await inWorkspace(parts.pool, e.workspace, (db) => readFact(e.workspace, db, uuidOf("evt", early!.id!)!)))!.status;
  expect(await status()).toBe("settled");
});
