/** C4: the page between a link and the shop. */
import { afterAll, beforeAll, expect, test } from "vitest";
import { type LandingServer, serveLanding } from "../support/landing.ts";
import { type Shop, createShop } from "../support/shop.ts";

let shop: Shop;
let pages: LandingServer;
let code: string;
beforeAll(async () => {
  shop = await createShop();
  pages = await serveLanding(shop.server);
  await shop.publish("two_way", { pages: { landing: {} } });
  code = await shop.join("two_way", "anna");
});
afterAll(async () => {
  await pages.close();
  await shop.close();
});

/** Where the page's button leads. */
function buttonOf(html: string): URL {
  const href = /class="button"[^>]* href="([^"]+)"/.exec(html)?.[1] ?? "";
  return new URL(href.replaceAll("&#38;", "&"));
}

test("a link of a program with a landing page leads there, and its button to the shop with code and click id", async () => {
  const link = await pages.open(`/r/${code}`);
  expect([link.status, link.headers.location]).toEqual([302, `../l/${code}`]);
  const page = await pages.open(`/l/${code}`);
  expect(page.status).toBe(200);
  const button = buttonOf(page.html);
  expect(button.origin + button.pathname).toBe("https://shop.example/welcome");
  expect(button.searchParams.get("gv_code")).toBe(code);
  expect(button.searchParams.get("gv_click")).toMatch(/^clk_/);
  expect(page.html).not.toMatch(/[\uE000-\uF8FF]/);
});

test("who came through the page and buys rewards the advocate by the click id alone", async () => {
  const click = buttonOf((await pages.open(`/l/${code}`)).html).searchParams.get("gv_click")!;
  await shop.send({ type: "signup", person: { user_id: "f1" }, referral: { click_id: click } });
  const bought = await shop.buys("f1", { id: "o-1", total: 9900 });
  expect(bought.decisions.flatMap((each) => each.rewards.map((r) => [r.rule, r.value.amount]))).toEqual([["thanks", 2000]]);
});

test("with an address a friend claims without JavaScript, gets the code, and buying with it rewards the advocate", async () => {
  await shop.publish("two_way", { pages: { landing: { claim: { by: "email", event: "signup" } } } });
  const page = await pages.open(`/l/${code}`);
  const [, action = ""] = /<form method="post" action="([^"]+)"/.exec(page.html) ?? [];
  const [, click = ""] = /name="gv_click" value="([^"]+)"/.exec(page.html) ?? [];
  const sent = await pages.post(action.replaceAll("&#38;", "&"), { email: "Mia@Example.com", gv_click: click });
  expect(sent.status).toBe(303);
  const done = await pages.open(sent.headers.location!);
  expect(done.html).toContain("Check your e-mail");
  expect(done.html).toContain(code);
  expect(buttonOf(done.html).searchParams.get("gv_click")).toBe(click);
  const found = await shop.client.unwrap(shop.client.api.POST("/v1/people/search", { body: { email: "mia@example.com" } }));
  const query = { person: found.data[0]!.id, limit: 10 };
  const { data } = await shop.client.unwrap(shop.client.api.GET("/v1/rewards", { params: { query } }));
  expect(data.map((each) => each.rule)).toEqual(["friend-off"]);
  const bought = await shop.send({
    type: "purchase",
    person: { email: "mia@example.com" },
    order: { id: "o-2", total: 9900, currency: "USD" },
    referral: { code },
  });
  expect(bought.decisions.flatMap((each) => each.rewards.map((r) => [r.rule, r.value.amount]))).toEqual([["thanks", 2000]]);
});

test("the public page of a program names nobody and may be found; a personal one may not; both have a picture", async () => {
  const { slug } = await shop.client.unwrap(shop.client.api.GET("/v1/settings"));
  const open = await pages.open(`/o/${slug}/two_way`);
  expect([open.status, open.headers["x-robots-tag"], /noindex/.test(open.html)]).toEqual([200, undefined, false]);
  expect(open.html).not.toContain(code);
  const personal = await pages.open(`/l/${code}`);
  expect([personal.headers["x-robots-tag"], /<meta name="robots" content="noindex">/.test(personal.html)]).toEqual(["noindex", true]);
  const [, image = ""] = /property="og:image" content="http:\/\/localhost:4400([^"]+)"/.exec(personal.html) ?? [];
  const picture = await pages.open(image.replaceAll("&#38;", "&"));
  expect([picture.status, picture.headers["content-type"]]).toEqual([200, "image/png"]);
  const again = await pages.open(image.replaceAll("&#38;", "&"), { "If-None-Match": String(picture.headers.etag) });
  expect(again.status).toBe(304);
});

test("a page for candidates sends nobody to order; one of a shop does", async () => {
  await shop.publish("employee", { pages: { landing: {} } });
  const { slug } = await shop.client.unwrap(shop.client.api.GET("/v1/settings"));
  const { html } = await pages.open(`/o/${slug}/employee`);
  expect(html).toContain("Continue to");
  expect(html).not.toContain("Order as usual");
  expect((await pages.open(`/o/${slug}/two_way`)).html).toContain("Order as usual");
});
