/** With JavaScript off a friend lands, claims and buys, and the advocate is rewarded: through the whole product, with a real browser. */
import { afterAll, beforeAll, expect } from "vitest";
import { type Stage, openStage } from "../support/stage.ts";
import { browserTest } from "../support/browser.ts";

let stage: Stage;
beforeAll(async () => {
  stage = await openStage();
});
afterAll(() => stage.close());

browserTest(
  "a friend without JavaScript lands, claims by her address, goes on to the shop and buys: the advocate has her reward",
  async () => {
    await stage.publish("two_way", { pages: { landing: { claim: { by: "email", event: "signup" } } } });
    const joined = await stage.client.join("two_way", { user_id: "anna", email: "anna@example.com" });
    const { code, url } = joined.links[0]!;
    await stage.call("PUT", "/v1/people/user_id:anna/shown", { name: "Anna" });

    const friend = await stage.browser.visitor({ javaScript: false, expected: [/shop\.example/] });
    const { page } = friend;
    // The shop of the preset is nobody's: what it is opened with is what counts.
    const opened: URL[] = [];
    await page.route("https://shop.example/**", (route) => {
      opened.push(new URL(route.request().url()));
      return route.fulfill({ contentType: "text/html", body: "<title>Shop</title>" });
    });
    await page.goto(url);
    expect(await page.textContent("h1")).toBe("20% off for you");
    expect(await page.textContent(".who")).toContain("Anna");
    expect(await page.textContent(".disclosure")).toContain("$20 of credit");
    // One field and one tap.
    expect(await page.locator("form input:not([type=hidden])").count()).toBe(1);
    await page.fill("#email", "mia@example.org");
    await page.click("form .button");
    expect(await page.textContent(".done")).toContain("Check your e-mail");
    expect(await page.textContent(".code code")).toBe(code);
    await friend.picture("no-script-claimed");
    await page.click("a.button");
    const [shop] = opened;
    expect(shop?.searchParams.get("gv_code")).toBe(code);

    // The shop's server tells the purchase with what came in the address.
    await stage.call("POST", "/v1/events", {
      type: "purchase",
      person: { user_id: "mia-7", email: "mia@example.org" },
      order: { id: "4711", total: 9900, currency: "USD" },
      referral: { click_id: shop!.searchParams.get("gv_click") },
    });
    const { data } = await stage.call<{ data: { rule: string; status: string }[] }>("GET", "/v1/rewards?person=user_id:anna");
    expect(data.map((each) => each.rule)).toEqual(["thanks"]);
    const hers = await stage.call<{ data: { rule: string }[] }>("GET", "/v1/rewards?person=user_id:mia-7");
    expect(hers.data.map((each) => each.rule)).toEqual(["friend-off"]);
    await friend.close();
  },
  90_000,
);
