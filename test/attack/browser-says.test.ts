/** What a browser says of who somebody is, with the key that everybody can read in the page. */
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import * as shopify from "../commerce/fixtures/shopify.ts";
import * as woo from "../commerce/fixtures/woocommerce.ts";
import { type Source, connect, send, takeOldOrders } from "../commerce/shops.ts";
import { type TestServer, createServer } from "../support/server.ts";

let s: TestServer;
let shops: { shopify: Source; woocommerce: Source };
beforeAll(async () => {
  s = await createServer();
  await takeOldOrders(s);
  shops = { shopify: await connect(s, "shopify"), woocommerce: await connect(s, "woocommerce") };
});
afterAll(() => s.close());

const says = (body: object) => s.call("POST", "/v1/events", { key: s.a.publishableKey, body });
const personOf = async (user: string) => (await s.call("GET", `/v1/people/user_id:${user}`)).body;

test("a visitor who says her user id is the visitor who came: what the server tells of that id is hers", async () => {
  await says({ type: "visit", person: { anonymous_id: "dev_1" } });
  await says({ type: "identify", person: { user_id: "una", anonymous_id: "dev_1", email: "una@x.example" } });
  expect(await personOf("una")).toMatchObject({ user_id: "una", anonymous_ids: ["dev_1"] });
});

test("a user id said beside somebody's address does not take over the person whose address it is", async () => {
  const { body: victim } = await s.call("POST", "/v1/people", { body: { email: "vera@x.example", name: "Vera" } });
  await says({ type: "identify", person: { user_id: "mallory", anonymous_id: "dev_2", email: "vera@x.example" } });
  await s.call("POST", "/v1/events", { body: { type: "identify", person: { user_id: "mallory" } } });
  expect((await personOf("mallory"))["id"]).not.toBe(victim["id"]);
  // Nor is she cut off from the account that her own shop gives her later.
  await s.call("POST", "/v1/events", { body: { type: "identify", person: { user_id: "vera", email: "vera@x.example" } } });
  expect((await personOf("vera"))["id"]).toBe(victim["id"]);
});

/** Each with a customer number of its own: shops count upwards, so one is as good as read from one's own order. */
const CUSTOMERS = [
  { provider: "shopify", alias: (n: number) => `shopify:${n}` },
  { provider: "woocommerce", alias: (n: number) => `woocommerce:${n}` },
] as const;

/** A paid order of the customer `n`, as the shop's signed webhook tells it. */
async function bought(provider: "shopify" | "woocommerce", n: number): Promise<string> {
  const email = `customer-${n}@${provider}.example`;
  const payload =
    provider === "shopify"
      ? shopify.order({ id: 8_000_000 + n, email, contact_email: email, customer: { ...(shopify.order()["customer"] as object), id: n } })
      : woo.order({ id: 8_000_000 + n, number: String(n), customer_id: n, billing: { ...(woo.order()["billing"] as object), email } });
  expect((await send(shops[provider], payload)).body).toMatchObject({ status: "settled" });
  return email;
}
const byMail = async (email: string) => (await s.call("POST", "/v1/people/search", { body: { email } })).body["data"] as object[];
const refused = { status: 422, body: { errors: [{ pointer: "/person/anonymous_id", code: "id_reserved" }] } };

describe.each(CUSTOMERS)("a browser that guesses a customer's number at $provider", ({ provider, alias }) => {
  test("cannot become that customer, nor is it told whether there is one", async () => {
    const email = await bought(provider, 501);
    const guess = (n: number) =>
      says({ type: "identify", person: { user_id: `eve-${n}`, anonymous_id: alias(n), email: "eve@x.example" } });
    const answers = [await guess(501), await guess(777)];
    expect(await byMail(email)).toMatchObject([{ user_id: null, anonymous_ids: [alias(501)] }]);
    expect(answers).toMatchObject([refused, refused]);
  });

  test("cannot lie in wait for a customer who has not bought yet", async () => {
    await says({ type: "identify", person: { user_id: `eve-${provider}`, anonymous_id: alias(502) } });
    await says({ type: "visit", person: { email: `eve-${provider}@x.example`, anonymous_id: alias(502) } });
    const email = await bought(provider, 502);
    expect(await byMail(email)).toMatchObject([{ user_id: null, anonymous_ids: [alias(502)] }]);
  });

  test("cannot say that she came by its own link", async () => {
    expect(await says({ type: "visit", person: { anonymous_id: alias(503) }, referral: { code: "EVE" } })).toMatchObject(refused);
  });

  test("is refused in a batch and on the Segment-shaped routes too, in their own words; the rest of a batch is taken", async () => {
    const key = s.a.publishableKey;
    const batch = {
      events: [
        { type: "visit", person: { anonymous_id: alias(504) } },
        { type: "visit", person: { anonymous_id: "dev_9" } },
      ],
    };
    const { outcomes } = (await s.call("POST", "/v1/events", { key, body: batch })).body as { outcomes: object[] };
    expect(outcomes).toMatchObject([
      { status: "rejected", error: { errors: [{ pointer: "/events/0/person/anonymous_id", code: "id_reserved" }] } },
      { status: "settled" },
    ]);
    for (const [path, body] of [
      ["/v1/identify", { anonymousId: alias(504), userId: "eve" }],
      ["/v1/page", { anonymousId: alias(504) }],
    ] as const)
      expect(await s.call("POST", path, { key, body })).toMatchObject({
        body: { errors: [{ pointer: "/anonymousId", code: "id_reserved" }] },
      });
    const previous = await s.call("POST", "/v1/alias", { key, body: { previousId: alias(504), userId: "eve" } });
    expect(previous.text).toContain("id_reserved");
  });
});

test("the business's own server may use a shop's customer number: it ties the customer to her account", async () => {
  const email = await bought("shopify", 505);
  await s.call("POST", "/v1/events", { body: { type: "identify", person: { user_id: "account-505", anonymous_id: "shopify:505" } } });
  expect(await personOf("account-505")).toMatchObject({ email, anonymous_ids: ["shopify:505"] });
});

const EVE = ["eve-1@x.example", "eve-2@x.example", "eve-3@x.example", "eve-4@x.example"];
/** Nobody whom the victim is today can be reached by one of Eve's addresses: a letter to them would open the portal. */
async function expectApart(victim: unknown): Promise<void> {
  for (const email of EVE) expect([email, ((await byMail(email)) as { id?: string }[])[0]?.id]).not.toEqual([email, victim]);
}

test("an account that the server told first takes no address from a browser, in one step or by way of a visitor", async () => {
  await s.call("POST", "/v1/events", { body: { type: "signup", person: { user_id: "1001", email: "una-1001@x.example" } } });
  await says({ type: "identify", person: { user_id: "1001", email: EVE[0] } });
  await says({ type: "identify", person: { anonymous_id: "dev_eve", email: EVE[1] } });
  await says({ type: "identify", person: { user_id: "1001", anonymous_id: "dev_eve" } });
  const account = (await personOf("1001"))["id"];
  expect(await byMail("una-1001@x.example")).toMatchObject([{ id: account }]);
  await expectApart(account);
});

test("a customer known by her address takes neither an address nor a user id from a browser that names it", async () => {
  const { body: vera } = await s.call("POST", "/v1/people", { body: { email: "vera-2@x.example" } });
  const victim = { email: "vera-2@x.example" };
  // A visitor with an address, then the victim's; a visitor without one, then an address and a user id; all of it at once.
  await says({ type: "identify", person: { anonymous_id: "dev_3", email: EVE[2] } });
  await says({ type: "identify", person: { anonymous_id: "dev_3", ...victim } });
  await says({ type: "visit", person: { anonymous_id: "dev_4" } });
  await says({ type: "identify", person: { anonymous_id: "dev_4", ...victim } });
  await says({ type: "identify", person: { anonymous_id: "dev_4", email: EVE[3] } });
  await says({ type: "identify", person: { anonymous_id: "dev_4", user_id: "eve-9" } });
  const events = ["dev_3", "dev_4"].flatMap((anonymous_id) => [
    { type: "identify", person: { anonymous_id, ...victim } },
    { type: "identify", person: { anonymous_id, email: EVE[3] } },
    { type: "identify", person: { anonymous_id, user_id: "eve-9" } },
  ]);
  await says({ events });
  expect(await byMail("vera-2@x.example")).toMatchObject([{ id: vera["id"], user_id: null }]);
  await expectApart(vera["id"]);
});

test("two people at one browser are two: what each says is hers", async () => {
  await says({ type: "identify", person: { anonymous_id: "kiosk", email: "first@x.example" } });
  await says({ type: "identify", person: { anonymous_id: "kiosk", email: "second@x.example" } });
  const [first, second] = [await byMail("first@x.example"), await byMail("second@x.example")];
  expect(first).toMatchObject([{ email: "first@x.example", anonymous_ids: ["kiosk"] }]);
  expect(second).toMatchObject([{ email: "second@x.example", anonymous_ids: [] }]);
});
