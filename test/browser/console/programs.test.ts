/** Building a program: by plain questions, in the form, as a document; what the linter says and mends; two operators at one draft. */
import type { Page } from "playwright-core";
import { afterAll, beforeAll, expect } from "vitest";
import { severeFindings } from "../../support/axe.ts";
import { asksAgain, asksNoMore, browserTest, openConsole, undo } from "../../support/console.ts";
import { type Stage, openStage } from "../../support/stage.ts";

// oxlint-disable-next-line typescript/no-explicit-any
type Loose = any;

let stage: Stage;
beforeAll(async () => {
  stage = await openStage();
});
afterAll(async () => {
  await stage.close();
});

const program = async (key: string): Promise<Loose> => await stage.live.programs.get(key);
const draftOf = async (key: string): Promise<Loose> => (await program(key)).draft;
const SOON = { timeout: 30_000 };
const saved = (page: Page): Promise<void> => page.locator('[data-save="saved"]').waitFor();
/** What is typed is saved a moment later: until then "saved" may be what was typed before. */
const draftBecomes = (key: string, what: object): Promise<void> => expect.poll(() => draftOf(key), SOON).toMatchObject(what);
const made = (key: string, change: object = {}): Promise<unknown> =>
  stage.live.programs.put(key, {
    key,
    kind: "two_way",
    name: "Friends",
    stages: ["signup", "order"],
    qualifies_at: "order",
    destination: "https://shop.example/welcome",
    rewards: [
      {
        key: "thanks",
        when: { stage: "order", nth: 1 },
        give: { credit: "20.00 USD" },
        hold: "14d",
        limit: { count: 20, every: "month" },
      },
      { key: "off", to: "friend", when: { stage: "signup", nth: 1 }, give: { coupon: { percent: 20, valid: "30d" } } },
    ],
    terms: { en: "Terms." },
    disclosure: { en: "I get 20 USD." },
    ...change,
  } as never);

browserTest(
  "a newcomer makes a program from plain questions, sees what people will read, and publishes it",
  async () => {
    const operator = await openConsole(stage);
    const { page } = operator;
    await operator.open("/programs");
    expect(await severeFindings(page)).toEqual([]);
    await page.getByRole("link", { name: "New program" }).click();
    await page.getByText("What do you want to happen?").waitFor();
    expect(await severeFindings(page)).toEqual([]);
    await page.getByRole("link", { name: /Reward for a recommendation/ }).click();
    await page.getByLabel("What do people call it?").fill("Fifteen for you");
    await page.getByLabel("Where does the link lead?").fill("https://shop.example/hello");
    await page.getByLabel(/^How much\?/).fill("15");
    await page.getByText("Recommend us and get 15% of the order total").waitFor();
    await page.getByText(/Beside each link: “I get 15 % of your order/).waitFor();
    expect(await severeFindings(page)).toEqual([]);
    await page.getByRole("button", { name: "Make the draft" }).click();
    await page.getByRole("heading", { name: "Fifteen for you", level: 1 }).waitFor();
    const draft = await draftOf("fifteen-for-you");
    expect(draft.rewards[0].give).toEqual({ cash: { percent: 15, of: "order.total" } });
    expect(draft.terms.en).toContain("15 % of the total");
    await page.getByRole("link", { name: "Review and publish" }).click();
    await page.getByRole("heading", { name: "What will be live" }).waitFor();
    expect(await severeFindings(page)).toEqual([]);
    await page.getByRole("button", { name: "Publish" }).click();
    await page.getByRole("dialog").getByText("The program is live now").waitFor();
    await page.getByRole("dialog").getByRole("button", { name: "Publish" }).click();
    await page.getByText("The program is live.").waitFor();
    expect(await program("fifteen-for-you")).toMatchObject({ status: "live", version: 1 });
    await page.getByRole("heading", { name: "What it gives" }).waitFor();
    expect(await severeFindings(page)).toEqual([]);
    // The same name again would be the same key: nothing is overwritten.
    await operator.open("/programs/new?preset=direct");
    await page.getByLabel("What do people call it?").fill("Fifteen for you");
    const refused = page.waitForResponse((answer) => answer.status() === 409);
    operator.complaints.length = 0;
    await page.getByRole("button", { name: "Make the draft" }).click();
    await refused;
    await page.getByText("There is a program with this key already.").waitFor();
    operator.complaints.length = 0;
    await operator.close();
  },
  90_000,
);

browserTest(
  "a reward changed in the form changes its sentence, both sides' words, the cost and the draft on the server",
  async () => {
    await made("form");
    const operator = await openConsole(stage);
    const { page } = operator;
    await operator.open("/programs/form/edit?rule=thanks&side=cost");
    const reward = page.getByRole("group", { name: "Reward thanks" });
    await reward.getByRole("textbox", { name: /^Amount/ }).fill("30");
    await page.locator("[data-sentence=thanks]", { hasText: "$30 of credit" }).waitFor();
    const cost = page.locator("[data-preview=cost]");
    await cost.getByText("$30.00", { exact: true }).waitFor();
    await cost.getByText("available after 14 days").waitFor();
    // A minimum order, by field, operator and value: the example below it earns nothing, and says so.
    await reward.getByRole("group", { name: "Only if" }).getByRole("button", { name: "Add a condition" }).click();
    await reward.getByRole("group", { name: "Only if" }).getByRole("textbox").fill("100");
    await cost.getByText(/Not earned in this example: thanks/).waitFor();
    await page.getByLabel("A friend spends (USD)").fill("120");
    await cost.getByText(/25% of one purchase of \$120\.00/).waitFor();
    await page.getByText("Words", { exact: true }).click();
    await page
      .locator("[data-preview=words]")
      .getByText(/order total is at least \$100/)
      .first()
      .waitFor();
    const thanks = {
      when: { stage: "order", nth: 1, where: { "order.total": { gte: expect.stringMatching(/^100(\.00)? USD$/) } } },
      give: { credit: expect.stringMatching(/^30(\.00)? USD$/) },
      limit: { count: 20, every: "month" },
    };
    await draftBecomes("form", { rewards: [thanks, {}] });
    await saved(page);
    await page.getByText("Page", { exact: true }).click();
    await page.frameLocator("iframe[title='Landing page']").getByText("20% off", { exact: false }).first().waitFor();
    expect(await severeFindings(page)).toEqual([]);
    await operator.close();
  },
  90_000,
);

browserTest(
  "a document that the form cannot show goes through the form without a loss",
  async () => {
    const where = { any: [{ "order.total": { gte: "50.00 USD" } }, { not: { "person.country": { in: ["US"] } } }] };
    const change = {
      settle_grace: "10d",
      share: { channels: ["copy"], messages: { en: { message: "Look: {link} {disclosure}" } } },
      pages: { landing: { title: "Ours", blocks: [{ block: "hero" }, { block: "action" }] } },
      levels: { steps: [{ key: "one", name: "One", from: 10 }] },
      rewards: [
        {
          key: "odd",
          when: { stage: "order", where },
          to: { upline: 2 },
          give: { choice: [{ points: 5 }, { perk: { name: "Tea" } }] },
          hold: "2 weeks",
        },
      ],
    };
    await made("odd", change);
    const before = await draftOf("odd");
    const operator = await openConsole(stage);
    const { page } = operator;
    await operator.open("/programs/odd/edit?rule=odd");
    await page.getByText("This condition is more than rows can show.").waitFor();
    await page.getByRole("button", { name: /Time zone and other programs/ }).click();
    await expect.poll(() => page.getByLabel("What arrives late counts for", { exact: true }).inputValue()).toBe("10");
    await page.getByLabel("Name", { exact: false }).first().fill("Odd friends");
    await expect.poll(() => draftOf("odd"), SOON).toEqual({ ...before, name: "Odd friends" });
    await page.getByRole("link", { name: "Open the document there" }).first().click();
    await page.locator(".cm-content").waitFor();
    await page.getByText("Form", { exact: true }).click();
    await page.getByLabel("Name", { exact: false }).first().waitFor();
    await expect.poll(() => draftOf("odd"), SOON).toEqual({ ...before, name: "Odd friends" });
    // A part that it has not is one press away, and stands open then.
    await page.getByRole("button", { name: "Requests", exact: true }).click();
    await page.getByLabel("And shown from so many requests").fill("5");
    expect(await severeFindings(page)).toEqual([]);
    await expect.poll(() => draftOf("odd"), SOON).toEqual({ ...before, name: "Odd friends", requests: { trust: { hidden_below: 5 } } });
    await operator.close();
  },
  60_000,
);

browserTest(
  "an error of the linter keeps a program from being published, and its remedy mends it with one press that can be undone",
  async () => {
    await made("broken", { disclosure: {}, destination: "ftp://shop.example/" });
    const operator = await openConsole(stage);
    const { page } = operator;
    await operator.open("/programs/broken/publish");
    await page.getByRole("heading", { name: /2 errors keep it from being published/ }).waitFor();
    await expect.poll(() => page.getByRole("button", { name: "Publish", exact: true }).isDisabled()).toBe(true);
    await operator.open("/programs/broken/edit");
    const panel = page.getByLabel("Preview").first();
    await panel.getByRole("button", { name: "Add a plain disclosure" }).click();
    await page.getByText("1 error keeps it from being published.").waitFor();
    await undo(page, "Done: ");
    await page.getByText("2 errors keep it from being published.").waitFor();
    await panel.getByRole("button", { name: "Add a plain disclosure" }).click();
    await page.getByRole("textbox", { name: /Where the link leads/ }).fill("https://shop.example/");
    await page.getByText(/Nothing to complain about|hints?, no errors/).waitFor();
    await draftBecomes("broken", { disclosure: { en: expect.stringContaining("reward") }, destination: "https://shop.example/" });
    await saved(page);
    await operator.open("/programs/broken/publish");
    await expect.poll(() => page.getByRole("button", { name: "Publish", exact: true }).isEnabled()).toBe(true);
    await operator.close();
  },
  60_000,
);

browserTest(
  "the document view offers names and values from the schema, marks an error at its place, and keeps a text that is half written",
  async () => {
    await made("text");
    const operator = await openConsole(stage);
    const { page } = operator;
    await operator.open("/programs/text/edit?view=document&at=/qualifies_at");
    const editor = page.locator(".cm-content");
    await editor.waitFor();
    await page.locator(".cm-line", { hasText: '"qualifies_at"' }).first().click();
    // A new field in front of "qualifies_at": its name is offered.
    await page.keyboard.press("Home");
    await page.keyboard.type('"frien');
    // By mouse: the editor takes no Enter in the first moment after its offer, lest a line's end is taken for a yes.
    // Asked for again until it is there: what was typed before the schema had come offered nothing.
    const offered = async (name: RegExp): Promise<boolean> => {
      if (await page.getByRole("option", { name }).isVisible()) return true;
      await page.keyboard.press("Control+Space");
      return await page.getByRole("option", { name }).isVisible();
    };
    await expect.poll(() => offered(/^friends/), { timeout: 45_000, interval: 500 }).toBe(true);
    await page.getByRole("option", { name: /^friends/ }).click();
    await page.locator(".cm-line", { hasText: '"friends":' }).waitFor();
    await page.keyboard.type('{"who": ');
    await expect.poll(() => offered(/anyone/), { timeout: 45_000, interval: 500 }).toBe(true);
    expect(await severeFindings(page)).toEqual([]);
    await page.keyboard.type('"anyone');
    await page.keyboard.press("Escape");
    await page.locator('[data-save="text"]').waitFor();
    // Half written: the form does not guess, a reload loses nothing.
    await page.reload();
    await page.locator(".cm-line", { hasText: '"anyone' }).waitFor();
    await page.getByText("Form", { exact: true }).click();
    await page.getByText("It is kept as you typed it.").waitFor();
    await page.getByRole("button", { name: "Back to the document" }).click();
    const whole = { ...(await draftOf("text")), friends: { who: "nobody" } };
    await editor.click();
    await page.keyboard.press("Control+a");
    await page.evaluate(`navigator.clipboard.writeText(${JSON.stringify(JSON.stringify(whole, null, 2))})`);
    await page.keyboard.press("Control+v");
    const mark = page.locator(".cm-lintRange-error");
    await mark.first().waitFor();
    await expect.poll(() => mark.first().textContent()).toContain("nobody");
    operator.complaints.length = 0;
    await page.keyboard.press("Control+a");
    await page.evaluate(`navigator.clipboard.writeText(${JSON.stringify(JSON.stringify({ ...whole, friends: { who: "anyone" } }))})`);
    await page.keyboard.press("Control+v");
    await draftBecomes("text", { friends: { who: "anyone" } });
    await saved(page);
    operator.complaints.length = 0;
    await operator.close();
  },
  90_000,
);

browserTest(
  "two operators at one draft: the second is told what the first changed, keeps both, and nothing typed is lost",
  async () => {
    await made("shared");
    const operator = await openConsole(stage);
    const { page } = operator;
    await operator.open("/programs/shared/edit");
    const name = page.getByLabel("Name", { exact: false }).first();
    await name.waitFor();
    const first = await draftOf("shared");
    // Found by saving, and not by asking again before anything is typed.
    await asksNoMore(page);
    await stage.live.programs.put("shared", { ...first, name: "Theirs", qualifies_at: "signup" });
    await name.fill("Mine");
    await page.getByLabel("Description").fill("About it");
    const told = page.getByRole("alert").filter({ hasText: "Somebody else saved this draft" });
    await told.waitFor();
    await told.getByText("signup", { exact: true }).waitFor();
    await told.getByRole("radio", { name: "Theirs: Theirs" }).check();
    expect(await severeFindings(page)).toEqual([]);
    // A reload in the middle of it: what was typed is still there.
    await page.reload();
    await told.waitFor();
    await told.getByRole("radio", { name: "Theirs: Theirs" }).check();
    await told.getByRole("button", { name: "Keep both changes" }).click();
    await draftBecomes("shared", { name: "Theirs", qualifies_at: "signup", description: "About it" });
    await saved(page);
    // Nothing unsaved here: their next save is simply shown.
    await stage.live.programs.put("shared", { ...first, name: "Once more" });
    await asksAgain(page, page.getByText("This draft was changed elsewhere"));
    await expect.poll(() => name.inputValue(), SOON).toBe("Once more");
    operator.complaints.length = 0;
    await operator.close();
  },
  90_000,
);

browserTest(
  "a reward is changed by the keyboard alone",
  async () => {
    await made("keys");
    const operator = await openConsole(stage);
    const { page } = operator;
    await operator.open("/programs/keys/edit");
    const until = async (check: () => Promise<boolean>, key = "Tab"): Promise<void> => {
      for (let n = 0; n < 80; n++) {
        if (await check()) return;
        await page.keyboard.press(key);
      }
      throw new Error("the keyboard does not come there");
    };
    const active = (script: string) => (): Promise<boolean> =>
      page.evaluate(`(() => { const a = document.activeElement; return ${script}; })()`);
    await page.locator("[data-sentence=thanks]", { hasText: "$20" }).waitFor();
    await until(active("a?.matches('[aria-expanded]') && a.textContent.includes('$20 of credit')"));
    await page.keyboard.press("Enter");
    await until(active("a?.labels?.[0]?.textContent?.startsWith('Amount')"));
    await page.keyboard.press("Control+a");
    await page.keyboard.type("12.5");
    await page.keyboard.press("Tab");
    await page.locator("[data-sentence=thanks]", { hasText: "$12.50" }).waitFor();
    await draftBecomes("keys", { rewards: [{ give: { credit: "12.50 USD" } }, {}] });
    await saved(page);
    await operator.close();
  },
  60_000,
);
