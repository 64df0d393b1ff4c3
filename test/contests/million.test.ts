/** A million people in one draw: how long it takes, and how much memory. */
import { spawnSync } from "node:child_process";
import { createWriteStream, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { Writable } from "node:stream";
import { finished } from "node:stream/promises";
import { fileURLToPath } from "node:url";
import { afterAll, beforeAll, expect, test } from "vitest";
import { createServer, type TestServer } from "../support/server.ts";
import { presets } from "../../presets/index.ts";

const PEOPLE = 1_000_000;
const VERIFIER = fileURLToPath(new URL("../../examples/verify-draw/verify-draw.mjs", import.meta.url));
const folder = mkdtempSync(join(tmpdir(), "gv-million-"));

let server: TestServer;
beforeAll(async () => {
  server = await createServer({ limits: undefined });
}, 60_000);
afterAll(async () => {
  rmSync(folder, { recursive: true });
  await server.close();
});

const call = (method: string, path: string, body?: unknown) =>
  server.call(method, path, { key: server.a.testKey, ...(body === undefined ? {} : { body }) });

test("a million entries of a million people are frozen and drawn in under 10 s with flat memory, and the verifier agrees", async () => {
  const document = {
    ...presets.find((each) => each.key === "contest")!,
    contest: { from: "2020-01-01", to: "2020-01-31", draw: { winners: 5 } },
  };
  await call("PUT", "/v1/programs/contest", document);
  expect((await call("POST", "/v1/programs/contest/publish", {})).status).toBe(200);
  // The list as the freeze would write it from a million people's rewards, each with 1 to 9 entries, some with a thousand.
  await server.engine.rows(
    `insert into contest_entry (workspace_id, contest_id, participant, weight)
     select c.workspace_id, c.id, md5(i::text), case when i % 1000 = 0 then 1000 else 1 + i % 9 end
       from contest c cross join generate_series(1, ${PEOPLE}) i where c.key = 'contest' order by 3`,
  );
  const before = process.memoryUsage().rss;
  let peak = before;
  const watch = setInterval(() => (peak = Math.max(peak, process.memoryUsage().rss)), 10);
  const began = performance.now();
  const frozen = await call("POST", "/v1/contests/contest/freeze");
  const frozenAt = performance.now();
  const drawn = await call("POST", "/v1/contests/contest/draw", {});
  const drawnAt = performance.now();
  clearInterval(watch);
  expect([frozen.status, drawn.status]).toEqual([200, 200]);
  expect(drawn.body.draw).toMatchObject({ entrants: PEOPLE, drawn: { length: 8 } });
  const mb = (bytes: number) => Math.round(bytes / 2 ** 20);
  const seconds = (from: number, to: number) => ((to - from) / 1000).toFixed(2);

  writeFileSync(join(folder, "contest.json"), JSON.stringify(drawn.body));
  const list = await fetch(`${server.url}/v1/contests/contest/entries`, { headers: { authorization: `Bearer ${server.a.testKey}` } });
  const file = createWriteStream(join(folder, "entries.txt"));
  await list.body!.pipeTo(Writable.toWeb(file) as WritableStream<Uint8Array>);
  await finished(file).catch(() => undefined);
  const verifyBegan = performance.now();
  const run = spawnSync(process.execPath, [VERIFIER, join(folder, "contest.json"), join(folder, "entries.txt")]);
  const times = `list hashed in ${seconds(began, frozenAt)} s, drawn in ${seconds(frozenAt, drawnAt)} s`;
  const memory = `memory ${mb(before)} MB before, ${mb(peak)} MB at most`;
  const verified = `verified in ${seconds(verifyBegan, performance.now())} s`;
  console.log(`${PEOPLE} people, ${drawn.body.draw.entries} entries: ${times}; ${memory}; ${verified}`);
  expect(`${run.stderr}${run.stdout}`).toContain("is right");
  expect(drawnAt - frozenAt).toBeLessThan(10_000);
  expect(peak - before).toBeLessThan(200 * 2 ** 20);
}, 180_000);
