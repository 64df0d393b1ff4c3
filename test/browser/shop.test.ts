/** The example shop and the elements in it: from a customer's thanks page to her friend's order, her portal, and a return. */
import { afterAll, beforeAll, describe, expect } from "vitest";
import { type Shop, startShop } from "../../examples/shop/shop.ts";
import { severeFindings, tabTo } from "../support/axe.ts";
import { type Visitor, browserTest, hasBrowser } from "../support/browser.ts";
import { type Stage, openStage } from "../support/stage.ts";
import { buildWidget } from "../support/widget.ts";

let stage: Stage;
let shop: Shop;
beforeAll(async () => {
  buildWidget();
  stage = await openStage();
  if (hasBrowser) shop = await startShop({ url: stage.url, key: stage.product.info["secret_key"]!, port: 0 });
});
afterAll(async () => {
  await shop?.close();
  await stage.close();
});

/**
 * Buys one tin from wherever the visitor is; returns at the thanks page. `offered`: what the banner of a friend's link says there. One that
 * comes between a button's press and its release moves it away, and the click is nobody's: once, in a busy run, the basket never came.
 */
async function buy({ page }: Visitor, who: { name: string; email: string }, offered?: string): Promise<void> {
  await page.goto(`${shop.url}/tea/night-garden`);
  if (offered !== undefined) await page.locator("grapevine-banner").getByText(offered).waitFor();
  await page.getByRole("button", { name: "Into the basket" }).click();
  await page.getByRole("link", { name: "To the checkout" }).click();
  await page.getByLabel("Name").fill(who.name);
  await page.getByLabel("E-mail").fill(who.email);
  await page.getByRole("button", { name: "Continue" }).click();
  await page.getByRole("button", { name: "Order and pay" }).click();
  await page.getByRole("heading", { name: `Thank you, ${who.name}` }).waitFor();
}
let link = "";

describe("a customer", () => {
  browserTest("joins with one tap where she has just ordered, copies her link, and it says where it was shared from", async () => {
    const anna = await stage.browser.visitor();
    await buy(anna, { name: "Anna", email: "anna@tea.example" });
    const box = anna.page.locator("grapevine-post-purchase");
    await box.getByRole("heading", { name: "Do you know somebody who would like this?" }).waitFor();
    expect(await severeFindings(anna.page)).toEqual([]);
    await anna.picture("shop-thanks");
    await box.getByRole("button", { name: "Get my link" }).tap();
    await box.getByRole("button", { name: "Copy" }).tap();
    await box.getByText("Link copied").waitFor();
    link = await anna.page.evaluate<string>("navigator.clipboard.readText()");
    expect(link).toMatch(/\/r\/[A-Z0-9]{10}\?c=post_purchase$/);
    await expect.poll(() => box.getByRole("link", { name: "WhatsApp" }).getAttribute("href")).toContain(encodeURIComponent(link));
    await box.getByText("I get 8 EUR of credit if you order.").waitFor();
    expect(await severeFindings(anna.page)).toEqual([]);
    await anna.picture("shop-thanks-joined");
    await anna.close();
  });
});

describe("her friend", () => {
  browserTest("sees who sent her and what she gets, orders with her coupon, and the advocate has her reward waiting", async () => {
    const ben = await stage.browser.visitor({ device: "desktop" });
    await ben.page.goto(link);
    const banner = ben.page.locator("grapevine-banner");
    await banner.getByText("recommends us: 15% off").waitFor();
    await banner.getByText("What you get").click();
    await banner.getByText(/coupon for 15% off/i).waitFor();
    expect(await severeFindings(ben.page)).toEqual([]);
    await ben.picture("shop-banner");
    await ben.page.getByRole("button", { name: "Yes" }).click();
    await buy(ben, { name: "Ben", email: "ben@tea.example" }, "recommends us: 15% off");
    await ben.page.getByText("You paid €19.04").waitFor();

    const anna = await stage.browser.visitor();
    await anna.page.goto(`${shop.url}/account`);
    await anna.page.getByLabel("E-mail").fill("anna@tea.example");
    await anna.page.getByRole("button", { name: "Sign in" }).tap();
    const portal = anna.page.locator("grapevine-portal");
    await portal.getByRole("link", { name: "Rewards" }).tap();
    await portal.getByText(/€8/).first().waitFor();
    await portal
      .getByText(/Waiting until/i)
      .first()
      .waitFor();
    await anna.picture("shop-account");

    await ben.page.goto(`${shop.url}/office`);
    await ben.page.getByText("thanks: €8.00, pending").waitFor();
    await ben.page.getByRole("row", { name: /Ben/ }).getByRole("button", { name: "Refund" }).click();
    await ben.page.getByText(/reversed/).waitFor();
    await anna.page.reload();
    await portal.getByRole("link", { name: "Rewards" }).tap();
    await portal
      .getByText(/taken back/i)
      .first()
      .waitFor();
    await anna.picture("shop-account-taken-back");
    await ben.close();
    await anna.close();
  });

  browserTest("a banner can be put away, by keyboard too, and shows nothing to whoever came by herself", async () => {
    const visitor = await stage.browser.visitor({ device: "desktop" });
    await visitor.page.goto(shop.url);
    await visitor.page.waitForFunction("window.gv && gv.settings");
    expect(await visitor.page.locator("grapevine-banner").getByRole("region").count()).toBe(0);
    await visitor.page.goto(link);
    await visitor.page.locator("grapevine-banner").getByRole("region").waitFor();
    await tabTo(visitor.page, /Hide this/);
    await visitor.page.keyboard.press("Enter");
    await expect.poll(() => visitor.page.locator("grapevine-banner").getByRole("region").count()).toBe(0);
    await visitor.close();
  });
});

describe("the button in the corner", () => {
  browserTest(
    "opens the portal over the page by keyboard, gives the focus back, and shows whoever is unknown what the program is",
    async () => {
      const visitor = await stage.browser.visitor({ device: "desktop" });
      await visitor.page.goto(`${shop.url}/tea/harbour`);
      await visitor.page.locator("grapevine-button").getByRole("button", { name: "Recommend us" }).waitFor();
      await tabTo(visitor.page, /Recommend us/);
      await visitor.page.keyboard.press("Enter");
      await visitor.page
        .locator("grapevine-portal")
        .getByText(/15% off/)
        .first()
        .waitFor();
      expect(await severeFindings(visitor.page)).toEqual([]);
      await visitor.picture("shop-portal-dialog");
      await visitor.page.keyboard.press("Escape");
      await expect.poll(() => visitor.page.locator("grapevine-portal").isVisible()).toBe(false);
      await visitor.close();
    },
  );
});

describe("every page of the shop", () => {
  for (const dark of [false, true]) {
    browserTest(`has nothing serious for axe (${dark ? "dark" : "light"}), and nothing that its own policy forbids`, async () => {
      const visitor = await stage.browser.visitor({ dark });
      for (const path of ["/", "/tea/orchard", "/basket", "/account", "/office"]) {
        await visitor.page.goto(shop.url + path);
        await visitor.page.waitForLoadState("networkidle");
        expect([path, ...(await severeFindings(visitor.page))]).toEqual([path]);
        await visitor.picture(`shop${path.replaceAll("/", "-")}${dark ? "-dark" : ""}`);
      }
      await visitor.close();
    });
  }
});
