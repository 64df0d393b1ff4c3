/** Payouts in the console, by keyboard alone; nobody is paid twice; results by CSV; the statement; the books verified and browsed. */
import { afterAll, beforeAll, expect } from "vitest";
import { severeFindings } from "../../support/axe.ts";
import { proveBooks, stageMoney } from "../../support/console-money.ts";
import { browserTest, openConsole, settled } from "../../support/console.ts";
import { type Stage, openStage } from "../../support/stage.ts";

let stage: Stage;
beforeAll(async () => {
  stage = await openStage();
  if (stage.url === undefined) return;
  await stageMoney(stage, 4);
  await stage.advance("8d");
});
afterAll(async () => {
  if (stage?.url !== undefined) await proveBooks(stage);
  await stage?.close();
});

type Batch = { id: string; total: { amount: number }; settled: number; failed: number; status: string };
const batches = async () => (await stage.call<{ data: Batch[] }>("GET", "/v1/payouts")).data;

browserTest(
  "a payout is previewed and made by keyboard alone; typed wrong it cannot be made; of two tabs and a double press one batch is left",
  async () => {
    const operator = await openConsole(stage, { expected: [/409/] });
    const other = await openConsole(stage, { expected: [/409/] });
    const { page } = operator;
    await operator.open("/rewards/payouts", stage.workspace);
    expect(await severeFindings(page)).toEqual([]);
    await page.getByRole("link", { name: "Pay out" }).first().focus();
    await page.keyboard.press("Enter");
    await page.getByRole("table", { name: "Who gets what" }).getByRole("row", { name: /Ann/ }).waitFor();
    expect(await severeFindings(page)).toEqual([]);
    await other.open("/rewards/payouts/new", stage.workspace);
    await other.page.getByLabel("Type the sum to confirm").fill("20.00");
    await page.getByLabel("Type the sum to confirm").focus();
    await page.keyboard.type("20.01");
    await page.getByText("That is not the sum above.").waitFor();
    await expect.poll(() => page.getByRole("button", { name: "Make the batch" }).isDisabled()).toBe(true);
    await page.keyboard.press("Control+a");
    await page.keyboard.type("20.00");
    await page.getByText("Ready.").waitFor();
    await page.keyboard.press("Enter");
    await page.keyboard.press("Enter");
    await page.getByRole("heading", { level: 1, name: "Payout of $20.00" }).waitFor();
    await other.page.getByRole("button", { name: "Make the batch" }).dblclick();
    await other.page
      .getByRole("alert")
      .getByText(/Nobody has at least/)
      .waitFor();
    expect((await batches()).map((each) => each.total.amount)).toEqual([2000]);
    await other.close();
    await operator.close();
  },
  60_000,
);

browserTest(
  "the file comes back filled in: what it comes to is shown before, what failed is available again and is paid with the next batch",
  async () => {
    const [batch] = await batches();
    const operator = await openConsole(stage);
    const { page } = operator;
    await operator.open(`/rewards/payouts/${batch!.id}`, stage.workspace);
    await page.getByRole("button", { name: "Fetch the file" }).click();
    const saved = page.waitForEvent("download");
    await page.getByRole("menuitem", { name: "To pay from (CSV)" }).click();
    const file = await (await saved).createReadStream();
    const rows = (await new Response(file as never).text()).trim().split("\r\n");
    expect(rows).toHaveLength(3);
    const of = (name: string) => rows.find((row) => row.includes(`,${name},`))!.split(",")[0]!;
    const filled = `payout,state,reference,error\r\n${of("Ann")},settled,SEPA 77,\r\n${of("Bob")},failed,,Account closed\r\n`;
    await page.getByLabel("Or paste its rows").fill(filled);
    await page.getByRole("button", { name: "Look at it" }).click();
    await page.getByText("What taking it comes to").waitFor();
    expect((await batches())[0]!.settled).toBe(0);
    expect(await severeFindings(page)).toEqual([]);
    await page.getByRole("button", { name: "Take the results" }).click();
    await page.getByText("Taken: 1 paid, 1 failed.").waitFor();
    expect((await batches())[0]).toMatchObject({ settled: 1, failed: 1, status: "closed" });
    await page.getByRole("link", { name: "Pay what failed again" }).click();
    await page.getByLabel("Type the sum to confirm").fill("10.00");
    await page.getByRole("button", { name: "Make the batch" }).click();
    await page.getByRole("heading", { level: 1, name: "Payout of $10.00" }).waitFor();
    await page.getByRole("button", { name: "All arrived" }).click();
    await page.getByRole("dialog").getByRole("button", { name: "All arrived" }).click();
    await expect.poll(async () => (await batches())[0]).toMatchObject({ settled: 1, status: "closed" });
    await page.getByRole("row", { name: /Bob/ }).click();
    await page.getByRole("heading", { level: 1, name: /Statement of Bob/ }).waitFor();
    await page.getByText("Payout failed, available again").waitFor();
    expect(await severeFindings(page)).toEqual([]);
    await operator.close();
  },
  60_000,
);

browserTest(
  "the ledger leads from an account to a transaction's two postings, and the books are verified with each check's result",
  async () => {
    const operator = await openConsole(stage);
    const { page } = operator;
    await operator.open("/rewards/ledger?kind=available", stage.workspace);
    await page.getByRole("row", { name: /Ann.*Cash/ }).click();
    await page.getByRole("row", { name: /Paid out/ }).click();
    const postings = page.getByRole("dialog").getByRole("table", { name: "Postings" });
    await postings.getByText("-$10.00").waitFor();
    await postings.getByText("$10.00", { exact: true }).waitFor();
    expect(await severeFindings(page)).toEqual([]);
    await operator.open("/rewards/books", stage.workspace);
    await page.getByRole("button", { name: "Verify now" }).click();
    await page.getByText("The books are right").first().waitFor({ timeout: 60_000 });
    await page.getByText("every balance is the sum of its transfers").waitFor();
    expect(await page.getByText("Wrong", { exact: true }).count()).toBe(0);
    await settled(page);
    expect(await severeFindings(page)).toEqual([]);
    await operator.close();
  },
  60_000,
);
