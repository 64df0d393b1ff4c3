import { expect, test } from "vitest";
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
