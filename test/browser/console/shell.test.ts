/** The console's frame: it opens, goes everywhere by name, on a desktop and on a phone, and axe finds nothing serious. */
import { afterAll, beforeAll, expect } from "vitest";
import { severeFindings } from "../../support/axe.ts";
import { browserTest, openConsole } from "../../support/console.ts";
import { type Stage, openStage } from "../../support/stage.ts";

let stage: Stage;
beforeAll(async () => {
  stage = await openStage();
}, 60_000);
afterAll(async () => {
  await stage.close();
});

browserTest(
  "an operator opens the console, finds a page by Ctrl-K, and the person who is in it",
  async () => {
    const operator = await openConsole(stage);
    const { page } = operator;
    await page.goto(`${stage.url}/app`, { waitUntil: "networkidle" });
    // Nothing has happened here yet: the first page leads to the set-up.
    await page.waitForURL(`**/app/${stage.liveWorkspace}/setup`);
    await page.keyboard.press("Control+k");
    await page.getByPlaceholder("Go to, or search").fill("people");
    await page.keyboard.press("Enter");
    await page.getByRole("heading", { name: "People", level: 1 }).waitFor();
    await page.getByRole("row", { name: /Ann/ }).click();
    await page.getByRole("heading", { name: "Ann", level: 1 }).waitFor();
    expect(await severeFindings(page)).toEqual([]);
    await operator.close();
  },
  60_000,
);

browserTest(
  "without a session the page says so, and shows nothing of the workspace",
  async () => {
    const visitor = await stage.browser.visitor({ device: "phone", expected: [/401/] });
    await visitor.page.goto(`${stage.url}/app/${stage.liveWorkspace}/people`, { waitUntil: "networkidle" });
    await visitor.page.getByRole("heading", { level: 1 }).waitFor();
    expect(await visitor.page.textContent("body")).not.toContain("Ann");
    expect(await severeFindings(visitor.page)).toEqual([]);
    await visitor.close();
  },
  60_000,
);
