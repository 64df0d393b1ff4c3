/** What a newcomer does: start it, paste the curl, sign in, look, stop it, start it again. */
import fs from "node:fs";
import { afterAll, beforeAll, expect, test } from "vitest";
import { temporaryFolder } from "../support/global-setup.ts";
import { type Product, startProduct } from "../support/product.ts";

let dataDir: string;
let product: Product;

beforeAll(async () => {
  dataDir = temporaryFolder("first-start");
  product = await startProduct(dataDir);
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

test("the sign-in link works once, opening it does not use it up, and /app shows what happened", async () => {
  const link = product.info.sign_in_link ?? "";
  expect((await fetch(link)).status).toBe(200);
  const { status, cookie } = await signIn(link);
  expect(status).toBe(303);
  expect((await signIn(link)).status).toBe(410);
  const page = await fetch(`${product.url}/app`, { headers: { cookie } });
  expect(page.status).toBe(200);
  const html = await page.text();
  for (const part of ["My shop", "Grapevine is alive", "purchase", "8.00 USD waiting", "0.00 USD", "Next steps"])
    expect(html).toContain(part);
  expect(html).not.toContain("<script");
  const trace = /href="(\/v1\/events\/[^"]+\/trace)"/.exec(html)?.[1];
  expect((await fetch(product.url + trace, { headers: { cookie } })).status).toBe(200);
  expect((await fetch(`${product.url}/app`)).status).toBe(401);
  expect((await fetch(`${product.url}/app`, { headers: { cookie: "gv_session=forged" } })).status).toBe(401);
});

test("Ctrl-C ends it with 0, and the next start finds its data", async () => {
  const key = product.info.secret_key ?? "";
  expect(await product.kill("SIGINT")).toBe(0);
  product = await startProduct(dataDir);
  expect(product.info.secret_key).toBeUndefined();
  expect(product.info.sign_in_link).toMatch(/\/sign-in\//);
  const balances = await fetch(`${product.url}/v1/people/user_id:ann/balances`, { headers: { authorization: `Bearer ${key}` } });
  expect(await balances.json()).toEqual([expect.objectContaining({ unit: "USD", pending: 800 })]);
}, 60_000);
