/** What people read, changed in the console and then read by them: mails, texts, articles, testimonials, terms, resources, snippets. */
import { afterAll, beforeAll, expect } from "vitest";
import { severeFindings } from "../../support/axe.ts";
import { browserTest, noteOf, openConsole, putNotesAway, undo } from "../../support/console.ts";
import { type Stage, openStage } from "../../support/stage.ts";

let stage: Stage;
let code: string;
beforeAll(async () => {
  stage = await openStage();
  if (stage.live === undefined) return;
  const joined = await stage.live.join("friends", { user_id: "mia", email: "mia@friend.example", name: "Mia Meier" });
  code = joined.links[0]!.code;
  await stage.live.api.PATCH("/v1/settings", { body: { settings: { operator_email: "team@shop.example" } } });
});
afterAll(() => stage.close());

const HOSTILE = "<script>alert(1)</script> {{ secret }} 🍇 عنب";

browserTest(
  "a mail's subject is changed in German, seen before it is saved, sent to oneself and to nobody else, and put back",
  async () => {
    const operator = await openConsole(stage, { expected: [/422/] });
    const { page } = operator;
    await operator.open("/content/mails");
    await page.getByLabel("Search").last().fill("joined");
    await page.getByRole("link", { name: /You take part; here is your link/ }).click();
    await page.getByLabel("Language of the preview").selectOption("de");
    const subject = page.getByLabel("Subject");
    await page.getByText("Your own words take the place of ours in Deutsch.").waitFor();
    await subject.fill("Hallo {nobody}");
    await subject.locator("xpath=ancestor::form").getByRole("button", { name: "Save" }).click();
    await page.getByText("The value {nobody} is not given here.").first().waitFor();
    await subject.fill("Schön, dass du da bist 🍇 <b>");
    await page.getByText("Schön, dass du da bist 🍇 <b>").last().waitFor();
    await subject.locator("xpath=ancestor::form").getByRole("button", { name: "Save" }).click();
    await page.getByText("Saved. It is said from now on.").waitFor();
    expect(await severeFindings(page)).toEqual([]);
    await page.getByRole("button", { name: "Send it to me" }).click();
    await page.getByRole("dialog").getByRole("button", { name: "Send it to me" }).click();
    await page.getByText("On its way to team@shop.example.").waitFor();
    const letter = await stage.inbox.waitFor("team@shop.example", /Schön, dass du da bist/);
    expect(letter.subject).toBe("[Test] Schön, dass du da bist 🍇 <b>");
    await page.getByRole("button", { name: "Back to our text" }).first().click();
    await page.getByText("Our text is said again.").waitFor();
    await expect.poll(async () => (await stage.live.api.GET("/v1/settings")).data!.settings["words"]).toEqual({});
    await operator.close();
  },
  90_000,
);

browserTest(
  "a text is found among all, said in one's own words on the real page, and undone; what is no message is told at its field",
  async () => {
    const operator = await openConsole(stage, { expected: [/422/] });
    const { page } = operator;
    await operator.open("/content/texts?section=page");
    await page.getByLabel("Search").last().fill("page.action.shop");
    await page.getByRole("button", { name: /page\.action\.shop/ }).click();
    const own = page.getByLabel("Your own text");
    await own.fill("{business");
    await page.getByRole("button", { name: "Save" }).click();
    await page.getByText("This is no ICU message").waitFor();
    await own.fill(`To {business} ${"<script>"}`);
    await page.getByRole("button", { name: "Save" }).click();
    await page.getByText("Saved. It is said from now on.").waitFor();
    const read = async (): Promise<string> => await (await fetch(`${stage.url}/l/${code}?locale=en`)).text();
    await expect.poll(read, { timeout: 20_000 }).toContain("&lt;script&gt;");
    await page.getByRole("radiogroup", { name: "Which texts" }).getByText("Your own", { exact: true }).click();
    await expect.poll(() => page.getByRole("listitem").count()).toBe(1);
    expect(await severeFindings(page)).toEqual([]);
    await undo(page, "Saved. It is said from now on.");
    await expect.poll(read, { timeout: 20_000 }).not.toContain("&lt;script&gt;");
    await page.getByRole("radiogroup", { name: "Which texts" }).getByText("Missing", { exact: true }).click();
    await page.getByText(/Nothing is missing|Nothing found/).waitFor();
    await operator.close();
  },
  90_000,
);

browserTest(
  "an article is written, read in the portal, hidden, removed and brought back",
  async () => {
    const operator = await openConsole(stage);
    const { page } = operator;
    await operator.open("/content/help?language=de");
    await page.getByRole("button", { name: "Write the first" }).click();
    const form = page.getByRole("dialog");
    await form.getByLabel("Title").fill("Wie erzähle ich es?");
    await form.getByRole("textbox", { name: "Text" }).fill(HOSTILE);
    await form.getByRole("button", { name: "Save" }).click();
    await page.getByText("Saved. It is in the portal.").waitFor();
    const learn = async (): Promise<{ title: string; text: string }[]> =>
      (await stage.live.api.GET("/v1/portal/learn", { params: { query: { program: "friends", person: "user_id:mia", locale: "de" } } }))
        .data!.articles;
    await expect.poll(learn).toMatchObject([{ title: "Wie erzähle ich es?", text: HOSTILE }]);
    await page.getByLabel("Show “Wie erzähle ich es?”").click({ force: true });
    await expect.poll(learn).toEqual([]);
    await noteOf(page, "Nobody sees it any more.").waitFor();
    await putNotesAway(page);
    await page.getByRole("button", { name: "Remove “Wie erzähle ich es?”" }).click();
    await page.getByText("No articles in this language").waitFor();
    await undo(page, "“Wie erzähle ich es?” is removed.");
    await page.getByText("Wie erzähle ich es?").first().waitFor();
    expect(await severeFindings(page)).toEqual([]);
    await operator.close();
  },
  60_000,
);

browserTest(
  "a testimonial is approved and stands on the landing page; one without consent cannot be, and is refused with a reason",
  async () => {
    const give = (text: string, consent: boolean) =>
      stage.live.api.POST("/v1/testimonials", {
        body: { program: "friends", person: "user_id:mia", text, rating: 5, shown_as: "Mia <M.>", consent } as never,
      });
    await give(`The best beans. ${HOSTILE}`, true);
    await give("Do not show this.", false);
    const operator = await openConsole(stage);
    const { page } = operator;
    await operator.open("/content/testimonials");
    const secret = page.getByRole("listitem").filter({ hasText: "Do not show this." });
    expect(await secret.getByRole("button", { name: "Approve" }).count()).toBe(0);
    expect(await severeFindings(page)).toEqual([]);
    await secret.getByRole("button", { name: "Refuse" }).click();
    await page.getByLabel("Why").fill("No consent.");
    await page.getByRole("dialog").getByRole("button", { name: "Refuse" }).click();
    await page.getByText("Refused. Nothing is given for it.").waitFor();
    await page.getByRole("listitem").filter({ hasText: "The best beans." }).getByRole("button", { name: "Approve" }).click();
    await page.getByRole("dialog").getByRole("button", { name: "Approve" }).click();
    await page.getByText("Approved. It is on the landing pages now.").waitFor();
    const html = async (): Promise<string> => await (await fetch(`${stage.url}/l/${code}`)).text();
    await expect.poll(html, { timeout: 20_000 }).toContain("The best beans.");
    expect(await html()).not.toContain("<script>alert(1)");
    expect(await html()).not.toContain("Do not show this.");
    await operator.close();
  },
  60_000,
);

browserTest(
  "new terms: what happens is said before, they are numbered when published, who accepted earlier ones is counted and written to",
  async () => {
    await stage.live.api.POST("/v1/programs/{program}/terms/accept", {
      params: { path: { program: "friends" } },
      body: { person: "user_id:mia", language: "en" },
    });
    const operator = await openConsole(stage);
    const { page } = operator;
    await operator.open("/content/terms?program=friends");
    await page.getByText("Accepted by: 1").waitFor();
    const terms = page.getByLabel("Terms in English");
    await terms.fill(`${await terms.inputValue()}\n\nAnd be kind. ${HOSTILE}`);
    await page.getByText(/These become terms 2/).waitFor();
    await page.getByText(/Who accepted earlier ones \(1\)/).waitFor();
    expect(await severeFindings(page)).toEqual([]);
    await page.getByRole("button", { name: "Save draft" }).click();
    await page.getByText("People still see version").waitFor();
    await page.getByRole("button", { name: "Publish" }).click();
    await page.getByRole("dialog").getByRole("button", { name: "Publish" }).click();
    await page.getByText("Terms 2").waitFor();
    const letter = await stage.inbox.waitFor("mia@friend.example", /terms/i);
    expect(letter.html).not.toContain("<script>");
    const page2 = await (await fetch(`${stage.url}/l/${code}/terms`)).text();
    expect(page2).toContain("And be kind.");
    expect(page2).not.toContain("<script>alert(1)");
    await operator.close();
  },
  90_000,
);

browserTest(
  "guidelines and things to use are written, moved, and found by a member under Learn",
  async () => {
    const operator = await openConsole(stage);
    const { page } = operator;
    await operator.open("/content/resources?program=friends");
    await page.getByLabel("What to say, and what not").fill(`Be honest. ${HOSTILE}`);
    for (const name of ["Logo", "Film"]) {
      await page.getByRole("button", { name: "Add one" }).click();
      await page.getByLabel("Name").last().fill(name);
      await page.getByLabel("Address").last().fill(`https://shop.example/${name}`);
      await page.getByLabel("Kind").last().selectOption("file");
    }
    await page.getByRole("button", { name: "Film: up" }).click();
    expect(await severeFindings(page)).toEqual([]);
    await page.getByRole("button", { name: "Save draft" }).click();
    await page.getByText("People still see version").waitFor();
    await page.getByRole("button", { name: "Publish" }).click();
    await page.getByRole("dialog").getByRole("button", { name: "Publish" }).click();
    await page.getByText("This is live, in version").waitFor();
    const { data } = await stage.live.api.GET("/v1/portal/learn", { params: { query: { program: "friends", person: "user_id:mia" } } });
    expect(data!.guidelines[0]!.text).toContain("Be honest.");
    expect(data!.assets.map((each) => each.name)).toEqual(["Film", "Logo"]);
    await operator.close();
  },
  60_000,
);

browserTest(
  "a snippet has the workspace's own key, name and program in it, and the real piece can be tried",
  async () => {
    const operator = await openConsole(stage);
    const { page } = operator;
    await operator.open("/content/snippets?program=friends");
    const code = page.getByRole("region", { name: "gv.js" }).last();
    await code.getByText(`data-workspace="${stage.liveWorkspace}" data-program="friends"`).waitFor();
    await code.getByText(stage.product.info["publishable_key"] ?? "none").waitFor();
    await page.getByRole("button", { name: /^Floating button/ }).click();
    const tried = page.frameLocator('iframe[title="The snippet at work"]');
    await tried.getByRole("button", { name: "Tell a friend" }).press("Enter");
    await tried.getByRole("dialog").waitFor();
    expect(await severeFindings(page)).toEqual([]);
    await page.getByRole("button", { name: /^Newsletter block/ }).click();
    await page.frameLocator('iframe[title="Newsletter block"]').getByText("Forward this link:").waitFor();
    await operator.close();
  },
  60_000,
);
