/** GRAPEVINE_PROCESSES: several processes answer at one address; one that dies is replaced, and all of them end with the first. */
import fs from "node:fs";
import http from "node:http";
import { afterAll, beforeAll, beforeEach, expect, test } from "vitest";
import { temporaryFolder } from "../support/global-setup.ts";
import { type Product, postgresPid, startProduct } from "../support/product.ts";

let folder: string;
let product: Product;

const onLinux = process.platform === "linux";
beforeEach((context) => context.skip(!onLinux, "/proc says who answers: Linux only."));

beforeAll(async () => {
  if (!onLinux) return;
  folder = temporaryFolder("several");
  product = await startProduct(folder, { GRAPEVINE_PROCESSES: "2" });
}, 60_000);
afterAll(async () => {
  if (!onLinux) return;
  await product?.kill("SIGTERM");
  // The database of one that was killed goes on, for the next start to find.
  if (fs.existsSync(`${folder}/postgres/postmaster.pid`)) process.kill(postgresPid(folder), "SIGINT");
  fs.rmSync(folder, { recursive: true, force: true });
});

/** Those that answer: its children that run its own file. */
function crew(): number[] {
  const pid = String(product.child.pid);
  const children = fs.readFileSync(`/proc/${pid}/task/${pid}/children`, "utf8").trim().split(" ").map(Number);
  return children.filter((each) => fs.readFileSync(`/proc/${each}/cmdline`, "utf8").includes("\0serve\0"));
}

function isAlive(pid: number): boolean {
  try {
    return !fs.readFileSync(`/proc/${pid}/stat`, "utf8").includes(") Z ");
  } catch {
    return false;
  }
}

type Answer = { status: number; body: { status?: string; decisions?: { rewards: unknown[] }[] } };

/** A purchase over a connection of its own. */
function buy(order: string, timeout = 20_000): Promise<Answer> {
  const { code, secret_key: key } = product.info;
  const body = JSON.stringify({
    id: `bought-${order}`,
    type: "purchase",
    person: { user_id: `friend-${order}` },
    referral: { code },
    order: { id: order, total: 8000, currency: "USD" },
  });
  return new Promise((resolve, reject) => {
    const request = http.request(`${product.url}/v1/events`, {
      method: "POST",
      agent: false,
      timeout,
      headers: { authorization: `Bearer ${key}`, "content-type": "application/json", "content-length": Buffer.byteLength(body) },
    });
    request
      .on("timeout", () => request.destroy(new Error("timeout")))
      .on("error", reject)
      .on("response", (response) => {
        let text = "";
        response
          .on("data", (chunk) => (text += chunk))
          .on("end", () => resolve({ status: response.statusCode ?? 0, body: JSON.parse(text) }));
      });
    request.end(body);
  });
}

test("two processes answer: while one is held up, only what it was handed waits", async () => {
  expect(crew()).toHaveLength(2);
  const [held] = crew() as [number];
  process.kill(held, "SIGSTOP");
  try {
    const tries = await Promise.allSettled(["s1", "s2", "s3", "s4"].map((order) => buy(order, 5_000)));
    const answered = tries.filter((each) => each.status === "fulfilled");
    // It is handed one connection and no more until it takes that.
    expect(answered).toHaveLength(3);
    for (const each of answered) expect(each.value.body.status).toBe("settled");
  } finally {
    process.kill(held, "SIGCONT");
  }
});

test("the same purchase by both at once is one order and one reward", async () => {
  const all = await Promise.all(Array.from({ length: 8 }, () => buy("twice")));
  expect(all.map((each) => each.body.status).sort()).toEqual([...Array(7).fill("duplicate"), "settled"]);
  const rewards = await fetch(`${product.url}/v1/rewards?limit=100`, { headers: { authorization: `Bearer ${product.info.secret_key}` } });
  const { data } = (await rewards.json()) as { data: { id: string }[] };
  const ids = new Set(all.flatMap((each) => (each.body.decisions ?? []).flatMap((d) => d.rewards.map((r) => (r as { id: string }).id))));
  expect(ids.size).toBe(1);
  expect(data.filter((each) => ids.has(each.id))).toHaveLength(1);
});

test("one that dies is replaced, and the new one answers", async () => {
  const [victim, survivor] = crew() as [number, number];
  process.kill(victim, "SIGKILL");
  await expect.poll(() => crew().filter((each) => each !== victim).length, { interval: 50 }).toBe(2);
  process.kill(survivor, "SIGSTOP");
  try {
    // With the survivor held, only the new one can: as soon as it listens.
    const answered = (): Promise<string | undefined> => buy("after", 2_000).then(({ body }) => body.status, () => undefined);
    await expect.poll(answered).toMatch(/settled|duplicate/);
  } finally {
    process.kill(survivor, "SIGCONT");
  }
});

test("all of them end with the first, at a signal and when it is killed", async () => {
  const before = crew();
  expect(await product.kill("SIGTERM")).toBe(0);
  for (const pid of before) expect(isAlive(pid)).toBe(false);
  product = await startProduct(folder, { GRAPEVINE_PROCESSES: "2" });
  const again = crew();
  await product.kill("SIGKILL");
  await expect.poll(() => again.filter(isAlive), { interval: 50 }).toEqual([]);
}, 60_000);

test("a port that is taken is said once, and nothing is left behind", async () => {
  const other = http.createServer().listen(0, "127.0.0.1");
  await new Promise((done) => other.once("listening", done));
  const { port } = other.address() as { port: number };
  const second = temporaryFolder("several");
  try {
    await expect(startProduct(second, { GRAPEVINE_PROCESSES: "2", PORT: String(port) })).rejects.toThrow(/EADDRINUSE|in use/);
    // It says why before it has stopped its database.
    await expect.poll(() => fs.existsSync(`${second}/postgres/postmaster.pid`), { interval: 50 }).toBe(false);
  } finally {
    other.close();
    fs.rmSync(second, { recursive: true, force: true });
  }
}, 60_000);
