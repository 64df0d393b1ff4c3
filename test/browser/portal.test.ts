/** The portal as an advocate meets it: in by a code from a real mail, shared in one tap, the friend's order seen with its reason. */
import { afterAll, beforeAll, describe, expect } from "vitest";
import { presets } from "../../presets/index.ts";
import { severeFindings } from "../support/axe.ts";
import { PHONE, type Visitor, browserTest } from "../support/browser.ts";
import { CORPUS, HOOK, intruders } from "../support/corpus.ts";
import { carry, codeIn, signIn } from "../support/member.ts";
import { type Stage, openStage } from "../support/stage.ts";

const HOSTILE = ["script", "image", "svg", "breakout", "frame", "link"].map((name) => CORPUS[name]).join("\n\n");

let stage: Stage;
beforeAll(async () => {
  stage = await openStage();
  if (stage.client !== undefined) await stage.publish("two_way");
});
afterAll(() => stage.close());

/** Whether the page is wider than the screen, and what is smaller than a thumb. Runs in the page. */
const MEASURE = `(() => {
  const root = document.querySelector("grapevine-portal").shadowRoot;
  const targets = [...root.querySelectorAll("button, a, select, summary, textarea, input:not([type=checkbox],[type=radio]), .tick")];
  const small = targets.filter((each) => {
    const box = each.getBoundingClientRect();
    return box.width > 0 && box.height > 0 && (box.height < 43.5 || box.width < 43.5);
  });
  return { wide: document.documentElement.scrollWidth > innerWidth, small: small.map((each) => each.outerHTML.slice(0, 120)) };
})()`;

const portal = (): string => `${stage.url}/p/${stage.workspace}/two_way`;

async function member(email: string, options: Parameters<Stage["browser"]["visitor"]>[0] = {}): Promise<Visitor> {
  const cookie = await signIn(stage, { email, program: "two_way" });
  const visitor = await stage.browser.visitor(options);
  await carry(visitor, stage, cookie);
  await visitor.page.goto(portal());
  await visitor.page.getByLabel("I have read the terms").check();
  await visitor.page.getByRole("button", { name: "Join" }).click();
  await visitor.page.getByRole("textbox", { name: "Your link" }).waitFor();
  return visitor;
}

describe("the portal", () => {
  browserTest(
    "an address, a code from the mail, and her link is there; a friend's order shows with its reason",
    async () => {
      const visitor = await stage.browser.visitor();
      const { page } = visitor;
      await page.goto(portal());
      await page.getByLabel("E-mail address").fill("maria@example.com");
      await page.getByRole("button", { name: "Send me a code" }).click();
      const letter = await stage.inbox.waitFor("maria@example.com", /\d{6}/);
      await page.getByLabel("Six-digit code").fill(codeIn(letter));
      await page.getByRole("button", { name: "Sign in" }).click();
      await page.getByLabel("I have read the terms").check();
      await page.getByRole("button", { name: "Join" }).click();
      const link = page.getByRole("textbox", { name: "Your link" });
      await link.waitFor();
      await expect.poll(() => link.inputValue()).toContain("/");
      const address = await link.inputValue();
      const code = address.split("/").at(-1)!;

      await page.getByRole("link", { name: "Referrals" }).click();
      await page.getByText("Nobody has come yet").waitFor();
      await expect.poll(() => page.evaluate("document.activeElement.shadowRoot.activeElement?.tagName")).toBe("H1");

      await stage.client.events.track({
        id: "order-1",
        type: "purchase",
        person: { user_id: "friend" },
        order: { id: "1", total: 12_000, currency: "USD" },
        referral: { code },
      });
      await page.reload();
      await page.getByRole("heading", { name: /^Friend/ }).waitFor();
      await page
        .getByText(/^Waiting until/)
        .first()
        .waitFor();
      await visitor.close();
    },
    60_000,
  );

  browserTest("from the portal open to shared it is one tap and no typing, by the phone's own sheet", async () => {
    const before = "navigator.share = (given) => { globalThis.shared = given; return Promise.resolve(); };";
    const visitor = await member("sheet@example.com", { before });
    const { page } = visitor;
    await page.getByRole("button", { name: "Share", exact: true }).click();
    await page.getByRole("status").getByText("Shared").waitFor();
    const given = await page.evaluate<{ text: string; url: string }>("globalThis.shared");
    expect(given.url).toMatch(/\/\w+$/);
    expect(given.text).toMatch(/\bI get\b/);
    await visitor.close();
  });

  browserTest("her own words go out with the link and the disclosure, which she cannot take away", async () => {
    const visitor = await member("words@example.com");
    const { page } = visitor;
    await page.getByText("Use your own words").click();
    await page.getByLabel("Your text").fill("Try this <b>coffee</b>");
    const sent = async (): Promise<string> =>
      new URL((await page.getByRole("link", { name: "WhatsApp" }).getAttribute("href"))!).searchParams.get("text")!;
    await expect.poll(sent).toContain("Try this <b>coffee</b>");
    const text = await sent();
    expect(text).toMatch(/https?:\/\/\S+/);
    expect(text).toMatch(/\bI get\b/);
    await visitor.close();
  });

  browserTest("a program that one applies to asks its own questions, says what is missing, and then that it is being read", async () => {
    const { advocates } = presets.find(({ key }) => key === "affiliate")!;
    const label = { en: "Your site" };
    await stage.publish("affiliate", {
      advocates: { ...advocates, join: "apply", form: [{ key: "site", label, type: "url", required: true }] },
    });
    const visitor = await stage.browser.visitor({ expected: [/409|422/] });
    await carry(visitor, stage, await signIn(stage, { email: "site@example.com", program: "affiliate" }));
    const { page } = visitor;
    await page.goto(`${stage.url}/p/${stage.workspace}/affiliate`);
    await page.getByLabel("I have read the terms").check();
    await page.getByLabel("Your site").fill("javascript:alert(1)");
    await page.getByRole("button", { name: "Apply" }).click();
    await page.getByText("This does not look right.").waitFor();
    await expect.poll(() => page.getByLabel("Your site").getAttribute("aria-invalid")).toBe("true");
    await page.getByLabel("Your site").fill("https://blog.example");
    await page.getByRole("button", { name: "Apply" }).click();
    await page.getByText("Your application is being read").waitFor();
    await visitor.close();
  });

  browserTest("a deal is registered, shows as waiting with its reason, and is withdrawn only when asked twice", async () => {
    await stage.publish("partner");
    const visitor = await stage.browser.visitor();
    await carry(visitor, stage, await signIn(stage, { email: "deals@example.com", program: "partner" }));
    const { page } = visitor;
    await page.goto(`${stage.url}/p/${stage.workspace}/partner`);
    await page.getByLabel("I have read the terms").check();
    await page.getByRole("button", { name: "Apply" }).click();
    await page.getByText("Your application is being read").waitFor();
    const { data } = await stage.call<{ data: { person: string }[] }>("GET", "/v1/advocates?program=partner&status=applied");
    await stage.call("POST", `/v1/programs/partner/applications/${data[0]!.person}/approve`);
    await page.reload();
    await page.getByRole("button", { name: "Register a deal" }).click();
    await page.locator("input[type=email]").fill("post@hotel.example");
    for (const box of await page.getByRole("textbox").all()) if ((await box.inputValue()) === "") await box.fill("Hotel Post");
    await page.getByRole("button", { name: "Register a deal" }).click();
    await page.getByText("Waiting", { exact: true }).waitFor();
    await page.getByRole("button", { name: "Withdraw" }).click();
    await page.getByText("It cannot be undone here").waitFor();
    await page.getByRole("button", { name: "Withdraw" }).click();
    await page.getByText("Withdrawn").first().waitFor();
    await visitor.close();
  });

  browserTest("whoever sends when her session is over signs in again, finds what she typed, and sends it", async () => {
    const visitor = await member("again@example.com", { expected: [/401/] });
    const { page } = visitor;
    await page.goto(`${portal()}#help`);
    await page.getByLabel("Your question or idea").fill("Where is my mug?");
    await visitor.context.clearCookies();
    await page.getByRole("button", { name: "Send", exact: true }).click();
    await page.getByRole("alert").getByRole("button", { name: "Sign in" }).click();
    await page.getByLabel("E-mail address").fill("again@example.com");
    await page.getByRole("button", { name: "Send me a code" }).click();
    await page.getByLabel("Six-digit code").fill(codeIn(await stage.inbox.waitFor("again@example.com", /\d{6}/, { after: 1 })));
    await page.getByRole("button", { name: "Sign in" }).click();
    await expect.poll(() => page.getByLabel("Your question or idea").inputValue()).toBe("Where is my mug?");
    await page.getByRole("button", { name: "Send", exact: true }).click();
    await page.getByText("Your message has arrived").waitFor();
    await visitor.close();
  });

  browserTest("the portal speaks the language that she chooses, and the page's language and title follow", async () => {
    const visitor = await member("sprache@example.com");
    const { page } = visitor;
    await page.goto(`${portal()}#settings`);
    const saved = page.waitForResponse((response) => response.request().method() === "PATCH");
    await page.getByLabel("Language").selectOption("de");
    await page.getByRole("heading", { level: 1, name: "Einstellungen" }).waitFor();
    const says = (): Promise<unknown> => page.evaluate("[document.documentElement.lang, document.title.split(' – ')[0]]");
    await expect.poll(says).toEqual(["de", "Einstellungen"]);
    expect((await saved).status()).toBe(200);
    await page.reload();
    await page.getByRole("heading", { level: 1, name: "Einstellungen" }).waitFor();
    await visitor.close();
  });

  browserTest("a server that cannot be reached is said so, nothing typed is lost, and trying again goes on", async () => {
    const visitor = await stage.browser.visitor({ expected: [/ERR_INTERNET_DISCONNECTED|Failed to load/] });
    const { page } = visitor;
    await page.goto(portal());
    await page.getByLabel("E-mail address").fill("tunnel@example.com");
    await visitor.context.setOffline(true);
    await page.getByRole("button", { name: "Send me a code" }).click();
    await page.getByRole("alert").getByText("You are offline").waitFor();
    expect(await page.getByLabel("E-mail address").inputValue()).toBe("tunnel@example.com");
    await visitor.context.setOffline(false);
    await page.getByRole("button", { name: "Send me a code" }).click();
    await page.getByLabel("Six-digit code").waitFor();
    await visitor.close();
  });

  browserTest("without JavaScript the page says what one gets and how it works", async () => {
    const visitor = await stage.browser.visitor({ javaScript: false });
    const response = await visitor.page.goto(portal());
    expect(response?.headers()["x-robots-tag"]).toBe("noindex");
    expect(response?.headers()["content-security-policy"]).toMatch(/script-src 'self';/);
    expect(await visitor.page.getByRole("heading", { level: 1 }).innerText()).not.toBe("");
    expect(await visitor.page.getByRole("heading", { name: "You get", exact: true }).isVisible()).toBe(true);
    expect(await visitor.page.locator("noscript").textContent()).toContain("need JavaScript");
    await visitor.close();
  });

  browserTest("a workspace or a program that is not there is the same friendly page", async () => {
    const visitor = await stage.browser.visitor({ expected: [/404/] });
    const texts: string[] = [];
    for (const path of ["/p/nobody/two_way", `/p/${stage.workspace}/nothing`]) {
      expect((await visitor.page.goto(stage.url + path))?.status()).toBe(404);
      texts.push(await visitor.page.locator("body").innerText());
    }
    expect(texts[0]).toBe(texts[1]);
    await visitor.close();
  });

  browserTest("an announcement stands above until it is put away, on every device; how easy it was is asked below, once", async () => {
    const visitor = await member("news@example.com");
    const { page } = visitor;
    const link = await page.getByRole("textbox", { name: "Your link" }).inputValue();
    const texts = {
      en: { subject: "Double points in May, for everybody who recommends us", text: `Every friend counts twice.\n\n${HOSTILE}` },
    };
    const settings = { mail: false, notice: true, quiet: null };
    const { id } = await stage.call<{ id: string }>("POST", "/v1/announcements", {
      name: "May",
      audience: { program: "two_way" },
      texts,
      settings,
    });
    await stage.call("POST", `/v1/announcements/${id}/schedule`, {});
    await stage.call("POST", "/v1/events", {
      type: "signup",
      person: { user_id: "news-friend" },
      referral: { code: link.split("/").at(-1) },
    });
    const asked = async (): Promise<number> => (await stage.call<{ asked: number }>("GET", `/v1/announcements/${id}/report`)).asked;
    await expect.poll(asked, { timeout: 20_000 }).toBeGreaterThan(0);
    await page.addInitScript(HOOK);
    await page.setViewportSize({ width: 320, height: PHONE.height });
    await page.reload();
    await page.getByRole("region", { name: /^Double points/ }).waitFor();
    await expect.poll(() => page.evaluate(MEASURE)).toEqual({ wide: false, small: [] });
    expect(await severeFindings(page)).toEqual([]);
    // An operator's words are words: none of them is an element.
    await page
      .getByRole("region", { name: /^Double points/ })
      .getByText("<script")
      .first()
      .waitFor();
    expect(await intruders(page)).toEqual([]);
    await visitor.picture("portal-news");
    await page.getByRole("button", { name: /^Put away: Double points/ }).click();
    await page.getByRole("region", { name: /^Double points/ }).waitFor({ state: "detached" });
    await page.getByLabel("Easy", { exact: true }).check();
    await page.getByLabel("What would make it easier?").fill("A shorter link.");
    await page.getByRole("button", { name: "Send", exact: true }).click();
    await page.getByText("The team reads it.").waitFor();
    const given = async () => (await stage.call<{ data: { score: number; text: string }[] }>("GET", "/v1/help?kind=feedback")).data;
    await expect.poll(given).toMatchObject([{ score: 4, text: "A shorter link." }]);
    await page.reload();
    await page.getByRole("textbox", { name: "Your link" }).waitFor();
    const shown = () => Promise.all([page.getByText("Double points").count(), page.getByLabel("Easy", { exact: true }).count()]);
    await expect.poll(shown).toEqual([0, 0]);
    await visitor.close();
  });

  browserTest("no screen scrolls sideways at 320 px, and every target is as large as a thumb", async () => {
    const visitor = await member("thumb@example.com");
    const { page } = visitor;
    await page.setViewportSize({ width: 320, height: PHONE.height });
    for (const route of ["share", "referrals", "rewards", "how", "help", "settings", "more"]) {
      await page.goto(`${portal()}#${route}`);
      await page.locator(`:is(a[href="#${route}"], a[href="#more"])[aria-current=page]:visible`).first().waitFor();
      await page.locator("grapevine-portal h1").waitFor();
      await page.locator("main .bones:visible").first().waitFor({ state: "detached" });
      await expect.poll(async () => [route, await page.evaluate(MEASURE)]).toEqual([route, { wide: false, small: [] }]);
    }
    await visitor.close();
  });
});
