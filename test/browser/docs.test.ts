/** The documents as somebody reads them: by eye, by ear, by keyboard, on a narrow phone. */
import { afterAll, beforeAll, expect } from "vitest";
import { severeFindings, tabTo } from "../support/axe.ts";
import { browserTest } from "../support/browser.ts";
import { type Stage, openStage } from "../support/stage.ts";

let stage: Stage;
beforeAll(async () => {
  stage = await openStage();
});
afterAll(() => stage.close());

const PAGES = ["/docs", "/docs/guide/ten-minutes", "/docs/guide/hosting", "/docs/guide/snippet", "/docs/kinds/tiered", "/docs/glossary"];

for (const dark of [false, true]) {
  browserTest(`nothing serious for axe, and nothing that scrolls sideways at 320 px (${dark ? "dark" : "light"})`, async () => {
    const reader = await stage.browser.visitor({ dark });
    await reader.page.setViewportSize({ width: 320, height: 700 });
    for (const path of PAGES) {
      await reader.page.goto(stage.url + path);
      const wide = await reader.page.evaluate<number>("document.documentElement.scrollWidth");
      expect([path, wide <= 320, ...(await severeFindings(reader.page))]).toEqual([path, true]);
      await reader.picture(`docs${path.replaceAll("/", "-")}${dark ? "-dark" : ""}`);
    }
    await reader.close();
  });
}

browserTest("by keyboard: over the list to the text, and from a guide to the next", async () => {
  const reader = await stage.browser.visitor({ device: "desktop" });
  await reader.page.goto(`${stage.url}/docs/guide/ten-minutes`);
  await tabTo(reader.page, /To the text/);
  await reader.page.keyboard.press("Enter");
  await expect.poll(() => reader.page.url()).toContain("#text");
  await tabTo(reader.page, /gv\.js →/, 90);
  await reader.page.keyboard.press("Enter");
  await reader.page.getByRole("heading", { level: 1, name: "gv.js" }).waitFor();
  await reader.picture("docs-desktop");
  await reader.close();
});
