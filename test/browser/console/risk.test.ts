/** Risk in the console: reviews by keyboard and in bulk, lists, and a policy that is tried on the past before it is put in force. */
import { afterAll, beforeAll, expect } from "vitest";
import { severeFindings } from "../../support/axe.ts";
import { proveBooks } from "../../support/console-money.ts";
import { browserTest, openConsole, undo } from "../../support/console.ts";
import { saved } from "../../support/files.ts";
import { type Stage, openStage } from "../../support/stage.ts";

/** Runs in the page, whose policy allows no text to be run as a script. */
function hasFocus(box: unknown): boolean {
  const found = box as { ownerDocument: { activeElement: unknown } };
  return found === found.ownerDocument.activeElement;
}

let stage: Stage;
const GUARDED = {
  key: "guarded",
  kind: "direct",
  name: "Guarded",
  stages: ["order"],
  qualifies_at: "order",
  destination: "https://shop.example/",
  terms: { en: "Ten percent." },
  disclosure: { en: "I get 10 %." },
  risk: { hold_at: 50 },
  rewards: [{ key: "thanks", when: { stage: "order" }, to: "advocate", give: { cash: { percent: 10, of: "order.total" } } }],
};

beforeAll(async () => {
  stage = await openStage();
  if (stage.url === undefined) return;
  await stage.call("PUT", "/v1/programs/guarded", GUARDED);
  await stage.call("POST", "/v1/programs/guarded/publish");
  const person = { user_id: "ann", name: "Ann" };
  const { links } = await stage.call<{ links: { code: string }[] }>("POST", "/v1/advocates", { program: "guarded", person });
  const events = Array.from({ length: 6 }, (_, i) => ({
    id: `order-${i}`,
    type: "purchase",
    person: { user_id: `friend-${i}`, name: `Friend ${i}`, email: `f${i}@${i < 5 ? "mailinator.com" : "shop.example"}` },
    referral: { code: links[0]!.code },
    order: { id: `o-${i}`, total: 8000, currency: "USD" },
  }));
  await stage.call("POST", "/v1/events", { events });
  await stage.advance("1h");
});
afterAll(async () => {
  if (stage?.url !== undefined) await proveBooks(stage);
  await stage?.close();
});

type Reviews = { data: { id: string; friend: string; state: string; note: string | null }[] };
const reviews = async (state: string) => (await stage.call<Reviews>("GET", `/v1/reviews?state=${state}`)).data;

browserTest(
  "a review is opened, left, approved and refused by keyboard alone, and the next one follows by itself",
  async () => {
    const operator = await openConsole(stage);
    const { page } = operator;
    await operator.open("/risk", stage.workspace);
    await page.getByRole("row", { name: /Friend 4/ }).waitFor();
    // In the order of the queue: what was scored together stands in an order of its own.
    const texts = await page.getByRole("row", { name: /recommended by/ }).allTextContents();
    const [first = "", second = "", third = ""] = texts.map((text) => /Friend \d/.exec(text)![0]);
    expect(await severeFindings(page)).toEqual([]);
    await page.getByRole("row", { name: new RegExp(first) }).focus();
    await page.keyboard.press("Enter");
    await page.getByRole("heading", { level: 1, name: first }).waitFor();
    await page.getByText("throw-away").first().waitFor();
    await page.getByRole("region", { name: "The advocate" }).getByRole("link", { name: "Ann" }).waitFor();
    expect(await severeFindings(page)).toEqual([]);
    await page.keyboard.press("j");
    await page.getByRole("heading", { level: 1, name: second }).waitFor();
    await page.keyboard.press("k");
    await page.getByRole("heading", { level: 1, name: first }).waitFor();
    await page.keyboard.press("a");
    const note = page.getByRole("dialog").getByLabel("For your colleagues");
    await expect.poll(() => note.evaluate(hasFocus).catch(() => false)).toBe(true);
    await page.keyboard.type("Spoke on the phone.");
    await page.keyboard.press("Enter");
    await page.getByRole("heading", { level: 1, name: second }).waitFor();
    await page.keyboard.press("r");
    await page
      .getByRole("dialog")
      .getByText(/taken back/)
      .waitFor();
    expect(await severeFindings(page)).toEqual([]);
    await expect.poll(() => note.evaluate(hasFocus).catch(() => false)).toBe(true);
    await page.keyboard.type("The same household.");
    await page.keyboard.press("Enter");
    await page.getByRole("heading", { level: 1, name: third }).waitFor();
    const notes = async (state: string) => (await reviews(state)).map((each) => each.note);
    await expect.poll(() => notes("approved")).toEqual(["Spoke on the phone."]);
    await expect.poll(() => notes("refused")).toEqual(["The same household."]);
    const rewards = async (): Promise<string[]> => {
      const { data } = await stage.call<{ data: { state: string }[] }>("GET", "/v1/rewards?program=guarded");
      return data.map((each) => each.state).toSorted();
    };
    await expect.poll(rewards).toEqual(["available", "available", "denied", "pending", "pending", "pending"]);
    await operator.close();
  },
  60_000,
);

for (const [locale, said] of Object.entries({
  de: {
    doubt: /Wegwerfadresse/,
    decided: / bekommt nach der Regel „thanks“ 8,00/,
    finding: /Füge die Bedingungen hinzu/,
    wrong: /Ein eigener Hostname/,
  },
  ar: { doubt: /عنوان بريد الصديق مؤقت/, decided: /بالقاعدة «\u2068thanks\u2069» على/, finding: /أضف الشروط/, wrong: /اسم مضيف تملكه/ },
}))
  browserTest(
    `what the server says is read in the operator's language: ${locale}`,
    async () => {
      const bare = { key: "bare", kind: "direct", name: "Bare", stages: ["order"], qualifies_at: "order", rewards: [] };
      await stage.call("PUT", "/v1/programs/bare", { ...bare, destination: "https://shop.example/" });
      const [first] = await reviews("open");
      const { data } = await stage.call<{ data: { id: string }[] }>("GET", "/v1/referrals?program=guarded&limit=1");
      const operator = await openConsole(stage, { locale, expected: [/422/] });
      const { page } = operator;
      await operator.open(`/risk/${first!.id}`, stage.workspace);
      await page.getByText(said.doubt).first().waitFor();
      await operator.open(`/referrals/${data[0]!.id}`, stage.workspace);
      await page.getByText(said.decided).first().waitFor();
      await operator.open("/programs/bare/publish", stage.workspace);
      await page.getByText(said.finding).first().waitFor();
      await operator.open("/settings/domains", stage.workspace);
      await page.getByPlaceholder("refer.your-shop.example").fill("https://no");
      await page.keyboard.press("Enter");
      await page.getByRole("alert").getByText(said.wrong).waitFor();
      await operator.close();
    },
    60_000,
  );

browserTest(
  "the rest is refused at once, somebody is blocked with the way back, and a domain put on the list",
  async () => {
    const operator = await openConsole(stage);
    const { page } = operator;
    const [first] = await reviews("open");
    await operator.open(`/risk/${first!.id}`, stage.workspace);
    await page.getByRole("button", { name: "Block the friend" }).click();
    await page.getByText("Blocked: later referrals with it are refused.").waitFor();
    const listed = async () => (await stage.call<{ data: { kind: string; value: string }[] }>("GET", "/v1/lists")).data;
    expect(await listed()).toMatchObject([{ kind: "person", value: first!.friend }]);
    await undo(page, "Blocked: later referrals with it are refused.");
    await expect.poll(listed).toEqual([]);
    await operator.open("/risk", stage.workspace);
    await page.getByLabel("All 3 shown").check();
    await page.getByRole("group", { name: "Decide many" }).getByRole("button", { name: "Refuse" }).click();
    await page.getByRole("dialog").getByRole("button", { name: "Refuse" }).click();
    await page.getByText("Nothing waits for you").waitFor();
    await expect.poll(() => reviews("open")).toEqual([]);
    await operator.open("/risk/lists", stage.workspace);
    await page.getByRole("button", { name: "Add to a list" }).first().click();
    await page.getByRole("dialog").getByLabel("Which").fill("mailinator.com");
    expect(await severeFindings(page)).toEqual([]);
    await page.getByRole("dialog").getByRole("button", { name: "Add" }).click();
    await page.getByRole("row", { name: /mailinator\.com/ }).waitFor();
    await expect.poll(listed).toMatchObject([{ kind: "email_domain", value: "mailinator.com" }]);
    expect(await severeFindings(page)).toEqual([]);
    await operator.close();
  },
  60_000,
);

browserTest(
  "another policy shows what it would have made of the past month, and is in force once it is saved",
  async () => {
    const operator = await openConsole(stage);
    const { page } = operator;
    await operator.open("/risk/policy?program=guarded", stage.workspace);
    await page.getByText("none would have been judged otherwise").waitFor();
    await page.getByLabel("Wait for a review from").fill("90");
    await page.getByText(/5 referrals of 6 would have been judged otherwise/).waitFor();
    await page.getByText("Of 4 that you refused it would have stopped 0; of 1 that you let through, 0.").waitFor();
    expect(await severeFindings(page)).toEqual([]);
    await page.getByRole("button", { name: "Put in force" }).click();
    await page.getByText("In force from now on.").waitFor();
    const { definition } = await stage.call<{ definition: { risk: { hold_at: number } } }>("GET", "/v1/programs/guarded");
    expect(definition.risk.hold_at).toBe(90);
    await operator.close();
  },
  60_000,
);

browserTest(
  "accounts on one device stand as a ring with its evidence, are drawn, and lead to their reviews",
  async () => {
    // A program of its own: the other one lets them pass by now.
    await stage.call("PUT", "/v1/programs/ringed", { ...GUARDED, key: "ringed", name: "Ringed" });
    await stage.call("POST", "/v1/programs/ringed/publish");
    const person = { user_id: "ann" };
    const { links } = await stage.call<{ links: { code: string }[] }>("POST", "/v1/advocates", { program: "ringed", person });
    const events = [0, 1, 2].map((i) => ({
      id: `ring-${i}`,
      type: "purchase",
      person: { user_id: `ring-${i}`, name: `Ring ${i}` },
      referral: { code: links[0]!.code },
      order: { id: `ring-${i}`, total: 8000, currency: "USD" },
      context: { device_id: "tablet-1" },
    }));
    await stage.call("POST", "/v1/events", { events });
    // What they share is known once they were judged.
    await stage.advance("1h");
    const operator = await openConsole(stage);
    const { page } = operator;
    await operator.open("/risk/rings?grade=10", stage.workspace);
    const ring = page.getByRole("region", { name: "3 accounts" });
    await ring.getByText("3 accounts hang together.").waitFor();
    await page.getByText(/friends refused, .* let through/).waitFor();
    await ring.getByRole("button", { name: "Look at it" }).click();
    await ring.getByRole("img", { name: "3 accounts that share 1 thing. 0 referrals between them." }).waitFor();
    expect((await saved(page, ring.getByRole("button", { name: /^Save as picture/ }))).subarray(1, 4).toString()).toBe("PNG");
    expect((await saved(page, ring.getByRole("button", { name: /^Save as CSV/ }))).toString("utf8")).toContain(",Ring 2,a device,");
    const accounts = ring.getByRole("table", { name: "Accounts of the group" });
    expect(await severeFindings(page)).toEqual([]);
    await accounts
      .getByRole("row", { name: /Ring 2/ })
      .getByRole("link", { name: "Decide" })
      .click();
    await page.getByText("Ring 2").first().waitFor();
    await page.getByText("What they share, and when").waitFor();
    await operator.close();
  },
  60_000,
);
