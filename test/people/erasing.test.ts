/** Export and erasing: everything known goes, the books stay whole. */
import { afterAll, beforeAll, expect, test } from "vitest";
import { erasePerson } from "../../src/flow/erase-person.ts";
import { exportPerson } from "../../src/flow/export-person.ts";
import { createLink } from "../../src/flow/make-link.ts";
import { reassignReferral } from "../../src/flow/change-referrals.ts";
import { externalId } from "../../src/core/id.ts";
import { type Engine, createEngine } from "../support/engine.ts";
import { type Parts, partsOf, verify } from "../support/people.ts";

let e: Engine;
let parts: Parts;
let ben: { personId: string; code: string };
let programId: string;
const SECRETS = ["ben.secret@example.com", "Benedikt", "Geheimrat", "u-ben-4711", "+4915112345678", "203.0.113.77", "BENEDIKT20"];

beforeAll(async () => {
  e = await createEngine();
  parts = partsOf(e);
  programId = await e.publish({
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
        when: { stage: "order", where: { "person.country": { ne: "XX" } } },
        give: { cash: { percent: 10, of: "order.total" } },
      },
    ],
    terms: { en: "T" },
    disclosure: { en: "D" },
  });
  const person = {
    user_id: "u-ben-4711",
    email: "Ben.Secret@example.com",
    phone: "+4915112345678",
    name: "Benedikt Geheimrat",
    anonymous_id: "a-ben",
  };
  ben = await e.join("friends", person);
  await createLink(parts, e.by, { programId, personId: ben.personId, channel: null, code: "BENEDIKT20", kind: "vanity" });
  const other = await e.join("friends", { user_id: "other" });
  const context = { ip: "203.0.113.77", user_agent: "Benedikt's phone" };
  await e.send([
    {
      id: "e1",
      type: "purchase",
      person: { user_id: "friend" },
      referral: { code: "BENEDIKT20" },
      order: { id: "1", total: 1000, currency: "USD" },
    },
    {
      id: "e2",
      type: "purchase",
      person,
      referral: { code: other.code },
      order: { id: "2", total: 2000, currency: "USD" },
      context,
      properties: { note: "for Benedikt" },
    },
    { id: "e3", type: "refund", person: { user_id: "clerk", name: "Clara Clerk" }, order: { id: "2", amount: 500, currency: "USD" } },
  ]);
  const [mine] = await e.rows<{ id: string }>("select id from referral where advocate_id = $1", [ben.personId]);
  await reassignReferral(parts, e.by, {
    referralId: mine!.id,
    advocateId: other.personId,
    reason: "Benedikt wrote (BEN.SECRET@example.com)",
  });
});
afterAll(async () => {
  await e.close();
});

/** Every text and json column of every table that holds any of the words. */
async function search(words: readonly string[]): Promise<string[]> {
  const columns = await e.rows<{ table: string; column: string }>(
    `select c.table_name as table, c.column_name as column from information_schema.columns c
      join information_schema.tables t using (table_schema, table_name)
      where c.table_schema in ('public', 'jobs') and t.table_type = 'BASE TABLE' and c.data_type in ('text', 'json', 'jsonb',
        'character varying', 'ARRAY')
        and c.table_schema = 'public'`,
  );
  const found: string[] = [];
  for (const { table, column } of columns) {
    for (const word of words) {
      const [hit] = await e.rows<{ n: number }>(`select count(*)::int as n from "${table}" where "${column}"::text ilike $1`, [
        `%${word}%`,
      ]);
      if (hit!.n > 0) found.push(`${table}.${column}: ${word}`);
    }
  }
  return found;
}

test("an export holds everything that is kept, by name", async () => {
  const all = (await exportPerson(parts, e.by, ben.personId)) as Record<string, Record<string, unknown>[]>;
  expect(all["id"]).toBe(externalId("per", ben.personId));
  expect(all["identities"]).toEqual([
    { kind: "user_id", value: "u-ben-4711" },
    { kind: "email", value: "ben.secret@example.com" },
    { kind: "phone", value: "+4915112345678" },
    { kind: "anonymous_id", value: "a-ben" },
  ]);
  expect(all["person"]![0]!["data"]).toMatchObject({ name: "Benedikt Geheimrat" });
  expect(all["links"]!.map((l) => l["code"])).toContain("BENEDIKT20");
  expect(all["events"]!.map((f) => f["client_id"])).toEqual(expect.arrayContaining(["e2", "e3"]));
  expect(all["events"]!.find((f) => f["client_id"] === "e2")!["private"]).toMatchObject({ context: { ip: "203.0.113.77" } });
  expect(JSON.parse(JSON.stringify(all))).toEqual(all);
  const words = Object.keys(all);
  expect(words).toEqual([
    "id",
    "person",
    "identities",
    "programs",
    "links",
    "events",
    "orders",
    "referrals",
    "rewards",
    "balances",
    "coupons",
    "coupon_uses",
    "licences",
    "reviews",
    "seen_with",
    "redemptions",
    "levels",
    "gatherings",
    "testimonials",
    "messages",
    "consents",
    "terms",
    "suppressions",
    "shares",
    "deliverables",
    "contests",
    "ranks",
    "claims",
    "company_roles",
    "applications",
    "preferences",
    "payout_details",
    "questions",
    "asked_how_easy",
    "notes",
    "sessions",
    "requests",
    "introductions",
    "slips",
    "leads",
    "payouts",
  ]);
});

test("what a refund says of the clerk who made it is not kept as the customer's", async () => {
  const [row] = await e.rows<{ data: { name: string } }>("select data from person_private where person_id = $1", [ben.personId]);
  expect(row!.data.name).toBe("Benedikt Geheimrat");
});

test("after erasing, no table holds the person's e-mail, name, phone, user id, address or chosen code", async () => {
  expect(await search(SECRETS)).not.toEqual([]);
  const trial = () => e.rows("select a.kind, sum(a.balance)::int as sum from ledger_account a group by 1 order by 1");
  const before = await trial();
  await erasePerson(parts, e.by, ben.personId);
  expect(await search(SECRETS)).toEqual([]);
  expect(await trial()).toEqual(before);
  expect((await verify(e)).broken).toEqual([]);
  expect(await e.rows("select payload from outbox where payload::text like '%person.erased%'")).toHaveLength(1);
});

test("an erased person's links lead nowhere and she takes part in nothing more", async () => {
  expect(await e.rows("select count(*)::int as open from link where person_id = $1 and disabled_at is null", [ben.personId])).toEqual([
    { open: 0 },
  ]);
  const [late] = await e.send({
    id: "e4",
    type: "purchase",
    person: { user_id: "late" },
    referral: { code: ben.code },
    order: { id: "4", total: 100, currency: "USD" },
  });
  expect(late!.decisions[0]).toMatchObject({ outcome: "not_referred", reason: "link_disabled" });
  const [named] = await e.send({ id: "e5", type: "identify", person: { id: externalId("per", ben.personId), name: "Benedikt" } });
  expect(named).toMatchObject({ status: "rejected" });
});

test("a refund of an erased person's order still takes back its share, and keeps nothing of what it says", async () => {
  const [refund] = await e.send({
    id: "e6",
    type: "refund",
    order: { id: "2", amount: 500, currency: "USD" },
    properties: { note: "Benedikt again" },
  });
  expect(refund).toMatchObject({ status: "settled", decisions: [{ outcome: "adjusted" }] });
  expect(await search(["Benedikt"])).toEqual([]);
  expect((await verify(e)).broken).toEqual([]);
});

test("who comes back under the same user id is somebody new", async () => {
  await e.send({ id: "e7", type: "identify", person: { user_id: "u-ben-4711" } });
  const [again] = await e.rows<{ person_id: string }>("select person_id from person_identity where value = 'u-ben-4711'");
  expect(again!.person_id).not.toBe(ben.personId);
  expect((await verify(e)).broken).toEqual([]);
});

test("erasing again changes nothing, and erasing forgets everybody who was merged into the person", async () => {
  const [count] = await e.rows<{ n: number }>("select count(*)::int as n from audit");
  await erasePerson(parts, e.by, ben.personId);
  expect(await e.rows("select count(*)::int as n from audit")).toEqual([count]);
  await e.send([
    { id: "f1", type: "identify", person: { email: "twin@example.com", name: "Twin One" } },
    { id: "f2", type: "identify", person: { user_id: "u-twin", anonymous_id: "t" } },
    { id: "f3", type: "identify", person: { user_id: "u-twin", email: "twin@example.com" } },
  ]);
  const [twin] = await e.rows<{ person_id: string }>("select person_id from person_identity where value = 'u-twin'");
  await erasePerson(parts, e.by, twin!.person_id);
  expect(await search(["twin@example.com", "Twin One", "u-twin"])).toEqual([]);
});
