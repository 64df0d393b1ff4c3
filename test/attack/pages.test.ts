/** Hostile texts in every field that somebody can write: none becomes markup on a page, in a mail, in a picture or in a file. */
import { afterAll, beforeAll, expect } from "vitest";
import { type Visitor, browserTest, hasBrowser } from "../support/browser.ts";
import { CORPUS, HOOK, intruders, prod } from "../support/corpus.ts";
import { type Planted, addressFor, plant } from "../support/hostile.ts";
import { carry, signIn } from "../support/member.ts";
import { openSite } from "../support/site.ts";
import { type Stage, openStage } from "../support/stage.ts";

/** Sections of the portal that show what somebody wrote. */
const ROOMS = ["share", "referrals", "rewards", "how", "learn", "help", "settings"];

let stage: Stage;
const planted = new Map<string, Planted>();
const intruding: Record<"landing" | "portal" | "mail", string[]> = { landing: [], portal: [], mail: [] };
const pictures: string[] = [];

beforeAll(async () => {
  stage = await openStage();
  if (!hasBrowser) return;
  await stage.publish("two_way");
  const [friend, member] = await Promise.all([newVisitor(), newVisitor()]);
  for (const [name, text] of Object.entries(CORPUS)) {
    // A line break in the business's name stops its mail, so the mail with the code comes before it.
    await stage.call("PATCH", "/v1/settings", { name: "Shop", settings: { brand: { name: "Shop" }, words: {} } });
    const session = await signIn(stage, { email: addressFor(name), program: "two_way" });
    const what = await plant(stage, name, text);
    planted.set(name, what);
    // Brand and words are the workspace's: they are on every page only until the next text takes their place.
    // A page that a text has broken is as bad as one that a text got into.
    const failed = (error: Error): string => `${name}: ${error.message}`;
    await Promise.all([
      lookAtLanding(friend, name, what).catch((error: Error) => intruding.landing.push(failed(error))),
      lookAtPortal(member, name, { ...what, session }).catch((error: Error) => intruding.portal.push(failed(error))),
    ]);
  }
  await Promise.all([friend.close(), member.close()]);
}, 600_000);
afterAll(() => stage?.close());

/** Without the pages' policy: nothing may rely on that alone. */
function newVisitor(): Promise<Visitor> {
  return stage.browser.visitor({ before: HOOK, withoutPolicy: true, expected: [/./] });
}

async function lookAtLanding(visitor: Visitor, name: string, { code }: Planted): Promise<void> {
  for (const path of [`/l/${code}`, `/l/${code}?locale=de`, `/l/${code}?claimed=1`, `/l/${code}/terms`]) {
    await visitor.page.goto(stage.url + path);
    intruding.landing.push(...(await judged(visitor, `${name} ${path.replace(code, "<code>")}`)));
  }
  await visitor.page.goto(`${stage.url}/l/${code}`);
  const image = await visitor.page.locator('meta[property="og:image"]').getAttribute("content");
  const answer = await visitor.page.request.get(image ?? "");
  pictures.push(`${name} ${answer.status()} ${answer.headers()["content-type"]}`);
}

async function lookAtPortal(visitor: Visitor, name: string, { program, session }: Planted & { session: string }): Promise<void> {
  await carry(visitor, stage, session);
  await visitor.page.goto(`${stage.url}/p/${stage.workspace}/${program}`);
  for (const room of ROOMS) {
    await visitor.page.evaluate(`location.hash = "${room}"`);
    await visitor.page.locator("main h1:visible").first().waitFor();
    await visitor.page.locator("main .bones:visible").first().waitFor({ state: "detached" });
    intruding.portal.push(...(await judged(visitor, `${name} #${room}`)));
  }
}

async function judged(visitor: Visitor, where: string): Promise<string[]> {
  await prod(visitor.page);
  return (await intruders(visitor.page)).map((each) => `${where}: ${each}`);
}

browserTest("no text of the corpus becomes markup on a landing page, even where the page's policy would let it run", async () => {
  expect(intruding.landing).toEqual([]);
});

browserTest("nor in any section of the portal", async () => {
  expect(intruding.portal).toEqual([]);
});

browserTest("the texts are there: most fields take most of them, and the pages show them as text", async () => {
  const taken = [...planted.values()].flatMap((each) => each.taken);
  for (const field of ["workspace name", "brand name", "advocate name", "friend name", "testimonial", "words"])
    expect([field, taken.filter((each) => each === field).length >= 20]).toEqual([field, true]);
  const visitor = await stage.browser.visitor();
  await visitor.page.goto(`${stage.url}/l/${planted.get("image")!.code}`);
  expect(await visitor.page.locator("h1").textContent()).toContain("<img src=x");
  await visitor.close();
});

browserTest(
  "mails show the texts as text, and none has a header or a recipient that a text brought",
  async () => {
    const { letters } = stage.inbox;
    await expect.poll(() => letters.filter(({ text }) => text?.includes("<script")).length, { timeout: 30_000 }).toBeGreaterThan(0);
    const visitor = await newVisitor();
    await visitor.page.route("https://mail.example/", (route) =>
      route.fulfill({ contentType: "text/html; charset=utf-8", body: letter }),
    );
    let letter = "";
    for (const { html, subject } of letters) {
      letter = html ?? "";
      await visitor.page.goto("https://mail.example/");
      intruding.mail.push(...(await judged(visitor, subject ?? "")));
    }
    await visitor.close();
    expect(intruding.mail).toEqual([]);
    for (const { headers, rcpt, subject } of letters) {
      expect(rcpt).toMatch(/@friend\.example$/);
      expect(headers.filter(({ key }) => /^(bcc|cc)$/.test(key))).toEqual([]);
      expect(subject ?? "").not.toMatch(/[\r\n]/);
    }
  },
  120_000,
);

browserTest("the preview image is made, whatever the texts are", async () => {
  expect(pictures.filter((each) => !each.endsWith(" 200 image/png"))).toEqual([]);
  expect(pictures).toHaveLength(Object.keys(CORPUS).length);
});

browserTest("no cell of a payout file begins a formula", async () => {
  const batch = await stage.call<{ id: string }>("POST", "/v1/payouts", { unit: "USD", kind: "cash" });
  for (const format of ["", "?format=payroll"]) {
    const response = await fetch(`${stage.url}/v1/payouts/${batch.id}/file.csv${format}`, {
      headers: { authorization: `Bearer ${stage.product.info["test_key"] ?? ""}` },
    });
    const file = await response.text();
    expect(file.split("\n").length).toBeGreaterThan(20);
    expect(cellsOf(file).filter((cell) => /^[=+\-@\t\r\uFF1D\uFF0B\uFF0D\uFF20]/.test(cell))).toEqual([]);
  }
});

/** RFC 4180. */
function cellsOf(file: string): string[] {
  return [...file.matchAll(/(?:^|,|\r?\n)(?:"((?:[^"]|"")*)"|([^",\r\n]*))/g)].map(([, quoted, plain]) =>
    (quoted ?? plain ?? "").replaceAll('""', '"'),
  );
}

browserTest("no page of ours can be put into another site's frame", async () => {
  const code = planted.get("emoji")!.code;
  const pages = [
    `/l/${code}`,
    `/p/${stage.workspace}/${planted.get("emoji")!.program}`,
    "/docs/errors",
    `/p/${stage.workspace}/sign-in/x`,
  ];
  const frames = pages.map((path) => `<iframe src="${stage.url}${path}"></iframe>`).join("");
  const site = await openSite({ "/": `<!doctype html><title>x</title>${frames}`, "/own": "<!doctype html><title>own</title>" });
  const visitor = await stage.browser.visitor({
    device: "desktop",
    expected: [/frame-ancestors|X-Frame-Options|ERR_BLOCKED_BY_RESPONSE|status of 4/],
  });
  await visitor.page.goto(site.url);
  const shown = (): Promise<string[]> =>
    Promise.all(
      visitor.page
        .frames()
        .slice(1)
        .map((frame) => frame.evaluate<string>("location.href")),
    );
  await expect.poll(shown).toEqual(pages.map(() => expect.stringMatching(/^chrome-error:/)));
  await visitor.close();
  await site.close();
});
