/**
 * The redirect against a bare `node:http` server that answers 302 to everything, in one run: bare, ours, bare, and so on. The load generator is a
 * process of its own; the database has the settings that are shipped. `node test/bench/redirect.ts [alternations] [seconds]`.
 */
import fs from "node:fs";
import http from "node:http";
import net from "node:net";
import os from "node:os";
import path from "node:path";
import { fork } from "node:child_process";
import type { ChildProcess } from "node:child_process";
import { createClickMac } from "../../src/adapters/click-mac.ts";
import { createIds } from "../../src/adapters/ids.ts";
import { createLog } from "../../src/adapters/log.ts";
import { createLinkCache } from "../../src/flow/link-cache.ts";
import { createTouchRecorder } from "../../src/flow/record-touch.ts";
import { createRedirect } from "../../src/http/redirect.ts";
import { startDatabase } from "../../src/main/database.ts";
import { openPool } from "../../src/store/db.ts";
import { listenForLinks } from "../../src/store/links-read.ts";
import { migrate } from "../../src/store/migrate.ts";
import { makeLinkWorld } from "../support/links.ts";
import { get, runLoadProcess } from "../../src/main/bench/load.ts";
import type { LoadResult } from "../../src/main/bench/load.ts";

const monotonic = (): number => performance.now();

/** Serves in a child process: `bare` or `ours`, until the parent goes. Says its port, and its counters when asked. */
async function serve(kind: string, runtimeUrl: string): Promise<void> {
  const server = http.createServer({ keepAliveTimeout: 72_000 });
  let counts = (): object => ({});
  if (kind === "bare") {
    server.on("request", (_request, response) => {
      response.writeHead(302, { location: "https://shop.example/welcome" });
      response.end();
    });
  } else {
    const log = createLog(process.stderr, "warn");
    const touchPool = openPool(runtimeUrl, { max: 4, name: "touches" });
    const linkPool = openPool(runtimeUrl, { max: 4, name: "links" });
    const touches = createTouchRecorder({ pool: touchPool, log, monotonic });
    const links = createLinkCache({ pool: linkPool, log, monotonic });
    listenForLinks(runtimeUrl, { onChange: (workspaceId, code) => links.forget(workspaceId, code), onListening: () => links.clear() });
    const redirect = createRedirect({ links, touches, mac: createClickMac(Buffer.alloc(32, 7)), ids: createIds(), log, monotonic });
    server.on("request", (request, response) => void redirect.handle(request, response));
    counts = () => ({ ...touches.counts(), ...redirect.counts(), rssMb: Math.round(process.memoryUsage().rss / 1e6) });
  }
  server.listen(0, "127.0.0.1", () => process.send!({ port: (server.address() as net.AddressInfo).port }));
  let cpu = process.cpuUsage();
  process.on("message", () => {
    const used = process.cpuUsage(cpu);
    cpu = process.cpuUsage();
    process.send!({ counts: { ...counts(), cpuSeconds: (used.user + used.system) / 1e6 } });
  });
  process.on("disconnect", () => process.exit(0));
}

type Served = { port: number; child: ChildProcess; counts(): Promise<Record<string, number>> };

async function startServer(kind: string, runtimeUrl: string): Promise<Served> {
  const child = fork(import.meta.filename, ["--serve", kind, runtimeUrl]);
  const { port } = await new Promise<{ port: number }>((resolve) => child.once("message", resolve));
  const counts = (): Promise<Record<string, number>> => new Promise((resolve) => {
    child.once("message", (message: { counts: Record<string, number> }) => resolve(message.counts));
    child.send("counts");
  });
  return { port, child, counts };
}

const median = (values: number[]): number => values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)]!;
const round = (value: number): number => Math.round(value * 100) / 100;

async function main(alternations: number, seconds: number): Promise<void> {
  const dataDir = fs.mkdtempSync(path.join(os.tmpdir(), "grapevine-redirect-"));
  fs.chmodSync(dataDir, 0o711);
  const database = await startDatabase({ dataDir });
  const children: ChildProcess[] = [];
  try {
    await migrate(database.ownerUrl);
    const owner = openPool(database.ownerUrl, { max: 2 });
    const world = await makeLinkWorld(owner);
    const codes = Array.from({ length: 100 }, (_, i) => `7KQ2MXW${"23456789AB"[Math.floor(i / 10)]}${"23456789AB"[i % 10]}Z`);
    for (const code of codes) await world.link(code);
    const bare = await startServer("bare", database.runtimeUrl);
    const ours = await startServer("ours", database.runtimeUrl);
    children.push(bare.child, ours.child);
    const requests = codes.map((code) => get(`/r/${code}`));
    const load = (port: number, rate?: number): Promise<LoadResult> => runLoadProcess({ port, connections: 256, seconds, rate, requests });
    const bares: number[] = [];
    const mine: number[] = [];
    bares.push((await load(bare.port)).perSecond);
    for (let i = 0; i < alternations; i++) {
      await ours.counts();
      const result = await load(ours.port);
      mine.push(result.perSecond);
      const counts = await ours.counts();
      const cpuUs = round(counts["cpuSeconds"]! * 1e6 / (result.requests * (seconds + 0.5) / seconds));
      console.log(JSON.stringify({ ours: Math.round(result.perSecond), cpuUs, statuses: result.statuses, latency: result.latency, loadCpu: round(result.ownCpu), counts }));
      await bare.counts();
      bares.push((await load(bare.port)).perSecond);
      console.log(JSON.stringify({ bareCpuUs: round((await bare.counts())["cpuSeconds"]! * 1e6 / (bares.at(-1)! * (seconds + 0.5))), bare: bares.slice(-2).map(Math.round), ratio: round(result.perSecond / ((bares.at(-1)! + bares.at(-2)!) / 2)) }));
    }
    const fixed = await load(ours.port, 5000);
    console.log(JSON.stringify({ rate: 5000, perSecond: Math.round(fixed.perSecond), statuses: fixed.statuses, latency: fixed.latency, unsent: fixed.unsent, counts: await ours.counts() }));
    const { rows } = await owner.query("select count(*) as touches from touch");
    console.log(JSON.stringify({ ours: Math.round(median(mine)), bare: Math.round(median(bares)), ratio: round(median(mine) / median(bares)), rows }));
    await owner.end();
  } finally {
    for (const child of children) child.disconnect();
    await new Promise((resolve) => setTimeout(resolve, 300));
    await database.stop();
    fs.rmSync(dataDir, { recursive: true, force: true });
  }
}

if (process.argv[2] === "--serve") await serve(process.argv[3]!, process.argv[4]!);
else await main(Number(process.argv[2] ?? 5), Number(process.argv[3] ?? 4));
