/** FAULTS F7, F8 and F29: workers in processes of their own share the queue, and neither a pause nor an end costs or doubles an effect. */
import { afterAll, afterEach, beforeAll, expect, test } from "vitest";
import { type JobQueue, openQueue } from "../../src/jobs/queue.ts";
import { type Engine, createEngine } from "../support/engine.ts";
import { type JobProcess, type ProcessPlan, buySpecs, silentLog, startJobProcess } from "../support/job-plan.ts";

const LEASE = 3;
const specs = buySpecs(LEASE);

let e: Engine;
let queue: JobQueue<typeof specs>;
let plan: ProcessPlan;
let processes: JobProcess[] = [];

beforeAll(async () => {
  e = await createEngine();
  queue = await openQueue({ url: e.database.runtimeUrl, specs, log: silentLog });
  await e.publish({
    key: "friends",
    kind: "direct",
    name: "Friends",
    stages: ["order"],
    qualifies_at: "order",
    destination: "https://shop.example/",
    rewards: [{ key: "ten", when: { stage: "order" }, to: "advocate", give: { cash: "10.00 USD" }, hold: "14d" }],
  });
  const { code } = await e.join("friends", { user_id: "ada" });
  plan = { url: e.database.runtimeUrl, workspace: e.workspace, secret: e.secret.toString("hex"), code, leaseSeconds: LEASE, slowMs: 10 };
});

afterEach(async () => {
  for (const each of processes) each.signal("SIGKILL");
  await Promise.all(processes.map((each) => each.ended));
  processes = [];
});

afterAll(async () => {
  await queue.stop();
  await e.close();
});

async function startProcesses(count: number, of: Partial<ProcessPlan> = {}): Promise<JobProcess[]> {
  const started = Array.from({ length: count }, () => startJobProcess({ ...plan, ...of }));
  processes.push(...started);
  await Promise.all(started.map((each) => each.ready));
  return started;
}

/** All jobs of this file so far. */
let sent = 0;

async function sendJobs(from: number, count: number): Promise<void> {
  sent += count;
  for (let n = from; n < from + count; n += 50) {
    await Promise.all(
      Array.from({ length: Math.min(50, from + count - n) }, (_, i) => queue.send("buy", { v: 1, n: n + i }, { key: `n${n + i}` })),
    );
  }
}

type JobRow = { n: number; state: string; retry_count: number; completed_at: number };
/** `completed_at` in milliseconds of the database's clock, which is this machine's. */
async function jobRows(from: number, count: number): Promise<JobRow[]> {
  return await e.rows<JobRow>(
    `select (data->>'n')::int as n, state::text, retry_count, floor(extract(epoch from completed_on) * 1000)::float8 as completed_at
       from jobs.job where name = 'buy' and (data->>'n')::int between $1 and $2`,
    [from, from + count - 1],
  );
}

/** Every job that was sent has had its effect exactly once, and the books are whole. */
async function expectEffects(): Promise<void> {
  const total = sent;
  const [counts] = await e.rows<Record<string, number>>(
    `select (select count(*) from fact where type = 'purchase') as facts, (select count(*) from reward) as rewards,
            (select sum(owed) from reward) as owed,
            (select count(*) from transfer) as transfers, (select sum(amount) from transfer) as moved,
            (select balance from ledger_account where kind = 'pending') as balance`,
  );
  expect(Object.fromEntries(Object.entries(counts ?? {}).map(([k, v]) => [k, Number(v)]))).toEqual({
    facts: total,
    rewards: total,
    owed: total * 1000,
    transfers: total,
    moved: total * 1000,
    balance: total * 1000,
  });
}

const settled = async (from: number, count: number): Promise<number> =>
  (await jobRows(from, count)).filter((each) => each.state === "completed").length;

test("1,000 jobs, 8 worker processes, one paused past its lease and continued: every effect once, the stale finish refused", async () => {
  // It stops itself: a signal from here may come between two jobs, when nothing would be taken over, or after the last of all.
  const [victim] = await startProcesses(1, { pausesInRun: 5 });
  const workers = [victim!, ...(await startProcesses(7))];
  await sendJobs(0, 1_000);
  await expect.poll(() => victim!.lines.some((line) => line.paused), { timeout: 60_000 }).toBe(true);
  const told = (news: string): number => victim!.lines.filter((line) => line.news === news).length;
  const inHand = told("started") - told("completed");
  expect(inHand).toBeGreaterThan(0);
  await expect.poll(() => settled(0, 1_000), { timeout: 60_000, interval: 250 }).toBe(1_000);
  const continuedAt = Date.now();
  victim!.signal("SIGCONT");
  // It wakes in the middle of jobs that others have done: it goes through with them and tries to finish.
  await expect.poll(() => told("started") - told("completed") - told("failed"), { timeout: 60_000 }).toBe(0);
  const rows = await jobRows(0, 1_000);
  const again = rows.filter((each) => each.retry_count > 0);
  expect(again.length).toBeGreaterThan(0);
  expect(rows.every((each) => each.state === "completed" && each.completed_at < continuedAt)).toBe(true);
  await expectEffects();
  const effects = workers.flatMap((each) => each.lines).filter((line) => line.status !== undefined);
  const shares = workers.map((each) => each.lines.filter((line) => line.status !== undefined).length);
  expect(Math.min(...shares)).toBeGreaterThan(0);
  console.log(
    `F8: 1,000 jobs, 8 processes (${shares.join(", ")} runs), ${inHand} in hand when paused, ${again.length} taken over; ` +
      `${effects.length} runs reached the ledger, ` +
      `${effects.filter((line) => line.status === "duplicate").length} were answered duplicate; effects 1,000, doubled 0`,
  );
}, 120_000);

test("8 processes fight for one account with a lock timeout of 1 ms: what was refused is tried again, all is applied once", async () => {
  const workers = await startProcesses(8, { slowMs: 0, leaseSeconds: 30, settings: { lock_timeout: "1ms" } });
  await sendJobs(2_000, 400);
  await expect.poll(() => settled(2_000, 400), { timeout: 60_000, interval: 250 }).toBe(400);
  await expectEffects();
  const failed = workers.flatMap((each) => each.lines).filter((line) => line.news === "failed").length;
  expect(failed).toBeGreaterThan(0);
  expect(await queue.deadLetters()).toEqual([]);
  console.log(`F7: 400 jobs, 8 processes, lock timeout 1 ms: ${failed} runs gave up and were run again, 400 effects, 0 doubled`);
}, 90_000);

test("a worker told to end finishes what it can, gives the rest back at once, and no job counts a failure for it", async () => {
  const [first] = await startProcesses(1, { slowMs: 20_000, graceMs: 300, leaseSeconds: 30 });
  await sendJobs(1_000, 8);
  await expect.poll(() => first!.lines.filter((line) => line.news === "started").length, { timeout: 60_000, interval: 10 }).toBe(4);
  const [second] = await startProcesses(1, { slowMs: 10, leaseSeconds: 30 });
  const toldAt = Date.now();
  first!.signal("SIGTERM");
  expect(await first!.ended).toBe(0);
  const stopMs = first!.lines.at(-1)?.stopped;
  await expect.poll(() => settled(1_000, 8), { timeout: 60_000, interval: 50 }).toBe(8);
  const takenMs = Date.now() - toldAt;
  // What a process says comes here a moment after it is done.
  await expect.poll(() => first!.lines.filter((line) => line.news === "released")).toHaveLength(4);
  expect(first!.lines.filter((line) => line.news === "failed")).toHaveLength(0);
  // The lease is 30 s: nobody waited for it to run out.
  expect(takenMs).toBeLessThan(25_000);
  await expect.poll(() => second!.lines.filter((line) => line.news === "completed")).toHaveLength(8);
  await expectEffects();
  console.log(
    `F29: stopped in ${stopMs} ms with 4 jobs in hand, 4 waiting; all 8 done elsewhere ${takenMs} ms after the signal, 0 failures`,
  );
}, 120_000);
