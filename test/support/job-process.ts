/**
 * A worker in a process of its own, for tests that pause and end it: node test/support/job-process.ts '<JSON>'. Its one job buys
 * something through the engine's own settle path. Prints a JSON line for everything that happens to a job.
 */
import crypto from "node:crypto";
import { createHashes } from "../../src/adapters/hashes.ts";
import { createBatcher } from "../../src/flow/batcher.ts";
import { createWorlds } from "../../src/flow/load-world.ts";
import { createWorker } from "../../src/jobs/worker.ts";
import { openPool } from "../../src/store/db.ts";
import { SETTLE_SETTINGS } from "../../src/store/settle-transaction.ts";
import { type ProcessPlan, buySpecs, silentLog } from "./job-plan.ts";

const plan = JSON.parse(process.argv[2] ?? "{}") as ProcessPlan;
const secret = Buffer.from(plan.secret, "hex");
const say = (value: object): void => void process.stdout.write(`${JSON.stringify(value)}\n`);
const batcher = createBatcher({
  pool: openPool(plan.url, { max: 4, settings: { ...SETTLE_SETTINGS, ...plan.settings } }),
  hashes: createHashes(secret),
  worlds: createWorlds(),
  log: silentLog,
  mac: (message) => crypto.createHmac("sha256", secret).update(message).digest(),
});
const pause = (ms: number): Promise<void> =>
  new Promise((resolve) => {
    setTimeout(resolve, ms);
  });

let runs = 0;

const worker = createWorker({
  url: plan.url,
  specs: buySpecs(plan.leaseSeconds),
  log: silentLog,
  superviseSeconds: 1,
  pollSeconds: 0.5,
  graceMs: plan.graceMs ?? 1_000,
  onNews: (news) => say({ news: news.kind, id: news.id, attempt: news.retryCount + 1 }),
  handlers: {
    async buy({ n }, run) {
      // Half of the time before the effect and half after, so that a pause meets both.
      await pause(plan.slowMs);
      const [outcome] = await batcher.submit(plan.workspace, [
        {
          id: `buy-${n}`,
          type: "purchase",
          person: { user_id: `friend-${n}` },
          referral: { code: plan.code },
          order: { id: `o-${n}`, total: 5000, currency: "USD" },
        },
      ] as never);
      say({ n, attempt: run.attempt, status: outcome?.status });
      runs += 1;
      if (runs === plan.pausesInRun) {
        say({ paused: true });
        process.kill(process.pid, "SIGSTOP");
      }
      await pause(plan.slowMs);
    },
  },
});
process.once("SIGTERM", () => {
  const began = performance.now();
  void worker.stop().then(() => {
    say({ stopped: Math.round(performance.now() - began), health: worker.health() });
    process.exit(0);
  });
});
await worker.start();
say({ ready: true });
