/** Support's desk: whatever a person gives is turned into what happened, why, words to send, and acts. And the inbox of decisions. */
import { afterAll, beforeAll, expect } from "vitest";
import { severeFindings } from "../../support/axe.ts";
import { browserTest, openConsole, type Operator, undo } from "../../support/console.ts";
import { type Stage, openStage } from "../../support/stage.ts";

// oxlint-disable-next-line typescript/no-explicit-any
type Loose = any;
/** On a machine that does other things besides. */
const SOON = { timeout: 30_000 };
let stage: Stage;
let ann: string;
let code: string;
const get = (path: string): Promise<Loose> => stage.call("GET", path);

const buy = (who: string, order: string, more: object = {}): Promise<Loose> =>
  stage.call("POST", "/v1/events", {
    type: "purchase",
    person: { user_id: who, email: `${who}@example.com`, name: `${who} Marten` },
    order: { id: order, total: 8000, currency: "USD" },
    ...more,
  });

beforeAll(async () => {
  stage = await openStage();
  if (stage.call === undefined) return;
  await stage.publish("direct", { claims: { subject: "order" } } as never);
  await stage.publish("influencer");
  const person = { user_id: "ann", email: "ann@example.com", name: "Ann Larsen" };
  const joined = (await stage.call("POST", "/v1/advocates", { program: "direct", person })) as Loose;
  [ann, code] = [joined.person, joined.links[0].code];
  await buy("ben", "o-1", { referral: { code } });
  await buy("eve", "o-2");
  await buy("finn", "o-3");
});
afterAll(async () => {
  await stage.close();
});

/** Chooses somebody in a field that looks her up. */
async function pick({ page }: Operator, label: string, name: string): Promise<void> {
  const field = page.getByRole("dialog").getByLabel(label);
  await field.fill(name);
  await page
    .getByRole("option", { name: new RegExp(name) })
    .first()
    .click();
}

browserTest(
  "an order number without a link is explained, and attributed by hand with a reason that stands in the audit log",
  async () => {
    const operator = await openConsole(stage);
    const { page } = operator;
    await operator.open("/referrals/desk", stage.workspace);
    await page.getByLabel("E-mail, order number, code or name").fill("o-2");
    await page.getByRole("listitem").filter({ hasText: "Order" }).first().getByRole("button").click();
    await page.getByText("No link, code, invitation or claim ties this person to an advocate.").first().waitFor();
    expect(await severeFindings(page)).toEqual([]);
    await page.getByRole("button", { name: "Attribute by hand" }).click();
    await pick(operator, "Advocate", "Ann");
    await page.getByRole("dialog").getByLabel("Why").fill("She showed us the message.");
    await page.getByRole("dialog").getByRole("button", { name: "Attribute by hand" }).click();
    await page.getByRole("heading", { level: 1, name: "eve Marten's referral" }).waitFor();
    await page.getByText("She showed us the message.").waitFor();
    const eve = await get("/v1/people/user_id:eve");
    const [referral] = (await get(`/v1/referrals?friend=${eve.id}`)).data;
    expect(referral).toMatchObject({ advocate: ann, manual: true });
    expect((await get(`/v1/audit?target=${referral.id}`)).data[0]).toMatchObject({
      action: "referral.created",
      detail: { reason: "She showed us the message." },
    });
    await expect.poll(async () => (await get(`/v1/rewards?friend=${eve.id}`)).data.length, SOON).toBe(1);
    expect(await severeFindings(page)).toEqual([]);
    await operator.close();
  },
  60_000,
);

browserTest(
  "an e-mail leads to the story and to words to send; a reward is granted, undone, and a referral rejected",
  async () => {
    const operator = await openConsole(stage);
    const { page } = operator;
    await operator.open("/referrals/desk", stage.workspace);
    await page.getByLabel("E-mail, order number, code or name").fill("ann@example.com");
    await page.getByRole("listitem").first().waitFor();
    await page.keyboard.press("Enter");
    await page.getByRole("heading", { name: "Words to send" }).waitFor();
    await expect.poll(() => new URL(page.url()).searchParams.get("person")).toBe(ann);
    expect(page.url()).not.toContain("example.com");
    await expect.poll(() => page.locator("[data-told]").first().textContent()).toMatch(/8\.00/);
    const ben = await get("/v1/people/user_id:ben");
    const [referral] = (await get(`/v1/referrals?friend=${ben.id}`)).data;
    await operator.open(`/referrals/${referral.id}`, stage.workspace);
    await page.getByRole("button", { name: "Grant a reward" }).click();
    await page.getByRole("dialog").getByLabel("How much").fill("5");
    await page.getByRole("dialog").getByLabel("Why").fill("For the wait.");
    await page.getByRole("dialog").getByRole("button", { name: "Grant a reward" }).click();
    await undo(page, /has \$5\.00 more/);
    const granted = async (): Promise<Loose> => (await get(`/v1/rewards?person=${ann}&rule=manual`)).data[0];
    await expect.poll(async () => (await granted())?.state, SOON).toBe("reversed");
    await page.getByRole("button", { name: "Reject" }).click();
    await page.getByRole("dialog").getByLabel("Why").fill("He asked us to.");
    await page.getByRole("dialog").getByRole("button", { name: "Reject" }).click();
    await page.getByText("Rejected by hand").waitFor();
    expect((await get(`/v1/referrals/${referral.id}`)).status).toBe("rejected");
    expect((await get(`/v1/rewards?friend=${ben.id}`)).data.map((each: Loose) => each.value.amount)).toEqual([0]);
    await operator.close();
  },
  60_000,
);

browserTest(
  "what nobody knows is met with what to check, and a claim filed by hand is decided in the inbox",
  async () => {
    const operator = await openConsole(stage);
    const { page } = operator;
    await operator.open("/referrals/desk", stage.workspace);
    await page.getByLabel("E-mail, order number, code or name").fill("o-3-mistyped");
    await page.getByText("Check these, one after the other:").waitFor();
    expect(await severeFindings(page)).toEqual([]);
    await page.getByRole("button", { name: "File a claim" }).click();
    await pick(operator, "Who says that she recommended it", "Ann");
    await page.getByRole("dialog").getByLabel("Order number").fill("o-3");
    await page.getByRole("dialog").getByLabel("What proves it").fill("A message from Tuesday.");
    await page.getByRole("dialog").getByRole("button", { name: "File a claim" }).click();
    const row = page.getByRole("article").filter({ hasText: "A message from Tuesday." });
    await row.getByRole("button", { name: "Approve" }).click();
    await page.getByRole("dialog").getByRole("button", { name: "Approve" }).waitFor();
    expect(await severeFindings(page)).toEqual([]);
    await page.getByRole("dialog").getByRole("button", { name: "Approve" }).click();
    const finn = await get("/v1/people/user_id:finn");
    await expect.poll(async () => (await get(`/v1/referrals?friend=${finn.id}`)).data[0]?.advocate, SOON).toBe(ann);
    await operator.close();
  },
  60_000,
);

browserTest(
  "many applications are approved at once, one is refused with words that are kept, and refused people can be let in again",
  async () => {
    for (const each of ["ida", "jon", "kai"]) {
      await stage.call("POST", "/v1/people", { user_id: each, email: `${each}@example.com`, name: each });
      await stage.call("POST", "/v1/portal/join", { program: "influencer", person: `user_id:${each}`, terms: 1, answers: {} });
    }
    expect((await get("/v1/programs/influencer/applications")).data.length).toBe(3);
    const operator = await openConsole(stage);
    const { page } = operator;
    await operator.open("/referrals/inbox?kind=applications", stage.workspace);
    const row = (name: string) => page.getByRole("article").filter({ hasText: name });
    await row("kai").getByRole("button", { name: "Refuse" }).click();
    await page.getByRole("dialog").getByLabel("Your words").fill("Another time.");
    await page.getByRole("dialog").getByRole("button", { name: "Refuse" }).click();
    await row("kai").waitFor({ state: "detached" });
    const notes = async (): Promise<Loose> => (await get("/v1/people/user_id:kai/notes")).data;
    await expect.poll(notes, SOON).toMatchObject([{ text: "Another time." }]);
    await page.getByLabel("Choose all that wait here").check();
    await page.getByRole("button", { name: "Approve 2" }).click();
    await page.getByRole("dialog").getByRole("button", { name: "Approve 2" }).click();
    await page.getByText("Nothing waits").waitFor();
    const states = async (): Promise<string[]> =>
      Promise.all(["ida", "jon", "kai"].map(async (each) => (await get(`/v1/programs/influencer/advocates/user_id:${each}`)).status));
    await expect.poll(states, SOON).toEqual(["active", "active", "refused"]);
    await operator.close();
  },
  60_000,
);

browserTest(
  "the list of referrals is filtered by what stands in its address",
  async () => {
    const operator = await openConsole(stage, { device: "phone" });
    const { page } = operator;
    await operator.open("/referrals?status=rejected", stage.workspace);
    await page.getByRole("row", { name: /ben Marten/ }).waitFor();
    await expect.poll(() => page.getByRole("row").count()).toBe(2);
    expect(await severeFindings(page)).toEqual([]);
    await operator.open("/referrals?stage=nothing", stage.workspace);
    await page.getByRole("button", { name: "Show all" }).click();
    await page.getByRole("row", { name: /eve Marten/ }).waitFor();
    await operator.close();
  },
  60_000,
);
