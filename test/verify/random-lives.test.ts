/**
 * Made-up lives of a workspace, from seeds: after every batch of events and every act of an operator the books are proved whole. A red
 * run prints its seed: LIVES_SEED=<seed> LIVES_RUNS=1 npx vitest run --project server test/verify/random-lives.test.ts
 */
import { expect, test } from "vitest";
import { resettleWorkspace } from "../../src/flow/resettle.ts";
import { createEngine } from "../support/engine.ts";
import { partsOf, verify } from "../support/people.ts";
import { actSome, beginLife, sendSome } from "../support/random-life.ts";
import { announce } from "../support/seeds.ts";

const RUNS = Number(process.env["LIVES_RUNS"] ?? 10);
const SEED = Number(process.env["LIVES_SEED"] ?? Math.floor(Math.random() * 1e9));
const ROUNDS = 12;

/** Lives one seed. @returns what broke first, or null. */
async function live(seed: number): Promise<string | null> {
  const e = await createEngine();
  try {
    const parts = partsOf(e);
    const life = await beginLife(e, parts, seed);
    for (let round = 0; round < ROUNDS; round++) {
      const batch = await sendSome(life, 12);
      const after = await verify(e);
      if (!after.ok) return `seed ${seed}, round ${round}, after events: ${after.broken.join("; ")}\n${JSON.stringify(batch)}`;
      for (let act = 0; act < 3; act++) {
        const did = await actSome(life);
        const proof = await verify(e);
        if (!proof.ok) return `seed ${seed}, round ${round}, after ${did}: ${proof.broken.join("; ")}`;
      }
    }
    const again = await resettleWorkspace({ ...parts, pool: parts.settlePool }, e.workspace);
    return again.transfers === 0 ? null : `seed ${seed}: folding everything again moved ${again.transfers} transfers`;
  } finally {
    await e.close();
  }
}

test("the books are right after every step of any life", { timeout: 60_000 * RUNS }, async () => {
  announce("lives", { runs: RUNS, seed: SEED });
  const seeds = Array.from({ length: RUNS }, (_, run) => SEED + run);
  const broken: string[] = [];
  // Two at once, each on a database of its own: one would wait for its database half of the time.
  const next = async (): Promise<void> => {
    for (let seed = seeds.shift(); seed !== undefined && broken.length === 0; seed = seeds.shift()) {
      const found = await live(seed).catch((error: Error) => `seed ${seed} threw ${error.stack}`);
      if (found !== null) broken.push(found);
    }
  };
  await Promise.all([next(), next()]);
  expect(broken).toEqual([]);
});
