/** What a page owes people who read by ear, move by keyboard, or enlarge: axe's findings, the order of focus, and sideways scrolling. */
import fs from "node:fs";
import { createRequire } from "node:module";
import type { Page } from "playwright-core";
import { ask } from "./in-page.ts";

const AXE = fs.readFileSync(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8");
const SEVERE = ["serious", "critical"];
/** Rules whose findings are never severe, by axe's own word. Nobody would hear of them, so they are not looked for. */
const MILD = rulesOfAxe()
  .filter(({ impact }) => impact === "minor" || impact === "moderate")
  .map(({ id }) => id);

/** A rule's impact is what all its findings get; axe tells it nowhere but in its own list. */
function rulesOfAxe(): { id: string; impact?: string }[] {
  return (createRequire(import.meta.url)("axe-core") as { _audit: { rules: { id: string; impact?: string }[] } })._audit.rules;
}

type Found = { id: string; impact: string | null; nodes: { target: unknown; failureSummary?: string }[] };

/** How often a page with findings is looked at before they are believed, and how long it is left alone in between. */
const LOOKS = 4;
const APART_MS = 500;

/**
 * Serious and critical findings, a line each; empty where all is well. Shadow trees are looked into. What opens, fades or is drawn anew has
 * no name or too little contrast for a moment, however long that is on a busy machine: a finding is what is found again and again.
 */
export async function severeFindings(page: Page): Promise<string[]> {
  let found = await look(page);
  for (let looks = 1; found.length > 0 && looks < LOOKS; looks++) {
    await page.waitForTimeout(APART_MS);
    found = await look(page);
  }
  return found;
}

async function look(page: Page): Promise<string[]> {
  // As tall as the page: to axe, a bar that stays at the bottom covers whatever happens to be under it.
  const before = page.viewportSize();
  const height = await page.evaluate<number>("document.documentElement.scrollHeight");
  if (before !== null) await page.setViewportSize({ ...before, height: Math.max(before.height, height) });
  const found = await run(page);
  if (before !== null) await page.setViewportSize(before);
  return found
    .filter(({ impact }) => SEVERE.includes(impact ?? ""))
    .flatMap(({ id, nodes }) =>
      nodes.map((node) => `${id}: ${JSON.stringify(node.target)} ${(node.failureSummary ?? "").split("\n")[1] ?? ""}`),
    );
}

async function run(page: Page): Promise<Found[]> {
  // Evaluated, not added as a script: the page's own policy would refuse it, and rightly. Half a megabyte: once a document.
  if (await page.evaluate<boolean>('typeof axe === "undefined"')) await page.evaluate(AXE);
  return await page.evaluate<Found[]>(
    `axe.run(document, {
      resultTypes: ["violations"],
      runOnly: ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"],
      rules: Object.fromEntries(${JSON.stringify(MILD)}.map((id) => [id, { enabled: false }])),
      // It is in no frame, and would wait half a second for each to answer.
      iframes: false,
    }).then((result) => result.violations.map(({ id, impact, nodes }) => ({ id, impact, nodes })))`,
  );
}

/** `ring`: one sees that it has the focus. */
export type Focused = { name: string; tag: string; ring: boolean; inView: boolean };

/** What has the focus, through shadow roots. */
export function focused(page: Page): Promise<Focused> {
  return ask(page, "focused");
}

/** Presses Tab until the wanted control has the focus; fails with all that had it on the way. */
export async function tabTo(page: Page, name: RegExp, most = 60): Promise<Focused> {
  const seen: string[] = [];
  for (let i = 0; i < most; i++) {
    await page.keyboard.press("Tab");
    const at = await focused(page);
    seen.push(`${at.tag} "${at.name}"`);
    if (name.test(at.name)) return at;
  }
  throw new Error(`the keyboard does not reach ${String(name)}; it reached:\n  ${seen.join("\n  ")}`);
}

/** Every control that Tab reaches from the top, once round. */
export async function tabOrder(page: Page, most = 120): Promise<Focused[]> {
  const seen: Focused[] = [];
  for (let i = 0; i < most; i++) {
    await page.keyboard.press("Tab");
    const at = await focused(page);
    if (at.tag === "body") break;
    seen.push(at);
  }
  return seen;
}

/** By how many pixels a page can be scrolled sideways at this width. */
export async function sideways(page: Page, width: number): Promise<number> {
  const before = page.viewportSize();
  await page.setViewportSize({ width, height: 700 });
  const over = await ask<number>(page, "sideways");
  if (before !== null) await page.setViewportSize(before);
  return over;
}

/** Controls that a thumb misses: lower than 44 px, links inside a sentence excepted. */
export function smallTargets(page: Page): Promise<string[]> {
  return ask(page, "smallTargets");
}
