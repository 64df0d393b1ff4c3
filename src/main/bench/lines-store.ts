/** Lines about the store: backtest, maturing, and a large store against an empty one. */
import { multiplyStore, sizeOf } from "./multiply.ts";
import { runLoadProcess } from "./load.ts";
import { type BenchRow, type LineOptions, median, plainRow } from "./report.ts";
import { type Served, startProduct } from "./servers.ts";
import { type BenchShop, call, openShop } from "./shop.ts";

const GRANTS = 100_000;

/** 100,000 pending grants whose hold ends with one move of the sandbox's clock. */
export async function maturing(o: LineOptions): Promise<BenchRow[]> {
  const server = await startProduct(o.folder);
  try {
    const key = String(server.info.test_key);
    const shop = await openShop(server, key, { program: "bench", advocates: 50 });
    const took: number[] = [];
    for (let round = 0; round < o.repeats; round++) {
      await fill(server, shop, { events: GRANTS, serial: (round + 1) * 1_000_000 });
      const begun = performance.now();
      await call(server, key, { method: "POST", path: "/v1/test_clock", body: { advance: "15d" } });
      took.push((performance.now() - begun) / 1000);
    }
    return [
      plainRow({
        line: "maturing",
        what: "100,000 grants become available",
        floor: 10,
        goal: 4,
        ours: median(took),
        unit: "s",
        less: true,
        detail: `${o.repeats} rounds`,
      }),
    ];
  } finally {
    await server.stop();
  }
}

/** Sends exactly `events` purchases, 500 a request. */
async function fill(server: Served, shop: BenchShop, of: { events: number; serial: number }): Promise<void> {
  const text = shop.batch(500).split("\r\n\r\n")[1] ?? "";
  for (let sent = 0; sent < of.events; sent += 500) {
    const body = text.replaceAll("{{serial--}}", String(of.serial + sent).padStart(12, "0"));
    const answer = await fetch(`${server.url}/v1/events`, {
      method: "POST",
      headers: { authorization: `Bearer ${shop.key}`, "content-type": "application/json" },
      body,
    });
    if (!answer.ok) throw new Error(`events answered ${answer.status}`);
    await answer.arrayBuffer();
  }
}

type Loaded = { server: Served; shop: BenchShop };

/** Settled events a second, 500 a request. */
async function settledRate({ server, shop }: Loaded, serial: number): Promise<number> {
  const ask = { port: server.port, connections: 2, seconds: 5, requests: [shop.batch(500)], firstSerial: serial };
  return (await runLoadProcess(ask)).perSecond * 500;
}

/** Settled throughput on an empty store and on a large one, in one run. */
export async function largeStore(o: LineOptions): Promise<BenchRow[]> {
  const server = await startProduct(o.folder);
  try {
    const empty = { server, shop: await openShop(server, String(server.info.secret_key), { program: "bench", advocates: 50 }) };
    return [largeRow(o.store === undefined ? await multiplied(o, empty) : await besideStore(o, { ...o.store, empty }))];
  } finally {
    await server.stop();
  }
}

type Large = { empty: number; full: number; stored: { facts: number; bytes: number }; filled: string };

/** The same store before and after it is multiplied to `--events` facts. */
async function multiplied(o: LineOptions, loaded: Loaded): Promise<Large> {
  const rate = async (serial: number): Promise<number> => {
    const rates: number[] = [];
    for (let i = 0; i < o.repeats; i++) rates.push(await settledRate(loaded, serial + i * 1_000_000));
    return median(rates);
  };
  const empty = await rate(10_000_000);
  const stored = await multiplyStore(o.folder, { facts: o.events, note: o.note });
  return { empty, full: await rate(50_000_000), stored, filled: "filled by SQL copies of settled rows" };
}

/** An installation that has seen a lot (`grapevine demo`) beside an empty one, in turn: what the machine does meanwhile meets both. */
async function besideStore(o: LineOptions, ask: { folder: string; key: string; empty: Loaded }): Promise<Large> {
  const stored = await sizeOf(ask.folder);
  const server = await startProduct(ask.folder);
  try {
    const full = { server, shop: await openShop(server, ask.key, { program: "bench", advocates: 50 }) };
    const rates: Record<"empty" | "full", number[]> = { empty: [], full: [] };
    // No order of an earlier run is sent again: a serial has twelve digits, and a run sends fewer than 200 requests.
    const first = Math.floor(Date.now() / 1000) * 100;
    // The first round is not counted: neither store has its pages in memory.
    for (let i = 0; i <= o.repeats; i++) {
      const [a, b] = [await settledRate(ask.empty, first + i * 200), await settledRate(full, first + i * 200)];
      o.note(`large: empty ${Math.round(a)}, full ${Math.round(b)} a second${i === 0 ? " (not counted)" : ""}`);
      if (i === 0) continue;
      rates.empty.push(a);
      rates.full.push(b);
    }
    return { empty: median(rates.empty), full: median(rates.full), stored, filled: `the store ${ask.folder}` };
  } finally {
    await server.stop();
  }
}

function largeRow({ empty, full, stored, filled }: Large): BenchRow {
  const ratio = full / empty;
  return {
    line: "large store",
    what: "500 a request, against an empty store in the same run",
    ours: full,
    unit: "settled/s",
    bare: empty,
    ratio,
    floor: "0.7",
    goal: "0.9",
    verdict: ratio >= 0.9 ? "goal" : ratio >= 0.7 ? "floor" : "missed",
    detail: `${stored.facts.toLocaleString("en-US")} facts, ${(stored.bytes / 2 ** 30).toFixed(1)} GiB; ${filled}`,
  };
}

export { createWorkspaceFor as makeWorkspaces } from "./workspaces.ts";
