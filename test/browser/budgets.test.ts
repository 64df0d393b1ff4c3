/** Page budgets: how much is sent, and how Lighthouse judges landing page and portal on a slow phone. */
import fs from "node:fs";
import { beforeAll, describe, expect, test } from "vitest";
import { buildWidget } from "../support/widget.ts";

const KILOBYTE = 1024;
/** Gzipped, at the level that the server's files are zipped with. The portal's languages come apart from it. */
const MOST: Record<string, number> = { "gv.js": 6 * KILOBYTE, "portal.js": 35 * KILOBYTE };
const DIST = new URL("../../widget/dist/", import.meta.url);

/** What the console's home needs before it is drawn, all parts and sheets of it. */
const FIRST_SCREEN = 250 * KILOBYTE;
const CONSOLE = new URL("../../web/dist/", import.meta.url);

const read = (name: string): string => fs.readFileSync(new URL(`assets/${name}`, CONSOLE), "utf8");

/** Names of the parts that a page of the console loads, from the names it begins with. */
function partsOf(names: Iterable<string>): Set<string> {
  const found = new Set<string>(names);
  for (const name of found) {
    if (!name.endsWith(".js")) continue;
    for (const [, part] of read(name).matchAll(/(?:from|import)\s*"\.\/([^"]+\.js)"/g)) found.add(part!);
  }
  return found;
}

describe("sizes of scripts", () => {
  beforeAll(() => buildWidget());

  test("the console's first screen stays within its budget, gzipped", () => {
    const page = fs.readFileSync(new URL("index.html", CONSOLE), "utf8");
    const begins = [...page.matchAll(/(?:src|href)="\/app\/assets\/([^"]+\.(?:js|css))"/g)].map(([, name]) => name!);
    const home = [...partsOf(begins)].map((name) => /\bhome-[\w-]+\.js/.exec(read(name))?.[0]).find((name) => name !== undefined);
    expect(home).toBeDefined();
    const bytes = [...partsOf([...begins, home!])].map((name) => fs.statSync(new URL(`assets/${name}.gz`, CONSOLE)).size);
    const sum = bytes.reduce((all, each) => all + each, 0);
    console.log(`the console's home: ${bytes.length} parts, ${sum} bytes gzipped of ${FIRST_SCREEN}`);
    expect(bytes.length).toBeGreaterThan(5);
    expect(sum).toBeLessThanOrEqual(FIRST_SCREEN);
  });

  test.each(Object.keys(MOST))("%s stays within its budget, gzipped", (name) => {
    const bytes = fs.statSync(new URL(`${name}.gz`, DIST)).size;
    console.log(`${name}: ${bytes} bytes gzipped of ${MOST[name]}`);
    expect(bytes).toBeLessThanOrEqual(MOST[name]!);
  });
});
