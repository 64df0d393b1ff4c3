/** A reward to a team: each one's part by largest remainder, the whole to the last minor unit, whatever is corrected or returned. */
import { afterAll, beforeAll, expect, test } from "vitest";
import { event as eventSchema } from "../../src/core/event.ts";
import { type Draft, normalise } from "../../src/core/ingest/normalise.ts";
import type { ProgramDefinition } from "../../src/core/program.ts";
import { mergePeople } from "../../src/flow/merge-people.ts";
import { assertBooks } from "../support/books.ts";
import { type Engine, createEngine } from "../support/engine.ts";
import { type Parts, partsOf, verify } from "../support/people.ts";

const PROGRAM: ProgramDefinition = {
  key: "deals",
  kind: "partner",
  name: "Deals",
  stages: ["registered", "won", "order"],
  qualifies_at: "won",
  destination: "https://shop.example/",
  rewards: [
    { key: "deal", when: { stage: "won" }, to: { team: true }, give: { cash: { percent: 12, of: "event.value" } } },
    { key: "sale", when: { stage: "order" }, to: { team: true }, give: { cash: { percent: 10, of: "order.total" } } },
    { key: "lead", when: { stage: "won", nth: 1 }, give: { points: 7 } },
  ],
  terms: { en: "T" },
  disclosure: { en: "D" },
};

let e: Engine;
let parts: Parts;
let program = "";
const people: Record<string, string> = {};
beforeAll(async () => {
  e = await createEngine();
  parts = partsOf(e);
  program = await e.publish(PROGRAM);
  for (const who of ["ann", "bob", "cleo", "dora", "eve"]) people[who] = (await e.join("deals", { user_id: who })).personId;
});
afterAll(async () => await e.close());

let minute = 0;
/** A claim of these people on somebody, approved: the fact that claims make. */
async function claimed(friend: string, team: [who: string, share: number][]): Promise<void> {
  const occurred_at = new Date(Date.now() - 3_600_000 + minute++ * 1000).toISOString();
  const event = eventSchema.parse({ type: "stage", stage: "registered", occurred_at, program: "deals", person: { user_id: friend } });
  const draft = normalise(event, { index: 0, client: `claim:${friend}`, keyed: (text) => text }) as Draft;
  const members = team.map(([who, share]) => ({ person: people[who]!, share }));
  const [outcome] = await e.batcher.submitDrafts(e.workspace, [
    { ...draft, claim: { program, advocate: members[0]!.person, team: members } },
  ]);
  expect(outcome!.status).toBe("settled");
}
const at = () => new Date(Date.now() - 3_600_000 + minute++ * 1000).toISOString();
const won = (friend: string, value: number, subject: string) =>
  e.send({ type: "stage", stage: "won", occurred_at: at(), person: { user_id: friend }, value, currency: "USD", subject });
const parted = async (friend: string, rule: string) => {
  const rows = await e.rows<{ recipient_id: string; owed: number }>(
    `select recipient_id, sum(owed)::int as owed from reward where rule = $2 and friend_id = (select person_id from person_identity
      where kind = 1 and value = $1) group by 1`,
    [friend, rule],
  );
  const names = new Map(Object.entries(people).map(([who, id]) => [id, who]));
  return Object.fromEntries(rows.filter((r) => r.owed !== 0).map((r) => [names.get(r.recipient_id) ?? "?", r.owed]));
};
const right = async () => {
  await assertBooks(e, e.workspace);
  // I8 is about tables, not about what happened here.
  expect((await verify(e)).broken.filter((each) => !each.startsWith("I8:"))).toEqual([]);
};

test("a deal of 10,000.00 won by two partners, 60 to 40, at 12 %: 720.00 and 480.00; the advocate alone has what is hers", async () => {
  await claimed("acme", [
    ["ann", 60],
    ["bob", 40],
  ]);
  await won("acme", 1_000_000, "deal-1");
  expect(await parted("acme", "deal")).toEqual({ ann: 72_000, bob: 48_000 });
  expect(await parted("acme", "lead")).toEqual({ ann: 7 });
  await right();
});

test("a deal whose value is told again is adjusted, not paid twice; another deal is another reward", async () => {
  await claimed("beta", [
    ["ann", 60],
    ["bob", 40],
  ]);
  await won("beta", 1_000_000, "deal-2");
  const [again] = await won("beta", 500_001, "deal-2");
  // 12 % of 5,000.01 is 600.00; the parts are taken of the whole.
  expect(await parted("beta", "deal")).toEqual({ ann: 36_000, bob: 24_000 });
  expect(again!.decisions[0]).toMatchObject({ outcome: "adjusted" });
  expect(again!.decisions[0]!.rewards.map((r) => r.change).sort()).toEqual([-24_000, -36_000].sort());
  await won("beta", 100_000, "deal-3");
  expect(await parted("beta", "deal")).toEqual({ ann: 36_000 + 7_200, bob: 24_000 + 4_800 });
  await won("beta", 0, "deal-2");
  expect(await parted("beta", "deal")).toEqual({ ann: 7_200, bob: 4_800 });
  await right();
});

test("three equal partners of an indivisible cent: the parts are the whole, also after each return of a part", async () => {
  await claimed("gamma", [
    ["ann", 1],
    ["bob", 1],
    ["cleo", 1],
  ]);
  await e.send({ type: "purchase", occurred_at: at(), person: { user_id: "gamma" }, order: { id: "g-1", total: 1000, currency: "USD" } });
  expect(await parted("gamma", "sale")).toEqual({ ann: 34, bob: 33, cleo: 33 });
  let refunded = 0;
  for (const amount of [7, 13, 180, 333]) {
    refunded += amount;
    await e.send({ type: "refund", occurred_at: at(), order: { id: "g-1", amount, currency: "USD" } });
    const sum = Object.values(await parted("gamma", "sale")).reduce((a, b) => a + b, 0);
    expect(sum).toBe(Math.round(((1000 - refunded) * 100) / 1000));
  }
  await right();
});

test("partners who turn out to be one have one part; a friend who turns out to be one of them has none", async () => {
  await claimed("delta", [
    ["dora", 50],
    ["eve", 30],
    ["bob", 20],
  ]);
  await won("delta", 10_000, "deal-4");
  expect(await parted("delta", "deal")).toEqual({ dora: 600, eve: 360, bob: 240 });
  await mergePeople(parts, e.by, { fromId: people.eve!, intoId: people.dora!, evenWithTwoUserIds: true });
  expect(await parted("delta", "deal")).toEqual({ dora: 960, bob: 240 });
  const delta = (await e.rows<{ person_id: string }>("select person_id from person_identity where kind = 1 and value = 'delta'"))[0]!;
  await mergePeople(parts, e.by, { fromId: people.bob!, intoId: delta.person_id, evenWithTwoUserIds: true });
  expect(await parted("delta", "deal")).toEqual({ dora: 1200 });
  await right();
});
