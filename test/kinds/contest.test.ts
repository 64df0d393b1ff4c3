/** A8: a ranking with three prizes, and a draw among all entries that anybody can do again. */
import { spawnSync } from "node:child_process";
import crypto from "node:crypto";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { afterAll, beforeAll, expect, test } from "vitest";
import type { components } from "../../sdk/src/index.ts";
import { type Shop, createShop } from "../support/shop.ts";

type Contest = components["schemas"]["Contest"];
type Drawn = NonNullable<Contest["draw"]>["drawn"][number];

const VERIFIER = fileURLToPath(new URL("../../examples/verify-draw/verify-draw.mjs", import.meta.url));
const folder = mkdtempSync(join(tmpdir(), "gv-draw-"));
const sha256 = (text: string) => crypto.hash("sha256", text, "hex");

let shop: Shop;
let published: Contest;
beforeAll(async () => {
  shop = await createShop();
  await shop.publish("contest", {
    contest: {
      from: "2030-01-14",
      to: "2030-01-31",
      freeze_after: "2d",
      leaderboard: { by: "qualified_referrals", places: 3 },
      draw: { winners: 2, alternates: 2, accept_within: "7d", entry_cap: 3 },
    },
  });
  published = await contest();
});
afterAll(async () => {
  rmSync(folder, { recursive: true });
  await shop.close();
});

const at = { params: { path: { contest: "contest" } } };
const contest = (): Promise<Contest> => shop.client.unwrap(shop.client.api.GET("/v1/contests/{contest}", at));
const enter = (user: string) =>
  shop.client.unwrap(shop.client.api.POST("/v1/contests/{contest}/free-entry", { ...at, body: { person: { user_id: user } } }));
const accept = (person: string, accepted = true) =>
  shop.client.unwrap(shop.client.api.POST("/v1/contests/{contest}/accept", { ...at, body: { person, accept: accepted } }));
const ranks = async (period: "week" | "contest", query: Record<string, string> = {}) => {
  const params = { path: { program: "contest" }, query: { period, ...query } };
  return shop.client.unwrap(shop.client.api.GET("/v1/leaderboards/{program}", { params }));
};

/** Ranks as "user: rank value", best first. */
async function table(period: "week" | "contest", query: Record<string, string> = {}): Promise<string[]> {
  const { data } = await ranks(period, query);
  const users = new Map<string, string>();
  for (const user of ["ann", "bea", "cleo", "dora"]) users.set(await idOf(user), user);
  const lines = data.map(
    (row) => `${users.get(row.person)} ${row.rank} ${row.value}${row.now === null ? "" : ` now ${row.now.rank} ${row.now.value}`}`,
  );
  // Those who share a rank have no order among them.
  return lines.sort((a, b) => Number(a.split(" ")[1]) - Number(b.split(" ")[1]) || (a < b ? -1 : 1));
}
async function idOf(user: string): Promise<string> {
  return (await shop.client.unwrap(shop.client.api.GET("/v1/people/{person}", { params: { path: { person: `user_id:${user}` } } }))).id;
}
async function userOf(person: string): Promise<string> {
  return (await shop.client.unwrap(shop.client.api.GET("/v1/people/{person}", { params: { path: { person } } }))).user_id!;
}
const entries = async () => (await shop.server.call("GET", "/v1/contests/contest/entries", { key: shop.server.a.testKey })).text;

test("A8: the ranking counts new customers within the contest's time; who is level shares a rank and the next is left out", async () => {
  const code: Record<string, string> = {};
  for (const user of ["ann", "bea", "cleo", "dora"]) code[user] = await shop.join("contest", user);
  expect(published.status).toBe("planned");
  await shop.to("2030-01-20T12:00:00.000Z");
  // One millisecond before it begins, and in its first and last milliseconds.
  await shop.buys("early", { id: "early", total: 5000, code: code.dora, at: "2030-01-13T23:59:59.999Z" });
  for (const [user, n] of [
    ["ann", 4],
    ["bea", 2],
    ["cleo", 2],
    ["dora", 1],
  ] as const)
    for (let i = 0; i < n; i++)
      await shop.buys(`${user}-${i}`, { id: `${user}-${i}`, total: 5000, code: code[user], at: "2030-01-14T00:00:00.000Z" });
  expect(await table("contest")).toEqual(["ann 1 4", "bea 2 2", "cleo 2 2", "dora 4 1"]);
  expect((await contest()).status).toBe("open");
});

test("A8: a free entry costs nothing, counts once a day, and is refused before and after", async () => {
  expect(await enter("eve")).toMatchObject({ entries: 1, reason: null });
  expect(await enter("eve")).toMatchObject({ entries: 0, reason: "no_more" });
  await shop.to("2030-01-21T12:00:00.000Z");
  expect(await enter("eve")).toMatchObject({ entries: 1, reason: null });
  // 50 at once, through two processes: one.
  const other = await shop.server.another();
  const body = { person: { user_id: "fay" } };
  const key = shop.server.a.testKey;
  const all = await Promise.all(
    Array.from({ length: 50 }, async (_, i) => {
      if (i % 2 === 0) return (await shop.server.call("POST", "/v1/contests/contest/free-entry", { body, key })).body.entries as number;
      const answer = await fetch(`${other.url}/v1/contests/contest/free-entry`, {
        method: "POST",
        headers: { authorization: `Bearer ${key}`, "content-type": "application/json" },
        body: JSON.stringify(body),
      });
      return ((await answer.json()) as { entries: number }).entries;
    }),
  );
  expect(all.reduce((a, b) => a + b, 0)).toBe(1);
  const own = await shop.client.unwrap(
    shop.client.api.GET("/v1/contests/{contest}", { params: { ...at.params, query: { person: "user_id:eve" } } }),
  );
  expect(own.own).toEqual({ entries: 2, participant: null });
});

test("A8: ranks are frozen two days after the end; later returns show beside them; the places are paid, the shared one twice", async () => {
  await shop.refunds("dora-0");
  await shop.to("2030-02-02T23:59:00.000Z");
  expect((await contest()).status).toBe("over");
  expect((await ranks("contest")).frozen_at).toBeNull();
  expect(await enter("late")).toMatchObject({ entries: 0, reason: "over" });
  await shop.to("2030-02-03T00:00:00.000Z");
  expect((await ranks("contest")).frozen_at).toBe("2030-02-03T00:00:00.000Z");
  expect(await shop.balances("ann")).toMatchObject({ USD: { pending: 0, available: 50000 } });
  expect(await shop.balances("bea")).toMatchObject({ USD: { pending: 0, available: 25000 } });
  expect(await shop.balances("cleo")).toMatchObject({ USD: { pending: 0, available: 25000 } });
  expect((await shop.balances("dora")).USD).toBeUndefined();
  await shop.refunds("bea-0");
  expect(await table("contest")).toEqual(["ann 1 4", "bea 2 2 now 3 1", "cleo 2 2"]);
  // The rank stays, and so does the prize: it went by the frozen rank.
  expect(await shop.balances("bea")).toMatchObject({ USD: { pending: 0, available: 25000 } });
  await shop.books();
});

test("A8: the list of entries is shown by its hash before the seed, which was bound before anybody took part", async () => {
  const now = await contest();
  expect(now.status).toBe("frozen");
  expect(now.draw!.seed).toBeNull();
  expect(now.draw!.drawn).toEqual([]);
  expect(now.draw!.seed_hash).toBe(published.draw!.seed_hash);
  const list = await entries();
  expect(sha256(list)).toBe(now.draw!.entries_hash);
  // ann has 4 of which 3 count, bea and cleo 2 each (bea's return came after the list was frozen), eve 2, fay 1.
  const weights = list
    .trimEnd()
    .split("\n")
    .map((line) => Number(line.split(" ")[1]));
  expect(weights.toSorted((a, b) => a - b)).toEqual([1, 2, 2, 2, 3]);
  expect([now.draw!.entrants, now.draw!.entries]).toEqual([5, 10]);
  // Pseudonyms: no id of ours is in it, and everybody can find her own line.
  const own = await shop.client.unwrap(
    shop.client.api.GET("/v1/contests/{contest}", { params: { ...at.params, query: { person: "user_id:ann" } } }),
  );
  expect(list).toContain(`${own.own!.participant} 3\n`);
  expect(list).not.toContain((await idOf("ann")).slice(4));
});

/** Runs the verifier as anybody would: a file of its own, with two files that were downloaded. */
function verify(document: unknown, list: string, ...options: string[]): { code: number | null; said: string } {
  writeFileSync(join(folder, "contest.json"), JSON.stringify(document));
  writeFileSync(join(folder, "entries.txt"), list);
  const run = spawnSync(process.execPath, [VERIFIER, join(folder, "contest.json"), join(folder, "entries.txt"), ...options]);
  return { code: run.status, said: `${run.stdout}${run.stderr}` };
}

test("A8: the draw happens once; a verifier that knows nothing of us confirms it and refuses another entry, seed or winner", async () => {
  const frozen = await contest();
  const draw = () => shop.client.unwrap(shop.client.api.POST("/v1/contests/{contest}/draw", { ...at, body: { beacon: null } }));
  const [one, two] = await Promise.all([draw(), draw()]);
  expect(two.draw!.drawn).toEqual(one.draw!.drawn);
  expect(await draw()).toEqual(await contest());
  const drawn = await contest();
  expect(drawn.draw!.drawn.map((row) => [row.position, row.place, row.status])).toEqual([
    [1, 1, "notified"],
    [2, 2, "notified"],
    [3, null, "waiting"],
    [4, null, "waiting"],
  ]);
  expect(sha256(drawn.draw!.seed!)).toBe(published.draw!.seed_hash);
  const list = await entries();
  const shown = [`--seed-hash=${published.draw!.seed_hash}`, `--entries-hash=${frozen.draw!.entries_hash}`];
  expect(verify(drawn, list, ...shown)).toMatchObject({
    code: 0,
    said: expect.stringContaining("is right: 10 entries of 5 people, 4 drawn"),
  });

  const lines = list.split("\n");
  const richer = [lines[0]!.replace(/\d+$/, "9"), ...lines.slice(1)].join("\n");
  expect(verify(drawn, richer, ...shown)).toMatchObject({ code: 1, said: expect.stringContaining("not the one whose hash was shown") });
  // Even with the hash made to fit.
  const fitted = { ...drawn, draw: { ...drawn.draw, entries_hash: sha256(richer) } };
  expect(verify(fitted, richer, ...shown).code).toBe(1);
  expect(verify(drawn, lines.slice(1).join("\n"), ...shown).code).toBe(1);
  const seed = drawn.draw!.seed!.replace(/.$/, (last) => (last === "0" ? "1" : "0"));
  expect(verify({ ...drawn, draw: { ...drawn.draw, seed } }, list, ...shown)).toMatchObject({
    code: 1,
    said: expect.stringContaining("seed"),
  });
  expect(verify({ ...drawn, draw: { ...drawn.draw, seed, seed_hash: sha256(seed) } }, list, ...shown).code).toBe(1);
  const [first, second, ...rest] = drawn.draw!.drawn as [Drawn, Drawn, ...Drawn[]];
  const swapped = [{ ...first, position: 2 }, { ...second, position: 1 }, ...rest];
  expect(verify({ ...drawn, draw: { ...drawn.draw, drawn: swapped } }, list, ...shown)).toMatchObject({
    code: 1,
    said: expect.stringContaining("Position 1"),
  });
  const outsider = lines
    .map((line) => line.slice(0, 32))
    .find((each) => each !== "" && drawn.draw!.drawn.every((row) => row.participant !== each))!;
  expect(
    verify({ ...drawn, draw: { ...drawn.draw, drawn: [{ ...first, participant: outsider }, second, ...rest] } }, list, ...shown).code,
  ).toBe(1);
  expect(verify({ ...drawn, draw: { ...drawn.draw, drawn: [first, second] } }, list, ...shown).code).toBe(1);
});

test("A8: winners are told and have 7 days; who does not accept in time loses the prize to the next one who was drawn", async () => {
  const [first, second, third, fourth] = (await contest()).draw!.drawn as [Drawn, Drawn, Drawn, Drawn];
  expect(Date.parse(first.accept_by!) - Date.parse(first.notified_at!)).toBe(7 * 86_400_000);
  expect(await accept(third.person!)).toMatchObject({ accepted: false, reason: "not_her_turn" });
  const told = await shop.server.engine.rows<{ kind: string; n: number }>(
    "select kind, count(*)::int as n from message where workspace_id = $1 and kind like 'contest_%' group by 1 order by 1",
    [shop.server.a.sandboxId],
  );
  expect(told).toEqual([
    { kind: "contest_alternate", n: 2 },
    { kind: "contest_won", n: 2 },
  ]);
  // 20 at once: one prize.
  const prizes = async (person: string) => {
    const query = { person, limit: 100 };
    const { data } = await shop.client.unwrap(shop.client.api.GET("/v1/rewards", { params: { query } }));
    return data.filter((reward) => reward.rule === "drawn").map((reward) => reward.value.amount);
  };
  const answers = await Promise.all(Array.from({ length: 20 }, () => accept(first.person!)));
  expect(answers.every((answer) => answer.accepted && answer.place === 1)).toBe(true);
  expect(await prizes(first.person!)).toEqual([20000]);
  // The last millisecond is in time; then the alternate is asked, with 7 days of her own.
  await shop.to(second.accept_by!);
  expect((await contest()).draw!.drawn.map((row) => row.status)).toEqual(["accepted", "notified", "waiting", "waiting"]);
  await shop.to(new Date(Date.parse(second.accept_by!) + 60_000).toISOString());
  expect((await contest()).draw!.drawn.map((row) => [row.status, row.place])).toEqual([
    ["accepted", 1],
    ["lapsed", 2],
    ["notified", 2],
    ["waiting", null],
  ]);
  expect(await accept(second.person!)).toMatchObject({ accepted: false, reason: "too_late" });
  // Declining asks the next at once.
  expect(await accept(third.person!, false)).toMatchObject({ accepted: false, reason: null });
  expect((await contest()).draw!.drawn.map((row) => row.status)).toEqual(["accepted", "lapsed", "declined", "notified"]);
  expect(await accept(fourth.person!)).toMatchObject({ accepted: true, place: 2 });
  expect(await prizes(fourth.person!)).toEqual([20000]);
  for (const none of [second, third]) expect(await prizes(none.person!)).toEqual([]);
  expect(await userOf(first.person!)).toMatch(/^(ann|bea|cleo|eve|fay)$/);
  const drawnNews = await shop.server.engine.rows(
    "select 1 from outbox where workspace_id = $1 and payload::text like '%contest.drawn%'",
    [shop.server.a.sandboxId],
  );
  expect(drawnNews).toHaveLength(1);
  await shop.books();
});
