/** The whole way in real processes: a purchase settled here, its webhook sent by a worker there. */
import { afterAll, beforeAll, expect, test } from "vitest";
import { Webhook } from "standardwebhooks";
import { openJobLine } from "../../src/main/work.ts";
import { openParts } from "../../src/main/parts.ts";
import { webhookServices } from "../../src/main/services-webhooks.ts";
import { startCli } from "../support/cli.ts";
import { type Engine, createEngine } from "../support/engine.ts";
import { silentLog } from "../support/job-plan.ts";
import { type Receiver, createReceiver } from "../support/receiver.ts";
import { temporaryFolder } from "../support/global-setup.ts";

let e: Engine;
let receiver: Receiver;
const closers: (() => Promise<unknown> | unknown)[] = [];

beforeAll(async () => {
  e = await createEngine();
  receiver = await createReceiver();
});
afterAll(async () => {
  for (const end of closers.reverse()) await end();
  await receiver.close();
  await e.close();
});

test("a worker sends what another process settled within seconds, and tries again after five seconds when it was refused", async () => {
  const { parts } = openParts({
    runtimeUrl: e.database.runtimeUrl,
    secret: e.secret,
    log: silentLog,
    closers,
    name: "settling",
    connections: 2,
    batches: 2,
    outgoingAllow: ["127.0.0.1"],
  });
  const line = openJobLine({ runtimeUrl: e.database.runtimeUrl, log: silentLog });
  closers.push(() => line.close());
  line.follow(parts.pool, parts.settlePool);
  const work = startCli(["work"], {
    env: {
      DATABASE_URL: e.database.ownerUrl,
      DATABASE_RUNTIME_URL: e.database.runtimeUrl,
      GRAPEVINE_SECRET: e.secret.toString("hex"),
      GRAPEVINE_DATA: temporaryFolder("work"),
      GRAPEVINE_OUTGOING_ALLOW: "127.0.0.1",
      LOG_LEVEL: "error",
    },
  });
  closers.push(async () => {
    work.child.kill("SIGTERM");
    await work.ended;
  });
  await new Promise<void>((resolve, reject) => {
    work.child.stdout?.once("data", () => resolve());
    void work.ended.then(({ stderr }) => reject(new Error(stderr)));
  });
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
  const wish = { url: receiver.url, description: "", types: ["reward.granted" as const], version: null };
  const { secret } = await webhookServices(parts).create(e.by, wish);
  let refused = 0;
  receiver.answer = (_request, response) => void response.writeHead(refused++ === 0 ? 500 : 204).end();
  const order = {
    id: "o-1",
    type: "purchase",
    person: { user_id: "ben" },
    referral: { code },
    order: { id: "o-1", total: 5000, currency: "USD" },
  };
  const began = performance.now();
  await parts.batcher.submit(e.workspace, [order] as never);
  await expect.poll(() => receiver.received.length, { timeout: 60_000, interval: 20 }).toBe(1);
  const first = receiver.received[0]!.at - began;
  await expect.poll(() => receiver.received.length, { timeout: 60_000, interval: 20 }).toBe(2);
  const again = receiver.received[1]!.at - receiver.received[0]!.at;
  console.log(`webhooks: sent ${Math.round(first)} ms after the order, again after ${Math.round(again)} ms`);
  expect(again).toBeGreaterThan(4_900);
  for (const { headers, body } of receiver.received)
    expect(new Webhook(secret).verify(body, headers)).toMatchObject({ type: "reward.granted" });
  await expect
    .poll(async () => (await e.rows<{ status: string }>("select status from webhook_delivery")).map((row) => row.status), {
      timeout: 30_000,
    })
    .toEqual(["delivered"]);
  // The worker also wrote the messages that are due.
  const kinds = async (): Promise<string[]> => (await e.rows<{ kind: string }>("select kind from message")).map((row) => row.kind);
  await expect.poll(kinds).toEqual(expect.arrayContaining(["advocate_joined", "reward_granted"]));
}, 180_000);
