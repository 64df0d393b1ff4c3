/** A grant that fell to nothing and is earned again is the same grant: one reward, one sum, whatever path its fact takes. */
import { afterAll, beforeAll, expect, test } from "vitest";
import { definition } from "../../src/core/program.ts";
import { assertBooks } from "../support/books.ts";
import { type Engine, createEngine } from "../support/engine.ts";
import { openPlace } from "../support/place.ts";

let e: Engine;
beforeAll(async () => {
  e = await createEngine();
});
afterAll(async () => await e.close());

const base = {
  kind: "direct",
  stages: ["lead"],
  qualifies_at: "lead",
  destination: "https://shop.example/",
  name: "x",
  friends: { who: "anyone" },
};
const T0 = Date.UTC(2026, 5, 1);

async function place(...programs: object[]) {
  const timelines = programs.map((p) => {
    const d = definition.parse({ ...base, ...p });
    return { key: d.key, versions: [{ from: 0, open: false, definition: d as never }] };
  });
  return await openPlace(e, { timelines, users: ["a1", "a2", "a3", "b1"], knownAt: T0 });
}
const lead = (id: string, minute: number, who: string, code?: string) => ({
  id,
  type: "lead" as const,
  occurred_at: new Date(T0 + minute * 60_000).toISOString(),
  person: { user_id: who },
  ...(code && { referral: { code } }),
});
const rewards = (workspace: string) =>
  e.rows(
    "select p.key, r.rule, r.owed, r.state from reward r join program p on p.workspace_id = $1 and p.id = r.program_id where " +
      "r.workspace_id = $1 order by 1, 2, r.at, r.client_id",
    [workspace],
  );

test("the n-th lead of a friend, taken by another program and given back by it, is paid once", async () => {
  const { workspace } = await place(
    {
      key: "first",
      exclusive_group: "g",
      priority: 1,
      rewards: [{ key: "five", when: { stage: "lead", times: 2 }, to: "advocate", give: { cash: "5.00 USD" } }],
    },
    {
      key: "second",
      exclusive_group: "g",
      priority: 2,
      rewards: [{ key: "seven", when: { stage: "lead" }, to: "advocate", give: { cash: "7.00 USD" } }],
    },
  );
  await e.send(lead("l1", 10, "f", "second-a1"), workspace);
  // The first program was there before: it takes l1 as its second lead, and the second program's reward falls to nothing.
  await e.send(lead("l0", 5, "f", "first-a1"), workspace);
  await e.send(lead("l2", 20, "f"), workspace);
  expect(await rewards(workspace)).toEqual([
    { key: "first", rule: "five", owed: 500, state: "pending" },
    { key: "first", rule: "five", owed: 500, state: "pending" },
    { key: "second", rule: "seven", owed: 700, state: "pending" },
  ]);
  await assertBooks(e, workspace);
});

test("a recruiter two levels up is found by late news of the level between, and shares move with the chain", async () => {
  const rules = [
    { key: "own", when: { stage: "lead" }, to: "advocate", give: { cash: "10.00 USD" } },
    { key: "above", when: { stage: "lead" }, to: { upline: 2 }, give: { cash: "1.00 USD" } },
    { key: "share", when: { stage: "lead" }, to: { upline: 1 }, give: { cash: { percent: 10, of: "downline_rewards" } } },
  ];
  const told = [
    lead("l-a2", 10, "a2", "net-a1"),
    lead("l-a3", 20, "a3", "net-a2"),
    lead("l-f", 30, "f", "net-a3"),
    lead("l-b", 5, "a2", "net-b1"),
  ];
  const sums: unknown[] = [];
  for (const order of [
    [0, 1, 2, 3],
    [2, 1, 0, 3],
    [3, 2, 1, 0],
    [2, 0, 3, 1],
  ]) {
    const { workspace } = await place({ key: "net", rewards: rules });
    for (const i of order) await e.send(told[i]!, workspace);
    sums.push(
      await e.rows(
        "select i.value as who, r.rule, sum(r.owed)::int as owed from reward r join person_identity i on i.workspace_id = $1 and " +
          "i.person_id = r.recipient_id where r.workspace_id = $1 and r.owed > 0 group by 1, 2 order by 1, 2",
        [workspace],
      ),
    );
    await assertBooks(e, workspace);
  }
  // b1 recruited a2 (before a1 could), a2 recruited a3, a3 recruited f.
  expect(sums[0]).toEqual([
    { who: "a2", rule: "own", owed: 1000 },
    { who: "a2", rule: "share", owed: 100 },
    { who: "a3", rule: "own", owed: 1000 },
    { who: "b1", rule: "above", owed: 100 },
    { who: "b1", rule: "own", owed: 2000 },
    { who: "b1", rule: "share", owed: 100 },
  ]);
  for (const sum of sums) expect(sum).toEqual(sums[0]);
});
