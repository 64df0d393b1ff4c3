/** Flows about people, and the proof of the books, on a test engine. */
import { createHashes } from "../../src/adapters/hashes.ts";
import { createIds } from "../../src/adapters/ids.ts";
import { createWorlds } from "../../src/flow/load-world.ts";
import { type Check, type Verified, verifyWorkspace } from "../../src/flow/verify.ts";
import { SETTLE_SETTINGS } from "../../src/store/settle-transaction.ts";
import type { Engine } from "./engine.ts";
import { outside } from "./outside.ts";

/** What flows are built from, on the engine's own database and secret. */
export function partsOf(e: Engine) {
  return {
    pool: e.database.pool(),
    settlePool: e.database.pool({ max: 2, settings: SETTLE_SETTINGS }),
    ids: createIds(),
    hashes: createHashes(e.secret),
    worlds: createWorlds(),
    batcher: e.batcher,
    log: { info() {}, warn() {}, error() {} },
    ...outside(e.secret),
  };
}
export type Parts = ReturnType<typeof partsOf>;

/** The proof, and which checks failed with their first example: `[]` when the books are right. */
export async function verify(e: Engine, workspace = e.workspace): Promise<Verified & { broken: string[]; of(id: string): Check }> {
  const result = await verifyWorkspace({ pool: e.database.pool(), hashes: createHashes(e.secret) }, workspace);
  const broken = result.checks.filter((c) => !c.ok).map((c) => `${c.id}: ${c.bad} of ${c.checked}, ${c.examples[0]}`);
  return { ...result, broken, of: (id) => result.checks.find((c) => c.id === id) as Check };
}
