/** What runs when: the plan of a workspace on a real database, what is sent for it, the walk through all workspaces, and wake-ups. */
import { afterAll, beforeAll, expect, test } from "vitest";
import type { Consumer } from "../../src/flow/dispatch-outbox.ts";
import { nextWorkspaces, planWorkspace } from "../../src/flow/plan-work.ts";
import { createHandlers } from "../../src/jobs/handlers.ts";
import type { JobRun, SendOptions } from "../../src/jobs/job.ts";
import type { JobFlows, Jobs, Plan } from "../../src/jobs/registry.ts";
import { sendPlanned } from "../../src/jobs/schedule.ts";
import { createWake } from "../../src/jobs/wake.ts";
import { type Engine, createEngine } from "../support/engine.ts";
import { silentLog } from "../support/job-plan.ts";

let e: Engine;
const consumers: Consumer[] = [{ name: "coupons", begins: "kept", outside: async () => undefined }];
const plan = (workspace = e.workspace) => planWorkspace({ pool: e.database.pool(), consumers }, workspace);
const NOTHING: Plan = { dispatch: false, resettle: false, sweep: null, sweepSometime: false, sweepLater: false };
const HOUR = 3_600_000;

beforeAll(async () => {
  e = await createEngine();
});
afterAll(() => e.close());

test("a workspace's plan names the next hold that ends, on the workspace's own clock, and nobody else's", async () => {
  expect(await plan()).toEqual(NOTHING);
  expect(await plan("00000000-0000-7000-8000-000000000000")).toBeNull();
  await e.publish({
    key: "friends",
    kind: "direct",
    name: "Friends",
    stages: ["order"],
    qualifies_at: "order",
    destination: "https://shop.example/",
    rewards: [{ key: "ten", when: { stage: "order" }, to: "advocate", give: { cash: "10.00 USD" }, hold: "2h" }],
  });
  const { code } = await e.join("friends", { user_id: "ada" });
  const orders = [1, 2].map((n) => ({ id: `o${n}`, type: "purchase", person: { user_id: `f${n}` }, referral: { code } }));
  await e.send(orders.map((each) => ({ ...each, order: { id: each.id, total: 5000, currency: "USD" } })) as never);
  const made = await plan();
  expect(made).toMatchObject({ dispatch: true, resettle: false, sweepLater: true });
  expect(made!.sweep!.inMs).toBeGreaterThan(2 * HOUR - 20_000);
  expect(made!.sweep!.inMs).toBeLessThanOrEqual(2 * HOUR);
  // A clock that is put forward brings it nearer; the other workspace has no part in it.
  await e.rows("update workspace set clock_offset_ms = $2 where workspace_id = $1", [e.workspace, HOUR]);
  expect((await plan())!.sweep!.inMs).toBeLessThanOrEqual(HOUR);
  expect(await plan(e.sandbox)).toEqual(NOTHING);
  // What somebody has to approve is not due; while an import is open nothing is.
  await e.rows("update reward set gate = 'review' where client_id = 'o1'");
  await e.rows("update reward set available_at = available_at + 1 where client_id = 'o2'");
  expect((await plan())!.sweep!.at).toBe(made!.sweep!.at + 1);
  await e.rows("insert into import (workspace_id, id, kind, opened_at) values ($1, gen_random_uuid(), 'test', 0)", [e.workspace]);
  expect(await plan()).toMatchObject({ sweep: null, sweepSometime: false, sweepLater: false, dispatch: true });
  await e.rows("update import set status = 'closed'");
  await e.rows("insert into resettle_request (workspace_id, kind, key, requested_at) values ($1, 'person', 'x', 0)", [e.workspace]);
  expect((await plan())!.resettle).toBe(true);
});

type Sent = [job: string, key: string | undefined, inMs: number | undefined, once: number | undefined];
function recorder(): { sent: Sent[]; send: JobRun<Jobs>["send"] } {
  const sent: Sent[] = [];
  const send = async (name: string, _payload: unknown, options: SendOptions = {}): Promise<boolean> => {
    sent.push([name, options.key, options.inMs, options.onceInSeconds]);
    return true;
  };
  return { sent, send: send as JobRun<Jobs>["send"] };
}

test("what is due soon is sent for its instant, once; what is long overdue is the tick's alone; what is far off waits", async () => {
  const at = async (inMs: number, occasion: "tick" | "change"): Promise<Sent[]> => {
    const { sent, send } = recorder();
    await sendPlanned(send, "w", { plan: { ...NOTHING, sweep: { at: 1_000, inMs } }, occasion });
    return sent;
  };
  for (const occasion of ["tick", "change"] as const) {
    expect(await at(160_000, occasion)).toEqual([]);
    expect(await at(90_000, occasion)).toEqual([["sweep-workspace", "w@1000", 90_000, 3_600]]);
    expect(await at(-10_000, occasion)).toEqual([["sweep-workspace", "w@1000", -10_000, 3_600]]);
  }
  expect(await at(-60_000, "change")).toEqual([]);
  expect(await at(-60_000, "tick")).toEqual([["sweep-workspace", "w", undefined, undefined]]);
  const { sent, send } = recorder();
  const all = { dispatch: true, resettle: true, sweepSometime: true, sweepLater: true };
  await sendPlanned(send, "w", { plan: { ...NOTHING, ...all }, occasion: "tick" });
  expect(sent).toEqual([
    ["dispatch-outbox", "w", undefined, undefined],
    ["resettle", "w", undefined, undefined],
    ["sweep-workspace", "w~", undefined, 900],
    ["sweep-workspace", "w~~", 900_000, undefined],
  ]);
});

test("what is due while an equal job ends is looked for a second later, not left to the tick", async () => {
  const due = { ...NOTHING, dispatch: true, mail: { at: 1, inMs: -5 }, webhooks: [{ lane: "fast" as const, at: 1, inMs: 0 }] };
  const { sent, send } = recorder();
  const busy = (async (name: never, payload: never, options: never) => {
    await send(name, payload, options);
    return false;
  }) as typeof send;
  await sendPlanned(send, "w", { plan: due, occasion: "change" });
  expect(sent.splice(0)).toEqual([
    ["dispatch-outbox", "w", undefined, undefined],
    ["deliver-webhooks", "w", undefined, undefined],
    ["send-mail", "w", undefined, undefined],
  ]);
  await sendPlanned(busy, "w", { plan: due, occasion: "change" });
  expect(sent).toEqual([
    ["dispatch-outbox", "w", undefined, undefined],
    ["dispatch-outbox", "w+", 1_000, undefined],
    ["deliver-webhooks", "w", undefined, undefined],
    ["deliver-webhooks", "w+", 1_000, undefined],
    ["send-mail", "w", undefined, undefined],
    ["send-mail", "w+", 1_000, undefined],
  ]);
});

const id = (n: number): string => `00000000-0000-7000-8000-${String(n).padStart(12, "0")}`;
function flowsOver(count: number, parts: Partial<JobFlows>): JobFlows {
  const ids = Array.from({ length: count }, (_, n) => id(n + 1));
  const none = async () => ({ more: false });
  return {
    nextWorkspaces: async ({ after, limit }) => ids.filter((each) => each > after).slice(0, limit),
    planWorkspace: async () => NOTHING,
    dispatchOutbox: none,
    sweepWorkspace: none,
    resettle: none,
    deliverWebhooks: none,
    sendMail: async () => ({ more: false, down: false }),
    bringProfiles: none,
    bringReports: none,
    renewStudies: none,
    cleanUp: none,
    eraseClosed: none,
    ...parts,
  };
}

test("the tick walks through all workspaces; one that fails stops no other and is not hidden; the rest goes on as a job", async () => {
  const seen: string[] = [];
  const look = async (workspace: string): Promise<Plan> => {
    seen.push(workspace);
    if (workspace === id(7)) throw new Error("this one is broken");
    return { ...NOTHING, dispatch: workspace === id(250) };
  };
  const { sent, send } = recorder();
  const all = createHandlers(flowsOver(250, { planWorkspace: look }), silentLog);
  const run = (signal: AbortSignal): JobRun<Jobs> => ({ signal, attempt: 1, send });
  await expect(all["plan-work"]({ v: 1 }, run(new AbortController().signal))).rejects.toThrow("this one is broken");
  expect(new Set(seen).size).toBe(250);
  expect(sent).toEqual([["dispatch-outbox", id(250), undefined, undefined]]);
  // Asked to come to an end during the first page: the page is finished, and a job takes up after it.
  sent.length = seen.length = 0;
  const stop = new AbortController();
  const cleaned: string[] = [];
  const slow = createHandlers(flowsOver(250, { cleanUp: async (workspace) => void (stop.abort(), cleaned.push(workspace)) }), silentLog);
  await slow["clean-up"]({ v: 1 }, run(stop.signal));
  expect(cleaned).toHaveLength(100);
  expect(sent).toEqual([["clean-up", `after ${id(100)}`, undefined, undefined]]);
  await slow["clean-up"]({ v: 1, after: id(200) }, run(new AbortController().signal));
  expect(cleaned).toHaveLength(150);
});

test("1,000 workspaces are looked through in one read each, and nothing of them is locked", async () => {
  const pool = e.database.pool();
  await e.rows(
    `with made as (select gen_random_uuid() as id, n from generate_series(1, 1000) n),
          listed as (insert into workspace_directory (workspace_id, slug) select id, 'many-' || n from made)
     insert into workspace (workspace_id, slug, name) select id, 'many-' || n, '' from made`,
  );
  // Somebody settles in one of them all the while: looking does not wait for the writer lock.
  const writer = await e.database.ownerPool.connect();
  await writer.query("begin; select begin_batch($$" + e.workspace + "$$)");
  const began = performance.now();
  let looked = 0;
  const flows = flowsOver(0, {
    nextWorkspaces: (page) => nextWorkspaces({ pool }, page),
    planWorkspace: async (workspace) => (looked++, await plan(workspace)),
  });
  const { send } = recorder();
  await createHandlers(flows, silentLog)["plan-work"]({ v: 1 }, { signal: new AbortController().signal, attempt: 1, send });
  const tookMs = Math.round(performance.now() - began);
  await writer.query("rollback");
  writer.release();
  expect(looked).toBe(1_002);
  expect(tookMs).toBeLessThan(45_000);
  console.log(`tick: ${looked} workspaces looked through in ${tookMs} ms`);
});

test("a thousand writes are a few wake-ups; one that was refused is asked again; closing sends what waits", async () => {
  const asked: string[] = [];
  let refusals = 2;
  const wake = createWake({
    log: silentLog,
    everyMs: 100,
    atOnce: 2,
    async send(workspace) {
      asked.push(workspace);
      return workspace !== "busy" || refusals-- <= 0;
    },
  });
  for (let n = 0; n < 1_000; n++) wake("a");
  await new Promise((done) => {
    setTimeout(done, 50);
  });
  expect(asked).toEqual(["a"]);
  for (let n = 0; n < 1_000; n++) wake(["a", "b", "c", "d"][n % 4]!);
  await expect.poll(() => asked.length).toBe(5);
  expect(asked.slice(1)).toEqual(["a", "b", "c", "d"]);
  wake("busy");
  await expect.poll(() => asked.filter((each) => each === "busy").length).toBe(3);
  await new Promise((done) => {
    setTimeout(done, 300);
  });
  asked.length = 0;
  for (const each of ["x", "y", "z"]) wake(each);
  await wake.close();
  wake("late");
  expect(asked.sort()).toEqual(["x", "y", "z"]);
});
