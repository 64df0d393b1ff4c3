/** Evidence without a link or a code: the advocate's name as the friend says it, and an invitation that went to her address. */
import { afterAll, beforeAll, expect, test } from "vitest";
import { type PortalKey, portalKey, tokenOf } from "../support/members.ts";
import { type Loose, type TestServer, createServer } from "../support/server.ts";

let s: TestServer;
let key: PortalKey;

const DOCUMENT = {
  kind: "direct",
  name: "P",
  terms: { en: "Terms." },
  disclosure: { en: "Ad." },
  stages: ["order"],
  qualifies_at: "order",
  destination: "https://a.example/",
  rewards: [{ key: "thanks", when: { stage: "order" }, to: "advocate", give: { cash: { percent: 10, of: "order.total" } }, hold: "14d" }],
};

beforeAll(async () => {
  s = await createServer();
  key = await portalKey(s);
  const accepts = { friends: undefined, codes: ["code", "link"] };
  for (const [name, kinds] of Object.entries(accepts)) {
    const program = { ...DOCUMENT, key: name, ...(kinds === undefined ? {} : { attribution: { accepts: kinds } }) };
    expect((await s.call("PUT", `/v1/programs/${name}`, { body: program })).status).toBe(200);
    const live = await s.call("POST", `/v1/programs/${name}/publish`, { body: {} });
    expect(live.status, JSON.stringify(live.body)).toBe(200);
  }
  await join("ada", "Ada Löwe");
  await join("ann", "Ann Twin");
  await join("ane", "ann twin");
});
afterAll(() => s.close());

async function join(user: string, name: string, program = "friends"): Promise<string> {
  const body = { program, person: { user_id: user, name, email: `${user}@advocates.example` } };
  const made = await s.call("POST", "/v1/advocates", { body });
  expect(made.status, JSON.stringify(made.body)).toBeLessThan(300);
  return made.body.person.id ?? made.body.person;
}

let orders = 0;
/** The decisions on a purchase: by program, who is paid, or why nobody is. */
async function buys(user: string, referral: Loose | undefined, more: Loose = {}): Promise<Record<string, string>> {
  const body = {
    type: "purchase",
    person: { user_id: user, ...more },
    ...(referral === undefined ? {} : { referral }),
    order: { id: `o-${++orders}`, total: 5000, currency: "EUR" },
  };
  const { body: outcome } = await s.call("POST", "/v1/events", { body });
  expect(outcome.status, JSON.stringify(outcome)).toBe("settled");
  return Object.fromEntries(
    outcome.decisions.map((d: Loose) => [d.program, d.rewards?.length ? d.rewards[0].to : (d.reason ?? d.outcome)]),
  );
}

const idOf = async (user: string): Promise<string> => (await s.call("GET", `/v1/people/user_id:${user}`)).body.id;
const kindOf = async (user: string): Promise<unknown> => {
  const { body } = await s.call("GET", `/v1/referrals?friend=${await idOf(user)}`);
  return body.data.map((each: Loose) => each.evidence?.kind ?? each.evidence);
};

test("a name said with the order brings its one advocate the reward, however it is written", async () => {
  const said = await buys("f1", { name: " ADA löwe " });
  expect(said.friends).toBe(await idOf("ada"));
  expect(said.codes, "a program of codes and links does not take names").not.toBe(await idOf("ada"));
  expect(await kindOf("f1")).toEqual(["name"]);
});

test("an advocate whose own name came with spaces too many, its accents apart, is found by it all the same", async () => {
  await join("uma", "  Uma \t  Zoe\u0308 ");
  expect((await s.call("GET", "/v1/people/user_id:uma")).body.name).toBe("Uma Zo\u00eb");
  expect((await buys("f-uma", { name: "uma zo\u00eb" })).friends).toBe(await idOf("uma"));
});

test("a name of two, of nobody, of one who left or of oneself brings nobody anything", async () => {
  expect((await buys("f2", { name: "Ann Twin" })).friends).toBe("no_touch");
  expect((await buys("f3", { name: "Nobody Known" })).friends).toBe("no_touch");
  await join("lee", "Lee Gone");
  expect((await s.call("POST", `/v1/programs/friends/advocates/${await idOf("lee")}/leave`)).status).toBeLessThan(300);
  expect((await buys("f4", { name: "Lee Gone" })).friends).toBe("no_touch");
  expect((await buys("ada", { name: "Ada Löwe" })).friends).toBe("self_referral");
});

test("a browser may say neither: the answers would tell who is a customer", async () => {
  const lead = (referral: Loose) => ({ type: "lead", person: { anonymous_id: "v-1" }, referral });
  for (const [field, value] of [["name", "Ada Löwe"], ["invite", "friend.six@mail.example"]] as const) {
    const { status, body } = await s.call("POST", "/v1/events", { key: s.a.publishableKey, body: lead({ [field]: value }) });
    expect([status, body.errors?.[0]?.pointer, body.errors?.[0]?.code]).toEqual([422, `/referral/${field}`, "server_only"]);
  }
});

test("a code said with a name is stronger than the name", async () => {
  const links = await s.call("GET", `/v1/links?person=${await idOf("ann")}`);
  const { code } = links.body.data[0];
  expect((await buys("f5", { name: "Ada Löwe", code })).friends).toBe(await idOf("ann"));
});

test("who says a name in the portal has said it for the order that follows, in that program only", async () => {
  await join("member", "Member");
  const token = await tokenOf(key, "member");
  expect((await s.call("POST", "/v1/portal/name-claims", { key: token, body: { program: "friends", name: "Ada Löwe" } })).body).toEqual({
    taken: true,
  });
  expect((await buys("member", undefined)).friends).toBe(await idOf("ada"));
});

test("an invitation counts for the address it went to, as old as it is, and for nobody else", async () => {
  await s.call("PATCH", "/v1/settings", { body: { settings: { mail: { invitations: true } } } });
  const invite = { program: "friends", person: await idOf("ada"), email: "Friend.Six@mail.example", name: "Six" };
  const invited = await s.call("POST", "/v1/invitations/friend", { body: invite });
  expect(invited.status, JSON.stringify(invited.body)).toBe(202);
  expect((await buys("f7", undefined, { email: "friend.seven@mail.example" })).friends).toBe("no_touch");
  expect((await buys("f6", undefined, { email: "friend.six@mail.example" })).friends).toBe(await idOf("ada"));
  expect(await kindOf("f6")).toEqual(["invite"]);
  // Under another address of her own, she says which one was written to.
  await s.call("POST", "/v1/invitations/friend", { body: { ...invite, email: "friend.eight@mail.example" } });
  expect((await buys("f8", { invite: "friend.eight@mail.example" }, { email: "eight@work.example" })).friends).toBe(await idOf("ada"));
  const wrong = await s.call("POST", "/v1/events", {
    body: {
      type: "purchase",
      person: { user_id: "f9" },
      referral: { invite: "no address" },
      order: { id: "o-x", total: 1, currency: "EUR" },
    },
  });
  expect(JSON.stringify(wrong.body)).toContain("/referral/invite");
});
