/** Every body of openapi.json with one field at a time made odd: an answer that says what is wrong, never a failure of ours. */
import fs from "node:fs";
import { afterAll, beforeAll, expect, test } from "vitest";
import { assertBooks } from "../support/books.ts";
import type { Loose, Reply } from "../support/server.ts";
import { type Shop, createShop, day } from "../support/shop.ts";

const document = JSON.parse(fs.readFileSync("openapi.json", "utf8")) as Loose;
type Operation = { method: string; path: string; schema: Loose };
const operations: Operation[] = Object.entries(document.paths as Record<string, Record<string, Loose>>).flatMap(([path, methods]) =>
  Object.entries(methods).flatMap(([method, op]) => {
    const schema = op.requestBody?.content?.["application/json"]?.schema;
    return schema === undefined ? [] : [{ method: method.toUpperCase(), path, schema }];
  }),
);

let shop: Shop;
const ids: Record<string, string> = {};
const send = (method: string, path: string, body?: unknown): Promise<Reply<Loose>> =>
  shop.server.call(method, path, { key: shop.server.a.testKey, ...(body === undefined ? {} : { body }) });
const made = async (path: string, body: unknown): Promise<Loose> => {
  const reply = await send("POST", path, body);
  expect([path, reply.status, reply.status < 300 ? "" : reply.text]).toEqual([path, expect.toSatisfy((n: number) => n < 300), ""]);
  return reply.body;
};

beforeAll(async () => {
  shop = await createShop();
  for (const preset of ["loyalty", "advocacy", "social", "influencer", "partner", "community", "contest"])
    await shop.publish(preset, { advocates: { join: "automatic" } });
  for (const preset of ["lead_exchange", "pipeline", "employee"]) await shop.publish(preset);
  for (const program of ["loyalty", "advocacy", "social", "influencer", "partner", "community"])
    for (const user of ["ann", "bob"]) await shop.join(program, user);
  for (const company of ["xco", "yco"]) await send("PUT", `/v1/companies/${company}`, { name: company });
  await send("PUT", "/v1/catalogue/mug", { name: "Mug", price: 1 });
  await send("PUT", "/v1/vacancies/v1", { program: "employee", title: "Baker" });
  const value = { amount: 99_999, currency: "points" };
  Object.assign(ids, {
    person: "user_id:ann",
    program: "loyalty",
    company: "xco",
    item: "mug",
    vacancy: "v1",
    contest: "contest",
    deal: "d1",
    place: "p1",
  });
  ids["reward"] = (await made("/v1/rewards", { program: "loyalty", person: "user_id:ann", kind: "points", value, reason: "x" })).id;
  ids["testimonial"] = (await made("/v1/testimonials", { program: "advocacy", person: "user_id:ann", text: "G", consent: true })).id;
  ids["deliverable"] = (await made("/v1/deliverables", { program: "influencer", person: "user_id:ann", url: "https://x.example/1" })).id;
  ids["gathering"] = (await made("/v1/gatherings", { title: "E", starts_at: day(300), seats: 2 })).id;
  ids["redemption"] = (await made("/v1/redemptions", { person: "user_id:ann", item: "mug" })).redemption.id;
  ids["claim"] = (
    await made("/v1/claims", { program: "partner", deal: "d", claimants: [{ person: "user_id:ann" }], contact: { user_id: "c" } })
  ).id;
  ids["case"] = (
    await made("/v1/cases", { program: "pipeline", person: "user_id:ann", owner: "user_id:bob", coordinator: "user_id:bob" })
  ).id;
  ids["request"] = (await made("/v1/requests", { program: "community", text: "?", acting_as: "user_id:bob" })).id;
  ids["lead"] = (await made("/v1/leads", { program: "lead_exchange", from: "xco", to: "yco", contact: { user_id: "l" } })).id;
  ids["source"] = (await made("/v1/sources", { provider: "stripe", secret: "whsec_of_the_attack" })).id;
  ids["webhook"] = (await made("/v1/webhooks", { url: "https://a.example/h" })).id;
  ids["referral"] = (await shop.buys("ref", { id: "o-ref", total: 5000, code: await shop.join("loyalty", "ann") })).decisions.find(
    (d) => d.program === "loyalty",
  )!.referral!;
  ids["licence"] = (await made("/v1/people/user_id:ann/licences", BODIES["/v1/people/{person}/licences"])).id;
  ids["offer"] = "1";
});
afterAll(() => shop.close());

const resolve = (schema: Loose): Loose =>
  schema?.$ref === undefined ? schema : resolve(document.components.schemas[String(schema.$ref).split("/").pop()!]);

/** A body that the schema takes, with everything in it. Names that mean something have a thing behind them. */
function sample(of: Loose, name: string, depth = 0): unknown {
  const schema = resolve(of);
  if (schema.anyOf ?? schema.oneOf) return sample((schema.anyOf ?? schema.oneOf)[0], name, depth);
  if (schema.const !== undefined) return schema.const;
  if (schema.enum) return schema.enum[0];
  const type = Array.isArray(schema.type) ? schema.type[0] : schema.type;
  if (type === "array") return [sample(schema.items ?? {}, name, depth + 1)];
  if (type === "object" || schema.properties) {
    if (depth > 4) return {};
    return Object.fromEntries(Object.entries(schema.properties ?? {}).map(([key, each]) => [key, sample(each, key, depth + 1)]));
  }
  if (type === "integer" || type === "number") return Math.max(1, schema.minimum ?? 1);
  if (type === "boolean") return true;
  return TEXTS[name] ?? ids[name] ?? "x";
}
const TEXTS: Record<string, string> = {
  currency: "USD",
  url: "https://a.example/x",
  starts_at: day(200),
  valid_from: day(-1),
  valid_until: day(9),
  occurred_at: day(0),
  at: day(0),
  to: "user_id:bob",
  from: "user_id:ann",
  email: "a@a.example",
  phone: "+4915112345678",
  advocate: "user_id:ann",
  friend: "user_id:bob",
  set: day(1),
  ip: "203.0.113.4",
  contact: "x",
  code: "ABC",
  advance: "1h",
  acting_as: "user_id:bob",
  owner: "user_id:bob",
  coordinator: "user_id:bob",
};

/** What a body needs beside its schema to be carried out. */
const who = { user_id: "somebody", email: "a@a.example", phone: "+4915112345678", name: "A", attributes: { a: "x" } };
const BODIES: Record<string, Loose> = {
  "/v1/advocates": { program: "loyalty", person: who, channels: ["x"] },
  "/v1/links": { program: "loyalty", person: "user_id:ann", code: "ODDCODE", kind: "vanity", channel: "x" },
  "/v1/people/{person}/spend": { kind: "points", unit: "points", amount: 1, reference: "r" },
  "/v1/claims": {
    program: "partner",
    claimants: [{ person: "user_id:ann", share: 1 }],
    contact: who,
    deal: "dd",
    company: "xco",
    department: "x",
    evidence: "e",
  },
  "/v1/deals/{deal}": { contact: who, company: "xco", status: "open" },
  "/v1/vacancies/{vacancy}": {
    program: "employee",
    title: "Baker",
    department: "x",
    country: "DE",
    grade: "g",
    manager: "user_id:ann",
    recruiter: "user_id:bob",
    bonus: { amount: 100, currency: "EUR" },
    status: "open",
  },
  "/v1/vacancies/{vacancy}/stages": { candidate: who, stage: "hired", id: "s-1", occurred_at: day(0) },
  "/v1/people/{person}/licences": { kind: "real_estate", region: "US-CA", number: "7", valid_from: day(-1), valid_until: day(9) },
  "/v1/lists": { list: "block", kind: "email_domain", value: "bad.example", note: "n", expires_at: day(9) },
  "/v1/catalogue/{item}": {
    name: "M",
    description: "d",
    kind: "points",
    unit: "points",
    price: 1,
    stock: 9,
    per_person: 3,
    program: "advocacy",
    level: "champion",
  },
  "/v1/gatherings": { title: "E", description: "d", starts_at: day(200), seats: 3, program: "advocacy", level: "champion" },
  "/v1/sources": {
    provider: "stripe",
    name: "n",
    secret: "whsec_long_enough",
    options: { customer: "alias", first_invoice: "payment", prefix: "a" },
  },
  "/v1/sources/{source}/rotate": { secret: "whsec_long_enough", overlap_hours: 1 },
  "/v1/programs/{program}/terms/accept": { person: "user_id:ann", terms: 1, language: "en", source: "portal" },
  "/v1/suppressions": { email: "s@s.example", channel: "email", reason: "asked", source: "x" },
  "/v1/suppressions/check": { phone: "+4915112345678", channel: "sms" },
  "/v1/settings": { name: "N", zone: "Europe/Berlin", settings: { allowed_origins: ["https://a.example"] } },
  "/v1/contests/{contest}/free-entry": { person: who },
  "/v1/shares": { program: "social", person: "user_id:ann", channel: "x", url: "https://x.example/9" },
  "/v1/cases": {
    program: "pipeline",
    person: "user_id:ann",
    owner: "user_id:bob",
    coordinator: "user_id:bob",
    people: ["user_id:ann"],
    text: "t",
  },
  "/v1/cases/{case}/move": { to: "implementation", reason: "r" },
  "/v1/cases/{case}/close": { outcome: "refer_on" },
  "/v1/requests/{request}/decline": { acting_as: "user_id:ann" },
  "/v1/cases/{case}/people": { person: "user_id:ann", on: true },
  "/v1/programs/{program}/places/{place}": { name: "P", latitude: 1, longitude: 1, capacity: 2, person: "user_id:bob", active: true },
  "/v1/requests": { program: "community", to: "user_id:ann", text: "?", acting_as: "user_id:bob" },
  "/v1/requests/{request}/answer": { contact: who, acting_as: "user_id:ann" },
  "/v1/introductions": { program: "community", to: "user_id:ann", contact: who, acting_as: "user_id:bob" },
  "/v1/slips": { program: "community", to: "user_id:ann", value: 1, currency: "EUR", text: "t", acting_as: "user_id:bob" },
  "/v1/leads": { program: "lead_exchange", from: "xco", to: "yco", contact: who, text: "t" },
  "/v1/referrals/{referral}/stage": { stage: "order", value: { amount: 1, currency: "USD" }, subject: "s", id: "i", occurred_at: day(0) },
};

const deep = (levels: number): unknown => (levels === 0 ? 1 : [deep(levels - 1)]);
const ODD: unknown[] = [
  null,
  "",
  " ",
  "x\u0000y",
  "\ud800",
  "\udfff\ud800x",
  "x".repeat(30_000),
  0,
  -1,
  0.5,
  1e308,
  2 ** 53,
  9e15,
  true,
  [],
  {},
  [[]],
  deep(20),
  { $ne: null },
  "per_00000000000000000000000000000000",
  "rwd_00000000000000000000000000000000",
  "user_id:",
  "user_id:\u0000",
  "user_id:%00",
  "per_ZZZ",
  "../../etc/passwd",
  "'; drop table reward; --",
  "=1+1",
  "2026-02-30T00:00:00Z",
  "0000-00-00",
  "\u202eevil",
  "\ufeff",
  "javascript:alert(1)",
  "http://169.254.169.254/",
  { toString: "x" },
  { constructor: { prototype: {} } },
  ["user_id:ann", "user_id:ann"],
  "NaN",
  "-0",
  "\r\nSet-Cookie: a=1",
];

/** Every place in a body, as a path of keys. */
function places(body: unknown, at: string[] = []): string[][] {
  if (typeof body !== "object" || body === null || at.length > 3) return [at];
  return [at, ...Object.entries(body).flatMap(([key, each]) => places(each, [...at, key]))];
}
function withOdd(body: unknown, at: readonly string[], odd: unknown): unknown {
  if (at.length === 0) return odd;
  const copy = structuredClone(body) as Record<string, Loose>;
  let here: Loose = copy;
  for (const key of at.slice(0, -1)) here = here[key];
  here[at.at(-1)!] = odd;
  return copy;
}

/** What ends things for the rest of the test, or is a document with tests of its own. */
const ENDS = /\/v1\/programs\/\{program\}(\/plan)?$|merge$|erase$|revoke$/;
const ELSEWHERE = /\/v1\/(batch|track|page|screen|group|identify|alias|events|test_clock|imports)/;
const taken = operations.filter((each) => !ENDS.test(each.path) && !ELSEWHERE.test(each.path));
const EVERY = Number(process.env["ODD_EVERY"] ?? 8);

test(`${taken.length} bodies, each field made odd in ${ODD.length} ways: no failure of ours`, { timeout: 600_000 }, async () => {
  let sent = 0;
  let turn = Math.floor(Math.random() * EVERY);
  const failures: string[] = [];
  for (const { method, path, schema } of taken) {
    const good = BODIES[path] ?? sample(schema, "");
    const address = path.replace(/\{(\w+)\}/g, (_, name: string) => encodeURIComponent(ids[name] ?? "x"));
    const tries = places(good)
      .flatMap((at) => ODD.map((odd) => ({ at, odd })))
      .filter(() => turn++ % EVERY === 0);
    const replies = await Promise.all(
      tries.map(async ({ at, odd }) => ({ at, odd, reply: await send(method, address, JSON.stringify(withOdd(good, at, odd))) })),
    );
    sent += replies.length;
    for (const { at, odd, reply } of replies)
      if (reply.status >= 500 || (reply.status >= 400 && typeof reply.body.code !== "string"))
        failures.push(
          `${method} ${path} ${at.join(".")}=${JSON.stringify(odd)?.slice(0, 80)}: ${reply.status} ${reply.text.slice(0, 200)}`,
        );
  }
  expect([...new Set(failures)].slice(0, 60)).toEqual([]);
  expect(sent).toBeGreaterThan(1000);
  expect(shop.server.logged.filter((line) => line.includes('"level":"error"')).slice(0, 5)).toEqual([]);
  await assertBooks(shop.server.engine, shop.server.a.sandboxId);
});

/** Objects that hold whatever the caller likes. */
const FREE_FORM = new Set(["attributes", "properties", "traits", "context", "metadata"]);
const EXTRA = ["state", "owed", "balance", "created_at", "is_admin", "constructor", "posted"];

test("what a body does not know is refused wherever it stands: nobody sets a workspace, a state or a prototype", async () => {
  const wrong: string[] = [];
  let turn = 0;
  for (const { method, path, schema } of taken.filter((each) => !each.path.startsWith("/hooks"))) {
    const good = BODIES[path] ?? sample(schema, "");
    const address = path.replace(/\{(\w+)\}/g, (_, name: string) => encodeURIComponent(ids[name] ?? "x"));
    for (const at of [[], ...inner(good)].filter((each) => !each.some((key) => FREE_FORM.has(key))))
      for (const name of ["workspace_id", "__proto__", EXTRA[turn++ % EXTRA.length]!]) {
        const reply = await send(method, address, inject(good, at, name));
        if (reply.status < 400 || reply.status >= 500) wrong.push(`${method} ${path} ${[...at, name].join(".")}: ${reply.status}`);
      }
  }
  expect(wrong).toEqual([]);
});

const isObject = (value: unknown): boolean => typeof value === "object" && value !== null && !Array.isArray(value);
/** Objects inside a body. */
function inner(body: unknown, at: string[] = []): string[][] {
  if (typeof body !== "object" || body === null) return [];
  return Object.entries(body).flatMap(([key, each]) => [...(isObject(each) ? [[...at, key]] : []), ...inner(each, [...at, key])]);
}
/** The body as text with one key more, also one that no object literal can be given. */
function inject(body: unknown, at: readonly string[], name: string): string {
  return JSON.stringify(withOdd(body, [...at, "EXTRA_KEY"], { admin: true })).replace("EXTRA_KEY", name);
}
