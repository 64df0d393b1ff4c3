/** What people see, changed in the console and then seen by them: the landing page, the portal, share texts, the brand. */
import { afterAll, beforeAll, expect } from "vitest";
import { severeFindings } from "../../support/axe.ts";
import { type Operator, browserTest, openConsole, undo } from "../../support/console.ts";
import { carry, signIn } from "../../support/member.ts";
import { type Stage, openStage } from "../../support/stage.ts";

let stage: Stage;
let code: string;
beforeAll(async () => {
  stage = await openStage();
  if (stage.live === undefined) return;
  const joined = await stage.live.join("friends", { user_id: "mia", email: "mia@friend.example", name: "Mia Meier" });
  code = joined.links[0]!.code;
});
afterAll(() => stage.close());

const LOGO = Buffer.from("iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==", "base64");
const HOSTILE = `<script>document.title="owned"</script><img src=x onerror=alert(1)> {{ 7 | times: 6 }} 🍇 عنب ${"w".repeat(40)}`;

async function saveAndPublish({ page }: Operator): Promise<void> {
  await page.getByRole("button", { name: "Save draft" }).click();
  await page.getByText("People still see version").waitFor();
  await page.getByRole("button", { name: "Publish" }).click();
  await page.getByRole("dialog").getByRole("button", { name: "Publish" }).click();
  await page.getByText("This is live, in version").waitFor();
}

browserTest(
  "a landing page is changed by blocks, moved by keyboard, undone, published, and a friend sees just that",
  async () => {
    const operator = await openConsole(stage);
    const { page } = operator;
    await operator.open("/content/landing?program=friends");
    await page.getByRole("button", { name: /^Opening Who/ }).click();
    await page.getByLabel("Headline").fill("Mia's favourite beans");
    await page.getByRole("button", { name: "Add a block" }).click();
    await page.getByRole("menuitem", { name: /^Text/ }).click();
    await page.getByRole("textbox", { name: "Text" }).fill(HOSTILE);
    const handle = page.getByRole("button", { name: "Move Questions", exact: true });
    await handle.focus();
    await handle.press("ArrowUp");
    await page.getByText("Questions is now at place 5 of 7.").waitFor({ state: "attached" });
    await page.getByRole("button", { name: "Remove Proof" }).click();
    await undo(page, "Proof is removed.");
    await page.getByRole("button", { name: "Remove Proof" }).waitFor();
    const preview = page.frameLocator('iframe[title="Preview of the landing page"]');
    await preview.getByRole("heading", { name: "Mia's favourite beans" }).waitFor();
    await preview.getByText("<script>").waitFor();
    // A reload in the middle loses nothing.
    await page.reload({ waitUntil: "domcontentloaded" });
    await page.getByText("Not saved yet.").waitFor();
    await saveAndPublish(operator);
    const { definition } = (await stage.live.api.GET("/v1/programs/{program}", { params: { path: { program: "friends" } } })).data!;
    const { blocks } = (definition as { pages: { landing: { blocks: { block: string }[] } } }).pages.landing;
    expect(blocks.map((each) => each.block)).toEqual(["hero", "offer", "action", "steps", "faq", "proof", "text"]);
    await operator.close();
    const friend = await stage.browser.visitor();
    await friend.page.goto(`${stage.url}/l/${code}`, { waitUntil: "networkidle" });
    await friend.page.getByRole("heading", { name: "Mia's favourite beans" }).waitFor();
    await expect.poll(() => friend.page.getByText(HOSTILE.slice(0, 60)).count()).toBe(1);
    expect(await friend.page.title()).not.toBe("owned");
    await friend.close();
  },
  90_000,
);

browserTest(
  "HTML of one's own: an error is marked at its line, what could run is taken out, and friends get it",
  async () => {
    const operator = await openConsole(stage, { expected: [/422/] });
    const { page } = operator;
    await operator.open("/content/landing?program=friends");
    await page.getByText("Own HTML").click();
    const template = page.getByRole("textbox", { name: "Template" });
    await template.fill("<h1>One</h1>\n<p>two</p>\n{% if broken %}\n<p>four</p>");
    await page.getByText(/Line \d+ cannot be drawn/).waitFor();
    await template.fill(
      "<h1>All our own</h1><script>document.title='owned'</script><form action='https://evil.example'></form>{{ action }}",
    );
    const preview = page.frameLocator('iframe[title="Preview of the landing page"]');
    await preview.getByRole("heading", { name: "All our own" }).waitFor();
    expect(await preview.locator("form[action*=evil]").count()).toBe(0);
    expect(await severeFindings(page)).toEqual([]);
    await page.getByText("Blocks", { exact: true }).click();
    await preview.getByRole("heading", { name: "Mia's favourite beans" }).waitFor();
    await page.getByRole("button", { name: "Undo" }).first().click();
    await saveAndPublish(operator);
    await operator.close();
    const friend = await stage.browser.visitor();
    await friend.page.goto(`${stage.url}/l/${code}`, { waitUntil: "domcontentloaded" });
    await friend.page.getByRole("heading", { name: "All our own" }).waitFor();
    await friend.close();
  },
  90_000,
);

browserTest(
  "rooms of the portal are put in order and hidden; a member finds them so, and the preview is the real portal",
  async () => {
    const operator = await openConsole(stage, { expected: [/409/] });
    const { page } = operator;
    await operator.open("/content/portal?program=friends");
    await page.getByLabel("Who looks").selectOption({ label: "Mia Meier" });
    await page.getByRole("button", { name: "Make a portal key" }).click();
    const preview = page.frameLocator('iframe[title="Preview of the portal"]');
    await preview.locator("nav.tabs").waitFor();
    const how = page.getByRole("button", { name: "Move How it works", exact: true });
    await how.waitFor();
    for (let i = 0; i < 3; i++) await how.press("ArrowUp");
    await page.getByLabel("Show Learn").uncheck({ force: true });
    await page.getByRole("listitem").first().getByText("How it works").waitFor();
    expect(await severeFindings(page)).toEqual([]);
    await saveAndPublish(operator);
    await operator.close();
    const member = await stage.browser.visitor({ device: "desktop" });
    await carry(member, stage, await signIn(stage, { email: "mia@friend.example", program: "friends", workspace: stage.liveWorkspace }));
    await member.page.goto(`${stage.url}/p/${stage.liveWorkspace}/friends`, { waitUntil: "networkidle" });
    const rooms = (): Promise<string[]> => member.page.locator("nav.rail a, nav.rail button").allTextContents();
    await expect.poll(async () => (await rooms())[0]?.trim()).toBe("How it works");
    expect((await rooms()).join()).not.toContain("Learn");
    await member.close();
  },
  90_000,
);

browserTest(
  "share texts: an unknown value is told, lengths are counted, and what is sent has link and disclosure in it",
  async () => {
    const operator = await openConsole(stage);
    const { page } = operator;
    await operator.open("/content/share?program=friends&language=de");
    await page.getByLabel("For every channel").fill("Probier das: {nobody}");
    await page.getByText("{nobody} is not filled in here.").waitFor();
    await page.getByLabel("For every channel").fill("Probier das 🍇");
    await page.getByText("Without the disclosure in it, it cannot be published.").waitFor();
    await page.getByRole("button", { name: "Add {link} {disclosure}" }).click();
    await page.getByLabel("X", { exact: true }).fill("y".repeat(300));
    await page.getByText("At most 280 characters.").waitFor();
    await page.getByLabel("X", { exact: true }).fill("Kurz: {link} {disclosure}");
    const sent = page.locator('[data-channel="copy"]');
    await sent.getByText("Probier das 🍇").waitFor();
    await page
      .locator('[data-channel="x"]')
      .getByText(/of 280/)
      .waitFor();
    expect(await severeFindings(page)).toEqual([]);
    await saveAndPublish(operator);
    await operator.close();
    const texts = await stage.live.api.GET("/v1/advocates/{person}/share-texts", {
      params: { path: { person: "user_id:mia" }, query: { program: "friends", locale: "de" } },
    });
    const message = texts.data!.texts.find((each) => each.name === "message")!;
    expect(message.text).toContain("Probier das 🍇");
    expect(message.text).toContain(texts.data!.link);
    expect(message.text).toContain(texts.data!.disclosure);
  },
  90_000,
);

browserTest(
  "somebody else saves meanwhile: that is said, with what she changed, and neither is lost unknowingly",
  async () => {
    const operator = await openConsole(stage, { expected: [/409/] });
    const { page } = operator;
    await operator.open("/content/share?program=friends");
    await page.getByLabel("For every channel").fill("Mine {link}");
    const { definition } = (await stage.live.api.GET("/v1/programs/{program}", { params: { path: { program: "friends" } } })).data!;
    await stage.live.programs.put("friends", { ...definition, description: "Theirs." } as never);
    await page.getByRole("button", { name: "Save draft" }).click();
    await page.getByText("Somebody else saved this program meanwhile").waitFor();
    await expect.poll(() => page.getByLabel("For every channel").inputValue()).toBe("Mine {link}");
    await page.getByRole("button", { name: "Take theirs, drop mine" }).click();
    await page.getByText("Saved as a draft. People still see version").waitFor();
    await expect.poll(() => page.getByLabel("For every channel").inputValue()).not.toBe("Mine {link}");
    await operator.close();
  },
  60_000,
);

browserTest(
  "a brand that could not be read is moved and told, seen before it is saved, worn by the page after, and undone",
  async () => {
    const operator = await openConsole(stage);
    const { page } = operator;
    await operator.open("/content/brand?program=friends");
    await page.getByLabel("Name", { exact: true }).fill("Bohnen <b>& mehr</b>");
    await page.getByRole("textbox", { name: "Main colour" }).fill("#ffdd00");
    await page.getByText("yours, #ffdd00, had").first().waitFor();
    await page.locator("input[type=file]").setInputFiles({ name: "a.png", mimeType: "image/png", buffer: Buffer.alloc(40_000) });
    await page.getByText("At most 25 kB").waitFor();
    await page.locator("input[type=file]").setInputFiles({ name: "a.png", mimeType: "image/png", buffer: LOGO });
    await page.getByRole("img", { name: "Your logo" }).waitFor();
    await page.getByRole("button", { name: "Remove it" }).click();
    const preview = page.frameLocator('iframe[title="Preview of the landing page"]');
    await preview.getByText("Bohnen <b>& mehr</b>").first().waitFor();
    for (const [show, frame] of [
      ["Mail", "Preview of the mail"],
      ["Portal", "Preview of the portal"],
    ] as const) {
      await page.getByRole("radiogroup", { name: "What is shown" }).getByText(show, { exact: true }).click();
      await page.frameLocator(`iframe[title="${frame}"]`).getByText("Bohnen <b>& mehr</b>").first().waitFor();
    }
    expect(await severeFindings(page)).toEqual([]);
    await page.getByRole("button", { name: "Save" }).click();
    await page.getByText("Pages, portal and mails look like this from now on.").waitFor();
    const html = await (await fetch(`${stage.url}/l/${code}`)).text();
    expect(html).toContain("--gv-brand:#ffdd00");
    expect(html).toContain("Bohnen &lt;b&gt;&amp; mehr");
    await undo(page, "Pages, portal and mails look like this from now on.");
    await expect
      .poll(async () => (await stage.live.api.GET("/v1/settings")).data!.settings["brand"] ?? {})
      .not.toMatchObject({ primary: "#ffdd00" });
    await operator.close();
  },
  90_000,
);

browserTest(
  "on a phone every page is there and nothing scrolls sideways; axe finds nothing serious",
  async () => {
    const operator = await openConsole(stage, { device: "phone" });
    const { page } = operator;
    for (const path of [
      "landing",
      "portal",
      "share",
      "mails",
      "mails/reward_available",
      "brand",
      "testimonials",
      "help",
      "resources",
      "terms",
      // Without a section there are over a thousand rows, and axe would have them all drawn.
      "texts?section=status",
      "snippets",
    ]) {
      await operator.open(`/content/${path}`);
      await page.getByRole("heading", { level: 1 }).waitFor();
      const fits = (): Promise<boolean> => page.evaluate<boolean>("document.documentElement.scrollWidth <= innerWidth");
      await expect.poll(async () => [path, await fits()]).toEqual([path, true]);
      expect([path, ...(await severeFindings(page))]).toEqual([path]);
    }
    await operator.close();
  },
  120_000,
);
