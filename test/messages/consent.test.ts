/** Consent with its proof, terms by number, and who is not to be contacted. */
import { afterAll, beforeAll, expect, test } from "vitest";
import { inWorkspace } from "../../src/store/db.ts";
import { insertMessages } from "../../src/store/messages.ts";
import { uuidOf } from "../../src/core/id.ts";
import { presets } from "../../presets/index.ts";
import type { Loose } from "../support/server.ts";
import { type Shop, createShop, day } from "../support/shop.ts";

let shop: Shop;
let ada = "";
const direct = presets.find((each) => each.key === "direct")!;

const raw = (method: string, path: string, body?: unknown, key = shop.server.a.testKey) =>
  shop.server.call<Loose>(method, path, { body, key });
const call = async (method: string, path: string, body?: unknown): Promise<Loose> => {
  const reply = await raw(method, path, body);
  expect([path, reply.status, reply.body.detail]).toEqual([path, expect.toSatisfy((n: number) => n < 300), undefined]);
  return reply.body;
};
const person = async (user: string, email?: string): Promise<string> =>
  (await call("POST", "/v1/people", { user_id: user, ...(email === undefined ? {} : { email }) })).id as string;
const rows = <T>(text: string, values?: unknown[]) => shop.server.engine.rows<T>(text, values);

beforeAll(async () => {
  shop = await createShop();
  await shop.publish("direct");
  await shop.join("direct", "ada");
  ada = (await call("GET", "/v1/people/user_id:ada")).id;
});
afterAll(() => shop.close());

test("a consent is kept with its proof; taking it back is another row and the newest counts", async () => {
  const given = { purpose: "newsletter", channel: "email", granted: true, wording: "news-3", source: "checkout form", ip: "203.0.113.9" };
  const made = await call("POST", `/v1/people/${ada}/consents`, { ...given, at: day(-10) });
  expect(made).toMatchObject({
    purpose: "newsletter",
    granted: true,
    wording: "news-3",
    at: day(-10),
    recorded_by: expect.stringMatching(/^key_/),
  });
  expect(JSON.stringify(made)).not.toContain("203.0.113.9");
  await call("POST", `/v1/people/${ada}/consents`, { ...given, ip: undefined, granted: false, source: "unsubscribe link" });
  expect((await call("GET", `/v1/people/${ada}/consents`)).data.map((each: Loose) => each.granted)).toEqual([false, true]);
  const now = (await call("GET", `/v1/people/${ada}/contact`)).consents;
  expect(now).toMatchObject([{ purpose: "newsletter", channel: "email", granted: false, source: "unsubscribe link" }]);
  // What was said earlier and is recorded later does not undo what was said since.
  await call("POST", `/v1/people/${ada}/consents`, { ...given, at: day(-20) });
  expect((await call("GET", `/v1/people/${ada}/contact`)).consents).toMatchObject([{ granted: false }]);
  const { data } = await call("GET", `/v1/audit?target=${ada}&limit=50`);
  expect(data.map((each: Loose) => each.action)).toEqual(expect.arrayContaining(["consent.granted", "consent.withdrawn"]));
});

test("a consent in the future, without words, or for no purpose is refused with its field", async () => {
  const good = { purpose: "newsletter", granted: true, wording: "v1", source: "form" };
  for (const [bad, pointer] of [
    [{ at: day(1) }, "/at"],
    [{ wording: "" }, "/wording"],
    [{ purpose: "Not A Key" }, "/purpose"],
    [{ ip: "nonsense" }, "/ip"],
  ] as const) {
    const reply = await raw("POST", `/v1/people/${ada}/consents`, { ...good, ...bad });
    expect([reply.status, reply.body.errors[0].pointer]).toEqual([422, pointer]);
  }
  expect((await raw("POST", `/v1/people/${ada}/consents`, good, shop.server.b.testKey)).status).toBe(404);
});

test("terms: accepted by number and language; other words are a new number, her state is outdated and a message is due, once", async () => {
  const terms = await call("GET", "/v1/programs/direct/terms");
  expect(terms).toMatchObject({
    current: 1,
    data: [{ terms: 1, version: 1, texts: { en: expect.any(String), de: expect.any(String) } }],
  });
  const standing = async (): Promise<Loose> => (await call("GET", `/v1/people/${ada}/contact`)).terms[0];
  expect(await standing()).toMatchObject({ program: "direct", state: "not_accepted", current: 1, accepted: null });
  const accept = { person: ada, language: "de", source: "portal" };
  expect(await call("POST", "/v1/programs/direct/terms/accept", accept)).toMatchObject({ terms: 1, state: "accepted" });
  expect(await call("POST", "/v1/programs/direct/terms/accept", accept)).toMatchObject({ terms: 1, state: "accepted" });
  expect(await rows("select * from terms_acceptance")).toHaveLength(1);
  expect(await standing()).toMatchObject({ state: "accepted", accepted: 1, language: "de" });

  // A version that changes a name and no word of the terms asks nobody again.
  await shop.publish("direct", { name: "Another name" });
  await shop.to(day(1));
  expect(await standing()).toMatchObject({ state: "accepted", current: 1 });
  const due = async (): Promise<Loose[]> => (await call("GET", "/v1/messages?kind=terms_changed")).data;
  expect(await due()).toEqual([]);

  await shop.publish("direct", { terms: { ...direct.terms, en: "Quite other terms." } });
  await shop.to(day(2));
  expect(await standing()).toMatchObject({ state: "terms_outdated", current: 2, accepted: 1 });
  expect(await due()).toMatchObject([{ person: ada, data: { program: "direct", terms: 2 } }]);
  await shop.to(day(3));
  expect(await due()).toHaveLength(1);
  expect(await call("POST", "/v1/programs/direct/terms/accept", { ...accept, terms: 1 })).toMatchObject({ state: "terms_outdated" });
  expect(await call("POST", "/v1/programs/direct/terms/accept", accept)).toMatchObject({ terms: 2, state: "accepted" });
  expect(await standing()).toMatchObject({ state: "accepted", accepted: 2 });
  // Who never accepted any is not told of a change.
  expect((await due()).every((each) => each.person === ada)).toBe(true);
  expect((await raw("POST", "/v1/programs/direct/terms/accept", { person: ada, terms: 9 })).status).toBe(409);
  expect((await raw("POST", "/v1/programs/direct/terms/accept", { person: ada, language: "fr" })).body.errors[0].pointer).toBe(
    "/language",
  );
});

test("a suppressed person gets what is essential and nothing else; what was due is dropped; lifting it ends that", async () => {
  const eve = await person("eve", "eve@example.com");
  const id = uuidOf("per", eve)!;
  const ws = shop.server.a.sandboxId;
  const pool = shop.server.engine.database.pool();
  const add = (subject_key: string) =>
    inWorkspace(pool, ws, (db) =>
      insertMessages(ws, db, [
        { kind: "advocate_invited", person_id: id, subject_key, due_at: 1 },
        { kind: "reward_available", person_id: id, subject_key, due_at: 1 },
      ]),
    );
  const found = async (): Promise<string[]> =>
    (await call("GET", `/v1/messages?person=${eve}`)).data.map((m: Loose) => `${m.subject} ${m.kind} ${m.status} ${m.reason}`).sort();
  await add("a");
  const made = await call("POST", "/v1/suppressions", { person: eve, reason: "asked", source: "mail" });
  await add("b");
  expect(await found()).toEqual([
    "a advocate_invited dropped suppressed",
    "a reward_available due null",
    "b advocate_invited dropped suppressed",
    "b reward_available due null",
  ]);
  expect(await call("POST", "/v1/suppressions", { person: eve })).toMatchObject({ id: made.id });
  expect(await call("POST", `/v1/suppressions/${made.id}/lift`)).toMatchObject({ lifted_at: expect.any(String) });
  await add("c");
  expect(await found()).toContain("c advocate_invited due null");
});

test("an address is on the list as a hash, is found however it is spelled, and stays when the person is erased", async () => {
  const finn = await person("finn", "Finn@Example.com");
  const made = await call("POST", "/v1/suppressions", { email: "finn@example.COM", channel: "email", reason: "bounced" });
  expect(made).toMatchObject({ person: finn, address: true });
  const stored = await rows("select * from suppression");
  expect(JSON.stringify(stored)).not.toMatch(/finn/i);
  const check = (body: unknown): Promise<Loose> => call("POST", "/v1/suppressions/check", body);
  expect(await check({ email: "FINN@example.com", channel: "email" })).toMatchObject({
    suppressed: true,
    because: { reason: "bounced" },
  });
  expect(await check({ email: "FINN@example.com", channel: "sms" })).toMatchObject({ suppressed: false });
  await call("POST", `/v1/people/${finn}/erase`);
  expect(await check({ email: "finn@example.com", channel: "email" })).toMatchObject({ suppressed: true });
  expect((await raw("POST", "/v1/suppressions", { email: "a@b.c", phone: "+4912345678" })).status).toBe(422);
  expect((await raw("POST", "/v1/suppressions", { email: "nonsense" })).body.errors[0].pointer).toBe("/email");
});

test("erasing keeps that she agreed and forgets from where; messages go; merging brings all of it to who stays", async () => {
  const [gus, hal] = [await person("gus"), (await call("POST", "/v1/people", { anonymous_id: "hal" })).id as string];
  const given = { purpose: "newsletter", granted: true, wording: "v1", source: "form", ip: "203.0.113.77" };
  await call("POST", `/v1/people/${hal}/consents`, given);
  await call("POST", "/v1/suppressions", { person: hal });
  await call("POST", "/v1/suppressions", { person: gus });
  await call("POST", "/v1/programs/direct/terms/accept", { person: hal });
  await call("POST", "/v1/programs/direct/terms/accept", { person: gus });
  await call("POST", `/v1/people/${gus}/merge`, { from: hal });
  const contact = await call("GET", `/v1/people/${gus}/contact`);
  expect(contact.consents).toMatchObject([{ purpose: "newsletter", granted: true }]);
  expect(contact.suppressions).toHaveLength(1);
  expect(contact.terms).toMatchObject([{ program: "direct", state: "accepted" }]);
  const exported = await call("GET", `/v1/people/${gus}/export`);
  expect(JSON.stringify(exported)).toContain("203.0.113.77");
  await call("POST", `/v1/people/${gus}/erase`);
  const id = uuidOf("per", gus);
  expect(await rows("select 1 from consent where person_id = $1", [id])).toHaveLength(1);
  expect(await rows("select 1 from consent_private where person_id = $1", [id])).toEqual([]);
  expect(await rows("select 1 from message where person_id = $1", [id])).toEqual([]);
});
