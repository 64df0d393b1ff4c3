/** Rewards in the console: the queue decided at once, one reward's page, adjustments by two operators, coupons, the catalogue. */
import { afterAll, beforeAll, expect } from "vitest";
import { severeFindings } from "../../support/axe.ts";
import { proveBooks, stageMoney } from "../../support/console-money.ts";
import { browserTest, openConsole, operatorCookie, settled } from "../../support/console.ts";
import { type Stage, openStage } from "../../support/stage.ts";

let stage: Stage;
beforeAll(async () => {
  stage = await openStage();
  if (stage.url === undefined) return;
  await stageMoney(stage, 4);
});
afterAll(async () => {
  if (stage?.url !== undefined) await proveBooks(stage);
  await stage?.close();
});

type Listed = { data: { id: string; state: string; value: { amount: number } }[] };
const states = async (query: string) => (await stage.call<Listed>("GET", `/v1/rewards?${query}`)).data.map((each) => each.state);

browserTest(
  "the queue is decided in bulk: the sum and the people stand there before, one is refused with a reason, and the others are approved",
  async () => {
    const operator = await openConsole(stage);
    const { page } = operator;
    await operator.open("/rewards", stage.workspace);
    await page.getByRole("row", { name: /Ann/ }).first().waitFor();
    expect(await severeFindings(page)).toEqual([]);
    await page.getByRole("checkbox", { name: /^Pick/ }).first().check();
    await page.getByRole("group", { name: "Decide many" }).getByRole("button", { name: "Refuse" }).click();
    const ask = page.getByRole("dialog");
    await ask.getByText("$8.00").waitFor();
    await ask.getByLabel("Why").fill("A colleague's order.");
    await ask.getByRole("button", { name: "Refuse 1" }).click();
    await page.getByText("1 reward refused").waitFor();
    await ask.waitFor({ state: "detached" });
    await page.getByLabel("All 3 shown").check();
    await page.getByRole("group", { name: "Decide many" }).getByRole("button", { name: "Approve" }).click();
    await ask.getByText("$24.00").waitFor();
    await ask.getByText("3 rewards of 2 people").waitFor();
    expect(await severeFindings(page)).toEqual([]);
    await ask.getByRole("button", { name: "Approve 3" }).click();
    await page.getByText("Nothing waits for you").waitFor();
    const waiting = async (): Promise<string[]> => (await states("rule=thanks")).toSorted();
    await expect.poll(waiting).toEqual(["denied", "pending", "pending", "pending"]);
    await operator.close();
  },
  60_000,
);

browserTest(
  "a reward's page says why and what the books hold; a gift card is handed over there, and a reward taken back",
  async () => {
    await stage.advance("8d");
    const operator = await openConsole(stage);
    const { page } = operator;
    await operator.open("/rewards?queue=fulfilment", stage.workspace);
    await page.getByRole("row", { name: /Friend 0/ }).click();
    await page.getByRole("heading", { level: 1, name: /\$5\.00/ }).waitFor();
    await page.getByRole("table", { name: "Postings" }).waitFor();
    await page
      .getByText(/gift card/)
      .first()
      .waitFor();
    expect(await severeFindings(page)).toEqual([]);
    await page.getByRole("button", { name: "Hand over" }).click();
    await page.getByRole("dialog").getByLabel("Your own number of it").fill("card 8812");
    await page.getByRole("dialog").getByRole("button", { name: "Hand over" }).click();
    await page.getByText("Handed over.", { exact: true }).waitFor();
    expect(await states("rule=card&person=user_id:friend-0")).toEqual(["fulfilled"]);
    const [auto] = (await stage.call<Listed>("GET", "/v1/rewards?rule=auto&person=user_id:ann")).data;
    await operator.open(`/rewards/${auto!.id}`, stage.workspace);
    await page.getByRole("button", { name: "Take back" }).click();
    await page.getByRole("dialog").getByLabel("Why").fill("The order was a test.");
    await page.getByRole("dialog").getByRole("button", { name: "Take back" }).click();
    await page.getByText("Taken back.", { exact: true }).waitFor();
    expect((await stage.call<{ state: string }>("GET", `/v1/rewards/${auto!.id}`)).state).toBe("reversed");
    await operator.close();
  },
  60_000,
);

browserTest(
  "above the limit a second operator approves an adjustment, and whoever proposed it cannot",
  async () => {
    const finance = await openConsole(stage, { cookie: await operatorCookie(stage, "finance"), expected: [/409/] });
    const { page } = finance;
    await finance.open("/rewards/adjustments", stage.workspace);
    await page.getByRole("button", { name: "Adjust a balance" }).first().click();
    const form = page.getByRole("dialog");
    await form.getByLabel("Person").fill("Bob");
    await page.getByRole("option", { name: /Bob/ }).click();
    await form.getByLabel("Program").click();
    await page.getByRole("option", { name: "Money" }).click();
    await form.getByLabel("What", { exact: true }).click();
    await page.getByRole("option", { name: "Points" }).click();
    await form.getByLabel("Amount").fill("20000");
    await form.getByLabel("Why").fill("Partner of the year.");
    await form.getByText(/a second operator has to approve/).waitFor();
    expect(await severeFindings(page)).toEqual([]);
    await form.getByRole("button", { name: "Propose" }).click();
    await page.getByText("Proposed: a second operator has to approve it.").waitFor();
    await page.getByRole("button", { name: "Approve", exact: true }).click();
    await page.getByRole("dialog").getByRole("button", { name: "Approve" }).click();
    await page
      .getByRole("dialog")
      .getByText(/somebody else has to approve/)
      .waitFor();
    const points = async () => {
      const rows = await stage.call<{ unit: string; available: number }[]>("GET", "/v1/people/user_id:bob/balances");
      return (rows as { unit: string; available: number }[]).find((row) => row.unit === "points")?.available;
    };
    expect(await points()).toBe(600);
    const owner = await openConsole(stage, { cookie: await operatorCookie(stage, "owner") });
    await owner.open("/rewards/adjustments?state=waiting", stage.workspace);
    await owner.page.getByRole("button", { name: "Approve", exact: true }).click();
    await owner.page.getByRole("dialog").getByText("20,000 points is granted now").waitFor();
    await owner.page.getByRole("dialog").getByRole("button", { name: "Approve" }).click();
    await owner.page.getByText("Approved and done.").waitFor();
    expect(await points()).toBe(20_600);
    await owner.close();
    await finance.close();
  },
  60_000,
);

browserTest(
  "an empty pool is refilled by paste, which issues what waited; an item is offered and what was taken of it is cancelled",
  async () => {
    await stage.call("POST", "/v1/coupon-pools", { program: "money", rule: "code", codes: ["FIRST-1"] });
    const operator = await openConsole(stage);
    const { page } = operator;
    await operator.open("/rewards/coupons", stage.workspace);
    await page.getByText("A pool runs low").waitFor();
    await page.getByRole("button", { name: "Add codes" }).click();
    await page.getByRole("dialog").getByLabel("Codes").fill("code\nSHOP-11\nSHOP-12\nSHOP-13\nSHOP-13\n");
    await page.getByRole("dialog").getByText("3 codes").waitFor();
    await page.getByRole("dialog").getByRole("button", { name: "Add codes" }).click();
    await page.getByText("3 codes added.").waitFor();
    await expect.poll(async () => (await stage.call<{ data: { total: number }[] }>("GET", "/v1/coupon-pools")).data[0]!.total).toBe(4);
    expect(await severeFindings(page)).toEqual([]);
    await operator.open("/rewards/catalogue", stage.workspace);
    await page.getByRole("button", { name: "Offer something" }).first().click();
    const form = page.getByRole("dialog");
    await form.getByLabel("Name").fill("A blue mug");
    await form.getByLabel("Price").fill("250");
    await form.getByLabel("How many there are").fill("3");
    expect(await severeFindings(page)).toEqual([]);
    await form.getByRole("button", { name: "Save" }).click();
    await page.getByRole("row", { name: /A blue mug/ }).waitFor();
    await stage.call("POST", "/v1/redemptions", { item: "a-blue-mug", person: "user_id:ann" });
    await operator.openAnew("/rewards/catalogue", stage.workspace);
    await page.getByRole("button", { name: "Cancel it" }).click();
    await page.getByRole("dialog").getByLabel("Why").fill("Out of stock.");
    await page.getByRole("dialog").getByRole("button", { name: "Cancel it" }).click();
    await page.getByText("Cancelled: the price is back in the balance.").waitFor();
    const [taken] = (await stage.call<{ data: { cancelled_at: string | null }[] }>("GET", "/v1/redemptions")).data;
    expect(taken!.cancelled_at).not.toBeNull();
    await operator.close();
  },
  60_000,
);

browserTest(
  "what is owed, late and spent is shown on a desktop and on a phone, and a role without the right is not offered an act",
  async () => {
    const operator = await openConsole(stage, { device: "phone" });
    for (const path of ["/rewards/owed", "/rewards/budgets", "/rewards?queue=all"]) {
      await operator.open(path, stage.workspace);
      await settled(operator.page);
      expect(await severeFindings(operator.page)).toEqual([]);
      await expect.poll(() => operator.page.evaluate("document.documentElement.scrollWidth <= innerWidth")).toBe(true);
    }
    await operator.open("/rewards/budgets", stage.workspace);
    await operator.page.getByText(/of \$500\.00/).waitFor();
    await operator.close();
    const analyst = await openConsole(stage, { cookie: await operatorCookie(stage, "analyst") });
    await analyst.open("/rewards", stage.workspace);
    await settled(analyst.page);
    expect(await analyst.page.getByRole("button", { name: "Approve" }).count()).toBe(0);
    await analyst.close();
  },
  60_000,
);
