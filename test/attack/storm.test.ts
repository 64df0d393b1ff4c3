/**
 * Everything at once, over two processes of which one keeps losing its connections at any statement: spending, choosing, cancelling,
 * paying, merging, erasing, the clock and late events. After each wave the books are proved whole, and nothing has locked anything.
 */
import { expect, test } from "vitest";
import { openPool } from "../../src/store/db.ts";
import { SETTLE_SETTINGS } from "../../src/store/settle-transaction.ts";
import { assertBooks } from "../support/books.ts";
import { type Engine, createEngine } from "../support/engine.ts";
import { startFaultProxy } from "../support/fault-proxy.ts";
import { partsOf, verify } from "../support/people.ts";
import { chanceOf } from "../support/random-life.ts";
import { announce } from "../support/seeds.ts";
import { type HostileLife, actHostile, beginHostileLife, sendHostile } from "./hostile-life.ts";

const SEED = Number(process.env["STORM_SEED"] ?? Math.floor(Math.random() * 1e9));
const WAVES = Number(process.env["STORM_WAVES"] ?? 8);
const AT_ONCE = 40;

/** What a lost connection may look like; anything else is a fault of ours. */
const LOST =
  /ECONNRESET|EPIPE|Connection terminated|connection was lost|CommitUnknown|socket hang up|timeout exceeded|Client has encountered/i;

async function attempt(work: () => Promise<unknown>): Promise<string> {
  try {
    return String(await work());
  } catch (error) {
    if (LOST.test(String(error)) || LOST.test(String((error as Error).cause))) return "lost";
    throw error;
  }
}

test("whatever happens at the same moment, and whoever dies over it, the books are whole", { timeout: 240_000 }, async () => {
  announce("storm", { runs: WAVES, seed: SEED });
  const e = await createEngine();
  const proxy = await startFaultProxy(e.database.runtimeUrl);
  const pools = [
    openPool(proxy.url, { name: "dying", max: 8 }),
    openPool(proxy.url, { name: "dying", max: 4, settings: SETTLE_SETTINGS }),
  ];
  try {
    const life = await beginHostileLife(e, partsOf(e), SEED);
    const second = e.another();
    const other: Engine = { ...e, send: (events, workspace) => second.submit(workspace ?? e.workspace, [events].flat() as never) };
    const parts = { ...partsOf(e), pool: pools[0]!, settlePool: pools[1]! };
    const dying: HostileLife = { ...life, e: other, parts, chance: chanceOf(SEED + 1) };
    const chance = chanceOf(SEED + 2);
    const seen: Record<string, number> = {};
    for (let i = 0; i < 6; i++) await sendHostile(life, 5);
    for (let wave = 0; wave < WAVES; wave++) {
      proxy.arm({ at: 1 + chance.below(150), side: chance.next() < 0.5 ? "before" : "after" });
      const acts = Array.from({ length: AT_ONCE }, (_, i) => {
        const who = i % 2 === 0 ? life : dying;
        return attempt(() => (i % 10 < 2 ? sendHostile(who, 3) : actHostile(who)));
      });
      for (const said of await Promise.all(acts)) seen[said] = (seen[said] ?? 0) + 1;
      dying.now = life.now = Math.max(dying.now, life.now);
      dying.sent = life.sent += 1000;
      const { broken } = await verify(e, e.sandbox);
      expect([SEED, wave, broken]).toEqual([SEED, wave, []]);
      await assertBooks(e, e.sandbox);
    }
    expect(Object.keys(seen).length).toBeGreaterThan(10);
    await second.close();
  } finally {
    await Promise.all(pools.map((pool) => pool.end()));
    await proxy.stop();
    await e.close();
  }
});
