/** A program's life: its parts in the form, the plan before it is published, versions put back, pause, resume, duplicate, end. */
import type { Locator } from "playwright-core";
import { afterAll, beforeAll, expect } from "vitest";
import { severeFindings } from "../../support/axe.ts";
import { browserTest, noteOf, openConsole, operatorCookie, putNotesAway, undo } from "../../support/console.ts";
import { type Stage, openStage } from "../../support/stage.ts";

// oxlint-disable-next-line typescript/no-explicit-any
type Loose = any;

/** On a machine that does other things besides. */
const SOON = { timeout: 30_000 };
let stage: Stage;
beforeAll(async () => {
  stage = await openStage();
});
afterAll(async () => {
  await stage.close();
});

const FRIENDS = {
  key: "past",
  kind: "direct",
  name: "Friends",
  stages: ["order"],
  qualifies_at: "order",
  destination: "https://shop.example/",
  rewards: [{ key: "thanks", when: { stage: "order" }, give: { cash: { percent: 10, of: "order.total" } }, hold: "14d" }],
  budget: { amount: "10000.00 USD" },
  terms: { en: "Terms." },
  disclosure: { en: "I get 10 %." },
};
const program = async (key: string): Promise<Loose> => await stage.live.programs.get(key);

/** The program is live, and five friends have bought for 100 USD each. */
async function withPast(): Promise<void> {
  await stage.live.programs.put("past", FRIENDS as never);
  await stage.live.programs.publish("past");
  const { data } = await stage.live.api.POST("/v1/advocates", { body: { program: "past", person: { user_id: "ann-past" } } });
  const code = data?.links[0]?.code ?? "";
  for (let n = 0; n < 5; n++)
    await stage.live.events.track({
      id: `past-${n}`,
      type: "purchase",
      person: { user_id: `friend-${n}` },
      referral: { code },
      order: { id: `past-${n}`, total: 10_000, subtotal: 10_000, currency: "USD" },
    });
}

browserTest(
  "the plan says what changes in words and what the real past would have cost; then it is published, compared and put back",
  async () => {
    await withPast();
    const twenty = structuredClone(FRIENDS);
    twenty.rewards[0]!.give.cash.percent = 20;
    await stage.live.programs.put("past", twenty as never);
    const operator = await openConsole(stage);
    const { page } = operator;
    await operator.open("/programs/past/publish");
    await page
      .getByText(/^20% of the order total in cash/)
      .first()
      .waitFor();
    await page.getByText("Rewards › thanks › What › Money, paid out › Percent").waitFor();
    await page.getByRole("button", { name: "Count", exact: true }).click();
    const costs = page.getByRole("table", { name: "What it would have cost" });
    // 10 % of 5 x 100 USD were given, 20 % would have been.
    await costs.getByRole("row", { name: /thanks \$50\.00 \$100\.00 \+\$50\.00/ }).waitFor();
    expect(await severeFindings(page)).toEqual([]);
    await page.getByLabel("For whom").selectOption("open_referrals");
    await page.getByRole("button", { name: "Publish", exact: true }).click();
    await page
      .getByRole("dialog")
      .getByText(/also for friends on their way/)
      .waitFor();
    await page.getByRole("dialog").getByRole("button", { name: "Publish" }).click();
    await page.getByText("Version 2 is published.").waitFor();
    await page.getByRole("link", { name: "Versions" }).click();
    await page.getByRole("heading", { name: "Compare" }).waitFor();
    await page.getByRole("button", { name: "Show the documents side by side" }).click();
    await page.locator(".cm-deletedChunk", { hasText: "10" }).waitFor();
    expect(await severeFindings(page)).toEqual([]);
    await page.getByRole("row", { name: /^1 / }).getByRole("button", { name: "Put back" }).click();
    await page.getByRole("dialog").getByRole("button", { name: "Put back" }).click();
    await page.getByText("The draft is version 1 again.").waitFor();
    await page.getByRole("heading", { name: "What changes" }).waitFor();
    expect(await program("past")).toMatchObject({ version: 2, definition: twenty, draft: FRIENDS });
    await page.getByRole("button", { name: "Publish", exact: true }).click();
    await page.getByRole("dialog").getByRole("button", { name: "Publish" }).click();
    await page.getByText("Version 3 is published.").waitFor();
    expect(await program("past")).toMatchObject({ version: 3, definition: FRIENDS });
    await operator.close();
  },
  90_000,
);

browserTest(
  "a program is paused, which can be undone, resumed, copied under a key of its own, and ended after a word about what that means",
  async () => {
    await stage.live.programs.put("life", { ...FRIENDS, key: "life", name: "Life" } as never);
    await stage.live.programs.publish("life");
    const operator = await openConsole(stage, { device: "phone" });
    const { page } = operator;
    const act = async (name: string): Promise<void> => {
      await page.getByRole("button", { name, exact: true }).click();
      await page.getByRole("dialog").getByRole("button", { name, exact: true }).click();
    };
    const status = async (): Promise<string> => (await program("life")).status;
    await operator.open("/programs/life");
    await page.getByRole("button", { name: "Set the goal" }).click();
    await page.getByLabel("How many").fill("50");
    await page.getByLabel("By when").fill("2037-12-31");
    await page.getByRole("button", { name: "Save the goal" }).click();
    await page.getByText("0 of 50 friends who bought by Dec 31, 2037").waitFor();
    await act("Pause");
    await page.getByText("The program is paused.").waitFor();
    expect(await status()).toBe("paused");
    await undo(page, "The program is paused.");
    expect(await status()).toBe("live");
    await page.getByRole("button", { name: "Pause", exact: true }).waitFor();
    await act("Pause");
    await noteOf(page, "The program is paused.").waitFor();
    await page.getByRole("button", { name: "Resume", exact: true }).waitFor();
    await putNotesAway(page);
    await act("Resume");
    await page.getByRole("button", { name: "Pause", exact: true }).waitFor();
    await page.getByRole("dialog").waitFor({ state: "detached" });
    expect(await status()).toBe("live");
    await putNotesAway(page);
    await page.getByRole("link", { name: "Duplicate" }).click();
    await page.getByLabel("What do people call it?").fill("Life again");
    await page.getByRole("button", { name: "Make the draft" }).click();
    await page.getByRole("heading", { name: "Life again", level: 1 }).waitFor();
    const copy = await program("life-again");
    expect(copy).toMatchObject({ status: "draft", draft: { ...FRIENDS, key: "life-again", name: "Life again" } });
    expect(await severeFindings(page)).toEqual([]);
    await operator.open("/programs/life");
    await page.getByRole("button", { name: "End for good" }).click();
    await page
      .getByRole("dialog")
      .getByText(/this has no undo/)
      .waitFor();
    await page.getByRole("dialog").getByRole("button", { name: "End for good" }).click();
    await page.getByText("The program has ended.").waitFor();
    expect(await status()).toBe("ended");
    await operator.close();
  },
  60_000,
);

browserTest(
  "an analyst sees every page of a program and is offered nothing that would change it",
  async () => {
    await stage.live.programs.put("looked-at", { ...FRIENDS, key: "looked-at", name: "Looked at" } as never);
    const operator = await openConsole(stage, { cookie: await operatorCookie(stage, "analyst") });
    const { page } = operator;
    await operator.open("/programs");
    await page.getByRole("row", { name: /Looked at/ }).waitFor();
    expect(await page.getByRole("link", { name: "New program" }).count()).toBe(0);
    await operator.open("/programs/looked-at");
    await page.getByText("Your role may look and not change.").waitFor();
    expect(await page.getByRole("button", { name: /Pause|Resume|End|Set the goal/ }).count()).toBe(0);
    await operator.open("/programs/looked-at/edit?rule=thanks");
    await page.locator("[data-sentence=thanks]", { hasText: "10%" }).waitFor();
    expect(await page.getByRole("textbox", { name: /^Name/ }).isEditable()).toBe(false);
    expect(await page.getByRole("button", { name: /Add a|Duplicate|Remove|More about/ }).count()).toBe(0);
    await operator.open("/programs/looked-at/publish");
    await page.getByText("Your role may not publish.").waitFor();
    expect(await page.getByRole("button", { name: "Publish", exact: true }).count()).toBe(0);
    await operator.close();
  },
  60_000,
);

browserTest(
  "while the server takes nothing, what is typed is kept in the tab, said to be so, and saved when the server is back",
  async () => {
    await stage.live.programs.put("down", { ...FRIENDS, key: "down", name: "Down" } as never);
    const operator = await openConsole(stage, { expected: [/./] });
    const { page } = operator;
    await operator.open("/programs/down/edit");
    const name = page.getByRole("textbox", { name: /^Name/ });
    await name.waitFor();
    await page.route("**/v1/programs/down?**", (route) => (route.request().method() === "PUT" ? route.abort() : route.continue()));
    await name.fill("Down and up");
    await page.getByText(/Kept in this tab. The server did not take it/).waitFor();
    await page.reload();
    await expect.poll(() => name.inputValue(), SOON).toBe("Down and up");
    await page.unroute("**/v1/programs/down?**");
    const draftName = async (): Promise<string> => (await program("down")).draft.name;
    await expect.poll(draftName, SOON).toBe("Down and up");
    await page.locator('[data-save="saved"]').waitFor();
    // What the schema refuses is said at its field, and saved with the next letter that mends it.
    await name.fill("");
    await page.getByText(/Kept in this tab. Saved as soon as what is marked is mended/).waitFor();
    await expect.poll(() => name.getAttribute("aria-invalid"), SOON).toBe("true");
    // A save that takes its time: what is typed meanwhile has its turn after it, though its own moment has passed.
    let isHeld = false;
    await page.route("**/v1/programs/down?**", async (route) => {
      if (route.request().method() !== "PUT" || isHeld) return await route.continue();
      isHeld = true;
      const answer = await route.fetch();
      await name.fill("Up");
      await page.waitForTimeout(1_500);
      await route.fulfill({ response: answer });
    });
    await name.fill("U");
    await expect.poll(draftName, SOON).toBe("Up");
    await page.locator('[data-save="saved"]').waitFor();
    await operator.close();
  },
  60_000,
);

browserTest(
  "contest, claims, levels, risk, share texts, questions and pages are written in the form, and stand in the draft",
  async () => {
    await stage.live.programs.put("parts", { ...FRIENDS, key: "parts" } as never);
    const segment: Loose = await stage.live.unwrap(
      stage.live.api.POST("/v1/segments", { body: { name: "Loyal customers", filter: { "person.orders": { gte: 3 } } as never } }),
    );
    const operator = await openConsole(stage);
    const { page } = operator;
    const draft = async (): Promise<Loose> => (await program("parts")).draft;
    const saved = (): Promise<void> => page.locator('[data-save="saved"]').waitFor();
    const part = (name: string): Locator => page.getByRole("region", { name, exact: true });
    const open = (name: string): Promise<void> => part(name).getByRole("button", { name }).first().click();
    // Findings are named by their field, so that its label alone would be two things.
    const typed = (name: string, label: string): Locator => part(name).getByRole("textbox", { name: label });
    const until = page.locator('[data-at="/contest/to"]');
    await operator.open("/programs/parts/edit");
    await page.getByLabel("Only people of a segment").selectOption({ label: "Loyal customers" });

    await open("Contest");
    await part("Contest").getByRole("button", { name: "Add a contest" }).click();
    await page.locator('[data-at="/contest/from"]').fill("2027-03-01");
    await until.fill("2027-02-01");
    await typed("Contest", "How many places win").fill("1");
    await part("Contest").getByRole("switch", { name: "A draw decides" }).click();
    await typed("Contest", "Winners").fill("2");
    // Another part is open: what the linter says of this one leads back to its field.
    await open("Levels");
    await part("Levels").getByRole("button", { name: "Add levels" }).click();
    await part("Levels").getByRole("button", { name: "Add a perk" }).first().click();
    const panel = page.getByLabel("Preview").first();
    const wrong = panel.getByRole("alert").filter({ hasText: "Contest › Until" });
    await wrong.getByRole("button", { name: "Show the field" }).click();
    await expect.poll(() => page.evaluate("document.activeElement?.dataset.at"), SOON).toBe("/contest/to");
    await part("Contest").getByText("The contest ends before it begins.").waitFor();
    expect(await severeFindings(page)).toEqual([]);
    await until.fill("2027-03-31");
    await wrong.waitFor({ state: "detached" });
    await part("Contest").getByRole("button", { name: "Add the prize for place 1" }).click();
    await page.getByRole("group", { name: "Reward contest-place-1" }).getByRole("textbox", { name: "Activity" }).waitFor();

    await open("Claims");
    await part("Claims").getByRole("button", { name: "Allow claims" }).click();
    await part("Claims").getByRole("combobox", { name: "What is claimed" }).selectOption("candidate");
    await part("Claims").getByRole("combobox", { name: "Who decides" }).selectOption("rule");
    await typed("Claims", "The rule decides after").fill("3");
    await part("Claims").getByRole("button", { name: "Add a line" }).click();
    // Yen have no decimals, and the field knows it.
    await part("Claims").getByRole("combobox", { name: "Currency of Bonus" }).selectOption("JPY");
    await typed("Claims", "Bonus").fill("250000");

    await open("Risk policy");
    await part("Risk policy").getByRole("button", { name: "Judge referrals" }).click();
    await typed("Risk policy", "Refuse at once from").fill("90");

    await open("Share texts");
    await typed("Share texts", "WhatsApp").fill("Look: {link} {disclosure}");
    await part("Share texts").getByText("Telegram", { exact: true }).first().click();

    await open("Questions on joining");
    await part("Questions on joining").getByRole("button", { name: "Ask something" }).click();
    await typed("Questions on joining", "Question 1").fill("How did you hear of us?");
    await part("Questions on joining").getByRole("combobox", { name: "Answered by" }).selectOption("select");
    await part("Questions on joining").getByRole("checkbox", { name: "Has to be answered" }).check();

    await open("Pages");
    await part("Pages")
      .getByRole("button", { name: /^Opening Who/ })
      .click();
    await typed("Pages", "Headline").fill("Welcome, friend of a friend");
    await panel.getByText("Page", { exact: true }).click();
    await page.frameLocator("iframe[title='Landing page']").getByText("Welcome, friend of a friend").first().waitFor(SOON);
    await part("Pages").getByText("Gatherings", { exact: true }).click();
    expect(await severeFindings(page)).toEqual([]);
    await saved();
    await expect
      .poll(draft, SOON)
      .toMatchObject({
        advocates: {
          audience: segment.id,
          form: [{ label: { en: "How did you hear of us?" }, type: "select", required: true, options: [{ key: "one" }, { key: "two" }] }],
        },
        contest: { from: "2027-03-01", to: "2027-03-31", leaderboard: { places: 1 }, draw: { winners: 2 } },
        levels: { steps: [{ from: 100, perks: [{ name: "Free shipping" }] }, { from: 500 }] },
        claims: { subject: "candidate", decide: { after: "3d" }, bonuses: [{ bonus: "250000 JPY" }] },
        risk: { hold_at: 50, refuse_at: 90 },
        share: { channels: ["telegram"], messages: { en: { whatsapp: "Look: {link} {disclosure}" } } },
        pages: {
          landing: { blocks: [{ block: "hero", title: "Welcome, friend of a friend" }, ...Array(5).fill({})] },
          portal: { hidden: ["gatherings"] },
        },
      });
    // A step back takes the last change back, and a part that was taken out comes back whole.
    await page.getByRole("button", { name: "Step back" }).click();
    await open("Risk policy");
    await part("Risk policy").getByRole("button", { name: "Take it out of the program" }).click();
    await expect.poll(async () => (await draft()).risk, SOON).toBeUndefined();
    await undo(page, "is removed.");
    await expect.poll(draft, SOON).toMatchObject({ risk: { hold_at: 50, refuse_at: 90 } });
    expect((await draft()).pages.portal).toBeUndefined();
    await operator.close();
  },
  90_000,
);
