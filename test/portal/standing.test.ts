/** Where a member stands, what she can learn, and the workspace's brand and own words around it. */
import { afterAll, beforeAll, expect, test } from "vitest";
import { presets } from "../../presets/index.ts";
import { type PortalKey, portalKey, tokenOf } from "../support/members.ts";
import { type Loose, type TestServer, createServer } from "../support/server.ts";

let s: TestServer;
let key: PortalKey;
let ann: string;
let ben: string;

const DAY = 86_400_000;
const iso = (days: number): string => new Date(Date.now() + days * DAY).toISOString();

beforeAll(async () => {
  s = await createServer();
  key = await portalKey(s);
  const contest = presets.find((each) => each.key === "contest")!;
  await publish({ ...contest, contest: { ...contest.contest!, from: iso(-1), to: iso(1) } });
  for (const preset of ["advocacy", "influencer"]) await publish(presets.find((each) => each.key === preset));
  [ann, ben] = [await tokenOf(key, "ann", { name: "Ann Miller" }), await tokenOf(key, "ben", { name: "Ben Baker" })];
  // A token makes its person known when it is first used.
  for (const token of [ann, ben]) await s.call("GET", "/v1/portal?program=contest", { key: token });
  for (const user of ["ann", "ben"])
    for (const program of ["contest", "advocacy"])
      await s.call("POST", "/v1/advocates", { body: { program, person: { user_id: user } } });
});
afterAll(() => s.close());

async function publish(document: Loose): Promise<void> {
  await s.call("PUT", `/v1/programs/${document.key}`, { body: document });
  expect((await s.call("POST", `/v1/programs/${document.key}/publish`, { body: {} })).status).toBe(200);
}
const read = async (path: string, token: string | null = ann): Promise<Loose> =>
  (await s.call("GET", `/v1/portal/${path}`, { key: token })).body;
const buys = async (user: string, by: string, program: string): Promise<void> => {
  const share = (await s.call("GET", `/v1/portal?program=${program}&person=user_id:${by}`)).body.share;
  const order = { id: `o-${user}-${program}`, total: 5000, currency: "USD" };
  await s.call("POST", "/v1/events", {
    body: { id: order.id, type: "purchase", person: { user_id: user }, order, referral: { code: share.code } },
  });
};

test("levels, perks and badges: what one has, and what is missing to the next", async () => {
  expect(await read("standing?program=advocacy")).toMatchObject({
    level: { name: "No level yet", points: 0, next: { name: "Champion", need_text: "100 more points to Champion" } },
    badges: [
      {
        key: "first-friend",
        name: "First friend",
        earned_at: null,
        how: "The badge “First friend” with your first recommendation that counts",
      },
    ],
    leaderboard: null,
    contests: [],
  });
  const event = { id: "case-1", type: "activity", name: "case_study", person: { user_id: "ann" }, program: "advocacy" };
  await s.call("POST", "/v1/events", { body: event });
  await buys("carl", "ann", "advocacy");
  const { level, badges } = await read("standing?program=advocacy");
  expect(level).toMatchObject({ name: "Champion", points: 100, perks: ["Early access to what is new", "Invitations to our gatherings"] });
  expect(level.next.need_text).toBe("200 more points to Ambassador");
  expect(badges[0].how).toMatch(/^Earned on /);
});

test("the ranking shows short names, one's own place, and nobody who does not want to be shown", async () => {
  await buys("dora", "ann", "contest");
  await buys("emil", "ben", "contest");
  await buys("fay", "ben", "contest");
  const board = async (token: string) => (await read("standing?program=contest", token)).leaderboard as Loose;
  expect(await board(ann)).toMatchObject({ label: "This month", rank: 2, hidden: false });
  expect((await board(ann)).rows).toEqual([
    { rank: 1, name: "Ben B.", score: 2, score_text: "2 recommendations", me: false },
    { rank: 2, name: "Ann M.", score: 1, score_text: "1 recommendation", me: true },
  ]);
  await s.call("PUT", "/v1/leaderboards/contest/people/me", { key: ben, body: { hidden: true } });
  expect((await board(ann)).rows.map((each: Loose) => each.name)).toEqual(["Ann M."]);
  expect(await board(ben)).toMatchObject({ hidden: true, rank: 1 });
});

test("a contest says its rules, prizes, end and entries; the free way in works as it is offered", async () => {
  const [before] = (await read("standing?program=contest")).contests;
  expect(before).toMatchObject({ name: "Win with your friends", entries: 1, result: null });
  expect(before.ends_text).toMatch(/^It runs until .* You are at place 2\.$/);
  expect(before.rules_text).toContain("3 winners are drawn among all entries; more entries, more chances. At most 20 entries count.");
  expect(before.prizes[0]).toBe("$500 in cash for place 1 in the ranking");
  const [free] = before.acts;
  expect(free.label).toBe("Take part for free");
  expect((await s.call(free.method, free.path, { key: ann, body: free.body })).status).toBeLessThan(300);
  expect((await read("standing?program=contest")).contests[0].entries).toBe(2);
});

test("learning: the brief, the kit and the disclosure, in the reader's language", async () => {
  const learn = await read("learn?program=influencer&locale=de");
  expect(learn.guidelines.map((each: Loose) => each.title)).toEqual([
    "Was du sagst, und was nicht",
    "Sag deine Meinung, mit eigenen Worten",
    "Sag, dass du etwas bekommst",
  ]);
  expect(learn.assets[0]).toEqual({ name: "Logo", kind: "image", url: "https://shop.example/kit/logo.svg", alt: "Our logo" });
  expect(learn.disclosure).toMatch(/^Ich bekomme Geld dafür/);
});

test("a business's brand and its own words are there with the next answer, and bad ones are refused with what to do", async () => {
  const settings = (body: Loose) => s.call("PATCH", "/v1/settings", { body: { settings: body } });
  const home = (query = "") => s.call("GET", `/v1/portal?program=contest${query}`, { key: ann }).then(({ body }) => body as Loose);
  await settings({
    brand: { name: "Ann's", primary: "#ffe000", powered_by: false },
    locale: "de",
    words: { "rules.headline.contest": "Win: {you}" },
  });
  const own = await home();
  expect([own.how.headline, own.locale, own.brand.name, own.brand.powered_by]).toEqual(
    ["Win: 500 $", "de", "Ann's", false].map((each) => (each === "Win: 500 $" ? "Win: 500\u00a0$" : each)),
  );
  expect(own.brand.tokens.light["--gv-on-brand"]).toBe("#000000");
  await settings({ words: { "de:rules.headline.contest": "Gewinnen: {you}" } });
  expect([(await home()).how.headline, (await home("&locale=en")).how.headline]).toEqual([
    "Gewinnen: 500\u00a0$",
    "Bring friends and win $500",
  ]);
  for (const [words, message] of [
    [{ "portal.nothing": "x" }, /no such text/],
    [{ "rules.headline.contest": "{you" }, /no ICU message/],
    [{ "rules.headline.contest": "{secret}" }, /not given here/],
  ] as const) {
    const refused = await settings({ words });
    expect([refused.status, refused.body.errors[0].message]).toEqual([422, expect.stringMatching(message)]);
  }
  expect((await settings({ brand: { logo_url: "javascript:alert(1)" } })).status).toBe(422);
  await settings({ locale: "en", words: {}, brand: {} });
  expect((await home()).how.headline).toBe("Bring friends and win $500");
});

test("nobody reads another's: by another member's token, another workspace's key or session, or none", async () => {
  const id = (await s.call("GET", "/v1/people/user_id:ann")).body.id as string;
  const foreign = await tokenOf(await portalKey(s, s.b.secretKey), "ann", {});
  for (const path of ["referrals", "rewards", "standing", "learn", "items/claim", "items/gatherings"]) {
    const call = (query: string, who: string | null) => s.call("GET", `/v1/portal/${path}?program=contest${query}`, { key: who });
    expect((await call(`&person=${id}`, ben)).status, path).toBe(404);
    expect((await call(`&person=${id}`, s.b.secretKey)).status, path).toBe(404);
    expect((await call("", foreign)).status, path).toBe(404);
    expect((await call("", null)).status, path).toBe(401);
    expect((await call(`&person=${id}`, s.a.publishableKey)).status, path).toBe(403);
    expect((await call("", s.a.secretKey)).body.code, path).toBe("validation_failed");
    expect((await call("&workspace=another", ann)).body.code, path).toBe("session_invalid");
  }
});

test("names that mails and pages show are one line: a line break or control character is refused and names the field", async () => {
  const direct = presets.find((each) => each.key === "direct")!;
  for (const evil of ["Ann\r\nBcc: all@example.com", "Ann\u0000", "Ann\u2028x", "Ann\tx"]) {
    const replies = await Promise.all([
      s.call("PATCH", "/v1/settings", { body: { name: evil } }),
      s.call("PATCH", "/v1/settings", { body: { settings: { brand: { name: evil } } } }),
      s.call("PUT", "/v1/programs/direct", { body: { ...direct, name: evil } }),
    ]);
    for (const { status, body } of replies)
      expect([evil, status, JSON.stringify(body["errors"])]).toEqual([evil, 422, expect.stringContaining("/name")]);
  }
});
