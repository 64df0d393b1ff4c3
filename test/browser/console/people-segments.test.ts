/** Segments built by hand with a live count, where customers came from, groups that could be asked, and a plan to ask them. */
import { afterAll, beforeAll, expect } from "vitest";
import { severeFindings } from "../../support/axe.ts";
import { browserTest, openConsole } from "../../support/console.ts";
import { type Stage, openStage } from "../../support/stage.ts";

let stage: Stage;
beforeAll(async () => {
  stage = await openStage();
  if (stage.url === undefined) return;
  await stage.publish("direct");
  const events = Array.from({ length: 60 }, (_, i) => ({
    id: `o${i}`,
    type: "purchase",
    person: { user_id: `c${i}`, email: `c${i}@example.com`, name: `Customer ${i}`, attributes: { country: i % 2 === 0 ? "DE" : "FR" } },
    order: { id: `o${i}`, total: 1000 + i * 100, currency: "USD" },
    context: { channel: i % 4 === 0 ? "a friend" : "search" },
  }));
  await stage.call("POST", "/v1/events", { events });
  for (let i = 0; i < 12; i++)
    await stage.call("POST", `/v1/people/user_id:c${i}/consents`, {
      purpose: "marketing",
      channel: "email",
      granted: true,
      wording: "newsletter",
      source: "checkout",
    });
});
afterAll(async () => {
  await stage.close();
});

browserTest(
  "a segment is built by hand, counts as it is built, says itself in words, survives a reload, and the list of people knows it",
  async () => {
    const operator = await openConsole(stage);
    const { page } = operator;
    await operator.open("/people/segments", stage.workspace);
    await page.getByText("No segment yet").waitFor();
    expect(await severeFindings(page)).toEqual([]);
    await page.getByRole("link", { name: "New segment" }).first().click();
    await page.getByRole("status").getByText("60 people").waitFor();
    await page.getByLabel("Name", { exact: false }).first().fill("Big Germans");
    await page.getByRole("button", { name: "Add a condition" }).click();
    await page.getByRole("combobox", { name: "Field" }).click();
    await page.getByRole("option", { name: "Country" }).click();
    await page.getByRole("textbox", { name: "Value" }).fill("DE");
    await page.getByText("30 people").waitFor();
    await page.getByRole("button", { name: "Add a condition" }).click();
    await page.getByRole("combobox", { name: "Field" }).nth(1).click();
    await page.getByRole("option", { name: "Ordered for" }).click();
    await page.getByRole("textbox", { name: "Value" }).nth(1).fill("60");
    await page.getByText("5 people").waitFor();
    await page.getByText(/In words: Country is DE and Ordered for is at least \$60\.00/).waitFor();
    expect(await severeFindings(page)).toEqual([]);
    await page.reload();
    await page.getByText("5 people").waitFor();
    await page.getByRole("button", { name: "Save" }).click();
    await page.getByRole("heading", { name: "Big Germans", level: 1 }).waitFor();
    const { data } = await stage.call<{ data: { id: string; name: string }[] }>("GET", "/v1/segments");
    expect(data).toMatchObject([
      { name: "Big Germans", filter: { all: [{ "person.country": { eq: "DE" } }, { "person.value": { gte: "60.00 USD" } }] } },
    ]);
    await page.getByRole("link", { name: "See the people" }).click();
    await page.getByRole("row", { name: /Customer 58/ }).waitFor();
    await expect.poll(() => page.locator("tbody tr.gv-row").count()).toBe(5);
    await expect.poll(() => new URL(page.url()).searchParams.get("segment")).toBe(data[0]!.id);
    await operator.open(`/people/segments/${data[0]!.id}`, stage.workspace);
    await page.getByRole("button", { name: "Delete" }).click();
    await page.getByRole("dialog").getByRole("button", { name: "Delete" }).click();
    await page.getByText("No segment yet").waitFor();
    await operator.close();
  },
  90_000,
);

browserTest(
  "1,000 answers with 18 % for a friend show 15.7 to 20.5 %; orders are counted by their channel; one count is the baseline",
  async () => {
    const operator = await openConsole(stage);
    const { page } = operator;
    await operator.open("/people/sources", stage.workspace);
    await page.getByText("Nothing was counted yet").waitFor();
    expect(await severeFindings(page)).toEqual([]);
    await page.getByRole("button", { name: "Count sources" }).click();
    await page.getByLabel("Sources", { exact: true }).fill("a friend, 180\nsearch, 520\nadvert, 300");
    await page.getByText("3 sources, 1,000 in all").waitFor();
    await page.getByRole("button", { name: "Count and keep" }).click();
    const row = page.getByRole("row", { name: /a friend/ });
    await row.waitFor();
    await expect.poll(() => row.textContent()).toMatch(/180.*18\.0%.*15\.7% to 20\.5%/);
    await page.getByRole("dialog").waitFor({ state: "detached" });
    await page.getByRole("button", { name: "Count sources" }).click();
    await page.getByRole("dialog").getByLabel("Name").fill("Orders so far");
    await page.getByRole("dialog").getByText("Orders", { exact: true }).click();
    await page.getByRole("button", { name: "Count and keep" }).click();
    await page.getByText(/Orders so far: 25\.0% by somebody/).waitFor();
    await page.getByRole("button", { name: "Make it the baseline" }).click();
    await page.getByText(/Before the program: 18\.0% by somebody/).waitFor();
    const { data } = await stage.call<{ data: { name: string; baseline: boolean }[] }>("GET", "/v1/source-audits");
    expect(data.filter((each) => each.baseline).map((each) => each.name)).toEqual(["Orders so far"]);
    await operator.close();
  },
  90_000,
);

browserTest(
  "a group of customers and a club make a plan of 20 mails and 5 notes a week; who was asked and joined is counted",
  async () => {
    const operator = await openConsole(stage);
    const { page } = operator;
    await stage.call("POST", "/v1/segments", { name: "Everybody", filter: {} });
    await operator.open("/people/sources", stage.workspace);
    await page.getByRole("button", { name: "Add a group" }).click();
    await page.getByRole("combobox", { name: "Segment" }).click();
    await page.getByRole("option", { name: "Everybody" }).click();
    await page.getByLabel("Who looks after it").fill("Kim");
    await page.getByRole("dialog").getByRole("button", { name: "Save" }).click();
    await page.getByRole("row", { name: /Everybody.*60.*12.*Kim/ }).waitFor();
    await stage.call("POST", "/v1/source-groups", { kind: "communities", name: "Running club", size: 40 });
    await page.reload();
    await page.getByRole("row", { name: /Running club/ }).waitFor();
    await page.getByRole("button", { name: "New plan" }).click();
    const dialog = page.getByRole("dialog");
    await dialog.getByLabel("Name").fill("Spring");
    await dialog.getByRole("combobox", { name: "What they are asked to join" }).click();
    await page.getByRole("option").first().click();
    await dialog.getByRole("combobox", { name: "Groups" }).click();
    await page.getByRole("option", { name: "Everybody" }).click();
    await page.getByRole("option", { name: "Running club" }).click();
    await page.keyboard.press("Escape");
    await dialog.getByRole("button", { name: "Make the calendar" }).click();
    await page.getByRole("heading", { name: "Spring", level: 1 }).waitFor();
    const first = page.getByRole("region", { name: "Week 1" });
    await first.getByText("Write to Running club").waitFor();
    await expect.poll(() => first.getByText("note", { exact: true }).count()).toBe(5);
    expect(await severeFindings(page)).toEqual([]);
    await first.getByRole("button", { name: "Asked" }).nth(1).click();
    await page.getByText("Marked as asked.").waitFor();
    const plans = await stage.call<{ data: { id: string; asked: number }[] }>("GET", "/v1/outreach");
    expect(plans.data[0]).toMatchObject({ asked: 1, joined: 0 });
    const steps = await stage.call<{ data: { state: string; person: string }[] }>("GET", `/v1/outreach/${plans.data[0]!.id}/steps`);
    const asked = steps.data.find((step) => step.state === "asked")!;
    await stage.call("POST", "/v1/advocates", { program: "direct", person: { id: asked.person } });
    await page.reload();
    await page.getByText("After they were asked.").waitFor();
    await expect.poll(() => page.getByText("Joined", { exact: true }).locator("..").textContent()).toContain("Joined1");
    await operator.close();
  },
  90_000,
);
