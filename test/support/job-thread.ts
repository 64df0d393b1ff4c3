/** A watched worker's thread for tests: one job that behaves, and three that do not. */
import { runWatched } from "../../src/jobs/watched.ts";
import { createWorker } from "../../src/jobs/worker.ts";
import { threadSpecs } from "./job-plan.ts";

await runWatched<{ url: string }>(async ({ url }, hooks) => ({
  worker: createWorker({
    url,
    specs: threadSpecs,
    ...hooks,
    superviseSeconds: 1,
    pollSeconds: 0.5,
    graceMs: 300,
    handlers: {
      fine: async () => undefined,
      async spin() {
        for (;;);
      },
      async hoard() {
        const all: unknown[] = [];
        for (;;) all.push(Array.from({ length: 10_000 }, (_, i) => ({ i })));
      },
      linger: () => new Promise<void>(() => undefined),
    },
  }),
  close: async () => undefined,
}));
