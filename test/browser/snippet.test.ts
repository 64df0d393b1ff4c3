/** gv.js on a shop's own pages, in a real browser against the real product: what it keeps, what it tells, and that it never disturbs. */
import fs from "node:fs";
import http from "node:http";
import type { AddressInfo } from "node:net";
import { gzipSync } from "node:zlib";
import { afterAll, beforeAll, expect, test } from "vitest";
import { presets } from "../../presets/index.ts";
import { type Visitor, type VisitorOptions, browserTest, hasBrowser } from "../support/browser.ts";
import { type Stage, openStage } from "../support/stage.ts";
import { buildWidget } from "../support/widget.ts";

type Row = { id: string; type: string; person: string | null; properties?: object };

let stage: Stage;
let site: http.Server;
let port: number;
let code: string;
/** What the shop's page says in its head and body, by path. */
const pages = new Map<string, { head?: string; body?: string; headers?: Record<string, string> }>();

beforeAll(async () => {
  buildWidget();
  stage = await openStage();
  if (!hasBrowser) return;
  site = http.createServer(answer).listen(0, "127.0.0.1");
  await new Promise((resolve) => site.once("listening", resolve));
  port = (site.address() as AddressInfo).port;
  const direct = presets.find((each) => each.key === "direct")!;
  const destinations = ["http://127.0.0.1", "http://www.shop.localhost"].map((host) => `${host}:${port}/`);
  await stage.live.programs.put("friends", { ...direct, key: "friends", destination: `http://127.0.0.1:${port}/`, destinations });
  await stage.live.programs.publish("friends");
  code = stage.product.info["code"]!;
  for (const path of ["/", "/granted"]) pages.set(path, { head: tag('data-consent="granted"') });
});
afterAll(async () => {
  site?.closeAllConnections();
  site?.close();
  await stage.close();
});

/** The shop: its pages, and `/gv/*` handed on to Grapevine as a reverse proxy does. */
function answer(request: http.IncomingMessage, response: http.ServerResponse): void {
  const path = new URL(request.url!, "http://x").pathname;
  if (path.startsWith("/gv/")) {
    const { hostname, port: to } = new URL(stage.url);
    const options = { hostname, port: to, method: request.method, path: request.url!.slice(3), headers: request.headers };
    const on = http.request(options, (from) => {
      response.writeHead(from.statusCode!, from.headers);
      from.pipe(response);
    });
    return void request.pipe(on);
  }
  const { head = "", body = "", headers = {} } = pages.get(path) ?? {};
  response.writeHead(200, { "content-type": "text/html; charset=utf-8", ...headers });
  response.end(
    `<!doctype html><html lang="en"><head><title>Shop</title><link rel="icon" href="data:,">${head}</head><body>${body}</body></html>`,
  );
}

const STUB = "<script>window.gv=window.gv||function(){(gv.q=gv.q||[]).push(arguments)}</script>";

function tag(data: string, src = `${stage.url}/js/gv.js`): string {
  return `${STUB}<script async src="${src}" data-key="${stage.product.info["publishable_key"]}" ${data}></script>`;
}

async function come(to: string, options: VisitorOptions = {}): Promise<Visitor> {
  const visitor = await stage.browser.visitor(options);
  await visitor.page.goto(to);
  await visitor.page.waitForFunction("window.gv && gv.settings");
  return visitor;
}
const link = (path = "", host = "127.0.0.1"): string =>
  `${stage.url}/r/${code}${path === "" ? "" : `?to=${encodeURIComponent(`http://${host}:${port}${path}`)}`}`;

async function events(type: string): Promise<Row[]> {
  const { data } = await stage.live.unwrap(stage.live.api.GET("/v1/events", { params: { query: { limit: 100 } } }));
  return (data as unknown as Row[]).filter((each) => each.type === type);
}
/** How many events of a type have come since it was called. */
async function counting(type: string): Promise<() => Promise<number>> {
  const before = (await events(type)).length;
  return async () => (await events(type)).length - before;
}
const kept = (visitor: Visitor): Promise<{ a?: string; c?: string; k?: string } | null> =>
  visitor.page.evaluate("JSON.parse(localStorage.getItem('gv'))");
const say = (visitor: Visitor, script: string): Promise<unknown> => visitor.page.evaluate(script);

test("it weighs at most 6 kB gzipped", () => {
  buildWidget();
  expect(gzipSync(fs.readFileSync(new URL("../../widget/dist/gv.js", import.meta.url)), { level: 9 }).length).toBeLessThanOrEqual(6_000);
});

browserTest("before consent nothing is stored and nothing is told; after it the visit is; after a no all is erased", async () => {
  pages.set("/asks", { head: tag('data-consent="required" data-code-field="#coupon"'), body: '<input id="coupon">' });
  const visits = await counting("visit");
  const visitor = await come(link("/asks"));
  const identifies = await counting("identify");
  await expect.poll(() => visitor.page.inputValue("#coupon")).toBe(code);
  await say(visitor, "gv('identify','someone')");
  await visitor.page.waitForTimeout(300);
  expect([await kept(visitor), await visitor.context.cookies()]).toEqual([null, []]);
  expect(await visits()).toBe(0);

  await say(visitor, "gv('consent', true)");
  await expect.poll(visits).toBe(1);
  await expect
    .poll(() => kept(visitor))
    .toMatchObject({ c: expect.stringMatching(/^clk_/), k: code, a: expect.stringMatching(/^[0-9a-f]{32}$/) });
  await expect.poll(identifies).toBe(1);

  // The same click on the next page is no second visit, and the code is known there too.
  await visitor.page.goto(`http://127.0.0.1:${port}/asks`);
  await expect.poll(() => visitor.page.inputValue("#coupon")).toBe(code);
  await visitor.page.waitForTimeout(200);
  expect(await visits()).toBe(1);
  await say(visitor, "gv('consent', false)");
  await expect.poll(async () => [await kept(visitor), await visitor.context.cookies()]).toEqual([null, []]);
  await visitor.close();
});

browserTest("a browser that says no (GPC, Do Not Track) is not overruled by the page's setting, only by her own yes", async () => {
  for (const before of [
    "Object.defineProperty(Navigator.prototype,'globalPrivacyControl',{value:true})",
    "Object.defineProperty(Navigator.prototype,'doNotTrack',{value:'1'})",
  ]) {
    const visitor = await come(link("/granted"), { before });
    expect(await kept(visitor)).toBeNull();
    await say(visitor, "gv.consent(true)");
    await expect.poll(() => kept(visitor)).toMatchObject({ k: code });
    await visitor.close();
  }
});

browserTest("where storing is taken for granted, her no is kept and nothing else", async () => {
  const visitor = await come(link("/granted"));
  await expect.poll(() => kept(visitor)).toMatchObject({ k: code });
  await say(visitor, "gv.consent(false)");
  await expect.poll(() => kept(visitor)).toEqual({ n: 1 });
  await visitor.page.goto(link("/granted"));
  await visitor.page.waitForFunction("window.gv && gv.settings");
  expect(await kept(visitor)).toEqual({ n: 1 });
  await visitor.close();
});

browserTest("click, visit, sign-up, and the order that the server tells is rewarded", async () => {
  const visitor = await come(link());
  const identifies = await counting("identify");
  await say(visitor, "gv.identify('clicker', { email: 'clicker@friend.example', plan: 'gold' })");
  await expect.poll(identifies).toBe(1);
  const outcome = await stage.live.events.track({
    type: "purchase",
    person: { user_id: "clicker" },
    order: { id: "snippet-1", total: 8000, currency: "USD" },
  });
  expect(outcome.decisions[0]?.rewards[0]?.value).toEqual({ amount: 800, currency: "USD" });
  // Said again on every page, told once.
  await say(visitor, "gv.identify('clicker', { email: 'clicker@friend.example', plan: 'gold' })");
  await visitor.page.waitForTimeout(200);
  expect(await identifies()).toBe(1);
  await visitor.close();
});

browserTest(
  "gv.order joins the browser to an address, so that an order told by e-mail alone finds the click; it earns nothing itself",
  async () => {
    const visitor = await come(link());
    const identifies = await counting("identify");
    await say(visitor, "gv.order({ id: 'snippet-2', email: 'guest@friend.example', total: 5000, currency: 'USD' })");
    await expect.poll(identifies).toBe(1);
    const told = {
      type: "purchase" as const,
      person: { email: "guest@friend.example" },
      order: { id: "snippet-2", total: 5000, currency: "USD" },
    };
    const outcome = await stage.live.events.track(told);
    expect(outcome.decisions[0]?.rewards[0]?.value).toEqual({ amount: 500, currency: "USD" });
    await visitor.close();
  },
);

browserTest(
  "with localStorage blocked a cookie on the registrable host holds it; with both blocked it works as long as the page",
  async () => {
    const blocked = "Object.defineProperty(window,'localStorage',{get(){throw new DOMException('no','SecurityError')}})";
    const visitor = await come(link("/granted", "www.shop.localhost"), { before: blocked });
    const [cookie] = await visitor.context.cookies();
    expect(cookie).toMatchObject({ name: "gv", domain: ".shop.localhost", sameSite: "Lax", httpOnly: false });
    expect(JSON.parse(decodeURIComponent(cookie!.value))).toMatchObject({ k: code });
    await visitor.page.goto(`http://shop.localhost:${port}/granted`);
    await visitor.page.waitForFunction("window.gv && gv.settings");
    expect(await say(visitor, "gv.code()")).toBe(code);
    await visitor.close();

    const visits = await counting("visit");
    const no = "throw new DOMException('no')";
    const both = `${blocked};Object.defineProperty(Document.prototype,'cookie',{get(){${no}},set(){${no}}})`;
    const other = await come(link("/granted"), { before: both });
    expect(await say(other, "gv.code()")).toBe(code);
    await expect.poll(visits).toBe(1);
    expect(await other.context.cookies()).toEqual([]);
    await other.close();
  },
);

browserTest("from the shop's own domain by a proxied path: the browser never asks Grapevine's address", async () => {
  pages.set("/own", { head: tag('data-consent="granted"', "/gv/js/gv.js") });
  const visits = await counting("visit");
  const visitor = await stage.browser.visitor();
  const asked: string[] = [];
  visitor.page.on("request", (request) => asked.push(request.url()));
  await visitor.page.goto(`http://127.0.0.1:${port}/gv/r/${code}?to=${encodeURIComponent(`http://127.0.0.1:${port}/own`)}`);
  await visitor.page.waitForFunction("window.gv && gv.settings");
  await expect.poll(visits).toBe(1);
  expect(asked.filter((url) => url.startsWith(stage.url))).toEqual([]);
  expect(asked.map((url) => new URL(url).pathname)).toContain("/gv/v1/events");
  await visitor.close();
});

const HOSTILE: [string, string][] = [
  ["no fetch and no beacon", "delete window.fetch; Object.defineProperty(Navigator.prototype,'sendBeacon',{value(){throw 1}})"],
  ["JSON that throws", "JSON.stringify=()=>{throw new Error('no')}"],
  ["no random numbers", "Object.defineProperty(window,'crypto',{value:undefined})"],
  ["listeners that throw", "EventTarget.prototype.addEventListener=()=>{throw new Error('no')}"],
  ["no observers", "delete window.MutationObserver"],
  ["a gv that cannot be replaced", "Object.defineProperty(window,'gv',{value:Object.freeze({settings:1}),writable:false})"],
  ["a gv whose queue is a trap", "window.gv={settings:1,q:{get length(){throw new Error('no')}}}"],
  ["storage full of rubbish", 'try{localStorage.setItem(\'gv\',\'{"a":{"b":[]},"q":7,"t":"x","c":[1]}\')}catch{}'],
  ["storage that is always full", "Storage.prototype.setItem=()=>{throw new DOMException('full','QuotaExceededError')}"],
];
browserTest("a hostile or broken page cannot make it throw", async () => {
  for (const [name, before] of HOSTILE) {
    const visitor = await stage.browser.visitor({ before });
    await visitor.page.goto(link("/granted"));
    await visitor.page.waitForTimeout(150);
    // A frozen gv has no methods, and that is the page's own doing.
    const calls = "gv.identify({});gv.track();gv.track('purchase',{});gv.order({});gv('nothing',1);gv.open({token(){throw 1}})";
    await say(visitor, name.includes("cannot be replaced") ? "1" : calls);
    expect([name, ...visitor.complaints]).toEqual([name]);
    await visitor.context.close();
  }
});

browserTest("what is told while the page goes away arrives", async () => {
  const visitor = await come(`http://127.0.0.1:${port}/granted`);
  const leads = await counting("lead");
  await say(visitor, "gv.track('lead', { name: 'newsletter', source: 'footer' }); location.href = 'about:blank'");
  await expect.poll(leads).toBe(1);
  await visitor.page.waitForURL("about:blank");
  await visitor.context.close();
});

browserTest("what could not be sent is sent on the next page, once; the server's own no is not repeated", async () => {
  const visitor = await stage.browser.visitor({ expected: [/ERR_FAILED|Failed to load/] });
  await visitor.context.route("**/v1/events", (route) => route.abort());
  await visitor.page.goto(`http://127.0.0.1:${port}/granted`);
  await visitor.page.waitForFunction("window.gv && gv.settings");
  const shares = await counting("share");
  await say(visitor, "gv.track('share', { channel: 'x' })");
  await expect.poll(() => say(visitor, "JSON.parse(localStorage.getItem('gv')).q.length")).toBe(1);
  await visitor.context.unroute("**/v1/events");
  await visitor.page.reload();
  await expect.poll(shares).toBe(1);
  await expect.poll(() => say(visitor, "JSON.parse(localStorage.getItem('gv')).q")).toBeUndefined();
  await visitor.close();
});

browserTest("it fills a field as if typed, and not again what she empties; only our two parameters leave the address", async () => {
  pages.set("/cart", {
    head: tag('data-consent="granted" data-code-field="#coupon" data-clean'),
    body:
      '<form><input type="hidden" name="c" data-gv="click_id"></form><script>setTimeout(()=>{const i=document.createElement("input");' +
      'i.id="coupon";i.oninput=()=>window.typed=i.value;document.body.append(i)},300)</script>',
  });
  const visitor = await come(`http://127.0.0.1:${port}/cart?size=7&gv_code=${code}&q=a%20b+c#top`);
  await expect.poll(() => say(visitor, "window.typed")).toBe(code);
  expect(visitor.page.url()).toBe(`http://127.0.0.1:${port}/cart?size=7&q=a%20b+c#top`);
  await visitor.page.fill("#coupon", "");
  await say(visitor, "document.body.append(document.createElement('p'))");
  await visitor.page.waitForTimeout(250);
  expect(await visitor.page.inputValue("#coupon")).toBe("");
  await visitor.page.goto(link("/cart"));
  await expect.poll(() => visitor.page.inputValue("[name=c]")).toMatch(/^clk_/);
  await visitor.close();
});

browserTest("gv.open shows the portal in a dialog, under a strict policy that names one nonce; Escape closes it", async () => {
  const nonce = "n0nce";
  const sources = `connect-src ${stage.url}; img-src data: ${stage.url}; style-src 'self'`;
  const policy = `default-src 'none'; script-src 'nonce-${nonce}' 'strict-dynamic'; ${sources}`;
  pages.set("/strict", {
    head: tag(`data-consent="granted" data-workspace="${stage.liveWorkspace}" data-program="friends" nonce="${nonce}"`).replace(
      "<script>",
      `<script nonce="${nonce}">`,
    ),
    body: '<button id="b">Recommend us</button>',
    headers: { "content-security-policy": policy },
  });
  const visitor = await come(`http://127.0.0.1:${port}/strict`, { expected: [/401|403|404|style-src/] });
  await visitor.page.evaluate("document.querySelector('#b').onclick=()=>gv.open()");
  await visitor.page.click("#b");
  await visitor.page.waitForSelector("grapevine-portal", { state: "attached" });
  expect(await visitor.page.getAttribute("grapevine-portal", "workspace")).toBe(stage.liveWorkspace);
  await visitor.picture("snippet-dialog");
  await visitor.page.keyboard.press("Escape");
  await expect.poll(() => visitor.page.locator("dialog").isVisible()).toBe(false);
  await visitor.close();
});
