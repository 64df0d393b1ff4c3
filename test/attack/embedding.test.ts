/** A page that embeds the portal and means harm, and another that holds a token which is not for it: nothing of a member gets to either. */
import { afterAll, beforeAll, expect } from "vitest";
import { type Visitor, browserTest, hasBrowser } from "../support/browser.ts";
import { HOOK, MARK, intruders } from "../support/corpus.ts";
import { carry, signIn } from "../support/member.ts";
import { type Site, openSite } from "../support/site.ts";
import { type Stage, openStage } from "../support/stage.ts";
import { say } from "../support/story.ts";

const EMAIL = "ann@friend.example";

let stage: Stage;
let shop: Site;
let other: Site;
beforeAll(async () => {
  stage = await openStage();
  if (!hasBrowser) return;
  [shop, other] = await Promise.all([openSite(), openSite()]);
  await stage.publish("two_way");
  await stage.client.join("two_way", { user_id: "ann", email: EMAIL, name: "Ann Meier" });
  await stage.call("POST", "/v1/portal-keys", { name: "Shop server" });
}, 90_000);
afterAll(async () => {
  await shop?.close();
  await other?.close();
  await stage?.close();
});

/** As the shop's server makes one for its own page. */
async function tokenFor(origin: string): Promise<string> {
  const body = { user_id: "ann", program: "two_way", origin };
  return (await stage.call<{ token: string }>("POST", "/v1/portal/tokens", body)).token;
}

/** A page with the portal in it. `before` stands in front of our script, `after` behind the element. */
function page(token: string, { before = "", after = "" } = {}): string {
  return `<!doctype html><html lang="en"><meta charset="utf-8"><title>Shop</title>${before}
<script src="${stage.url}/js/portal.js"></script>
<grapevine-portal workspace="${stage.workspace}" program="two_way" token="${token}"></grapevine-portal>${after}</html>`;
}

/** Opens the page; notes whom a request with a token in it went to. */
async function open(site: Site, html: string, expected: RegExp[] = []): Promise<{ visitor: Visitor; told: string[] }> {
  site.pages.set("/", html);
  const visitor = await stage.browser.visitor({ device: "desktop", before: HOOK, expected });
  const told: string[] = [];
  visitor.page.on("request", (request) => {
    if (request.headers()["authorization"] !== undefined) told.push(new URL(request.url()).origin);
  });
  await visitor.page.goto(site.url);
  return { visitor, told };
}

const copyButton = (visitor: Visitor) => visitor.page.getByRole("button", { name: say("share.copy"), exact: true });

browserTest("in the shop's own page the portal works with a token of its server, and the token goes to nobody but us", async () => {
  const { visitor, told } = await open(shop, page(await tokenFor(shop.url)));
  await copyButton(visitor).waitFor();
  expect(new Set(told)).toEqual(new Set([new URL(stage.url).origin]));
  await visitor.close();
});

browserTest("the same token in another site's page shows nothing of hers", async () => {
  const { visitor } = await open(other, page(await tokenFor(shop.url)), [/401|CORS|ERR_FAILED/]);
  await visitor.page.locator("grapevine-portal main:visible").waitFor();
  await visitor.page.waitForTimeout(1_000);
  const text = await visitor.page.locator("grapevine-portal").innerText();
  expect(text).not.toMatch(/\/r\/|\/l\/|Ann Meier|ann@/);
  expect(await copyButton(visitor).count()).toBe(0);
  await visitor.close();
});

/** Each alone: all of them together break the portal before it could do anything wrong, and then nothing is proved. */
const MARKUP = `'<img src=x id=${MARK} onerror=alert(1)>'`;
const POLLUTIONS: Record<string, string> = {
  ...Object.fromEntries(
    ["html", "text", "innerHTML", "template", "strings", "values", "_$litType$", "title", "detail", "label", "why", "url", "link"].map(
      (name) => [name, `Object.prototype[${JSON.stringify(name)}] = ${MARKUP}`],
    ),
  ),
  server: 'Object.prototype.server = "https://evil.example"',
  body: 'Object.prototype.body = "polluted"',
  headers: 'Object.prototype.headers = { "x-polluted": "1" }',
  credentials: 'Object.prototype.credentials = "include"',
  toJSON: 'Array.prototype.toJSON = function () { return ["polluted"]; }',
};

browserTest(
  "prototypes that were polluted before our script came make it run nothing and send the token nowhere else",
  async () => {
    const drawn: string[] = [];
    // How long a page takes here and now: one that is not drawn in several times as much is not drawn.
    const began = performance.now();
    const { visitor: clean } = await open(shop, page(await tokenFor(shop.url)));
    await copyButton(clean).waitFor();
    await clean.close();
    const patience = Math.max(2_000, 5 * (performance.now() - began));
    for (const [name, script] of Object.entries(POLLUTIONS)) {
      const html = page(await tokenFor(shop.url), { before: `<script>${script}</script>` });
      const { visitor, told } = await open(shop, html, [/./]);
      // Whether the portal still works in such a page is the page's concern; what it may not do is ours.
      const works = await copyButton(visitor)
        .waitFor({ timeout: patience })
        .then(
          () => true,
          () => false,
        );
      if (works) drawn.push(name);
      expect([name, await intruders(visitor.page)]).toEqual([name, []]);
      expect([name, told.filter((origin) => origin !== new URL(stage.url).origin)]).toEqual([name, []]);
      await visitor.close();
    }
    console.log(`drawn in spite of ${drawn.join(", ")}`);
    expect(drawn.length).toBeGreaterThan(8);
  },
  240_000,
);

const SHOUTS = `<script>
  const shapes = ["{}", '{"type":"token"}', '{"type":"grapevine","token":"x"}', '{"method":"refresh"}', '"grapevine:token"'];
  setInterval(() => { for (const each of shapes) { postMessage(JSON.parse(each), "*"); postMessage(each, "*"); } }, 20);
  window.heard = [];
  addEventListener("message", ({ data }) => {
    if (!shapes.includes(JSON.stringify(data)) && !shapes.includes(data)) heard.push(data);
  });
</script>`;

browserTest("messages that a page shouts are not listened to, and the portal shouts nothing back", async () => {
  const { visitor, told } = await open(shop, page(await tokenFor(shop.url), { after: SHOUTS }));
  await copyButton(visitor).waitFor();
  await visitor.page.waitForTimeout(500);
  expect(await visitor.page.evaluate("heard")).toEqual([]);
  const asked = told.length;
  await visitor.page.waitForTimeout(500);
  expect(told).toHaveLength(asked);
  expect(await copyButton(visitor).count()).toBe(1);
  await visitor.close();
});

browserTest("another site's script cannot use the session of whoever is signed in at the hosted portal", async () => {
  const visitor = await stage.browser.visitor({ device: "desktop", expected: [/CORS|ERR_FAILED|40\d/] });
  await carry(visitor, stage, await signIn(stage, { email: EMAIL, program: "two_way" }));
  await visitor.page.goto(`${stage.url}/p/${stage.workspace}/two_way`);
  await copyButton(visitor).waitFor();
  other.pages.set("/", "<!doctype html><title>Other</title>");
  await visitor.page.goto(other.url);
  const ask = (path: string, method: string): Promise<string> =>
    visitor.page.evaluate<string>(`fetch(${JSON.stringify(stage.url + path)}, { method: "${method}", credentials: "include",
      headers: ${method === "GET" ? "{}" : '{ "content-type": "text/plain" }'}, body: ${method === "GET" ? "undefined" : '"{}"'} })
      .then(async (answer) => answer.status + " " + (await answer.text()), (error) => "blocked " + error.message)`);
  const read = await ask(`/v1/portal?workspace=${stage.workspace}&program=two_way`, "GET");
  expect(read).not.toMatch(/Ann Meier|ann@friend/);
  expect(await ask("/v1/portal/sign-out", "POST")).toMatch(/^(blocked|4\d\d)/);
  await visitor.page.goto(`${stage.url}/p/${stage.workspace}/two_way`);
  await copyButton(visitor).waitFor();
  await visitor.close();
});
