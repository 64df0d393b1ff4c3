/**
 * Coming in to the console: the first account, password, link by mail, one-time code, an invitation, a session that ends in the middle of a
 * form. Real server, mail server and browser.
 */
import type { Page } from "playwright-core";
import { afterAll, beforeAll, expect } from "vitest";
import { PASSWORD, signIn, totpOf } from "../../support/accounts.ts";
import { severeFindings } from "../../support/axe.ts";
import { browserTest, noteOf, type Operator, openConsole, operatorCookie, undo } from "../../support/console.ts";
import { type Stage, openStage } from "../../support/stage.ts";

let stage: Stage;
beforeAll(async () => {
  stage = await openStage();
});
afterAll(async () => {
  await stage.close();
});

const olga = "olga@shop.example";
const asKey = async (path: string): Promise<Record<string, never>> =>
  (await (await fetch(stage.url + path, { headers: { authorization: `Bearer ${stage.product.info["secret_key"]}` } })).json()) as never;

const statusOf = async (cookie: string): Promise<number> => (await fetch(`${stage.url}/v1/me`, { headers: { cookie } })).status;

/** A window in which nobody is signed in. */
const stranger = (expected: RegExp[] = []): Promise<Operator> =>
  openConsole(stage, { cookie: "gv_none=x", expected: [/401/, ...expected] });

async function byPassword(page: Page, email: string, password = PASSWORD): Promise<void> {
  await page.goto(`${stage.url}/app/sign-in`, { waitUntil: "domcontentloaded" });
  await page.getByLabel("E-mail address").fill(email);
  await page.getByLabel("Password", { exact: false }).first().fill(password);
  await page.getByRole("button", { name: "Sign in", exact: true }).click();
}

const signedInAs = (page: Page, name: string): Promise<void> =>
  (async () => {
    await page.getByRole("button", { name: "My account" }).click();
    await page.getByText(name, { exact: true }).first().waitFor();
    await page.keyboard.press("Escape");
  })();

browserTest(
  "whoever came by the printed link makes the owner's account, signs out, and comes back by password and by a mailed link",
  async () => {
    const operator = await openConsole(stage, { expected: [/401/] });
    const { page } = operator;
    await operator.open("/people");
    await page.getByRole("link", { name: "Make an account" }).click();
    await page.getByLabel("Your name").fill("Olga Owner");
    await page.getByLabel("E-mail address").fill(olga);
    await page.getByLabel("Choose a password").fill(PASSWORD);
    expect(await severeFindings(page)).toEqual([]);
    await page.getByRole("button", { name: "Make the account" }).click();
    await page.getByRole("heading", { name: "Who I am" }).waitFor();
    const { data } = (await asKey("/v1/operators")) as unknown as { data: { email: string; role: string; me: boolean }[] };
    expect(data).toMatchObject([{ email: olga, role: "owner" }]);
    expect(await severeFindings(page)).toEqual([]);

    await page.getByRole("button", { name: "My account" }).click();
    await page.getByRole("menuitem", { name: "Sign out" }).click();
    await page.getByRole("heading", { name: "Sign in", level: 1 }).waitFor();
    expect(await severeFindings(page)).toEqual([]);
    await page.getByLabel("E-mail address").fill(olga);
    await page.getByLabel("Password", { exact: false }).first().fill("not the password");
    await page.getByRole("button", { name: "Sign in", exact: true }).click();
    await page.getByText("do not fit each other").waitFor();
    await expect.poll(() => page.getByLabel("E-mail address").inputValue()).toBe(olga);
    await byPassword(page, olga);
    await signedInAs(page, "Olga Owner");

    await operator.context.clearCookies();
    await page.goto(`${stage.url}/app/${stage.liveWorkspace}/people`, { waitUntil: "domcontentloaded" });
    await page.getByLabel("E-mail address").fill(olga);
    await page.getByRole("button", { name: "Mail me a link" }).click();
    await page.getByRole("heading", { name: "Look at your mail" }).waitFor();
    const letter = await stage.inbox.waitFor(olga, /sign in/i);
    const link = letter.links.find((each) => each.includes("/app/sign-in#"))!;
    await page.goto(link, { waitUntil: "networkidle" });
    await page.reload({ waitUntil: "domcontentloaded" });
    await page.getByRole("button", { name: "Sign in", exact: true }).click();
    await signedInAs(page, "Olga Owner");
    await page.goto(`${stage.url}/app/sign-in`, { waitUntil: "networkidle" });
    await page.goto(link, { waitUntil: "networkidle" });
    await page.reload({ waitUntil: "domcontentloaded" });
    await page.getByRole("button", { name: "Sign in", exact: true }).click();
    await page.getByText("This link is used").waitFor();
    await operator.close();
  },
  90_000,
);

browserTest(
  "a forgotten password is chosen anew by mail; a one-time code is turned on, asked for, and its recovery code lets in once",
  async () => {
    await operatorCookie(stage, "manager");
    const operator = await stranger([/400/]);
    const { page } = operator;
    await page.goto(`${stage.url}/app/sign-in`, { waitUntil: "domcontentloaded" });
    await page.getByLabel("E-mail address").fill("manager@operators.example");
    await page.getByRole("button", { name: "I forgot my password" }).click();
    const letter = await stage.inbox.waitFor("manager@operators.example", /password/i);
    await page.goto(letter.links.find((each) => each.includes("/app/reset#"))!, { waitUntil: "domcontentloaded" });
    await page.getByLabel("New password").fill("a much better one");
    expect(await severeFindings(page)).toEqual([]);
    await page.getByRole("button", { name: "Change the password" }).click();
    await page.getByRole("heading", { name: "Your password is changed" }).waitFor();
    await byPassword(page, "manager@operators.example", "a much better one");
    await signedInAs(page, "Manager Person");

    await operator.open("/settings/account");
    await page.getByRole("button", { name: "Turn on" }).click();
    await page.getByLabel("Your password").fill("a much better one");
    await page.getByRole("button", { name: "Go on" }).click();
    const uri = (await page.getByRole("link", { name: "Open in an authenticator" }).getAttribute("href"))!;
    await page.getByRole("img", { name: "The key as a picture to scan with an authenticator" }).waitFor();
    const drawn = "document.querySelector('[role=dialog] img[src^=\"data:image/svg\"]').naturalWidth";
    await expect.poll(() => page.evaluate<number>(drawn)).toBeGreaterThan(20);
    const [recovery] = await page
      .getByRole("dialog")
      .locator("code")
      .allTextContents()
      .then((all) => all.slice(1));
    expect(await severeFindings(page)).toEqual([]);
    await page.getByLabel("One-time code").locator("input").first().click();
    await page.keyboard.type(totpOf(uri));
    await page.getByRole("dialog").getByRole("button", { name: "Turn on" }).click();
    await page.getByText("From now on a code is asked for").waitFor();

    await operator.context.clearCookies();
    await byPassword(page, "manager@operators.example", "a much better one");
    await page.getByRole("heading", { name: "Your one-time code" }).waitFor();
    expect(await severeFindings(page)).toEqual([]);
    await page.keyboard.type(totpOf(uri));
    await signedInAs(page, "Manager Person");

    await operator.context.clearCookies();
    await byPassword(page, "manager@operators.example", "a much better one");
    await page.getByRole("button", { name: "I do not have my authenticator" }).click();
    await page.getByLabel("Recovery code").fill(recovery!);
    await page.getByRole("button", { name: "Go on" }).click();
    await signedInAs(page, "Manager Person");
    await operator.close();
  },
  90_000,
);

browserTest(
  "an owner invites somebody as support: she accepts by her mail, and is not offered what her role may not do",
  async () => {
    const owner = await openConsole(stage, { cookie: await operatorCookie(stage, "owner") });
    await owner.open("/settings/operators");
    await owner.page.getByRole("button", { name: "Invite somebody" }).click();
    await owner.page.getByLabel("E-mail address").fill("sam@shop.example");
    await owner.page.getByRole("radio", { name: "Support" }).check();
    expect(await severeFindings(owner.page)).toEqual([]);
    await owner.page.getByRole("button", { name: "Send the invitation" }).click();
    await owner.page.getByText("sam@shop.example").first().waitFor();
    expect(await severeFindings(owner.page)).toEqual([]);
    const letter = await stage.inbox.waitFor("sam@shop.example", /invites/i);

    const sam = await stranger([/403/, /404/]);
    const { page } = sam;
    await page.goto(letter.links.find((each) => each.includes("/app/invitation#"))!, { waitUntil: "domcontentloaded" });
    await page.getByText("is invited as: Support").waitFor();
    await page.getByLabel("Your name").fill("Sam Support");
    await page.getByLabel("Choose a password").fill(PASSWORD);
    expect(await severeFindings(page)).toEqual([]);
    await page.getByRole("button", { name: "Accept" }).click();
    await page.getByRole("navigation", { name: "Main" }).waitFor();
    await signedInAs(page, "Sam Support");
    const rail = page.getByRole("navigation", { name: "Main" });
    await rail.getByRole("link", { name: "Referrals" }).waitFor();
    expect(await rail.getByRole("link", { name: "Developers" }).count()).toBe(0);
    await sam.open("/settings/operators");
    await page.getByText("Olga Owner").first().waitFor();
    expect(await page.getByRole("button", { name: /Invite|Remove|Change/ }).count()).toBe(0);
    for (const name of ["Keys", "Audit log"]) expect(await page.getByRole("link", { name, exact: true }).count()).toBe(0);
    await sam.open("/settings/audit");
    await page.getByText("Not for your role").waitFor();
    await sam.open("/settings");
    await expect.poll(() => page.getByLabel("Name").isDisabled()).toBe(true);

    const samsCookie = await signIn(stage.url, "sam@shop.example");
    await owner.openAnew("/settings/operators");
    const row = owner.page.getByRole("button", { name: "Change Sam Support" });
    await row.click();
    await owner.page.getByRole("menuitem", { name: "Shut out" }).click();
    await noteOf(owner.page, "Sam Support is shut out.").waitFor();
    await expect.poll(() => statusOf(samsCookie)).toBe(403);
    await undo(owner.page, "Sam Support is shut out.");
    await expect.poll(() => statusOf(samsCookie)).toBe(200);
    await page.goto(letter.links.find((each) => each.includes("/app/invitation#"))!, { waitUntil: "networkidle" });
    await page.reload({ waitUntil: "domcontentloaded" });
    await page.getByRole("heading", { name: "This invitation is over" }).waitFor();
    await sam.close();
    await owner.close();
  },
  90_000,
);

browserTest(
  "a session that ends in the middle of a form loses nothing: she signs in beside it, and saves what she had typed",
  async () => {
    await operatorCookie(stage, "owner");
    const cookie = await signIn(stage.url, "owner@operators.example");
    const operator = await openConsole(stage, { cookie, expected: [/401/] });
    const { page } = operator;
    await operator.open("/settings");
    await page.getByLabel("Name").fill("Lindenhof Roasters");
    await fetch(`${stage.url}/app/auth/sign-out`, {
      method: "POST",
      headers: { cookie, "sec-fetch-site": "same-origin", "content-type": "application/json" },
      body: "{}",
    });
    await page.getByRole("button", { name: "Save" }).click();
    const dialog = page.getByRole("dialog", { name: "Your session has ended" });
    await dialog.waitFor();
    const [tab] = await Promise.all([operator.context.waitForEvent("page"), dialog.getByRole("link", { name: "Sign in" }).click()]);
    await tab.getByLabel("E-mail address").fill("owner@operators.example");
    await tab.getByLabel("Password", { exact: false }).first().fill(PASSWORD);
    await tab.getByRole("button", { name: "Sign in", exact: true }).click();
    await tab.getByRole("heading", { name: "You are signed in" }).waitFor();
    await tab.close();
    await dialog.getByRole("button", { name: "I am signed in: go on" }).click();
    await dialog.waitFor({ state: "hidden" });
    await expect.poll(() => page.getByLabel("Name").inputValue()).toBe("Lindenhof Roasters");
    await page.getByRole("button", { name: "Save" }).click();
    await page.getByText("The settings are saved.").waitFor();
    expect(((await asKey("/v1/settings")) as unknown as { name: string }).name).toBe("Lindenhof Roasters");
    await operator.close();
  },
  90_000,
);

browserTest(
  "keys are made with chosen scopes, shown once and revoked; the audit log says who did it and finds it by filter",
  async () => {
    const operator = await openConsole(stage, { cookie: await operatorCookie(stage, "owner") });
    const { page } = operator;
    await operator.open("/settings/keys");
    await page.getByRole("button", { name: "Make a key" }).click();
    await page.getByLabel("What it is for").fill("Till 1");
    await page.getByRole("switch", { name: "It may do everything" }).click();
    await page.getByRole("combobox", { name: "It may" }).fill("till");
    await page.getByRole("option", { name: "till", exact: true }).click();
    await page.keyboard.press("Escape");
    await page.getByRole("dialog").getByRole("button", { name: "Make a key" }).click();
    const key = (await page.getByRole("dialog").locator("code").textContent())!;
    const may = async (path: string): Promise<number> =>
      (await fetch(stage.url + path, { headers: { authorization: `Bearer ${key}` } })).status;
    expect([key.startsWith("gv_live_"), await may("/v1/people")]).toEqual([true, 403]);
    await page.getByRole("button", { name: "I have copied it" }).click();
    const row = page.getByRole("row", { name: /Till 1/ });
    await row.getByRole("button", { name: "Revoke" }).click();
    expect(await severeFindings(page)).toEqual([]);
    await page.getByRole("dialog").getByRole("button", { name: "Revoke" }).click();
    await row.getByText("Revoked").waitFor();
    expect(await may("/v1/people")).toBe(401);

    await operator.open("/settings/audit?action=key.revoked");
    await page.getByRole("row", { name: /Owner Person.*Revoked a key/ }).waitFor();
    expect(await page.getByRole("row", { name: /Made a key/ }).count()).toBe(0);
    expect(await severeFindings(page)).toEqual([]);
    await operator.open("/settings/audit?from=2099-01-01");
    await page.getByText("Nothing like this was done").waitFor();
    await operator.open("/settings/domains");
    await page.getByLabel("Add an address").fill("refer.shop.example");
    await page.getByRole("button", { name: "Add", exact: true }).click();
    await page.getByText("_grapevine").first().waitFor();
    expect(await severeFindings(page)).toEqual([]);
    await operator.close();
  },
  90_000,
);

// The inner fields of tags and passwords stand in a larger one.
const SMALL = `[...document.querySelectorAll("button, a.mantine-Button-root, input")]
  .filter((each) => !each.matches("[type=checkbox], [type=radio], [class*=inputField], [class*=innerInput]"))
  .filter((each) => { const box = each.getBoundingClientRect(); return box.width > 0 && box.height > 0 && box.height < 43.5; })
  .map((each) => each.outerHTML.slice(0, 160))`;

browserTest(
  "a further workspace is made and opened; its settings stand on a phone without sideways scrolling; it is closed and brought back",
  async () => {
    const operator = await openConsole(stage, { cookie: await operatorCookie(stage, "owner"), device: "phone" });
    const { page } = operator;
    await page.setViewportSize({ width: 320, height: 720 });
    await operator.open("/settings");
    await page.getByRole("button", { name: "Make a workspace" }).click();
    await page.getByRole("dialog").getByLabel(/^Name/).fill("Café Zürich");
    await page.getByRole("dialog").getByRole("button", { name: "Make a workspace" }).click();
    await page.getByRole("link", { name: "Open it" }).click();
    await page.waitForURL(/\/app\/cafe-zurich/);
    for (const path of [
      "/settings",
      "/settings/account",
      "/settings/operators",
      "/settings/keys",
      "/settings/domains",
      "/settings/audit",
    ]) {
      await operator.open(path, "cafe-zurich");
      const wide = (): Promise<number> => page.evaluate("document.documentElement.scrollWidth - document.documentElement.clientWidth");
      await expect.poll(async () => [path, await wide()]).toEqual([path, 0]);
      const box = await page.getByRole("button", { name: "My account" }).boundingBox();
      expect(box!.x + box!.width).toBeLessThanOrEqual(320);
      // What is pressed is as large as a thumb; a box to tick has its label around it.
      await expect.poll(async () => [path, await page.evaluate<string[]>(SMALL)]).toEqual([path, []]);
      expect([path, await severeFindings(page)]).toEqual([path, []]);
    }
    await operator.open("/settings", "cafe-zurich");
    await page.getByRole("button", { name: "Close it" }).click();
    const dialog = page.getByRole("dialog");
    const close = dialog.getByRole("button", { name: "Close this workspace" });
    await dialog.getByText("Nothing is sent, decided or paid any more.").waitFor();
    expect(await severeFindings(page)).toEqual([]);
    await dialog.getByLabel(/Type the workspace's name/).fill("cafe zurich");
    await expect.poll(() => close.isDisabled()).toBe(true);
    await dialog.getByLabel(/Type the workspace's name/).fill("Café Zürich");
    await close.click();
    await page.getByText(/This workspace is closed, and is erased on/).waitFor();
    await page.getByRole("button", { name: "Bring it back" }).click();
    await page.getByText("It is open again, as it was.").waitFor();
    await page.getByRole("button", { name: "Close it" }).waitFor();
    await operator.close();
  },
  90_000,
);
