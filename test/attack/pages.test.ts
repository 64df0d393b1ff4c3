/** Hostile texts in every field that somebody can write: none becomes markup on a page, in a mail, in a picture or in a file. */
import { afterAll, beforeAll, expect } from "vitest";
import { type Visitor, browserTest, hasBrowser } from "../support/browser.ts";
import { CORPUS, HOOK, intruders, prod } from "../support/corpus.ts";
import { type Planted, plant } from "../support/hostile.ts";
import { type Stage, openStage } from "../support/stage.ts";

let stage: Stage;
const planted = new Map<string, Planted>();
const intruding: string[] = [];
beforeAll(async () => {
  stage = await openStage();
  if (!hasBrowser) return;
  for (const [name, text] of Object.entries(CORPUS)) {
    planted.set(name, await plant(stage, name, text));
    // Brand and words are the workspace's: they are on every page only until the next text takes their place.
    await look(name, planted.get(name)!);
  }
}, 300_000);
afterAll(() => stage.close());

/** Opens what shows this text now; what got in is kept for the tests. */
async function look(name: string, { code }: Planted): Promise<void> {
  const visitor = await stage.browser.visitor({ before: HOOK, withoutPolicy: true, expected: [/./] });
  for (const path of [`/l/${code}`, `/l/${code}?locale=de`, `/l/${code}?claimed=1`, `/l/${code}/terms`]) {
    await visitor.page.goto(stage.url + path);
    await judge(visitor, `${name} ${path.replace(code, "<code>")}`);
  }
  await visitor.close();
}

async function judge(visitor: Visitor, where: string): Promise<void> {
  await prod(visitor.page);
  for (const each of await intruders(visitor.page)) intruding.push(`${where}: ${each}`);
}

browserTest("no text of the corpus becomes markup on a landing page, even where the page's policy would let it run", async () => {
  expect(intruding).toEqual([]);
});

browserTest("the texts are there: most fields take most of them", async () => {
  const taken = [...planted.values()].flatMap((each) => each.taken);
  for (const field of ["workspace name", "brand name", "advocate name", "friend name", "testimonial"])
    expect([field, taken.filter((each) => each === field).length >= 20]).toEqual([field, true]);
  const visitor = await stage.browser.visitor();
  await visitor.page.goto(`${stage.url}/l/${planted.get("image")!.code}`);
  expect(await visitor.page.locator("h1").textContent()).toContain("<img src=x");
  await visitor.close();
});
