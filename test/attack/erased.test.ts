/** Somebody who took part in everything is erased: after that no text of any table, and no line of the log, tells of her. */
import { afterAll, beforeAll, expect, test } from "vitest";
import { checkoutSession, stripeEvent } from "../commerce/fixtures/stripe.ts";
import { connect, send } from "../commerce/shops.ts";
import { assertBooks } from "../support/books.ts";
import { verify } from "../support/people.ts";
import type { Loose } from "../support/server.ts";
import { type Shop, createShop, day } from "../support/shop.ts";

/** What tells who she is, and words that she or others wrote of her. */
const NAMES = ["Zwetschge", "Zwetschgenbaum", "ida.zwetschge@example.com", "4915199887766", "u-ida-0815", "203.0.113.99", "IdaBrowser"];
const FREE = "Quittenfieber";

let shop: Shop;
beforeAll(async () => {
  shop = await createShop();
});
afterAll(() => shop.close());

async function ask(method: string, path: string, body?: unknown): Promise<Loose> {
  const key = shop.server.a.testKey;
  const headers: Record<string, string> = method === "POST" ? { "idempotency-key": `k-${path.length}-${Math.random()}` } : {};
  const reply = await shop.server.call(method, path, { key, headers, ...(body === undefined ? {} : { body }) });
  expect([method, path, reply.status, reply.status < 300 ? "" : reply.text]).toEqual([
    method,
    path,
    expect.toSatisfy((n: number) => n < 300),
    "",
  ]);
  return reply.body;
}
const post = (path: string, body?: unknown): Promise<Loose> => ask("POST", path, body);
const as = (user: string) => ({ acting_as: `user_id:${user}` });
const IDA = "user_id:u-ida-0815";
const SAYS = `Ida Zwetschgenbaum (ida.zwetschge@example.com) has ${FREE}`;
const REASON = "Ida Zwetschgenbaum asked, IDA.ZWETSCHGE@example.com, u-ida-0815";

/** Every text, json or array column of every table, also of the jobs, that holds any of the words. */
async function found(words: readonly string[]): Promise<string[]> {
  const rows = <T>(text: string, values: unknown[] = []) => shop.server.engine.rows<T>(text, values);
  const tables = await rows<{ schema: string; name: string }>(
    `select table_schema as schema, table_name as name from information_schema.tables
      where table_type = 'BASE TABLE' and table_schema not in ('pg_catalog', 'information_schema')`,
  );
  const hits: string[] = [];
  for (const { schema, name } of tables) {
    const like = words.map((_, i) => `t::text ilike $${i + 1}`).join(" or ");
    const values = words.map((word) => `%${word}%`);
    for (const row of await rows<{ row: string }>(`select t::text as row from "${schema}"."${name}" t where ${like}`, values))
      hits.push(`${name}: ${row.row.slice(0, 400)}`);
  }
  return hits;
}

async function publish(): Promise<void> {
  await shop.publish("pipeline");
  await shop.publish("community", { advocates: { join: "automatic" } });
  await shop.publish("lead_exchange");
  await shop.publish("social");
  await shop.publish("influencer", { advocates: { join: "automatic" } });
  await shop.publish("advocacy");
  await shop.publish("loyalty");
  await shop.publish("partner", { advocates: { join: "automatic" } });
  await shop.publish("contest", {
    contest: {
      from: "2030-01-08",
      to: "2030-01-20",
      freeze_after: "1d",
      leaderboard: { by: "qualified_referrals", places: 3 },
      draw: { winners: 1, alternates: 1, accept_within: "7d", entry_cap: 3 },
    },
  });
}

const IDENTITY = { user_id: "u-ida-0815", email: "ida.zwetschge@example.com", phone: "+4915199887766", name: "Ida Zwetschgenbaum" };

/** She joins, buys, is referred, refers, spends, and pays with a signal or two. */
async function buysAndEarns(): Promise<void> {
  for (const program of ["community", "social", "influencer", "advocacy", "loyalty", "partner", "contest"])
    await post("/v1/advocates", { program, person: { ...IDENTITY, attributes: { town: FREE } } });
  for (const program of ["community", "loyalty", "advocacy", "partner", "contest"]) await shop.join(program, "bob");
  await post("/v1/links", { program: "loyalty", person: IDA, code: "ZWETSCHGE20", kind: "vanity" });
  const code = await shop.join("loyalty", "bob");
  const context = { ip: "203.0.113.99", user_agent: "IdaBrowser 1.0" };
  const event = { person: IDENTITY, context, properties: { note: SAYS } };
  await post("/v1/events", { ...event, id: "e-1", type: "signup", referral: { code }, occurred_at: day(1) });
  await post("/v1/events", {
    ...event,
    id: "e-2",
    type: "purchase",
    referral: { name: "Ida Zwetschgenbaum" },
    order: { id: "o-ida", total: 9900, currency: "USD" },
  });
  await post("/v1/events", {
    id: "e-3",
    type: "purchase",
    person: { user_id: "fan" },
    referral: { code: "ZWETSCHGE20" },
    order: { id: "o-fan", total: 9900, currency: "USD" },
  });
  const stranger = { ...IDENTITY, id: "per_00000000000000000000000000000000" };
  await shop.server.call("POST", "/v1/events", { key: shop.server.a.testKey, body: { id: "e-bad", type: "signup", person: stranger } });
  await post("/v1/identify", {
    userId: "u-ida-0815",
    traits: { name: "Ida Zwetschgenbaum", email: "ida.zwetschge@example.com", note: FREE },
  });
  const grant = { program: "loyalty", person: IDA, kind: "points", value: { amount: 500, currency: "points" }, reason: REASON };
  const reward = (await post("/v1/rewards", grant)).id as string;
  await post(`/v1/rewards/${reward}/reverse`, { reason: REASON });
  await post("/v1/rewards", { ...grant, value: { amount: 900, currency: "points" } });
  await post(`/v1/people/${IDA}/spend`, { amount: 5, reference: REASON.slice(0, 100) });
  await ask("PUT", "/v1/catalogue/mug", { name: "Mug", price: 10 });
  const taken = await post("/v1/redemptions", { person: IDA, item: "mug", reference: REASON.slice(0, 100) });
  await post(`/v1/redemptions/${taken.redemption.id}/cancel`, { reason: REASON });
  const gathering = (await post("/v1/gatherings", { title: "Evening", starts_at: day(300), seats: 1 })).id as string;
  await post(`/v1/gatherings/${gathering}/join`, { person: IDA });
}

/** Somebody who turns out to be her, with words of her own. */
async function wasSomebodyElse(): Promise<void> {
  const old = { user_id: "zwetschge-old", email: "old.zwetschge@example.com", name: "I. Zwetschgenbaum" };
  for (const program of ["community", "advocacy", "loyalty"]) await post("/v1/advocates", { program, person: old });
  await post("/v1/requests", { program: "community", text: SAYS, ...as("zwetschge-old") });
  await post("/v1/testimonials", { program: "advocacy", person: "user_id:zwetschge-old", text: SAYS, consent: true });
  const points = { program: "loyalty", kind: "points", value: { amount: 9, currency: "points" }, reason: "I. Zwetschgenbaum asked" };
  const { id, person } = await post("/v1/rewards", { ...points, person: "user_id:zwetschge-old" });
  await post(`/v1/people/${IDA}/merge`, { from: person, even_with_two_user_ids: true });
  // Under the id that was merged: what names her goes all the same.
  await post(`/v1/rewards/${id}/reverse`, { reason: "Ida Zwetschgenbaum and old.zwetschge@example.com are one" });
}

/** Her order comes as a signed webhook of a shop, with everything that Stripe says of her. */
async function paysInShop(): Promise<void> {
  const source = await connect(shop.server, "stripe", { key: shop.server.a.testKey });
  const details = { email: "ida.zwetschge@example.com", name: "Ida Zwetschgenbaum", phone: "+4915199887766" };
  const created = Math.floor(Date.parse(day(2)) / 1000);
  const session = checkoutSession({ id: "cs_ida", created, customer: "cus_ida", customer_details: details, metadata: { note: SAYS } });
  const told = stripeEvent("checkout.session.completed", session, { created, livemode: false });
  expect(await send(source, told)).toMatchObject({ status: 200 });
  expect(
    (await send(source, { ...told, id: "evt_bad", type: "refund.failed", data: { object: { ...details, id: 5 } } })).status,
  ).toBeLessThan(500);
}

/** Testimonials, shares, deliverables, consents, licences, lists. */
async function speaks(): Promise<void> {
  const said = { program: "advocacy", person: IDA, text: SAYS, shown_as: "Ida Zwetschgenbaum", consent: true };
  await post(`/v1/testimonials/${(await post("/v1/testimonials", said)).id}/approve`);
  await post(`/v1/testimonials/${(await post("/v1/testimonials", said)).id}/refuse`, { reason: REASON });
  await post("/v1/shares", { program: "social", person: IDA, channel: "x", url: "https://x.example/ida-zwetschge" });
  const made = await post("/v1/deliverables", { program: "influencer", person: IDA, url: "https://x.example/zwetschge-1" });
  await post(`/v1/deliverables/${made.id}/refuse`, { reason: REASON });
  await post("/v1/deliverables", { program: "influencer", person: IDA, url: "https://x.example/zwetschge-2" });
  const consent = {
    purpose: "newsletter",
    granted: true,
    wording: "v1",
    source: "form",
    ip: "203.0.113.99",
    user_agent: "IdaBrowser 1.0",
  };
  await post(`/v1/people/${IDA}/consents`, consent);
  await post("/v1/suppressions", { email: "ida.zwetschge@example.com" });
  await post("/v1/suppressions", { person: IDA });
  await post("/v1/suppressions/check", { email: "ida.zwetschge@example.com" });
  await post("/v1/people/search", { email: "ida.zwetschge@example.com" });
  const licence = { kind: "real_estate", region: "US-CA", number: "Zwetschge-77", valid_from: day(-300), valid_until: day(300) };
  await post(`/v1/people/${IDA}/licences`, licence);
  await post("/v1/lists", { list: "block", kind: "person", value: IDA, note: REASON });
  await post("/v1/contests/contest/free-entry", { person: IDENTITY });
}

/** Claims by her and about her, a case, requests, introductions, thanks, leads, company roles. */
async function isTalkedAbout(): Promise<void> {
  const claim = { program: "partner", deal: "d-1", claimants: [{ person: IDA }], evidence: SAYS };
  await post("/v1/programs/partner/terms/accept", { person: IDA, source: "portal", language: "en" });
  await post("/v1/programs/partner/terms/accept", { person: "user_id:bob" });
  const hers = await post("/v1/claims", { ...claim, contact: { email: "co@co.example", name: "Co" } });
  await post(`/v1/claims/${hers.id}/refuse`, { note: REASON });
  await post("/v1/claims", { ...claim, deal: "d-2", claimants: [{ person: "user_id:bob" }], contact: IDENTITY });
  await ask("PUT", "/v1/deals/d-9", { contact: IDENTITY, status: "open" });
  await ask("PUT", "/v1/companies/xco", { name: "X" });
  await ask("PUT", "/v1/companies/yco", { name: "Y" });
  await ask("PUT", `/v1/companies/xco/people/${IDA}`, { role: "owner" });
  await post("/v1/people", { user_id: "ywho", company: "yco" });
  await post("/v1/leads", {
    program: "lead_exchange",
    from: "xco",
    to: "yco",
    contact: { user_id: "pros" },
    text: SAYS,
    ...as("u-ida-0815"),
  });
  const about = await post("/v1/leads", { program: "lead_exchange", from: "xco", to: "yco", contact: IDENTITY, text: SAYS });
  await post(`/v1/leads/${about.id}/accept`, as("ywho"));
  for (const user of ["teacher", "head"]) await post("/v1/people", { user_id: user });
  const file = await post("/v1/cases", {
    program: "pipeline",
    person: IDA,
    owner: "user_id:head",
    coordinator: "user_id:head",
    text: SAYS,
    ...as("teacher"),
  });
  await post(`/v1/cases/${file.id}/notes`, { text: SAYS, ...as("head") });
  await post(`/v1/cases/${file.id}/move`, { to: "strategies", reason: SAYS, ...as("head") });
  const asked = await post("/v1/requests", { program: "community", text: SAYS, ...as("u-ida-0815") });
  await post(`/v1/requests/${asked.id}/answer`, { contact: { user_id: "roofer" }, ...as("bob") });
  const other = await post("/v1/requests", { program: "community", to: IDA, text: "Who?", ...as("bob") });
  await post(`/v1/requests/${other.id}/answer`, { contact: { user_id: "roofer-2" }, ...as("u-ida-0815") });
  await post("/v1/introductions", { program: "community", to: "user_id:bob", contact: { user_id: "r3" }, ...as("u-ida-0815") });
  await post("/v1/slips", { program: "community", to: IDA, value: 500, currency: "EUR", text: SAYS, ...as("bob") });
  await post("/v1/slips", { program: "community", to: "user_id:bob", value: 500, currency: "EUR", text: SAYS, ...as("u-ida-0815") });
}

const words = [...NAMES, FREE];
/** What is never changed or leaves the house: no name may ever be in it, whoever is erased later. */
const FOR_EVER = ["fact", "outbox", "transfer", "ledger_account", "audit", "decision_revision", "message", "webhook_delivery"];

test("facts, outbox, ledger, audit and messages never hold a name, an address or what was written", { timeout: 60_000 }, async () => {
  await publish();
  await shop.to(day(2));
  await ask("POST", "/v1/webhooks", { url: "https://receiver.example/hook" });
  await buysAndEarns();
  await speaks();
  await isTalkedAbout();
  await paysInShop();
  await wasSomebodyElse();
  await shop.to(day(20));
  await post("/v1/rewards", { program: "loyalty", person: IDA, kind: "cash", value: { amount: 5000, currency: "USD" }, reason: REASON });
  const batch = await post("/v1/payouts", { unit: "USD" });
  for (const payout of (await ask("GET", `/v1/payouts/${batch.id}`)).items as { id: string }[])
    await post(`/v1/payouts/${batch.id}/results`, { results: [{ payout: payout.id, state: "failed", error: REASON }] });
  const kept = await found(words);
  expect(kept.length).toBeGreaterThan(20);
  expect(kept.filter((hit) => FOR_EVER.includes(hit.split(":")[0]!))).toEqual([]);
});

test("once she is erased no table and no line of the log tells of her, and the books are whole", { timeout: 60_000 }, async () => {
  await post(`/v1/people/${IDA}/erase`);
  expect(await found(words)).toEqual([]);
  expect(shop.server.logged.filter((line) => words.some((word) => line.toLowerCase().includes(word.toLowerCase())))).toEqual([]);
  await assertBooks(shop.server.engine, shop.server.a.sandboxId);
  expect((await verify(shop.server.engine, shop.server.a.sandboxId)).broken).toEqual([]);
});

test("what an operator wrote of a reward is in no outcome, no outbox row and no webhook, even a single word", async () => {
  const code = await shop.join("loyalty", "bob");
  const bought = await shop.buys("cheat", { id: "o-cheat", total: 9900, code });
  const reward = bought.decisions.flatMap((d) => d.rewards)[0]!;
  const still = await ask("GET", `/v1/rewards/${reward.id}`);
  await post(`/v1/rewards/${reward.id}/${still.state === "pending" ? "deny" : "reverse"}`, { reason: "blackguard" });
  await shop.refunds("o-cheat", 100);
  expect((await ask("GET", `/v1/rewards/${reward.id}`)).reason).toBe("blackguard");
  const hits = (await found(["blackguard"])).map((hit) => hit.split(":")[0]);
  expect([...new Set(hits)].sort()).toEqual(["audit", "idempotency", "reward"]);
});
