/** Licences and eligibility (B11): paid only with a checked licence that was valid then; regions and age before joining and at binding. */
import { afterAll, beforeAll, expect, test } from "vitest";
import { ageAt, whyIneligible } from "../../src/core/eligible.ts";
import { eligibility } from "../../src/core/program-eligibility.ts";
import { lintProgram } from "../../src/core/rules/lint.ts";
import { assertBooks } from "../support/books.ts";
import { GOOD } from "../support/good-program.ts";
import { type TestServer, createServer } from "../support/server.ts";

let s: TestServer;
const key = () => s.a.testKey;
const call = (method: string, path: string, body?: object) =>
  s.call(method, path, { key: key(), ...(body === undefined ? {} : { body }) });
beforeAll(async () => {
  s = await createServer();
});
afterAll(async () => {
  await assertBooks(s.engine, s.a.sandboxId);
  await s.close();
});

const publish = async (program: string, more: object) => {
  const base = {
    key: program,
    kind: "direct",
    name: "Homes",
    stages: ["order"],
    qualifies_at: "order",
    destination: "https://a.example/",
  };
  const rewards = [
    { key: "fee", when: { stage: "order" }, to: "advocate", give: { cash: "100.00 USD" } },
    { key: "hello", when: { stage: "order" }, to: "friend", give: { points: 10 } },
  ];
  const words = { terms: { en: "Terms." }, disclosure: { en: "I am paid." } };
  const put = await call("PUT", `/v1/programs/${program}`, { ...base, ...words, rewards, ...more });
  expect([put.status, put.body.code]).toEqual([200, undefined]);
  expect((await call("POST", `/v1/programs/${program}/publish`, {})).status).toBe(200);
};
const join = (program: string, person: object) => call("POST", "/v1/advocates", { program, person });
const buys = (id: string, code: string, person: object = { user_id: `f-${id}` }) =>
  call("POST", "/v1/events", { id, type: "purchase", person, referral: { code }, order: { id, total: 9000, currency: "USD" } });
const tick = () => call("POST", "/v1/test_clock", { advance: "1m" });
const fees = async (user: string) =>
  ((await call("GET", `/v1/rewards?person=user_id:${user}&limit=50`)).body.data as { rule: string; state: string; reason: string }[])
    .filter((r) => r.rule === "fee")
    .map((r) => [r.state, r.reason]);
const add = (user: string, from: string, until: string) =>
  call("POST", `/v1/people/user_id:${user}/licences`, {
    kind: "real_estate",
    region: "US-CA",
    number: "DRE 01234567",
    valid_from: from,
    valid_until: until,
  });

test("us_real_estate pays only who has a checked licence that was valid then, and says what is missing", async () => {
  await publish("homes", { law: ["us_real_estate"] });
  const code = (await join("homes", { user_id: "rita" })).body.links[0].code as string;
  await buys("h1", code);
  await tick();
  expect(await fees("rita")).toEqual([["pending", "licence_missing"]]);
  // The friend is not paid for referring: she needs no licence.
  expect((await call("GET", "/v1/people/user_id:f-h1/balances")).body).toMatchObject([{ unit: "points", available: 10 }]);

  const old = await add("rita", "2020-01-01T00:00:00Z", "2021-01-01T00:00:00Z");
  expect(old.body).toMatchObject({ status: "unchecked" });
  await call("POST", `/v1/people/user_id:rita/licences/${old.body.id}/check`, { status: "checked" });
  await tick();
  expect(await fees("rita")).toEqual([["pending", "licence_expired"]]);

  const good = await add("rita", "2020-01-01T00:00:00Z", "2098-01-01T00:00:00Z");
  await tick();
  expect(await fees("rita")).toEqual([["pending", "licence_expired"]]);
  await call("POST", `/v1/people/user_id:rita/licences/${good.body.id}/check`, { status: "checked" });
  expect(await fees("rita")).toEqual([["available", null]]);
  await buys("h2", code);
  await tick();
  expect((await fees("rita")).every(([state]) => state === "available")).toBe(true);
  // Found to be false later: nothing more is paid by it.
  await call("POST", `/v1/people/user_id:rita/licences/${good.body.id}/check`, { status: "refused" });
  await buys("h3", code);
  await tick();
  expect((await fees("rita")).map(([state]) => state).sort()).toEqual(["available", "available", "pending"]);
});

test("a licence is found at its own person only, and goes with her; nobody else's workspace sees it", async () => {
  await publish("homes2", { law: ["us_real_estate"] });
  await join("homes2", { user_id: "mo" });
  await join("homes2", { user_id: "lu" });
  const made = await add("mo", "2020-01-01T00:00:00Z", "2098-01-01T00:00:00Z");
  expect((await add("mo", "2021-01-01T00:00:00Z", "2020-01-01T00:00:00Z")).status).toBe(422);
  expect((await call("POST", `/v1/people/user_id:lu/licences/${made.body.id}/check`, { status: "checked" })).status).toBe(404);
  expect((await s.call("GET", "/v1/people/user_id:mo/licences", { key: s.b.secretKey })).status).toBe(404);
  const exported = await call("GET", "/v1/people/user_id:mo/export");
  expect(JSON.stringify(exported.body)).toContain("DRE 01234567");
  expect((await call("POST", `/v1/people/${made.body.person}/erase`, {})).status).toBe(200);
  const hex = (made.body.id as string).slice(4);
  expect(await s.engine.rows("select 1 from licence where replace(id::text, '-', '') = $1", [hex])).toEqual([]);
});

test("regions and minimum age: told before joining, and a friend outside them is bound to nobody", async () => {
  await publish("local", { eligibility: { regions: ["DE", "US-CA"], minimum_age: 18 } });
  const refused = async (attributes: object) => {
    const reply = await join("local", { user_id: `a-${JSON.stringify(attributes).length}-${Math.abs(hash(attributes))}`, attributes });
    return [reply.status, (reply.body.errors as { code: string }[] | undefined)?.[0]?.code];
  };
  expect(await refused({})).toEqual([409, "not_eligible"]);
  expect(await refused({ country: "FR", age: 30 })).toEqual([409, "not_eligible"]);
  expect(await refused({ country: "US", region: "NV", age: 30 })).toEqual([409, "not_eligible"]);
  expect(await refused({ country: "DE", age: 17 })).toEqual([409, "not_eligible"]);
  expect(await refused({ country: "DE" })).toEqual([409, "not_eligible"]);
  expect((await refused({ country: "US", region: "CA", birth_date: "1990-02-28" }))[0]).toBe(200);
  const code = (await join("local", { user_id: "ada", attributes: { country: "DE", age: 40 } })).body.links[0].code as string;
  const decided = async (id: string, attributes: object) =>
    (await buys(id, code, { user_id: `l-${id}`, attributes })).body.decisions.find((d: { program: string }) => d.program === "local");
  expect(await decided("l1", { country: "AT", age: 30 })).toMatchObject({ outcome: "not_referred", reason: "outside_region" });
  expect(await decided("l2", { country: "DE", age: 12 })).toMatchObject({ outcome: "not_referred", reason: "not_eligible" });
  expect(await decided("l3", { country: "DE", birth_date: "1990-01-01" })).toMatchObject({ outcome: "rewarded" });
  const facts = JSON.stringify(await s.engine.rows("select body from fact"));
  expect([facts.includes("1990-01-01"), facts.includes("person.age")]).toEqual([false, true]);
});

function hash(value: object): number {
  return [...JSON.stringify(value)].reduce((sum, c) => (sum * 31 + c.charCodeAt(0)) | 0, 7);
}

test("ages turn on the birthday, and what is no date is no age", () => {
  const at = (text: string) => Date.parse(`${text}T12:00:00Z`);
  expect(ageAt("2000-02-29", at("2018-02-28"))).toBe(17);
  expect(ageAt("2000-02-29", at("2018-03-01"))).toBe(18);
  expect(ageAt("2000-06-15", at("2018-06-15"))).toBe(18);
  for (const wrong of ["2001-02-29", "2000-13-01", "15.06.2000", "2100-01-01", null, 18])
    expect([wrong, ageAt(wrong, at("2018-01-01"))]).toEqual([wrong, undefined]);
  const rule = eligibility.parse({ regions: ["US-CA"], unknown: "allow" });
  expect([
    whyIneligible(rule, {}),
    whyIneligible(rule, { "person.region": "us-ca" }),
    whyIneligible(rule, { "person.country": "US" }),
  ]).toEqual([null, null, "outside_region"]);
});

test.each(["us_mortgage", "us_health"] as const)(
  "%s refuses cash at publish, with the rule's source and that it is no legal advice",
  async (law) => {
    const found = lintProgram({ ...GOOD, law: [law] }).filter((f) => f.code === "law_forbids_cash");
    expect(found.length).toBeGreaterThan(0);
    for (const f of found) {
      expect(f.severity).toBe("error");
      expect(f.message).toContain("not legal advice");
      expect(f.message).toMatch(/U\.S\.C\. /);
    }
    await call("PUT", "/v1/programs/forbidden", { ...GOOD, key: "forbidden", law: [law] });
    const reply = await call("POST", "/v1/programs/forbidden/publish", {});
    expect([reply.status, reply.body.code]).toEqual([409, "program_has_errors"]);
  },
);
