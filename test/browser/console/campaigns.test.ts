/** Campaigns, each job done in a browser; its outcome is looked up by the API, and mails in a real inbox. */
import { afterAll, beforeAll, expect } from "vitest";
import { severeFindings } from "../../support/axe.ts";
import { type Operator, asksAgain, browserTest, openConsole, undo } from "../../support/console.ts";
import { type Stage, openStage } from "../../support/stage.ts";

let stage: Stage;
let operator: Operator;
type Announced = {
  id: string;
  name: string;
  status: string;
  asked: number;
  settings: { cap_days: number };
  moment: { nth: number } | null;
};

beforeAll(async () => {
  stage = await openStage();
  if (stage.url === undefined) return;
  operator = await openConsole(stage, { expected: [/422/] });
  await stage.publish("direct");
  for (const [user, name, agreed] of [
    ["ann", "Ann Lee", true],
    ["bo", "Bo Moss", false],
    ["cleo", "Cleo Quist", true],
  ] as const) {
    const person = { user_id: user, email: `${user}@people.example`, name, attributes: { locale: user === "cleo" ? "de" : "en" } };
    await stage.call("POST", "/v1/advocates", { program: "direct", person });
    const consent = { purpose: "marketing", channel: "email", granted: true, wording: "News", source: "form" };
    if (agreed) await stage.call("POST", `/v1/people/user_id:${user}/consents`, consent);
  }
});
afterAll(async () => {
  await stage.close();
});

const open = (path: string): Promise<void> => operator.open(path, stage.workspace);
const announced = async (name: string): Promise<Announced> => {
  const { data } = await stage.call<{ data: Announced[] }>("GET", "/v1/announcements");
  const found = data.find((each) => each.name === name);
  if (found === undefined) throw new Error(`no announcement ${name}`);
  return found;
};

browserTest(
  "an announcement is written in two languages, seen, sent to oneself, sent, and its report says who got it and who did not",
  async () => {
    const { page } = operator;
    await open("/campaigns");
    expect(await severeFindings(page)).toEqual([]);
    await page.getByRole("link", { name: "Write one" }).first().click();
    await page.getByRole("textbox", { name: "Name" }).fill("May");
    await page
      .getByRole("combobox", { name: "Program" })
      .or(page.getByRole("textbox", { name: "Program" }))
      .first()
      .click();
    await page.getByRole("option").nth(1).click();
    await page.getByRole("textbox", { name: "Subject" }).fill("News for {nmae}");
    await page.getByRole("textbox", { name: "Text" }).fill("Hi {name},\n\nin May every friend counts twice.");
    await page.getByRole("button", { name: "Another language" }).click();
    await page.getByRole("menuitem", { name: "Deutsch" }).click();
    const german = page.getByRole("tabpanel", { name: "Deutsch" });
    await german.getByRole("textbox", { name: "Subject" }).fill("Neues für {name}");
    await german.getByRole("textbox", { name: "Text" }).fill("Hallo {name}, im Mai zählt jede Empfehlung doppelt.");
    await page.getByLabel("By mail").uncheck();
    await page.getByText("Choose mail, the portal, or both.").waitFor();
    await page.getByLabel("By mail").check();
    await page.getByLabel("On her own side, in the portal").check();
    await page.getByLabel("Days in which nobody is asked twice").fill("0");
    await page.getByLabel(/Quiet hours/).uncheck();
    expect(await severeFindings(page)).toEqual([]);
    await page.getByRole("button", { name: "Save the draft" }).click();
    // A place that nobody can fill is refused, and nothing of what was typed is gone.
    await page.getByText("No text can be filled in for {nmae}.").waitFor();
    await page.getByRole("tab", { name: "English" }).click();
    await page.getByRole("tabpanel", { name: "English" }).getByRole("textbox", { name: "Subject" }).fill("News for {name|you}");
    await page.getByRole("button", { name: "Save the draft" }).click();
    await page.getByRole("heading", { name: "May", level: 1 }).waitFor();
    await page.getByText("News for you").waitFor();
    await page.getByText("In the portal", { exact: true }).click();
    await page.getByText("With a button to put it away.").waitFor();
    expect(await severeFindings(page)).toEqual([]);
    await page.getByRole("button", { name: "Send a test" }).click();
    await page.getByRole("dialog").getByLabel("To").fill("me@shop.example");
    await page.getByRole("dialog").getByRole("button", { name: "Send a test" }).click();
    const test = await stage.inbox.waitFor("me@shop.example", /News for you/, { seconds: 90 });
    expect(test.subject).toContain("[Test]");
    expect((await announced("May")).asked).toBe(0);
    await page.getByRole("button", { name: "Send it" }).click();
    await page.getByText("It goes to 3 people at most").waitFor();
    await page.getByRole("dialog").getByRole("button", { name: "Send it" }).click();
    const letter = await stage.inbox.waitFor("ann@people.example", /News for Ann/, { seconds: 90 });
    await stage.inbox.waitFor("cleo@people.example", /Neues für Cleo/, { seconds: 90 });
    expect(letter.text).toContain("Hi Ann,");
    const go = letter.links.find((each) => each.includes("/go/")) ?? "";
    const followed = await fetch(go, { redirect: "manual" });
    expect(followed.status).toBe(302);
    expect(followed.headers.get("location")).toContain(`/p/${stage.workspace}/direct`);
    await asksAgain(page, page.getByText("Asked, not by mail").first());
    const { id } = await announced("May");
    const reported = () => stage.call("GET", `/v1/announcements/${id}/report`);
    await expect.poll(reported).toMatchObject({ asked: 3, clicked: 1 });
    // Who agreed to no mail finds it on her own side.
    const side = await stage.call<{ notice: Announced }>("GET", "/v1/portal?program=direct&person=user_id:bo");
    expect(side.notice).toMatchObject({ id, title: "News for Bo" });
    expect(stage.inbox.letters.some(({ rcpt, subject }) => rcpt === "bo@people.example" && /News/.test(subject ?? ""))).toBe(false);
    expect(await severeFindings(page)).toEqual([]);
  },
  150_000,
);

browserTest(
  "an ask after the second order is set up and runs; one letter comes three days after it, and it is stopped",
  async () => {
    const { page } = operator;
    await open("/campaigns/new?kind=ask");
    await page.getByRole("textbox", { name: "Name" }).fill("Second order");
    await page.getByRole("textbox", { name: "Subject" }).fill("How do you like your {product|order}?");
    await page.getByRole("textbox", { name: "Text" }).fill("If you know somebody it suits, tell them.");
    await page.getByLabel(/Quiet hours/).uncheck();
    expect(await severeFindings(page)).toEqual([]);
    await page.getByRole("button", { name: "Save the draft" }).click();
    await page.getByRole("button", { name: "Let it run" }).click();
    await page.getByRole("dialog").getByRole("button", { name: "Let it run" }).click();
    await page
      .getByText("Running", { exact: true })
      .or(page.getByText("Planned", { exact: true }))
      .first()
      .waitFor();
    expect(await announced("Second order")).toMatchObject({ moment: { nth: 2 }, settings: { cap_days: 90 } });
    await stage.call("POST", "/v1/people", { user_id: "eve", email: "eve@people.example", name: "Eve" });
    const consent = { purpose: "marketing", channel: "email", granted: true, wording: "News", source: "form" };
    await stage.call("POST", "/v1/people/user_id:eve/consents", consent);
    await stage.advance("1h");
    for (const n of [1, 2]) {
      const items = [{ sku: "s", category: "tea pot", quantity: 1, price: 5000 }];
      const order = { id: `eve-${n}`, total: 5000, subtotal: 5000, currency: "USD", items };
      await stage.call("POST", "/v1/events", { id: `eve-${n}`, type: "purchase", person: { user_id: "eve" }, order });
    }
    await stage.advance("2d");
    expect((await announced("Second order")).asked).toBe(0);
    await stage.advance("2d");
    await stage.inbox.waitFor("eve@people.example", /your tea pot/, { seconds: 90 });
    const { id } = await announced("Second order");
    await open(`/campaigns/announcements/${id}`);
    await page.getByRole("button", { name: "Stop" }).click();
    await page.getByRole("dialog").getByRole("button", { name: "Stop" }).click();
    await page.getByText("Stopped", { exact: true }).first().waitFor();
    expect((await announced("Second order")).status).toBe("cancelled");
  },
  120_000,
);

browserTest(
  "a contest is frozen, drawn, verified in the browser, and a winner accepts",
  async () => {
    const { page } = operator;
    const { now } = await stage.call<{ now: string }>("GET", "/v1/test_clock");
    const at = (days: number): string => new Date(Date.parse(now) + days * 86_400_000).toISOString().slice(0, 19);
    await stage.publish("contest", {
      key: "contest",
      contest: { key: "summer", from: at(0.1), to: at(3), draw: { winners: 1, alternates: 1, accept_within: "7d" } } as never,
    });
    await stage.advance("1d");
    const made = await stage.call<{ links: { code: string }[] }>("POST", "/v1/advocates", {
      program: "contest",
      person: { user_id: "ann" },
    });
    for (const n of [1, 2, 3])
      await stage.call("POST", "/v1/events", {
        id: `c${n}`,
        type: "purchase",
        person: { user_id: `cf${n}`, email: `cf${n}@people.example` },
        referral: { code: made.links[0]!.code },
        order: { id: `c${n}`, total: 9000, subtotal: 9000, currency: "USD" },
      });
    for (const user of ["bo", "cleo"]) await stage.call("POST", "/v1/contests/summer/free-entry", { person: { user_id: user } });
    await stage.advance("3d");
    await open("/campaigns/contests/summer");
    expect(await severeFindings(page)).toEqual([]);
    // Frozen by hand, or by its time: either leads to the draw.
    const [freeze, draw] = ["Freeze", "Draw"].map((name) => page.getByRole("button", { name, exact: true }));
    await freeze!.or(draw!).first().waitFor();
    if ((await freeze!.count()) > 0) {
      await freeze!.click();
      await page.getByRole("dialog").getByRole("button", { name: "Freeze" }).click();
    }
    await draw!.click();
    await page.getByRole("dialog").getByRole("button", { name: "Draw", exact: true }).click();
    await page.getByText("Winners and reserves").first().waitFor();
    await page.getByRole("button", { name: "Verify" }).click();
    await page.getByText("Drawn again, the same people come out in the same order.").waitFor();
    await page.getByText("The seed is the one that was committed to before the contest.").waitFor();
    expect(await severeFindings(page)).toEqual([]);
    await page.getByRole("dialog").getByRole("button", { name: "Close" }).click();
    await page.getByRole("button", { name: "She accepts" }).click();
    await page.getByText("Accepted", { exact: true }).waitFor();
    type Drawn = { draw: { drawn: { status: string }[] } };
    expect((await stage.call<Drawn>("GET", "/v1/contests/summer")).draw.drawn[0]).toMatchObject({ status: "accepted" });
    type Came = { data: { name: string; kind: string; asked: object | null; entries: object | null }[] };
    const of = (name: string) => async () =>
      (await stage.call<Came>("GET", "/v1/reports/campaigns")).data.find((each) => each.name === name);
    await expect.poll(of("summer")).toMatchObject({ kind: "contest", entries: { entrants: 3, free_entrants: 2, free_entries: 2 } });
    await expect.poll(of("May")).toMatchObject({ kind: "announcement", asked: { people: 3, looked_at: 3, clicked: 1, bought: 3 } });
    await open("/insights/campaigns");
    await page.getByRole("table", { name: "Announcements and asks" }).getByRole("row", { name: /May/ }).waitFor();
    const row = page.getByRole("table", { name: "Contests and bonus windows" }).getByRole("row", { name: /summer/ });
    await row.getByText("the free way: 2 by 2").waitFor();
    expect(await severeFindings(page)).toEqual([]);
  },
  90_000,
);

browserTest(
  "a gathering is planned, fills, has a waiting list that moves up, and is called off",
  async () => {
    const { page } = operator;
    await open("/campaigns/gatherings");
    await page.getByRole("button", { name: "Plan a gathering" }).first().click();
    await page.getByLabel("Title").fill("Tasting evening");
    await page.getByLabel("Begins").click();
    await page.getByRole("button", { name: "Next month" }).click();
    await page.locator("td button:not([data-outside]):not([data-disabled])").getByText("15", { exact: true }).click();
    await page.getByRole("button", { name: "Take this time" }).click();
    await page.getByLabel("Seats").fill("1");
    expect(await severeFindings(page)).toEqual([]);
    await page.getByRole("button", { name: "Plan it" }).click();
    await page.getByRole("row", { name: /Tasting evening/ }).click();
    const { data } = await stage.call<{ data: { id: string; seats: number }[] }>("GET", "/v1/gatherings");
    expect(data).toMatchObject([{ seats: 1 }]);
    const id = data[0]!.id;
    for (const user of ["ann", "bo"]) await stage.call("POST", `/v1/gatherings/${id}/join`, { person: `user_id:${user}` });
    await page.reload({ waitUntil: "domcontentloaded" });
    const waiting = page.getByRole("row", { name: /Bo Moss/ });
    await waiting.getByText("Waiting").waitFor();
    await page
      .getByRole("row", { name: /Ann Lee/ })
      .getByRole("button", { name: "Give it up for her" })
      .click();
    await waiting.getByText("Has a seat").waitFor();
    expect(await severeFindings(page)).toEqual([]);
    await page.getByRole("button", { name: "Call it off" }).click();
    await page.getByRole("dialog").getByRole("button", { name: "Call it off" }).click();
    await page.getByText("Called off", { exact: true }).first().waitFor();
    expect(await stage.call("GET", `/v1/gatherings/${id}`)).toMatchObject({ status: "cancelled" });
  },
  60_000,
);

browserTest(
  "bonus windows say their zone and the change of clocks; a ranking hides somebody with a way back; levels and badges are shown",
  async () => {
    const { page } = operator;
    await stage.call("PATCH", "/v1/settings", { zone: "Europe/Berlin" });
    await stage.publish("occasion");
    await operator.openAnew("/campaigns/bonuses", stage.workspace);
    await page.getByText(/on the clocks of Europe\/Berlin/).waitFor();
    await page.getByText(/The clocks of Europe\/Berlin go forward in it: it is 59 hours long/).waitFor();
    expect(await severeFindings(page)).toEqual([]);
    await stage.publish("community");
    await open("/campaigns/leaderboards");
    await page.getByRole("heading", { name: "Leaderboards", level: 1 }).waitFor();
    const hide = page.getByRole("button", { name: "Hide her" });
    if ((await hide.count()) > 0) {
      await hide.first().click();
      await undo(page, "She is not shown in rankings");
    }
    expect(await severeFindings(page)).toEqual([]);
    await open("/campaigns/levels");
    await page.getByRole("heading", { name: "Levels and badges", level: 1 }).waitFor();
    expect(await severeFindings(page)).toEqual([]);
    await operator.close();
  },
  60_000,
);
