/**
 * The process dies after the work is committed and before its answer is kept: a minute later the same request under the same
 * Idempotency-Key is carried out again. It must find what it made, make nothing anew, and answer the same.
 */
import { afterAll, beforeAll, expect, test } from "vitest";
import { type Pool, openPool } from "../../src/store/db.ts";
import { assertBooks } from "../support/books.ts";
import { type FaultProxy, startFaultProxy } from "../support/fault-proxy.ts";
import type { Loose, Reply } from "../support/server.ts";
import { type Shop, createShop, day } from "../support/shop.ts";

const PICK = {
  key: "pick",
  kind: "direct" as const,
  name: "P",
  stages: ["order"],
  qualifies_at: "order",
  destination: "https://shop.example/",
  rewards: [{ key: "r", when: { stage: "order" }, give: { choice: [{ cash: "5.00 USD" }, { points: 5 }] } }],
  terms: { en: "T" },
  disclosure: { en: "D" },
};

let shop: Shop;
let proxy: FaultProxy;
let pool: Pool;
let dying: string;
beforeAll(async () => {
  shop = await createShop();
  proxy = await startFaultProxy(shop.server.engine.database.runtimeUrl);
  pool = openPool(proxy.url, { name: "dying" });
  dying = (await shop.server.another(pool)).url;
  for (const preset of ["loyalty", "advocacy", "social", "influencer", "partner", "community", "contest"])
    await shop.publish(preset, { advocates: { join: "automatic" } });
  await shop.publish("lead_exchange");
  await shop.publish("pipeline");
  for (const program of ["loyalty", "advocacy", "social", "influencer", "partner", "community"])
    for (const user of ["ann", "bob"]) await shop.join(program, user);
  await shop.client.programs.put("pick", PICK);
  await shop.client.programs.publish("pick");
  for (const company of ["xco", "yco"]) await send("PUT", `/v1/companies/${company}`, { name: company });
  await send("PUT", "/v1/catalogue/mug", { name: "Mug", price: 10, stock: 3 });
  for (const [kind, currency] of [
    ["points", "points"],
    ["credit", "USD"],
    ["cash", "USD"],
  ])
    await send("POST", "/v1/rewards", { program: "loyalty", person: "user_id:ann", kind, value: { amount: 500, currency }, reason: "x" });
});
afterAll(async () => {
  await shop.close();
  await pool.end();
  await proxy.stop();
});

const send = (method: string, path: string, body?: unknown, key?: string): Promise<Reply<Loose>> =>
  shop.server.call(method, path, {
    key: shop.server.a.testKey,
    headers: key === undefined ? {} : { "idempotency-key": key },
    ...(body === undefined ? {} : { body }),
  });

const ANN = "user_id:ann";
const BOB = { acting_as: "user_id:bob" };
const reward = async (): Promise<string> => {
  const value = { amount: 7, currency: "points" };
  return (await send("POST", "/v1/rewards", { program: "loyalty", person: ANN, kind: "points", value, reason: "x" })).body.id;
};
const testimonial = async (): Promise<string> =>
  (await send("POST", "/v1/testimonials", { program: "advocacy", person: ANN, text: "Good.", consent: true })).body.id;
let friends = 0;
const choice = async (): Promise<string> => {
  const n = friends++;
  const code = await shop.join("pick", "ann");
  return (await shop.buys(`pf-${n}`, { id: `po-${n}`, total: 5000, code })).decisions.find((d) => d.program === "pick")!.rewards[0]!.id;
};
const claim = async (): Promise<string> => {
  for (const person of [ANN, "user_id:bob"]) await send("POST", "/v1/programs/partner/terms/accept", { person });
  const n = friends++;
  const body = { program: "partner", deal: `cd-${n}`, claimants: [{ person: ANN }], contact: { user_id: `cf-${n}` } };
  return (await send("POST", "/v1/claims", body)).body.id;
};
const lead = async (): Promise<string> =>
  (await send("POST", "/v1/leads", { program: "lead_exchange", from: "xco", to: "yco", contact: { user_id: `l-${friends++}` } })).body.id;

/** A request: its path, body, and what has to be there first. */
type Wish = [what: string, make: () => Promise<[path: string, body?: unknown]> | [path: string, body?: unknown]];
const WISHES: Wish[] = [
  [
    "a grant by hand",
    () => ["/v1/rewards", { program: "loyalty", person: ANN, kind: "points", value: { amount: 3, currency: "points" }, reason: "x" }],
  ],
  ["a spending", () => [`/v1/people/${ANN}/spend`, { amount: 4 }]],
  ["a redemption", () => ["/v1/redemptions", { person: ANN, item: "mug" }]],
  ["a gathering", () => ["/v1/gatherings", { title: "E", starts_at: day(300), seats: 2 }]],
  ["a testimonial", () => ["/v1/testimonials", { program: "advocacy", person: ANN, text: "Good.", consent: true }]],
  ["a share", () => ["/v1/shares", { program: "social", person: ANN, channel: "x", url: "https://x.example/1" }]],
  ["a deliverable", () => ["/v1/deliverables", { program: "influencer", person: ANN, url: "https://x.example/1" }]],
  [
    "a claim",
    async () => {
      await claim();
      return [
        "/v1/claims",
        { program: "partner", deal: "d-7", claimants: [{ person: ANN }], contact: { email: "n@n.example", name: "N" } },
      ];
    },
  ],
  ["an approval of a claim", async () => [`/v1/claims/${await claim()}/approve`]],
  ["a lead", () => ["/v1/leads", { program: "lead_exchange", from: "xco", to: "yco", contact: { user_id: "lp" }, text: "Call." }]],
  ["an accepted lead", async () => [`/v1/leads/${await lead()}/accept`, {}]],
  ["a declined lead", async () => [`/v1/leads/${await lead()}/decline`, {}]],
  ["a case", () => ["/v1/cases", { program: "pipeline", person: ANN, owner: "user_id:bob", text: "T", ...BOB }]],
  [
    "a note",
    async () => {
      const made = await send("POST", "/v1/cases", {
        program: "pipeline",
        person: ANN,
        owner: "user_id:bob",
        coordinator: "user_id:bob",
        ...BOB,
      });
      return [`/v1/cases/${made.body.id}/notes`, { text: "Once.", ...BOB }];
    },
  ],
  ["a request", () => ["/v1/requests", { program: "community", text: "Who?", ...BOB }]],
  ["an introduction", () => ["/v1/introductions", { program: "community", to: ANN, contact: { user_id: "ic" }, ...BOB }]],
  ["thanks", () => ["/v1/slips", { program: "community", to: ANN, value: 100, currency: "EUR", ...BOB }]],
  ["a link", () => ["/v1/links", { program: "loyalty", person: ANN, channel: "mail" }]],
  ["a vanity code", () => ["/v1/links", { program: "loyalty", person: ANN, code: "ANNROCKS", kind: "vanity" }]],
  ["joining", () => ["/v1/advocates", { program: "loyalty", person: { user_id: "new-ann" } }]],
  ["a suppression", () => ["/v1/suppressions", { person: ANN }]],
  ["a consent", () => [`/v1/people/${ANN}/consents`, { purpose: "n", granted: true, wording: "v1", source: "form" }]],
  [
    "a licence",
    () => [
      `/v1/people/${ANN}/licences`,
      { kind: "real_estate", region: "US-CA", number: "7", valid_from: day(-9), valid_until: day(99) },
    ],
  ],
  ["an entry of a list", () => ["/v1/lists", { list: "block", kind: "email_domain", value: "bad.example" }]],
  ["a free entry", () => ["/v1/contests/contest/free-entry", { person: { user_id: "lucky" } }]],
  ["terms accepted", () => ["/v1/programs/partner/terms/accept", { person: "user_id:bob" }]],
  ["a payout", () => ["/v1/payouts", { unit: "USD", kind: "cash", minimum: 1 }]],
  ["a source", () => ["/v1/sources", { provider: "stripe", secret: "whsec_something_long" }]],
  ["a choice", async () => [`/v1/rewards/${await choice()}/choose`, { option: 1 }]],
  ["a reward given", async () => [`/v1/rewards/${await reward()}/fulfil`, { reference: "r-1" }]],
  ["a reward taken back", async () => [`/v1/rewards/${await reward()}/reverse`, { reason: "x" }]],
  ["an approved testimonial", async () => [`/v1/testimonials/${await testimonial()}/approve`]],
  ["a refused testimonial", async () => [`/v1/testimonials/${await testimonial()}/refuse`, { reason: "x" }]],
  // While it is open nothing matures: the last.
  ["an import", () => ["/v1/imports", { source: "x" }]],
];

/** How many rows each table has; what counts requests, answers and deeds does not matter. */
async function counts(): Promise<Record<string, number>> {
  const tables = await shop.server.engine.rows<{ name: string }>(
    "select table_name as name from information_schema.tables where table_schema = 'public' and table_type = 'BASE TABLE' order by 1",
  );
  const found: Record<string, number> = {};
  for (const { name } of tables.filter((t) => !["idempotency", "rate_bucket", "api_key", "request_log", "door_count"].includes(t.name))) {
    // Reading a case again is written down again.
    const which = name === "audit" ? "where action not like '%.read'" : "";
    found[name] = (await shop.server.engine.rows<{ n: number }>(`select count(*)::int as n from "${name}" ${which}`))[0]!.n;
  }
  return found;
}

/** The request to a process that loses its database when it is about to keep the answer: the work is done, and nobody is told. */
async function askTheDying(path: string, body: unknown, key: string): Promise<number> {
  proxy.arm({ at: "update idempotency set status", side: "before" });
  const headers = { authorization: `Bearer ${shop.server.a.testKey}`, "content-type": "application/json", "idempotency-key": key };
  const response = await fetch(dying + path, { method: "POST", headers, ...(body === undefined ? {} : { body: JSON.stringify(body) }) });
  expect(proxy.hasCut()).toBe(true);
  return response.status;
}

test.each(WISHES)("%s: done once, and then answered", async (what, make) => {
  const [path, body] = await make();
  const key = `retry-${what.replaceAll(" ", "-")}`;
  expect(await askTheDying(path, body, key)).toBeGreaterThanOrEqual(500);
  const before = await counts();
  expect((await send("POST", path, body, key)).body.code).toBe("idempotency_in_progress");
  await shop.server.engine.rows("update idempotency set created_at = created_at - interval '2 minutes' where key = $1", [key]);
  const again = await send("POST", path, body, key);
  expect([again.status, again.status < 300 ? "" : again.text]).toEqual([expect.toSatisfy((n: number) => n < 300), ""]);
  const after = await counts();
  expect(Object.entries(after).filter(([name, n]) => n !== before[name])).toEqual([]);
  const replayed = await send("POST", path, body, key);
  expect([replayed.headers.get("idempotent-replayed"), replayed.text]).toEqual(["true", again.text]);
});

test("a webhook whose secret was lost with the answer: said so, and no second one made", async () => {
  const body = { url: "https://receiver.example/h" };
  await askTheDying("/v1/webhooks", body, "retry-webhook");
  await shop.server.engine.rows("update idempotency set created_at = created_at - interval '2 minutes' where key = 'retry-webhook'");
  expect((await send("POST", "/v1/webhooks", body, "retry-webhook")).body).toMatchObject({ code: "idempotency_conflict" });
  expect((await send("GET", "/v1/webhooks")).body.data).toHaveLength(1);
  const dump = JSON.stringify(await shop.server.engine.rows("select * from idempotency where key = 'retry-webhook'"));
  expect(dump).not.toMatch(/whsec_/);
});

test("and the books are whole after all of it", async () => {
  await assertBooks(shop.server.engine, shop.server.a.sandboxId);
});
