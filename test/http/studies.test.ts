/** Studies over the API: channels side by side, the effect of advocating, who is likely to refer, rings; and reasons where data are few. */
import { afterAll, beforeAll, expect, test, vi } from "vitest";
import { fitRenewals, renewalsOf, subscriberWorth } from "../../src/core/analytics/value/renewals.ts";
import { renewStudies } from "../../src/flow/studies/renew.ts";
import { createStudy } from "../../src/flow/studies/run-study.ts";
import { askOfStudy, usualStudies } from "../../src/http/study-renewals.ts";
import { silentLog } from "../support/job-plan.ts";
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
  for (const path of ["value", "subscriptions", "credit", "advocating", "likely", "rings", "good-friends"]) {
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

test("what pages ask for at first, and what was looked at lately, is worked out when its day is over, before anybody looks", async () => {
  const pool = s.engine.database.pool();
  const study = createStudy({ pool, monotonic: () => performance.now() });
  const parts = { pool, study, log: silentLog, askOf: askOfStudy, usual: usualStudies };
  const renew = (large: number): Promise<number> => renewStudies({ ...parts, large }, s.a.workspaceId, new AbortController().signal);
  const pages = ["value?weeks=104", "subscriptions?weeks=104&renews=month", "credit", "advocating?days=90"];
  pages.push("likely?days=90&people=100&together=50", "good-friends", "rings?grade=30&limit=50", "growth?program=friends");
  pages.push("tree?program=friends", "tree/friends?program=friends");
  const owner = s.engine.database.ownerPool;
  await owner.query("delete from kept_study where workspace_id = $1", [s.a.workspaceId]);
  expect([await renew(1_000_000), await renew(10), await renew(10)]).toEqual([0, pages.length, 0]);
  // As if each had taken so long that nobody is made to wait, and was of the day before; nobody has looked at the last for long.
  await get("/v1/reports/value?weeks=70&wait=30");
  const age = `update kept_study set ms = 5000, at = at - 86400000, wanted_at = wanted_at - $2::bigint,
    ask = jsonb_set(ask::jsonb, '{to}', to_jsonb((ask->>'to')::int - 1))
    where workspace_id = $1 and (asked like '%"weeks":70}') = $3 and ask->'to' is not null`;
  await owner.query(age, [s.a.workspaceId, 0, false]);
  await owner.query(age, [s.a.workspaceId, 15 * DAY, true]);
  const yesterday = (await owner.query("select 1 from kept_study where workspace_id = $1 and ms = 5000", [s.a.workspaceId])).rowCount;
  // Rings and trees are of no day: theirs are as good as before.
  const dated = pages.filter((page) => !/^(rings|tree)/.test(page)).length;
  expect(yesterday).toBe(dated + 1);
  expect(await renew(10)).toBe(dated);
  // Asked as the console does, none of them is a first look.
  for (const page of pages) expect((await get(`/v1/reports/${page}${page.includes("?") ? "&" : "?"}wait=0`)).as_of).toBeTypeOf("string");
  const left = await owner.query<{ asked: string }>("select asked from kept_study where workspace_id = $1 and ms = 5000", [
    s.a.workspaceId,
  ]);
  expect(left.rows.map(({ asked }) => asked.includes('"weeks":70'))).toEqual([true]);
});

/** Fader & Hardie 2007: customers there at the start and after each of seven renewals. */
const REGULAR = [1000, 631, 468, 382, 326, 289, 262, 241];
const HIGH_END = [100, 87, 74, 65, 59, 55, 52, 49];

test("subscribers: published renewals give the published model, the first foretell the last, one cohort beside the other", async () => {
  const call = (method: string, path: string, body: Loose) => s.call(method, path, { body, key: s.b.secretKey });
  await call("PUT", "/v1/programs/club", { preset: "direct", name: "Club" });
  await call("POST", "/v1/programs/club/publish", {});
  const { code } = (await call("POST", "/v1/advocates", { program: "club", person: { user_id: "brings" } })).body["links"][0];
  // Begun on the 31st: each renewal is on the month's last day, February's too, and who cancels on that day has not renewed.
  const today = new Date();
  const lastDay = (ago: number, hour: number): Date => new Date(Date.UTC(today.getUTCFullYear(), today.getUTCMonth() - ago + 1, 0, hour));
  const began = [10, 9].find((ago) => lastDay(ago, 0).getUTCDate() === 31)!;
  const renewals = REGULAR.slice(1).map((_, k) => lastDay(began - k - 1, 12).toISOString());
  const to = new Date(lastDay(began - 7, 0).getTime() + 9 * DAY).toISOString().slice(0, 10);
  const events: Loose[] = [];
  for (const [name, alive] of [
    ["r", REGULAR],
    ["h", HIGH_END],
  ] as const)
    for (let i = 0; i < alive[0]!; i++) {
      const person = { user_id: `${name}-${i}` };
      const at = lastDay(began, 9).toISOString();
      if (name === "h") events.push({ id: `u-${i}`, type: "signup", occurred_at: at, person, referral: { code } });
      events.push({ id: `s-${name}-${i}`, type: "subscription_started", occurred_at: at, person });
      const end = alive.findIndex((there) => i >= there);
      if (end > 0) events.push({ id: `c-${name}-${i}`, type: "subscription_cancelled", occurred_at: renewals[end - 1], person });
    }
  // Every tenth pays 90.00 once; what somebody bought after she had left is no payment of a subscriber.
  const pays = (i: number, at: string): Loose => {
    const id = `pay-${i}-${at.slice(0, 10)}`;
    return { id, type: "payment", person: { user_id: `r-${i}` }, occurred_at: at, order: { id, total: 9_000, currency: "EUR" } };
  };
  for (let i = 0; i < 1000; i += 10) events.push(pays(i, lastDay(began, 10).toISOString()));
  events.push(pays(999, renewals[3]!));
  for (let from = 0; from < events.length; from += 100)
    expect((await call("POST", "/v1/events", { events: events.slice(from, from + 100) })).text).not.toContain('"rejected"');

  const ask = `/v1/reports/subscriptions?program=club&to=${to}&weeks=104&discount=0.1&margin=0.5`;
  const { status, body } = await s.call<Loose>("GET", ask, { key: s.b.secretKey });
  expect([status, body.detail]).toEqual([200, undefined]);
  const [regular, high] = body.cohorts;
  expect([regular.cohort, regular.customers, regular.left]).toEqual(["not_referred", 1000, 759]);
  expect(regular.seen.map((row: Loose) => row.due)).toEqual(REGULAR.slice(0, -1));
  expect(regular.seen.map((row: Loose) => Math.round(1000 * row.share))).toEqual(REGULAR.slice(1));
  expect([regular.model.alpha.toFixed(3), regular.model.beta.toFixed(3)]).toEqual(["0.704", "1.182"]);
  const { model } = (fitRenewals(renewalsOf(HIGH_END)) as { ok: { model: Loose } }).ok;
  expect([high.cohort, high.customers, high.model.alpha, high.model.beta]).toEqual(["referred", 100, model["alpha"], model["beta"]]);
  expect(high.renewals.value).toBeGreaterThan(regular.renewals.high);
  expect(regular.renewals.low).toBeLessThan(regular.renewals.value);
  // Over two years 24 renewals; what all paid is spread over the periods for which they were there.
  const there = REGULAR.reduce((sum, each) => sum + each, 0);
  expect(regular.pays).toBeCloseTo(900_000 / there, 8);
  const terms = { renewals: 0, periods: 24, earned: 0.5 * regular.pays, discount: 1.1 ** (1 / 12) - 1 };
  const worth = subscriberWorth(regular.model, terms) as { ok: number };
  expect(regular.worth.value).toBeCloseTo(0.5 * regular.pays + worth.ok, 4);
  expect(high.worth.reason).toMatchObject({ code: "too_few", values: { have: 0 } });
  // Fitted on four renewals, 877 came to the last three.
  expect(regular.check.total).toMatchObject({ due: 877, stayed: 792 });
  expect(Math.abs(regular.check.total.expected / 792 - 1)).toBeLessThan(0.02);
  expect(regular.check.rows.map((row: Loose) => row.renewal)).toEqual([5, 6, 7]);

  // A year's renewal is not due for anybody yet; who left is known all the same.
  const yearly = await s.call<Loose>("GET", `${ask}&renews=year`, { key: s.b.secretKey, headers: { "accept-language": "de" } });
  expect(yearly.body.cohorts[0]).toMatchObject({ model: null, renewals: { value: null, reason: { code: "too_few" } } });
  expect(yearly.body.cohorts[0].renewals.reason.message).not.toMatch(/^There /);
  expect((await get("/v1/reports/subscriptions")).cohorts[0]).toMatchObject({
    customers: 0,
    seen: [],
    worth: { reason: { code: "no_rows" } },
  });
});
