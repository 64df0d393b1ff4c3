/**
 * GrowthBook's public cases and a hold-out as experiments that run: as many advocates in each arm as the case has rows, read from the
 * results of the API. Of the rest docs/statistics.md says why it is left to functions.
 */
import { existsSync, readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { afterAll, beforeAll, beforeEach, expect, test } from "vitest";
import { armOf } from "../../src/core/analytics/experiment/arm.ts";
import { incrementOf } from "../../src/core/analytics/experiment/increment.ts";
import { type Dealt, amountsOf, createDealt, shares } from "../support/dealt.ts";
import { type Told, createTold } from "../support/published.ts";
import { inFull } from "../support/seeds.ts";
import { type Loose, type TestServer, createServer } from "../support/server.ts";

const FILE = fileURLToPath(new URL("../../../shared/data/ab_reference.json", import.meta.url));
const isHere = existsSync(FILE);

let s: TestServer;
let dealt: Dealt;
let told: Told;
let cases: Map<string, Loose>;
beforeAll(async () => {
  if (!isHere) return;
  s = await createServer();
  dealt = createDealt(s);
  told = createTold();
  cases = new Map(JSON.parse(readFileSync(FILE, "utf8")).tests.map((each: Loose) => [each.id, each]));
}, 60_000);
afterAll(async () => await s?.close());
beforeEach((context) => context.skip(!isHere, "the real data is not here (../shared/data)"));

type Name = "effect" | "standard error" | "interval, low" | "interval, high" | "p";
/** A figure of the results, by the names of the page's rows. */
const read = ({ effect, se, fixed, sequential }: Loose, by: "fixed" | "sequential"): Record<Name, number> => {
  const { low, high, p } = by === "fixed" ? fixed : sequential;
  return { effect, "standard error": se, "interval, low": low, "interval, high": high, p };
};
/** Once everybody is in it and what friends bought is counted, which comes after. */
async function whole(id: string, advocates: readonly number[]): Promise<Loose> {
  for (let tries = 0; ; tries++) {
    const body = await dealt.results(id);
    const isWhole = body.arms.every((arm: Loose, i: number) => arm.advocates === advocates[i]) && found(body, "revenue") !== undefined;
    if (isWhole || tries === 200) return body;
    await new Promise((done) => setTimeout(done, 1000));
  }
}
const found = ({ compared }: Loose, metric: string): Loose => compared.find((each: Loose) => each.metric === metric);
function tellBelief(id: string, { effect, se, belief }: Loose): void {
  told.tellAll(`${id}: `, {
    effect,
    "standard error": se,
    "interval, low": belief.low,
    "interval, high": belief.high,
    "chance to win": belief.chance,
    "risk of the control": belief.risk.control,
    "risk of the treatment": belief.risk.treatment,
  });
}

test("shares: 14 of 28 against 16 of 30, and the belief of 49 against 51 of 100", async () => {
  const small = await dealt.begin("small", { weights: [1, 1], bought: [shares(28, 14), shares(30, 16)] });
  told.tellAll("freq_two_sided_proportion_relative: ", read(found(await dealt.results(small), "referring"), "fixed"));
  const hundred = await dealt.begin("hundred", { weights: [1, 1], bought: [shares(100, 49), shares(100, 51)] });
  tellBelief("bayes_proportion_flat", found(await dealt.results(hundred), "referring"));
}, 60_000);

test("a mean of ten against ten: the belief", async () => {
  // Sums 100 and 105, squares 1,002.25 and 1,111.5, in units of 4 cents.
  const control = [4300, 3700, 4300, 3700, ...Array.from({ length: 6 }, () => 4000)];
  const treatment = [4800, 3600, 4800, 3600, ...Array.from({ length: 6 }, () => 4200)];
  const ten = await dealt.begin("ten", { weights: [1, 1], bought: [control, treatment] });
  tellBelief("bayes_mean_flat", found(await dealt.results(ten), "revenue"));
});

test("what 3,000 and then 3,407 advocates' friends bought against 3,461's: at every look, and at one", async (context) => {
  context.skip(!inFull, "seven thousand advocates come: CI=true");
  const cents = (id: string, arm: "control" | "treatment"): number[] => {
    const { n, sum, sum_squares: squares } = cases.get(id)![arm];
    return amountsOf(n, Math.round(100 * sum), Math.round(10_000 * squares));
  };
  const first = "seq_two_sided_mean_tuning1000";
  const bought = [cents(first, "control"), cents(first, "treatment")];
  // Neither case is out of proportion to these.
  const weights = [800, 865.25];
  const id = await dealt.begin("many", { weights, bought, planned: cases.get(first)!.settings.tuning });
  const early = found(await whole(id, [3000, 3461]), "revenue");
  told.tellAll(`${first}: `, read(early, "sequential"));
  told.tellAll("freq_one_sided_greater_relative: ", { effect: early.effect, "standard error": early.se });
  // The other case has 407 advocates more who brought nobody, and is the same otherwise.
  const second = cases.get("freq_two_sided_relative")!;
  expect([second.control.sum, second.treatment.n]).toEqual([cases.get(first)!.control.sum, bought[1]!.length]);
  await dealt.join("many", { weights, bought: [shares(second.control.n - bought[0]!.length, 0), []] });
  told.tellAll("freq_two_sided_relative: ", read(found(await whole(id, [3407, 3461]), "revenue"), "fixed"));
}, 600_000);

test("the sample ratio of nobody, of 408, of 1,600 in three arms and of 2,200", async (context) => {
  context.skip(!inFull, "four thousand advocates come: CI=true");
  for (const [users, weights] of [
    [
      [0, 0, 0],
      [0.34, 0.33, 0.33],
    ],
    [
      [310, 98],
      [0.75, 0.25],
    ],
    [
      [500, 500, 600],
      [0.34, 0.33, 0.33],
    ],
    [
      [1000, 1200],
      [0.5, 0.5],
    ],
  ] as const) {
    const id = await dealt.begin(`ratio${users[0]}`, { weights, bought: users.map((n) => shares(n, 0)) });
    const { sample_ratio: ratio, compared, arms } = await dealt.results(id);
    expect(arms.map((arm: Loose) => arm.advocates)).toEqual(users);
    told.tell(`sample ratio of ${users.join("/")}, weights ${weights.join("/")}: p`, ratio.p);
    // Below one in a thousand nothing else is said.
    expect(ratio.broken).toBe(ratio.p < 0.001);
    if (ratio.broken) expect(compared).toEqual([]);
  }
}, 600_000);

test("every row that the page says was read from an experiment was, within its tolerance", () => {
  told.check(["experiment and API"], { some: !inFull });
});

test("a hold-out: customers more for each advocate, and what each of them cost, with Fieller's interval from the same rows", async () => {
  const id = await dealt.begin("held", { weights: [1, 1], bought: [shares(30, 24), shares(30, 3)], patch: { rewards: null } });
  const { increments } = await dealt.results(id);
  const [{ arm, customers, cost, reason }] = increments;
  expect([arm, reason]).toEqual(["arm-1", null]);
  expect(customers.value).toBeCloseTo(0.8 - 0.1, 10);
  const owed = await s.engine.rows<{ friend: string; owed: number }>(
    `select coalesce(r.friend_id, r.recipient_id)::text as friend, sum(r.owed)::float8 as owed from reward r
       join program p on p.workspace_id = r.workspace_id and p.id = r.program_id and p.key = 'held'
      where r.workspace_id = $1 and r.unit = 'USD' group by 1`,
    [s.b.workspaceId],
  );
  const each = owed[0]!.owed;
  expect(owed.map((row) => row.owed)).toEqual(Array.from({ length: 24 }, () => each));
  const arms = [armOf(rowsOf(30, 24, each), 2), armOf(rowsOf(30, 3, 0), 2)] as const;
  const again = incrementOf(...arms, 0.05);
  expect("ok" in again && again.ok).toEqual({ customers, cost: { ok: cost } });
  expect(cost.value).toBeCloseTo((24 * each) / 30 / 0.7, 8);
  expect(cost.low < cost.value && cost.value < cost.high).toBe(true);
});
/** Rows [cost, customers]. */
const rowsOf = (n: number, won: number, cost: number): number[][] => Array.from({ length: n }, (_, i) => (i < won ? [cost, 1] : [0, 0]));
