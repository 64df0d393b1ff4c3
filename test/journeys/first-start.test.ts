/** What a newcomer does: start it, paste the curl, sign in, look, stop it, start it again. */
import fs from "node:fs";
import { afterAll, beforeAll, expect, test } from "vitest";
import { temporaryFolder } from "../support/global-setup.ts";
import { SOURCES } from "../support/bundled.ts";
import { type Product, startProduct } from "../support/product.ts";

let dataDir: string;
let product: Product;

beforeAll(async () => {
  dataDir = temporaryFolder("first-start");
  product = await startProduct(dataDir, {}, SOURCES);
}, 60_000);
afterAll(async () => {
  await product.kill("SIGTERM");
  fs.rmSync(dataDir, { recursive: true, force: true });
});

/** Runs the printed curl, word for word, without a shell. */
async function runPrintedCurl(text: string): Promise<Response> {
  const [, url, , header, , type, , body] = /^curl -s (\S+) (-H) '([^']*)' (-H) '([^']*)' (-d) '([^']*)'$/.exec(text) ?? [];
  const [name, value] = (header ?? "").split(": ");
  return fetch(String(url), {
    method: "POST",
    headers: { [String(name)]: String(value), "content-type": (type ?? "").split(": ")[1] ?? "" },
    body,
  });
}

async function signIn(link: string): Promise<{ status: number; cookie: string }> {
  const origin = new URL(link).origin;
  const response = await fetch(link, { method: "POST", redirect: "manual", headers: { origin, "sec-fetch-site": "same-origin" } });
  return { status: response.status, cookie: (response.headers.get("set-cookie") ?? "").split(";")[0] ?? "" };
}

test("the printed curl earns a reward of 8.00", async () => {
  const response = await runPrintedCurl(product.info.curl ?? "");
  expect(response.status).toBe(200);
  const outcome = (await response.json()) as { decisions: { rewards: { value: unknown; state: string }[] }[] };
  expect(outcome.decisions[0]?.rewards[0]).toMatchObject({ value: { amount: 800, currency: "USD" }, state: "pending" });
});

test("the sign-in link works once, opening it does not use it up, and whoever used it may ask the API what the console asks", async () => {
  const link = product.info.sign_in_link ?? "";
  expect((await fetch(link)).status).toBe(200);
  const { status, cookie } = await signIn(link);
  expect(status).toBe(303);
  expect((await signIn(link)).status).toBe(410);
  const page = await fetch(`${product.url}/app`);
  expect([page.status, page.headers.get("content-security-policy")]).toEqual([200, expect.stringContaining("script-src 'self';")]);
  expect(await page.text()).toContain('<div id="root">');
  const me = await fetch(`${product.url}/v1/me`, { headers: { cookie } });
  expect(await me.json()).toMatchObject({ role: "owner", workspace: { name: "My shop", sandbox: false } });
  const events = await fetch(`${product.url}/v1/events`, { headers: { cookie } });
  const { data } = (await events.json()) as { data: { id: string; type: string }[] };
  expect(data.map((each) => each.type)).toContain("purchase");
  expect((await fetch(`${product.url}/v1/events/${data[0]!.id}/trace`, { headers: { cookie } })).status).toBe(200);
  expect((await fetch(`${product.url}/v1/me`)).status).toBe(401);
  expect((await fetch(`${product.url}/v1/me`, { headers: { cookie: "gv_session=forged" } })).status).toBe(401);
});

test("Ctrl-C ends it with 0, and the next start finds its data", async () => {
  const key = product.info.secret_key ?? "";
  expect(await product.kill("SIGINT")).toBe(0);
  product = await startProduct(dataDir, {}, SOURCES);
  expect(product.info.secret_key).toBeUndefined();
  expect(product.info.sign_in_link).toMatch(/\/sign-in\//);
  const balances = await fetch(`${product.url}/v1/people/user_id:ann/balances`, { headers: { authorization: `Bearer ${key}` } });
  expect(await balances.json()).toEqual([expect.objectContaining({ unit: "USD", pending: 800 })]);
}, 60_000);
