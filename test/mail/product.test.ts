/** The product as it is started: with a mail server its own worker sends within seconds; without one a mailbox shows what would go out. */
import { afterAll, expect, test } from "vitest";
import { createClient } from "../../sdk/src/index.ts";
import { temporaryFolder } from "../support/global-setup.ts";
import { openInbox } from "../support/inbox.ts";
import { type Product, startProduct } from "../support/product.ts";

const closers: (() => Promise<unknown>)[] = [];
afterAll(async () => {
  for (const end of closers.toReversed()) await end();
});

async function start(env: Record<string, string>): Promise<Product> {
  const product = await startProduct(temporaryFolder("mail"), env);
  closers.push(() => product.kill("SIGTERM"));
  return product;
}
/** The cookie of the sign-in link that the start printed. */
async function signIn(product: Product): Promise<string> {
  const reply = await fetch(product.info["sign_in_link"]!, {
    method: "POST",
    redirect: "manual",
    headers: { "sec-fetch-site": "same-origin" },
  });
  return reply.headers.getSetCookie()[0]!.split(";")[0]!;
}
async function story(product: Product): Promise<void> {
  const client = createClient({ url: product.url, key: product.info["test_key"]! });
  await client.programs.put("direct", { preset: "direct" });
  await client.programs.publish("direct");
  await client.unwrap(client.api.POST("/v1/people", { body: { user_id: "ada", email: "ada@people.example" } }));
  const joined = await client.join("direct", { user_id: "ada" });
  const order = { id: "o-1", total: 8000, currency: "USD" };
  await client.events.track({
    id: "p-1",
    type: "purchase",
    person: { user_id: "ben" },
    order,
    referral: { code: joined.links[0]!.code },
  });
}

test("with a mail server: the worker sends what was settled, and a link to sign in, within seconds", async () => {
  const inbox = await openInbox();
  closers.push(() => inbox.close());
  const product = await start({ SMTP_URL: inbox.url, MAIL_FROM: "The Shop <hello@shop.example>", MAIL_SANDBOX: "send" });
  const began = performance.now();
  await story(product);
  const earned = await inbox.waitFor("ada@people.example", /You have earned/);
  const ms = performance.now() - began;
  expect(earned.from_).toBe("hello@shop.example");
  expect(earned.from?.name).toBe("The Shop");
  expect(earned.links.some((link) => link.startsWith(`${product.url}/p/`))).toBe(true);
  const asked = performance.now();
  await fetch(`${product.url}/v1/portal/sign-in`, {
    method: "POST",
    headers: { "content-type": "application/json", origin: product.url, "sec-fetch-site": "same-origin" },
    body: JSON.stringify({ workspace: `${product.info["workspace"]}-sandbox`, program: "direct", email: "ada@people.example" }),
  });
  const letter = await inbox.waitFor("ada@people.example", /is your code/);
  console.log(
    `mail: ${Math.round(ms)} ms after the story began, sign-in ${Math.round(performance.now() - asked)} ms after it was asked for`,
  );
  expect(letter.subject).toMatch(/\d{6} is your code/);
  expect(letter.links.find((link) => link.includes("/sign-in/"))).toMatch(new RegExp(`^${product.url}/p/`));
  expect(inbox.letters.filter((each) => /earned/.test(each.subject ?? ""))).toHaveLength(1);
}, 90_000);

test("without one: nothing is sent; the mailbox shows what would be, in a frame that may do nothing, and every sample", async () => {
  const product = await start({});
  expect((await fetch(`${product.url}/app/mail`)).status).toBe(401);
  const headers = { cookie: await signIn(product) };
  const get = async (path: string) => {
    const reply = await fetch(product.url + path, { headers });
    return { status: reply.status, text: await reply.text(), policy: reply.headers.get("content-security-policy") ?? "" };
  };
  const client = createClient({ url: product.url, key: product.info["secret_key"]! });
  await client.programs.put("direct", { preset: "direct" });
  await client.programs.publish("direct");
  await client.unwrap(
    client.api.POST("/v1/people", { body: { user_id: "ada", email: "ada@people.example", name: "<script>alert(1)</script>" } }),
  );
  await client.join("direct", { user_id: "ada" });
  // The demo program's advocate has letters of her own there.
  const hers = async () => {
    const { text } = await get("/app/mail");
    for (const [, path = ""] of text.matchAll(/href="(\/app\/mail\/msg_[0-9a-f]+)"/g)) {
      const page = await get(path);
      if (page.text.includes("ada@people.example")) return { path, page };
    }
    return null;
  };
  await expect.poll(hers, { timeout: 20_000 }).not.toBeNull();
  const { path, page } = (await hers())!;
  const list = await get("/app/mail");
  expect(list.text).toContain("advocate joined");
  expect(list.text).toContain("No mail server is set");
  expect(page.status).toBe(200);
  expect(page.text).toContain('sandbox=""');
  expect(page.policy).toContain("frame-src 'self'");
  const content = await get(`${path}/content`);
  expect([content.status, content.policy]).toEqual([200, expect.stringMatching(/^sandbox; default-src 'none'/)]);
  for (const kind of ["reward_granted", "sign_in", "friend_invited"]) {
    const preview = await get(`/app/mail/preview/${kind}?locale=ar`);
    expect([kind, preview.status]).toEqual([kind, 200]);
    expect((await get(`/app/mail/preview/${kind}/content?locale=ar`)).text).toContain('dir="rtl"');
  }
  expect((await get("/app/mail/preview/nothing")).status).toBe(404);
  expect((await get("/app/mail/msg_00000000000000000000000000000000")).status).toBe(404);
}, 90_000);
