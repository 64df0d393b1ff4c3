/** Joining on one's own: at once, by applying, by invitation; and what one settles for oneself afterwards. */
import { afterAll, beforeAll, expect, test } from "vitest";
import { type PortalKey, createBrowser, lettersTo, portalKey, tokenOf } from "../support/members.ts";
import { type Loose, type TestServer, createServer } from "../support/server.ts";

let s: TestServer;
let key: PortalKey;

const DOCUMENT = { kind: "direct", name: "P", stages: ["order"], qualifies_at: "order", destination: "https://a.example/", rewards: [] };
const FORM = [
  { key: "site", label: { en: "Your site" }, type: "url", required: true },
  { key: "size", label: { en: "Readers" }, type: "select", options: [{ key: "few" }, { key: "many" }] },
];

beforeAll(async () => {
  s = await createServer();
  key = await portalKey(s);
  for (const [name, advocates] of Object.entries({ at_once: {}, apply: { join: "apply", form: FORM }, invited: { join: "invite" } })) {
    const program = { ...DOCUMENT, key: name, advocates, terms: { en: "Terms.", de: "Bedingungen." }, disclosure: { en: "Ad." } };
    expect((await s.call("PUT", `/v1/programs/${name}`, { body: program })).status).toBe(200);
    expect((await s.call("POST", `/v1/programs/${name}/publish`, { body: {} })).status).toBe(200);
  }
});
afterAll(() => s.close());

const as = async (user: string, claims = {}) => {
  const token = await tokenOf(key, user, claims);
  return (method: string, path: string, body?: unknown, headers = {}) =>
    s.call(method, path, { key: token, headers, ...(body === undefined ? {} : { body }) });
};
const errorOf = (reply: Loose): unknown[] => [reply.status, reply.body.errors?.[0]?.code, reply.body.errors?.[0]?.pointer];
const messages = async (kind: string): Promise<Loose[]> => (await s.call("GET", `/v1/messages?kind=${kind}`)).body.data;

test("she joins at once when she accepts the terms by their number, leaves, and comes back", async () => {
  const una = await as("una");
  expect(errorOf(await una("POST", "/v1/portal/join", { program: "at_once" }))).toEqual([409, "terms_missing", "/terms"]);
  const joined = await una("POST", "/v1/portal/join", { program: "at_once", terms: 1, language: "de-AT", name: "Una" });
  expect([joined.status, joined.body.status]).toEqual([200, "active"]);
  // The name that she gave in the form is hers from now on, here and for the operators.
  expect((await una("GET", "/v1/portal?program=at_once")).body.person.name).toBe("Una");
  expect((await s.call("GET", "/v1/people/user_id:una")).body.name).toBe("Una");
  expect((await una("GET", "/v1/people/me/shown")).body.name, "friends see it, as the form says").toBe("Una");
  const again = await una("POST", "/v1/portal/join", { program: "at_once", terms: 1 });
  expect(again.body).toEqual(joined.body);
  const contact = (await una("GET", "/v1/people/me/contact")).body;
  expect(contact.terms).toMatchObject([{ program: "at_once", state: "accepted", accepted: 1 }]);
  expect((await una("GET", "/v1/people/me/export")).body.terms).toMatchObject([{ terms: 1, language: "de", source: "portal" }]);
  expect((await una("POST", "/v1/programs/at_once/advocates/me/leave")).body.status).toBe("left");
  expect((await una("POST", "/v1/portal/join", { program: "at_once" })).body.status).toBe("active");
  expect((await una("GET", "/v1/people/me/export")).body).toMatchObject({ programs: [{ program: "at_once", status: "active" }] });
});

test("she applies with answers to the program's form, which those who decide see", async () => {
  const ben = await as("ben");
  const join = (answers: Loose) => ben("POST", "/v1/portal/join", { program: "apply", terms: 1, answers });
  expect(errorOf(await join({}))).toEqual([422, "required", "/answers/site"]);
  expect(errorOf(await join({ site: "javascript:alert(1)" }))).toEqual([422, "invalid", "/answers/site"]);
  expect(errorOf(await join({ site: "https://ben.example", size: "huge" }))).toEqual([422, "invalid", "/answers/size"]);
  expect(errorOf(await join({ site: "https://ben.example", other: "x" }))).toEqual([422, "unknown_field", "/answers/other"]);
  expect((await join({ site: "https://ben.example/quittenfieber", size: "many" })).body.status).toBe("applied");
  expect([(await messages("application_received")).length, (await messages("application_waiting")).length]).toEqual([1, 1]);
  const list = await s.call("GET", "/v1/programs/apply/applications");
  expect(list.body.data).toMatchObject([{ status: "applied", answers: { site: "https://ben.example/quittenfieber", size: "many" } }]);
  const person = list.body.data[0].person as string;
  expect((await s.call("POST", `/v1/programs/apply/applications/${person}/approve`)).body.status).toBe("active");
  expect((await ben("GET", "/v1/people/me/export")).text).toContain("quittenfieber");
});

test("only who is invited joins where one is invited: by the mail's link, which a scanner's visit does not use up", async () => {
  const stranger = await as("stranger", { email: "stranger@example.com" });
  expect(errorOf(await stranger("POST", "/v1/portal/join", { program: "invited", terms: 1 }))).toEqual([409, "not_invited", "/program"]);
  const emails = ["Carla@Example.com", "no address", "dan@example.com"];
  const made = await s.call("POST", "/v1/invitations", { body: { program: "invited", emails, locale: "de" } });
  expect([made.status, made.body.invited.length, made.body.left]).toEqual([201, 2, [{ index: 1, reason: "invalid" }]]);
  const [letter] = await lettersTo(s, "carla@example.com");
  const [scanner, carla] = [createBrowser(s), createBrowser(s)];
  expect((await scanner.get(letter!.path)).text).toContain("<button>");
  const entered = await carla.post(letter!.path);
  expect([entered.status, entered.headers.get("location")]).toEqual([303, `/p/${s.a.slug}/invited`]);
  expect((await scanner.post(letter!.path)).status).toBe(410);
  const joined = await carla.post("/v1/portal/join", { program: "invited", terms: 1 });
  expect([joined.status, joined.body.status]).toEqual([200, "active"]);
  const list = (await s.call("GET", "/v1/invitations?program=invited")).body.data as Loose[];
  expect(list.map((each) => [each.status, each.email])).toEqual([
    ["open", "dan@example.com"],
    ["joined", null],
  ]);
  expect((await s.call("DELETE", `/v1/invitations/${list[0].id}`)).status).toBe(200);
  const dan = await as("dan", { email: "dan@example.com" });
  expect(errorOf(await dan("POST", "/v1/portal/join", { program: "invited", terms: 1 }))[1]).toBe("not_invited");
  expect((await createBrowser(s).post((await lettersTo(s, "dan@example.com"))[0]!.path)).status).toBe(410);
});

test("an address that is not to be written to is not invited, and none more than three times", async () => {
  await s.call("POST", "/v1/suppressions", { body: { email: "no@example.com", channel: "all", reason: "asked", source: "mail" } });
  const reasons = [];
  for (let i = 0; i < 4; i++) {
    const made = await s.call("POST", "/v1/invitations", { body: { program: "invited", emails: ["no@example.com", "eva@example.com"] } });
    reasons.push(made.body.left.map((each: Loose) => each.reason));
  }
  expect(reasons).toEqual([["suppressed"], ["suppressed"], ["suppressed"], ["suppressed", "often"]]);
  expect((await lettersTo(s, "eva@example.com")).length).toBe(3);
});

test("she says how she wants to be told, and what is due to her follows it", async () => {
  const fay = await as("fay", { locale: "fr" });
  const before = await fay("GET", "/v1/portal/preferences?locale=en");
  expect(before.body).toMatchObject({ locale: "fr", zone: "UTC", digest: "each" });
  expect(before.body.mail[0]).toEqual({ topic: "referrals", label: "What becomes of your recommendations", on: true });
  const change = { locale: "de", zone: "Europe/Berlin", mail: { news: false, levels: false }, digest: "weekly" };
  expect((await fay("PATCH", "/v1/portal/preferences", change)).status).toBe(200);
  const after = await fay("PATCH", "/v1/portal/preferences", { mail: { levels: true } });
  expect(after.body).toMatchObject({ locale: "de", zone: "Europe/Berlin", digest: "weekly" });
  expect(after.body.mail.filter((each: Loose) => !each.on).map((each: Loose) => each.topic)).toEqual(["news"]);
  await fay("POST", "/v1/portal/join", { program: "apply", terms: 1, answers: { site: "https://fay.example" } });
  expect((await messages("application_received"))[0].locale).toBe("de");
  expect(errorOf(await fay("PATCH", "/v1/portal/preferences", { zone: "Mars/Base" }))[0]).toBe(422);
});

test("a question reaches those who run the program, with where she was, and its answer reaches her and nobody else", async () => {
  const gil = await as("gil");
  const asked = await gil("POST", "/v1/portal/help", { text: "Where is my reward?", page: "rewards", program: "at_once" });
  expect([asked.status, asked.body.topic, asked.body.page]).toEqual([201, "question", "rewards"]);
  expect((await messages("help_waiting")).length).toBe(1);
  expect((await s.call("GET", "/v1/help?status=open")).body.data.map((each: Loose) => each.id)).toEqual([asked.body.id]);
  expect((await gil("POST", `/v1/help/${asked.body.id}/answer`, { text: "Mine" })).status).toBe(403);
  expect((await s.call("POST", `/v1/help/${asked.body.id}/answer`, { body: { text: "On its way." } })).status).toBe(200);
  expect((await gil("GET", "/v1/help")).body.data).toMatchObject([{ answer: "On its way." }]);
  expect((await (await as("hal"))("GET", "/v1/help")).body.data).toEqual([]);
  expect((await messages("help_answered")).length).toBe(1);
});

test("naming who recommended it is answered the same whoever that is", async () => {
  const ivy = await as("ivy");
  for (const name of ["Una", "Nobody Known"])
    expect((await ivy("POST", "/v1/portal/name-claims", { program: "at_once", name })).body).toEqual({ taken: true });
});

test("the same Idempotency-Key of two people is two requests", async () => {
  const headers = { "idempotency-key": "same" };
  const one = await (await as("k1"))("POST", "/v1/portal/join", { program: "at_once", terms: 1 }, headers);
  const two = await (await as("k2"))("POST", "/v1/portal/join", { program: "at_once", terms: 1 }, headers);
  expect([one.status, two.status, two.headers.get("idempotent-replayed")]).toEqual([200, 200, null]);
  expect(two.body.person).not.toBe(one.body.person);
});

test("erasing a person takes her answers, questions and choices with her", async () => {
  const person = (await s.call("GET", "/v1/people/user_id:ben")).body.id as string;
  const ben = await as("ben");
  await ben("POST", "/v1/portal/help", { text: "quittenfieber" });
  await ben("PATCH", "/v1/portal/preferences", { zone: "Europe/Paris" });
  expect((await s.call("POST", `/v1/people/${person}/erase`)).status).toBe(200);
  for (const table of ["portal_answers", "portal_help", "portal_preference"]) {
    const left = await s.engine.rows<{ row: string }>(`select t::text as row from ${table} t`);
    expect([table, left.map((each) => each.row).join()]).toEqual([table, expect.not.stringMatching(/quittenfieber|Paris/)]);
  }
});
