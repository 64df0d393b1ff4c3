/** The attack corpus itself: in a page that writes what it was given as markup, it is found out. */
import { afterAll, beforeAll, expect } from "vitest";
import { type TestBrowser, browserTest, hasBrowser, openBrowser } from "../support/browser.ts";
import { CORPUS, HOOK, intruders, prod } from "../support/corpus.ts";
import { escapeHtml } from "../../src/http/html.ts";

let browser: TestBrowser;
beforeAll(async () => {
  if (hasBrowser) browser = await openBrowser();
});
afterAll(() => browser?.close());

/** Texts that are not markup: a spreadsheet, a mail header or a template is their target, and other tests have them. */
const NO_MARKUP = /^(scheme|entity|liquid|template|message|backwards|long|emoji|formula.*|header|nothing)$/;

async function foundIn(html: string): Promise<string[]> {
  const visitor = await browser.visitor({ before: HOOK, expected: [/./] });
  await visitor.page.route("https://page.example/", (route) => route.fulfill({ contentType: "text/html; charset=utf-8", body: html }));
  await visitor.page.goto("https://page.example/");
  await prod(visitor.page);
  const found = await intruders(visitor.page);
  await visitor.close();
  return found;
}

browserTest(
  "each markup of the corpus is found where a page writes it as it is, and none where it is escaped",
  async () => {
    const page = (text: string): string => `<!doctype html><title>t</title><body><p title="${text}">${text}</p></body>`;
    for (const [name, text] of Object.entries(CORPUS)) {
      const found = await foundIn(page(text));
      if (!NO_MARKUP.test(name)) expect([name, found.length > 0]).toEqual([name, true]);
      expect([name, await foundIn(page(escapeHtml(text)))]).toEqual([name, []]);
    }
    expect(await foundIn('<body><a href="javascript:alert(1)">x</a>')).toHaveLength(1);
    expect(await foundIn("<body>1337")).toEqual(["a template was run"]);
  },
  60_000,
);
