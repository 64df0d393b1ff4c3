/** What a browser may say about people, and an advocate who recommends herself under another name. */
import { afterAll, beforeAll, expect, test } from "vitest";
import { type Engine, createEngine } from "../support/engine.ts";

let e: Engine;
let code: string;

beforeAll(async () => {
  e = await createEngine();
  await e.publish({
    key: "friends",
    kind: "direct",
    name: "Friends",
    stages: ["visit", "signup", "order"],
    qualifies_at: "order",
    destination: "https://shop.example/",
    rewards: [
      { key: "tenth", when: { stage: "order" }, to: "advocate", give: { cash: { percent: 10, of: "order.total" } }, hold: "14d" },
    ],
    terms: { en: "T" },
    disclosure: { en: "D" },
  });
  ({ code } = await e.join("friends", { user_id: "ann", email: "ann.smith@gmail.com", name: "Ann" }));
});
afterAll(async () => await e.close());

const buy = (user: string, email: string) => ({
  id: `o-${user}`,
  type: "purchase" as const,
  person: { user_id: user, email },
  referral: { code },
  order: { id: `o-${user}`, total: 1000, currency: "USD" },
});

test("an advocate who buys under a second user id with her own mailbox, written otherwise, earns nothing", async () => {
  for (const [user, email] of [
    ["ann2", "Ann.Smith+shop@gmail.com"],
    ["ann3", "annsmith@googlemail.com"],
  ] as const) {
    const [outcome] = await e.send(buy(user, email));
    expect(outcome?.decisions[0]).toMatchObject({ outcome: "not_referred", reason: "self_referral", rewards: [] });
  }
  const [friend] = await e.send(buy("ben", "ben.smith@gmail.com"));
  expect(friend?.decisions[0]?.outcome).toBe("rewarded");
});

test("a publishable key changes nothing of a person who is known, and may still make a new one", async () => {
  const say = (person: Record<string, unknown>) =>
    e.batcher.submit(e.workspace, [{ id: `i-${JSON.stringify(person)}`, type: "identify", person }] as never, { unverified: true });
  await say({ user_id: "ann", email: "thief@x.example", name: "HACKED", anonymous_id: "a1" });
  await say({ user_id: "new", email: "new@x.example", name: "Newcomer" });
  const people = await e.rows<{ user: string; name: string; email: string }>(
    `select data->>'user_id' as user, data->>'name' as name, data->>'email' as email from person_private
      where data->>'user_id' in ('ann', 'new') order by 1`,
  );
  expect(people).toEqual([
    { user: "ann", name: "Ann", email: "ann.smith@gmail.com" },
    { user: "new", name: "Newcomer", email: "new@x.example" },
  ]);
  expect(await e.rows("select 1 from person_identity where value = 'thief@x.example'")).toEqual([]);
});

test("a refund says how much of the reward it took back", async () => {
  const [refund] = await e.send({ id: "r", type: "refund", order: { id: "o-ben", amount: 250, currency: "USD" } });
  expect(refund?.decisions[0]).toMatchObject({ outcome: "adjusted", rewards: [{ value: { amount: 75 }, change: -25 }] });
});
