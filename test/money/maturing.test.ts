/** Holds, bindings, periods and waits, to the millisecond of the sandbox's clock (CATALOGUE A1, A15). */
import { afterEach, beforeEach, expect, test } from "vitest";
import { moveClock } from "../../src/flow/clock.ts";
import { sweepWorkspace } from "../../src/flow/sweep.ts";
import { type Engine, createEngine } from "../support/engine.ts";
import { DAY, type Money, TENTH, moneyOf, programOf, purchase } from "../support/money.ts";

let e: Engine;
let m: Money;
beforeEach(async () => {
  e = await createEngine();
  m = moneyOf(e);
});
afterEach(async () => {
  await m.prove();
  await e.close();
});

const iso = (at: number) => new Date(at).toISOString();
const buys = (id: string, code: string, at: number, total = 8000) => purchase(id, code, { at, total });

test("A1: 8.00 are available on day 14 and not one millisecond before; a quarter returned on day 20 leaves 6.00", async () => {
  await e.publish(programOf("friends", [TENTH]), { workspace: e.sandbox });
  const ann = await e.join("friends", { user_id: "ann" }, e.sandbox);
  const bought = (await m.now()) + 1000;
  await m.clock(bought + 5000);
  const [o] = await e.send(buys("4711", ann.code, bought), e.sandbox);
  expect(o!.decisions[0]!.rewards[0]!.available_at).toBe(iso(bought + 14 * DAY));
  expect(await m.clock(bought + 14 * DAY - 1)).toMatchObject({ matured: 0 });
  expect(await m.balance(ann.personId)).toEqual({ pending: 800, available: 0, in_flight: 0, settled: 0 });
  expect(await m.clock(bought + 14 * DAY + 1000)).toMatchObject({ matured: 1 });
  expect(await m.balance(ann.personId)).toEqual({ pending: 0, available: 800, in_flight: 0, settled: 0 });
  await m.clock(bought + 20 * DAY);
  await e.send({ id: "r", type: "refund", order: { id: "4711", amount: 2000, currency: "USD" } }, e.sandbox);
  expect(await m.balance(ann.personId)).toEqual({ pending: 0, available: 600, in_flight: 0, settled: 0 });
});

test("a reward is available at exactly its instant when the clock stops there", async () => {
  await e.publish(programOf("friends", [TENTH]), { workspace: e.sandbox });
  const ann = await e.join("friends", { user_id: "ann" }, e.sandbox);
  const bought = await m.now();
  await e.send(buys("1", ann.code, bought), e.sandbox);
  expect(await m.clock(bought + 14 * DAY)).toMatchObject({ matured: 1 });
  const [r] = await e.rows<{ matured_at: number; available_at: number }>(
    "select matured_at, available_at from reward where workspace_id = $1",
    [e.sandbox],
  );
  expect(r!.matured_at).toBe(r!.available_at);
});

test("a sweep moves each recipient's rewards by one transfer with the grants listed, and a second sweep finds nothing", async () => {
  await e.publish(programOf("friends", [TENTH]), { workspace: e.sandbox });
  const ann = await e.join("friends", { user_id: "ann" }, e.sandbox);
  const abe = await e.join("friends", { user_id: "abe" }, e.sandbox);
  const at = await m.now();
  await e.send(
    [...Array(40).keys()].map((i) => buys(`o${i}`, i % 2 ? ann.code : abe.code, at, 1000 + i)),
    e.sandbox,
  );
  expect(await m.clock(at + 15 * DAY)).toMatchObject({ matured: 40 });
  const moved = await e.rows<{ amount: number; n: number }>(
    `select t.amount, (select count(*) from reward r where r.matured_transfer = t.id)::int as n
       from transfer t where kind = 'mature' and workspace_id = $1`,
    [e.sandbox],
  );
  expect(moved.map((t) => t.n)).toEqual([20, 20]);
  expect(moved.reduce((sum, t) => sum + t.amount, 0)).toBe([...Array(40).keys()].reduce((sum, i) => sum + Math.round((1000 + i) / 10), 0));
  expect(await sweepWorkspace(m.parts, e.sandbox)).toMatchObject({ matured: 0, frozen: 0, closed: 0, delayed: 0 });
});

test("while an import is open nothing matures, freezes or closes; when it is closed, all of it", async () => {
  await e.publish(programOf("friends", [{ ...TENTH, limit: { count: 3, every: "month" } }]), { workspace: e.sandbox });
  const ann = await e.join("friends", { user_id: "ann" }, e.sandbox);
  await e.send(buys("1", ann.code, await m.now()), e.sandbox);
  await e.rows("insert into import (workspace_id, id, kind, opened_at) values ($1, gen_random_uuid(), 'test', 0)", [e.sandbox]);
  expect(await m.clock((await m.now()) + 90 * DAY)).toMatchObject({ matured: 0, frozen: 0, closed: 0 });
  await e.rows("update import set status = 'closed' where workspace_id = $1", [e.sandbox]);
  expect(await sweepWorkspace(m.parts, e.sandbox)).toMatchObject({ matured: 1, closed: 1 });
  expect(await e.rows("select 1 from referral where workspace_id = $1 and frozen_at is null", [e.sandbox])).toEqual([]);
});

test("a binding freezes settle_grace after it was made, a period closes settle_grace after its end, to the millisecond", async () => {
  const limited = { ...TENTH, hold: "60d", limit: { count: 3, every: "month" as const } };
  await e.publish(programOf("friends", [limited], { settle_grace: "3d", zone: "Europe/Berlin" }), { workspace: e.sandbox });
  const ann = await e.join("friends", { user_id: "ann" }, e.sandbox);
  await e.send(buys("1", ann.code, await m.now()), e.sandbox);
  const [r] = await e.rows<{ bound_at: number }>("select bound_at from referral where workspace_id = $1", [e.sandbox]);
  const [s] = await e.rows<{ period_end: number }>("select period_end from standing where workspace_id = $1", [e.sandbox]);
  expect(await m.clock(r!.bound_at + 3 * DAY - 1)).toMatchObject({ frozen: 0 });
  expect(await m.clock(r!.bound_at + 3 * DAY + 2000)).toMatchObject({ frozen: 1 });
  const later = Math.max(await m.now(), s!.period_end + 3 * DAY - 1);
  if (later === s!.period_end + 3 * DAY - 1) expect(await m.clock(later)).toMatchObject({ closed: 0 });
  expect(await m.clock(Math.max(await m.now(), s!.period_end + 3 * DAY) + 1000)).toMatchObject({ closed: 1 });
});

test("a wait of 90 days is a recorded fact: its condition reads what was true of the person then, not what came later", async () => {
  const half = {
    key: "half",
    to: "advocate",
    give: { cash: "1000.00 USD" },
    when: { stage: "hired", after: "90d", if: { "person.attributes.employed": true } },
  } as const;
  await e.publish(programOf("jobs", [half], { kind: "employee", stages: ["hired"], qualifies_at: "hired" }), { workspace: e.sandbox });
  const ann = await e.join("jobs", { user_id: "ann" }, e.sandbox);
  const hire = (user: string) => ({
    type: "stage" as const,
    stage: "hired",
    person: { user_id: user, attributes: { employed: true } },
    referral: { code: ann.code },
  });
  await e.send([hire("ben"), hire("bea"), hire("bob")], e.sandbox);
  const at = await m.now();
  await m.clock(at + 50 * DAY);
  await e.send({ type: "identify", person: { user_id: "bea", attributes: { employed: false } } }, e.sandbox);
  expect(await m.clock(at + 89 * DAY)).toMatchObject({ delayed: 0 });
  expect(await m.clock(at + 90 * DAY + 1000)).toMatchObject({ delayed: 3 });
  expect(await m.balance(ann.personId)).toMatchObject({ available: 200_000 });
  // Bob leaves on day 91: half a day too late to matter, also for a later fold of all his facts.
  await e.send({ type: "identify", person: { user_id: "bob", attributes: { employed: false } } }, e.sandbox);
  await e.send({ type: "lead", occurred_at: iso(at - 5), person: { user_id: "bob" } }, e.sandbox);
  expect(await m.balance(ann.personId)).toMatchObject({ available: 200_000 });
  expect(await sweepWorkspace(m.parts, e.sandbox)).toMatchObject({ delayed: 0 });
});

test("A15: a free month comes 30 days after the friend's first paid invoice, and a refund before that leaves nothing", async () => {
  const month = {
    key: "month",
    to: "advocate",
    give: { free_time: { months: 1 } },
    when: { stage: "payment", nth: 1, after: "30d" },
  } as const;
  await e.publish(programOf("sub", [month], { kind: "subscription", stages: ["payment"], qualifies_at: "payment" }), {
    workspace: e.sandbox,
  });
  const ann = await e.join("sub", { user_id: "ann" }, e.sandbox);
  const pays = (user: string) => ({
    id: `p-${user}`,
    type: "payment" as const,
    person: { user_id: user },
    referral: { code: ann.code },
    order: { id: `inv-${user}`, total: 900, currency: "USD" },
  });
  await e.send([pays("ben"), pays("bea")], e.sandbox);
  const at = await m.now();
  await m.clock(at + 10 * DAY);
  await e.send({ id: "back", type: "refund", order: { id: "inv-bea", currency: "USD" } }, e.sandbox);
  await m.clock(at + 31 * DAY);
  expect(await m.balance(ann.personId, "free_time", "months")).toMatchObject({ available: 1 });
});

test("a crash between a wait's fact and its mark pays once, and so does a person who was joined to another meanwhile", async () => {
  const late = { key: "late", to: "advocate" as const, give: { credit: "5.00 USD" }, when: { stage: "order", after: "10d" } };
  await e.publish(programOf("friends", [late]), { workspace: e.sandbox });
  const ann = await e.join("friends", { user_id: "ann" }, e.sandbox);
  await e.send({ ...purchase("1", ann.code), person: { anonymous_id: "phone" } }, e.sandbox);
  await e.send({ type: "identify", person: { user_id: "ben" } }, e.sandbox);
  await e.send({ type: "identify", person: { user_id: "ben", anonymous_id: "phone" } }, e.sandbox);
  await m.clock((await m.now()) + 11 * DAY);
  expect(await m.balance(ann.personId, "credit")).toMatchObject({ available: 500 });
  await e.rows("update delay set done_at = null where workspace_id = $1", [e.sandbox]);
  expect((await sweepWorkspace(m.parts, e.sandbox)).delayed).toBeGreaterThan(0);
  expect(await m.balance(ann.personId, "credit")).toMatchObject({ available: 500 });
  expect(await e.rows("select 1 from delay where workspace_id = $1 and done_at is null", [e.sandbox])).toEqual([]);
});

test("four sweeps at once, over two processes, mature each reward once", async () => {
  await e.publish(programOf("friends", [TENTH]), { workspace: e.sandbox });
  const ann = await e.join("friends", { user_id: "ann" }, e.sandbox);
  const at = await m.now();
  await e.send(
    [...Array(50).keys()].map((i) => buys(`o${i}`, ann.code, at)),
    e.sandbox,
  );
  await e.rows("update workspace set clock_offset_ms = $2 where workspace_id = $1", [e.sandbox, 15 * DAY]);
  const other = { ...m.parts, pool: e.database.pool({ max: 4 }), batcher: e.another() };
  const swept = await Promise.all([m.parts, other, m.parts, other].map((parts) => sweepWorkspace(parts, e.sandbox)));
  expect(swept.reduce((sum, s) => sum + s.matured, 0)).toBe(50);
  expect(await m.balance(ann.personId)).toMatchObject({ pending: 0, available: 40_000 });
});

test("the clock goes forward only and in a sandbox only, and each move is audited", async () => {
  const now = await m.now();
  await expect(moveClock(m.parts, m.by, { setTo: now - 1000 })).rejects.toMatchObject({ code: "conflict" });
  await expect(moveClock(m.parts, e.by, { advanceMs: 1 })).rejects.toMatchObject({ code: "sandbox_only" });
  const moved = await moveClock(m.parts, m.by, { advanceMs: DAY });
  expect((await m.now()) - moved.now).toBeLessThan(60_000);
  expect(await e.rows("select action from audit where workspace_id = $1 and action = 'clock.moved'", [e.sandbox])).toHaveLength(1);
});

test("old answers, sign-ins and free properties are forgotten when their time is over, and not before", async () => {
  await e.publish(programOf("friends", [TENTH]), { workspace: e.sandbox });
  await e.send({ type: "signup", person: { user_id: "u" }, context: { ip: "203.0.113.9" } }, e.sandbox);
  const count = async () => (await e.rows("select 1 from event_private where workspace_id = $1", [e.sandbox])).length;
  expect(await count()).toBe(1);
  await m.clock((await m.now()) + 89 * DAY);
  expect(await sweepWorkspace(m.parts, e.sandbox, { clean: true })).toMatchObject({ expired: 0 });
  await m.clock((await m.now()) + 2 * DAY);
  expect(await sweepWorkspace(m.parts, e.sandbox, { clean: true })).toMatchObject({ expired: 1 });
  expect(await count()).toBe(0);
});
