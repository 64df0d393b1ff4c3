/**
 * People in a story: an advocate who joins, shares and looks, and a friend who opens a link and takes the offer. Both do it by the real
 * pages, and each tap and each typed field is counted. What a shop's server does (orders, refunds) is sent to the API by the story.
 */
import type { Locator } from "playwright-core";
import { expect } from "vitest";
import { createWords } from "../../src/core/words.ts";
import type { Visitor, VisitorOptions } from "./browser.ts";
import { codeIn } from "./member.ts";
import type { Letter } from "./inbox.ts";
import type { Stage } from "./stage.ts";

const words = createWords("en");
/** A text of the portal, as a pattern for names of controls: `say("share.copy")`. */
export function say(key: string, values: Record<string, string | number> = {}): string {
  return words.say(`portal.${key}`, values);
}

/** Counts what a person has to do. */
export class Hand {
  taps = 0;
  /** Fields that were filled in. */
  fields = 0;
  private readonly isPhone: boolean;

  constructor(isPhone: boolean) {
    this.isPhone = isPhone;
  }

  async tap(on: Locator): Promise<void> {
    this.taps++;
    await (this.isPhone ? on.tap() : on.click());
  }
  async type(into: Locator, text: string): Promise<void> {
    this.fields++;
    await into.fill(text);
  }
  /** What was counted since the last time. */
  count(): { taps: number; fields: number } {
    const { taps, fields } = this;
    [this.taps, this.fields] = [0, 0];
    return { taps, fields };
  }
}

/** How late what jobs bring may be. */
const LATE_MS = 30_000;

export type Shared = { text: string; url: string };
export type Member = {
  email: string;
  visitor: Visitor;
  hand: Hand;
  /** Opens the portal anew, as on another day. */
  open(): Promise<void>;
  /** Goes to a section by the menu: "rewards". */
  to(room: string): Promise<void>;
  /** Opens a section anew and waits until it says all of this. */
  sees(room: string, ...texts: (string | RegExp)[]): Promise<void>;
  /** What a section says now. */
  reads(room: string): Promise<string>;
  /** Opens the portal and shares by the phone's own sheet, or by copying. @returns what went out, and what it took */
  share(): Promise<Shared & { taps: number; fields: number }>;
  /** Presses a button of a section, fills the form that opens where there is one, and sends it. */
  act(label: string | RegExp, fields?: Record<string, string>): Promise<void>;
  mail(subject: string | RegExp): Promise<Letter>;
  picture(name: string): Promise<void>;
  close(): Promise<void>;
};

/** The phone's share sheet, kept: this Chromium has none. */
const SHEET = `Object.defineProperty(navigator, "share", { value: async (data) => { window.__shared = data; } });`;

export type JoinWish = {
  program: string;
  email: string;
  name?: string;
  /** Answers of an application; the operator then approves it. */
  about?: string;
  workspace?: string;
  options?: VisitorOptions;
};

/** A person joins through the portal: address, code from the mail, name, terms. */
export async function joins(stage: Stage, wish: JoinWish): Promise<Member> {
  const { program, email, name, about, options = {} } = wish;
  const member = await arrives(stage, wish);
  const { page } = member.visitor;
  const before = stage.inbox.letters.filter((each) => each.rcpt === email).length;
  await member.hand.type(page.getByLabel(say("field.email")), email);
  await member.hand.tap(page.getByRole("button", { name: say("enter.send") }));
  const letter = await stage.inbox.waitFor(email, /./, { after: before });
  await member.hand.type(page.getByLabel(say("enter.code.label")), codeIn(letter));
  await member.hand.tap(page.getByRole("button", { name: say("enter.go") }));
  const join = page.getByRole("button", { name: about === undefined ? say("join.act") : say("join.apply"), exact: true });
  await join.waitFor();
  if (name !== undefined) await member.hand.type(page.getByLabel(say("field.name")), name);
  const question = page.locator("form textarea:visible");
  if (about !== undefined && (await question.count()) > 0) await member.hand.type(question.first(), about);
  const agree = page.getByLabel(say("terms.agree"));
  if (await agree.isVisible()) await member.hand.tap(agree);
  await member.hand.tap(join);
  if (about !== undefined) {
    await page.getByText(say("join.applied.title")).waitFor();
    await approve(stage, program, email);
    await page.reload();
  }
  await page.getByRole("navigation").first().waitFor({ state: "attached" });
  if (options.device === "desktop")
    await page
      .getByRole("link", { name: say("nav.settings") })
      .first()
      .waitFor();
  return member;
}

/** The operator's decision, by the API as the console does. */
async function approve(stage: Stage, program: string, email: string): Promise<void> {
  type Applied = { data: { person: string }[] };
  const { data } = await stage.call<Applied>("GET", `/v1/advocates?program=${program}&status=applied&limit=100`);
  for (const { person } of data) {
    const { email: of } = await stage.call<{ email: string | null }>("GET", `/v1/people/${person}`);
    if (of === email) await stage.call("POST", `/v1/programs/${program}/applications/${person}/approve`);
  }
}

async function arrives(stage: Stage, { program, email, workspace = stage.workspace, options = {} }: JoinWish): Promise<Member> {
  const isPhone = options.device !== "desktop";
  const visitor = await stage.browser.visitor({ ...options, ...(isPhone ? { before: SHEET } : {}) });
  const hand = new Hand(isPhone);
  const { page } = visitor;
  const address = `${stage.url}/p/${workspace}/${program}`;
  await page.goto(address);
  const open = async (): Promise<void> => {
    // Another address in between: the same one with another # would not load the page.
    await page.goto("about:blank");
    await page.goto(address);
    await page.getByRole("navigation").first().waitFor({ state: "attached" });
  };
  const to = (room: string): Promise<void> => goTo(visitor, hand, room);
  const reads = async (room: string): Promise<string> => {
    await open();
    await to(room);
    return await settledText(visitor);
  };
  return {
    email,
    visitor,
    hand,
    open,
    to,
    reads,
    async sees(room, ...texts) {
      // Mail and what follows an event come by jobs: what one sees may be a second late, on a busy machine more, and is looked at again.
      for (const until = Date.now() + LATE_MS; ; ) {
        const text = await reads(room);
        const missing = texts.filter((each) => (typeof each === "string" ? !text.includes(each) : !each.test(text)));
        if (missing.length === 0) return;
        if (Date.now() > until) expect(text, `${email} in ${room}: ${missing.map(String).join(", ")}`).toMatch(missing[0]!);
        await new Promise((resolve) => setTimeout(resolve, 300));
      }
    },
    async share() {
      await open();
      hand.count();
      await hand.tap(page.getByRole("button", { name: isPhone ? say("share.now") : say("share.copy"), exact: true }));
      await page
        .getByRole("status")
        .getByText(say(isPhone ? "share.done" : "share.copied"))
        .waitFor();
      const shared = isPhone
        ? await page.evaluate<Shared>("window.__shared")
        : { text: "", url: await page.evaluate<string>("navigator.clipboard.readText()") };
      const count = hand.count();
      // From the open portal to shared: two taps at most, nothing typed.
      expect([count.taps <= 2, count.fields]).toEqual([true, 0]);
      return { ...shared, ...count };
    },
    act: (label, fields = {}) => act(visitor, hand, { label, fields }),
    mail: (subject) => stage.inbox.waitFor(email, subject),
    picture: (name) => visitor.picture(name),
    close: () => visitor.close(),
  };
}

/** By the bar or rail; on a phone what is not in the bar is under "more". */
async function goTo(visitor: Visitor, hand: Hand, room: string): Promise<void> {
  const { page } = visitor;
  const link = page.locator(`a[href="#${room}"]:visible`).first();
  const more = page.locator('a[href="#more"]:visible').first();
  await page.locator('nav a[href^="#"]:visible').first().waitFor();
  if (!(await link.isVisible())) await hand.tap(more);
  await hand.tap(link);
  // The one that was shown before is still there until the address has changed.
  await page.locator(`:is(a[href="#${room}"], a[href="#more"])[aria-current=page]:visible`).first().waitFor();
}

/** The text of the section once nothing in it is loading any more. */
async function settledText(visitor: Visitor): Promise<string> {
  const main = visitor.page.locator("main:visible").first();
  await main.locator(".bones:visible").first().waitFor({ state: "detached" });
  return (await main.innerText()).replace(/[\u00A0\u202F]/g, " ");
}

async function act(
  visitor: Visitor,
  hand: Hand,
  { label, fields }: { label: string | RegExp; fields: Record<string, string> },
): Promise<void> {
  const main = visitor.page.locator("main:visible").first();
  const button = main.getByRole("button", { name: label, ...(typeof label === "string" ? { exact: true } : {}) });
  await hand.tap(button.first());
  for (const [name, value] of Object.entries(fields)) {
    const field = main.getByLabel(name, { exact: false }).first();
    await field.waitFor();
    if ((await field.and(main.locator("select")).count()) > 0) await field.selectOption({ label: value });
    else await hand.type(field, value);
  }
  if (Object.keys(fields).length > 0) await hand.tap(button.first());
  // Some are asked about first.
  const [sure, done] = [main.locator(".sure"), visitor.page.getByText(say("act.done"))];
  await sure.or(done).first().waitFor();
  if (Object.keys(fields).length === 0 && (await sure.isVisible())) await hand.tap(sure.getByRole("button").first());
  await done.waitFor();
}

export type Friend = {
  visitor: Visitor;
  hand: Hand;
  /** From the open page to the claimed offer. @returns the click id that the shop gets, where the shop is next */
  claims(email?: string): Promise<{ taps: number; fields: number; click: string | null; address: string }>;
  close(): Promise<void>;
};

/** A friend opens a link that she was sent. The shop it leads to is a page of the test's. */
export async function opens(stage: Stage, link: string, options: VisitorOptions = {}): Promise<Friend> {
  const isPhone = options.device !== "desktop";
  const visitor = await stage.browser.visitor(options);
  const hand = new Hand(isPhone);
  const shop = { contentType: "text/html", body: "<!doctype html><title>Shop</title><h1>Shop</h1>" };
  await visitor.context.route(
    (url) => url.origin !== new URL(stage.url).origin,
    (route) => route.fulfill(shop),
  );
  const { page } = visitor;
  await page.goto(link);
  return {
    visitor,
    hand,
    async claims(email) {
      hand.count();
      const before = page.url();
      if (email !== undefined) {
        await hand.type(page.getByLabel("e-mail", { exact: false }), email);
        await hand.tap(page.locator("form button"));
      } else {
        await hand.tap(page.locator("a.button").first());
      }
      await page.waitForURL((url) => url.href !== before);
      const address = page.url();
      const count = hand.count();
      // From the link to the claimed offer: two taps and one field at most.
      expect([count.taps <= 2, count.fields <= 1]).toEqual([true, true]);
      return { ...count, address, click: new URL(address).searchParams.get("gv_click") };
    },
    close: () => visitor.close(),
  };
}
