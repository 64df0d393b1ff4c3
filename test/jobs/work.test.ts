/** `grapevine work` as it is shipped, in processes of its own, beside an engine that writes: what is due is done at its instant. */
import { afterAll, beforeAll, expect, test } from "vitest";
import { openParts } from "../../src/main/parts.ts";
import type { Parts } from "../../src/main/services.ts";
import { type JobLine, openJobLine } from "../../src/main/work.ts";
import { type Running, startCli } from "../support/cli.ts";
import { type Engine, createEngine } from "../support/engine.ts";
import { temporaryFolder } from "../support/global-setup.ts";
import { silentLog } from "../support/job-plan.ts";

const MINUTE = 60_000;
let e: Engine;
let line: JobLine | undefined;
/** The process that settles: it tells the workers, and is none. */
let parts: Parts;
const closers: (() => unknown)[] = [];
let code = "";
let orders = 0;
const running: Running[] = [];

beforeAll(async () => {
  e = await createEngine();
  await e.publish(
    {
      key: "friends",
      kind: "two_way",
      name: "Friends",
      stages: ["order"],
      qualifies_at: "order",
      destination: "https://shop.example/",
      rewards: [
        { key: "ten", when: { stage: "order" }, to: "advocate", give: { cash: "10.00 USD" }, hold: "1m" },
        { key: "off", when: { stage: "order" }, to: "friend", give: { coupon: { percent: 20, valid: "30d" } } },
      ],
    },
    { from: Date.now() - 10 * MINUTE },
  );
  code = (await e.join("friends", { user_id: "ada" })).code;
  const url = e.database.runtimeUrl;
  ({ parts } = openParts({ runtimeUrl: url, secret: e.secret, log: silentLog, closers, name: "settling", connections: 2, batches: 2 }));
});
afterAll(async () => {
  for (const each of running) each.child.kill("SIGKILL");
  await Promise.all(running.map((each) => each.ended));
  for (const end of closers.reverse()) await end();
  await line?.close();
  await e.close();
});

/** A purchase that happened so long ago that its reward's hold of a minute ends in `dueInMs`. @returns the instant at which it ends. */
async function buy(dueInMs: number): Promise<number> {
  const n = ++orders;
  const at = Date.now() - MINUTE + dueInMs;
  const [outcome] = await parts.batcher.submit(e.workspace, [
    {
      id: `o-${n}`,
      type: "purchase",
      occurred_at: new Date(at).toISOString(),
      person: { user_id: `f-${n}` },
      referral: { code },
      order: { id: `o-${n}`, total: 5000, currency: "USD" },
    },
  ] as never);
  expect(outcome?.status).toBe("settled");
  return at + MINUTE;
}

async function startWork(): Promise<Running> {
  const work = startCli(["work"], {
    env: {
      DATABASE_URL: e.database.ownerUrl,
      DATABASE_RUNTIME_URL: e.database.runtimeUrl,
      GRAPEVINE_SECRET: e.secret.toString("hex"),
      GRAPEVINE_DATA: temporaryFolder("work"),
      LOG_LEVEL: "error",
    },
  });
  running.push(work);
  // It says so when it fetches jobs.
  await new Promise<void>((resolve, reject) => {
    work.child.stdout?.once("data", () => resolve());
    void work.ended.then(({ stderr }) => reject(new Error(stderr)));
  });
  return work;
}

type Matured = { available_at: number; matured_at: number | null };
const cash = (): Promise<Matured[]> =>
  e.rows<Matured>("select available_at, matured_at from reward where form = 'cash' order by available_at");
const matured = async (): Promise<number> => (await cash()).filter((each) => each.matured_at !== null).length;

test("what came due while nobody worked is done when a worker starts", async () => {
  await buy(-30_000);
  await buy(-20_000);
  await startWork();
  await expect.poll(matured, { timeout: 60_000 }).toBe(2);
  // The friends' coupons too: this engine's door does not issue them.
  await expect.poll(async () => (await e.rows("select code from coupon")).length, { timeout: 30_000 }).toBe(2);
}, 120_000);

test("a reward becomes available in another process than it was settled in, not before its instant and soon after it", async () => {
  line = openJobLine({ runtimeUrl: e.database.runtimeUrl, log: silentLog });
  line.follow(parts.settlePool);
  const instants: number[] = [];
  for (const dueInMs of [6_000, 3_000, 4_500, 9_000, 3_700]) instants.push(await buy(dueInMs));
  await expect.poll(matured, { timeout: 60_000, interval: 100 }).toBe(7);
  const late = (await cash()).filter((each) => instants.includes(each.available_at)).map((each) => each.matured_at! - each.available_at);
  expect(late).toHaveLength(5);
  expect(Math.min(...late)).toBeGreaterThanOrEqual(0);
  // Within 2.5 s on a machine that does nothing else: on a busy one the quickest of them says it, and the slowest that no round was missed.
  expect(Math.min(...late)).toBeLessThan(2_500);
  expect(Math.max(...late)).toBeLessThan(30_000);
  console.log(`available after the instant: ${late.sort((a, b) => a - b).join(", ")} ms`);
}, 60_000);

test("a coupon that the door did not issue is issued by the dispatcher, once", async () => {
  await buy(-1_000);
  await expect.poll(async () => (await e.rows("select code from coupon")).length, { timeout: 30_000 }).toBe(orders);
  // What issuing itself told was handed over too.
  const behind = async (): Promise<number | undefined> =>
    (
      await e.rows<{ behind: number }>(
        `select (select max(seq) from outbox where workspace_id = $1) - seq as behind from outbox_cursor
          where consumer = 'coupons' and workspace_id = $1`,
        [e.workspace],
      )
    )[0]?.behind;
  await expect.poll(behind, { timeout: 30_000 }).toBe(0);
}, 60_000);

test("people left to the resettle job are folded soon after", async () => {
  await e.rows(
    "insert into resettle_request (workspace_id, kind, key, requested_at) select workspace_id, 'person', id::text, 0 from person limit 3",
  );
  await buy(-1_000);
  await expect.poll(async () => (await e.rows("select key from resettle_request")).length, { timeout: 30_000 }).toBe(0);
}, 60_000);

test("a clean-up drops what everybody was told of a week ago, in every workspace", async () => {
  // What somebody has not been told of yet is not dropped: let them all catch up first.
  const untold = async (): Promise<number> => {
    await (await line?.queue())?.send("dispatch-outbox", { v: 1, workspaceId: e.workspace }, { key: e.workspace });
    return (await e.rows("select o.seq from outbox o join outbox_cursor c using (workspace_id) where c.seq < o.seq")).length;
  };
  await expect.poll(untold, { timeout: 20_000, interval: 500 }).toBe(0);
  await e.rows("update outbox set at = at - 8 * 86400000::bigint");
  expect(await line?.queue().then((queue) => queue.send("clean-up", { v: 1 }))).toBe(true);
  await expect.poll(async () => (await e.rows("select seq from outbox")).length, { timeout: 30_000 }).toBe(0);
}, 90_000);

test("two processes share the work, and one that is told to end leaves the rest to the other", async () => {
  const [first] = running;
  const second = await startWork();
  // What the tests before this one bought is not counted as this one's.
  const due = async (): Promise<boolean> => (await cash()).every((each) => each.matured_at !== null);
  await expect.poll(due, { timeout: 30_000 }).toBe(true);
  const before = await matured();
  for (let i = 0; i < 10; i++) await buy(2_000 + i * 100);
  first!.child.kill("SIGTERM");
  const ended = await first!.ended;
  expect({ code: ended.code, stderr: ended.stderr }).toEqual({ code: 0, stderr: "Stopping (SIGTERM).\n" });
  await expect.poll(matured, { timeout: 60_000 }).toBe(before + 10);
  second.child.kill("SIGTERM");
  expect((await second.ended).code).toBe(0);
  expect(await e.rows("select id from jobs.job where state = 'active'")).toEqual([]);
  expect(await line?.queue().then((queue) => queue.deadLetters())).toEqual([]);
}, 60_000);
