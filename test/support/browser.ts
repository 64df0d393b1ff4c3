/**
 * A real Chromium for tests of pages: one a worker, a context a visitor. What a page complains about (console errors,
 * uncaught exceptions, failed requests) is collected, and `close` fails on what the test did not expect.
 */
import fs from "node:fs";
import path from "node:path";
import { type Browser, type BrowserContext, type Page, chromium } from "playwright-core";
import { expect, test } from "vitest";
import { CHROMIUM_ARGS, chromiumEnvironment, chromiumPath, noChromium, unwantedArgs } from "../../scripts/chromium.ts";

export const PHONE = { width: 390, height: 844 };
export const DESKTOP = { width: 1280, height: 800 };

const PHONE_AGENT = "Mozilla/5.0 (Linux; Android 10; K) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/153.0.0.0 Mobile Safari/537.36";
const DESKTOP_AGENT = "Mozilla/5.0 (X11; Linux x86_64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/153.0.0.0 Safari/537.36";

/** Of one test, and of one wait in it: on a machine that does other things besides. Nobody waits for these on one that is well. */
const MOST_MS = 180_000;
const PATIENCE_MS = 45_000;

const missing = noChromium();
export const hasBrowser = missing === null;

/** `test`, skipped with a word where Chromium cannot run. */
export function browserTest(name: string, body: () => Promise<void>, milliseconds = MOST_MS): void {
  test(
    name,
    async (context) => {
      context.skip(missing !== null, `no Chromium here: ${missing ?? ""}`);
      try {
        await body();
      } catch (error) {
        for (const [index, visitor] of [...visitors].entries()) await visitor.picture(`failed-${index}`).catch(() => {});
        throw error;
      }
    },
    milliseconds,
  );
}

/** Those whose pages are open: after a failure with SCREENS set, pictures of them lie beside the others. */
const visitors = new Set<Visitor>();

export type VisitorOptions = {
  device?: "phone" | "desktop";
  dark?: boolean;
  /** BCP 47; also what Accept-Language says. */
  locale?: string;
  zone?: string;
  javaScript?: boolean;
  /** Complaints that are expected: a complaint that matches one is not collected. */
  expected?: RegExp[];
  reducedMotion?: boolean;
  /** Dots of a picture for each of the page's: 0.5 makes pictures of half the size. */
  scale?: number;
  /** Lets pages run what their own policy would stop: to see that nothing relies on the policy alone. */
  withoutPolicy?: boolean;
  /** Runs in every page before its own scripts. */
  before?: string;
};

export type Visitor = {
  page: Page;
  context: BrowserContext;
  /** What the pages complained about so far. */
  complaints: string[];
  /** Saves a picture under SCREENS when that is set. */
  picture(name: string): Promise<void>;
  /** Closes the context; fails on complaints. */
  close(): Promise<void>;
};

export type TestBrowser = { visitor(options?: VisitorOptions): Promise<Visitor>; close(): Promise<void> };

/**
 * Hardly a page of a test lives long enough for what V8's optimising compilers do meanwhile to come back: without them two files of the
 * console took 75 s of a processor instead of 86. Interpreter and baseline compiler run the same scripts to the same end.
 */
const SHORT_LIVED = "--js-flags=--no-opt --no-maglev";

let running: Promise<Browser> | undefined;

/**
 * The one Chromium of this worker: visitors share nothing, each has a context of their own, and a start takes 0.8 s of a processor. It is
 * not closed: a worker takes it along when it ends. Outside a test run whoever opens it closes it.
 */
function chromiumOfWorker(): Promise<Browser> {
  const start = (): Promise<Browser> => launch([SHORT_LIVED]);
  running = running === undefined ? start() : running.then((found) => (found.isConnected() ? found : start()), start);
  return running;
}

function launch(more: string[]): Promise<Browser> {
  return chromium.launch({
    executablePath: chromiumPath(),
    args: [...CHROMIUM_ARGS, ...more],
    ignoreDefaultArgs: unwantedArgs(),
    env: chromiumEnvironment(),
  });
}

/** `lasting`: a page works long, so that optimising compilers come back: a Chromium of its own that has them. */
export type BrowserWish = { lasting?: boolean };

/** A browser of one's own, as far as a page can tell; close it in afterAll. */
export async function openBrowser({ lasting = false }: BrowserWish = {}): Promise<TestBrowser> {
  const browser = lasting ? await launch([]) : await chromiumOfWorker();
  const opened = new Set<BrowserContext>();
  return {
    async visitor(options = {}) {
      const context = await browser.newContext(contextOf(options));
      opened.add(context);
      context.on("close", () => opened.delete(context));
      return await visit(context, options);
    },
    async close() {
      if (lasting || process.env["VITEST"] === undefined) return await browser.close();
      await Promise.all([...opened].map((each) => each.close()));
    },
  };
}

/** Playwright's context options for a kind of visitor. */
export function contextOf(options: VisitorOptions): Parameters<Browser["newContext"]>[0] {
  const phone = options.device !== "desktop";
  return {
    viewport: phone ? PHONE : DESKTOP,
    isMobile: phone,
    hasTouch: phone,
    deviceScaleFactor: options.scale ?? 1,
    colorScheme: options.dark === true ? "dark" : "light",
    // "HeadlessChrome" is a machine to the redirect, and would be given no click id.
    userAgent: phone ? PHONE_AGENT : DESKTOP_AGENT,
    locale: options.locale ?? "en-US",
    timezoneId: options.zone ?? "UTC",
    javaScriptEnabled: options.javaScript !== false,
    bypassCSP: options.withoutPolicy === true,
    reducedMotion: options.reducedMotion === false ? "no-preference" : "reduce",
    permissions: ["clipboard-read", "clipboard-write"],
  };
}

async function visit(context: BrowserContext, options: VisitorOptions): Promise<Visitor> {
  const complaints: string[] = [];
  const complain = (text: string): void => {
    if (!(options.expected ?? []).some((each) => each.test(text))) complaints.push(text);
  };
  context.setDefaultTimeout(PATIENCE_MS);
  if (options.before !== undefined) await context.addInitScript({ content: options.before });
  context.on("console", (message) => {
    if (message.type() === "error") complain(`console: ${message.text()} (${message.location().url})`);
  });
  context.on("weberror", (error) => complain(`exception: ${error.error().stack ?? error.error().message}`));
  context.on("requestfailed", (request) => {
    const why = request.failure()?.errorText ?? "failed";
    // What a navigation cuts short, and an answer without a body (a beacon's 204), have not failed.
    if (why !== "net::ERR_ABORTED") complain(`request: ${request.method()} ${request.url()} ${why}`);
  });
  const page = await context.newPage();
  const visitor: Visitor = {
    page,
    context,
    complaints,
    picture: (name) => picture(page, name),
    close: async () => {
      visitors.delete(visitor);
      await context.close();
      expect(complaints).toEqual([]);
    },
  };
  visitors.add(visitor);
  return visitor;
}

/** A full-page picture under the folder that SCREENS names; nothing without it. */
async function picture(page: Page, name: string): Promise<void> {
  const folder = process.env["SCREENS"];
  if (folder === undefined || folder === "") return;
  fs.mkdirSync(folder, { recursive: true });
  await page.screenshot({ path: path.join(folder, `${name}.png`), fullPage: true });
}
