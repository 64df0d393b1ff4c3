/** The console's frame: it opens, goes everywhere by name, on a desktop and on a phone, and axe finds nothing serious. */
import { afterAll, beforeAll, expect } from "vitest";
import { severeFindings } from "../../support/axe.ts";
import { browserTest, openConsole, operatorCookie } from "../../support/console.ts";
import { type Stage, openStage } from "../../support/stage.ts";

let stage: Stage;
beforeAll(async () => {
  stage = await openStage();
});
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

browserTest(
  "screens that no job's own test looks at: axe finds nothing serious, and nothing sticks out at 320 pixels",
  async () => {
    const operator = await openConsole(stage, { device: "phone" });
    const { page } = operator;
    await page.setViewportSize({ width: 320, height: 720 });
    const areas = ["/campaigns/asks", "/campaigns/new", "/referrals/boards", "/developers"];
    for (const path of [...areas, "/insights/value", "/insights/participation", "/insights/tracking"]) {
      await operator.open(path);
      const wide = (): Promise<number> => page.evaluate("document.documentElement.scrollWidth - document.documentElement.clientWidth");
      await expect.poll(async () => [path, await wide()]).toEqual([path, 0]);
      expect([path, ...(await severeFindings(page))]).toEqual([path]);
    }
    await operator.close();
  },
  60_000,
);

/** What a role may not see says so; what it may not do is not offered. The endpoints themselves: test/http/roles.test.ts. */
const ROLES = [
  { role: "support", shut: ["/rewards/payouts", "/developers/webhooks", "/settings/audit"], not: { "/programs": "New program" } },
  { role: "analyst", shut: ["/developers/imports", "/developers/mail"], not: { "/settings/operators": "Invite" } },
  { role: "finance", shut: [], not: { "/people": "Import", "/insights/experiments": "Plan an experiment" } },
  { role: "manager", shut: [], not: { "/settings": "Close it", "/settings/keys": "Make a key" } },
] as const;

browserTest(
  "each role is told what is not for it, in words, and is offered nothing that the server would refuse",
  async () => {
    for (const { role, shut, not } of ROLES) {
      const operator = await openConsole(stage, { cookie: await operatorCookie(stage, role), expected: [/403/] });
      for (const path of shut) {
        await operator.open(path);
        await operator.page.getByRole("alert").filter({ hasText: "Not for your role" }).first().waitFor();
      }
      for (const [path, act] of Object.entries(not)) {
        await operator.open(path);
        const shown = operator.page.locator("#page");
        const offered = shown.getByRole("button", { name: act }).or(shown.getByRole("link", { name: act }));
        await expect.poll(async () => [role, path, await offered.count()]).toEqual([role, path, 0]);
      }
      await operator.close();
    }
  },
  60_000,
);
