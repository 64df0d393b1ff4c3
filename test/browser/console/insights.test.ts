/** Insights in the console: figures are the API's and open their rows, cohorts and advocates show, a table is saved. */
import fs from "node:fs";
import { afterAll, beforeAll, expect, vi } from "vitest";
import { severeFindings } from "../../support/axe.ts";
import { stageMoney } from "../../support/console-money.ts";
import { browserTest, openConsole, operatorCookie, undo } from "../../support/console.ts";
import { saved } from "../../support/files.ts";
import { type Stage, openStage } from "../../support/stage.ts";

const FRIENDS = 24;

const FROM = new Date(Date.now() - 5 * 86_400_000).toISOString().slice(0, 10);
const SOON = { timeout: 90_000, interval: 250 };

let stage: Stage;
type Funnel = { figures: { metric: string; value: number | null }[]; metrics: { key: string; name: string }[] };
const funnel = (): Promise<Funnel> => stage.call("GET", `/v1/reports/funnel?from=${FROM}`);

/** In the live workspace, where operators are. */
const callLive = async (method: string, path: string): Promise<{ data: unknown[] }> => {
  const answer = await fetch(`${stage.url}${path}`, {
    method,
    headers: { authorization: `Bearer ${stage.product.info["secret_key"] ?? ""}` },
  });
  return (await answer.json()) as { data: unknown[] };
};

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
});
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
    await expect.poll(() => rows.getByRole("row").count()).toBe(FRIENDS + 1);
    await expect.poll(() => page.url()).toContain("rows=friends_bought");
    await page.keyboard.press("Escape");
    await page.getByRole("dialog").waitFor({ state: "detached" });
    // A share opens what stands above its line.
    const share = page.getByRole("region", { name: "In these days" }).getByText("Came to bought", { exact: true });
    await share.locator("xpath=ancestor::div[2]").getByRole("button", { name: /%$/ }).click();
    await page.getByRole("dialog").getByText("Friend 7", { exact: true }).waitFor();
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
  "she keeps a view, shows it by a link until she takes it back, has it sent to a colleague, and deletes it",
  async () => {
    const operator = await openConsole(stage, { cookie: await operatorCookie(stage, "manager") });
    const { page } = operator;
    await operator.open("/insights?by=channel");
    await page.getByRole("button", { name: "Keep this view" }).click();
    await page.getByRole("textbox", { name: "Name" }).fill("For the board");
    await page.getByRole("dialog").getByRole("button", { name: "Keep this view" }).click();
    const nav = page.getByRole("navigation", { name: "Insights" });
    await nav.getByRole("link", { name: "For the board" }).waitFor();
    await nav.getByRole("link", { name: "All kept views" }).click();
    const view = page.getByRole("region", { name: "For the board" });
    await view.getByText("Funnel · the last 30 days · By channel").waitFor();
    await view.getByRole("combobox", { name: "A link that shows it for" }).click();
    await page.getByRole("option", { name: "7 days" }).click();
    await view.getByRole("button", { name: "Make a link" }).click();
    const address = (await view.getByText(/\/reports\/.+\/.{43}/).textContent())!;
    // Whoever has it needs no session; the page says what it shows and until when.
    const friend = await stage.browser.visitor({ device: "desktop" });
    await friend.page.goto(address);
    await friend.page.getByRole("heading", { name: "For the board" }).waitFor();
    await friend.page.getByText("This page shows until").waitFor();
    expect(await severeFindings(friend.page)).toEqual([]);
    await friend.close();
    await view.getByRole("button", { name: "Send it by mail" }).click();
    await page.getByRole("combobox", { name: "How often" }).click();
    await page.getByRole("option", { name: "Every day" }).click();
    await page.getByRole("dialog").getByRole("button", { name: "Send it by mail" }).click();
    await view.getByText(/^Every day at .*, to Manager Person\.$/).waitFor();
    const own = page.getByRole("region", { name: "Your mail" });
    await own.getByRole("switch", { name: "For the board" }).click();
    await view.getByText("Manager Person wanted it no more.").waitFor();
    expect(await severeFindings(page)).toEqual([]);
    await view.getByRole("button", { name: "Take the link back" }).click();
    await view.getByRole("table", { name: "Links of “For the board”" }).getByText("Taken back").waitFor();
    await expect.poll(async () => (await fetch(address)).status).toBe(404);
    await view.getByRole("button", { name: "Delete the view" }).click();
    await page.getByRole("dialog").getByRole("button", { name: "Delete the view" }).click();
    await page.getByText("Nothing is kept yet").waitFor();
    await expect.poll(async () => (await callLive("GET", "/v1/report-schedules")).data).toEqual([]);
    await undo(page, "is gone, with its links");
    await page.getByRole("region", { name: "For the board" }).waitFor();
    await operator.close();
  },
  60_000,
);

browserTest(
  "a day's note stands in the chart's list and table and can be undone; the chart goes along as a picture, as numbers, and on paper",
  async () => {
    const operator = await openConsole(stage, { dark: true });
    const { page } = operator;
    await operator.open(`/insights?program=money&from=${FROM}`, stage.workspace);
    await page.getByRole("region", { name: "The week in words" }).getByRole("listitem").first().waitFor();
    const days = page.getByRole("region", { name: "Day by day" });
    await days.getByText("went live").waitFor();
    await days.getByRole("button", { name: "Note something about a day" }).click();
    await page.getByRole("textbox", { name: "What happened" }).fill("An article in the paper");
    await page.getByRole("button", { name: "Save the note" }).click();
    await days.getByRole("list", { name: "What happened in these days" }).getByText("An article in the paper").waitFor();
    const taken = (name: RegExp): Promise<Buffer> => saved(page, days.getByRole("button", { name }));
    const picture = await taken(/^Save as picture/);
    expect(picture.subarray(1, 4).toString()).toBe("PNG");
    // Its width and height stand at the beginning: twice the size of the screen's, with the words around it.
    expect([picture.readUInt32BE(16), picture.readUInt32BE(20)].every((each) => each > 700)).toBe(true);
    const rows = (await taken(/^Save as CSV/)).toString("utf8").split("\r\n");
    expect(rows[0]).toContain("Day,Friends came,Unit,What happened");
    expect(rows.find((row) => row.includes("An article in the paper"))).toMatch(/^\d{4}-\d\d-\d\d,\d+,,/);
    const chart = days.locator(".recharts-surface").first();
    await chart.waitFor();
    await page.emulateMedia({ media: "print" });
    const scheme = "getComputedStyle(document.body).colorScheme + document.documentElement.dataset.mantineColorScheme";
    await expect.poll(() => page.evaluate(scheme)).toContain("light");
    for (const [what, shown] of [
      [
        page
          .getByText("What a friend's order")
          .or(page.getByText("Of the friends who came in the period, those who have ordered since.", { exact: false }))
          .first(),
        true,
      ],
      [page.getByText(/· printed /), true],
      [page.getByRole("button", { name: "Print or save as PDF" }), false],
      [chart, true],
    ] as const)
      await what.waitFor({ state: shown ? "visible" : "hidden" });
    expect((await page.pdf({ format: "A4" })).subarray(0, 5).toString()).toBe("%PDF-");
    await page.emulateMedia({ media: "screen" });
    await days.getByRole("button", { name: "Delete the note “An article in the paper”" }).click();
    await days.getByText("An article in the paper").waitFor({ state: "detached" });
    await undo(page, "The note is gone.");
    await days.getByText("An article in the paper").waitFor();
    await days.getByRole("button", { name: "As a table" }).click();
    await days.getByRole("cell", { name: "An article in the paper" }).waitFor();
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
      ["/likely", "Too little to learn from yet"],
      ["/advocating", "Too little to compare yet"],
      ["/tree", "Nobody has brought a friend yet"],
      ["/campaigns", "No campaign yet"],
      ["/compare", "Choose two to compare"],
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

browserTest(
  "the tree is drawn and explored by pointer, keys and table; whoever is picked is named, and two programs stand side by side",
  async () => {
    const operator = await openConsole(stage, { expected: [/status of 500/] });
    const { page } = operator;
    await operator.open("/insights/tree?program=money", stage.workspace);
    const picture = page.getByRole("img", { name: new RegExp(`${FRIENDS + 2} people, of whom 2 came by themselves`) });
    const drawn = async (): Promise<number> => Number(await picture.getAttribute("data-drawn"));
    // Two circles around Ann's and Bob's friends, and a dot for each of them all.
    await vi.waitFor(async () => expect(await drawn()).toBe(FRIENDS + 2 + 2), SOON);
    await picture.focus();
    for (let i = 0; i < 12; i++) await page.keyboard.press("+");
    await vi.waitFor(async () => expect(await drawn()).toBeLessThan(FRIENDS), SOON);
    await page.getByRole("button", { name: "All of it" }).click();
    await vi.waitFor(async () => expect(await drawn()).toBe(FRIENDS + 2 + 2), SOON);
    const table = page.getByRole("table", { name: "Who came by themselves and brought others" });
    const seen = page.getByRole("region", { name: "Who came by whom", exact: true });
    expect((await saved(page, seen.getByRole("button", { name: /^Save as picture/ }))).subarray(1, 4).toString()).toBe("PNG");
    const people = (await saved(page, seen.getByRole("button", { name: /^Save as CSV/ }))).toString("utf8").trimEnd().split("\r\n");
    expect(people.slice(1).length).toBe(FRIENDS + 2);
    expect(people.find((each) => each.includes(",Ann,"))).toMatch(new RegExp(`^per_.*,Ann,.*,0,\\d+,\\d+$`));
    await table.getByRole("row", { name: /Ann/ }).getByRole("button", { name: "Begin here" }).click();
    await page.getByRole("navigation", { name: "By whom they came" }).getByText("Ann").waitFor();
    await page.getByRole("table", { name: "Whom they brought" }).getByRole("link", { name: "Friend 2", exact: true }).waitFor();
    // Everybody lies around Ann: the middle of the picture is her dot or one of theirs.
    const box = (await picture.boundingBox())!;
    await picture.click({ position: { x: box.width / 2, y: box.height / 2 } });
    await page.getByRole("button", { name: "Begin here" }).first().waitFor();
    await expect.poll(() => page.url()).toContain("pick=per_");
    expect(await severeFindings(page)).toEqual([]);
    await operator.open("/insights/compare?left=money&right=money", stage.workspace);
    const row = page.getByRole("table", { name: "Side by side" }).getByRole("row", { name: /Came to bought/ });
    await row.getByText("0 points").waitFor();
    await page.getByText("Not left to chance", { exact: true }).waitFor();
    expect(await severeFindings(page)).toEqual([]);
    // What could not be read is said, and is not called missing.
    await page.route(/\/v1\/segments/, async (route) => await route.fulfill({ status: 500, json: { title: "The server failed" } }));
    await operator.open("/insights/compare?of=segment", stage.workspace);
    await page.getByRole("button", { name: "Try again" }).waitFor();
    expect(await page.getByText("There are not two of these yet.").count()).toBe(0);
    await operator.close();
  },
  60_000,
);
