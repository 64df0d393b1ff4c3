/** A14: companies swap leads: accepted within 48 hours or back, one lead credit each, and none for who owes as many as it may. */
import { afterAll, beforeAll, expect, test } from "vitest";
import type { components } from "../../sdk/src/index.ts";
import { createClient } from "../../sdk/src/index.ts";
import { verify } from "../support/people.ts";
import { type Shop, createShop } from "../support/shop.ts";

type Lead = components["schemas"]["Lead"];
const HOUR = 3_600_000;

let shop: Shop;
beforeAll(async () => {
  shop = await createShop();
  await shop.publish("lead_exchange");
  for (const company of ["xco", "yco", "zco", "wco"]) {
    await shop.client.unwrap(shop.client.api.PUT("/v1/companies/{company}", { params: { path: { company } }, body: { name: company } }));
    await shop.client.unwrap(shop.client.api.POST("/v1/people", { body: { user_id: `at-${company}`, company } }));
  }
});
afterAll(() => shop.close());

const as = (user: string) => ({ acting_as: `user_id:${user}` });
const rows = <T = Record<string, unknown>>(text: string, ...values: unknown[]) =>
  shop.server.engine.rows<T>(text, [shop.server.a.sandboxId, ...values]);
let contacts = 0;
const send = (from: string, to: string, more: { contact?: string; text?: string; user?: string } = {}, client = shop.client) =>
  client.api.POST("/v1/leads", {
    body: {
      program: "lead_exchange",
      from,
      to,
      contact: { user_id: more.contact ?? `contact-${contacts++}`, name: "A. Contact" },
      text: more.text,
      ...as(more.user ?? `at-${from}`),
    },
  });
const sent = async (from: string, to: string, text?: string): Promise<Lead> => {
  const { data, error } = await send(from, to, { text });
  expect(error).toBeUndefined();
  return data!;
};
const decide = (lead: Pick<Lead, "id">, verb: "accept" | "decline", user: string, client = shop.client) =>
  client.api.POST(`/v1/leads/{lead}/${verb}` as "/v1/leads/{lead}/accept", { params: { path: { lead: lead.id } }, body: as(user) });
const status = async (lead: Lead) =>
  (await shop.client.unwrap(shop.client.api.GET("/v1/leads/{lead}", { params: { path: { lead: lead.id } } }))).status;
const balance = async (company: string) => {
  const all = await shop.client.unwrap(shop.client.api.GET("/v1/companies/{company}/balances", { params: { path: { company } } }));
  return all.map((b) => [b.unit, b.given, b.received, b.balance]);
};
const told = async (lead: Lead) =>
  (
    await rows<{ kind: string; who: string }>(
      `select m.kind, i.value as who from message m
         join person_identity i on i.workspace_id = $1 and i.person_id = m.person_id and i.kind = 1
        where m.workspace_id = $1 and m.subject_key = $2 order by m.kind`,
      lead.id,
    )
  ).map((m) => [m.kind, m.who]);
/** What the product's own proof of the ledger finds wrong. */
const broken = async () => (await verify(shop.server.engine, shop.server.a.sandboxId)).broken;

test("A14: an accepted lead moves one lead credit from the receiver to the sender, and nothing else does", async () => {
  const lead = await sent("xco", "yco");
  expect(lead).toMatchObject({ status: "open", expires_at: new Date(Date.parse(lead.sent_at) + 48 * HOUR).toISOString() });
  expect([await balance("xco"), await balance("yco")]).toEqual([[], []]);
  const accepted = await decide(lead, "accept", "at-yco");
  expect(accepted.data).toMatchObject({ status: "accepted" });
  expect([await balance("xco"), await balance("yco")]).toEqual([[["leads", 1, 0, 1]], [["leads", 0, 1, -1]]]);
  expect((await decide(lead, "accept", "at-yco")).error).toMatchObject({ code: "conflict" });
  await decide(await sent("xco", "yco"), "decline", "at-yco");
  expect([await balance("xco"), await balance("yco")]).toEqual([[["leads", 1, 0, 1]], [["leads", 0, 1, -1]]]);
  expect(await told(lead)).toEqual([
    ["lead_accepted", "at-xco"],
    ["lead_received", "at-yco"],
  ]);
  // One fact, under the lead's own name, and one transfer between the two companies' accounts.
  expect(await rows("select 1 from fact where workspace_id = $1 and client_id = $2", `lead:${uuid(lead.id)}:accepted`)).toHaveLength(1);
  expect(
    await rows(`select d.kind as debit, c.kind as credit, t.amount::int as amount from transfer t
      join ledger_account d on d.workspace_id = $1 and d.id = t.debit join ledger_account c on c.workspace_id = $1 and c.id = t.credit
      where t.workspace_id = $1`),
  ).toEqual([{ debit: "company", credit: "available", amount: 1 }]);
  expect((await shop.client.trialBalance()).data).toEqual([expect.objectContaining({ unit: "leads", total: 0 })]);
  const rewards = await shop.client.unwrap(shop.client.api.GET("/v1/rewards", { params: { query: { limit: 10 } } }));
  expect(rewards.data.map((r) => r.person.slice(0, 4))).toEqual(["com_"]);
  expect(
    await rows(
      "select e->>'type' as type from outbox o, json_array_elements(o.payload) e where o.workspace_id = $1 and e->>'id' = $2",
      lead.id,
    ),
  ).toEqual([{ type: "lead.submitted" }]);
  expect(await broken()).toEqual([]);
  await shop.books();
});

test("an answer to a lead that is taken back costs nothing; it can be answered again, and after its time no more", async () => {
  const before = [await balance("xco"), await balance("yco")];
  const lead = await sent("xco", "yco");
  const reopen = () => shop.client.api.POST("/v1/leads/{lead}/reopen", { params: { path: { lead: lead.id } } });
  expect((await reopen()).error).toMatchObject({ code: "conflict" });
  for (const verb of ["accept", "decline", "accept"] as const) {
    await decide(lead, verb, "at-yco");
    expect((await reopen()).data).toMatchObject({ status: "open", decided_at: null });
    expect([await balance("xco"), await balance("yco")]).toEqual(before);
  }
  expect((await decide(lead, "accept", "at-yco")).data).toMatchObject({ status: "accepted" });
  await shop.to(new Date(Date.parse(lead.expires_at) + 60_000).toISOString());
  expect((await reopen()).error).toMatchObject({ code: "conflict" });
  expect(await broken()).toEqual([]);
  await shop.books();
});

const uuid = (id: string) => id.slice(4).replace(/(.{8})(.{4})(.{4})(.{4})(.{12})/, "$1-$2-$3-$4-$5");

test("A14: a lead that is not accepted within 48 hours goes back, and costs nothing", async () => {
  const lead = await sent("xco", "zco");
  await shop.to(new Date(Date.parse(lead.expires_at) - 1).toISOString());
  expect(await status(lead)).toBe("open");
  const second = await sent("xco", "zco");
  await shop.to(new Date(Date.parse(lead.expires_at) + 60_000).toISOString());
  expect([await status(lead), await status(second)]).toEqual(["returned", "open"]);
  expect((await decide(lead, "accept", "at-zco")).error).toMatchObject({ code: "conflict" });
  expect(await told(lead)).toEqual([
    ["lead_received", "at-zco"],
    ["lead_refused", "at-xco"],
  ]);
  expect(await balance("zco")).toEqual([]);
  await decide(second, "decline", "at-zco");
});

test("A14: a company three leads in debt receives no more until it gives one; what waits for its answer counts", async () => {
  for (let i = 0; i < 3; i++) await decide(await sent("xco", "wco"), "accept", "at-wco");
  expect(await balance("wco")).toEqual([["leads", 0, 3, -3]]);
  const refused = await send("xco", "wco");
  expect([refused.response.status, refused.error]).toMatchObject([409, { code: "lead_limit_reached" }]);
  await decide(await sent("wco", "zco"), "accept", "at-zco");
  expect(await balance("wco")).toEqual([["leads", 1, 3, -2]]);
  const open = await sent("yco", "wco");
  expect((await send("xco", "wco")).error).toMatchObject({ code: "lead_limit_reached" });
  await decide(open, "decline", "at-wco");
  expect((await send("xco", "wco")).error).toBeUndefined();
  await shop.books();
});

test("fifty leads at once over two processes to a company that may owe three: three arrive, and three credits move", async () => {
  await shop.client.unwrap(shop.client.api.PUT("/v1/companies/{company}", { params: { path: { company: "vco" } }, body: { name: "V" } }));
  await shop.client.unwrap(shop.client.api.POST("/v1/people", { body: { user_id: "at-vco", company: "vco" } }));
  const two = createClient({ url: (await shop.server.another()).url, key: shop.server.a.testKey });
  const both = [shop.client, two];
  const all = await Promise.all(Array.from({ length: 50 }, (_, i) => send("xco", "vco", { contact: `rush-${i}` }, both[i % 2])));
  const arrived = all.flatMap((a) => (a.data === undefined ? [] : [a.data]));
  expect(arrived).toHaveLength(3);
  expect(all.filter((a) => a.response.status === 409)).toHaveLength(47);
  // Each is accepted ten times over, at once and by two processes: three credits move.
  const answers = await Promise.all(
    arrived.flatMap((lead) => Array.from({ length: 10 }, (_, i) => decide(lead, "accept", "at-vco", both[i % 2]))),
  );
  expect(answers.filter((a) => a.response.status === 200)).toHaveLength(3);
  expect(await balance("vco")).toEqual([["leads", 0, 3, -3]]);
  expect(await broken()).toEqual([]);
  await shop.books();
});

test("who belongs to neither company sends and accepts nothing for them; another workspace sees nothing", async () => {
  expect((await send("yco", "zco", { user: "at-xco" })).response.status).toBe(404);
  const lead = await sent("yco", "xco");
  expect((await decide(lead, "accept", "at-yco")).response.status).toBe(404);
  expect((await decide(lead, "accept", "at-zco")).response.status).toBe(404);
  expect((await send("yco", "yco")).error).toMatchObject({ errors: [{ pointer: "/to", code: "self" }] });
  const other = createClient({ url: shop.server.url, key: shop.server.b.testKey });
  expect((await other.api.GET("/v1/leads/{lead}", { params: { path: { lead: lead.id } } })).response.status).toBe(404);
  await decide(lead, "decline", "at-xco");
});

test("an activity of that name from outside moves no credit: only a lead between two companies does", async () => {
  const before = [await balance("xco"), await balance("yco")];
  const outcome = await shop.send({ type: "activity", name: "lead_accepted", program: "lead_exchange", person: { user_id: "at-xco" } });
  expect(outcome.decisions.flatMap((d) => d.rewards)).toEqual([]);
  expect([await balance("xco"), await balance("yco")]).toEqual(before);
});

test("erasing whom a lead is about takes the words; joining her to somebody else moves the lead and no credit", async () => {
  const lead = (await send("yco", "xco", { contact: "gone", text: "Gone wants a kitchen." })).data!;
  await decide(lead, "accept", "at-xco");
  const before = [await balance("xco"), await balance("yco")];
  const other = await shop.client.unwrap(shop.client.api.POST("/v1/people", { body: { user_id: "gone-2" } }));
  const { mergePeople } = await import("../../src/flow/merge-people.ts");
  const { moneyOf } = await import("../support/money.ts");
  const m = moneyOf(shop.server.engine);
  const by = { ...m.by, workspaceId: shop.server.a.sandboxId };
  await mergePeople(m.parts, by, { fromId: uuid(lead.person), intoId: uuid(other.id), evenWithTwoUserIds: true });
  const now = await shop.client.unwrap(shop.client.api.GET("/v1/leads/{lead}", { params: { path: { lead: lead.id } } }));
  expect([now.person, now.text]).toEqual([other.id, "Gone wants a kitchen."]);
  expect([await balance("xco"), await balance("yco")]).toEqual(before);
  await shop.client.unwrap(shop.client.api.POST("/v1/people/{person}/erase", { params: { path: { person: "user_id:gone" } } }));
  const erased = await shop.client.unwrap(shop.client.api.GET("/v1/leads/{lead}", { params: { path: { lead: lead.id } } }));
  expect([erased.status, erased.text]).toEqual(["accepted", null]);
  expect(await rows("select 1 from private_text where workspace_id = $1 and text like '%kitchen%'")).toEqual([]);
  expect(await broken()).toEqual([]);
  await shop.books();
});
