import { afterAll, beforeAll, expect, test } from "vitest";
import { createIds } from "../../adapters/ids.ts";
import { createEngine } from "../../../test/support/engine.ts";
import type { Engine } from "../../../test/support/engine.ts";
import { closeImport, openImport } from "../imports.ts";
import { demoProgram } from "./demo-program.ts";
import { fillWorkspace } from "./fill.ts";
import { syntheticWorld } from "./world.ts";

let engine: Engine;
beforeAll(async () => { engine = await createEngine(); });
afterAll(() => engine.close());

test("the synthetic shop settles through the engine: referrals, rewards and take-backs, and the ledger sums to zero", async () => {
  const until = Date.UTC(2026, 6, 1);
  const programId = await engine.publish(demoProgram("EUR"), { from: Date.UTC(2025, 11, 1) });
  const parts = { pool: engine.database.pool(), ids: createIds(), batcher: engine.batcher };
  const importId = await openImport(parts, engine.by, { kind: "demo", source: "test" });
  const items = syntheticWorld({ people: 800, months: 5, seed: 3, until });
  const report = await fillWorkspace(parts, engine.by, { programId, programKey: "friends", importId, items });
  await closeImport(parts, engine.by, { id: importId });
  expect(report.events).toBeGreaterThan(2500);
  expect(report.refused).toBe(0);
  expect(report.settled + report.duplicates + report.parked).toBe(report.events);
  expect(report.duplicates).toBeGreaterThan(10);
  expect(report.advocates).toBeGreaterThan(40);

  const [counts] = await engine.rows<Record<string, number>>(
    `select (select count(*)::int from referral where workspace_id = $1) as referrals,
            (select count(*)::int from reward where workspace_id = $1) as rewards,
            (select count(*)::int from reward where workspace_id = $1 and owed < nominal) as taken_back,
            (select count(*)::int from advocate where workspace_id = $1) as advocates,
            (select count(*)::int from fact where workspace_id = $1 and status = 'failed') as failed`,
    [engine.workspace],
  );
  expect(counts).toMatchObject({ advocates: report.advocates, failed: 0 });
  expect(counts?.referrals).toBeGreaterThan(50);
  expect(counts?.rewards).toBeGreaterThan(60);
  expect(counts?.taken_back).toBeGreaterThan(1);
  // Every transfer goes from one account to another of its unit, so that what is posted is what is owed.
  const [books] = await engine.rows<{ owed: number; posted: number }>(
    `select (select sum(owed)::bigint from reward where workspace_id = $1 and unit = 'EUR') as owed,
            (select sum(balance)::bigint from ledger_account where workspace_id = $1 and unit = 'EUR' and balance is not null) as posted`,
    [engine.workspace],
  );
  expect(books?.posted).toBe(books?.owed);
}, 60_000);
