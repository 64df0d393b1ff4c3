/** Where people want their money: sealed, shown as a hint, opened in the file to pay from, gone with the person. */
import { afterAll, beforeAll, expect, test } from "vitest";
import { type PortalKey, portalKey, tokenOf } from "../support/members.ts";
import { type Loose, type TestServer, createServer } from "../support/server.ts";

const IBAN = "DE89370400440532013000";
let s: TestServer;
let key: PortalKey;

beforeAll(async () => {
  s = await createServer();
  key = await portalKey(s);
  const rewards = [{ key: "ten", when: { stage: "order" }, to: "advocate", give: { cash: "10.00 USD" } }];
  const base = { key: "cash", kind: "direct", name: "P", stages: ["order"], qualifies_at: "order", destination: "https://a.example/" };
  const program = { ...base, rewards, terms: { en: "Terms." }, disclosure: { en: "Ad." } };
  expect((await s.call("PUT", "/v1/programs/cash", { body: program })).status).toBe(200);
  expect((await s.call("POST", "/v1/programs/cash/publish", { body: {} })).status).toBe(200);
});
afterAll(() => s.close());

const as = async (user: string) => {
  const token = await tokenOf(key, user);
  return (method: string, path: string, body?: unknown): Promise<Loose> =>
    s.call(method, path, { key: token, ...(body === undefined ? {} : { body }) });
};

test("she sees a hint of what she said, nobody sees hers, and the database holds no account in clear", async () => {
  const [una, ben] = [await as("una"), await as("ben")];
  expect((await una("GET", "/v1/portal/payout-details")).body).toEqual({ method: null, hint: null, changed_at: null });
  const pay_to = { method: "bank", holder: "Una Quitte", account: "DE89 3704 0044 0532 0130 00" };
  expect((await una("PUT", "/v1/portal/payout-details", { pay_to })).body).toMatchObject({ method: "bank", hint: "•••• 3000" });
  expect((await una("GET", "/v1/portal/payout-details")).body).toMatchObject({ method: "bank", hint: "•••• 3000" });
  expect((await ben("GET", "/v1/portal/payout-details")).body.method).toBeNull();
  const id = (await s.call("GET", "/v1/people/user_id:una")).body.id as string;
  expect((await ben("GET", `/v1/portal/payout-details?person=${id}`)).status).toBe(404);
  expect((await ben("PUT", "/v1/portal/payout-details", { person: id, pay_to })).status).toBe(404);
  for (const table of ["payout_detail", "audit", "outbox"]) {
    const rows = await s.engine.rows<{ row: string }>(`select t::text as row from ${table} t`);
    expect(rows.map((each) => each.row).join()).not.toMatch(/DE8937|0532013000|Quitte/);
  }
});

test("a mistyped account is refused with its field, and what was there stays", async () => {
  const una = await as("una");
  const wrong = await una("PUT", "/v1/portal/payout-details", {
    pay_to: { method: "bank", holder: "Una", account: IBAN.replace("13", "31") },
  });
  expect([wrong.status, wrong.body.errors[0].pointer]).toEqual([422, "/pay_to/account"]);
  expect((await una("GET", "/v1/portal/payout-details")).body.hint).toBe("•••• 3000");
});

test("whoever changes it, she is told of it", async () => {
  const una = await as("una");
  await una("PUT", "/v1/portal/payout-details", { pay_to: { method: "bank", holder: "Una Quitte", account: IBAN } });
  const told = await s.call("GET", "/v1/messages?kind=payout_details_changed");
  expect(told.body.data).toHaveLength(1);
  expect(JSON.stringify(told.body.data)).not.toMatch(/3000|Quitte/);
});

test("a batch's file says where the money goes, and reads back as results", async () => {
  const joined = await s.call("POST", "/v1/advocates", { body: { program: "cash", person: { user_id: "una" } } });
  expect(joined.status).toBe(200);
  const links = await s.call("GET", `/v1/links?person=${joined.body.person}`);
  const order = { id: "o-1", total: 5000, currency: "USD" };
  const referral = { code: links.body.data[0].code };
  const bought = await s.call("POST", "/v1/events", {
    body: { id: "e-1", type: "purchase", person: { user_id: "friend" }, referral, order },
  });
  expect([bought.status, bought.body.errors]).toEqual([200, undefined]);
  const batch = await s.call("POST", "/v1/payouts", { body: { unit: "USD", kind: "cash", minimum: 1 } });
  expect(batch.status).toBe(201);
  const file = await s.call("GET", `/v1/payouts/${batch.body.id}/file.csv`);
  expect(file.text).toContain(`,bank,Una Quitte,${IBAN}`);
});

test("she takes it back, and erasing her takes it with her", async () => {
  const una = await as("una");
  expect((await una("PUT", "/v1/portal/payout-details", { pay_to: null })).body.method).toBeNull();
  await una("PUT", "/v1/portal/payout-details", { pay_to: { method: "paypal", holder: "Una", email: "una@shop.example" } });
  expect((await una("GET", "/v1/people/me/export")).body.payout_details).toMatchObject([{ method: "paypal", hint: "u•••@shop.example" }]);
  const id = (await s.call("GET", "/v1/people/user_id:una")).body.id as string;
  expect((await s.call("POST", `/v1/people/${id}/erase`)).status).toBe(200);
  expect(await s.engine.rows("select 1 from payout_detail")).toEqual([]);
});
