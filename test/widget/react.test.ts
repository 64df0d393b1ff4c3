/** The React components: the same tag on the server and in the browser, live once their script is there, with a token that they ask for. */
import fs from "node:fs";
import http from "node:http";
import { createRequire } from "node:module";
import type { AddressInfo } from "node:net";
import path from "node:path";
import { build } from "vite";
import { afterAll, beforeAll, expect, test } from "vitest";
import { browserTest, hasBrowser } from "../support/browser.ts";
import { temporaryFolder } from "../support/global-setup.ts";
import { type Stage, openStage } from "../support/stage.ts";
import { buildWidget } from "../support/widget.ts";

const ROOT = path.join(import.meta.dirname, "../..");

type Component = (props: object) => unknown;
const require = createRequire(import.meta.url);
const { createElement } = require("react") as { createElement(of: Component, props: object): unknown };
const { renderToString } = require("react-dom/server") as { renderToString(element: unknown): string };
/** By address: the widget's types are the browser's, and these tests' are not. */
const components = (await import(path.join(ROOT, "widget/src/react.ts"))) as Record<string, Component>;

test("on the server each is its tag with its attributes, escaped, and nothing else", () => {
  const { GrapevinePortal, GrapevineBanner } = components as Record<string, Component> & {
    GrapevinePortal: Component;
    GrapevineBanner: Component;
  };
  const props = { server: "https://r.example", workspace: "shop", program: 'a"><script>', getToken: async () => "secret" };
  expect(renderToString(createElement(GrapevinePortal, props))).toBe(
    '<grapevine-portal server="https://r.example" workspace="shop" program="a&quot;&gt;&lt;script&gt;"></grapevine-portal>',
  );
  expect(renderToString(createElement(GrapevineBanner, { server: "/gv", publicKey: "gv_pub_x", className: "top" }))).toBe(
    '<grapevine-banner server="/gv" public-key="gv_pub_x" class="top"></grapevine-banner>',
  );
});

let stage: Stage;
let site: http.Server;
let url: string;
beforeAll(async () => {
  buildWidget();
  stage = await openStage();
  if (!hasBrowser) return;
  const folder = temporaryFolder("react");
  await stage.live.unwrap(stage.live.api.POST("/v1/portal-keys", { body: { name: "React" } }));
  fs.writeFileSync(path.join(folder, "app.ts"), app());
  await build({
    configFile: false,
    root: ROOT,
    logLevel: "error",
    define: { "process.env.NODE_ENV": '"production"' },
    resolve: { alias: { "@grapevine/widget/react": path.join(ROOT, "widget/src/react.ts") } },
    build: {
      outDir: folder,
      emptyOutDir: false,
      lib: { entry: path.join(folder, "app.ts"), formats: ["iife"], name: "app", fileName: () => "app.js" },
    },
  });
  const script = fs.readFileSync(path.join(folder, "app.js"), "utf8");
  fs.rmSync(folder, { recursive: true, force: true });
  site = http.createServer((request, response) => void answer(request, response, script)).listen(0, "127.0.0.1");
  await new Promise((resolve) => site.once("listening", resolve));
  url = `http://127.0.0.1:${(site.address() as AddressInfo).port}`;
}, 120_000);
afterAll(async () => {
  site?.closeAllConnections();
  site?.close();
  await stage.close();
});

/** A business's own app: it is drawn twice, with a new function each time, as apps are. */
function app(): string {
  const react = path.join(ROOT, "node_modules/react/index.js");
  const dom = path.join(ROOT, "node_modules/react-dom/client.js");
  return `import { createElement, useState } from ${JSON.stringify(react)};
    import { createRoot } from ${JSON.stringify(dom)};
    import { GrapevinePortal, GrapevineShare } from "@grapevine/widget/react";
    const server = ${JSON.stringify(stage.url)}, workspace = ${JSON.stringify(stage.liveWorkspace)}, program = "friends";
    window.asked = 0;
    const getToken = async () => { window.asked++; return (await (await fetch("/token")).json()).token; };
    const App = () => { const [n, set] = useState(0);
      return createElement("main", null, createElement("button", { onClick: () => set(n + 1) }, "Again " + n),
        createElement(GrapevineShare, { server, workspace, program, getToken: () => getToken() }),
        createElement(GrapevinePortal, { server, workspace, program, getToken: () => getToken() })); };
    createRoot(document.getElementById("root")).render(createElement(App));`;
}

async function answer(request: http.IncomingMessage, response: http.ServerResponse, script: string): Promise<void> {
  if (request.url === "/token") {
    const body = { user_id: "ann", program: "friends", origin: url };
    const { token } = await stage.live.unwrap(stage.live.api.POST("/v1/portal/tokens", { body }));
    response.writeHead(200, { "content-type": "application/json" }).end(JSON.stringify({ token }));
  } else if (request.url === "/app.js") response.writeHead(200, { "content-type": "text/javascript" }).end(script);
  else {
    response.writeHead(200, { "content-type": "text/html; charset=utf-8" });
    const head = '<!doctype html><html lang="en"><title>App</title><link rel="icon" href="data:,">';
    const body = request.url === "/plain" ? "" : '<div id="root"></div><script src="/app.js"></script>';
    response.end(`${head}${body}</html>`);
  }
}

browserTest("a portal without a token asks the page's getToken for the first one, set before the script came or after", async () => {
  const visitor = await stage.browser.visitor({ device: "desktop" });
  const { page } = visitor;
  const said = { server: stage.url, workspace: stage.liveWorkspace, program: "friends" };
  const script = `${stage.url}/js/portal.js`;
  for (const when of ["before", "after"]) {
    await page.goto(`${url}/plain`);
    await page.evaluate(`(async () => {
      const portal = Object.assign(document.createElement("grapevine-portal"), { className: "portal" });
      for (const [name, value] of Object.entries(${JSON.stringify(said)})) portal.setAttribute(name, value);
      window.asked = 0;
      const say = () => { portal.getToken = async () => { window.asked++; return (await (await fetch("/token")).json()).token; }; };
      if (${JSON.stringify(when)} === "before") say();
      document.body.append(portal, Object.assign(document.createElement("script"), { src: ${JSON.stringify(script)} }));
      await customElements.whenDefined("grapevine-portal");
      if (${JSON.stringify(when)} === "after") setTimeout(say, 300);
    })()`);
    await page.locator("grapevine-portal").getByRole("link", { name: "Rewards" }).first().waitFor();
    expect([when, await page.evaluate<number>("window.asked")]).toEqual([when, 1]);
    // Another language keeps her signed in with the token that was brought.
    await page.evaluate("document.querySelector('grapevine-portal').setAttribute('locale', 'de')");
    await page.locator("grapevine-portal[lang=de]").getByRole("link", { name: "Prämien" }).first().waitFor();
  }
  await visitor.close();
});

browserTest("in an app the portal and the share box come to life for who is signed in, and drawing again changes nothing", async () => {
  const visitor = await stage.browser.visitor({ device: "desktop" });
  await visitor.page.goto(url);
  await visitor.page.locator("grapevine-share").getByRole("button", { name: "Copy" }).waitFor();
  await visitor.page.locator("grapevine-portal").getByRole("link", { name: "Rewards" }).first().waitFor();
  const asked = await visitor.page.evaluate<number>("window.asked");
  await visitor.page.getByRole("button", { name: "Again 0" }).click();
  await visitor.page.getByRole("button", { name: "Again 1" }).waitFor();
  expect(await visitor.page.evaluate<number>("window.asked")).toBe(asked);
  expect(await visitor.page.evaluate<number>("document.querySelectorAll('script[src*=portal]').length")).toBe(1);
  await visitor.close();
});
