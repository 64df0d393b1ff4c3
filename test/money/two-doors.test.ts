/**
 * One order that comes by two doors, a shop's own script and its webhook, dated a second apart, one of them perhaps without the code:
 * it pays once, whichever comes first, and what was available stays.
 */
import { afterAll, beforeAll, expect, test } from "vitest";
import type { EventInput } from "../../src/core/event.ts";
import type { ProgramDefinition } from "../../src/core/program.ts";
import { assertBooks } from "../support/books.ts";
import { type Engine, createEngine } from "../support/engine.ts";
import { partsOf, verify } from "../support/people.ts";
import { sweepWorkspace } from "../../src/flow/sweep.ts";

let e: Engine;
let codes: { ann: string; bob: string };
const now = Date.now() - 60_000;
beforeAll(async () => {
  e = await createEngine();
  const definition: ProgramDefinition = {
    key: "friends",
    kind: "direct",
    name: "Friends",
    stages: ["signup", "order"],
    qualifies_at: "order",
    destination: "https://shop.example/",
    terms: { en: "T" },
    disclosure: { en: "D" },
    rewards: [{ key: "tenth", when: { stage: "order" }, to: "advocate", give: { cash: { percent: 10, of: "order.total" } } }],
  };
  await e.publish(definition, { from: now - 86_400_000 });
  codes = { ann: (await e.join("friends", { user_id: "ann" })).code, bob: (await e.join("friends", { user_id: "bob" })).code };
});
afterAll(() => e.close());

type Door = { by?: "ann" | "bob"; ms: number };
let made = 0;

/** Tells one order of a new friend by each door in turn. @returns what ann and bob are owed for it. */
async function tell(doors: Door[]): Promise<Record<string, number>> {
  const order = `o${made++}`;
  for (const [i, { by, ms }] of doors.entries()) {
    const referral = by === undefined ? {} : { referral: { code: codes[by] } };
    const event = {
      id: `${order}-${i}`,
      type: "purchase",
      occurred_at: new Date(now + ms).toISOString(),
      person: { user_id: `f-${order}` },
    };
    const [outcome] = await e.send({ ...event, ...referral, order: { id: order, total: 8_000, currency: "USD" } } as EventInput);
    expect(outcome?.status).toBe("settled");
    // What is available is frozen: a later telling must not take it back.
    await sweepWorkspace(partsOf(e), e.workspace);
  }
  const rows = await e.rows<{ who: string; owed: number }>(
    `select i.value as who, sum(r.owed)::int as owed from reward r join person_identity i on i.person_id = r.recipient_id and i.kind = 1
      where r.basis = $1 group by 1 having sum(r.owed) > 0`,
    [`order:${order}`],
  );
  expect((await verify(e)).broken).toEqual([]);
  await assertBooks(e, e.workspace);
  return Object.fromEntries(rows.map((r) => [r.who, r.owed]));
}

test.each<[string, Door[], Record<string, number>]>([
  [
    "both with the code, the earlier one second",
    [
      { by: "ann", ms: 0 },
      { by: "ann", ms: -1_000 },
    ],
    { ann: 800 },
  ],
  [
    "both with the code, in order",
    [
      { by: "ann", ms: -1_000 },
      { by: "ann", ms: 0 },
    ],
    { ann: 800 },
  ],
  ["the earlier one without the code, second", [{ by: "ann", ms: 0 }, { ms: -1_000 }], { ann: 800 }],
  ["the earlier one without the code, first", [{ ms: -1_000 }, { by: "ann", ms: 0 }], { ann: 800 }],
  ["the later one without the code", [{ by: "ann", ms: -1_000 }, { ms: 0 }], { ann: 800 }],
  [
    "the earlier one with somebody else's code, after the reward was available",
    [
      { by: "ann", ms: 0 },
      { by: "bob", ms: -1_000 },
    ],
    { ann: 800 },
  ],
  ["three doors", [{ ms: -2_000 }, { by: "ann", ms: 0 }, { by: "ann", ms: -1_000 }], { ann: 800 }],
])("%s: paid once, to her who brought the friend", async (_name, doors, owed) => {
  expect(await tell(doors)).toEqual(owed);
});

test("an order told weeks late, from before the frozen binding and with the same advocate's code, is paid", async () => {
  const buy = (id: string, ms: number, code: string) =>
    ({
      id,
      type: "purchase",
      occurred_at: new Date(now + ms).toISOString(),
      person: { user_id: "late" },
      referral: { code },
      order: { id, total: 1_000, currency: "USD" },
    }) as EventInput;
  await e.send(buy("second", 0, codes.ann));
  await sweepWorkspace(partsOf(e), e.workspace);
  const [same] = await e.send(buy("first", -5_000, codes.ann));
  expect(same?.decisions[0]).toMatchObject({ outcome: "rewarded", rewards: [{ value: { amount: 100 } }] });
  const [other] = await e.send(buy("zeroth", -9_000, codes.bob));
  expect(other?.decisions[0]).toMatchObject({ outcome: "not_referred", reason: "no_touch" });
  expect((await verify(e)).broken).toEqual([]);
});
