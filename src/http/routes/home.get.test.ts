/** The home page's figures are those of the API's own lists; search finds what was typed; goals count. */
import { afterAll, beforeAll, expect, test } from "vitest";
import { createServer } from "../../../test/support/server.ts";
import type { Loose, TestServer } from "../../../test/support/server.ts";

let s: TestServer;
let code: string;
beforeAll(async () => {
  s = await createServer();
  await s.call("PUT", "/v1/programs/friends", { body: { preset: "direct", name: "Friends & family" } });
  await s.call("POST", "/v1/programs/friends/publish", { body: {} });
  const joined = await s.call("POST", "/v1/advocates", {
    body: { program: "friends", person: { user_id: "ann", name: "Ann Archer", email: "ann@example.com" } },
  });
  code = joined.body["links"][0].code;
  for (const [n, name] of ["Ben Öztürk", "Cleo Miller", "Dora Miller-Smith"].entries())
    await s.call("POST", "/v1/events", {
      body: {
        type: "purchase",
        person: { user_id: `u-${n}`, name, email: `friend-${n}@example.com` },
        referral: { code },
        order: { id: `order-${n}`, total: 8000, currency: "USD" },
      },
    });
  await s.call("POST", "/v1/events", { body: { type: "signup", person: { user_id: "u-9", name: "Emil" }, referral: { code } } });
});
afterAll(async () => {
  await s.close();
});

const home = async (key?: string): Promise<Loose> => (await s.call("GET", "/v1/home", key === undefined ? {} : { key })).body;
const list = async (path: string): Promise<Loose[]> => (await s.call("GET", path)).body["data"] as Loose[];
const find = async (q: string, key?: string): Promise<Loose[]> =>
  (await s.call("POST", "/v1/search", { body: { q }, ...(key === undefined ? {} : { key }) })).body["data"] as Loose[];

test("home counts what the lists show", async () => {
  const shown = await home();
  const referrals = await list("/v1/referrals?limit=200");
  const rewards = await list("/v1/rewards?limit=200");
  expect(shown.referrals.week).toBe(referrals.length);
  expect(shown.customers.week).toBe(referrals.filter((each) => each.status === "qualified").length);
  expect(shown.rewards.week).toBe(rewards.length);
  expect(shown.advocates.week).toBe(1);
  const owed = rewards.reduce((sum, each) => sum + (each.value.amount as number), 0);
  expect(shown.money.waiting).toEqual([{ amount: owed, currency: "USD" }]);
  expect(shown.given).toEqual([{ unit: "USD", form: "cash", last: 0, week: owed }]);
  expect(shown.programs).toEqual({ live: 1, draft: 0, paused: 0, ended: 0 });
  expect(shown.feed[0]).toMatchObject({ program_name: "Friends & family", person: { name: "Ann Archer" } });
});

test("what is owed follows the next order at once", async () => {
  const before = (await home()).money.waiting[0].amount as number;
  await s.call("POST", "/v1/events", {
    body: { type: "purchase", person: { user_id: "u-0" }, order: { id: "order-more", total: 1000, currency: "USD" } },
  });
  expect((await home()).money.waiting[0].amount).toBe(before + 100);
});

test("what waits for somebody is counted, and is gone when it is done", async () => {
  const kinds = async (): Promise<Record<string, number>> =>
    Object.fromEntries((await home()).needs.map((each: Loose) => [each.kind, each.count]));
  expect(await kinds()).toEqual({});
  await s.call("PUT", "/v1/programs/partner", { body: { preset: "affiliate" } });
  await s.call("POST", "/v1/programs/partner/publish", { body: {} });
  const joined = await s.call("POST", "/v1/advocates", { body: { program: "partner", person: { user_id: "pia", name: "Pia" } } });
  expect(await kinds()).toEqual({ applications: 1 });
  await s.call("POST", `/v1/programs/partner/applications/${joined.body["person"]}/approve`);
  expect(await kinds()).toEqual({});
});

test("who may not see people sees no names, and no need that is not hers", async () => {
  const made = await s.call("POST", "/v1/keys", { body: { kind: "secret", name: "screen", scopes: ["settings:read"] } });
  const shown = await home(made.body["key"] as string);
  expect(JSON.stringify(shown.feed)).not.toMatch(/Ann|Miller/);
  expect(shown.money).toBeNull();
  expect(await find("miller", made.body["key"] as string)).toEqual([]);
});

test("search finds by name's beginning, last name, e-mail, user id, order, code, reward, program", async () => {
  const titles = async (q: string): Promise<string[]> => (await find(q)).map((each) => `${each.kind}:${each.title}`);
  expect(await titles("cleo")).toEqual(["person:Cleo Miller"]);
  expect((await titles("MILLER")).toSorted()).toEqual(["person:Cleo Miller", "person:Dora Miller-Smith"]);
  expect(await titles("ÖZTÜRK")).toEqual(["person:Ben Öztürk"]);
  expect(await titles("Friend-1@Example.com")).toEqual(["person:Cleo Miller"]);
  expect(await titles("u-2")).toEqual(["person:Dora Miller-Smith"]);
  expect(await titles("order-1")).toEqual(["order:order-1"]);
  expect(await titles(code.toLowerCase())).toEqual([`code:${code}`]);
  expect(await titles("family")).toEqual(["program:Friends & family"]);
  const [reward] = await list("/v1/rewards?limit=1");
  expect(await titles(reward.id as string)).toEqual([`reward:${reward.id}`]);
  expect(await titles("nobody at all")).toEqual([]);
  expect(await titles("x")).toEqual([]);
  expect((await find("cleo", s.b.secretKey)).length).toBe(0);
});

test("an erased person is found no more", async () => {
  await s.call("POST", "/v1/people/user_id:u-2/erase");
  expect((await find("dora")).length).toBe(0);
  expect((await find("smith")).length).toBe(0);
});

test("a goal counts from when it was set, keeps counting when its target changes, and is refused for the past", async () => {
  const until = new Date(Date.now() + 30 * 86_400_000).toISOString();
  const since = new Date(Date.now() - 86_400_000).toISOString();
  const set = await s.call("PUT", "/v1/goals", { body: { metric: "customers", target: 10, since, until } });
  expect(set.body).toMatchObject({ program: null, done: 3, target: 10 });
  expect((await s.call("PUT", "/v1/goals", { body: { metric: "customers", target: 3, until } })).body).toMatchObject({
    done: 3,
    state: "reached",
    needed: 0,
  });
  const own = await s.call("PUT", "/v1/goals", { body: { program: "friends", metric: "referrals", target: 4, since, until } });
  expect(own.body).toMatchObject({ program: "friends", done: 4, state: "reached" });
  expect((await list("/v1/goals")).map((each) => each.program)).toEqual([null, "friends"]);
  const past = await s.call("PUT", "/v1/goals", { body: { metric: "customers", target: 3, until: since } });
  expect(past).toMatchObject({ status: 422, body: { code: "validation_failed" } });
  expect((await s.call("DELETE", "/v1/goals?program=friends")).status).toBe(200);
  expect((await s.call("DELETE", "/v1/goals?program=friends")).status).toBe(404);
  expect(
    (await s.call("PUT", "/v1/goals", { body: { program: "friends", metric: "referrals", target: 4, until }, key: s.b.secretKey }))
      .status,
  ).toBe(404);
});
