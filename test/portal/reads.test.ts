/** What the portal reads: the program in words, the member's own part, and nobody else's. */
import { afterAll, beforeAll, expect, test } from "vitest";
import { presets } from "../../presets/index.ts";
import { type PortalKey, portalKey, tokenOf } from "../support/members.ts";
import { type Loose, type TestServer, createServer } from "../support/server.ts";

let s: TestServer;
let key: PortalKey;
let ann: string;

beforeAll(async () => {
  s = await createServer();
  key = await portalKey(s);
  for (const preset of ["two_way", "direct"]) {
    await s.call("PUT", `/v1/programs/${preset}`, { body: presets.find((each) => each.key === preset) });
    await s.call("POST", `/v1/programs/${preset}/publish`, { body: {} });
  }
  ann = await tokenOf(key, "ann", { email: "ann@example.com", name: "Ann" });
  await s.call("POST", "/v1/advocates", { body: { program: "two_way", person: { user_id: "ann" } } });
});
afterAll(() => s.close());

const home = (query = "", key: string | null = ann) => s.call("GET", `/v1/portal?program=two_way${query}`, { key });

test("a stranger with the workspace's name, and a publishable key, see what is public and nobody's part", async () => {
  const slug = (await s.call("GET", "/v1/settings")).body.slug as string;
  for (const [query, who] of [
    [`&workspace=${slug}`, null],
    ["", s.a.publishableKey],
  ] as const) {
    const { status, body } = await home(query, who);
    expect([status, body.person, body.share, body.balances]).toEqual([200, null, null, []]);
    expect(body.how.headline).toBe("Give 20% off, get $20 of credit");
    expect(body.programs.map((each: { key: string; joined: string }) => [each.key, each.joined])).toEqual([
      ["two_way", "none"],
      ["direct", "none"],
    ]);
  }
  expect((await home("&person=user_id:ann", s.a.publishableKey)).body.code).toBe("key_kind_refused");
  expect((await home("", null)).status).toBe(401);
  expect((await home("&workspace=nobody-s", null)).status).toBe(404);
});

test("whom to think of is said to who takes part, in every language, as the business chose it; by default nothing is", async () => {
  const [preset, program] = [presets.find((each) => each.key === "direct")!, "think"];
  const publish = async (share: object): Promise<void> => {
    expect((await s.call("PUT", `/v1/programs/${program}`, { body: { ...preset, key: program, share } })).status).toBe(200);
    expect((await s.call("POST", `/v1/programs/${program}/publish`, { body: {} })).status).toBe(200);
  };
  const lines = async (locale: string, key: string = ann): Promise<string[]> =>
    (await s.call("GET", `/v1/portal?program=${program}&locale=${locale}`, { key })).body.program.think_of;
  await publish({});
  await s.call("POST", "/v1/advocates", { body: { program, person: { user_id: "ann" } } });
  expect(await lines("en")).toEqual([]);
  const text = { en: "Somebody who bakes", de: "Wer gern backt" };
  await publish({ think_of: { text, countries: ["DE", "CH"], channels: ["whatsapp", "email"] } });
  expect(await lines("en")).toEqual([
    "Somebody who bakes",
    "Where they live: Germany or Switzerland",
    "How to tell them: WhatsApp or E-mail",
  ]);
  expect(await lines("de")).toEqual([
    "Wer gern backt",
    "Wo sie leben: Deutschland oder Schweiz",
    "Wie du es ihnen sagst: WhatsApp oder E-Mail",
  ]);
  const said = await Promise.all(
    ["en", "de", "fr", "es", "ar", "it", "pt-BR", "nl", "pl", "ja", "zh-Hans", "he"].map((tag) => lines(tag)),
  );
  expect(new Set(said.map((each) => each[1])).size).toBe(12);
  expect(JSON.stringify(said)).not.toMatch(/[{}]|think_of/);
  expect(await lines("en", s.a.publishableKey)).toEqual([]);
  expect(
    (await s.call("PUT", "/v1/programs/worse", { body: { ...preset, key: "worse", share: { think_of: { countries: ["Germany"] } } } }))
      .status,
  ).toBe(422);
});

test("a member has her link with the channel's name, texts with link and disclosure, and her sums in words", async () => {
  const { status, body } = await home("&locale=de-DE");
  expect(status).toBe(200);
  expect(body.person).toMatchObject({ name: "Ann", email: "ann@example.com" });
  expect(body.share.channels.map((each: { channel: string }) => each.channel).slice(0, 4)).toEqual([
    "native",
    "copy",
    "email",
    "whatsapp",
  ]);
  for (const each of body.share.channels) {
    expect(each.text).toContain(each.link);
    expect(each.text).toContain(body.share.disclosure);
    if (each.url !== null) expect(() => new URL(each.url)).not.toThrow();
  }
  expect(body.share.channels.find((each: { channel: string }) => each.channel === "whatsapp").link).toBe(`${body.share.link}?c=whatsapp`);
  expect(body.how.headline.replaceAll("\u00a0", " ")).toBe("Für deine Freunde: 20 % Rabatt. Für dich: 20 $ Guthaben.");
  await s.call("POST", "/v1/events", {
    body: {
      id: "o1",
      type: "purchase",
      person: { user_id: "ben", name: "Ben Secret", email: "ben@secret.example" },
      order: { id: "o1", total: 6000, currency: "USD" },
      referral: { code: body.share.code },
    },
  });
  const after = (await home()).body;
  expect([after.stats, after.balances]).toEqual([
    { visits: 0, referrals: 1, qualified: 1 },
    [{ kind: "credit", unit: "USD", available: 0, pending: 2000, in_flight: 0, text: "$20.00 waiting" }],
  ]);
});

test("referrals and rewards say their state, why and until when, and nobody's name", async () => {
  const list = async (path: string, query = "") => (await s.call("GET", `/v1/portal/${path}?program=two_way${query}`, { key: ann })).body;
  const [referral] = (await list("referrals")).data;
  const [reward] = (await list("rewards")).data;
  const day = new Date(Date.now() + 14 * 86_400_000).toLocaleDateString("en-GB", { day: "numeric", month: "long", timeZone: "UTC" });
  expect(referral).toMatchObject({ status: "counts", status_label: "Counts", stage: "order" });
  expect(JSON.stringify([referral, reward]).toLowerCase()).not.toMatch(/secret|ben/);
  expect(referral.friend).toMatch(/^Friend of \d+ \w+$/);
  expect(referral.why).toContain(`Waiting until ${day}`);
  expect(referral.stages.map((each: { label: string; done_at: string | null }) => [each.label, each.done_at !== null])).toEqual([
    ["Visited", true],
    ["Signed up", true],
    ["Ordered", true],
  ]);
  expect(reward).toMatchObject({
    title: "$20 of credit when a friend orders for the first time",
    amount_text: "$20.00",
    status: "waiting",
    status_label: "Waiting",
    choices: null,
    coupon: null,
  });
  expect(reward.why).toMatch(new RegExp(`^Waiting until ${day}.*, when the return period ends\\.$`));
  await s.call("POST", "/v1/events", { body: { id: "r1", type: "refund", order: { id: "o1" } } });
  expect((await list("rewards")).data[0]).toMatchObject({ status: "taken_back", why: "Your friend returned the whole order." });
  expect((await list("rewards", "&locale=de")).data[0]).toMatchObject({ status_label: "Zurückgenommen" });
  const ben = await tokenOf(key, "ben", {});
  expect((await s.call("GET", "/v1/portal/referrals?program=two_way", { key: ben })).body.data).toEqual([]);
  const other = (await s.call("GET", "/v1/people/user_id:ann")).body.id as string;
  expect((await s.call("GET", `/v1/portal/rewards?program=two_way&person=${other}`, { key: ben })).status).toBe(404);
});

test("a choice is offered with what each is worth, and what was picked is hers", async () => {
  const two = presets.find((each) => each.key === "two_way")!;
  const give = { choice: [{ credit: { percent: 10, of: "order.total" as const } }, { points: 2000 }] };
  const rewards = [{ key: "pick", when: { stage: "order", nth: 1 }, to: "advocate" as const, give }];
  await s.call("PUT", "/v1/programs/pick", { body: { ...two, key: "pick", rewards } });
  await s.call("POST", "/v1/programs/pick/publish", { body: {} });
  await s.call("POST", "/v1/advocates", { body: { program: "pick", person: { user_id: "ann" } } });
  const own = async (path = ""): Promise<Loose> => (await s.call("GET", `/v1/portal${path}?program=pick`, { key: ann })).body;
  const { code } = (await own()).share;
  const order = { id: "o2", total: 12_340, currency: "USD" };
  await s.call("POST", "/v1/events", { body: { id: "o2", type: "purchase", person: { user_id: "cleo" }, order, referral: { code } } });
  const [offered] = (await own("/rewards")).data;
  expect(offered).toMatchObject({ status: "waiting", why: "Waiting until you choose." });
  expect(offered.choices).toEqual([
    { key: "0", text: "$12.34" },
    { key: "1", text: "2,000 points" },
  ]);
  expect((await s.call("POST", `/v1/rewards/${offered.id}/choose`, { key: ann, body: { option: 0 } })).status).toBe(200);
  expect((await own("/rewards")).data[0]).toMatchObject({ status: "available", amount_text: "$12.34", choices: null });
  expect((await own()).balances).toMatchObject([{ kind: "credit", available: 1234, text: "$12.34 available" }]);
  // A till that names a currency means credit, and need not say so.
  const spent = await s.call("POST", "/v1/people/user_id:ann/spend", { body: { unit: "USD", amount: 234 } });
  expect([spent.status, spent.body.left]).toEqual([200, 1000]);
});

test("pages of ten follow each other without a gap, and end", async () => {
  const share = (await s.call("GET", "/v1/portal?program=direct&person=user_id:ann", {})).body.share;
  expect(share, "who has not joined has no link").toBeNull();
  await s.call("POST", "/v1/advocates", { body: { program: "direct", person: { user_id: "ann" } } });
  const { code } = (await s.call("GET", "/v1/portal?program=direct", { key: ann })).body.share;
  for (let i = 0; i < 7; i++) {
    const order = { id: `p${i}`, total: 1000 + i, currency: "USD" };
    await s.call("POST", "/v1/events", {
      body: { id: `p${i}`, type: "purchase", person: { user_id: `friend-${i}` }, order, referral: { code } },
    });
  }
  for (const list of ["rewards", "referrals"]) {
    const seen: string[] = [];
    let next: string | null = "";
    while (next !== null) {
      const after: string = next === "" ? "" : `&after=${next}`;
      const { body } = await s.call("GET", `/v1/portal/${list}?program=direct&limit=3${after}`, { key: ann });
      seen.push(...body.data.map((each: Loose) => each.id));
      next = body.next;
    }
    expect([list, seen.length, new Set(seen).size]).toEqual([list, 7, 7]);
  }
});

test("a network that is switched off is told as paused", async () => {
  const network = presets.find((each) => each.key === "network")!;
  for (const [enabled, status] of [
    [false, "paused"],
    [true, "open"],
  ] as const) {
    await s.call("PUT", "/v1/programs/network", { body: { ...network, enabled } });
    await s.call("POST", "/v1/programs/network/publish", { body: {} });
    expect((await s.call("GET", "/v1/portal?program=network", { key: ann })).body.program.status).toBe(status);
  }
});

test("a key of another workspace sees neither the program nor the person", async () => {
  expect((await home("&person=user_id:ann", s.b.secretKey)).status).toBe(404);
  expect((await s.call("GET", "/v1/portal?program=two_way", { key: s.b.secretKey })).status).toBe(404);
  const other = await tokenOf(await portalKey(s, s.b.secretKey), "ann", {});
  expect((await home("", other)).status).toBe(404);
});
