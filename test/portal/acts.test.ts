/** What a person may do on her own side: with what is hers, seen by her and by nobody else, and without others' ids in the answers. */
import { afterAll, beforeAll, expect, test } from "vitest";
import { type PortalKey, portalKey, tokenOf } from "../support/members.ts";
import { type Loose, type Reply, type TestServer, createServer } from "../support/server.ts";

let s: TestServer;
let key: PortalKey;
const DOCUMENT = {
  key: "all",
  kind: "direct",
  name: "All",
  stages: ["order"],
  qualifies_at: "order",
  destination: "https://a.example/",
  terms: { en: "T." },
  disclosure: { en: "D." },
  rewards: [{ key: "r", when: { stage: "order" }, give: { choice: [{ cash: "5.00 USD" }, { points: 500 }] } }],
  claims: { subject: "order" },
  case: {},
  requests: {},
  exchange: {},
  shares: {},
};

beforeAll(async () => {
  s = await createServer();
  key = await portalKey(s);
  await s.call("PUT", "/v1/programs/all", { body: DOCUMENT });
  expect((await s.call("POST", "/v1/programs/all/publish", { body: {} })).status).toBe(200);
});
afterAll(() => s.close());

type Call = (method: string, path: string, body?: unknown) => Promise<Reply>;
async function as(user: string, join = true): Promise<Call> {
  const token = await tokenOf(key, user);
  const call: Call = (method, path, body) => s.call(method, path, { key: token, ...(body === undefined ? {} : { body }) });
  if (join) expect((await call("POST", "/v1/portal/join", { program: "all", terms: 1 })).body.status).toBe("active");
  return call;
}
const idOf = async (user: string): Promise<string> => (await s.call("GET", `/v1/people/user_id:${user}`)).body.id;
const codes = (replies: Reply[]): unknown[] => replies.map((each) => each.body.code ?? each.status);

test("she picks what her own reward becomes, and learns nothing of the friend or the order that it is for", async () => {
  const [ann, eve] = [await as("ann"), await as("eve")];
  const { code } = (await s.call("GET", "/v1/links?person=user_id:ann")).body.data[0];
  const order = { id: "secret-order-1", total: 5000, currency: "USD" };
  const bought = await s.call("POST", "/v1/events", {
    body: { type: "purchase", person: { user_id: "ben" }, referral: { code }, order },
  });
  const reward = bought.body.decisions[0].rewards[0].id as string;
  expect(codes([await eve("POST", `/v1/rewards/${reward}/choose`, { option: 0 })])).toEqual(["not_found"]);
  const chosen = await ann("POST", `/v1/rewards/${reward}/choose`, { option: 1 });
  expect([chosen.status, chosen.body.kind, chosen.body.friend, chosen.body.basis]).toEqual([200, "points", null, ""]);
  expect(chosen.text).not.toContain("secret-order-1");
  expect(chosen.text).not.toContain(await idOf("ben"));
});

test("a claim is hers alone to make and withdraw; whom it is about she names by address, and learns no id of hers", async () => {
  const [ann, eve] = [await as("ann"), await as("eve")];
  const others = [[{ person: await idOf("ann") }], [{ person: "me" }, { person: await idOf("ann") }], "user_id:ann"];
  for (const claimants of others)
    expect(codes([await eve("POST", "/v1/claims", { program: "all", order: "x", claimants })])).toEqual(["not_found"]);
  await s.call("POST", "/v1/people", { body: { user_id: "hidden", email: "hidden@example.com" } });
  const contact = { user_id: "hidden", id: await idOf("hidden"), email: "other@example.com", attributes: { vip: true } };
  const made = await ann("POST", "/v1/claims", { program: "all", order: "o-9", claimants: [{ person: "me" }], contact });
  expect([made.status, made.body.contact, made.body.note, made.body.claimants]).toEqual([
    200,
    null,
    null,
    [{ person: await idOf("ann"), share: 1 }],
  ]);
  expect((await s.call("GET", "/v1/people/user_id:hidden")).body.attributes).toEqual({});
  expect(
    codes([await eve("POST", `/v1/claims/${made.body.id}/withdraw`), await ann("POST", `/v1/claims/${made.body.id}/withdraw`)]),
    // Refused already, because nobody knows the order: she is told so, and nobody else.
  ).toEqual(["not_found", "conflict"]);
});

test("a case is opened by who takes part, and to everybody who is not on it there is none", async () => {
  const [teacher, eve, stranger] = [await as("teacher"), await as("eve"), await as("stranger", false)];
  await s.call("POST", "/v1/people", { body: { user_id: "pupil" } });
  const opening = { program: "all", person: "user_id:pupil", text: "Often away." };
  expect(codes([await stranger("POST", "/v1/cases", opening)])).toEqual(["not_found"]);
  const opened = await teacher("POST", "/v1/cases", opening);
  const id = opened.body.id as string;
  expect([opened.status, (await teacher("GET", "/v1/cases")).body.data.length, (await eve("GET", "/v1/cases")).body.data]).toEqual([
    201,
    1,
    [],
  ]);
  const tries = [
    await eve("GET", `/v1/cases/${id}`),
    await eve("POST", `/v1/cases/${id}/notes`, { text: "x" }),
    await eve("POST", `/v1/cases/${id}/notes`, { text: "x", acting_as: await idOf("teacher") }),
    await eve("GET", `/v1/cases?acting_as=${await idOf("teacher")}`),
    await eve("POST", `/v1/cases/${id}/people`, { person: "user_id:eve" }),
    await eve("POST", `/v1/cases/${id}/close`, { outcome: "resolved" }),
  ];
  expect(codes(tries)).toEqual(Array.from(tries, () => "not_found"));
  const people = await teacher("POST", `/v1/cases/${id}/people`, { operator: "operator" });
  expect(people.body.code).toBe("validation_failed");
  expect((await teacher("POST", `/v1/cases/${id}/notes`, { text: "Spoke with her." })).status).toBe(200);
});

test("a lead is sent, seen and answered by those who speak for the two companies", async () => {
  const [from, to, eve] = [await as("from"), await as("to"), await as("eve")];
  for (const [company, user] of [
    ["acme", "from"],
    ["bolt", "to"],
  ] as const) {
    await s.call("PUT", `/v1/companies/${company}`, { body: { name: company } });
    await s.call("PUT", `/v1/companies/${company}/people/user_id:${user}`, { body: { role: "member" } });
  }
  const wish = { program: "all", from: "acme", to: "bolt", contact: { email: "lead@example.com" } };
  expect(codes([await eve("POST", "/v1/leads", wish)])).toEqual(["not_found"]);
  const sent = await from("POST", "/v1/leads", wish);
  expect(sent.status).toBe(201);
  const path = `/v1/leads/${sent.body.id}`;
  expect(codes([await eve("GET", path), await from("GET", path), await to("GET", path)])).toEqual(["not_found", 200, 200]);
  expect(codes([await eve("GET", "/v1/leads?from=acme"), await eve("GET", "/v1/leads"), await to("GET", "/v1/leads?to=bolt")])).toEqual([
    "not_found",
    "not_found",
    200,
  ]);
  expect(
    codes([await eve("POST", `${path}/accept`, {}), await from("POST", `${path}/accept`, {}), await to("POST", `${path}/accept`, {})]),
  ).toEqual(["not_found", "not_found", 200]);
});

test("requests between members are listed to the two they are between", async () => {
  const [ann, bea, eve] = [await as("ann"), await as("bea"), await as("eve")];
  const asked = await ann("POST", "/v1/requests", { program: "all", to: "user_id:bea", text: "Who knows a printer?" });
  expect(asked.status).toBe(201);
  const lists = async (call: Call): Promise<number[]> => [
    (await call("GET", "/v1/requests")).body.data.length,
    (await call("GET", "/v1/requests?from=me")).body.data.length,
  ];
  expect([await lists(bea), await lists(ann), await lists(eve)]).toEqual([
    [1, 0],
    [0, 1],
    [0, 0],
  ]);
  expect(codes([await eve("GET", `/v1/requests/${asked.body.id}`), await bea("GET", `/v1/requests/${asked.body.id}`)])).toEqual([
    "not_found",
    200,
  ]);
  expect(codes([await eve("GET", `/v1/requests?from=${await idOf("ann")}&to=me`)])).toEqual(["not_found"]);
});

test("what an operator wrote about a vacancy's people and a gathering's guests is not hers to read", async () => {
  const ann = await as("ann");
  await s.call("POST", "/v1/people", { body: { user_id: "boss" } });
  const made = await s.call("PUT", "/v1/vacancies/v1", { body: { program: "all", title: "Baker", manager: "user_id:boss" } });
  const gathering = (
    await s.call("POST", "/v1/gatherings", { body: { title: "Evening", starts_at: "2099-01-01T00:00:00.000Z", seats: 2 } })
  ).body;
  await s.call("POST", `/v1/gatherings/${gathering.id}/join`, { body: { person: "user_id:boss" } });
  const boss = await idOf("boss");
  for (const path of ["/v1/vacancies", "/v1/vacancies/v1", `/v1/gatherings/${gathering.id}`]) {
    const reply = await ann("GET", path);
    expect([made.status, path, reply.status, reply.text.includes(boss)]).toEqual([made.status, path, 200, false]);
  }
  expect((await ann("POST", `/v1/gatherings/${gathering.id}/join`, {})).status).toBe(200);
});

test("who was merged goes on as who she is now, with her session", async () => {
  const old = await as("old-id");
  const before: Loose = (await old("GET", "/v1/people/me/contact")).body;
  await s.call("POST", "/v1/people", { body: { user_id: "new-id" } });
  const merged = await s.call("POST", "/v1/people/user_id:new-id/merge", { body: { from: before.person, even_with_two_user_ids: true } });
  const after = await old("GET", "/v1/people/me/contact");
  expect([merged.status < 300, after.status, after.body.person]).toEqual([true, 200, await idOf("new-id")]);
});
