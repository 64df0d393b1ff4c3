import { defineConfig } from "vitest/config";

const CORE = "src/core/**/*.test.ts";
const shared = { pool: "forks" as const, testTimeout: 30_000, hookTimeout: 60_000, environment: "node" as const };

export default defineConfig({
  test: {
    // Two workers: the database has the other core's worth of work, and more workers only wait for it.
    maxWorkers: 2,
    // The core knows no time zone, and a rule cannot see a hidden one: its tests run in two, one of them 5.5 hours off.
    projects: [
      { test: { ...shared, name: "core-utc", include: [CORE], env: { TZ: "UTC" } } },
      { test: { ...shared, name: "core-kolkata", include: [CORE], env: { TZ: "Asia/Kolkata" } } },
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
