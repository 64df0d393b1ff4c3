/** C9: the till's page: sign in with a till's key, look at a code, redeem it once with the receipt's number, also without JavaScript. */
import { afterAll, beforeAll, expect, test } from "vitest";
import { severeFindings } from "../support/axe.ts";
import { type TestBrowser, type Visitor, browserTest, hasBrowser, openBrowser } from "../support/browser.ts";
import { type Shop, createShop } from "../support/shop.ts";

let shop: Shop;
let browser: TestBrowser;
let till: string;
let slug: string;
let code: string;

beforeAll(async () => {
  shop = await createShop();
  if (hasBrowser) browser = await openBrowser();
  await shop.publish("two_way");
  code = await shop.join("two_way", "anna");
  const made = await shop.server.call("POST", "/v1/keys", {
    key: shop.server.a.testKey,
    body: { kind: "test", name: "Till", scopes: ["till"] },
  });
  till = made.body.key as string;
  slug = (await shop.client.unwrap(shop.client.api.GET("/v1/settings"))).slug;
});
afterAll(async () => {
  await shop.close();
  if (hasBrowser) await browser.close();
});

const coupon = async (user: string): Promise<string> => {
  await shop.send({ type: "signup", person: { user_id: user }, referral: { code } });
  return (await shop.server.call("GET", `/v1/coupons?person=user_id:${user}`, { key: shop.server.a.testKey })).body.data.at(-1)
    .code as string;
};

const form = (path: string, fields: Record<string, string>, cookie: string): Promise<Response> =>
  fetch(`${shop.server.url}/p/${slug}/till${path}`, {
    method: "POST",
    redirect: "manual",
    headers: { "content-type": "application/x-www-form-urlencoded", "sec-fetch-site": "same-origin", cookie },
    body: new URLSearchParams(fields),
  });

async function signedIn(visitor: Visitor): Promise<void> {
  const { page } = visitor;
  await page.goto(`${shop.server.url}/p/${slug}/till`);
  await page.fill("#key", till);
  await page.click("button");
  await page.waitForSelector("#code");
}

browserTest(
  "a clerk types the code, sees what it is worth, redeems it once; the second till is told that it was used",
  async () => {
    const mine = await coupon("bea");
    const first = await browser.visitor({ javaScript: false });
    const second = await browser.visitor({ dark: true });
    await first.page.goto(`${shop.server.url}/p/${slug}/till`);
    await first.picture("till-key");
    await Promise.all([signedIn(first), signedIn(second)]);
    for (const { page } of [first, second]) {
      await page.fill("#code", ` ${mine.toLowerCase()} `);
      await page.click("[value=look]");
      await page.waitForSelector(".good");
    }
    expect(await first.page.textContent(".worth")).toBe("20% off");
    await first.picture("till-good");
    expect(await severeFindings(second.page)).toEqual([]);
    await first.page.fill("#customer", "bea");
    await first.page.fill("#receipt", "R-1");
    await first.page.click("[value=redeem]");
    expect(await first.page.textContent(".verdict")).toContain(`Receipt: ${mine}-1`);
    await first.picture("till-done");
    await second.page.fill("#customer", "bea");
    await second.page.fill("#receipt", "S-1");
    await second.page.click("[value=redeem]");
    expect(await second.page.textContent(".bad")).toContain("It was used already.");
    await second.picture("till-used");
    await Promise.all([first.close(), second.close()]);
  },
  60_000,
);

browserTest(
  "without a connection nothing is sent, what was typed stays, and the page says so",
  async () => {
    const visitor = await browser.visitor({ expected: [/ERR_INTERNET_DISCONNECTED/] });
    await signedIn(visitor);
    await visitor.page.fill("#code", "ABC");
    await visitor.context.setOffline(true);
    await visitor.page.click("[value=look]");
    await visitor.page.waitForSelector("[data-offline]:not([hidden])");
    expect(await visitor.page.inputValue("#code")).toBe("ABC");
    await visitor.picture("till-offline");
    await visitor.close();
  },
  30_000,
);

test("a button pressed twice redeems once and says the same; a link that was scanned is its code", async () => {
  const mine = await coupon("carl");
  const cookie = `gv_till=${till}`;
  const once = "x".repeat(24);
  const both = await Promise.all(
    [1, 2].map(() => form("", { code: mine, act: "redeem", once, receipt: "R-2", customer: "carl" }, cookie).then((r) => r.text())),
  );
  expect(both.map((html) => html.includes(`Receipt: ${mine}-1`))).toEqual([true, true]);
  const another = await coupon("dora");
  const stolen = await form("", { code: another, act: "redeem", customer: "carl" }, cookie);
  expect(await stolen.text()).toContain("It belongs to somebody else.");
  const scanned = await form("", { code: `https://shop.example/welcome?gv_code=${another}`, act: "look" }, cookie);
  expect(await scanned.text()).toContain("This code is good");
});

test("a key of another scope, workspace or kind opens no till, and a page of another site presses no button", async () => {
  const other = await shop.server.call("POST", "/v1/keys", {
    body: { kind: "secret", name: "", scopes: ["till"] },
    key: shop.server.b.secretKey,
  });
  const reads = await shop.server.call("POST", "/v1/keys", {
    body: { kind: "test", name: "", scopes: ["people:read"] },
    key: shop.server.a.testKey,
  });
  for (const key of [other.body.key, reads.body.key, "gv_test_nonsense", "", shop.server.a.secretKey]) {
    const answer = await form("/sign-in", { key: key as string }, "");
    expect([answer.status, answer.headers.get("set-cookie")]).toEqual([401, null]);
  }
  const cross = await fetch(`${shop.server.url}/p/${slug}/till`, {
    method: "POST",
    headers: {
      "content-type": "application/x-www-form-urlencoded",
      "sec-fetch-site": "cross-site",
      origin: "https://evil.example",
      cookie: `gv_till=${till}`,
    },
    body: "code=x&act=redeem",
  });
  expect(cross.status).toBe(403);
});
