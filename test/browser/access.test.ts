/** For everybody: axe finds nothing serious on any page in any language, nothing is too small or too wide, and the keyboard suffices. */
import { afterAll, beforeAll, describe, expect } from "vitest";
import { LANGUAGES } from "../../src/core/words.ts";
import { focused, severeFindings, sideways, smallTargets, tabOrder, tabTo } from "../support/axe.ts";
import { browserTest, hasBrowser } from "../support/browser.ts";
import { codeIn } from "../support/member.ts";
import { PAGES, openPage } from "../support/pages.ts";
import { inFull, runs } from "../support/seeds.ts";
import { say } from "../support/story.ts";
import { type World, friendsOfAnn, openWorld, thingsOfAnn } from "../support/world.ts";

let world: World;
beforeAll(async () => {
  world = await openWorld();
  if (!hasBrowser) return;
  await friendsOfAnn(world);
  await thingsOfAnn(world);
});
afterAll(() => world?.close());

/** The narrowest phone: WCAG's reflow, and what 200 % zoom makes of a small one. */
const NARROW = 320;

/** Not in full: English, the longest words or the other direction, and one of the others, by chance. */
const CHOSEN = ["de", "ar"];
const OTHERS = Object.keys(LANGUAGES).filter((each) => each !== "en" && !CHOSEN.includes(each));
const chance = Math.abs(runs(1).seed);
const TAGS = inFull ? Object.keys(LANGUAGES) : ["en", CHOSEN[chance % 2]!, OTHERS[chance % OTHERS.length]!];

describe.each(TAGS)("pages in %s", (locale) => {
  const cases = PAGES.filter((each) => locale === "en" || each.onlyEnglish !== true);
  browserTest(
    "have nothing that axe calls serious, scroll only downwards at 320 px, and fit a thumb",
    async () => {
      const bad: string[] = [];
      const visitor = await world.browser.visitor({ locale, expected: cases.flatMap((each) => each.expected ?? []) });
      for (const each of cases) {
        await openPage(world, visitor, each);
        const note = (what: string, found: string[]): void => void bad.push(...found.map((line) => `${each.name} ${what}: ${line}`));
        note("axe", await severeFindings(visitor.page));
        // Documents are read at a desk.
        if (each.onlyEnglish !== true) note("thumb", await smallTargets(visitor.page));
        const over = await sideways(visitor.page, NARROW);
        if (over > 0) note("wide", [`${over} px too wide at ${NARROW}`]);
      }
      await visitor.close();
      expect(bad).toEqual([]);
    },
    120_000,
  );
});

browserTest(
  "dark pages have contrast too",
  async () => {
    const bad: string[] = [];
    const visitor = await world.browser.visitor({ dark: true, device: "desktop", expected: [/status of 4/] });
    for (const each of PAGES) {
      await openPage(world, visitor, each);
      bad.push(...(await severeFindings(visitor.page)).map((line) => `${each.name}: ${line}`));
    }
    await visitor.close();
    expect(bad).toEqual([]);
  },
  120_000,
);

browserTest(
  "the keyboard alone signs in, joins and shares, and always shows where it is",
  async () => {
    const email = "keys@friend.example";
    const visitor = await world.browser.visitor({ device: "desktop" });
    const { page } = visitor;
    const { keyboard } = page;
    await page.goto(world.portal);
    await page.locator("main h1:visible").first().waitFor();
    const go = async (name: string): Promise<void> => {
      const at = await tabTo(page, new RegExp(`^${name.replace(/[.?*+^$()[\]{}|\\]/g, "\\$&")}`));
      expect([name, at.ring, at.inView]).toEqual([name, true, true]);
    };
    await go(say("field.email"));
    await keyboard.type(email);
    await keyboard.press("Enter");
    await page.getByLabel(say("enter.code.label")).waitFor();
    await go(say("enter.code.label"));
    await keyboard.type(codeIn(await world.inbox.waitFor(email)));
    await keyboard.press("Enter");
    await page.getByRole("button", { name: say("join.act"), exact: true }).waitFor();
    await go(say("field.name"));
    await keyboard.type("Kay");
    await go(say("terms.agree"));
    await keyboard.press("Space");
    await go(say("join.act"));
    await keyboard.press("Enter");
    await page.getByRole("button", { name: say("share.copy"), exact: true }).waitFor();
    await go(say("share.copy"));
    await keyboard.press("Enter");
    await page.getByText(say("share.copied")).waitFor();
    expect(await page.evaluate<string>("navigator.clipboard.readText()")).toContain(`${world.url}/`);
    await go(say("nav.rewards"));
    await keyboard.press("Enter");
    await page.getByRole("heading", { name: say("rewards.title") }).waitFor();
    await expect.poll(async () => (await focused(page)).name).toContain(say("rewards.title"));
    await visitor.close();
  },
  60_000,
);

browserTest(
  "whatever Tab reaches on a phone's page has a ring, is in view and lies under no bar",
  async () => {
    const bad: string[] = [];
    const visitor = await world.browser.visitor({ device: "phone", expected: [/status of 4/] });
    for (const each of PAGES.filter(({ name }) => !name.startsWith("docs"))) {
      await openPage(world, visitor, each);
      for (const at of await tabOrder(visitor.page)) if (!at.ring || !at.inView) bad.push(`${each.name}: ${at.tag} "${at.name}"`);
    }
    await visitor.close();
    expect(bad).toEqual([]);
  },
  120_000,
);
