import { defineConfig } from "vitest/config";
import { LongestFirst } from "./test/support/longest-first.ts";

const CORE = "src/core/**/*.test.ts";
/**
 * Files at once, also in CI: one more than the two processors that the tests are meant for. Most files wait half of their time for a page,
 * a process or a clock: two at once kept 1.2 processors busy, PostgreSQL's own processes not counted. This is the one place that says it.
 */
const WORKERS = 3;
/**
 * Not isolated: a worker reads the program once and runs many files on it. A process for each file read it 350 times: a second of a
 * processor for a file of the server, half of all that the core's took. So a file leaves nothing behind: what it opens it closes, what it
 * sets it puts back. Whether one leans on another: npx vitest run --isolate <file>.
 */
const shared = {
  pool: "forks" as const,
  isolate: false,
  environment: "node" as const,
  // On a machine that does other things meanwhile everything takes longer. Nobody waits for these on one that is well.
  testTimeout: 60_000,
  hookTimeout: 120_000,
  expect: { poll: { timeout: 20_000 } },
};
const core = { ...shared, include: [CORE] };

export default defineConfig({
  test: {
    maxWorkers: WORKERS,
    sequence: { sequencer: LongestFirst },
    // The core knows no time zone, and a rule cannot see a hidden one: its tests run in two, one of them 5.5 hours off.
    projects: [
      { test: { ...core, name: "core-utc", env: { TZ: "UTC" } } },
      { test: { ...core, name: "core-kolkata", env: { TZ: "Asia/Kolkata" } } },
      {
        test: {
          ...shared,
          name: "server",
          include: ["src/**/*.test.ts", "sdk/**/*.test.ts", "test/**/*.test.ts"],
          exclude: [CORE, "**/node_modules/**"],
          globalSetup: ["test/support/global-setup.ts"],
        },
      },
    ],
  },
});
