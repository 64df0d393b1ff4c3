/** Pictures of what happens seldom: two at one draft, a refused field, a session that ends, a dirty table, a workspace that closes. */
import { PASSWORD, signIn } from "../support/accounts.ts";
import { type Operator, openConsole } from "../support/console.ts";
import type { Stage } from "../support/stage.ts";

export type Demo = { slug: string; key: string };
type State = (operator: Operator, of: { stage: Stage; demo: Demo; cookie: string }) => Promise<void>;

const DIRTY = [
  "Order ID;Date;Customer ID;Name;E-mail;Total;Currency",
  "A-10;2026-01-05;c10;Zoë 😀 Ünïcode;zoe@example.com;12,50;EUR",
  "A-20;31 February;c20;Wrong date;d@example.com;12,50;EUR",
  "A-30;2026-01-05;c30;Wrong money;m@example.com;twelve;EUR",
  "A-31;2026-01-05;c31;Wrong currency;m@example.com;12,50;QQQ",
  "A-40;2026-01-05;c40;Wrong mail;not an address;12,50;EUR",
  "A-50;2026-01-05;c50",
  "A-70;2026-01-05;c70;=HYPERLINK(1);f@example.com;x;EUR",
  ...Array.from({ length: 300 }, (_, i) => `B-${i};2026-02-0${(i % 9) + 1};c${i};Customer ${i};c${i}@example.com;12,50;EUR`),
].join("\n");

type Call = { method: "GET" | "PUT" | "PATCH"; path: string; body?: unknown };

async function ask({ stage, demo }: { stage: Stage; demo: Demo }, { method, path, body }: Call): Promise<Record<string, unknown>> {
  const headers = { authorization: `Bearer ${demo.key}`, "content-type": "application/json" };
  const answer = await fetch(stage.url + path, { method, headers, ...(body === undefined ? {} : { body: JSON.stringify(body) }) });
  return (await answer.json()) as Record<string, unknown>;
}

export const STATES: Record<string, State> = {
  async "two-at-one-draft"({ page, open }, of) {
    await open("/programs/friends/edit", of.demo.slug);
    const { definition } = await ask(of, { method: "GET", path: "/v1/programs/friends" });
    const body = { ...(definition as object), name: "Friends of Demo, changed by a colleague" };
    await ask(of, { method: "PUT", path: "/v1/programs/friends", body });
    await page.getByLabel("Name", { exact: false }).first().fill("Friends of Demo, as I call it");
    await page.getByText("Keep both changes").first().waitFor();
  },
  async "field-refused"({ page, open }, { demo }) {
    await open("/settings", demo.slug);
    await page.locator("[data-path=allowed_origins]").fill("shop dot example");
    await page.keyboard.press("Enter");
    await page.getByRole("button", { name: "Save" }).click();
    await page.getByRole("alert").first().waitFor();
  },
  async "session-over"({ page, open }, { demo, stage, cookie }) {
    await open("/settings", demo.slug);
    await page.getByLabel("Name").first().fill("Lindenhof Roasters");
    const headers = { cookie, "sec-fetch-site": "same-origin", "content-type": "application/json" };
    await fetch(`${stage.url}/app/auth/sign-out`, { method: "POST", headers, body: "{}" });
    await page.getByRole("button", { name: "Save" }).click();
    await page.getByRole("dialog", { name: "Your session has ended" }).waitFor();
  },
  async "table-understood"({ page, open }, { demo }) {
    await open("/people/import", demo.slug);
    await page.getByLabel("Or paste rows from a spreadsheet").fill(DIRTY);
    await page.getByRole("button", { name: "Look at them" }).click();
    await page.getByText("As it would be understood").waitFor();
    await page.getByText("Some rows would be refused").scrollIntoViewIfNeeded();
  },
  async "table-imported"({ page, open }, { demo }) {
    await open("/people/import", demo.slug);
    await page.getByLabel("Or paste rows from a spreadsheet").fill(DIRTY);
    await page.getByRole("button", { name: "Look at them" }).click();
    await page.getByRole("button", { name: "Import", exact: true }).click();
    await page.getByRole("button", { name: "Download the refused rows" }).waitFor();
  },
  async "workspace-closing"({ page, open }, { demo }) {
    await open("/settings", demo.slug);
    await page.getByRole("button", { name: "Close it" }).click();
    await page.getByText("Nothing is sent, decided or paid any more.").waitFor();
  },
  async "workspace-closed"({ page, open }, of) {
    const { name } = await ask(of, { method: "GET", path: "/v1/settings" });
    await open("/settings", of.demo.slug);
    await page.getByRole("button", { name: "Close it" }).click();
    await page.getByLabel(/Type the workspace's name/).fill(String(name));
    await page.getByRole("button", { name: "Close this workspace" }).click();
    await page.getByText(/This workspace is closed/).waitFor();
    await open("/people", of.demo.slug);
    await page.getByRole("button", { name: "Bring it back" }).waitFor();
  },
};

/** One picture each, in the order above: the last closes the workspace. `save` is given its name and the page to take it of. */
export async function takeStates(
  of: { stage: Stage; demo: Demo; email: string },
  save: (name: string, operator: Operator) => Promise<void>,
): Promise<void> {
  for (const [name, play] of Object.entries(STATES)) {
    const cookie = await signIn(of.stage.url, of.email, PASSWORD);
    const operator = await openConsole(of.stage, { cookie, scale: 0.5, expected: [/./] });
    await play(operator, { ...of, cookie }).then(
      () => save(name, operator),
      (error: Error) => console.log(`${name}: ${error.message.split("\n")[0]}`),
    );
    await operator.close();
  }
}
