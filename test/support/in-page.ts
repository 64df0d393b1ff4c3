/** Questions that only the page itself can answer; the answers' code is in-page.js. */
import fs from "node:fs";
import type { Frame, Page } from "playwright-core";

/** Without the exports: they are for whoever reads the file as a module. */
const TEXT = fs.readFileSync(new URL("in-page.js", import.meta.url), "utf8").replace(/^export .*$/m, "");

/** Calls a function of in-page.js in the page. Evaluated, not added as a script, so the page's policy has no say in it. */
export function ask<T>(page: Page | Frame, name: string, ...args: unknown[]): Promise<T> {
  return page.evaluate<T>(`(() => { ${TEXT}\nreturn ${name}(${args.map((each) => JSON.stringify(each)).join()}); })()`);
}
