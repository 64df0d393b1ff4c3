/** GET /v1/stream: what changes is told as it does, to those who may hear it, and to nobody of another workspace. */
import { once } from "node:events";
import http from "node:http";
import { afterAll, beforeAll, expect, test } from "vitest";
import { authStep, signIn } from "../support/accounts.ts";
import { mail, operatorsOf, UNLIMITED } from "../support/operators.ts";
import { createServer } from "../support/server.ts";
import type { TestServer } from "../support/server.ts";

type Heard = { id: string | undefined; notice: { kind: string; type: string; id: string; program: string | null } };
type Line = { heard: Heard[]; ended: Promise<void>; status: number; type: string | null; stop: () => void };

let s: TestServer;
let code: string;
beforeAll(async () => {
  s = await createServer({ limits: UNLIMITED });
  await s.call("PUT", "/v1/programs/friends", { body: { preset: "direct" } });
  await s.call("POST", "/v1/programs/friends/publish", { body: {} });
  const joined = await s.call("POST", "/v1/advocates", { body: { program: "friends", person: { user_id: "ann", name: "Ann Archer" } } });
  code = joined.body["links"][0].code;
});
afterAll(async () => {
  await s.close();
});

/** By node:http and not by fetch, whose pool opens a new connection for each that is aborted. */
async function listen(options: { key?: string; cookie?: string; last?: string; url?: string } = {}): Promise<Line> {
  const { cookie } = options;
  const headers: Record<string, string> = cookie === undefined ? { authorization: `Bearer ${options.key ?? s.a.secretKey}` } : { cookie };
  if (options.last !== undefined) headers["last-event-id"] = options.last;
  const request = http.get(`${options.url ?? s.url}/v1/stream`, { headers, agent: false });
  const [response] = (await once(request, "response")) as [http.IncomingMessage];
  const heard: Heard[] = [];
  let kept = "";
  response.setEncoding("utf8").on("data", (text: string) => {
    const parts = (kept + text).split("\n\n");
    kept = parts.pop() ?? "";
    for (const part of parts) {
      const data = /^data: (.*)$/m.exec(part)?.[1];
      if (data !== undefined) heard.push({ id: /^id: (.*)$/m.exec(part)?.[1], notice: JSON.parse(data) as Heard["notice"] });
    }
  });
  response.on("error", () => undefined);
  const ended = once(response, "end").then(
    () => undefined,
    () => undefined,
  );
  return {
    heard,
    ended,
    status: response.statusCode ?? 0,
    type: response.headers["content-type"] ?? null,
    stop: () => void request.destroy(),
  };
}

let orders = 0;
const buy = (key?: string) =>
  s.call("POST", "/v1/events", {
    ...(key === undefined ? {} : { key }),
    body: {
      type: "purchase",
      person: { user_id: `ben-${++orders}`, name: "Ben Baker", email: `ben-${orders}@example.com` },
      referral: { code },
      order: { id: `o-${orders}`, total: 8000, currency: "USD" },
    },
  });
const settle = () => new Promise((resolve) => setTimeout(resolve, 300));

test("an order is heard at once: the event, the referral and the reward, with ids and without a name", async () => {
  const line = await listen();
  expect(line.type).toContain("text/event-stream");
  await settle();
  const reply = await buy();
  const reward = reply.body["decisions"][0].rewards[0].id as string;
  await expect.poll(() => line.heard.map((each) => each.notice.type)).toContain("reward.granted");
  expect(line.heard.find((each) => each.notice.type === "reward.granted")!.notice).toMatchObject({
    kind: "reward",
    id: reward,
    program: "friends",
  });
  expect(line.heard.map((each) => each.notice.kind)).toEqual(expect.arrayContaining(["event", "referral", "reward"]));
  expect(JSON.stringify(line.heard)).not.toMatch(/Ben|Baker|example\.com|Ann/);
  line.stop();
});

test("who comes back with the last id hears what happened in between, each once", async () => {
  const line = await listen();
  await settle();
  await buy();
  await expect.poll(() => line.heard.filter((each) => each.id !== undefined).length).toBeGreaterThan(0);
  await settle();
  const last = line.heard.findLast((each) => each.id !== undefined)!.id!;
  line.stop();
  const missed = (await buy()).body["decisions"][0].rewards[0].id as string;
  const again = await listen({ last });
  await expect.poll(() => again.heard.map((each) => each.notice.id)).toContain(missed);
  expect(again.heard.filter((each) => each.notice.id === missed)).toHaveLength(1);
  again.stop();
});

test("another workspace hears nothing of it, and a key without the scope hears nothing at all", async () => {
  const other = await listen({ key: s.b.secretKey });
  await settle();
  await buy();
  await settle();
  await settle();
  expect(other.heard).toEqual([]);
  other.stop();
  const scoped = await s.call("POST", "/v1/keys", { body: { kind: "secret", name: "reader", scopes: ["people:read"] } });
  expect((await listen({ key: scoped.body["key"] as string })).status).toBe(403);
  expect((await listen({ last: "x" })).status).toBe(400);
});

test("one who opens too many is told so, and closing one makes room", async () => {
  const lines = await Promise.all(Array.from({ length: 20 }, () => listen()));
  expect(lines.map((each) => each.status)).toEqual(lines.map(() => 200));
  expect((await listen()).status).toBe(429);
  lines[0]!.stop();
  // The server hears of it a moment later.
  let next = await listen();
  const again = async (): Promise<number> => (next.status === 200 ? next : (next = await listen())).status;
  await expect.poll(again, { interval: 100 }).toBe(200);
  for (const each of [...lines, next]) each.stop();
});

test("a stream ends soon after its key is revoked, its session ended, or its operator's role taken; no other does", async () => {
  const made = await s.call("POST", "/v1/keys", { body: { kind: "secret", name: "listens", scopes: ["events:read"] } });
  const { operator } = operatorsOf(() => s);
  const [, taken] = [await operator("leaves", "manager"), await operator("taken", "manager"), await operator("stays", "manager")];
  const cookies = await Promise.all(["leaves", "taken", "stays"].map((name) => signIn(s.url, mail(name))));
  const lines = await Promise.all([listen({ key: made.body["key"] as string }), ...cookies.map((cookie) => listen({ cookie }))]);
  expect(lines.map((each) => each.status)).toEqual([200, 200, 200, 200]);
  let stays = true;
  void lines[3]!.ended.then(() => (stays = false));
  const began = performance.now();
  const done = await Promise.all([
    s.call("POST", `/v1/keys/${made.body["id"]}/revoke`, { body: {} }),
    authStep(s.url, "sign-out", { cookie: cookies[0]! }),
    s.call("PATCH", `/v1/operators/${taken.body["id"]}`, { body: { disabled: true } }),
  ]);
  expect(done.map((each) => each.status)).toEqual([200, 200, 200]);
  await Promise.all(lines.slice(0, 3).map((each) => each.ended));
  expect(performance.now() - began).toBeLessThan(30_000);
  expect(stays).toBe(true);
  lines[3]!.stop();
});

test("a server that closes ends its streams, and does not wait for them", async () => {
  const other = await s.another();
  const line = await listen({ url: other.url });
  await settle();
  const began = performance.now();
  await other.app.close();
  await line.ended;
  expect(performance.now() - began).toBeLessThan(12_000);
});
