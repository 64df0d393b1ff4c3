/**
 * Every chart of Insights, and that of rings, says in words what it shows and has its numbers as a table: found by walking every page
 * that the area has, so that a page or a chart which is added is looked at, too.
 */
import fs from "node:fs";
import { afterAll, beforeAll, expect } from "vitest";
import { furnish } from "../../screens/furnish.ts";
import { SCREENS, addressOf } from "../../support/console-screens.ts";
import { type Operator, browserTest, openConsole } from "../../support/console.ts";
import { type Demo, counted, demoOwner, fillDemo } from "../../support/demo-stage.ts";
import { saved } from "../../support/files.ts";
import { type Stage, openStage } from "../../support/stage.ts";

let stage: Stage;
let demo: Demo;
let operator: Operator | undefined;

beforeAll(async () => {
  stage = await openStage();
  if (stage.url === undefined) return;
  demo = fillDemo(stage, 500);
  await furnish(stage.url, demo.key);
  await counted(stage.url, demo.key);
  operator = await openConsole(stage, { cookie: await demoOwner(stage, demo.key) });
}, 600_000);
afterAll(async () => {
  await operator?.close();
  await stage.close();
}, 60_000);

/** What is drawn beside icons: its name for those who cannot see it, and whether it has a frame that it is saved with. */
type Drawn = { kind: string; text: string; isCharted: boolean; section: string; points: string };
const DRAWN = `[...document.querySelectorAll("#page svg, #page canvas")].flatMap((each) => {
  const { width, height } = each.getBoundingClientRect();
  if (each.closest("button, a, [role=alert], .mantine-Combobox-dropdown") || width < 60 || height < 16) return [];
  const named = each.closest("[role=img]");
  const beside = each.closest("[data-caption]");
  const said = beside && beside.innerText.includes(beside.dataset.caption.split(" · ").slice(1).join(" · ")) ? beside.dataset.caption : "";
  const frame = each.closest("[data-charted]");
  return [{
    kind: each.tagName.toLowerCase() + (each.matches(".recharts-surface") ? " of lines" : each.matches("[data-chart]") ? " of marks" : ""),
    text: named ? named.getAttribute("aria-label") ?? "" : said,
    isCharted: frame !== null,
    section: each.closest("section")?.getAttribute("aria-label") ?? "",
    points: frame?.getAttribute("aria-details") ?? "",
  }];
})`;
/** Nothing that is not drawn can pass: on these pages these are, and are waited for (some by a second study, shown when it answers). */
const MUST: Record<string, string> = {
  "/insights": "svg of lines",
  "/insights/money": "svg of lines",
  "/insights/incentives": "svg of lines",
  "/insights/sources": "svg of lines",
  "/insights/cohorts": "svg of lines",
  "/insights/value": "svg of lines",
  "/insights/tree": "canvas",
  "/insights/experiments/$": "svg of marks",
  "/insights/forecast": "svg of lines",
};
const DRAWN_AS: Record<string, string> = { "svg of lines": ".recharts-surface", "svg of marks": "svg[data-chart]", canvas: "canvas" };

/** Rows of numbers in a section, or in what \`points\` names. */
const rowsIn = (section: string, points: string): string => `(() => {
  const [name, id] = ${JSON.stringify([section, points])};
  const own = () => [...document.querySelectorAll("#page section")].find((each) => each.getAttribute("aria-label") === name);
  const at = id === "" ? own() : document.getElementById(id);
  return [...(at?.querySelectorAll("tbody tr, [role=row]") ?? [])].filter((row) => /\\p{Nd}/u.test(row.innerText)).length;
})()`;

/** Pages of the area as its own list has them: each must be walked. */
function routesOf(area: string): string[] {
  const text = fs.readFileSync(new URL(`../../../web/src/areas/${area}/routes.ts`, import.meta.url), "utf8");
  return [...text.matchAll(/path: "([^"]+)"/g)].map(([, path = ""]) => path.replace(/\$\w+/, "$"));
}

browserTest(
  "every chart has words and a table behind it, on every page of Insights",
  async () => {
    const walked = SCREENS.filter(({ path }) => path.startsWith("/insights") || path === "/risk/rings");
    const paths = walked.map(({ path }) => path.split("?")[0]);
    expect(routesOf("insights").filter((path) => !paths.includes(path))).toEqual([]);
    const { page, open } = operator!;
    const found: (Drawn & { path: string })[] = [];
    const wrong: unknown[] = [];
    for (const screen of walked) {
      const where = await addressOf(screen, { url: stage.url, headers: { authorization: `Bearer ${demo.key}` } });
      expect(where, screen.path).not.toBeNull();
      await open(where!, demo.slug);
      await page.locator("#page [role=status] [role=progressbar]").waitFor({ state: "detached", timeout: 120_000 });
      await page.locator("#page .mantine-Skeleton-root").first().waitFor({ state: "detached" });
      const must = MUST[screen.path.split("?")[0]!];
      if (must !== undefined) await page.locator(`#page ${DRAWN_AS[must]!}`).first().waitFor({ timeout: 120_000 });
      await page.waitForTimeout(200);
      for (const drawn of await page.evaluate<Drawn[]>(DRAWN)) {
        found.push({ ...drawn, path: screen.path });
        if (!/\p{Nd}/u.test(drawn.text) || drawn.text.length < 20) wrong.push([screen.path, "says nothing", drawn]);
        if (!drawn.isCharted) wrong.push([screen.path, "cannot be saved", drawn]);
        const section = page.getByRole("region", { name: drawn.section, exact: true }).first();
        const turn = section.getByRole("button", { name: "As a table" });
        const isTurned = (await turn.count()) > 0;
        if (isTurned) await turn.click();
        if ((await page.evaluate<number>(rowsIn(drawn.section, drawn.points))) < 2) wrong.push([screen.path, "has no table", drawn]);
        if (isTurned) await section.getByRole("button", { name: /^As (a line|a fan|intervals)$/ }).click();
      }
    }
    expect(wrong).toEqual([]);
    const kinds = new Map(found.map((each) => [`${each.path.split("?")[0]}: ${each.kind}`, each.text]));
    expect([...kinds.keys()]).toEqual(expect.arrayContaining(Object.entries(MUST).map(([path, kind]) => `${path}: ${kind}`)));
  },
  600_000,
);

browserTest("each chart's numbers are saved as a file with heads and a row for each point", async () => {
  const { page, open } = operator!;
  for (const path of [
    "/insights",
    "/insights/cohorts",
    "/insights/tree?program=friends",
    "/insights/forecast?program=friends",
    "/insights/value",
  ]) {
    await open(path, demo.slug);
    await page.locator("#page [role=status] [role=progressbar]").waitFor({ state: "detached", timeout: 120_000 });
    const chart = page.locator("[data-charted]").first();
    await chart.waitFor();
    const button = chart.locator("xpath=..").getByRole("button", { name: /^Save as CSV/ });
    const rows = (await saved(page, button)).toString("utf8").trimEnd().split("\r\n");
    expect(rows.length, path).toBeGreaterThan(5);
    const width = rows[0]!.split(",").length;
    expect(width, path).toBeGreaterThan(2);
  }
});
