/**
 * What every report, experiment and forecast says of facts that give no figure: nobody, one row, all in one arm, revenue of zero, one
 * whale, amounts at the edge of what is counted, ten thousand channels, currencies between which no rate is known, a period to come. The
 * endpoints are those of openapi.json: one that is added is asked, too.
 */
import { readFileSync } from "node:fs";
import { afterAll, beforeAll, expect, test } from "vitest";
import { createIds } from "../../src/adapters/ids.ts";
import { METRICS } from "../../src/core/analytics/metrics.ts";
import { createWorkspace } from "../../src/flow/create-workspace.ts";
import type { NewWorkspace } from "../../src/flow/create-workspace.ts";
import { type Loose, type TestServer, createServer } from "../support/server.ts";

type Schema = Loose;
const DAY = 86_400_000;
const dayIn = (days: number): string => new Date(Date.now() + days * DAY).toISOString().slice(0, 10);
/** The largest amount that an order may come to. */
const EDGE = 9_000_000_000_000;

const HOLD_OUT = { key: "nothing", name: "No offer", patch: { rewards: null } };
const EXPERIMENT = {
  program: "friends",
  name: "Is it worth it?",
  arms: [{ key: "control", name: "As it is" }, HOLD_OUT],
  currency: "USD",
  metric: "revenue",
  minimum: 4,
  guardrails: [{ metric: "refund_rate", accepted: 0.1 }],
};
type Case = {
  /** What each friend's order comes to; [] is nobody. */
  orders: readonly number[];
  advocates?: number;
  /** Of the orders in turn; dollars. No rate between them is known anywhere. */
  currencies?: readonly string[];
  arms?: object[];
  after?: (of: NewWorkspace) => Promise<void>;
};

let s: TestServer;
let api: Loose;
const made = new Map<string, { key: string; experiment: string }>();

const CASES: Record<string, Case> = {
  "zero rows": { orders: [] },
  "one row": { orders: [5_000] },
  "all in one arm": {
    orders: [4_000, 5_000],
    advocates: 4,
    arms: [
      { ...EXPERIMENT.arms[0], weight: 1000 },
      { ...HOLD_OUT, weight: 1 },
    ],
  },
  "revenue of zero": { orders: [0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0], advocates: 12 },
  "one whale": { orders: [EDGE, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1], advocates: 12 },
  "all alike at the edge": { orders: Array.from({ length: 12 }, () => EDGE - 1), advocates: 12 },
  "several currencies without a rate": {
    orders: Array.from({ length: 24 }, (_, i) => 1_000 + 10 * i),
    advocates: 12,
    currencies: ["USD", "JPY", "KWD"],
  },
  "ten thousand channels": { orders: Array.from({ length: 12 }, (_, i) => 700 + i), advocates: 3, after: manyChannels },
};

beforeAll(async () => {
  s = await createServer();
  for (const [name, of] of Object.entries(CASES)) {
    const workspace = await createWorkspace({ pool: s.engine.database.pool(), ids: createIds() }, { slug: `no-${made.size}` });
    made.set(name, { key: workspace.secretKey, experiment: await live(workspace, of) });
  }
  api = JSON.parse(readFileSync(new URL("../../openapi.json", import.meta.url), "utf8"));
}, 120_000);
afterAll(() => s.close());

/** A program, an experiment that runs, and advocates who each bring a friend who orders. @returns the experiment. */
async function live(
  workspace: NewWorkspace,
  { orders, advocates = orders.length, arms = EXPERIMENT.arms, currencies = ["USD"], after }: Case,
): Promise<string> {
  const call = async (method: string, path: string, body: unknown = {}): Promise<Loose> => {
    const answer = await s.call<Loose>(method, path, { key: workspace.secretKey, body });
    expect(answer.status, `${path}: ${answer.text.slice(0, 300)}`).toBeLessThan(300);
    return answer.body;
  };
  await call("PUT", "/v1/programs/friends", { preset: "direct", name: "Friends" });
  await call("POST", "/v1/programs/friends/publish");
  const codes: string[] = [];
  for (let i = 0; i < advocates; i++)
    codes.push((await call("POST", "/v1/advocates", { program: "friends", person: { user_id: `a${i}` } })).links[0].code);
  const { id } = await call("POST", "/v1/experiments", { ...EXPERIMENT, arms });
  await call("POST", `/v1/experiments/${id}/start`);
  const events = orders.map((total, i) => ({
    id: `o${i}`,
    type: "purchase",
    person: { user_id: `f${i}` },
    referral: { code: codes[i % codes.length] },
    order: { id: `o${i}`, total, currency: currencies[i % currencies.length] },
  }));
  if (events.length > 0) await call("POST", "/v1/events", { events });
  await after?.(workspace);
  return id;
}

async function manyChannels({ workspaceId }: NewWorkspace): Promise<void> {
  const today = Math.floor(Date.now() / DAY);
  const pool = s.engine.database.ownerPool;
  const program = (await pool.query("select id from program where workspace_id = $1", [workspaceId])).rows[0].id;
  await pool.query(
    `insert into report_day (workspace_id, program_id, metric, dim, day, key, unit, value)
     select $1, $2, m.metric, d.dim, $3, 'c' || n, m.unit, 1 + n % 7 from generate_series(1, 10000) as n
      cross join (values ('friends_came', ''), ('revenue', 'USD')) as m(metric, unit)
      cross join (values ('channel'), ('country')) as d(dim)`,
    [workspaceId, program, today],
  );
  await pool.query(
    `insert into touch (workspace_id, id, link_id, program_id, person_id, at, channel)
     select $1, (substr(lpad(to_hex(at), 12, '0'), 1, 8) || '-' || substr(lpad(to_hex(at), 12, '0'), 9, 4) || '-7000-8000-'
              || lpad(to_hex(n), 12, '0'))::uuid, l.id, $2, f.friend_id, at, 'c' || n
       from generate_series(1, 10000) as n cross join (select id from link where workspace_id = $1 limit 1) l
       join (select friend_id, bound_at - 1000 as at, row_number() over (order by friend_id) as nth from referral where workspace_id = $1) f
         on f.nth = 1 + n % 12`,
    [workspaceId, program],
  );
}

const resolve = (of: Schema): Schema => (of?.$ref === undefined ? of : { ...api.components.schemas[of.$ref.split("/").at(-1)], ...of });
const kinds = (of: Schema): string[] => [of?.type ?? (of?.anyOf ?? []).flatMap((each: Schema) => kinds(resolve(each)))].flat();
/** A number, or a part that holds some. */
const isFigure = (of: Schema): boolean => kinds(of).some((kind) => /^(number|integer|object|array)$/.test(kind));

/** Figures that are null although neither a reason stands beside or above them nor the API's own words say when they are null. */
function unexplained(value: unknown, given: Schema, at: { path: string; isSaid: boolean }): string[] {
  const schema = resolve(given);
  if (value === null) return isFigure(schema) && !at.isSaid && !/null/i.test(schema?.description ?? "") ? [at.path] : [];
  if (typeof value !== "object") return [];
  const shapes = [schema, ...(schema?.anyOf ?? []).map(resolve)];
  const says = at.isSaid || /null/i.test(schema?.description ?? "") || hasReason(value as object);
  if (Array.isArray(value)) {
    const items = shapes.find((each) => each?.items !== undefined)?.items;
    return value.flatMap((each, i) => unexplained(each, items, { path: `${at.path}/${i}`, isSaid: says }));
  }
  return Object.entries(value as object).flatMap(([name, each]) => {
    if (/reason$|^patch$/.test(name)) return [];
    const own = shapes
      .map((shape) => shape?.properties?.[name] ?? shape?.additionalProperties)
      .find((found) => typeof found === "object");
    return unexplained(each, own, { path: `${at.path}/${name}`, isSaid: says });
  });
}
const hasReason = (of: object): boolean =>
  Object.entries(of).some(
    ([name, value]) => /(^|_)(reason|missing)$/.test(name) && value !== null && Object.keys(Object(value)).length !== 0,
  );

type Asked = { path: string; schema: Schema };
/** Every report and experiment of the API, once in the future, and with each of its cuts where `isCut`. */
function asked(experiment: string, isCut: boolean): Asked[] {
  const all: Asked[] = [];
  for (const [path, methods] of Object.entries<Loose>(api.paths)) {
    if (!/^\/v1\/(reports\/|experiments)/.test(path) || methods.get === undefined) continue;
    const names = new Map<string, Schema>((methods.get.parameters ?? []).map((each: Loose) => [each.name, each]));
    const base = new URLSearchParams();
    if (names.get("program")?.required === true) base.set("program", "friends");
    if (names.has("metric")) base.set("metric", "revenue");
    const variants: Record<string, string>[] = [{}];
    if (isCut) for (const by of names.get("by")?.schema.enum ?? []) if (by !== "segment") variants.push({ by });
    if (isCut && names.has("compare")) variants.push({ compare: "previous", series: "day" });
    if (names.has("currency")) variants.push({ currency: "CHF" });
    if (names.has("from")) variants.push({ from: dayIn(300), to: dayIn(330) });
    else if (names.has("to")) variants.push({ to: dayIn(400) });
    const schema = methods.get.responses["200"].content["application/json"].schema;
    for (const each of variants) {
      const query = new URLSearchParams([...base, ...Object.entries(each)]).toString();
      all.push({ path: `${path.replace("{experiment}", experiment)}${query === "" ? "" : `?${query}`}`, schema });
    }
  }
  for (const { key } of METRICS.filter((each) => each.kind !== "derived").slice(0, 4))
    all.push({ path: `/v1/reports/rows?metric=${key}&by=channel`, schema: api.components.schemas.ReportRows });
  return all;
}

test.for(Object.keys(CASES))("%s: every report answers, with a figure or a sentence why there is none", async (name) => {
  const { key, experiment } = made.get(name)!;
  const isCut = name === "ten thousand channels";
  const list = asked(experiment, isCut);
  expect(list.length).toBeGreaterThan(isCut ? 70 : 35);
  const wrong: unknown[] = [];
  for (const { path, schema } of list) {
    const { status, text, body } = await s.call<Loose>("GET", path, { key });
    const isAnswer = status === 200 || (status >= 400 && status < 500 && /[a-z] [a-z].*\.$/.test(body.detail ?? ""));
    if (!isAnswer || /\b(NaN|-?Infinity)\b|"message":"[^"]*[{}]/.test(text)) wrong.push([path, status, text.slice(0, 200)]);
    if (status === 200) wrong.push(...unexplained(body, schema, { path, isSaid: false }));
  }
  const forecast = await s.call<Loose>("POST", "/v1/programs/friends/forecast", { key, body: { currency: "CHF", runs: 100, weeks: 8 } });
  wrong.push(...unexplained(forecast.body, api.components.schemas.Forecast, { path: "forecast", isSaid: false }));
  const { definition } = await program(key);
  const past = { backtest: { from: `${dayIn(-30)}T00:00:00Z`, to: `${dayIn(300)}T00:00:00Z` } };
  const plan = await s.call<Loose>("POST", "/v1/programs/friends/plan", { key, body: { ...past, definition } });
  expect([forecast.status, plan.status], forecast.text + plan.text).toEqual([200, 200]);
  expect(forecast.text + plan.text).not.toMatch(/NaN|Infinity/);
  expect(wrong).toEqual([]);
});

test("of ten thousand channels a hundred stand by themselves, the rest are one; Markov, which cannot be had, is left out", async () => {
  const { key } = made.get("ten thousand channels")!;
  const { body } = await s.call<Loose>("GET", "/v1/reports/credit?program=friends", { key });
  expect(body.reason).toBeNull();
  expect([body.channels.length, body.others.channels]).toEqual([100, 9_900]);
  expect(body.models).toEqual(["first", "last", "linear", "position", "shapley"]);
  for (const model of body.models) {
    const sum = body.channels.reduce((all: number, each: Loose) => all + each.credit[model].conversions, 0);
    expect(sum + body.others.credit[model].conversions, model).toBeCloseTo(12, 6);
  }
});

test("amounts of several currencies are never added: each stands by itself, and a study counts one and says which", async () => {
  const { key } = made.get("several currencies without a rate")!;
  const { body: money } = await s.call<Loose>("GET", "/v1/reports/money", { key });
  const revenue = money.figures.filter((each: Loose) => each.metric === "revenue");
  const sumOf = (at: number): number => Array.from({ length: 8 }, (_, i) => 1_000 + 10 * (3 * i + at)).reduce((a, b) => a + b, 0);
  expect(new Map(revenue.map((each: Loose) => [each.unit, each.value]))).toEqual(
    new Map(["USD", "JPY", "KWD"].map((unit, at) => [unit, sumOf(at)])),
  );
  for (const study of ["value", "credit?program=friends"]) {
    const { body } = await s.call<Loose>("GET", `/v1/reports/${study}`, { key });
    expect(["USD", "JPY", "KWD"], study).toContain(body.currency);
  }
});

const program = async (key: string): Promise<Loose> => (await s.call("GET", "/v1/programs/friends", { key })).body;

test("an arm that nobody would be dealt is refused, one whale makes no winner, and nobody is told of in a sentence", async () => {
  const arms = [
    { ...EXPERIMENT.arms[0], weight: 1000 },
    { ...HOLD_OUT, weight: 0.01 },
  ];
  const refused = await s.call<Loose>("POST", "/v1/experiments", { key: made.get("one row")!.key, body: { ...EXPERIMENT, arms } });
  expect([refused.status, refused.body.errors[0].pointer]).toEqual([422, "/arms/1/weight"]);
  const whale = made.get("one whale")!;
  const { body } = await s.call<Loose>("GET", `/v1/experiments/${whale.experiment}/results`, { key: whale.key });
  expect(body.decisions.map(({ verdict }: Loose) => verdict)).not.toContain("ship");
  const zero = made.get("zero rows")!;
  const none = await s.call<Loose>("GET", `/v1/experiments/${zero.experiment}/results`, { key: zero.key });
  expect(none.body.decisions[0].reasons[0].message).toMatch(/^0 of 4 advocates/);
});
