/** People at a glance: finding them, their score, segments over them, sources, and plans to ask. */
import { afterAll, beforeAll, expect, test } from "vitest";
import { createServer } from "../support/server.ts";
import type { Loose, TestServer } from "../support/server.ts";

let s: TestServer;
const rest = async (method: string, path: string, body?: unknown, key?: string): Promise<Loose> => {
  const { status, body: answer } = await s.call(method, path, { body, ...(key === undefined ? {} : { key }) });
  return { status, ...(answer as object) };
};
const names = (answer: Loose): string[] => (answer.data ?? answer.sample).map((each: Loose) => each.name).sort();
const find = (body: object): Promise<Loose> => rest("POST", "/v1/people/find", body);
const preview = (filter: object): Promise<Loose> => rest("POST", "/v1/segments/preview", { filter });

const person = (user_id: string, name: string, attributes: object = {}) => ({
  user_id,
  email: `${user_id}@example.com`,
  name,
  attributes,
});

beforeAll(async () => {
  s = await createServer();
  await rest("PUT", "/v1/programs/friends", { preset: "direct", name: "Friends" });
  await rest("POST", "/v1/programs/friends/publish");
  const order = (id: string, who: object, total: number, more: object = {}) => ({
    id: `order-${id}`,
    type: "purchase",
    person: who,
    order: { id, total, currency: "USD", items: [{ sku: `sku-${id}`, quantity: 1, price: total }] },
    ...more,
  });
  const ann = person("ann", "Ann Miller", { country: "DE", tags: ["vip", "early"] });
  await rest("POST", "/v1/events", {
    events: [
      order("1", ann, 9000),
      order("2", ann, 3000),
      { id: "n1", type: "survey_response", name: "nps", value: 10, person: { user_id: "ann" } },
      order("3", person("ben", "Ben Muller", { country: "AT" }), 2000, { context: { channel: "a friend" } }),
      { id: "c1", type: "identify", person: person("cara", "Cara Annis", { country: "DE" }) },
      { id: "s1", type: "survey_response", name: "source", subject: "A friend", person: { user_id: "cara" } },
      { id: "s2", type: "survey_response", name: "source", subject: "Search", person: { user_id: "ben" } },
    ],
  });
  await rest("POST", "/v1/advocates", { program: "friends", person: { user_id: "ann" } });
});
afterAll(async () => {
  await s.close();
});

test("people are found by the beginning of a name, a last name, an address or an id, and by nothing else", async () => {
  expect(names(await find({ text: "ann" }))).toEqual(["Ann Miller", "Cara Annis"]);
  expect(names(await find({ text: "MILL" }))).toEqual(["Ann Miller"]);
  expect(names(await find({ text: "Ben@exam" }))).toEqual(["Ben Muller"]);
  expect(names(await find({ text: "cara" }))).toEqual(["Cara Annis"]);
  expect((await find({ text: "nn" })).data).toEqual([]);
});

test("a list is filtered by program and country, sorted by score, and paged without losing or doubling anybody", async () => {
  expect(names(await find({ program: "friends" }))).toEqual(["Ann Miller"]);
  expect(names(await find({ country: "DE" }))).toEqual(["Ann Miller", "Cara Annis"]);
  for (const sort of ["newest", "score"]) {
    const seen: string[] = [];
    for (let after: string | null | undefined; after !== null; ) {
      const page: Loose = await find({ sort, limit: 1, ...(after === undefined ? {} : { after }) });
      seen.push(...page.data.map((each: Loose) => each.name));
      after = page.next;
    }
    expect([...seen].sort(), sort).toEqual(["Ann Miller", "Ben Muller", "Cara Annis"]);
    if (sort === "score") expect(seen[0]).toBe("Ann Miller");
  }
  expect(await find({ after: "nonsense" })).toMatchObject({ status: 400, code: "cursor_invalid" });
  expect(await find({ program: "none" })).toMatchObject({ status: 404 });
});

test("a score says what it is made of, and the list shows the same", async () => {
  const score = await rest("GET", "/v1/people/user_id:ann/score");
  expect(score.score).toBe(score.parts.reduce((sum: number, part: Loose) => sum + part.points, 0));
  expect(Object.fromEntries(score.parts.map((part: Loose) => [part.key, part.measure]))).toMatchObject({
    recency: 0,
    frequency: 2,
    value: 12_000,
    survey: 10,
    referring: 0,
  });
  const { data } = await find({ text: "ann m" });
  expect(data[0]).toMatchObject({ orders: 2, value: { amount: 12_000, currency: "USD" } });
  expect(Math.abs(data[0].score - score.score)).toBeLessThanOrEqual(10);
});

test("a filter asks about orders, money, products, tags, activities, programs and consent, and counts exactly", async () => {
  const found = async (filter: object): Promise<string[]> => {
    const answer = await preview(filter);
    expect(answer, JSON.stringify(answer)).toMatchObject({ status: 200, exact: true, count: answer.sample.length });
    return names(answer);
  };
  expect(await found({})).toEqual(["Ann Miller", "Ben Muller", "Cara Annis"]);
  expect(await found({ "person.orders": { gte: 1 } })).toEqual(["Ann Miller", "Ben Muller"]);
  expect(await found({ "person.value": { gte: "100.00 USD" } })).toEqual(["Ann Miller"]);
  expect(await found({ "person.value": { gte: "1.00 EUR" } })).toEqual([]);
  expect(await found({ "person.product": { in: ["sku-3", "sku-9"] } })).toEqual(["Ben Muller"]);
  expect(await found({ "person.tag": "vip" })).toEqual(["Ann Miller"]);
  expect(await found({ "person.tag": { exists: false } })).toEqual(["Ben Muller", "Cara Annis"]);
  expect(await found({ "person.nps": { gte: 9 } })).toEqual(["Ann Miller"]);
  expect(await found({ "person.program": { exists: false } })).toEqual(["Ben Muller", "Cara Annis"]);
  expect(await found({ "person.days_since_order": { lt: 2 }, "person.country": { ne: "DE" } })).toEqual(["Ben Muller"]);
  expect(await found({ not: { "person.days_since_order": { gte: 0 } } })).toEqual(["Cara Annis"]);
  expect(await found({ any: [{ "person.program": "friends" }, { "person.attributes.country": "AT" }] })).toEqual([
    "Ann Miller",
    "Ben Muller",
  ]);
  expect(await found({ "person.contactable": true })).toEqual([]);
  await rest("POST", "/v1/people/user_id:cara/consents", {
    purpose: "marketing",
    channel: "email",
    granted: true,
    wording: "w",
    source: "s",
  });
  expect(await found({ "person.contactable": true })).toEqual(["Cara Annis"]);
  await rest("POST", "/v1/suppressions", { person: "user_id:cara", channel: "email", reason: "asked", source: "s" });
  expect(await found({ "person.contactable": true, "person.consent_email": true })).toEqual([]);
});

test("a filter over what no person has is refused with its place", async () => {
  expect(await preview({ all: [{ "order.total": { gte: 1 } }] })).toMatchObject({
    status: 422,
    errors: [{ pointer: "/filter/all/0/order.total" }],
  });
});

test("a segment is made, read with its size, listed with its people, changed and deleted; each is in the audit log", async () => {
  const made = await rest("POST", "/v1/segments", { name: "Germans", filter: { "person.country": "DE" } });
  expect(made).toMatchObject({ status: 201, name: "Germans" });
  expect(await rest("GET", `/v1/segments/${made.id}`)).toMatchObject({ count: 2, exact: true });
  expect(names(await rest("GET", `/v1/segments/${made.id}/people?limit=50`))).toEqual(["Ann Miller", "Cara Annis"]);
  expect(names(await find({ segment: made.id, text: "cara" }))).toEqual(["Cara Annis"]);
  await rest("PATCH", `/v1/segments/${made.id}`, { filter: { "person.country": "AT" } });
  expect(await rest("GET", `/v1/segments/${made.id}`)).toMatchObject({ name: "Germans", count: 1 });
  expect(await rest("GET", `/v1/segments/${made.id}`, undefined, s.b.secretKey)).toMatchObject({ status: 404 });
  expect(await rest("DELETE", `/v1/segments/${made.id}`)).toMatchObject({ deleted: true });
  expect((await rest("GET", "/v1/segments")).data).toEqual([]);
  const audit = await rest("GET", `/v1/audit?target=${made.id}`);
  expect(audit.data.map((each: Loose) => each.action)).toEqual(["segment.deleted", "segment.changed", "segment.created"]);
});

test("where customers came from is counted from answers, orders or counts, with intervals, and one is the baseline", async () => {
  const given = await rest("POST", "/v1/source-audits", {
    name: "Last year",
    origin: "given",
    baseline: true,
    counts: [
      { source: "a friend", count: 180 },
      { source: "search", count: 820 },
    ],
  });
  expect(given).toMatchObject({ total: 1000, baseline: true, friends: { count: 180, share: 0.18 } });
  expect([given.friends.low.toFixed(3), given.friends.high.toFixed(3)]).toEqual(["0.157", "0.205"]);
  const answers = await rest("POST", "/v1/source-audits", { name: "Answers", origin: "answers" });
  expect(answers).toMatchObject({ total: 2, friends: { count: 1 }, baseline: false });
  const orders = await rest("POST", "/v1/source-audits", { name: "Orders", origin: "orders" });
  expect(orders).toMatchObject({ total: 1, rows: [{ source: "a friend", count: 1, friend: true }] });
  await rest("POST", `/v1/source-audits/${answers.id}/baseline`);
  const list = await rest("GET", "/v1/source-audits");
  expect(list.data.filter((each: Loose) => each.baseline).map((each: Loose) => each.id)).toEqual([answers.id]);
  expect(await rest("POST", "/v1/source-audits", { name: "x", origin: "orders", to: "2001-01-01T00:00:00Z" })).toMatchObject({
    status: 422,
  });
});

test("a plan asks the likeliest first and never who takes part; what came of it is counted from the moment of asking", async () => {
  const segment = await rest("POST", "/v1/segments", { name: "All", filter: {} });
  const group = await rest("POST", "/v1/source-groups", { kind: "segment", name: "Customers", segment: segment.id, owner: "Kim" });
  expect(group).toMatchObject({ status: 201, size: 3, exact: true, contactable: 0 });
  const club = await rest("POST", "/v1/source-groups", { kind: "communities", name: "Chess club", size: 40 });
  const plan = await rest("POST", "/v1/outreach", {
    name: "Spring",
    program: "friends",
    groups: [group.id, club.id],
    weeks: 2,
    notes_a_week: 2,
  });
  expect(plan).toMatchObject({ status: "running", planned: 3, asked: 0, joined: 0 });
  const steps = (await rest("GET", `/v1/outreach/${plan.id}/steps`)).data;
  expect(steps.map((step: Loose) => [step.week, step.way, step.name ?? step.group_name])).toEqual([
    [0, "note", "Chess club"],
    [0, "note", "Ben Muller"],
    [1, "note", "Cara Annis"],
  ]);
  expect(await rest("PUT", `/v1/outreach/${plan.id}/steps/2`, { state: "asked" })).toMatchObject({ asked: 1 });
  await rest("POST", "/v1/advocates", { program: "friends", person: { user_id: "ben" } });
  expect(await rest("GET", `/v1/outreach/${plan.id}`)).toMatchObject({ asked: 1, joined: 1, referred: 0 });
  expect(await rest("POST", "/v1/outreach", { name: "Twice", program: "friends", groups: [group.id] })).toMatchObject({ status: 409 });
  await rest("POST", `/v1/outreach/${plan.id}/end`);
  expect(await rest("POST", "/v1/outreach", { name: "Again", program: "friends", groups: [group.id] })).toMatchObject({ planned: 1 });
});

test("another workspace meets the same 404 for a segment, an audit, a group, a plan and a table", async () => {
  const segment = (await rest("POST", "/v1/segments", { name: "Ours", filter: {} })).id;
  const group = (await rest("POST", "/v1/source-groups", { kind: "other", name: "Ours" })).id;
  const plan = (await rest("POST", "/v1/outreach", { name: "Ours", program: "friends", groups: [group] })).id;
  const audit = (await rest("POST", "/v1/source-audits", { name: "x", origin: "given", counts: [{ source: "x", count: 1 }] })).id;
  const table = { header: ["id"], delimiter: ",", mapping: { type: "identify", set: { "person.user_id": "id" } } };
  const scope = (await rest("POST", "/v1/imports", { source: "x", table })).id;
  const asked: [string, string, object?][] = [
    ["GET", `/v1/segments/${segment}`],
    ["GET", `/v1/segments/${segment}/people`],
    ["PATCH", `/v1/segments/${segment}`, { name: "Theirs" }],
    ["DELETE", `/v1/segments/${segment}`],
    ["POST", "/v1/people/find", { segment }],
    ["PUT", `/v1/source-groups/${group}`, { kind: "other", name: "Theirs" }],
    ["DELETE", `/v1/source-groups/${group}`],
    ["POST", `/v1/source-audits/${audit}/baseline`],
    ["GET", `/v1/outreach/${plan}`],
    ["GET", `/v1/outreach/${plan}/steps`],
    ["PUT", `/v1/outreach/${plan}/steps/1`, { state: "asked" }],
    ["POST", `/v1/outreach/${plan}/end`],
    ["POST", `/v1/imports/${scope}/rows`, {}],
    ["GET", "/v1/people/user_id:ann/score"],
  ];
  for (const [method, path, body] of asked)
    expect([method, path, (await rest(method, path, body, s.b.secretKey)).status]).toEqual([method, path, 404]);
  expect(await rest("GET", `/v1/segments/${segment}`)).toMatchObject({ name: "Ours" });
  await rest("POST", `/v1/outreach/${plan}/end`);
  await rest("POST", `/v1/imports/${scope}/close`);
});

test("who is erased or merged is in no list any more, and what was known of both is one", async () => {
  await rest("POST", "/v1/events", { id: "d1", type: "identify", person: person("dora", "Dora Doe") });
  const dora = (await find({ text: "dora" })).data[0];
  const merged = await rest("POST", `/v1/people/${dora.id}/merge`, { from: "user_id:ben", even_with_two_user_ids: true });
  expect(merged).toMatchObject({ status: 200 });
  const [both] = (await find({ text: "dora" })).data;
  expect(both).toMatchObject({ orders: 1 });
  expect(names(await preview({ "person.country": "AT" }))).toEqual(["Dora Doe"]);
  await rest("POST", `/v1/people/${dora.id}/erase`);
  expect((await find({ text: "dora" })).data).toEqual([]);
  expect((await preview({ "person.country": "AT" })).count).toBe(0);
  expect(await rest("GET", `/v1/people/${dora.id}/score`)).toMatchObject({ status: 404 });
  const left = await s.engine.rows("select 1 from person_profile p join person e on e.id = p.person_id where e.erased_at is not null");
  expect(left).toEqual([]);
});

test("a program with an audience lets in the people of its segment alone; who is in stays, and a refusal is written down", async () => {
  const germans = await rest("POST", "/v1/segments", { name: "Germans", filter: { "person.country": "DE" } });
  const of = (audience: string) => ({ ...audienced, advocates: { audience } });
  const audienced = {
    key: "germans",
    kind: "direct",
    name: "For Germans",
    stages: ["order"],
    qualifies_at: "order",
    destination: "https://shop.example/",
    rewards: [],
    terms: { en: "Terms." },
    disclosure: { en: "I get something." },
  };
  const gone = await rest("PUT", "/v1/programs/germans", of(`seg_${"0".repeat(32)}`));
  const missing = { severity: "error", code: "audience_missing", pointer: "/advocates/audience" };
  expect(gone.findings[0]).toMatchObject(missing);
  expect((await rest("POST", "/v1/programs/preview", { definition: of(`seg_${"0".repeat(32)}`) })).findings[0]).toMatchObject(missing);
  expect(await rest("POST", "/v1/programs/germans/publish")).toMatchObject({ status: 409, code: "program_has_errors" });
  expect((await rest("PUT", "/v1/programs/germans", of(germans.id))).findings).not.toContainEqual(expect.objectContaining(missing));
  expect((await rest("POST", "/v1/programs/germans/publish")).status).toBe("live");

  const join = (user_id: string, attributes?: object) =>
    rest("POST", "/v1/advocates", { program: "germans", person: { user_id, attributes } });
  // Known since this request only: the profile that the segment asks is made at once.
  expect((await join("dora", { country: "DE" })).status).toBe("active");
  const refused = await join("ben");
  expect(refused).toMatchObject({ status: 409, code: "conflict", errors: [{ pointer: "/person", code: "not_eligible" }] });
  expect(JSON.stringify(refused)).not.toContain("Germans");
  const [told] = (await rest("GET", "/v1/audit?action=advocate.refused")).data;
  expect(told).toMatchObject({ detail: { program: "germans", reason: "not_in_audience", segment: germans.id } });
  const portal = async (user: string) =>
    (await rest("GET", `/v1/portal?program=friends&person=user_id:${user}`)).programs.map((each: Loose) => each.key);
  expect(await portal("ben")).toEqual(["friends"]);
  expect(await portal("cara")).toEqual(["friends", "germans"]);

  const mayJoin = async (user: string) => (await rest("GET", `/v1/portal?program=germans&person=user_id:${user}`)).program.may_join;
  expect([await mayJoin("ben"), await mayJoin("cara"), await mayJoin("dora")]).toEqual([false, true, true]);

  // Whom the program is not for is not in a plan to ask for it.
  await rest("POST", "/v1/people", person("emil", "Emil Ernst", { country: "DE" }));
  await rest("POST", "/v1/people", person("fritz", "Fritz Ferk", { country: "AT" }));
  const everybody = await rest("POST", "/v1/segments", { name: "Everybody", filter: {} });
  const group = await rest("POST", "/v1/source-groups", { kind: "segment", name: "Everybody", segment: everybody.id });
  const plan = await rest("POST", "/v1/outreach", { name: "Germans", program: "germans", groups: [group.id], notes_a_week: 5 });
  const meant = (await rest("GET", `/v1/outreach/${plan.id}/steps`)).data.map((each: Loose) => each.name);
  expect(meant).toContain("Emil Ernst");
  expect(meant).not.toContain("Fritz Ferk");

  // She moves: she is outside now, and her part stays.
  await rest("POST", "/v1/people", { user_id: "dora", attributes: { country: "AT" } });
  expect((await join("dora")).status).toBe("active");
  expect(await rest("DELETE", `/v1/segments/${germans.id}`)).toMatchObject({ status: 409, detail: expect.stringContaining("germans") });
  await rest("POST", "/v1/programs/germans/end");
  expect((await rest("DELETE", `/v1/segments/${germans.id}`)).status).toBe(200);
});

test("a list says while some who are known are not in it yet; once it does not, everybody is on its pages once", async () => {
  const made = Array.from({ length: 30 }, (_, n) => ({ type: "identify", person: { user_id: `late-${n}`, name: `Late ${n}` } }));
  const whole = async (): Promise<{ names: string[]; behind: boolean }> => {
    const names: string[] = [];
    let [behind, after] = [false, null as string | null];
    do {
      const page = await find({ limit: 7, ...(after === null ? {} : { after }) });
      behind ||= page.catching_up;
      names.push(...page.data.map((each: Loose) => each.name).filter((name: string) => name?.startsWith("Late")));
      after = page.next;
    } while (after !== null);
    return { names, behind };
  };
  const db = await s.engine.database.ownerPool.connect();
  try {
    await db.query("begin");
    await db.query("select 1 from profile_cursor where workspace_id = $1 for update", [s.a.workspaceId]);
    await rest("POST", "/v1/events", { events: made });
    expect(await whole()).toEqual({ names: [], behind: true });
  } finally {
    await db.query("rollback");
    db.release();
  }
  await expect.poll(async () => (await find({})).catching_up).toBe(false);
  const { names } = await whole();
  expect([...names].sort()).toEqual(made.map((each) => each.person.name).sort());
});
