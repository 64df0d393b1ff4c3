/**
 * The console in a browser: an operator who is signed in by the link that the start printed, on a stage's product.
 * Whatever it asks of the server under /v1 must stand in openapi.json: the console can nothing that the public API cannot.
 */
import fs from "node:fs";
import type { Locator, Page } from "playwright-core";
import { expect } from "vitest";
import type { Stage } from "./stage.ts";
import type { Visitor, VisitorOptions } from "./browser.ts";
import { PASSWORD, signIn } from "./accounts.ts";
import { browserTest as test } from "./browser.ts";

/** How long a whole test may take; each thing in it that does not come has a limit of its own. */
const WHOLE_MS = 240_000;

/** `test`, skipped where Chromium cannot run; `milliseconds` where it may take longer than others. */
export function browserTest(name: string, body: () => Promise<void>, milliseconds = 0): void {
  test(name, body, Math.max(milliseconds, WHOLE_MS));
}

export type Operator = Visitor & {
  /**
   * Goes to `/app/<workspace><path>` and waits until it has drawn what it shows. `workspace`: the live one. From another page of the same
   * workspace by a step, as a link of the page does: to read the whole console each time took half a second of a processor, 700 times.
   */
  open(path: string, workspace?: string): Promise<void>;
  /** The same by the address bar: what the page showed before is forgotten, also what may stand for ten seconds (api/query.ts). */
  openAnew(path: string, workspace?: string): Promise<void>;
};

/** Path patterns of openapi.json, by method. */
const DOCUMENTED = (() => {
  const { paths } = JSON.parse(fs.readFileSync(new URL("../../openapi.json", import.meta.url), "utf8")) as {
    paths: Record<string, Record<string, unknown>>;
  };
  return Object.entries(paths).flatMap(([path, methods]) =>
    Object.keys(methods).map((method) => ({
      method: method.toUpperCase(),
      pattern: new RegExp(`^${path.replace(/\{[^}]+\}/g, "[^/]+")}$`),
    })),
  );
})();

const isDocumented = (method: string, path: string): boolean =>
  DOCUMENTED.some((each) => each.method === method && each.pattern.test(path));

/** A page has its heading (or says what is wrong) and no skeleton any more. "networkidle" would take half a second more, each time. */
export async function settled(page: Page): Promise<void> {
  await page.locator("#page").locator("h1, [role=alert]").first().waitFor();
  // Not waitForFunction, which asks by eval while it waits: the page's own policy refuses that.
  await page.locator("[aria-busy=true]").first().waitFor({ state: "detached" });
}

/** Runs in every page first: what is done every few seconds can be done at once (`asksAgain`), and not at all (`asksNoMore`). */
const REPEATS = `{
  const [begin, end, acts] = [window.setInterval, window.clearInterval, new Map()];
  window.setInterval = (act, ...how) => {
    const id = begin((...given) => { if (window.repeatsRest !== true) act(...given); }, ...how);
    acts.set(id, act);
    return id;
  };
  window.clearInterval = (id) => { acts.delete(id); end(id); };
  window.repeatNow = () => { for (const act of [...acts.values()]) act(); };
}`;

/** Waits for what the page learns by asking again every so many seconds: it asks at once, and again, until that is there. */
export async function asksAgain(page: Page, target: Locator): Promise<void> {
  const isThere = async (): Promise<boolean> => {
    if (await target.isVisible()) return true;
    await page.evaluate("repeatNow()");
    return false;
  };
  await expect.poll(isThere, { timeout: 60_000, interval: 200 }).toBe(true);
}

/** From now on the page asks nothing by itself that it asks every so many seconds: what comes is not hidden by what was found by asking. */
export async function asksNoMore(page: Page): Promise<void> {
  await page.evaluate("window.repeatsRest = true");
}

/** The note that says this, whether it is there yet or not: its "Undo" is that of this act, and of no other. */
export const noteOf = (page: Page, said: string | RegExp): Locator =>
  page.locator(".mantine-Notification-root").filter({ hasText: said });

/** Takes back what the note that says this tells of, and waits until it is taken back and the note gone. */
export async function undo(page: Page, said: string | RegExp): Promise<void> {
  const note = noteOf(page, said);
  await note.getByRole("button", { name: "Undo" }).click();
  await note.waitFor({ state: "detached" });
}

/** Puts away the notes in the corner: on a phone they lie over what comes next until they go by themselves. */
export async function putNotesAway(page: Page): Promise<void> {
  const notes = page.locator(".mantine-Notification-root");
  const left = async (): Promise<number> => {
    await page.evaluate("for (const each of document.querySelectorAll('.mantine-Notification-closeButton')) each.click()");
    return await notes.count();
  };
  await expect.poll(left).toBe(0);
}

const sessions = new WeakMap<Stage, Promise<string>>();

/** The cookie (`name=value`) of the sign-in link, redeemed once a stage. */
export function ownerCookie(stage: Stage): Promise<string> {
  const known = sessions.get(stage);
  if (known !== undefined) return known;
  const made = redeem(stage.product.info["sign_in_link"] ?? "");
  sessions.set(stage, made);
  return made;
}

const roles = new WeakMap<Stage, Map<string, Promise<string>>>();

/**
 * The cookie of an operator with an account and this role, made once a stage:
 * `openConsole(stage, { cookie: await operatorCookie(stage, "support") })`.
 */
export function operatorCookie(stage: Stage, role: "owner" | "manager" | "analyst" | "support" | "finance"): Promise<string> {
  const known = roles.get(stage) ?? new Map<string, Promise<string>>();
  roles.set(stage, known);
  const made = known.get(role) ?? makeOperator(stage, role);
  known.set(role, made);
  return made;
}

async function makeOperator(stage: Stage, role: string): Promise<string> {
  const email = `${role}@operators.example`;
  const response = await fetch(`${stage.url}/v1/operators`, {
    method: "POST",
    headers: { authorization: `Bearer ${stage.product.info["secret_key"] ?? ""}`, "content-type": "application/json" },
    body: JSON.stringify({ name: `${role[0]!.toUpperCase()}${role.slice(1)} Person`, email, password: PASSWORD, role }),
  });
  if (!response.ok) throw new Error(`no operator ${role}: ${response.status} ${await response.text()}`);
  return await signIn(stage.url, email);
}

async function redeem(link: string): Promise<string> {
  const { origin } = new URL(link);
  const answer = await fetch(link, { method: "POST", redirect: "manual", headers: { origin, "sec-fetch-site": "same-origin" } });
  const cookie = (answer.headers.get("set-cookie") ?? "").split(";")[0] ?? "";
  if (cookie === "") throw new Error(`the sign-in link gave no cookie: ${answer.status}`);
  return cookie;
}

/** Ends when the page there has taken the other's place. The router is known to its developer tools by this name. */
const stepTo = (href: string): string => `new Promise((resolve, reject) => {
  const off = __TSR_ROUTER__.subscribe("onRendered", () => (off(), resolve()));
  __TSR_ROUTER__.navigate({ href: ${JSON.stringify(href)} }).catch(reject);
})`;

/** A browser window of an operator; `cookie` of somebody else than the owner. Close it at the test's end: that fails on complaints. */
export async function openConsole(stage: Stage, options: VisitorOptions & { cookie?: string } = {}): Promise<Operator> {
  const visitor = await stage.browser.visitor({ device: "desktop", ...options, before: `${REPEATS}${options.before ?? ""}` });
  const [name = "", ...value] = (options.cookie ?? (await ownerCookie(stage))).split("=");
  await visitor.context.addCookies([{ name, value: value.join("="), url: stage.url }]);
  const undocumented: string[] = [];
  visitor.page.on("request", (request) => {
    const { pathname } = new URL(request.url());
    if (pathname.startsWith("/v1/") && !isDocumented(request.method(), pathname)) undocumented.push(`${request.method()} ${pathname}`);
  });
  const { close } = visitor;
  const openAnew = async (path: string, workspace = stage.liveWorkspace): Promise<void> => {
    await visitor.page.goto(`${stage.url}/app/${workspace}${path}`, { waitUntil: "domcontentloaded" });
    await settled(visitor.page);
  };
  return Object.assign(visitor, {
    async close() {
      await close();
      expect(undocumented).toEqual([]);
    },
    openAnew,
    async open(path: string, workspace = stage.liveWorkspace) {
      const base = `/app/${workspace}`;
      const at = visitor.page.url();
      const isStep = at.startsWith(`${stage.url}${base}/`) && at !== stage.url + base + path;
      if (!isStep) return await openAnew(path, workspace);
      await visitor.page.evaluate(stepTo(base + path));
      await settled(visitor.page);
    },
  });
}
