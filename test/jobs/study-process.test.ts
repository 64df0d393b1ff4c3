import { expect, test, vi } from "vitest";
import type { ProgramDefinition } from "../../src/core/program.ts";
import { Refusal } from "../../src/flow/refusal.ts";
import { openStudies } from "../../src/main/studies.ts";
import { createEngine } from "../support/engine.ts";

const isAlive = (pid: number): boolean => {
  try {
    return process.kill(pid, 0);
  } catch {
    return false;
  }
};

test("a process of studies that dies is told to whoever waits, the next study has another, and closing ends it", async () => {
  const e = await createEngine();
  const studies = openStudies(e.database.runtimeUrl);
  const rings = () => studies.study("rings", e.workspace, { ask: { least: 30, limit: 10 } });
  try {
    expect(studies.pid()).toBeNull();
    expect((await rings()).found).toBeDefined();
    const first = studies.pid()!;
    const waiting = rings();
    process.kill(first, "SIGKILL");
    await expect(waiting).rejects.toThrow("The process of studies has ended.");
    expect((await rings()).found).toBeDefined();
    const second = studies.pid()!;
    expect(second).not.toBe(first);
    await studies.close();
    expect([isAlive(first), isAlive(second), studies.pid()]).toEqual([false, false, null]);
  } finally {
    await studies.close();
    await e.close();
  }
});

test("a backtest runs there, in notes of its own too, and what it refuses comes back as a refusal", async () => {
  const e = await createEngine();
  const definition: ProgramDefinition = {
    key: "friends",
    kind: "direct",
    name: "Friends",
    stages: ["order"],
    qualifies_at: "order",
    destination: "https://shop.example/",
    rewards: [{ key: "share", when: { stage: "order" }, to: "advocate", give: { cash: { percent: 10, of: "order.total" } } }],
    terms: { en: "T" },
    disclosure: { en: "D" },
  };
  await e.publish(definition);
  const { code } = await e.join("friends", { user_id: "ann" });
  const person = { user_id: "ben" };
  for (let i = 0; i < 40; i++)
    await e.send({ id: `o${i}`, type: "purchase", person, referral: { code }, order: { id: `o${i}`, total: 1_000, currency: "USD" } });
  const studies = openStudies(e.database.runtimeUrl);
  const ask = { definition, inMemory: 0, keep: 3 };
  try {
    const { found } = await studies.study("backtest", e.workspace, { ask });
    expect([found.facts, found.rules]).toEqual([41, [{ rule: "share", rewards: 40, cost: [{ amount: 4_000, currency: "USD" }] }]]);
    await studies.close();
    vi.stubEnv("TMPDIR", "/nowhere/at/all");
    const refused = await studies.study("backtest", e.workspace, { ask }).catch((error: unknown) => error);
    expect(refused).toBeInstanceOf(Refusal);
    expect(refused).toMatchObject({ code: "unavailable", detail: expect.stringContaining("/nowhere/at/all (ENOENT)") as string });
  } finally {
    vi.unstubAllEnvs();
    await studies.close();
    await e.close();
  }
});
