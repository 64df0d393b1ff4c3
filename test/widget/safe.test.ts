/** What the widget never does, whatever its data says: markup from text, text as code, a style or handler that a policy blocks. */
import fs from "node:fs";
import { expect, test } from "vitest";

const SOURCE = new URL("../../widget/src/", import.meta.url);
const FORBIDDEN: [RegExp, string][] = [
  [/\.(inner|outer)HTML\s*=|insertAdjacentHTML|document\.write|createContextualFragment/, "writes markup"],
  [/unsafe(HTML|SVG|CSS|Static)|unsafe-html|unsafe-svg/, "has Lit write markup"],
  [/\beval\(|new Function\(|setTimeout\(\s*["'`]/, "runs text"],
  [/html`[^`]*\sstyle="/, "has an inline style"],
  [/html`[^`]*\son\w+="/, "has an inline handler"],
];

test("no source writes markup from text, runs text, or styles inline", () => {
  const files = fs.readdirSync(SOURCE, { recursive: true }).map(String).filter((name) => /\.tsx?$/.test(name));
  expect(files.length).toBeGreaterThan(20);
  const found = files.flatMap((name) => {
    const text = fs.readFileSync(new URL(name, SOURCE), "utf8");
    return FORBIDDEN.filter(([pattern]) => pattern.test(text)).map(([, what]) => `${name} ${what}`);
  });
  expect(found).toEqual([]);
});
