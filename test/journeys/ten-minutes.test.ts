/**
 * docs/guide/ten-minutes.md, taken at its word: its code blocks that carry a file name, in their order, become an Express app in an empty
 * folder; the app runs beside a started product, a friend follows the link and buys, and the advocate has her reward.
 */
import { type ChildProcess, spawn } from "node:child_process";
import fs from "node:fs";
import path from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import { type TestBrowser, browserTest, hasBrowser, openBrowser } from "../support/browser.ts";
import { temporaryFolder } from "../support/global-setup.ts";
import { SOURCES } from "../support/bundled.ts";
import { type Product, startProduct } from "../support/product.ts";
import { buildWidget } from "../support/widget.ts";

const ROOT = path.join(import.meta.dirname, "../..");
const guide = fs.readFileSync(path.join(ROOT, "docs/guide/ten-minutes.md"), "utf8");
const blocks = [...guide.matchAll(/^```js (\S+)\n([^]*?)^```$/gm)].map(([, file, code]) => ({ file: file!, code: code! }));

let folder: string;
let product: Product;
let browser: TestBrowser;
let app: { url: string; child: ChildProcess };
let link: string;

beforeAll(async () => {
  buildWidget();
  folder = temporaryFolder("ten-minutes");
  fs.mkdirSync(path.join(folder, "shop/node_modules/@grapevine"), { recursive: true });
  // What `npm install express ../grapevine/sdk` does, without asking the registry.
  fs.symlinkSync(path.join(ROOT, "node_modules/express"), path.join(folder, "shop/node_modules/express"));
  fs.symlinkSync(path.join(ROOT, "sdk"), path.join(folder, "shop/node_modules/@grapevine/sdk"));
  for (const { file, code } of blocks) fs.appendFileSync(path.join(folder, "shop", file), code);
  product = await startProduct(path.join(folder, "data"), {}, SOURCES);
  if (hasBrowser) browser = await openBrowser();
  // The program names the shop's address, so the shop is there first, as it would be.
  app = await serve();
  link = (await run("program.mjs")).trim();
}, 90_000);
afterAll(async () => {
  app?.child.kill();
  await browser?.close();
  await product?.kill("SIGTERM");
  fs.rmSync(folder, { recursive: true, force: true });
});

function start(file: string, env: Record<string, string>): ChildProcess {
  const { secret_key = "", publishable_key = "" } = product.info;
  const own = {
    PATH: process.env["PATH"]!,
    GRAPEVINE_URL: product.url,
    GRAPEVINE_KEY: secret_key,
    GRAPEVINE_PUBLIC_KEY: publishable_key,
  };
  return spawn(process.execPath, ["--no-warnings", file], { cwd: path.join(folder, "shop"), env: { ...own, ...env } });
}

/** Starts server.mjs on a free port; resolves with the address that it prints. Between two lines somebody else may have taken the port. */
async function serve(tries = 5): Promise<typeof app> {
  const probe = (await import("node:net")).createServer().listen(0);
  const { port } = probe.address() as { port: number };
  await new Promise((resolve) => probe.close(resolve));
  const child = start("server.mjs", { PORT: String(port) });
  let errors = "";
  child.stderr!.on("data", (chunk: Buffer) => (errors += String(chunk)));
  const url = await new Promise<string | null>((resolve) => {
    child.stdout!.on("data", (chunk: Buffer) => /^http\S+/.test(String(chunk)) && resolve(String(chunk).trim()));
    child.once("exit", () => resolve(null));
  });
  if (url !== null) return { url, child };
  if (tries === 1 || !errors.includes("EADDRINUSE")) throw new Error(errors);
  return await serve(tries - 1);
}

async function run(file: string): Promise<string> {
  const child = start(file, { SHOP_URL: `${app.url}/` });
  let [out, errors] = ["", ""];
  child.stdout!.on("data", (chunk: Buffer) => (out += String(chunk)));
  child.stderr!.on("data", (chunk: Buffer) => (errors += String(chunk)));
  const status = await new Promise((resolve) => child.on("close", resolve));
  expect([status, errors]).toEqual([0, ""]);
  return out;
}

/** What Ann has, by the guide's own last command. */
async function pending(): Promise<number> {
  const headers = { authorization: `Bearer ${product.info["secret_key"]}` };
  const rows = (await (await fetch(`${product.url}/v1/people/user_id:ann/balances`, { headers })).json()) as { pending: number }[];
  return rows[0]?.pending ?? 0;
}

test("the guide has its two files, and says how they are run", () => {
  expect([...new Set(blocks.map((each) => each.file))]).toEqual(["program.mjs", "server.mjs"]);
  for (const command of ["node program.mjs", "node server.mjs", "npm install express ../grapevine/sdk"]) expect(guide).toContain(command);
});

test("program.mjs prints Ann's link, and it leads to the shop", async () => {
  expect(link).toMatch(new RegExp(`^${product.url}/r/[A-Z0-9]+$`));
  // A script's fetch is not a person's visit: it is sent on without code and click.
  const { status, headers } = await fetch(link, { redirect: "manual" });
  expect([status, headers.get("location")]).toEqual([302, `${app.url}/`]);
});

for (const javaScript of [true, false]) {
  browserTest(`a friend opens the link, buys, and the reward is there (JavaScript ${javaScript ? "on" : "off"})`, async () => {
    const before = await pending();
    const friend = await browser.visitor({ javaScript, expected: [/favicon/, /404/] });
    await friend.page.goto(link);
    if (javaScript) await expect.poll(() => friend.page.inputValue("[name=gv_click]")).toMatch(/^clk_/);
    await friend.page.getByLabel("Your e-mail").fill(`ben-${javaScript}@friend.example`);
    await friend.page.getByRole("button", { name: "Buy" }).click();
    await friend.page.getByRole("heading", { name: "Thank you" }).waitFor();
    expect(await pending()).toBe(before + 800);
    await friend.close();
  });
}

browserTest("she looks first and buys another day, by typing the address: the script has kept the click", async () => {
  const before = await pending();
  const friend = await browser.visitor({ expected: [/favicon/, /404/] });
  await friend.page.goto(link);
  await friend.page.waitForFunction("JSON.parse(localStorage.getItem('gv') ?? '{}').c");
  await friend.page.goto(app.url);
  await expect.poll(() => friend.page.inputValue("[name=gv_click]")).toMatch(/^clk_/);
  await friend.page.getByLabel("Your e-mail").fill("later@friend.example");
  await friend.page.getByRole("button", { name: "Buy" }).click();
  await friend.page.getByRole("heading", { name: "Thank you" }).waitFor();
  expect(await pending()).toBe(before + 800);
  await friend.close();
});

test("a refund takes it back, and somebody who came by herself earns nobody anything", async () => {
  const form = (body: Record<string, string>) => ({ method: "POST", body: new URLSearchParams(body) });
  const code = new URL(link).pathname.split("/").pop()!;
  const before = await pending();
  const bought = await (await fetch(`${app.url}/buy`, form({ email: "cleo@friend.example", gv_code: code }))).text();
  expect(await pending()).toBe(before + 800);
  const id = /Order (\d+)/.exec(bought)![1]!;
  await fetch(`${app.url}/orders/${id}/refund`, form({}));
  expect(await pending()).toBe(before);
  await fetch(`${app.url}/buy`, form({ email: "dora@nobody.example" }));
  expect(await pending()).toBe(before);
  expect(await (await fetch(`${app.url}/share/eva`)).text()).toMatch(/\/r\/[A-Z0-9]{10}/);
});
