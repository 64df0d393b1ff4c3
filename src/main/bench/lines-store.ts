/** Lines about the store: backtest, maturing, and a large store against an empty one. */
import { multiplyStore } from "./multiply.ts";
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

/** Settled throughput on an empty store, then on one multiplied to `--events` facts, in one run. */
export async function largeStore(o: LineOptions): Promise<BenchRow[]> {
  const server = await startProduct(o.folder);
  try {
    const shop = await openShop(server, String(server.info.secret_key), { program: "bench", advocates: 50 });
    const rate = async (serial: number): Promise<number> => {
      const rates: number[] = [];
      for (let i = 0; i < o.repeats; i++) {
        const r = await runLoadProcess({
          port: server.port,
          connections: 2,
          seconds: 5,
          requests: [shop.batch(500)],
          firstSerial: serial + i * 1_000_000,
        });
        rates.push(r.perSecond * 500);
      }
      return median(rates);
    };
    const empty = await rate(10_000_000);
    const stored = await multiplyStore(o.folder, { facts: o.events, note: o.note });
    const full = await rate(50_000_000);
    const detail = `${stored.facts.toLocaleString("en-US")} facts, ${(stored.bytes / 2 ** 30).toFixed(1)} GiB; filled by SQL ` +
      `copies of settled rows`;
    return [
      {
        line: "large store",
        what: "500 a request, against an empty store in the same run",
        ours: full,
        unit: "settled/s",
        bare: empty,
        ratio: full / empty,
        floor: "0.7",
        goal: "0.9",
        verdict: full / empty >= 0.9 ? "goal" : full / empty >= 0.7 ? "floor" : "missed",
        detail,
      },
    ];
  } finally {
    await server.stop();
  }
}

export { createWorkspaceFor as makeWorkspaces } from "./workspaces.ts";
