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

test("without one: nothing is sent; the mailbox shows what would be, where the old address leads, and every sample is drawn", async () => {
  const product = await start({});
  const go = async (path: string, headers: Record<string, string> = {}): Promise<string | null> =>
    (await fetch(product.url + path, { headers, redirect: "manual" })).headers.get("location");
  expect(await go("/app/mail")).toBe("/app/sign-in");
  const client = createClient({ url: product.url, key: product.info["secret_key"]! });
  await client.programs.put("direct", { preset: "direct" });
  await client.programs.publish("direct");
  await client.unwrap(
    client.api.POST("/v1/people", { body: { user_id: "ada", email: "ada@people.example", name: "<script>alert(1)</script>" } }),
  );
  await client.join("direct", { user_id: "ada" });
  const hers = async () =>
    (await client.unwrap(client.api.GET("/v1/mail", { params: { query: { person: "user_id:ada" } } }))).data.find(
      ({ kind }) => kind === "advocate_joined",
    );
  await expect.poll(hers, { timeout: 20_000 }).toBeDefined();
  const { id, status } = (await hers())!;
  expect(status).toBe("due");
  const mail = await client.unwrap(client.api.GET("/v1/mail/{mail}", { params: { path: { mail: id } } }));
  expect(mail.recipient).toBe("ada@people.example");
  expect(mail.html).not.toContain("<script>");
  const headers = { cookie: await signIn(product) };
  const mailbox = `/app/${product.info["workspace"]}/developers/mail`;
  expect([await go("/app/mail", headers), await go(`/app/mail/${id}`, headers), await go("/app/mail/preview", headers)]).toEqual([
    mailbox,
    `${mailbox}/${id}`,
    mailbox,
  ]);
  expect((await client.unwrap(client.api.GET("/v1/settings/mail-domain"))).domain).toBeNull();
  for (const kind of ["reward_granted", "sign_in", "friend_invited"] as const) {
    const { html } = await client.unwrap(client.api.POST("/v1/mail/preview", { body: { kind, locale: "ar" } }));
    expect(html).toContain('dir="rtl"');
  }
}, 90_000);
