/** Tickets with the person beside them, kept answers, feedback whose "done" is told. */
import type { Locator, Page } from "playwright-core";
import { afterAll, beforeAll, expect } from "vitest";
import { severeFindings } from "../../support/axe.ts";
import { browserTest, openConsole, operatorCookie } from "../../support/console.ts";
import { type Stage, openStage } from "../../support/stage.ts";

// oxlint-disable-next-line typescript/no-explicit-any
type Loose = any;
/** On a machine that does other things besides. */
const SOON = { timeout: 30_000 };
let stage: Stage;
let ann: string;
const get = (path: string): Promise<Loose> => stage.call("GET", path);
const post = (path: string, body: unknown): Promise<Loose> => stage.call("POST", path, body);

beforeAll(async () => {
  stage = await openStage();
  if (stage.call === undefined) return;
  await stage.publish("direct");
  const person = { user_id: "ann", email: "ann@example.com", name: "Ann Larsen" };
  const joined = await post("/v1/advocates", { program: "direct", person });
  ann = joined.person;
  await post("/v1/events", {
    type: "purchase",
    person: { user_id: "ben" },
    referral: { code: joined.links[0].code },
    order: { id: "o-1", total: 8000, currency: "USD" },
  });
});
afterAll(async () => {
  await stage.close();
});

/** A field; not the list of its options, which has the same name. */
const field = (inside: Page | Locator, label: string): Locator => inside.locator("input").and(inside.getByLabel(label));

browserTest(
  "a kept answer begins the answer to a ticket, which reaches the person by mail; what was typed survives a reload",
  async () => {
    const operator = await openConsole(stage);
    const { page } = operator;
    await operator.open("/support", stage.workspace);
    await page.getByText("Nobody waits for an answer").waitFor();
    await operator.open("/support/answers", stage.workspace);
    await page.getByRole("button", { name: "New answer" }).first().click();
    await page.getByLabel("Name").fill("It waits");
    await page.getByLabel("Text").fill("Hello {name}, it waits for the return period of {place}.");
    await page.getByRole("button", { name: "Save" }).click();
    await page.getByRole("heading", { name: "It waits" }).waitFor();
    expect(await severeFindings(page)).toEqual([]);

    const asked = await post("/v1/portal/help", { person: ann, program: "direct", text: "Where is my reward?", page: "rewards" });
    await operator.openAnew("/support", stage.workspace);
    expect(await severeFindings(page)).toEqual([]);
    await page.getByRole("row", { name: /Where is my reward/ }).click();
    await page.getByText("What happened lately").waitFor();
    await page.getByText("$8.00").first().waitFor();
    expect(await severeFindings(page)).toEqual([]);
    await field(page, "Begin from a kept answer").click();
    await page.getByRole("option", { name: "It waits" }).click();
    const answer = page.getByLabel("Answer", { exact: false }).and(page.locator("textarea")).first();
    await expect.poll(() => answer.inputValue()).toBe("Hello Ann, it waits for the return period of {place}.");
    await page.getByText("Still to be filled in: {place}").waitFor();
    await answer.fill("Hello Ann, it waits until Sunday.");
    await page.reload();
    await expect.poll(() => answer.inputValue()).toBe("Hello Ann, it waits until Sunday.");
    await page.getByRole("button", { name: "Send the answer" }).click();
    await expect.poll(async () => (await get(`/v1/help/${asked.id}`)).state, SOON).toBe("answered");
    const { subject } = await stage.inbox.waitFor("ann@example.com", /question|answer/i, { seconds: 60 });
    expect(subject).toMatch(/question|answer/i);
    await operator.close();
  },
  90_000,
);

browserTest(
  "a ticket becomes somebody's, is tagged, and a change is undone; a support person may do all of it",
  async () => {
    const asked = await post("/v1/portal/help", { person: ann, text: "How do I change my address?" });
    const operator = await openConsole(stage, { cookie: await operatorCookie(stage, "support") });
    const { page } = operator;
    const listening = page.waitForResponse(/\/v1\/stream/);
    await operator.open(`/support/tickets/${asked.id}`, stage.workspace);
    await listening;
    await field(page, "Who looks after it").click();
    await page.getByRole("option", { name: "You" }).click();
    await expect.poll(async () => (await get(`/v1/help/${asked.id}`)).assigned, SOON).toMatch(/^opr_/);
    await field(page, "Tags").fill("address");
    await page.keyboard.press("Enter");
    await expect.poll(async () => (await get(`/v1/help/${asked.id}`)).tags, SOON).toEqual(["address"]);
    // News make the page read the ticket anew before it has its answer: what undo restores is what stood there when it was pressed.
    await page.route(`**/v1/help/${asked.id}`, async (route) => {
      if (route.request().postDataJSON()?.state !== "closed") return await route.continue();
      const answer = await route.fetch();
      const read = page.waitForResponse((each) => each.request().method() === "GET" && each.url().endsWith(asked.id));
      await post("/v1/events", { type: "signup", person: { user_id: "cem" } });
      await read;
      await route.fulfill({ response: answer });
    });
    await field(page, "State").click();
    await page.getByRole("option", { name: "closed" }).click();
    // The note of this change and not of the one before it: the server knows of it sooner than the page tells.
    await page.getByRole("alert").filter({ hasText: "State: closed." }).getByRole("button", { name: "Undo" }).click();
    await expect.poll(() => get(`/v1/help/${asked.id}`), SOON).toMatchObject({ state: "open", tags: ["address"] });
    await operator.open("/support?mine=true", stage.workspace);
    await page.getByRole("row", { name: /change my address/ }).waitFor();
    await operator.close();
  },
  60_000,
);

browserTest(
  "feedback is planned and done, and whoever gave it is told; a new one appears without a reload",
  async () => {
    const operator = await openConsole(stage);
    const { page } = operator;
    const listening = page.waitForResponse(/\/v1\/stream/);
    await operator.open("/support/feedback", stage.workspace);
    await listening;
    await page.getByText("No feedback yet").waitFor();
    const given = await post("/v1/portal/help", { person: ann, topic: "feedback", score: 2, text: "Sharing took me a while." });
    await page.getByRole("row", { name: /Sharing took me a while/ }).waitFor();
    await page.getByRole("row", { name: /2\.0 1\.0 to 5\.0/ }).waitFor();
    await page.getByRole("row", { name: /Sharing took me a while/ }).click();
    await field(page.getByRole("dialog"), "State").click();
    await page.getByRole("option", { name: "planned" }).click();
    await expect.poll(async () => (await get(`/v1/help/${given.id}`)).state, SOON).toBe("planned");
    expect(await severeFindings(page)).toEqual([]);
    await page.locator("textarea").first().fill("Sharing is one button now.");
    await page.getByRole("button", { name: "Send the answer" }).click();
    await expect.poll(async () => (await get(`/v1/help/${given.id}`)).state, SOON).toBe("done");
    const told = async (): Promise<number> => (await get(`/v1/mail?person=${ann}&kind=help_answered`)).data.length;
    await expect.poll(told, SOON).toBeGreaterThan(0);
    await operator.close();
  },
  60_000,
);
