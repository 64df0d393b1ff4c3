/** C4, C7: the landing page as a friend meets it: on a phone, in the dark, in her language, with a long text, when it is over. */
import { afterAll, beforeAll, expect } from "vitest";
import { severeFindings } from "../support/axe.ts";
import { type TestBrowser, type VisitorOptions, browserTest, hasBrowser, openBrowser } from "../support/browser.ts";
import { type LandingServer, serveLanding } from "../support/landing.ts";
import { type Shop, createShop } from "../support/shop.ts";

let shop: Shop;
let pages: LandingServer;
let browser: TestBrowser;
const codes: Record<string, string> = {};

const LANDING = {
  ends_at: "2030-02-01",
  blocks: [
    { block: "hero" as const },
    { block: "offer" as const },
    { block: "action" as const },
    { block: "steps" as const },
    { block: "proof" as const },
    {
      block: "video" as const,
      url: "https://video.example/tour",
      title: { en: "See the shop in a minute", de: "Der Laden in einer Minute" },
    },
    { block: "faq" as const },
  ],
};

beforeAll(async () => {
  if (!hasBrowser) return;
  [shop, browser] = await Promise.all([createShop(), openBrowser()]);
  pages = await serveLanding(shop.server);
  const settings = {
    brand: { name: "Corner Books", primary: "#0f6b5c", support_email: "hello@shop.example", privacy_url: "https://shop.example/privacy" },
  };
  await shop.client.unwrap(shop.client.api.PATCH("/v1/settings", { body: { settings } as never }));
  await shop.publish("two_way", { pages: { landing: LANDING } });
  await shop.publish("subscription", { pages: { landing: { claim: { by: "email", event: "signup" } } } });
  await shop.publish("direct", { pages: { landing: {} } });
  for (const program of ["two_way", "subscription", "direct"]) codes[program] = await shop.join(program, "anna");
  const shown = { name: "Anna Lind", picture: null };
  await shop.client.unwrap(
    shop.client.api.PUT("/v1/people/{person}/shown", { params: { path: { person: "user_id:anna" } }, body: shown }),
  );
  for (const [text, rating] of [
    ["Arrived the next day, wrapped like a present.", 5],
    ["Good choice, fair prices. I came for one book and left with four.", 4],
  ] as const) {
    const body = { person: "user_id:anna", program: "two_way", text, rating, shown_as: "Jo", consent: true };
    const given = await shop.client.unwrap(shop.client.api.POST("/v1/testimonials", { body: body as never }));
    await shop.client.unwrap(
      shop.client.api.POST("/v1/testimonials/{testimonial}/approve", { params: { path: { testimonial: given.id } } }),
    );
  }
});
afterAll(async () => {
  if (!hasBrowser) return;
  await pages.close();
  await Promise.all([shop.close(), browser.close()]);
});

/** Opens a page, takes its picture, and asks what every page owes: nothing severe, no sideways scroll, no complaint. */
async function look(name: string, path: string, options: VisitorOptions = {}): Promise<void> {
  const visitor = await browser.visitor(options);
  await visitor.page.goto(pages.url + path);
  await visitor.picture(`landing-${name}`);
  expect(await severeFindings(visitor.page)).toEqual([]);
  for (const width of [320, 390]) {
    await visitor.page.setViewportSize({ width, height: 700 });
    const over = "document.documentElement.scrollWidth - document.documentElement.clientWidth";
    await expect.poll(() => visitor.page.evaluate(over)).toBe(0);
  }
  await visitor.close();
}

browserTest(
  "the page is good on a phone, a desktop, in the dark, in German, in Arabic, with an address to give, with no offer",
  async () => {
    await look("phone", `/l/${codes["two_way"]}`);
    await look("desktop", `/l/${codes["two_way"]}`, { device: "desktop" });
    await look("dark", `/l/${codes["two_way"]}`, { dark: true });
    await look("german", `/l/${codes["two_way"]}`, { locale: "de-DE" });
    await look("arabic", `/l/${codes["two_way"]}`, { locale: "ar" });
    await look("email", `/l/${codes["subscription"]}`);
    await look("no-offer", `/l/${codes["direct"]}`);
    await look("nowhere", `/l/NOSUCHCODE`, { locale: "de-DE", expected: [/404/] });
    await look("terms", `/l/${codes["two_way"]}/terms`);
  },
  120_000,
);

browserTest(
  "a claimed offer, a wrong address, an offer that is over and a business's own page are as good to look at",
  async () => {
    const sent = await browser.visitor({ expected: [/422/] });
    await sent.page.goto(`${pages.url}/l/${codes["subscription"]}`);
    await sent.page.evaluate("document.querySelector('form').noValidate = true");
    await sent.page.fill("#email", "nobody");
    await sent.page.click("form .button");
    // The page comes back with what was typed.
    await sent.page.locator("#email[aria-invalid=true]").waitFor();
    await sent.picture("landing-wrong-email");
    expect(await sent.page.inputValue("#email")).toBe("nobody");
    expect(await severeFindings(sent.page)).toEqual([]);
    await sent.page.fill("#email", "kim@example.com");
    await sent.page.click("form .button");
    await sent.page.waitForSelector(".done");
    await sent.picture("landing-claimed");
    expect(await severeFindings(sent.page)).toEqual([]);
    await sent.close();

    await shop.publish("two_way", { pages: { landing: { ...LANDING, ends_at: "2030-01-01" } } });
    await look("over", `/l/${codes["two_way"]}`, { locale: "de-DE" });
    const template = `<section><p>{{ slot.face }}</p><h1>{{ business.name }}, says {{ slot.name }}</h1><p class="tall">Come in.</p>
    <img src="https://cdn.example/shop.png" alt="The shop from outside"></section>{{ action }}`;
    await shop.publish("direct", { pages: { landing: { template, css: "h1{color:#8a2d0f} .tall{font-size:20px}" } } });
    await look("template", `/l/${codes["direct"]}`, { expected: [/cdn\.example/] });
  },
  120_000,
);
