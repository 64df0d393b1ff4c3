/** The developers' corner, each job done in a browser and its outcome looked up by the API. */
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { afterAll, beforeAll, expect } from "vitest";
import { severeFindings } from "../../support/axe.ts";
import { type Operator, asksAgain, browserTest, openConsole, undo } from "../../support/console.ts";
import { type Stage, openStage } from "../../support/stage.ts";

let stage: Stage;
let operator: Operator;
/** A receiver of webhooks that can be told to fail. */
const received: { id: string; type: string }[] = [];
let answer = 200;
const receiver = createServer((request, response) => {
  let body = "";
  request.on("data", (part: Buffer) => (body += part.toString()));
  request.on("end", () => {
    received.push({ id: String(request.headers["webhook-id"]), type: (JSON.parse(body) as { type: string }).type });
    response.writeHead(answer).end();
  });
});

beforeAll(async () => {
  await new Promise<void>((done) => receiver.listen(0, "127.0.0.1", done));
  stage = await openStage({ GRAPEVINE_OUTGOING_ALLOW: "127.0.0.1" });
  if (stage.url === undefined) return;
  operator = await openConsole(stage, { expected: [/404|422|401/] });
});
afterAll(async () => {
  await stage.close();
  receiver.close();
});

const key = (): string => stage.product.info["secret_key"] ?? "";
async function live<T>(method: string, path: string, body?: unknown): Promise<T> {
  const response = await fetch(stage.url + path, {
    method,
    headers: { authorization: `Bearer ${key()}`, ...(body === undefined ? {} : { "content-type": "application/json" }) },
    ...(body === undefined ? {} : { body: JSON.stringify(body) }),
  });
  return (await response.json()) as T;
}

browserTest(
  "an event is found by its filters, which stand in the address, and its trace says why it was decided so",
  async () => {
    const { page } = operator;
    await live("POST", "/v1/events", {
      events: [
        { id: "dev-signup", type: "signup", person: { user_id: "dev-1", email: "dev@example.com", name: "Dev" } },
        { id: "dev-refund", type: "refund", order: { id: "unknown-1", amount: 100, currency: "USD" } },
      ],
    });
    await operator.open("/developers/events");
    expect(await severeFindings(page)).toEqual([]);
    await page
      .getByRole("combobox", { name: "Status" })
      .or(page.getByLabel("Status", { exact: true }))
      .first()
      .click();
    await page.getByRole("option", { name: "Parked" }).click();
    await page.getByRole("row", { name: /unknown-1/ }).waitFor();
    await expect.poll(() => new URL(page.url()).searchParams.get("status")).toBe("parked");
    await expect.poll(() => page.getByRole("row", { name: /dev-signup/ }).count()).toBe(0);
    await page.getByLabel("Person").fill("dev@example.com");
    await page.getByLabel("Person").press("Enter");
    await page.getByText("No event is like this").waitFor();
    // The address that was typed is nowhere in the page's address.
    expect(page.url()).not.toContain("example.com");
    await page.getByRole("button", { name: "Show all" }).first().click();
    await page.getByRole("row", { name: /dev-signup/ }).click();
    await page.getByRole("heading", { name: "signup", level: 1 }).waitFor();
    await page.getByText("What happened and why").waitFor();
    expect(await severeFindings(page)).toEqual([]);
  },
  60_000,
);

browserTest(
  "a webhook endpoint is added with its types, tested, seen to fail, sent again, given a new secret and turned off",
  async () => {
    const { page } = operator;
    const url = `http://127.0.0.1:${(receiver.address() as AddressInfo).port}/hook`;
    answer = 500;
    await operator.open("/developers/webhooks");
    await page.getByRole("button", { name: "Add an endpoint" }).first().click();
    await page.getByLabel("Address").fill(url);
    await page.getByLabel("reward.granted").check();
    expect(await severeFindings(page)).toEqual([]);
    await page.getByRole("button", { name: "Add it" }).click();
    const secret = await page.getByText(/^whsec_/).textContent();
    await page.getByRole("button", { name: "I have copied it" }).click();
    const { data } = await live<{ data: { id: string; types: string[]; url: string; status: string }[] }>("GET", "/v1/webhooks");
    expect(data).toMatchObject([{ url, types: ["reward.granted"], status: "enabled" }]);
    await page.getByRole("row", { name: new RegExp(url) }).click();
    await page.getByRole("button", { name: "Send a test" }).click();
    await asksAgain(page, page.getByRole("row", { name: /Waiting/ }));
    await page.getByRole("row", { name: /Waiting/ }).click();
    await asksAgain(page, page.getByText("Answered 500").first());
    expect(await severeFindings(page)).toEqual([]);
    answer = 200;
    await page.getByRole("button", { name: "Send it again" }).click();
    await page.getByRole("dialog").getByRole("button", { name: "Send it again" }).click();
    await asksAgain(page, page.getByText("Answered 200"));
    expect(new Set(received.map(({ id }) => id)).size).toBe(1);
    await page.goto(`${stage.url}/app/${stage.liveWorkspace}/developers/webhooks/${data[0]!.id}`);
    await page.getByRole("button", { name: "New secret" }).click();
    await page.getByRole("dialog").getByRole("button", { name: "New secret" }).click();
    const other = await page.getByText(/^whsec_/).textContent();
    expect(other).not.toBe(secret);
    await page.getByRole("button", { name: "I have copied it" }).click();
    await page.getByRole("button", { name: "Turn off" }).click();
    await page.getByRole("button", { name: "Turn on" }).waitFor();
    expect(await live("GET", `/v1/webhooks/${data[0]!.id}`)).toMatchObject({ status: "disabled" });
  },
  150_000,
);

browserTest(
  "a shop is connected, its address shown to paste, and turned off with a way back",
  async () => {
    const { page } = operator;
    await operator.open("/developers/sources");
    await page.getByRole("button", { name: "Connect a shop" }).first().click();
    await page.getByLabel("Name").fill("Main shop");
    await page.getByLabel("Secret that signs its webhooks").fill("whsec_0123456789abcdef0123456789abcdef");
    await page.getByRole("button", { name: "Connect", exact: true }).click();
    await page.getByText(/\/hooks\/stripe\//).waitFor();
    await page.getByRole("button", { name: "Done" }).click();
    await page.getByRole("row", { name: /Main shop/ }).click();
    await page.getByText("Nothing has come in yet").waitFor();
    expect(await severeFindings(page)).toEqual([]);
    await page.getByRole("button", { name: "Turn off" }).click();
    await undo(page, "What it sends is refused now");
    await page.getByRole("button", { name: "Turn off" }).waitFor();
    const { data } = await live<{ data: { status: string; name: string }[] }>("GET", "/v1/sources");
    expect(data).toMatchObject([{ name: "Main shop", status: "active" }]);
  },
  60_000,
);

browserTest(
  "a refused call stands in the log with its reason and its id, and health and snippets are shown with the workspace's own key",
  async () => {
    const { page } = operator;
    const refused = await live<{ request_id: string; code: string }>("POST", "/v1/advocates", {
      program: "no-such",
      person: { user_id: "x" },
    });
    await operator.open("/developers/requests");
    await asksAgain(page, page.getByText(refused.request_id));
    await page.getByText(`404 ${refused.code}`).first().waitFor();
    expect(await severeFindings(page)).toEqual([]);
    await operator.open("/developers/health");
    await page.getByText("Ready", { exact: true }).waitFor();
    expect(await severeFindings(page)).toEqual([]);
    await operator.open("/developers/snippets");
    const text = async (): Promise<string> => (await page.textContent("main")) ?? "";
    // The key, or what makes one.
    const make = page.getByRole("button", { name: "Make a publishable key" });
    const given = page.getByText(/data-key="gv_pub_[0-9A-Za-z]{40,}"/);
    await make.or(given).first().waitFor();
    if ((await make.count()) > 0) {
      await make.click();
      await page.getByRole("dialog").getByRole("button", { name: "Make a publishable key" }).click();
    }
    await given.waitFor();
    const shown = /gv_pub_[0-9A-Za-z]{40,}/.exec(await text())?.[0] ?? "";
    const asked = await fetch(`${stage.url}/v1/events`, {
      method: "POST",
      headers: { authorization: `Bearer ${shown}`, "content-type": "application/json" },
      body: JSON.stringify({ type: "visit", person: { anonymous_id: "a1" } }),
    });
    expect(asked.status).toBe(200);
    expect(await text()).not.toContain("gv_live_");
    expect(await severeFindings(page)).toEqual([]);
  },
  60_000,
);

browserTest(
  "in the sandbox the clock goes to the next thing and says what happened; the live workspace only leads there",
  async () => {
    const { page } = operator;
    await stage.publish("direct");
    const made = await stage.call<{ links: { code: string }[] }>("POST", "/v1/advocates", {
      program: "direct",
      person: { user_id: "s1" },
    });
    await stage.call("POST", "/v1/events", {
      id: "so1",
      type: "purchase",
      person: { user_id: "s2", email: "s2@example.com" },
      referral: { code: made.links[0]!.code },
      order: { id: "so1", total: 9000, subtotal: 9000, currency: "USD" },
    });
    await operator.open("/developers/sandbox");
    await page.getByRole("link", { name: "Open the sandbox" }).click();
    await page.getByText("The sandbox's time").waitFor();
    const clock = () => stage.call<{ now: string; next: { at: string; what: string } | null }>("GET", "/v1/test_clock");
    // Mails go out first: the page is to know of the same next thing as we do.
    await expect.poll(async () => (await clock()).next?.what).toBe("reward");
    await page.reload({ waitUntil: "domcontentloaded" });
    await page.getByText("A hold ends: a reward becomes available").waitFor();
    const before = await clock();
    expect(await severeFindings(page)).toEqual([]);
    await page.getByRole("button", { name: "To the next thing" }).click();
    await page.getByText("What happened on the way").waitFor();
    await expect.poll(async () => Date.parse((await clock()).now)).toBeGreaterThanOrEqual(Date.parse(before.next!.at));
  },
  60_000,
);

browserTest(
  "a mail is read as it was sent, in a frame that may do nothing",
  async () => {
    const { page } = operator;
    await stage.call("POST", "/v1/advocates", { program: "direct", person: { user_id: "m1", email: "mia@example.com", name: "Mia" } });
    await expect
      .poll(async () => (await stage.call<{ data: { status: string }[] }>("GET", "/v1/mail?status=delivered")).data.length, {
        timeout: 60_000,
      })
      .toBeGreaterThan(0);
    await operator.open("/developers/mail?status=delivered", stage.workspace);
    await page
      .getByRole("row", { name: /advocate_joined/ })
      .first()
      .click();
    const frame = page.locator("iframe");
    expect(await frame.getAttribute("sandbox")).toBe("");
    await expect.poll(() => page.frameLocator("iframe").locator("body").textContent()).toMatch(/link/i);
    expect(await severeFindings(page)).toEqual([]);
    await operator.open("/developers/imports", stage.workspace);
    await page.getByText("Nothing was imported yet").waitFor();
    expect(await severeFindings(page)).toEqual([]);
    await operator.close();
  },
  60_000,
);
