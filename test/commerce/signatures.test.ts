/**
 * Who may speak for a shop. Signatures are made by the providers' own libraries (`stripe`, `@shopify/shopify-api`); WooCommerce's by its
 * documentation. What is refused is refused with the status that the provider expects, writes no fact, and leaves a line in the log.
 */
import crypto from "node:crypto";
import "@shopify/shopify-api/adapters/node";
import { ApiVersion, LogSeverity, shopifyApi } from "@shopify/shopify-api";
import Stripe from "stripe";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { type TestServer, createServer } from "../support/server.ts";
import * as shopify from "./fixtures/shopify.ts";
import * as stripe from "./fixtures/stripe.ts";
import * as woo from "./fixtures/woocommerce.ts";
import { type Loose, type Provider, type Sent, type Source, SECRETS, connect, post, send, signed, takeOldOrders } from "./shops.ts";

const PROVIDERS: readonly Provider[] = ["stripe", "shopify", "woocommerce"];
const HEADER = { stripe: "stripe-signature", shopify: "x-shopify-hmac-sha256", woocommerce: "x-wc-webhook-signature" };
/** Stripe's own example answers 400; Shopify asks for 401 (privacy-law-compliance); WooCommerce counts anything but 2xx as failed. */
const REFUSED = { stripe: [400, "hook_refused"], shopify: [401, "signature_invalid"], woocommerce: [401, "signature_invalid"] } as const;
const PAYLOADS: Record<Provider, () => Loose> = {
  stripe: () => stripe.stripeEvent("checkout.session.completed", stripe.checkoutSession()),
  shopify: () => shopify.order(),
  woocommerce: () => woo.order(),
};

let s: TestServer;
const sources = {} as Record<Provider, Source>;
beforeAll(async () => {
  s = await createServer({ limits: { guess: { limit: 10_000, windowSeconds: 60, lease: 100 } } });
  await takeOldOrders(s);
  for (const provider of PROVIDERS) sources[provider] = await connect(s, provider);
});
afterAll(() => s.close());

const facts = async (): Promise<number> => (await s.engine.rows<{ n: number }>("select count(*)::int as n from fact"))[0]!.n;
/** What is counted of a source's door. */
async function counted({ id }: Source): Promise<Record<string, number>> {
  await s.engine.tally.flush();
  const sums = "select what, sum(events)::int as n from door_count where door = $1 group by 1";
  const rows = await s.engine.rows<{ what: string; n: number }>(sums, [id]);
  return Object.fromEntries(rows.map(({ what, n }) => [what, n]));
}
/** Sent, refused with the provider's status, nothing written, one line in the log that names the reason and no content. */
async function refusedFor(source: Source, sent: Sent, reason: string): Promise<void> {
  const before = await facts();
  const lines = s.logged.length;
  const answer = await post(source.url, sent);
  expect([answer.status, answer.body["code"]]).toEqual(REFUSED[source.provider]);
  expect(await facts()).toBe(before);
  const said = s.logged.slice(lines).map((line) => JSON.parse(line) as Loose);
  expect(said).toMatchObject([{ level: "warn", message: "a webhook was refused", reason, provider: source.provider, source: source.id }]);
  expect(JSON.stringify(said)).not.toMatch(/ben@example|Beispiel/);
}

for (const provider of PROVIDERS)
  describe(provider, () => {
    test("a body with one bit changed is refused", async () => {
      const sent = await signed(sources[provider], PAYLOADS[provider]());
      const bytes = Buffer.from(sent.body);
      bytes[200] = bytes[200]! ^ 1;
      await refusedFor(sources[provider], { ...sent, body: bytes.toString() }, "signature_wrong");
    });

    test("the same JSON written again is refused: the signature is over the bytes", async () => {
      const sent = await signed(sources[provider], JSON.stringify(PAYLOADS[provider](), null, 1));
      await refusedFor(sources[provider], { ...sent, body: JSON.stringify(JSON.parse(sent.body)) }, "signature_wrong");
    });

    test("a signature with one character changed, a short one, none, and another scheme's are refused", async () => {
      const sent = await signed(sources[provider], PAYLOADS[provider]());
      const header = HEADER[provider];
      const good = sent.headers[header]!;
      const at = provider === "stripe" ? good.indexOf("v1=") + 10 : 5;
      const other = good[at] === "a" ? "b" : "a";
      const flipped = good.slice(0, at) + other + good.slice(at + 1);
      await refusedFor(sources[provider], { ...sent, headers: { ...sent.headers, [header]: flipped } }, "signature_wrong");
      for (const bad of [good.slice(0, -1), "", "v1=", "t=1", "undefined", good.replace("v1=", "v0="), "=".repeat(44)])
        if (bad !== good)
          await refusedFor(sources[provider], { ...sent, headers: { ...sent.headers, [header]: bad } }, "signature_malformed");
      const { [header]: _none, ...without } = sent.headers;
      await refusedFor(sources[provider], { ...sent, headers: without }, "signature_missing");
    });

    test("the secret of another workspace's source is refused here, and this one's there", async () => {
      const theirs = await connect(s, provider, { secret: `other-${crypto.randomUUID()}`, key: s.b.secretKey });
      const ours = sources[provider];
      await refusedFor(ours, await signed({ ...ours, secret: theirs.secret }, PAYLOADS[provider]()), "signature_wrong");
      await refusedFor(theirs, await signed({ ...theirs, secret: ours.secret }, PAYLOADS[provider]()), "signature_wrong");
    });

    test("signed and broken JSON is refused with 400, and nothing is written", async () => {
      const answer = await send(sources[provider], '{"id":');
      expect([answer.status, answer.body["code"]]).toEqual([400, "json_invalid"]);
    });

    test("an unknown topic is answered 200 and counted", async () => {
      const odd =
        provider === "stripe"
          ? stripe.stripeEvent("account.updated", { id: "acct_1", object: "account" })
          : { id: 1, email: "x@example.com" };
      const topic = provider === "stripe" ? "account.updated" : "products/update";
      const answer = await send(sources[provider], odd, { topic });
      expect([answer.status, answer.body]).toEqual([200, { status: "nothing", reason: "unknown_topic" }]);
      const health = (await s.call("GET", `/v1/sources/${sources[provider].id}/health`)).body;
      expect(health["received"]).toContainEqual(expect.objectContaining({ topic, status: "nothing", reason: "unknown_topic", count: 1 }));
      // Nothing of it is kept.
      expect(JSON.stringify(await s.engine.rows("select * from source_delivery"))).not.toContain("x@example.com");
    });

    test("a delivery that is sent again is answered 200 and does nothing", async () => {
      const sent = await signed(sources[provider], PAYLOADS[provider]());
      const refused = (await counted(sources[provider]))["refused:signature_wrong"];
      expect(refused).toBeGreaterThan(0);
      const answers = [await post(sources[provider].url, sent)];
      const after = await facts();
      answers.push(await post(sources[provider].url, sent));
      expect(answers.map((each) => [each.status, each.body["status"]])).toEqual([
        [200, "settled"],
        [200, "known"],
      ]);
      expect(await facts()).toBe(after);
      expect(await counted(sources[provider])).toMatchObject({ accepted: 1, duplicate: 1, "refused:signature_wrong": refused });
    });

    test("the same order under another delivery id, twenty at once, is one fact", async () => {
      const payload = PAYLOADS[provider]();
      const again = (): Promise<Sent> =>
        signed(sources[provider], provider === "stripe" ? { ...payload, id: `evt_${crypto.randomUUID()}` } : payload);
      const before = await facts();
      const answers = await Promise.all(
        (await Promise.all(Array.from({ length: 20 }, again))).map((sent) => post(sources[provider].url, sent)),
      );
      expect(answers.map((each) => [each.status, each.body["status"]])).toEqual(answers.map(() => [200, "known"]));
      expect(await facts()).toBe(before);
    });

    test("a new secret is good at once, the former one until the overlap ends", async () => {
      const source = await connect(s, provider);
      const renewed = { ...source, secret: "another-secret-of-this-shop" };
      const rotated = await s.call("POST", `/v1/sources/${source.id}/rotate`, { body: { secret: renewed.secret, overlap_hours: 1 } });
      expect([rotated.status, typeof rotated.body["former_secret_until"]]).toEqual([200, "string"]);
      for (const each of [renewed, source]) expect((await send(each, PAYLOADS[provider]())).status).toBe(200);
      await s.call("POST", `/v1/sources/${source.id}/rotate`, { body: { secret: renewed.secret, overlap_hours: 0 } });
      // Known everywhere within a second.
      await new Promise((wake) => setTimeout(wake, 1_000));
      await refusedFor(source, await signed(source, PAYLOADS[provider]()), "signature_wrong");
      expect((await send(renewed, PAYLOADS[provider]())).status).toBe(200);
    });

    test("a disabled source is answered 410, and says so in its health", async () => {
      const source = await connect(s, provider);
      expect((await s.call("POST", `/v1/sources/${source.id}/disable`)).body["status"]).toBe("disabled");
      const answer = await send(source, PAYLOADS[provider]());
      expect([answer.status, answer.body["code"]]).toEqual([410, "source_disabled"]);
      const health = (await s.call("GET", `/v1/sources/${source.id}/health`)).body;
      expect(health).toMatchObject({ refused: 1, last_refused_reason: "disabled", last_refused_at: expect.any(String) });
      expect((await s.call("POST", `/v1/sources/${source.id}/enable`)).body["status"]).toBe("active");
      await new Promise((wake) => setTimeout(wake, 1_000));
      expect((await send(source, PAYLOADS[provider]())).status).toBe(200);
    });
  });

describe("stripe's own scheme", () => {
  const now = (): number => Math.floor(Date.now() / 1000);
  const event = () => stripe.stripeEvent("invoice.paid", stripe.invoice());

  test("five minutes old is good, older and more than five minutes ahead are refused", async () => {
    for (const seconds of [-270, 270]) expect((await send(sources.stripe, event(), { at: now() + seconds })).status).toBe(200);
    for (const seconds of [-310, -86_400, 360]) {
      const sent = await signed(sources.stripe, event(), { at: now() + seconds });
      await refusedFor(sources.stripe, sent, "signature_stale");
    }
  });

  test("another instant under the same signature is refused", async () => {
    const sent = await signed(sources.stripe, event(), { at: now() - 3600 });
    const fresh = sent.headers["stripe-signature"]!.replace(/t=\d+/, `t=${now()}`);
    await refusedFor(sources.stripe, { ...sent, headers: { ...sent.headers, "stripe-signature": fresh } }, "signature_wrong");
  });

  test("of several v1 one that is right is enough, and a v0 never is", async () => {
    const payload = JSON.stringify(event());
    const timestamp = now();
    const make = (secret: string): string => Stripe.webhooks.generateTestHeaderString({ payload, secret, timestamp });
    const [right, wrong] = [make(SECRETS.stripe), make("whsec_of_somebody_else")];
    const both = `${wrong},${right.slice(right.indexOf("v1="))}`;
    const headers = { "content-type": "application/json" };
    expect((await post(sources.stripe.url, { body: payload, headers: { ...headers, "stripe-signature": both } })).status).toBe(200);
    const old = `${wrong},${right.slice(right.indexOf("v1=")).replace("v1", "v0")}`;
    await refusedFor(sources.stripe, { body: payload, headers: { ...headers, "stripe-signature": old } }, "signature_wrong");
  });

  test("what we take is what Stripe's library takes", async () => {
    const sent = await signed(sources.stripe, event());
    const header = sent.headers["stripe-signature"]!;
    expect(Stripe.webhooks.constructEvent(sent.body, header, SECRETS.stripe)).toMatchObject({ type: "invoice.paid" });
    expect((await post(sources.stripe.url, sent)).status).toBe(200);
  });
});

describe("shopify's own scheme", () => {
  test("what we take is what Shopify's library takes", async () => {
    const library = shopifyApi({
      apiKey: "key",
      apiSecretKey: SECRETS.shopify,
      apiVersion: ApiVersion.January26,
      hostName: "shop.example",
      isEmbeddedApp: false,
      logger: { level: LogSeverity.Error, log: () => undefined },
    });
    const sent = await signed(sources.shopify, shopify.order());
    const rawRequest = { method: "POST", url: "/", headers: sent.headers } as never;
    expect(await library.webhooks.validate({ rawBody: sent.body, rawRequest, rawResponse: {} as never })).toMatchObject({ valid: true });
    expect((await post(sources.shopify.url, sent)).status).toBe(200);
  });

  test("ids beyond 2^53, as in Shopify's own test notifications, are kept to the digit", async () => {
    const body = JSON.stringify(shopify.order()).replaceAll("450789469", "820982911946154508");
    expect((await send(sources.shopify, body)).body["status"]).toBe("settled");
    expect(await s.engine.rows("select order_id from order_state where order_id = '820982911946154508'")).toHaveLength(1);
  });

  test("a signed body under another topic's header does what its own content says, and nothing more", async () => {
    const people = () => s.engine.rows("select id, erased_at from person order by 1");
    const [before, count] = [await people(), await facts()];
    const topics = ["customers/redact", "shop/redact", "app/uninstalled", "refunds/create", "customers/data_request"];
    for (const topic of topics) {
      const answer = await send(sources.shopify, shopify.order(), { topic });
      expect([topic, answer.status, answer.body["status"]]).toEqual([topic, 200, "refused"]);
    }
    expect([await people(), await facts()]).toEqual([before, count]);
    expect((await s.call("GET", `/v1/sources/${sources.shopify.id}`)).body).toMatchObject({ status: "active", disconnected_at: null });
  });
});

describe("woocommerce's own scheme", () => {
  test("the unsigned ping that tries an address out is answered 200 and does nothing", async () => {
    const headers = { "content-type": "application/x-www-form-urlencoded" };
    const before = await facts();
    const answer = await post(sources.woocommerce.url, { body: "webhook_id=12", headers });
    expect([answer.status, answer.body]).toEqual([200, { status: "nothing", reason: "ping" }]);
    const more = await post(sources.woocommerce.url, { body: "webhook_id=12&order=1", headers });
    expect(more.status).toBe(401);
    expect(await facts()).toBe(before);
  });

  test("two orders that share a delivery id are two: WooCommerce makes it of the second", async () => {
    const id = crypto.randomBytes(16).toString("hex");
    const answers = [
      await send(sources.woocommerce, woo.order({ id: 9001 }), { id }),
      await send(sources.woocommerce, woo.order({ id: 9002 }), { id }),
    ];
    expect(answers.map((each) => each.body["status"])).toEqual(["settled", "settled"]);
  });
});

describe("addresses and secrets", () => {
  test("an address that is none, and a source under another provider's address, are 404", async () => {
    const sent = await signed(sources.stripe, PAYLOADS.stripe());
    for (const path of [
      `/hooks/stripe/src_${"0".repeat(32)}`,
      "/hooks/stripe/x",
      `/hooks/shopify/${sources.stripe.id}`,
      `/hooks/paddle/${sources.stripe.id}`,
    ])
      expect([path, (await post(s.url + path, sent)).status]).toEqual([path, 404]);
  });

  test("the database holds no secret in clear, and a secret moved to another source does not open", async () => {
    const dump = JSON.stringify(await s.engine.rows("select * from source"));
    for (const secret of Object.values(SECRETS)) expect(dump).not.toContain(secret);
    expect(dump).toMatch(/"secret":"c1\.[0-9a-f]{8}\./);
    const [one, two] = [await connect(s, "woocommerce"), await connect(s, "woocommerce")];
    const uuid = (source: Source): string => source.id.slice(4).replace(/(.{8})(.{4})(.{4})(.{4})(.{12})/, "$1-$2-$3-$4-$5");
    await s.engine.rows("update source set secret = (select secret from source where id = $1) where id = $2", [uuid(one), uuid(two)]);
    expect((await send(two, woo.order())).status).toBe(500);
  });

  test("no answer of the API shows a secret, and the audit log knows who made, changed and disabled a source", async () => {
    const source = await connect(s, "stripe", { secret: "whsec_never_shown_anywhere" });
    const texts = await Promise.all(
      ["/v1/sources", `/v1/sources/${source.id}`, `/v1/sources/${source.id}/health`, "/v1/audit?limit=100"].map(
        async (path) => (await s.call("GET", path)).text,
      ),
    );
    expect(texts.join()).not.toContain("never_shown");
    expect(s.logged.join()).not.toContain("never_shown");
    const actions = (await s.call("GET", "/v1/audit?limit=200")).body["data"].map((each: Loose) => each["action"]);
    expect(actions).toEqual(expect.arrayContaining(["source.created", "source.rotated", "source.disabled", "source.enabled"]));
  });

  test("an address that forges without end is told to wait, and the provider's own deliveries are not", async () => {
    const strict = await createServer();
    const source = await connect(strict, "stripe");
    const forged = await signed({ ...source, secret: "whsec_forged" }, PAYLOADS.stripe());
    const statuses: number[] = [];
    // 60 a minute: where a minute ends between two of them, 60 more are let through.
    for (let i = 0; i < 121 && statuses.at(-1) !== 429; i++) statuses.push((await post(source.url, forged)).status);
    expect([statuses[0], statuses.at(-1)]).toEqual([400, 429]);
    expect((await send(source, PAYLOADS.stripe())).status).toBe(200);
    await strict.close();
  });
});
