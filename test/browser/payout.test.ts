/** Where her money goes, as she says it on her phone: mistyped, mended, shown again as a hint, forgotten. */
import { afterAll, beforeAll, expect } from "vitest";
import { browserTest } from "../support/browser.ts";
import { carry, signIn } from "../support/member.ts";
import { type Stage, openStage } from "../support/stage.ts";

let stage: Stage;
beforeAll(async () => {
  stage = await openStage();
  if (stage.client !== undefined) await stage.publish("direct");
});
afterAll(() => stage.close());

browserTest(
  "an account is said once, a mistyped one is named, and she sees its end alone",
  async () => {
    const cookie = await signIn(stage, { email: "kim@example.com", program: "direct" });
    const visitor = await stage.browser.visitor({ expected: [/422/] });
    await carry(visitor, stage, cookie);
    const { page } = visitor;
    await page.goto(`${stage.url}/p/${stage.workspace}/direct`);
    await page.getByLabel("I have read the terms").check();
    await page.getByRole("button", { name: "Join" }).click();
    const link = page.getByRole("textbox", { name: "Your link" });
    await link.waitFor();
    const code = (await link.inputValue()).split("/").at(-1)!;
    const order = { id: "1", total: 50_000, currency: "USD" };
    await stage.client.events.track({ id: "o-1", type: "purchase", person: { user_id: "buyer" }, order, referral: { code } });
    await page.reload();
    await page.getByRole("link", { name: "Rewards" }).click();
    await page.getByLabel("Name on the account").fill("Kim Lee");
    await page.getByLabel("IBAN or account number").fill("DE89 3704 0044 0532 0130 01");
    await page.getByRole("button", { name: "Save" }).click();
    await page.getByRole("alert").waitFor();
    await expect.poll(() => page.getByLabel("IBAN or account number").getAttribute("aria-invalid")).toBe("true");
    await visitor.picture("payout-wrong");
    await page.getByLabel("IBAN or account number").fill("DE89 3704 0044 0532 0130 00");
    await page.getByRole("button", { name: "Save" }).click();
    await page.getByText("Your money goes to •••• 3000.").waitFor();
    await visitor.picture("payout");
    await page.reload();
    await page.getByText("Your money goes to •••• 3000.").click();
    await expect.poll(() => page.getByLabel("IBAN or account number").inputValue()).toBe("");
    await page.getByRole("button", { name: "Forget it" }).click();
    await page.getByRole("heading", { name: "How money reaches you" }).waitFor();
    await visitor.close();
  },
  60_000,
);
