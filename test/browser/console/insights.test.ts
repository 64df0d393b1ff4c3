/** Insights in the console: figures are the API's and open their rows, cohorts and advocates show, a table is saved. */
import fs from "node:fs";
import { afterAll, beforeAll, expect, vi } from "vitest";
import { severeFindings } from "../../support/axe.ts";
import { stageMoney } from "../../support/console-money.ts";
import { browserTest, openConsole } from "../../support/console.ts";
import { type Stage, openStage } from "../../support/stage.ts";

const FRIENDS = 24;

const FROM = new Date(Date.now() - 5 * 86_400_000).toISOString().slice(0, 10);
const SOON = { timeout: 90_000, interval: 250 };

let stage: Stage;
type Funnel = { figures: { metric: string; value: number | null }[]; metrics: { key: string; name: string }[] };
const funnel = (): Promise<Funnel> => stage.call("GET", `/v1/reports/funnel?from=${FROM}`);

beforeAll(async () => {
  stage = await openStage();
  if (stage.url === undefined) return;
  await stageMoney(stage, FRIENDS);
  // The first thirty days of these friends are over.
  await stage.advance("32d");
  // A reader waits 150 ms for what came in since: on a busy machine the job brings the rest.
  await vi.waitFor(
    async () => expect((await funnel()).figures.find((each) => each.metric === "friends_bought")?.value).toBe(FRIENDS),
    SOON,
  );
}, 120_000);
afterAll(async () => await stage?.close(), 60_000);

browserTest(
  "the funnel shows the API's figures; one opens the rows that it counts, and the table is saved",
  async () => {
    const { metrics } = await funnel();
    const name = metrics.find((each) => each.key === "friends_bought")?.name ?? "";
    const operator = await openConsole(stage);
    const { page } = operator;
    await operator.open(`/insights?from=${FROM}`, stage.workspace);
    const figure = page.getByRole("region", { name: "In these days" }).getByText(name, { exact: true }).locator("xpath=ancestor::div[2]");
    await figure.getByRole("button", { name: String(FRIENDS), exact: true }).click();
    const rows = page.getByRole("dialog").getByRole("table", { name });
    await rows.getByText("Friend 7", { exact: true }).waitFor();
    expect(await rows.getByRole("row").count()).toBe(FRIENDS + 1);
    expect(page.url()).toContain("rows=friends_bought");
    await page.keyboard.press("Escape");
    await page.getByRole("dialog").waitFor({ state: "detached" });
    expect(await severeFindings(page)).toEqual([]);
    const saved = page.waitForEvent("download");
    await page.getByRole("button", { name: "Save as a table" }).click();
    const text = fs.readFileSync(await (await saved).path(), "utf8");
    expect(text.split("\n").find((line) => line.includes("friends_bought"))).toContain(String(FRIENDS));
    await operator.close();
  },
  60_000,
);

browserTest(
  "cohorts, advocates and the tree say who came and what they did since, by table as by curve",
  async () => {
    const operator = await openConsole(stage);
    const { page } = operator;
    await operator.open("/insights/cohorts", stage.workspace);
    await page.getByRole("img", { name: /All months: 100% ordered in their first thirty days/ }).waitFor();
    await page.getByRole("table", { name: "Month by month" }).getByRole("cell", { name: /^100%/ }).first().waitFor();
    expect(await severeFindings(page)).toEqual([]);
    await operator.open("/insights/advocates?program=money", stage.workspace);
    await page.getByRole("combobox", { name: "Days" }).click();
    await page.getByRole("option", { name: "Last 90 days" }).click();
    const ann = page.getByRole("table", { name: "Whose friends bought most" }).getByRole("row", { name: /Ann/ });
    await ann
      .getByRole("cell", { name: String(FRIENDS / 2), exact: true })
      .first()
      .waitFor();
    expect(await severeFindings(page)).toEqual([]);
    await ann.getByRole("link", { name: "See the tree" }).click();
    await page.getByRole("link", { name: "Friend 2", exact: true }).waitFor();
    await page.getByRole("button", { name: "Open Friend 2", exact: true }).click();
    await page.getByText("Nobody came by them yet.").waitFor();
    expect(await severeFindings(page)).toEqual([]);
    await operator.close();
  },
  60_000,
);

browserTest(
  "before anything has happened each report says so in a sentence, and what arrives late or not at all is told",
  async () => {
    const operator = await openConsole(stage);
    const { page } = operator;
    for (const [path, says] of [
      ["/money", "Nothing in these days"],
      ["/cohorts", "Nothing in these days"],
      ["/value", "No orders yet"],
      ["/growth", "Nobody has brought a friend yet"],
      ["/advocates", "Nothing in these days"],
      ["/participation", /below ten people nothing can be said/],
      ["/tracking", "All is well"],
    ] as const) {
      await operator.open(`/insights${path}`);
      await page.getByText(says, { exact: true }).first().waitFor();
    }
    expect(await severeFindings(page)).toEqual([]);
    await operator.close();
  },
  60_000,
);
