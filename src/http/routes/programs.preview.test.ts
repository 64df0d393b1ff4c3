import { afterAll, beforeAll, expect, test } from "vitest";
import { presets } from "../../../presets/index.ts";
import { GOOD, program, rule } from "../../../test/support/good-program.ts";
import { type Loose, type TestServer, createServer } from "../../../test/support/server.ts";

let s: TestServer;
beforeAll(async () => {
  s = await createServer();
});
afterAll(async () => {
  await s.close();
});

const preview = async (definition: unknown, more: object = {}): Promise<Loose> => {
  const { status, body } = await s.call("POST", "/v1/programs/preview", { body: { definition, ...more } });
  expect(status).toBe(200);
  return body;
};
const given = (answer: Loose): unknown[] =>
  answer.example.steps.flatMap((step: Loose) =>
    step.rewards.map((each: Loose) => [step.kind, step.name, each.rule, each.amount, each.unit]),
  );

test("a definition that is saved nowhere says what a friend's 80 USD bring whom, in words and to the cent", async () => {
  const answer = await preview(GOOD, { spend: "80.00 USD", locale: "en" });
  expect(given(answer)).toEqual([
    ["stage", "signup", "off", expect.anything(), expect.anything()],
    ["stage", "order", "thanks", 2000, "USD"],
  ]);
  expect(answer.example).toMatchObject({
    spend: { amount: 8000, currency: "USD" },
    total: [{ amount: 2000, currency: "USD" }],
    silent: [],
  });
  expect(answer.words.rules.map((each: Loose) => each.key)).toEqual(["thanks", "off"]);
  expect(answer.words.rules[0].text).toContain("$20");
  expect((await preview(GOOD, { spend: "80.00 USD", locale: "de" })).words.rules[0].text).toContain("20\u00a0$");
  expect((await s.call("GET", "/v1/programs")).body.data).toEqual([]);
});

test("an order below the minimum earns nothing, and the example says which reward that is", async () => {
  const { example } = await preview(GOOD, { spend: "49.99 USD" });
  expect(example.total).toEqual([]);
  expect(example.silent).toEqual(["thanks"]);
});

test("tiers and limits hold in the example: the fifth friend is worth what the fifth is worth", async () => {
  const tiered = program({ tiers: { every: "month", steps: [{ from: 1 }, { from: 5, multiply: 1.5 }] } });
  expect((await preview(tiered, { friends: 4 })).example.total).toEqual([{ amount: 2000, currency: "USD" }]);
  expect((await preview(tiered, { friends: 5 })).example.total).toEqual([{ amount: 3000, currency: "USD" }]);
  const limited = rule({ limit: { count: 2, every: "month" } });
  expect((await preview(limited, { friends: 3 })).example.total).toEqual([]);
});

test("every preset has words and an example that pays somebody, or nobody where it pays nothing", async () => {
  for (const preset of presets) {
    const { words, example, findings } = await preview(preset);
    expect([preset.key, words === null, example === null]).toEqual([preset.key, false, false]);
    expect(words.rules).toHaveLength(preset.rewards?.length ?? 0);
    expect(findings.filter((each: Loose) => each.severity === "error" && each.code !== "network_not_enabled")).toEqual([]);
  }
});

test("a half-written document is taken: its findings say where, as a PUT would, and what is certain can be mended at once", async () => {
  const { findings, words, example } = await preview({ ...GOOD, destination: "shop.example", colour: "red", rewards: [{ key: "x" }] });
  expect([words, example]).toEqual([null, null]);
  const at = Object.fromEntries(findings.map((each: Loose) => [each.pointer, each]));
  expect(at["/destination"].remedy.patch).toEqual([{ op: "replace", path: "/destination", value: "https://shop.example" }]);
  expect(at["/colour"].remedy.patch).toEqual([{ op: "remove", path: "/colour" }]);
  expect(Object.keys(at)).toContain("/rewards/0/when");
  const unread = await preview(rule({ give: { cash: "20.00 XXQ" } }));
  expect(unread.findings).toMatchObject([{ code: "currency_unknown", pointer: "/rewards/0/give/cash" }]);
  expect(unread.words).toBe(null);
});

test("of two who save a draft made from the same one, the second is told, and nothing of the first is lost", async () => {
  const put = (name: string, revision: number): Promise<Loose> =>
    s.call("PUT", `/v1/programs/friends?revision=${revision}`, { body: { ...GOOD, name } });
  const made = await put("First", 0);
  expect(made.body).toMatchObject({ revision: 1, saved: { by: expect.stringMatching(/^key_/) } });
  expect((await put("Again", 0)).body).toMatchObject({ status: 409, code: "draft_changed" });
  expect((await put("Second", 1)).body).toMatchObject({ revision: 2 });
  expect((await put("Too late", 1)).body).toMatchObject({ status: 409, code: "draft_changed" });
  expect((await s.call("GET", "/v1/programs/friends")).body).toMatchObject({ revision: 2, draft: { name: "Second" } });
  const publish = (revision: number): Promise<Loose> => s.call("POST", "/v1/programs/friends/publish", { body: { revision } });
  expect((await publish(1)).body).toMatchObject({ status: 409, code: "draft_changed" });
  expect((await publish(2)).body).toMatchObject({ status: "live", definition: { name: "Second" } });
});
