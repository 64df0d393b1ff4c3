/** The lines of the table: each measures one budget of the design and judges it against floor and goal. */
import path from "node:path";
import { copyEverything } from "../../store/bench-copy.ts";
import { installationSecret, readConfig } from "../config.ts";
import { startDatabase } from "../database.ts";
import { get, runLoadProcess } from "./load.ts";
import { type BenchRow, type Judged, type LineOptions, median, plainRow } from "./report.ts";
import { residentMegabytes, startBare, startProduct } from "./servers.ts";
import { openShop } from "./shop.ts";
import { backtestCore, backtestStore } from "./lines-backtest.ts";
import { largeStore, makeWorkspaces, maturing } from "./lines-store.ts";

export type Line = { name: string; what: string; long?: boolean; run(options: LineOptions): Promise<BenchRow[]> };

const SECONDS = 4;

type Pair = { bare: number[]; ours: number[]; drift: number };

/** bare, ours, bare, and so on: each of ours is compared with the baseline around it. */
async function alternate(repeats: number, bare: () => Promise<number>, ours: () => Promise<number>): Promise<Pair> {
  const result: Pair = { bare: [await bare()], ours: [], drift: 0 };
  for (let i = 0; i < repeats; i++) {
    result.ours.push(await ours());
    result.bare.push(await bare());
  }
  for (let i = 1; i < result.bare.length; i++) {
    const [a, b] = [result.bare[i - 1] ?? 1, result.bare[i] ?? 1];
    result.drift = Math.max(result.drift, Math.abs(a - b) / Math.max(a, b));
  }
  return result;
}

function ratioRow(j: Judged, pair: Pair): BenchRow {
  const [ours, bare] = [median(pair.ours), median(pair.bare)];
  const ratio = ours / bare;
  const verdict = pair.drift > 0.2 ? "drift" : ratio >= j.goal ? "goal" : ratio >= j.floor ? "floor" : "missed";
  const detail = `${j.detail}; drift of the baseline ${Math.round(pair.drift * 100)} %`;
  return { line: j.line, what: j.what, ours, unit: "/s", bare, ratio, floor: String(j.floor), goal: String(j.goal), verdict, detail };
}

async function redirect(o: LineOptions): Promise<BenchRow[]> {
  const [bare, ours] = [await startBare("redirect"), await startProduct(o.folder)];
  try {
    const request = [get(`/r/${ours.info.code}`)];
    const load = (port: number) => runLoadProcess({ port, connections: 256, seconds: SECONDS, requests: request });
    const pair = await alternate(
      o.repeats,
      async () => (await load(bare.port)).perSecond,
      async () => (await load(ours.port)).perSecond,
    );
    const fixed = await runLoadProcess({ port: ours.port, connections: 256, seconds: SECONDS, rate: 5000, requests: request });
    const p99 = plainRow({
      line: "redirect p99",
      what: "at 5,000/s",
      floor: 40,
      goal: 40,
      ours: fixed.latency.p99,
      unit: "ms",
      less: true,
      detail: `p50 ${fixed.latency.p50.toFixed(1)} ms`,
    });
    return [
      ratioRow({ line: "redirect", what: "302 with its touch durable, 256 connections", floor: 0.4, goal: 0.6, detail: "" }, pair),
      p99,
    ];
  } finally {
    await Promise.all([bare.stop(), ours.stop()]);
  }
}

async function single(o: LineOptions): Promise<BenchRow[]> {
  const [bare, ours] = [await startBare("post"), await startProduct(o.folder)];
  try {
    const shop = await openShop(ours, String(ours.info.secret_key), { program: "bench", advocates: 50 });
    let serial = 0;
    let memory = 0;
    const load = async (port: number, rate?: number) => {
      serial += 10_000_000;
      const result = await runLoadProcess({
        port,
        connections: 64,
        seconds: SECONDS,
        requests: [shop.purchase()],
        firstSerial: serial,
        ...(rate ? { rate } : {}),
      });
      memory = Math.max(memory, residentMegabytes(ours.pid));
      if (port === ours.port && Object.keys(result.statuses).some((s) => s !== "200"))
        throw new Error(`answers: ${JSON.stringify(result.statuses)}`);
      return result;
    };
    const pair = await alternate(
      o.repeats,
      async () => (await load(bare.port)).perSecond,
      async () => (await load(ours.port)).perSecond,
    );
    const fixed = await load(ours.port, 1000);
    return [
      ratioRow(
        { line: "single", what: "one purchase a request, 64 connections, answered when posted", floor: 0.08, goal: 0.15, detail: "" },
        pair,
      ),
      plainRow({
        line: "single p99",
        what: "at 1,000/s",
        floor: 40,
        goal: 40,
        ours: fixed.latency.p99,
        unit: "ms",
        less: true,
        detail: `p50 ${fixed.latency.p50.toFixed(1)} ms`,
      }),
      plainRow({
        line: "memory",
        what: "resident, under that load",
        floor: 400,
        goal: 300,
        ours: memory,
        unit: "MB",
        less: true,
        detail: "",
      }),
    ];
  } finally {
    await Promise.all([bare.stop(), ours.stop()]);
  }
}

async function batch(o: LineOptions): Promise<BenchRow[]> {
  const ours = await startProduct(o.folder);
  try {
    const shop = await openShop(ours, String(ours.info.secret_key), { program: "bench", advocates: 50 });
    const rates: number[] = [];
    for (let i = 0; i < o.repeats; i++) {
      const r = await runLoadProcess({
        port: ours.port,
        connections: 2,
        seconds: SECONDS,
        requests: [shop.batch(500)],
        firstSerial: (i + 1) * 1_000_000,
      });
      rates.push(r.perSecond * 500);
    }
    const spread = `${Math.round(Math.min(...rates))} to ${Math.round(Math.max(...rates))}`;
    const detail = `${o.repeats} runs, ${spread}; bare is COPY of the same rows`;
    const settled = median(rates);
    const row = plainRow({ line: "batch", what: "500 a request", floor: 4000, goal: 9000, ours: settled, unit: "settled/s", detail });
    const bare = await copyOfTheSame(o);
    return [{ ...row, bare, ratio: settled / bare }];
  } finally {
    await ours.stop();
  }
}

/** What the batches left behind, written again by COPY as the owner. */
async function copyOfTheSame(o: LineOptions): Promise<number> {
  const database = await startDatabase({ dataDir: o.folder, secret: installationSecret(readConfig({ GRAPEVINE_DATA: o.folder })) });
  try {
    return await copyEverything(database.ownerUrl, path.join(o.folder, "postgres"));
  } finally {
    await database.stop();
  }
}

async function workspaces(o: LineOptions): Promise<BenchRow[]> {
  const ours = await startProduct(o.folder);
  try {
    const keys = await makeWorkspaces(o.folder, 200);
    const requests: string[] = [];
    for (const key of keys) requests.push((await openShop(ours, key, { program: "bench", advocates: 1 })).purchase());
    const rates: number[] = [];
    for (let i = 0; i < o.repeats; i++) {
      rates.push(
        (await runLoadProcess({ port: ours.port, connections: 64, seconds: SECONDS, requests, firstSerial: (i + 1) * 1_000_000 }))
          .perSecond,
      );
    }
    return [
      plainRow({
        line: "workspaces",
        what: "200 workspaces, one event each in turn",
        floor: 300,
        goal: 600,
        ours: median(rates),
        unit: "/s",
        detail: "",
      }),
    ];
  } finally {
    await ours.stop();
  }
}

async function start(o: LineOptions): Promise<BenchRow[]> {
  const fresh: number[] = [];
  const again: number[] = [];
  for (let i = 0; i < o.repeats; i++) {
    const folder = `${o.folder}-${i}`;
    for (const list of [fresh, again]) {
      const server = await startProduct(folder);
      list.push(server.startMs / 1000);
      await server.stop();
    }
  }
  return [
    plainRow({
      line: "start, new",
      what: "to the first answered request, new database",
      floor: 6,
      goal: 4,
      ours: median(fresh),
      unit: "s",
      less: true,
      detail: "",
    }),
    plainRow({
      line: "start, existing",
      what: "the same on an existing database",
      floor: 3,
      goal: 2,
      ours: median(again),
      unit: "s",
      less: true,
      detail: "",
    }),
  ];
}

export const LINES: Line[] = [
  { name: "redirect", what: "redirects against a bare 302 server", run: redirect },
  { name: "single", what: "purchases one by one against a bare POST server", run: single },
  { name: "batch", what: "purchases 500 a request", run: batch },
  { name: "workspaces", what: "200 workspaces in turn", run: workspaces },
  {
    name: "backtest",
    what: "the pure core, and from the store",
    run: async (o) => [...(await backtestCore(o)), ...(await backtestStore(o))],
  },
  { name: "maturing", what: "100,000 grants", run: maturing },
  { name: "start", what: "start to first answer", run: start },
  { name: "large", what: "settling into a large store against an empty one", long: true, run: largeStore },
];
