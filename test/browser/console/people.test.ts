/** People in the console: found, looked at, thanked, noted about, asked to join, joined into one, forgotten; companies beside them. */
import fs from "node:fs";
import { afterAll, beforeAll, expect, vi } from "vitest";
import { severeFindings } from "../../support/axe.ts";
import { browserTest, openConsole, undo } from "../../support/console.ts";
import { type Stage, openStage } from "../../support/stage.ts";

const LONG = "Wolfeschlegelsteinhausenbergerdorff".repeat(6).slice(0, 200);
const ARABIC = "محمد الأحمد";
let stage: Stage;
let ann = "";

type Found = { data: { id: string; name: string }[] };
const find = (text: string): Promise<Found> => stage.call("POST", "/v1/people/find", { text });

beforeAll(async () => {
  stage = await openStage();
  if (stage.url === undefined) return;
  await stage.publish("direct");
  const joined = await stage.call<{ person: string; links: { code: string }[] }>("POST", "/v1/advocates", {
    program: "direct",
    person: { user_id: "ann", email: "ann@example.com", name: "Ann Miller" },
  });
  ann = joined.person;
  const people = Array.from({ length: 1000 }, (_, i) => ({
    id: `i${i}`,
    type: "identify",
    person: { user_id: `u${i}`, name: `Person ${i}` },
  }));
  await stage.call("POST", "/v1/events", { events: people });
  await stage.call("POST", "/v1/events", {
    events: [
      { id: "l", type: "identify", person: { user_id: "long", name: LONG } },
      { id: "r", type: "identify", person: { user_id: "rtl", name: ARABIC, attributes: { country: "AE" }, company: "acme" } },
      { id: "e", type: "identify", person: { user_id: "eve", email: "eve@example.com", name: "Eve Twin" } },
      { id: "x", type: "identify", person: { email: "eve@other.example", name: "Eve Other" } },
      {
        id: "o1",
        type: "purchase",
        person: { user_id: "ben", email: "ben@example.com", name: "Ben Stone" },
        referral: { code: joined.links[0]!.code },
        order: { id: "1", total: 8000, currency: "USD" },
      },
    ],
  });
  await stage.call("PUT", "/v1/companies/acme", { name: "Acme", domain: "acme.example" });
  // Who is only now looked at comes into the list between its pages.
  const catchesUp = async (): Promise<boolean> => (await stage.call<{ catching_up: boolean }>("POST", "/v1/people/find", {})).catching_up;
  await vi.waitUntil(async () => !(await catchesUp()), { timeout: 60_000, interval: 200 });
});
afterAll(async () => {
  await stage.close();
});

browserTest(
  "a thousand people are a small page, and one is found by her name, her address, her country or her program",
  async () => {
    const operator = await openConsole(stage);
    const { page } = operator;
    await operator.open("/people", stage.workspace);
    await page
      .getByRole("row", { name: /Person/ })
      .first()
      .waitFor();
    // Each time further down, as pages of the list come.
    const drawn = (): Promise<number> => page.locator("tbody tr").count();
    for (let i = 0; i < 4; i++) {
      const before = await page.evaluate<number>("scrollY");
      const further = async (): Promise<number> => {
        await page.mouse.wheel(0, 20_000);
        return await page.evaluate<number>("scrollY");
      };
      await expect.poll(further).toBeGreaterThan(before);
      expect(await drawn()).toBeLessThan(80);
    }
    // The header stays in sight however far one is.
    expect((await page.locator("thead").boundingBox())!.y).toBeGreaterThanOrEqual(0);
    await page.evaluate("scrollTo(0, 0)");
    const tools = page.getByRole("button", { name: /^Columns and file/ });
    await tools.click();
    await page.getByRole("checkbox", { name: "Score" }).click();
    await page.getByRole("columnheader", { name: "Score" }).waitFor({ state: "detached" });
    expect(await severeFindings(page)).toEqual([]);
    await operator.open("/people", stage.workspace);
    await page.getByRole("columnheader", { name: "Name" }).waitFor();
    await page.getByRole("columnheader", { name: "Score" }).waitFor({ state: "detached" });
    await tools.click();
    const [file] = await Promise.all([page.waitForEvent("download"), page.getByRole("button", { name: "Save as CSV" }).click()]);
    const lines = fs
      .readFileSync(await file.path(), "utf8")
      .trim()
      .split("\r\n");
    expect(lines[0]).toMatch(/^Name,/);
    expect(lines[0]).not.toContain("Score");
    // All of them, far more than what is drawn.
    const names = lines.filter((line) => /^Person \d+,/.test(line));
    expect([names.length, new Set(names).size]).toEqual([1000, 1000]);
    await page.getByLabel("Find").fill("mill");
    await page.getByRole("row", { name: /Ann Miller/ }).waitFor();
    // What was found before stands there until the answer is here.
    await expect.poll(() => page.locator("tbody tr.gv-row").count()).toBe(1);
    expect(page.url()).not.toContain("mill");
    await page.getByLabel("Find").fill("nobody of this name");
    await page.getByText("Nobody is found").waitFor();
    expect(await severeFindings(page)).toEqual([]);
    await page.getByRole("button", { name: "Show everybody" }).click();
    await page.getByLabel("Country").fill("AE");
    await page.keyboard.press("Enter");
    await page.getByRole("row", { name: new RegExp(ARABIC) }).waitFor();
    await expect.poll(() => new URL(page.url()).searchParams.get("country")).toBe("AE");
    await operator.open("/people?program=direct", stage.workspace);
    await page.getByRole("row", { name: /Ann Miller/ }).waitFor();
    // What was found before stands there until the answer is here.
    await expect.poll(() => page.locator("tbody tr.gv-row").count()).toBe(1);
    expect(await severeFindings(page)).toEqual([]);
    await page.getByRole("row", { name: /Ann Miller/ }).click();
    await page.getByRole("heading", { name: "Ann Miller", level: 1 }).waitFor();
    await operator.close();
  },
  90_000,
);

browserTest(
  "a profile says who somebody is, how likely she recommends and why, whom she brought and what she earned; a note is kept and taken back",
  async () => {
    const operator = await openConsole(stage);
    const { page } = operator;
    await operator.open(`/people/${ann}`, stage.workspace);
    await page.getByText("Has brought 1 friend").waitFor();
    await page.getByText("Has not ordered yet").waitFor();
    await page.getByRole("tabpanel").getByText("Ben Stone").waitFor();
    expect(await severeFindings(page)).toEqual([]);
    await page.getByRole("tab", { name: "Rewards" }).click();
    await page.getByRole("tabpanel").getByText("Waiting", { exact: true }).first().waitFor();
    await expect.poll(() => new URL(page.url()).searchParams.get("tab")).toBe("rewards");
    for (const tab of ["Brought by", "Events", "Messages", "Tickets"]) await page.getByRole("tab", { name: tab }).click();
    await page.getByLabel("New note").fill("Likes to be called in the evening");
    await page.getByRole("button", { name: "Keep note" }).click();
    await page.getByRole("button", { name: "Delete this note" }).click();
    await undo(page, "The note is gone.");
    await page.getByText("Likes to be called in the evening").waitFor();
    type Notes = { data: { text: string }[] };
    const notes = async () => (await stage.call<Notes>("GET", `/v1/people/${ann}/notes`)).data.map((each) => each.text);
    await expect.poll(notes).toEqual(["Likes to be called in the evening"]);
    await operator.close();
  },
  60_000,
);

browserTest(
  "thanks: one click opens a letter with the friend's name in it; it is looked at, sent, called back and sent again",
  async () => {
    const operator = await openConsole(stage);
    const { page } = operator;
    await operator.open(`/people/${ann}`, stage.workspace);
    await page.getByRole("button", { name: "Say thanks" }).click();
    const words = page.getByRole("textbox", { name: "Words" });
    await words.waitFor();
    await expect.poll(() => words.inputValue()).toContain("Ben");
    expect(await words.inputValue()).toMatch(/^Hello Ann,/);
    expect(await severeFindings(page)).toEqual([]);
    await page.getByRole("button", { name: "See it as a mail" }).click();
    await page.frameLocator("iframe[title*='Thank you']").getByText("All the best").waitFor();
    await page.getByRole("button", { name: "Send it" }).click();
    // Called back within its moment, then sent for good.
    await undo(page, "It leaves in half a minute");
    const state = async (): Promise<unknown> =>
      (await stage.call<{ data: { reason: string }[] }>("GET", `/v1/mail?person=${ann}&kind=personal_thanks`)).data[0]?.reason;
    await expect.poll(state).toBe("cancelled");
    await page.getByRole("button", { name: "Say thanks" }).click();
    await page.getByRole("button", { name: "Send it" }).click();
    await page.getByText("It leaves in half a minute").waitFor();
    expect((await stage.call<{ data: { text: string }[] }>("GET", `/v1/people/${ann}/notes`)).data[0]?.text).toContain("Hello Ann,");
    await operator.close();
  },
  60_000,
);

browserTest(
  "a consent is recorded with its proof, and somebody joins a program and leaves again by undo",
  async () => {
    const operator = await openConsole(stage);
    const { page } = operator;
    const { data } = await find(ARABIC);
    await operator.open(`/people/${data[0]!.id}`, stage.workspace);
    await page.getByRole("button", { name: "Record a consent" }).click();
    await page.getByLabel("How you know").fill("At the fair on 3 March");
    await page.getByRole("dialog").getByRole("button", { name: "Record a consent" }).click();
    await page.getByText("At the fair on 3 March").waitFor();
    await page.getByRole("dialog").waitFor({ state: "detached" });
    const consents = await stage.call<{ data: object[] }>("GET", `/v1/people/${data[0]!.id}/consents`);
    expect(consents.data).toMatchObject([{ purpose: "marketing", channel: "email", granted: true, source: "At the fair on 3 March" }]);
    await page.getByRole("button", { name: "Add to a program" }).click();
    await page.getByRole("dialog").getByRole("combobox", { name: "Program" }).click();
    await page.getByRole("option").first().click();
    await page.getByRole("dialog").getByRole("button", { name: "Add", exact: true }).click();
    await undo(page, "Takes part now");
    const standing = await stage.call<{ data: { status: string }[] }>("GET", `/v1/people/${data[0]!.id}/standing`);
    expect(standing.data).toMatchObject([{ status: "left" }]);
    await operator.close();
  },
  60_000,
);

browserTest(
  "two entries of one person are shown side by side and joined, an export is a file, and erasing asks for its word",
  async () => {
    const operator = await openConsole(stage);
    const { page } = operator;
    const twin = (await find("Eve Twin")).data[0]!;
    const other = (await find("Eve Other")).data[0]!;
    await operator.open("/people", stage.workspace);
    const inList = page.getByRole("row", { name: /Eve Twin/ });
    await inList.waitFor();
    await operator.open(`/people/${twin.id}`, stage.workspace);
    await page.getByRole("button", { name: "More", exact: true }).click();
    await page.getByRole("menuitem", { name: "Join with another entry" }).click();
    await page.getByRole("combobox", { name: "The other entry" }).fill("Eve Oth");
    await page.getByRole("option", { name: /Eve Other/ }).click();
    await page.getByRole("table", { name: "Both entries" }).getByText("eve@other.example").waitFor();
    const join = page.getByRole("button", { name: "Join for good" });
    await expect.poll(() => join.isDisabled()).toBe(true);
    expect(await severeFindings(page)).toEqual([]);
    await page.getByLabel("Type JOIN to confirm").fill("JOIN");
    await join.click();
    await page.getByText("They are one person now").waitFor();
    await page.getByRole("dialog").waitFor({ state: "detached" });
    expect((await stage.call<{ id: string }>("GET", `/v1/people/${other.id}`)).id).toBe(twin.id);
    await page.getByRole("button", { name: "More", exact: true }).click();
    const [file] = await Promise.all([
      page.waitForEvent("download"),
      page.getByRole("menuitem", { name: "Export everything that is kept" }).click(),
    ]);
    const kept = JSON.parse(fs.readFileSync(await file.path(), "utf8")) as { id: string; identities: object[] };
    expect(kept.id).toBe(twin.id);
    expect(kept.identities.length).toBe(3);
    await page.getByRole("button", { name: "More", exact: true }).click();
    await page.getByRole("menuitem", { name: "Erase this person" }).click();
    await expect.poll(() => page.getByRole("button", { name: "Erase for good" }).isDisabled()).toBe(true);
    await page.getByLabel("Type ERASE to confirm").fill("ERASE");
    // The list's answer takes its time: what the list was before has time to show itself.
    await page.route(/\/v1\/people(\/find|\/search)?(\?|$)/, async (route) => {
      await new Promise((wake) => setTimeout(wake, 1_000));
      await route.continue();
    });
    await page.getByRole("button", { name: "Erase for good" }).click();
    await page.getByRole("heading", { name: "People", level: 1 }).waitFor();
    // Not even for a moment, from what the list was before.
    expect(await inList.count()).toBe(0);
    expect((await find("eve")).data).toEqual([]);
    await operator.open(`/people/${twin.id}`, stage.workspace);
    await page.getByText("This person was erased").waitFor();
    await operator.close();
  },
  90_000,
);

browserTest(
  "a name of 200 letters and one from right to left fit a phone; a company shows its people; a workspace with nobody says what to do",
  async () => {
    const operator = await openConsole(stage, { device: "phone" });
    const { page } = operator;
    for (const name of [LONG, ARABIC]) {
      const { data } = await find(name.slice(0, 60));
      await operator.open(`/people/${data[0]!.id}`, stage.workspace);
      await page.getByRole("heading", { name, level: 1 }).waitFor();
      expect(await page.evaluate("document.documentElement.scrollWidth - innerWidth")).toBeLessThanOrEqual(0);
    }
    expect(await severeFindings(page)).toEqual([]);
    await operator.open("/people/companies", stage.workspace);
    await page.getByRole("row", { name: /Acme/ }).click();
    await page.getByText(ARABIC).waitFor();
    expect(await severeFindings(page)).toEqual([]);
    await operator.open("/people/companies");
    await page.getByText("No company is known yet").waitFor();
    await operator.close();
  },
  60_000,
);
