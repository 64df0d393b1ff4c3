/** Home, live news, search and goals in a real browser, and the set-up by keyboard alone. */
import { afterAll, beforeAll, expect } from "vitest";
import { severeFindings } from "../../support/axe.ts";
import { asksAgain, asksNoMore, browserTest, openConsole, undo } from "../../support/console.ts";
import { type Stage, openStage } from "../../support/stage.ts";

let stage: Stage;
let code: string;
beforeAll(async () => {
  stage = await openStage();
  if (stage.live === undefined) return;
  code = (await stage.live.join("friends", { user_id: "ann", name: "Ann" })).links[0]!.code;
  await buy("Ben Baker", "first-order");
});
afterAll(async () => {
  await stage.close();
});

const buy = (name: string, order: string) =>
  stage.live.unwrap(
    stage.live.api.POST("/v1/events", {
      body: {
        type: "purchase",
        person: { user_id: name.toLowerCase().replace(" ", "-"), name, email: `${name.toLowerCase().replace(" ", ".")}@example.com` },
        referral: { code },
        order: { id: order, total: 8000, currency: "USD" },
      } as never,
    }),
  );

browserTest(
  "an order that comes in appears on home without a reload, and the figures follow",
  async () => {
    const operator = await openConsole(stage);
    const { page } = operator;
    const streaming = page.waitForResponse((response) => response.url().endsWith("/v1/stream"));
    await operator.open("/");
    await page.getByText("Ben Baker, who came through Ann, counts").waitFor();
    await streaming;
    let loads = 0;
    page.on("load", () => loads++);
    // It is the news that bring it, and not that home asks by itself now and then.
    await asksNoMore(page);
    await buy("Cleo Cook", "second-order");
    await page.getByText("Cleo Cook, who came through Ann, counts").waitFor();
    // Sums may be of a moment before, and are asked for again.
    await asksAgain(page, page.getByText("$16.00").first());
    expect(loads).toBe(0);
    expect(await severeFindings(page)).toEqual([]);
    await operator.close();
  },
  60_000,
);

browserTest(
  "while news cannot arrive home says so, and takes up again by itself",
  async () => {
    const operator = await openConsole(stage, { expected: [/./] });
    const { page } = operator;
    await page.route("**/v1/stream", (route) => route.abort());
    await operator.open("/");
    await page.getByText("Not live").waitFor({ timeout: 60_000 });
    await page.unroute("**/v1/stream");
    // It tries again after longer and longer pauses, up to half a minute.
    await page.getByText("Not live").waitFor({ state: "detached", timeout: 60_000 });
    await buy("Dora Dean", "third-order");
    await page.getByText("Dora Dean, who came through Ann, counts").waitFor();
    await operator.close();
  },
  180_000,
);

browserTest(
  "Ctrl-K finds a person by name and by e-mail, an order and a code, and goes there",
  async () => {
    const operator = await openConsole(stage);
    const { page } = operator;
    await operator.open("/");
    const find = async (typed: string): Promise<void> => {
      await page.keyboard.press("Control+k");
      await page.getByPlaceholder("Go to, or search").fill(typed);
    };
    for (const [typed, shown, name] of [
      ["baker", /Ben Baker.*Person/, "Ben Baker"],
      ["ben.baker@example.com", /Ben Baker.*Person/, "Ben Baker"],
      ["first-order", /first-order.*Order/, "Ben Baker"],
      [code.toLowerCase(), new RegExp(`${code}.*Code`), "Ann"],
    ] as const) {
      await find(typed);
      await page
        .getByRole("button", { name: shown })
        .or(page.getByRole("option", { name: shown }))
        .first()
        .waitFor();
      if (typed === "baker") expect(await severeFindings(page)).toEqual([]);
      await page.keyboard.press("Enter");
      await page.getByRole("heading", { name, level: 1 }).waitFor();
      // Gone before it is called again: what is typed into one that closes is lost.
      await page.getByPlaceholder("Go to, or search").waitFor({ state: "detached" });
    }
    // Nothing typed: what was opened last stands first, and what is begun often leads to its step.
    await page.keyboard.press("Control+k");
    await page
      .getByRole("button", { name: /first-order/ })
      .or(page.getByRole("option", { name: /first-order/ }))
      .first()
      .waitFor();
    await page.getByPlaceholder("Go to, or search").fill("test purchase");
    await page.getByText("Send test purchase").click();
    await page.waitForURL(/\/setup\?step=launch/);
    await operator.close();
  },
  60_000,
);

browserTest(
  "a goal is set and shows how it stands; removing it can be undone",
  async () => {
    const operator = await openConsole(stage);
    const { page } = operator;
    await operator.open("/");
    await page.getByRole("link", { name: "Set a goal" }).click();
    const dialog = page.getByRole("dialog", { name: "Goal" });
    await dialog.getByLabel("How many?").fill("40");
    await dialog.getByLabel("By when?").fill("2099-06-30");
    expect(await severeFindings(page)).toEqual([]);
    await dialog.getByRole("button", { name: "Save" }).click();
    await page.getByText(/of 40 new customers by/).waitFor();
    await dialog.waitFor({ state: "detached" });
    const goals = async () => (await stage.live.unwrap(stage.live.api.GET("/v1/goals", {}))).data;
    expect(await goals()).toMatchObject([{ program: null, metric: "customers", target: 40 }]);
    await page.getByRole("link", { name: "Change" }).click();
    await page.getByRole("button", { name: "Remove the goal" }).click();
    await page.getByRole("dialog", { name: "Remove the goal" }).getByRole("button", { name: "Remove the goal" }).click();
    await page.getByText("The goal is removed.").waitFor();
    expect(await goals()).toEqual([]);
    await undo(page, "The goal is removed.");
    await page.getByText(/of 40 new customers by/).waitFor();
    expect(await goals()).toMatchObject([{ target: 40 }]);
    await operator.close();
  },
  60_000,
);

browserTest(
  "the set-up can be gone through by keyboard alone, and goes on where it was left",
  async () => {
    const operator = await openConsole(stage);
    const { page } = operator;
    await operator.open("/setup");
    /** Tab until what has the focus is called so; round again where it was not there yet. */
    const tabTo = async (name: string): Promise<void> => {
      for (const until = Date.now() + 20_000; Date.now() < until; ) {
        await page.keyboard.press("Tab");
        // Text, since the test's own types know no page.
        const called = await page.evaluate<string>(
          "((e) => e === document.body ? '' : [e?.getAttribute('aria-label'), e?.labels?.[0]?.textContent, e?.textContent].join(' '))" +
            "(document.activeElement)",
        );
        if (called.includes(name)) return;
      }
      throw new Error(`the focus never came to "${name}"`);
    };
    await tabTo("Our customers");
    await page.keyboard.press("Space");
    await tabTo("A friend places a first order");
    await page.keyboard.press("ArrowDown");
    await page.keyboard.press("Space");
    await tabTo("What is it called?");
    await page.keyboard.type("By keyboard");
    await tabTo("Save and go on");
    await page.keyboard.press("Enter");
    await page.getByRole("button", { name: "Send a test purchase" }).waitFor();
    await page.goto("about:blank");
    await operator.open("/setup");
    await page.getByRole("button", { name: "Send a test purchase" }).waitFor();
    await tabTo("Send a test purchase");
    await page.keyboard.press("Enter");
    await page.getByText("It works", { exact: true }).waitFor({ timeout: 40_000 });
    await tabTo("Publish");
    await page.keyboard.press("Enter");
    const dialog = page.getByRole("dialog", { name: "Publish" });
    await dialog.waitFor();
    await dialog.getByRole("button", { name: "Publish" }).focus();
    await page.keyboard.press("Enter");
    await page.getByText("Live", { exact: true }).waitFor();
    await tabTo("Go on to improving");
    await page.keyboard.press("Enter");
    await page.getByRole("heading", { name: "A goal with a date" }).waitFor();
    expect(await severeFindings(page)).toEqual([]);
    await page.getByRole("button", { name: "It is done" }).first().click();
    await page.getByText("1 of 7 done").waitFor();
    await operator.open("/");
    await page.getByText("This week's one thing").waitFor();
    await operator.close();
  },
  180_000,
);
