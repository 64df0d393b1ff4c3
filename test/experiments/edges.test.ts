/**
 * What happens to an experiment while it runs: its program pauses or ends, an advocate is erased, two people turn out to be one, a version
 * that takes effect later; and what circles with a time before and a hold-out give.
 */
import crypto from "node:crypto";
import { afterAll, beforeAll, expect, test } from "vitest";
import { type Arm, armOf } from "../../src/core/analytics/experiment/arm.ts";
import { effectOf } from "../../src/core/analytics/experiment/effect.ts";
import { incrementOf } from "../../src/core/analytics/experiment/increment.ts";
import type { ProgramDefinition } from "../../sdk/src/index.ts";
import { verify } from "../support/people.ts";
import type { Loose } from "../support/server.ts";
import { type Shop, createShop, day } from "../support/shop.ts";

const thanks = (cash: string) => [{ key: "thanks", when: { stage: "order", nth: 1 }, give: { cash }, hold: "14d" }] as const;
const programOf = (key: string, priority: number) =>
  ({
    key,
    kind: "direct",
    name: key,
    stages: ["signup", "order"],
    qualifies_at: "order",
    destination: "https://shop.example/",
    rewards: [...thanks("20.00 USD")],
    budget: { amount: "100000.00 USD" },
    terms: { en: "Terms." },
    disclosure: { en: "I get 20 USD." },
    priority,
  }) satisfies ProgramDefinition;

let shop: Shop;
const call = async (method: string, path: string, body?: unknown): Promise<{ status: number; body: Loose; text: string }> =>
  shop.server.call(method, path, { key: shop.server.a.testKey, ...(body === undefined ? {} : { body }) });
const right = async (): Promise<void> => {
  await shop.books();
  expect((await verify(shop.server.engine, shop.server.a.sandboxId)).broken).toEqual([]);
};
let priority = 0;
const dayNow = { at: 0 };
const next = async (): Promise<void> => await shop.to(day(++dayNow.at));

/** A program of its own whose experiment runs, with advocates; each knows her arm. */
async function running(key: string, layer = key): Promise<{ id: string; codes: Map<string, string>; arms: Map<string, string> }> {
  await shop.client.programs.put(key, programOf(key, priority++));
  await shop.client.programs.publish(key);
  const codes = new Map<string, string>();
  const dealt = new Map<string, string>();
  // Ids are random: until there is somebody in either arm.
  for (let i = 0; i < 12 || new Set(dealt.values()).size < 2; i++) {
    const user = `${key}-${i}`;
    codes.set(user, await shop.join(key, user));
    dealt.set(user, (await numberOf(layer, user)) < 5000 ? "control" : "more");
  }
  const arms = [
    { key: "control", name: "As it is" },
    { key: "more", name: "30 USD", patch: { rewards: thanks("30.00 USD") } },
  ];
  const wish = { program: key, layer, name: key, arms, metric: "customers", minimum: 4, currency: "USD" };
  const { id } = (await call("POST", "/v1/experiments", wish)).body;
  const started = await call("POST", `/v1/experiments/${id}/start`);
  expect(started.status, started.text).toBe(200);
  await next();
  return { id, codes, arms: dealt };
}
async function numberOf(layer: string, user: string): Promise<number> {
  const { body } = await call("GET", `/v1/people/user_id:${user}`);
  const uuid = body.id.slice(4).replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, "$1-$2-$3-$4-$5");
  const hash = crypto.createHash("sha256").update(`${shop.server.a.sandboxId}/${layer}:${uuid}`).digest("hex");
  return Number.parseInt(hash.slice(0, 8), 16) % 10_000;
}
const paid = async (user: string): Promise<number[]> => (await shop.rewards(user)).map((reward) => reward.value.amount);
const results = async (id: string): Promise<Loose> => (await call("GET", `/v1/experiments/${id}/results?wait=20`)).body;
const rows = (of: Loose): number => of.arms.reduce((sum: number, arm: Loose) => sum + arm.rows, 0);
const firstOf = (arms: Map<string, string>, arm: string): string => [...arms].find(([, of]) => of === arm)![0];

beforeAll(async () => {
  shop = await createShop();
});
afterAll(() => shop.close());

test("two people of two arms are one: promises stay, she counts for the arm of who stays, and how many that moved is told", async () => {
  const { id, codes, arms } = await running("merged");
  const [from, into] = [firstOf(arms, "more"), firstOf(arms, "control")];
  for (const user of [from, into]) await shop.buys(`m-${user}`, { id: `m-${user}`, total: 5000, code: codes.get(user) });
  const before = await results(id);
  expect(before.contamination).toMatchObject({ friends: 2, both: 0, moved: 0 });
  const person = (await call("GET", `/v1/people/user_id:${into}`)).body.id;
  const merged = await call("POST", `/v1/people/${person}/merge`, { from: `user_id:${from}`, even_with_two_user_ids: true });
  expect(merged.status, merged.text).toBe(200);
  await next();
  expect((await paid(into)).sort()).toEqual([2000, 3000]);
  const after = await results(id);
  expect(rows(after)).toBe(rows(before) - 1);
  expect(after.contamination).toMatchObject({ friends: 2, moved: 1 });
  // From now on both codes promise what the one who stays was dealt.
  await shop.buys("m-after", { id: "m-after", total: 5000, code: codes.get(from) });
  expect((await paid(into)).sort()).toEqual([2000, 2000, 3000]);
  expect((await results(id)).contamination).toMatchObject({ friends: 3, moved: 1 });
  await right();
});

test("an advocate who is erased stays a row of her arm, with what her friends did", async () => {
  const { id, codes, arms } = await running("erased");
  for (const [user, code] of [...codes].slice(0, 8)) await shop.buys(`e-${user}`, { id: `e-${user}`, total: 5000, code });
  const gone = firstOf(arms, "more");
  const told = ({ arms: of, compared, contamination, sample_ratio: ratio }: Loose): Loose => ({ of, compared, contamination, ratio });
  const before = told(await results(id));
  expect((await call("POST", `/v1/people/user_id:${gone}/erase`, {})).status).toBe(200);
  await next();
  expect(told(await results(id))).toEqual(before);
  await right();
});

test("while its program is paused no arm gains; when the program ends it stops, and its layer is free again", async () => {
  const { id, codes, arms } = await running("paused", "shared");
  const [control, more] = [firstOf(arms, "control"), firstOf(arms, "more")];
  expect((await call("POST", "/v1/programs/paused/pause")).status).toBe(200);
  for (const user of [control, more]) await shop.buys(`p-${user}`, { id: `p-${user}`, total: 5000, code: codes.get(user) });
  expect([await paid(control), await paid(more)]).toEqual([[], []]);
  expect((await results(id)).contamination).toBeNull();
  await next();
  expect((await call("POST", "/v1/programs/paused/resume")).status).toBe(200);
  for (const user of [control, more]) await shop.buys(`r-${user}`, { id: `r-${user}`, total: 5000, code: codes.get(user) });
  expect([await paid(control), await paid(more)]).toEqual([[2000], [3000]]);
  expect((await results(id)).contamination).toMatchObject({ friends: 2 });
  await next();
  expect((await call("POST", "/v1/programs/paused/end")).status).toBe(200);
  const { status, ended_at: ended } = (await call("GET", `/v1/experiments/${id}`)).body;
  expect([status, ended.slice(0, 10)]).toEqual(["stopped", day(dayNow.at).slice(0, 10)]);
  // What was promised stays, and is told of in the audit; another program's experiment takes over the layer.
  expect([await paid(control), await paid(more)]).toEqual([[2000], [3000]]);
  const { data } = (await call("GET", "/v1/audit?limit=5")).body;
  expect(data.map((row: Loose) => row.action)).toContain("experiment.stopped");
  await running("afterwards", "shared");
  await right();
});

test("with a version to come no experiment starts, as all arms would change with it; once in force it is what they change", async () => {
  await shop.client.programs.put("later", programOf("later", priority++));
  await shop.client.programs.publish("later");
  const code = await shop.join("later", "later-0");
  await shop.client.programs.put("later", { ...programOf("later", priority++), rewards: [...thanks("50.00 USD")] });
  const takesEffect = day(dayNow.at + 3);
  expect((await call("POST", "/v1/programs/later/publish", { effective_from: takesEffect })).status).toBe(200);
  const arms = [
    { key: "control", name: "As it is" },
    { key: "other", name: "Other words", patch: { name: "Other words" } },
  ];
  const { id } = (await call("POST", "/v1/experiments", { program: "later", layer: "later", name: "Soon", arms, minimum: 4 })).body;
  const refused = await call("POST", `/v1/experiments/${id}/start`);
  expect([refused.status, refused.body.detail]).toEqual([
    409,
    `Version 2 of the program takes effect at ${takesEffect}: all arms would change with it. Start the experiment after that.`,
  ]);
  await shop.buys("l-before", { id: "l-before", total: 5000, code });
  await shop.to(day((dayNow.at += 4)));
  expect((await call("POST", `/v1/experiments/${id}/start`)).status).toBe(200);
  await next();
  await shop.buys("l-after", { id: "l-after", total: 5000, code });
  expect((await paid("later-0")).sort()).toEqual([2000, 5000]);
  // What is published while it runs would replace an arm's version: refused, until it stops.
  expect((await call("POST", "/v1/programs/later/publish", {})).status).toBe(409);
  await right();
});

test("circles are adjusted by what they did before, and what a hold-out earned is told: as counted by hand, a row a circle", async () => {
  await shop.client.programs.put("rings", programOf("rings", priority++));
  await shop.client.programs.publish("rings");
  const pairs = Array.from({ length: 30 }, (_, i) => i);
  const codes: string[] = [];
  const comes = async (pair: number, name: string, n: number): Promise<void> => {
    for (let i = 0; i < n; i++)
      await shop.buys(`ring-${pair}-${name}-${i}`, { id: `ring-${pair}-${name}-${i}`, total: 5000, code: codes[pair] });
  };
  for (const pair of pairs) {
    codes.push(await shop.join("rings", `ring-${pair}`));
    await comes(pair, "second", 1);
    await shop.join("rings", `ring-${pair}-second-0`);
    await comes(pair, "before", pair % 4);
  }
  const arms = [
    { key: "control", name: "As it is" },
    { key: "nothing", name: "No offer", patch: { rewards: null } },
  ];
  const wish = {
    program: "rings",
    layer: "rings",
    name: "Rings",
    unit: "circle",
    arms,
    metric: "customers",
    minimum: 4,
    currency: "USD",
  };
  const { id } = (await call("POST", "/v1/experiments", wish)).body;
  expect((await call("POST", `/v1/experiments/${id}/start`)).status).toBe(200);
  await next();
  const people = await shop.server.engine.rows<{ person: string; unit: string }>(
    `select i.value as person, coalesce(u.unit, i.person_id) as unit from person_identity i
       left join experiment_unit u on u.workspace_id = $1 and u.person_id = i.person_id
       join experiment e on e.workspace_id = $1 and e.name = 'Rings' and (u.experiment_id = e.id or u.experiment_id is null)
      where i.workspace_id = $1 and i.value = any($2::text[])`,
    [shop.server.a.sandboxId, `{${pairs.map((pair) => `ring-${pair}`).join(",")}}`],
  );
  const unitOf = new Map(people.map(({ person, unit }) => [person, unit]));
  const byArm: [number[][], number[][]] = [[], []];
  for (const pair of pairs) {
    const hash = crypto
      .createHash("sha256")
      .update(`${shop.server.a.sandboxId}/rings:${unitOf.get(`ring-${pair}`)}`)
      .digest("hex");
    const arm = Number.parseInt(hash.slice(0, 8), 16) % 10_000 < 5000 ? 0 : 1;
    const since = (pair % 4) + (arm === 0 ? 1 + (pair % 2) : 0);
    await comes(pair, "since", since);
    // Since, advocates, before (the second of the pair and others), advocates; what was owed for it.
    byArm[arm].push([since, 2, 1 + (pair % 4), 2, arm === 0 ? 2000 * since : 0]);
  }
  await next();
  const { body } = await call("GET", `/v1/experiments/${id}/results?wait=20`);
  expect(body.arms.map((arm: Loose) => [arm.rows, arm.advocates])).toEqual(byArm.map((list) => [list.length, 2 * list.length]));
  const options = { kind: "ratio", difference: "relative", metric: "x" } as const;
  const [a, b] = byArm.map((list) => armOf(list, 4)) as [Arm, Arm];
  const [plainA, plainB] = byArm.map((list) => armOf(list, 2)) as [Arm, Arm];
  const adjusted = effectOf(a, b, options);
  const plain = effectOf(plainA, plainB, options);
  if (!("ok" in adjusted && "ok" in plain)) throw new Error("no effect by hand");
  const found = body.compared.find((each: Loose) => each.metric === "customers");
  expect([found.effect, found.se, found.adjusted]).toEqual([
    expect.closeTo(adjusted.ok.effect, 10),
    expect.closeTo(adjusted.ok.se, 10),
    true,
  ]);
  expect(found.se).toBeLessThan(0.8 * plain.ok.se);
  const [offered, withheld] = byArm.map((list) =>
    armOf(
      list.map(([since = 0, size = 0, , , owed = 0]) => [owed, since, size]),
      3,
    ),
  ) as [Arm, Arm];
  const increment = incrementOf(offered, withheld, 0.05);
  if (!("ok" in increment)) throw new Error("no increment by hand");
  const [told] = body.increments;
  expect(told.customers).toEqual({
    value: expect.closeTo(increment.ok.customers.value, 10),
    low: expect.closeTo(increment.ok.customers.low, 10),
    high: expect.closeTo(increment.ok.customers.high, 10),
    level: 0.95,
  });
  expect("ok" in increment.ok.cost ? told.cost?.value : told.reason?.code).toEqual(
    "ok" in increment.ok.cost ? expect.closeTo(increment.ok.cost.ok.value, 6) : increment.ok.cost.none.code,
  );
  await right();
}, 60_000);
