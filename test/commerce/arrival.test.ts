/**
 * From a signed webhook to the books, through HTTP: rewards to the cent, whatever the order of arrival and however often each comes. The
 * program pays 10 % of an order without tax and shipping.
 */
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import type { ProgramDefinition } from "../../src/core/program.ts";
import { createWorkspace, type NewWorkspace } from "../../src/flow/create-workspace.ts";
import { assertBooks } from "../support/books.ts";
import { canonicalOf } from "../support/canonical-hash.ts";
import { runs } from "../support/seeds.ts";
import { type TestServer, createServer } from "../support/server.ts";
import { repeated, shuffled } from "../support/shuffle.ts";
import * as shopify from "./fixtures/shopify.ts";
import * as stripe from "./fixtures/stripe.ts";
import * as woo from "./fixtures/woocommerce.ts";
import { type About, type Answer, type Loose, type Provider, type Source, connect, post, send, signed, takeOldOrders } from "./shops.ts";

const PROGRAM = {
  key: "friends",
  kind: "direct",
  name: "A tenth",
  stages: ["order"],
  qualifies_at: "order",
  destination: "https://shop.example/",
  attribution: { window: "30d" },
  terms: { en: "Terms." },
  disclosure: { en: "I get 10 %." },
  rewards: [{ key: "tenth", when: { stage: "order" }, to: "advocate", give: { cash: { percent: 10, of: "order.net" } }, hold: "3650d" }],
} satisfies ProgramDefinition;
const { seed } = runs(1);

let s: TestServer;
beforeAll(async () => {
  s = await createServer();
});
afterAll(() => s.close());

type Shop = { source: Source; workspace: string; key: string };
/** A new business with the program since 2024, the advocate Ann and a connected shop. */
async function open(provider: Provider, options: Loose = {}): Promise<Shop & { made: NewWorkspace }> {
  const pool = s.engine.database.pool();
  const made = await createWorkspace({ pool, ids: s.app.gv.ids }, { slug: `w-${Math.floor(performance.now() * 1000)}` });
  await s.engine.publish(PROGRAM as never, { workspace: made.workspaceId, from: Date.UTC(2024, 0, 1) });
  const { personId } = await s.engine.join("friends", { user_id: "ann", email: "ann@example.com" }, made.workspaceId);
  await s.engine.rows("update link set code = 'ANN-TENTH', code_key = 'ANNTENTH' where workspace_id = $1 and person_id = $2", [
    made.workspaceId,
    personId,
  ]);
  await s.engine.rows("update advocate set joined_at = 0 where workspace_id = $1", [made.workspaceId]);
  await takeOldOrders(s);
  return { source: await connect(s, provider, { key: made.secretKey, options }), workspace: made.workspaceId, key: made.secretKey, made };
}

/** What Ann is owed, and what of each order is taken back. */
async function owed(workspace: string): Promise<{ owed: number[]; orders: Record<string, [total: number, refunded: number]> }> {
  const rewards = await s.engine.rows<{ owed: number }>("select owed from reward where workspace_id = $1 order by client_id", [
    workspace,
  ]);
  const orders = await s.engine.rows<{ order_id: string; total: number; refunded: number }>(
    "select order_id, total, refunded from order_state where workspace_id = $1 and owner_at is not null",
    [workspace],
  );
  await assertBooks(s.engine, workspace);
  return { owed: rewards.map((r) => r.owed), orders: Object.fromEntries(orders.map((o) => [o.order_id, [o.total, o.refunded]])) };
}

type Step = { payload: Loose; about?: About };
async function tell(shop: Shop, steps: readonly Step[]): Promise<string[]> {
  const said: string[] = [];
  for (const { payload, about } of steps) {
    const answer: Answer = await send(shop.source, payload, about);
    expect([answer.status, answer.body["code"]]).toEqual([200, undefined]);
    said.push(String(answer.body["status"]));
  }
  return said;
}

const CODE = [{ name: "gv_code", value: "ANN-TENTH" }];
const META = [{ id: 1, key: "gv_code", value: "ANN-TENTH" }];

describe("one order, told by each provider", () => {
  test("stripe: a Checkout of 80.00 with 6.00 tax and 4.00 shipping earns 7.00; 20.00 refunded leaves three quarters", async () => {
    const shop = await open("stripe");
    const session = stripe.checkoutSession({ metadata: { gv_code: "ANN-TENTH" } });
    expect(await tell(shop, [{ payload: stripe.stripeEvent("checkout.session.completed", session) }])).toEqual(["settled"]);
    expect(await owed(shop.workspace)).toMatchObject({ owed: [700] });
    await tell(shop, [{ payload: stripe.stripeEvent("refund.created", stripe.refund()) }]);
    expect(await owed(shop.workspace)).toEqual({ owed: [525], orders: { pi_3MtwBwLkdIwHu7ix28a3tqPa: [8000, 2000] } });
    // The charge tells the same 20.00 as a sum: nothing more is taken.
    await tell(shop, [{ payload: stripe.stripeEvent("charge.refunded", stripe.charge()) }]);
    expect(await owed(shop.workspace)).toMatchObject({ owed: [525] });
    await tell(shop, [{ payload: stripe.stripeEvent("charge.dispute.created", stripe.dispute()) }]);
    expect(await owed(shop.workspace)).toEqual({ owed: [0], orders: { pi_3MtwBwLkdIwHu7ix28a3tqPa: [8000, 8000] } });
  });

  test("stripe: a shop that hears of its charges only: 20.00 of 80.00 so far, told before the order and again, then 50.00", async () => {
    const shop = await open("stripe");
    const charge = (amount_refunded: number): Step => ({
      payload: stripe.stripeEvent("charge.refunded", stripe.charge({ amount_refunded })),
    });
    const session = stripe.checkoutSession({ metadata: { gv_code: "ANN-TENTH" } });
    const said = await tell(shop, [charge(2000), { payload: stripe.stripeEvent("checkout.session.completed", session) }, charge(2000)]);
    expect(said).toEqual(["waiting", "settled", "known"]);
    expect(await owed(shop.workspace)).toEqual({ owed: [525], orders: { pi_3MtwBwLkdIwHu7ix28a3tqPa: [8000, 2000] } });
    await tell(shop, [charge(5000)]);
    expect(await owed(shop.workspace)).toMatchObject({ owed: [263], orders: { pi_3MtwBwLkdIwHu7ix28a3tqPa: [8000, 5000] } });
  });

  test("shopify: one sock, its tax and the shipping go back: 6.00 of 7.00 stay, for it was 10.00 of 70.00 net", async () => {
    const shop = await open("shopify");
    await tell(shop, [
      { payload: shopify.order({ note_attributes: CODE }) },
      { payload: shopify.refund(), about: { topic: "refunds/create" } },
    ]);
    expect(await owed(shop.workspace)).toEqual({ owed: [600], orders: { 450789469: [8000, 1486] } });
    const cancelled = shopify.order({
      note_attributes: CODE,
      cancelled_at: "2024-11-21T05:00:00-05:00",
      updated_at: "2024-11-21T05:00:00-05:00",
    });
    await tell(shop, [{ payload: cancelled, about: { topic: "orders/cancelled" } }]);
    expect(await owed(shop.workspace)).toEqual({ owed: [0], orders: { 450789469: [8000, 8000] } });
  });

  test("woocommerce: 10.00 refunded of 80.00; then the order is deleted", async () => {
    const shop = await open("woocommerce");
    await tell(shop, [{ payload: woo.order({ meta_data: META, refunds: [{ id: 726, reason: "", total: "-10.00" }] }) }]);
    expect(await owed(shop.workspace)).toEqual({ owed: [613], orders: { 727: [8000, 1000] } });
    await tell(shop, [{ payload: { id: 727 }, about: { topic: "order.deleted" } }]);
    expect(await owed(shop.workspace)).toEqual({ owed: [0], orders: { 727: [8000, 8000] } });
  });

  test("the shop's own script and two providers tell one order: it is paid once", async () => {
    const shop = await open("stripe");
    const metadata = { gv_code: "ANN-TENTH", gv_order: "4711" };
    await tell(shop, [{ payload: stripe.stripeEvent("checkout.session.completed", stripe.checkoutSession({ metadata })) }]);
    const order = { id: "4711", total: 8000, tax: 600, shipping: 400, currency: "USD" };
    const own = {
      id: "own",
      type: "purchase",
      occurred_at: "2024-11-20T10:00:01Z",
      person: { email: "ben@example.com" },
      referral: { code: "ANN-TENTH" },
      order,
    };
    expect((await s.call("POST", "/v1/events", { key: shop.key, body: own })).body["decisions"]).toMatchObject([
      { reason: "order_known" },
    ]);
    expect(await owed(shop.workspace)).toEqual({ owed: [700], orders: { 4711: [8000, 0] } });
  });

  test("an order without a person is answered, counted and stored nowhere; one in money unknown to us is refused by name", async () => {
    const shop = await open("shopify");
    const anonymous = shopify.order({ email: "", contact_email: null, customer: null });
    expect((await send(shop.source, anonymous)).body).toEqual({ status: "nothing", reason: "no_person" });
    expect((await send(shop.source, shopify.order({ currency: "XBT" }))).body).toEqual({ status: "refused", reason: "unreadable" });
    expect(await s.engine.rows("select 1 from fact where workspace_id = $1 and type = 'purchase'", [shop.workspace])).toEqual([]);
  });
});

describe("any order of arrival ends in the same books", () => {
  const older = (hours: number): Loose => ({ updated_at: `2024-11-20T${String(5 + hours).padStart(2, "0")}:00:00-05:00` });
  const STEPS: Record<Provider, Step[]> = {
    shopify: [
      { payload: shopify.order({ note_attributes: CODE, financial_status: "pending" }), about: { topic: "orders/create" } },
      { payload: shopify.order({ note_attributes: CODE, ...older(1) }), about: { topic: "orders/paid" } },
      // Edited by the shop after it was paid: one pair of shoes less.
      {
        payload: shopify.order({ note_attributes: CODE, ...older(2), current_total_price: "50.00" }),
        about: { topic: "orders/updated" },
      },
      {
        payload: shopify.order({ note_attributes: CODE, ...older(3), current_total_price: "50.00", note: "gift" }),
        about: { topic: "orders/updated" },
      },
      { payload: shopify.refund(), about: { topic: "refunds/create" } },
      {
        payload: shopify.order({ note_attributes: CODE, ...older(4), current_total_price: "45.00", refunds: [shopify.refund()] }),
        about: { topic: "orders/updated" },
      },
    ],
    stripe: [
      { payload: stripe.stripeEvent("checkout.session.completed", stripe.checkoutSession({ metadata: { gv_code: "ANN-TENTH" } })) },
      { payload: stripe.stripeEvent("refund.created", stripe.refund({ status: "pending" })) },
      { payload: stripe.stripeEvent("refund.updated", stripe.refund()) },
      { payload: stripe.stripeEvent("refund.created", stripe.refund({ id: "re_2", amount: 500, created: stripe.AT + 90 })) },
      { payload: stripe.stripeEvent("charge.refunded", stripe.charge()) },
      { payload: stripe.stripeEvent("charge.refunded", stripe.charge({ amount_refunded: 2500 })) },
      // A subscription's invoice, whose payment and its refund are told apart.
      {
        payload: stripe.stripeEvent(
          "invoice.paid",
          stripe.invoice({ billing_reason: "manual", status_transitions: { paid_at: stripe.AT + 600 } }),
        ),
      },
      { payload: stripe.stripeEvent("invoice_payment.paid", stripe.invoicePayment()) },
      {
        payload: stripe.stripeEvent(
          "refund.created",
          stripe.refund({ id: "re_3", amount: 950, payment_intent: "pi_103Q0w2eZvKYlo2C364X582Z" }),
        ),
      },
    ],
    woocommerce: [
      { payload: woo.order({ meta_data: META, date_paid_gmt: null, status: "pending" }), about: { topic: "order.created" } },
      { payload: woo.order({ meta_data: META }), about: { topic: "order.updated" } },
      {
        payload: woo.order({ meta_data: META, date_modified_gmt: "2024-11-20T12:00:00", status: "completed" }),
        about: { topic: "order.updated" },
      },
      {
        payload: woo.order({
          meta_data: META,
          date_modified_gmt: "2024-11-20T13:00:00",
          refunds: [{ id: 726, reason: "", total: "-10.00" }],
        }),
        about: { topic: "order.updated" },
      },
    ],
  };
  /**
   * 10 % of what is left of 70.00 net. Shopify: of 80.00 paid 45.00 are left; 14.86 say what they were for, the other 20.14 are spread over
   * the 60.00 and 5.14 that remain of goods and tax: 41.45 net. Stripe: 55.00 of 80.00, spread: 48.12; and half an invoice of 19.00.
   */
  const ENDS: Record<Provider, number[]> = { shopify: [415], stripe: [95, 481], woocommerce: [613] };

  for (const provider of ["shopify", "stripe", "woocommerce"] as const)
    test(`${provider}: ${STEPS[provider].length} deliveries in order, backwards, and mixed with repeats 12 times`, async () => {
      const steps = STEPS[provider];
      const orders = [
        [...steps],
        [...steps].reverse(),
        ...Array.from({ length: 12 }, (_, i) => (i % 2 === 0 ? shuffled(steps, seed + i) : repeated(steps, 3, seed + i))),
      ];
      let expected: unknown;
      for (const order of orders) {
        const shop = await open(provider);
        await tell(shop, order);
        const found = await canonicalOf(s.engine.rows, shop.workspace);
        expected ??= found;
        expect(found, `seed=${seed}`).toEqual(expected);
        expect((await owed(shop.workspace)).owed).toEqual(ENDS[provider]);
        expect(await s.engine.rows("select 1 from source_waiting where workspace_id = $1", [shop.workspace])).toEqual([]);
      }
    }, 60_000);

  test("all deliveries at once, from two processes", async () => {
    const shop = await open("stripe");
    const other = await s.another();
    const urls = [shop.source.url, shop.source.url.replace(s.url, other.url)];
    const all = repeated(STEPS.stripe, 3, seed);
    const answers = await Promise.all(all.map(async ({ payload }, i) => post(urls[i % 2]!, await signed(shop.source, payload))));
    expect(new Set(answers.map((each) => each.status))).toEqual(new Set([200]));
    const { owed: net } = await owed(shop.workspace);
    expect(net.reduce((a, b) => a + b, 0)).toBe(576);
    expect(await s.engine.rows("select 1 from source_waiting where workspace_id = $1", [shop.workspace])).toEqual([]);
  });
});
