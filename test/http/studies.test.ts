/** Studies over the API: channels side by side, the effect of advocating, who is likely to refer, rings; and reasons where data are few. */
import { afterAll, beforeAll, expect, test, vi } from "vitest";
import { type Loose, type TestServer, createServer } from "../support/server.ts";

const PEOPLE = 360;
const DAY = 86_400_000;
const ago = (days: number): string => new Date(Date.now() - days * DAY).toISOString();

let s: TestServer;
const get = async (path: string, headers: Record<string, string> = {}): Promise<Loose> => {
  const { status, body } = await s.call<Loose>("GET", path, { headers });
  expect({ path, status, detail: body.detail }).toEqual({ path, status: 200, detail: undefined });
  return body;
};

const order = (id: string, person: string, days: number): Loose => ({
  id,
  type: "purchase",
  person: { user_id: person },
  occurred_at: ago(days),
  order: { id, total: 5_000, currency: "USD", items: ["tea", "cup"].map((sku) => ({ sku, price: 2_500, quantity: 1 })) },
});

/**
 * Customers who bought once or, every third, five times. Of those with five orders half brought a friend 120 days ago, half 30 days ago;
 * of the early half every second bought again, of the other a third.
 */
beforeAll(async () => {
  s = await createServer();
  await s.call("PUT", "/v1/programs/friends", { body: { preset: "direct", name: "Friends" } });
  await s.call("POST", "/v1/programs/friends/publish", { body: {} });
  const events: Loose[] = [];
  for (let i = 0; i < PEOPLE; i++) {
    const often = i % 3 === 0;
    for (let n = 0; n < (often ? 5 : 1); n++) events.push(order(`o-${i}-${n}`, `p-${i}`, 300 - n * 20 - (i % 7)));
    const early = often && i % 2 === 0;
    const returns = !often ? i % 2 === 0 : early ? i % 12 !== 0 : i % 9 === 0;
    if (returns) events.push(order(`late-${i}`, `p-${i}`, 10 + (i % 50)));
  }
  const advocates = await Promise.all(
    Array.from({ length: PEOPLE / 3 }, async (_, k) => {
      const { body } = await s.call("POST", "/v1/advocates", { body: { program: "friends", person: { user_id: `p-${3 * k}` } } });
      return { i: 3 * k, code: body["links"][0].code as string };
    }),
  );
  for (const { i, code } of advocates) {
    const days = i % 2 === 0 ? 120 : 30;
    const friend = { user_id: `f-${i}` };
    events.push({ id: `s-${i}`, type: "signup", person: friend, referral: { code }, occurred_at: ago(days) });
    events.push(order(`fo-${i}`, `f-${i}`, days - 5));
  }
  for (let from = 0; from < events.length; from += 100) {
    const { status, text } = await s.call("POST", "/v1/events", { body: { events: events.slice(from, from + 100) } });
    expect(status, text.slice(0, 300)).toBe(200);
  }
}, 60_000);
afterAll(() => s.close());

test("nothing to count is a sentence in the operator's language, and another workspace's people are in no study", async () => {
  for (const path of ["value", "credit", "advocating", "likely", "rings", "good-friends"]) {
    const { status, text } = await s.call("GET", `/v1/reports/${path}`, { key: s.b.secretKey, headers: { "accept-language": "de" } });
    expect([path, status]).toEqual([path, 200]);
    expect(text).not.toMatch(/NaN|Infinity/);
    expect(text).toContain('"message":"');
    expect(text).not.toContain('"message":"There ');
  }
});

test("who had advocated is compared with customers like her as they stood before the days", async () => {
  const { effect, compared, concentration, customers } = await get("/v1/reports/advocating?days=90");
  expect(customers).toBeGreaterThanOrEqual(PEOPLE);
  expect(effect.value, JSON.stringify(compared)).not.toBeNull();
  expect(effect.low).toBeLessThan(effect.value);
  expect(compared.advocates_bought).toBeGreaterThan(compared.likes_bought);
  expect(compared.advocates + compared.unmatched).toBe(PEOPLE / 6);
  expect(concentration).toMatchObject({ friends: PEOPLE / 3, advocates: PEOPLE / 3, gini: 0 });
});

test("the likeliest to refer stand first, judged on people held out beside recency, with what each figure adds", async () => {
  const { score, people, score_reason } = await get("/v1/reports/likely?days=90&people=5");
  expect(score, JSON.stringify(score_reason)).not.toBeNull();
  expect(score.fitted_on + score.judged_on).toBeLessThanOrEqual(PEOPLE + PEOPLE / 3);
  expect(score.area.value).toBeGreaterThan(0.7);
  expect(score.recency_area.value).not.toBeNull();
  expect(people).toHaveLength(5);
  expect(people[0].chance).toBeGreaterThanOrEqual(people[4].chance);
  expect(people[0].contributions).toHaveLength(6);
});

test("channels are side by side, each model's conversions adding up to the same, and pay nobody", async () => {
  const few = await get("/v1/reports/credit?program=friends", { "accept-language": "de" });
  expect(few.channels).toEqual([]);
  expect(few.reason.message).toMatch(/[äöüß]|Es |Käufe|Zahl/);
  await s.engine.database.ownerPool.query(
    `insert into touch (workspace_id, id, link_id, program_id, person_id, at, channel)
     select o.workspace_id, (substr(lpad(to_hex(o.at), 12, '0'), 1, 8) || '-' || substr(lpad(to_hex(o.at), 12, '0'), 9, 4)
              || '-7000-8000-' || lpad(to_hex(row_number() over ()), 12, '0'))::uuid, l.id, l.program_id, o.person_id, o.at, c.channel
       from (select distinct on (person_id) workspace_id, person_id, owner_at - 86400000 as at from order_state
              where workspace_id = $1 order by person_id, owner_at) o
       cross join (select id, program_id from link where workspace_id = $1 limit 1) l
       cross join (values ('mail'), ('chat')) as c(channel)`,
    [s.a.workspaceId],
  );
  const from = ago(320).slice(0, 10);
  const found = await get(`/v1/reports/credit?program=friends&from=${from}`);
  expect(found.reason).toBeNull();
  expect(found.notes).toContain("never_pays");
  expect(found.channels.map((each: Loose) => each.channel).sort()).toEqual(["chat", "mail"]);
  for (const model of found.models) {
    const sum = found.channels.reduce((all: number, each: Loose) => all + each.credit[model].conversions, 0);
    expect(sum, model).toBeCloseTo(found.conversions, 6);
  }
});

test("accounts on one device are a ring with evidence in words; precision says how many decisions it lacks", async () => {
  await s.engine.database.ownerPool.query(
    `insert into risk_signal (workspace_id, kind, hash, person_id, last_at, expires_at)
     select r.workspace_id, 'device', 'one', r.friend_id, 1, 9e15::bigint
       from referral r where r.workspace_id = $1 order by r.friend_id limit 6`,
    [s.a.workspaceId],
  );
  const { data, precision, precision_reason, decisions } = await get("/v1/reports/rings?grade=10", { "accept-language": "ar" });
  expect(data).toHaveLength(1);
  expect(data[0]).toMatchObject({ size: 6, things: [{ kind: "device", accounts: [0, 1, 2, 3, 4, 5] }], referrals: [] });
  expect(data[0].evidence.length).toBeGreaterThan(1);
  for (const { message } of data[0].evidence) expect(message).toMatch(/\p{Script=Arabic}/u);
  expect([precision, decisions]).toEqual([null, { refused: 0, approved: 0 }]);
  expect(precision_reason).toMatchObject({ code: "too_few", values: { have: 0, needed: 10 } });
});

test("referred and not, the four quadrants count everybody once, and a segment that is none is not found", async () => {
  const { cohorts, quadrants, cost_per_friend } = await get("/v1/reports/value?margin=0.5&people=3");
  expect(cohorts.map((each: Loose) => [each.cohort, each.customers])).toEqual([
    ["not_referred", PEOPLE],
    ["referred", PEOPLE / 3],
  ]);
  expect(cohorts[1].worth.reason.code).toBe("too_few");
  expect(quadrants.cells.reduce((sum: number, cell: Loose) => sum + cell.people, 0)).toBe(PEOPLE + PEOPLE / 3);
  const champions = quadrants.cells.find((cell: Loose) => cell.quadrant === "champions");
  expect(champions.top).toHaveLength(3);
  expect(champions.top[0].friends).toBe(1);
  expect(cost_per_friend).toBeGreaterThan(0);
  const made = await s.call("POST", "/v1/segments", { body: { name: "Nobody", filter: { "person.country": "ZZ" } } });
  const split = await get(`/v1/reports/value?by=segment&segment=${made.body["id"]}`);
  expect(split.cohorts.map((each: Loose) => [each.cohort, each.customers])).toEqual([
    ["others", PEOPLE + PEOPLE / 3],
    ["segment", 0],
  ]);
  expect((await s.call("GET", "/v1/reports/value?by=segment&segment=seg_nothing")).status).toBe(404);
});

test("what friends who bought have in common stands beside the others, and counts those only whose days are over", async () => {
  await vi.waitFor(async () => expect((await get("/v1/reports/funnel")).freshness.complete).toBe(true), {
    timeout: 20_000,
    interval: 50,
  });
  const found = await get("/v1/reports/good-friends?program=friends&within=10&days=200");
  expect(found).toMatchObject({ friends: PEOPLE / 3, bought: PEOPLE / 3, within: 10, people: [] });
  expect(found.score_reason.code).toBe("too_few");
  // All came by a code; of the advocates none was new, so nothing tells one friend from another.
  expect(found.traits).toEqual([]);
  const soon = await get("/v1/reports/good-friends?program=friends&within=1&days=200");
  expect(soon).toMatchObject({ friends: PEOPLE / 3, bought: 0 });
});

test("a program's tree comes the largest first, page by page and each once; whoever is not in it is said not to be", async () => {
  const whole = await get("/v1/reports/tree?program=friends&limit=200");
  expect(whole).toMatchObject({ people: (2 * PEOPLE) / 3, roots: PEOPLE / 3, circles: 0, deepest: 1, of: (2 * PEOPLE) / 3, way: [] });
  expect(whole.nodes).toHaveLength(200);
  for (const [at, { parent, generation }] of whole.nodes.entries()) expect([parent < at, parent < 0]).toEqual([true, generation === 0]);
  const seen = new Set<string>();
  for (let after = ""; ; ) {
    const page = await get(`/v1/reports/tree/friends?program=friends&limit=50${after}`);
    for (const { person, friends, below } of page.data) {
      expect([seen.has(person), friends, below]).toEqual([false, 1, 1]);
      seen.add(person);
    }
    if (page.next === null) break;
    after = `&after=${page.next}`;
  }
  expect(seen.size).toBe(PEOPLE / 3);
  const under = await get("/v1/reports/tree?program=friends&under=user_id:f-0");
  expect(under.way.map((each: Loose) => each.generation)).toEqual([0, 1]);
  expect(under.nodes).toEqual([{ ...under.way[1], parent: -1 }]);
  expect(await get("/v1/reports/tree?program=friends&under=user_id:p-1")).toMatchObject({ way: null, nodes: [] });
  expect((await s.call("GET", "/v1/reports/tree?program=friends", { key: s.b.secretKey })).status).toBe(404);
});

test("a segment of people who are named finds them and nobody else, and names of another workspace are nobody's", async () => {
  const { data } = await get("/v1/reports/tree/friends?program=friends&limit=3");
  const people = data.map((each: Loose) => each.person);
  const body = { name: "The first three", people };
  const made = await s.call("POST", "/v1/segments/of-people", { body });
  expect(made.status, made.text).toBe(201);
  const found = await get(`/v1/segments/${made.body["id"]}/people`);
  expect(found.data.map((each: Loose) => each.id).sort()).toEqual(people.toSorted());
  expect((await s.call("POST", "/v1/segments/of-people", { body, key: s.b.secretKey })).status).toBe(404);
  expect((await s.call("POST", "/v1/segments/of-people", { body: { ...body, people: ["nobody"] } })).status).toBe(404);
});

test("the first look is told how far it is; later ones are answered at once with when it was, and newer figures follow", async () => {
  const path = "/v1/reports/value?weeks=60";
  const first = await s.call<Loose>("GET", `${path}&wait=0`);
  expect([first.status, first.headers.get("retry-after"), Object.keys(first.body.working)]).toEqual([202, "1", ["since", "share"]]);
  const known = await get(`${path}&wait=30`);
  expect(known.renewing).toBe(false);
  // As if it had taken long, some hours ago.
  const hours = 3 * 3_600_000;
  await s.engine.database.ownerPool.query(
    "update kept_study set ms = 90000, at = at - $2::bigint where workspace_id = $1 and name = 'value' and asked like '%\"weeks\":60}'",
    [s.a.workspaceId, hours],
  );
  expect((await s.call("POST", "/v1/events", { body: { events: [order("newest", "p-1", 1)] } })).status).toBe(200);
  const old = await get(path);
  expect([old.renewing, Date.parse(old.as_of)]).toEqual([true, Date.parse(known.as_of) - hours]);
  await vi.waitFor(async () => expect((await get(path)).as_of > known.as_of, "newer figures").toBe(true), {
    timeout: 20_000,
    interval: 100,
  });
  expect((await s.call("POST", "/v1/people/user_id:p-1/erase", { body: {} })).status).toBeLessThan(300);
  const keptOf = async (workspace: string): Promise<number | null> =>
    (await s.engine.database.ownerPool.query("select 1 from kept_study where workspace_id = $1", [workspace])).rowCount;
  expect([await keptOf(s.a.workspaceId), (await keptOf(s.b.workspaceId)) === 0], "answers that name people go").toEqual([0, false]);
});
