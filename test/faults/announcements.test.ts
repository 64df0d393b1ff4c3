/** A server that is killed in the middle of sending an announcement: everybody it was for gets it, and nobody another one. */
import fs from "node:fs";
import { afterAll, beforeAll, expect, test } from "vitest";
import { presets } from "../../presets/index.ts";
import { temporaryFolder } from "../support/global-setup.ts";
import { type Inbox, openInbox } from "../support/inbox.ts";
import { type Product, startProduct } from "../support/product.ts";

const PEOPLE = 40;
let dataDir: string;
let inbox: Inbox;
let product: Product;
let key: string;
const start = (): Promise<Product> =>
  startProduct(dataDir, { SMTP_URL: inbox.url, MAIL_FROM: "hello@shop.example", MAIL_SANDBOX: "send" });

beforeAll(async () => {
  dataDir = temporaryFolder("announcements");
  inbox = await openInbox();
  product = await start();
  key = product.info["test_key"] ?? "";
}, 60_000);
afterAll(async () => {
  await product.kill("SIGTERM");
  await inbox.close();
  fs.rmSync(dataDir, { recursive: true, force: true });
}, 60_000);

async function call<T = Record<string, never>>(method: string, path: string, body?: unknown): Promise<T> {
  const response = await fetch(product.url + path, {
    method,
    headers: { authorization: `Bearer ${key}`, "content-type": "application/json" },
    ...(body === undefined ? {} : { body: JSON.stringify(body) }),
  });
  const text = await response.text();
  if (!response.ok) throw new Error(`${method} ${path}: ${response.status} ${text}`);
  return JSON.parse(text) as T;
}
const letters = () => inbox.letters.filter(({ subject }) => subject?.includes("News of May") === true);

test("killed in the middle and started again, everybody has her letter and nobody another one", async () => {
  await call(
    "PUT",
    "/v1/programs/direct",
    presets.find((each) => each.key === "direct"),
  );
  await call("POST", "/v1/programs/direct/publish", {});
  for (let n = 0; n < PEOPLE; n++) {
    await call("POST", "/v1/advocates", { program: "direct", person: { user_id: `p${n}`, email: `p${n}@people.example` } });
    const consent = { purpose: "marketing", channel: "email", granted: true, wording: "News", source: "form" };
    await call("POST", `/v1/people/user_id:p${n}/consents`, consent);
  }
  const texts = { en: { subject: "News of May", text: "Read this." } };
  const settings = { quiet: null, cap_days: 0 };
  const { id } = await call<{ id: string }>("POST", "/v1/announcements", {
    name: "May",
    audience: { program: "direct" },
    texts,
    settings,
  });
  // The fifth waits until the server is dead: on a busy machine all forty came before anybody looked.
  const died = Promise.withResolvers<void>();
  inbox.admit = async () => (letters().length > 3 ? await died.promise : undefined);
  await call("POST", `/v1/announcements/${id}/schedule`, {});
  await expect.poll(() => letters().length, { timeout: 120_000, interval: 5 }).toBeGreaterThan(3);
  await product.kill("SIGKILL");
  inbox.admit = async () => undefined;
  died.resolve();
  const before = letters().length;
  expect(before).toBeLessThan(PEOPLE);
  product = await start();
  // What was claimed when it died is free again when its lease is over; the job itself, of a minute, by the real clock.
  await call("POST", "/v1/test_clock", { advance: "10m" });
  await expect.poll(() => new Set(letters().map(({ rcpt }) => rcpt)).size, { timeout: 150_000 }).toBe(PEOPLE);
  // Where it died between handing a letter over and writing that down, the same letter (the same Message-ID) may have come again.
  const ids = new Map<string, Set<string>>();
  for (const { rcpt, messageId } of letters()) ids.set(rcpt, (ids.get(rcpt) ?? new Set()).add(messageId ?? ""));
  expect([...ids.values()].filter((each) => each.size !== 1)).toEqual([]);
  // The last one is here before that is written down.
  await expect.poll(() => call("GET", `/v1/announcements/${id}/report`)).toMatchObject({ asked: PEOPLE, mails_due: 0 });
}, 300_000);
