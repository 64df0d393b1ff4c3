/** Boards: cards move by mouse, by keyboard and by menu; what is refused goes back; who is not on a case is told so kindly. */
import type { Page } from "playwright-core";
import { afterAll, beforeAll, expect } from "vitest";
import { severeFindings } from "../../support/axe.ts";
import { browserTest, openConsole } from "../../support/console.ts";
import { type Stage, openStage } from "../../support/stage.ts";

// oxlint-disable-next-line typescript/no-explicit-any
type Loose = any;
/** On a machine that does other things besides. */
const SOON = { timeout: 10_000 };
let stage: Stage;
const get = (path: string): Promise<Loose> => stage.call("GET", path);
const post = (path: string, body: unknown): Promise<Loose> => stage.call("POST", path, body);
const deals = new Map<string, string>();

async function deal(name: string): Promise<void> {
  const contact = { email: `${name.toLowerCase()}@example.com`, name };
  const claim = await post("/v1/claims", { program: "partner", deal: name, claimants: [{ person: "user_id:mar" }], contact });
  deals.set(name, (await post(`/v1/claims/${claim.id}/approve`, {})).referral);
}

beforeAll(async () => {
  stage = await openStage();
  if (stage.call === undefined) return;
  await stage.publish("partner", { advocates: { join: "automatic" } } as never);
  await stage.publish("pipeline");
  await post("/v1/advocates", { program: "partner", person: { user_id: "mar", email: "mar@example.com", name: "Maria Kowalska" } });
  await post("/v1/programs/partner/terms/accept", { person: "user_id:mar" });
  for (const name of ["Bakery", "Hotel", "Brewery"]) await deal(name);
  await post("/v1/people", { user_id: "jo", email: "jo@example.com", name: "Jo Berg" });
}, 90_000);
afterAll(async () => {
  await stage.close();
});

const column = (page: Page, name: string) => page.getByRole("region", { name, exact: true });
const card = (page: Page, name: string) => page.getByRole("article").filter({ hasText: name });
/** Each move has its own way back: the one of this move, whether it is there yet or not. */
const toast = (page: Page, said: string) => page.getByRole("alert").filter({ hasText: said });
const stageOf = async (name: string): Promise<string> => (await get(`/v1/referrals/${deals.get(name)}`)).stage;

browserTest(
  "a deal is moved by mouse after a yes to what follows, by keyboard, and by its menu with a value that is paid for",
  async () => {
    const operator = await openConsole(stage);
    const { page } = operator;
    await operator.open("/referrals/boards/partner", stage.workspace);
    await card(page, "Bakery").waitFor();
    expect(await severeFindings(page)).toEqual([]);
    await card(page, "Bakery").dragTo(column(page, "Meeting"));
    await page.getByRole("dialog").getByRole("button", { name: "Move" }).click();
    await column(page, "Meeting").getByText("Bakery").waitFor();
    await expect.poll(() => stageOf("Bakery"), SOON).toBe("meeting");

    await page.getByRole("button", { name: "Move Hotel", exact: true }).focus();
    await page.keyboard.press("Space");
    await page.keyboard.press("ArrowRight");
    await page.keyboard.press("Space");
    await page.getByRole("dialog").getByRole("button", { name: "Move" }).click();
    await expect.poll(() => stageOf("Hotel"), SOON).toBe("meeting");

    await page.getByRole("button", { name: "Where to move Bakery" }).click();
    await page.getByRole("menuitem", { name: "Move to Won" }).click();
    await page.getByText("These rules pay for it at once: commission.").waitFor();
    await page.getByRole("dialog").getByLabel("Value").fill("1000");
    await page.getByRole("dialog").getByRole("button", { name: "Move" }).click();
    await expect.poll(() => stageOf("Bakery"), SOON).toBe("won");
    const [reward] = (await get("/v1/rewards?program=partner")).data;
    expect(reward.value).toEqual({ amount: 12_000, currency: "USD" });

    // Taken back: the deal stands where it stood, and what it paid goes back.
    await toast(page, "Bakery moved to Won.").getByRole("button", { name: "Undo" }).click();
    await column(page, "Meeting").getByText("Bakery").waitFor();
    await expect.poll(() => stageOf("Bakery"), SOON).toBe("meeting");
    await expect.poll(async () => (await get(`/v1/rewards/${reward.id}`)).state, SOON).toBe("reversed");
    await operator.close();
  },
  60_000,
);

browserTest(
  "deals of one's own are listed, filtered, and lead to the card of whoever was referred",
  async () => {
    const operator = await openConsole(stage);
    const { page } = operator;
    await operator.open("/referrals/deals", stage.workspace);
    await page.getByText("No deals of your own are known").waitFor();
    const ours = (id: string, body: object): Promise<Loose> => stage.call("PUT", `/v1/deals/${id}`, body);
    await ours("crm-1", { contact: { email: "hotel@example.com" }, status: "lost" });
    await ours("crm-2", { contact: { email: "new@example.com", name: "Nora New" } });
    await operator.openAnew("/referrals/deals", stage.workspace);
    const row = (id: string) => page.getByRole("row").filter({ hasText: id });
    await row("crm-2").getByText("Nobody referred it").waitFor();
    expect(await severeFindings(page)).toEqual([]);
    await page.getByRole("combobox", { name: "State" }).click();
    await page.getByRole("option", { name: "Lost" }).click();
    await row("crm-2").waitFor({ state: "detached" });
    expect(new URL(page.url()).search).toContain("status=lost");
    await row("crm-1")
      .getByRole("link", { name: /Meeting/ })
      .click();
    await page.getByRole("dialog").getByText("Hotel").first().waitFor();
    expect(new URL(page.url()).searchParams.get("card")).toBe(deals.get("Hotel"));
    await operator.close();
  },
  60_000,
);

browserTest(
  "of two who move one card the second is told, and sees it where it is",
  async () => {
    const expected = [/409/, /v1\/stream/];
    const [one, two] = [await openConsole(stage, { expected }), await openConsole(stage, { expected })];
    for (const each of [one, two]) {
      await each.open("/referrals/boards/partner", stage.workspace);
      await card(each.page, "Brewery").waitFor();
      // News would show the second what the first did before she can act on what she saw.
      await each.page.route("**/v1/stream", (route) => route.abort());
    }
    for (const [{ page }, to] of [
      [one, "Meeting"],
      [two, "Lost"],
    ] as const) {
      await page.getByRole("button", { name: "Where to move Brewery" }).click();
      await page.getByRole("menuitem", { name: `Move to ${to}` }).click();
    }
    await one.page.getByRole("dialog").getByRole("button", { name: "Move" }).click();
    await expect.poll(() => stageOf("Brewery"), SOON).toBe("meeting");
    await two.page.getByRole("dialog").getByRole("button", { name: "Move" }).click();
    await two.page.getByText("Somebody else was faster").waitFor();
    await column(two.page, "Meeting").getByText("Brewery").waitFor();
    expect(await stageOf("Brewery")).toBe("meeting");
    await one.close();
    await two.close();
  },
  60_000,
);

browserTest(
  "a case is opened, moved, undone, moved back with a reason, noted in its drawer and closed",
  async () => {
    const operator = await openConsole(stage);
    const { page } = operator;
    await operator.open("/referrals/boards/pipeline", stage.workspace);
    await page.getByRole("button", { name: "Open a case" }).click();
    const dialog = page.getByRole("dialog");
    for (const [label, name] of [
      ["Whom it is about", "Jo Berg"],
      ["Owner", "Maria Kowalska"],
    ] as const) {
      await dialog.getByLabel(label).fill(name);
      await page
        .getByRole("option", { name: new RegExp(name) })
        .first()
        .click();
    }
    await dialog.getByRole("button", { name: "Open a case" }).click();
    await page.getByRole("heading", { name: "What happened" }).waitFor();
    const id = new URL(page.url()).searchParams.get("card") ?? "";
    expect(id).toMatch(/^cas_/);
    await page.getByLabel("Note", { exact: true }).fill("Called her parents.");
    await page.getByRole("button", { name: "Add the note" }).click();
    await page.getByRole("dialog").getByText("Called her parents.").last().waitFor();
    expect(await severeFindings(page)).toEqual([]);
    await page.getByRole("dialog", { name: "Case" }).getByLabel("Close").click();

    await page.getByRole("button", { name: "Where to move Jo Berg" }).click();
    await page.getByRole("menuitem", { name: "Move to Information" }).click();
    await column(page, "Information").getByText("Jo Berg").waitFor();
    await toast(page, "Jo Berg moved to Information.").getByRole("button", { name: "Undo" }).click();
    await column(page, "Concern").getByText("Jo Berg").waitFor();
    // Each column is read by itself: for a moment the card stands in both.
    await column(page, "Information").getByText("Jo Berg").waitFor({ state: "detached" });
    await page.getByRole("button", { name: "Where to move Jo Berg" }).click();
    await page.getByRole("menuitem", { name: "Move to Strategies" }).click();
    await page.getByRole("dialog").getByLabel("Why").fill("The team has met already.");
    await page.getByRole("dialog").getByRole("button", { name: "Move" }).click();
    await column(page, "Strategies").getByText("Jo Berg").waitFor();
    await operator.open(`/referrals/boards/pipeline?card=${id}`, stage.workspace);
    await page.getByText("The team has met already.").waitFor();
    await page.getByText("Moved from concern to strategies").waitFor();
    await page.getByRole("button", { name: "Close the case" }).click();
    await page.getByLabel("Why").last().fill("She moved away.");
    await page.getByRole("dialog").last().getByRole("button", { name: "Close the case" }).click();
    await page.getByText("The case is closed.").waitFor();
    await operator.close();
  },
  60_000,
);

browserTest(
  "who is not on a case is told that she is not, and nothing of it",
  async () => {
    const other = await post("/v1/cases", { program: "pipeline", person: "user_id:jo", owner: "user_id:mar", text: "quittenfall" });
    const operator = await openConsole(stage, { device: "phone", expected: [/404/] });
    const { page } = operator;
    await operator.open(`/referrals/boards/pipeline?card=${other.id}`, stage.workspace);
    await page.getByText("You are not on this case").waitFor();
    expect(await page.textContent("body")).not.toContain("quittenfall");
    expect(await severeFindings(page)).toEqual([]);
    await operator.close();
  },
  60_000,
);

browserTest(
  "a column of more than a hundred cards shows the first and asks for the rest",
  async () => {
    const stages = [
      { key: "signup", on: "signup", name: "Signed up" },
      { key: "order", on: "purchase" },
      { key: "won", on: "stage" },
    ];
    await stage.publish("direct", { stages } as never);
    const { links } = await post("/v1/advocates", { program: "direct", person: { user_id: "mar" } });
    const events = Array.from({ length: 105 }, (_, i) => ({
      type: "signup",
      person: { user_id: `many-${i}` },
      referral: { code: links[0].code },
    }));
    await post("/v1/events", { events });
    const operator = await openConsole(stage);
    const { page } = operator;
    await operator.open("/referrals/boards", stage.workspace);
    await page.locator('a[href$="/boards/direct"]').click();
    const registered = column(page, "Signed up");
    await registered.getByText("100+").waitFor();
    await registered.getByRole("button", { name: "More" }).click();
    await registered.getByText("105", { exact: true }).waitFor();
    await operator.close();
  },
  60_000,
);
