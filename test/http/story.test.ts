/** "Where is my reward?": what happened to a referral or a person, in order, with reasons, and words that can be sent. */
import { afterAll, beforeAll, expect, test } from "vitest";
import { createServer } from "../support/server.ts";
import type { Loose, TestServer } from "../support/server.ts";

let s: TestServer;
let ann: string;
let code: string;
const ask = async (method: string, path: string, body?: unknown): Promise<Loose> => {
  const reply = await s.call(method, path, { body });
  return { http: reply.status, ...(reply.body as object) };
};
const buy = (who: string, order: string, more: object = {}): Promise<Loose> =>
  ask("POST", "/v1/events", {
    type: "purchase",
    person: { user_id: who, email: `${who}@example.com` },
    order: { id: order, total: 8000, currency: "USD" },
    ...more,
  });

beforeAll(async () => {
  s = await createServer();
  await ask("PUT", "/v1/programs/friends", { preset: "direct", name: "Friends" });
  await ask("POST", "/v1/programs/friends/publish", {});
  const person = { user_id: "ann", email: "ann@example.com", name: "Ann Larsen", attributes: { locale: "de" } };
  const joined = await ask("POST", "/v1/advocates", { program: "friends", person });
  [ann, code] = [joined.person, joined.links[0].code];
});
afterAll(async () => {
  await s.close();
});

test("a referral's story has the evidence, the order with its decision, and the reward that waits, newest first", async () => {
  const outcome = await buy("ben", "o-1", { referral: { code } });
  const story = await ask("GET", `/v1/referrals/${outcome.decisions[0].referral}/story`);
  const kinds = story.timeline.map((each: Loose) => each.kind);
  expect(new Set(kinds)).toEqual(new Set(["evidence", "referral", "event", "reward"]));
  const ats = story.timeline.map((each: Loose) => each.at);
  expect(ats).toEqual([...ats].sort().reverse());
  const of = (kind: string): Loose => story.timeline.find((each: Loose) => each.kind === kind);
  expect(of("evidence").evidence).toMatchObject({ kind: "code", code });
  expect(of("event")).toMatchObject({ event: { type: "purchase", order: "o-1" }, words: [expect.stringMatching(/gets .* by rule/)] });
  expect(of("reward").reward).toMatchObject({ person: ann, state: "pending" });
});

test("a trace says what changed a decision later, and names everything by the ids of the API", async () => {
  const BARE = /[0-9a-f]{8}-[0-9a-f]{4}-/;
  const bought = await buy("ivo", "o-19", { referral: { code } });
  const trace = () => ask("GET", `/v1/events/${bought.id}/trace`);
  expect((await trace()).revisions).toEqual([]);
  const sent = { type: "refund", order: { id: "o-19", amount: 2000, currency: "USD" } };
  const refund = await ask("POST", "/v1/events", sent);
  const { revisions, fact, event } = await trace();
  expect(revisions).toMatchObject([{ revision: 1, because: "event", cause: refund.id }]);
  const { id: program } = await ask("GET", "/v1/programs/friends");
  expect(fact.evidence).toMatchObject([{ advocate: ann, program, link: expect.stringMatching(/^lnk_/) }]);
  expect(JSON.stringify({ ...fact, client: "", event: { ...event, client_id: "" } })).not.toMatch(BARE);
  // A batch of several: the one about the same order.
  await ask("POST", "/v1/events", {
    events: [
      { type: "signup", person: { user_id: "ona" } },
      { ...sent, id: "r-2" },
    ],
  });
  const second = (await trace()).revisions[1];
  expect((await ask("GET", `/v1/events/${second.cause}`)).client_id).toBe("r-2");
});

test("each is told in her own language, and nobody reads who the other is", async () => {
  const outcome = await buy("cas", "o-2", { referral: { code } });
  const { tell } = await ask("GET", `/v1/referrals/${outcome.decisions[0].referral}/story`);
  const advocate = tell.find((each: Loose) => each.as === "advocate");
  expect(advocate).toMatchObject({ person: ann, language: "de", text: expect.stringMatching(/Wartet/) });
  expect(JSON.stringify(tell)).not.toMatch(/cas@example|"cas"|Larsen/);
});

test("what was done by hand stands in the story with its reason", async () => {
  const outcome = await buy("dee", "o-3", { referral: { code } });
  const id = outcome.decisions[0].referral as string;
  await ask("POST", `/v1/referrals/${id}/reject`, { reason: "Asked us to." });
  const story = await ask("GET", `/v1/referrals/${id}/story`);
  expect(story.timeline.find((each: Loose) => each.kind === "act").act).toMatchObject({
    action: "referral.rejected",
    reason: "Asked us to.",
  });
  expect(story.tell[0].text).toMatch(/zählt nicht|Abgelehnt|abgelehnt/i);
});

test("a person who bought without a link has the reason in her story, and is told it", async () => {
  await buy("eve", "o-4");
  const { id } = await ask("GET", "/v1/people/user_id:eve");
  const story = await ask("GET", `/v1/people/${id}/story`);
  expect(story.referred_by).toEqual([]);
  expect(story.timeline[0]).toMatchObject({ kind: "event", words: [expect.stringMatching(/No link, code, invitation or claim/)] });
  expect(story.tell[0].text.length).toBeGreaterThan(20);
});

test("events from before two people were one are in the story of the one", async () => {
  await ask("POST", "/v1/events", { type: "identify", person: { user_id: "fay" } });
  await ask("POST", "/v1/events", { type: "signup", person: { email: "fay@other.example" } });
  const [{ id: other }] = (await ask("POST", "/v1/people/search", { email: "fay@other.example" })).data;
  await ask("POST", "/v1/people/user_id:fay/merge", { from: other });
  const story = await ask("GET", "/v1/people/user_id:fay/story");
  expect(story.timeline.map((each: Loose) => each.event.type)).toContain("signup");
});

test("a list of referrals begins where it is asked to", async () => {
  const all = (await ask("GET", "/v1/referrals?program=friends")).data;
  const since = all[1].bound_at as string;
  const some = (await ask("GET", `/v1/referrals?program=friends&since=${since}`)).data;
  expect(some.map((each: Loose) => each.id)).toEqual(all.filter((each: Loose) => each.bound_at >= since).map((each: Loose) => each.id));
});

test("sentences come in the language that is asked for: story, trace, findings, refusals; else in English", async () => {
  const outcome = await buy("dora", "o-9", { referral: { code } });
  const words = async (accept: string): Promise<string[]> => {
    const headers = { "accept-language": accept };
    const { body: story } = await s.call("GET", `/v1/referrals/${outcome.decisions[0].referral}/story`, { headers });
    const { body: trace } = await s.call("GET", `/v1/events/${outcome.id}/trace`, { headers });
    const draft = { key: "bare", kind: "direct", name: "Bare", stages: ["order"], qualifies_at: "order", rewards: [] };
    const { body: program } = await s.call("PUT", "/v1/programs/bare", {
      headers,
      body: { ...draft, destination: "https://shop.example/" },
    });
    const { body: refused } = await s.call("POST", "/v1/programs/bare/publish", { headers, body: {} });
    const { body: wrong } = await s.call("POST", "/v1/rewards/rwd_0/deny", { headers, body: { reason: "" } });
    const told = (story as Loose).timeline.find((each: Loose) => each.kind === "event").words[0];
    expect((trace as Loose).words[0].sentences[0]).toBe(told);
    const missing = (program as Loose).findings.find((each: Loose) => each.code === "terms_missing");
    return [told, missing.message, (refused as Loose).title, (wrong as Loose).errors[0].message, (wrong as Loose).detail];
  };
  expect(await words("de-AT, en;q=0.5")).toEqual([
    expect.stringMatching(/^per_\w+ bekommt nach der Regel „.*“ 8,00\u00a0\$\. Sie wartet bis \d+\. \S+ \d{4}\.$/),
    expect.stringContaining("Füge die Bedingungen hinzu"),
    "Der Entwurf des Programms hat Fehler.",
    "Das darf nicht leer sein.",
    "/reason: Das darf nicht leer sein.",
  ]);
  expect(await words("ar")).toEqual([
    expect.stringMatching(/^يحصل \u2068per_\w+\u2069 بالقاعدة/),
    expect.stringContaining("أضف الشروط"),
    "في مسودة البرنامج أخطاء.",
    "لا يجوز أن يكون هذا فارغًا.",
    expect.stringContaining("لا يجوز"),
  ]);
  const english = await words("*");
  expect(english[0]).toMatch(/^per_\w+ gets 8\.00 USD by rule/);
  expect(english.slice(3)).toEqual(["This may not be empty.", "/reason: This may not be empty."]);
});
