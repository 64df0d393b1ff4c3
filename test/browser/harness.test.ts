/** The harness itself: the real product in a real browser, complaints that are seen, mail that is parsed. */
import { createTransport } from "nodemailer";
import { afterAll, beforeAll, expect } from "vitest";
import { focused, severeFindings, sideways, smallTargets } from "../support/axe.ts";
import { browserTest } from "../support/browser.ts";
import { type Stage, openStage } from "../support/stage.ts";

let stage: Stage;
beforeAll(async () => {
  stage = await openStage();
}, 90_000);
afterAll(() => stage?.close());

browserTest("an operator opens her sign-in link on a phone, presses the button, and is in", async () => {
  const visitor = await stage.browser.visitor({ device: "phone" });
  await visitor.page.goto(stage.product.info["sign_in_link"] ?? "");
  await visitor.picture("operator-sign-in-phone");
  await visitor.page.getByRole("button", { name: "Sign in" }).tap();
  // In a shop where nothing has happened yet she is led on to the set-up.
  await visitor.page.waitForURL(/\/app\/.*setup$/);
  await visitor.page.getByRole("heading", { level: 1, name: "Set up a program" }).waitFor();
  await visitor.page.getByText("My shop").first().waitFor();
  await visitor.close();
});

browserTest("a page that throws, logs an error or asks for what is not there is found out", async () => {
  const visitor = await stage.browser.visitor();
  await visitor.page.goto("about:blank");
  await visitor.page.evaluate(() => {
    console.error("seeded error");
    setTimeout(() => {
      throw new Error("seeded exception");
    });
    return fetch("http://127.0.0.1:1/").catch(() => {});
  });
  await expect.poll(() => visitor.complaints.join("\n")).toMatch(/seeded exception/);
  expect(visitor.complaints.join("\n")).toMatch(/seeded error/);
  await expect.poll(() => visitor.complaints.join("\n")).toMatch(/request: GET http:\/\/127.0.0.1:1\//);
  await expect(visitor.close()).rejects.toThrow(/seeded/);
});

browserTest("two visitors do not share cookies, and closing one leaves the other alone", async () => {
  const [one, two] = [await stage.browser.visitor(), await stage.browser.visitor({ device: "desktop", javaScript: false })];
  await one.page.goto(`${stage.url}/docs/errors`);
  await two.page.goto(`${stage.url}/docs/errors`);
  await one.context.addCookies([{ name: "a", value: "1", url: stage.url }]);
  expect(await two.context.cookies()).toEqual([]);
  await one.close();
  expect(await two.page.title()).toBe("Error codes");
  await two.close();
});

browserTest("a letter goes through SMTP and comes out parsed, with its links; a refused mailbox is refused", async () => {
  const transport = createTransport(stage.inbox.url);
  const text = "See https://shop.example/p/1?a=2 and more";
  await transport.sendMail({ from: "a@shop.example", to: "Zoë <zoe@friend.example>", subject: "Grüße an 東京", text });
  const letter = await stage.inbox.waitFor("zoe@friend.example", "Grüße");
  expect(letter).toMatchObject({ subject: "Grüße an 東京", from_: "a@shop.example", links: ["https://shop.example/p/1?a=2"] });
  stage.inbox.refuse.add("gone@friend.example");
  await expect(transport.sendMail({ from: "a@shop.example", to: "gone@friend.example", subject: "x", text })).rejects.toThrow(/550/);
  transport.close();
});

browserTest(
  "what keeps people out of a page is found: grey on grey, no label, no room for a thumb, too wide, a bar over the focus",
  async () => {
    const visitor = await stage.browser.visitor({ device: "phone" });
    await visitor.page.setContent(`<!doctype html><html lang="en"><title>t</title><meta name="viewport" content="width=device-width">
    <main><h1>t</h1><p style="color:#999;background:#aaa">grey</p><input><button style="height:20px">small</button>
    <div style="width:400px">wide</div></main>
    <div style="position:fixed;inset:0;background:#fff"></div></html>`);
    expect((await severeFindings(visitor.page)).map((line) => line.split(":")[0]).sort()).toEqual(
      expect.arrayContaining(["color-contrast", "label"]),
    );
    expect(await smallTargets(visitor.page)).toEqual(expect.arrayContaining([expect.stringMatching(/^button "small" \d+x20$/)]));
    expect(await sideways(visitor.page, 320)).toBeGreaterThan(70);
    await visitor.page.keyboard.press("Tab");
    await visitor.page.keyboard.press("Tab");
    expect(await focused(visitor.page)).toMatchObject({ name: "small", inView: false });
    await visitor.close();
  },
);
