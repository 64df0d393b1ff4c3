/** Everything the shop says to Grapevine: through the SDK, with its secret key, from its server. */
import { type Event, type EventOutcome, createClient, defineProgram } from "@grapevine/sdk";
import { CURRENCY } from "./catalogue.ts";

export type Grapevine = Awaited<ReturnType<typeof connect>>;
export type Customer = { id: string; email: string; name: string };
export type Came = { code?: string; click?: string };
export type Sale = {
  id: string;
  total: number;
  discount: number;
  coupon?: string;
  items: { sku: string; quantity: number; price: number }[];
};

const PROGRAM = "tea-friends";
const BRAND = { name: "Kettle and Leaf", primary: "#2f4a3a", paper: "#f6f1e7", ink: "#24302a", radius: 12, powered_by: true };

/** The two sides of the bargain, as a document. */
const programOf = (shop: string) =>
  defineProgram({
    key: PROGRAM,
    kind: "two_way",
    name: "Tea for friends",
    stages: ["visit", "signup", { key: "order", on: "purchase" }],
    qualifies_at: "order",
    destination: `${shop}/`,
    rewards: [
      { key: "welcome", when: { stage: "signup", nth: 1 }, to: "friend", give: { coupon: { percent: 15, valid: "30d" } } },
      {
        key: "thanks",
        when: { stage: "order", nth: 1, where: { "order.total": { gte: `10.00 ${CURRENCY}` } } },
        to: "advocate",
        give: { credit: `8.00 ${CURRENCY}` },
        hold: "14d",
        on_refund: "all_below_threshold",
      },
    ],
    share: {
      channels: ["copy", "email", "whatsapp", "sms", "linkedin", "facebook", "x", "qr"],
      messages: {
        en: {
          message: "The tea I told you about, 15 % off your first order: {link} {disclosure}",
          email_subject: "Tea for you",
          email: "Hi,\n\nthis is the tea I told you about. The link takes 15 % off your first order.\n\n{link}\n\n{disclosure}",
        },
      },
    },
    terms: {
      en: "A friend gets 15 % off her first order. You get 8.00 EUR of credit when it is for 10.00 EUR or more and its 14 days are over.",
    },
    disclosure: { en: "I get 8 EUR of credit if you order." },
  });

/** Connects and sets up what the shop needs: its program, a key for its pages, a key for tokens. Asked again it changes nothing. */
export async function connect({ url, key, shop }: { url: string; key: string; shop: string }) {
  const client = createClient({ url, key });
  const { api, unwrap } = client;
  await client.programs.put(PROGRAM, programOf(shop));
  await client.programs.publish(PROGRAM);
  const publicKey = await publishableKey(client);
  const { slug: workspace, settings } = await unwrap(api.GET("/v1/settings"));
  // Grapevine's pages, mails and elements wear the shop's colours, unless somebody has chosen others.
  if (settings["brand"] === undefined) await unwrap(api.PATCH("/v1/settings", { body: { settings: { brand: BRAND } } }));
  const { data: keys } = await unwrap(api.GET("/v1/portal-keys"));
  if (!keys.some((each) => each.revoked_at === null)) await unwrap(api.POST("/v1/portal-keys", { body: { name: "Example shop" } }));

  const track = (event: Event): Promise<EventOutcome> => client.events.track(event);
  return {
    url,
    publicKey,
    workspace,
    program: PROGRAM,
    /** A new customer's account. Whoever brought her is known from the code or the click that came with her. */
    signedUp: (customer: Customer, came: Came) =>
      track({ id: `signup-${customer.id}`, type: "signup", person: personOf(customer), referral: referralOf(came) }),
    /** The coupon that she has and has not used: it is made a moment after the sign-up that earned it. */
    async couponOf(customer: Customer): Promise<string | null> {
      const query = { person: `user_id:${customer.id}` };
      for (let tries = 0; tries < 10; tries++) {
        const { data } = await unwrap(api.GET("/v1/coupons", { params: { query } }));
        const open = data.find((each) => each.redeemed_at === null);
        if (open !== undefined) return open.code;
        await new Promise((resolve) => setTimeout(resolve, 100));
      }
      return null;
    },
    /** What a coupon takes off, or why it does not. */
    judge: (code: string, about: { customer: Customer | null; total: number }) =>
      unwrap(
        api.POST("/v1/coupons/validate", {
          body: {
            code,
            total: about.total,
            currency: CURRENCY,
            ...(about.customer === null ? {} : { person: `user_id:${about.customer.id}` }),
          },
        }),
      ),
    /** The order, after it was paid. The coupon is used up first: two orders at once cannot both have it. */
    async bought(customer: Customer, sale: Sale, came: Came): Promise<EventOutcome> {
      const { id, total, discount, coupon, items } = sale;
      if (coupon !== undefined) {
        const body = {
          code: coupon,
          person: `user_id:${customer.id}`,
          order: id,
          receipt: id,
          total: total + discount,
          currency: CURRENCY,
        };
        await unwrap(api.POST("/v1/coupons/redeem", { body }));
      }
      const order = { id, total, discount, currency: CURRENCY, items, ...(coupon === undefined ? {} : { coupons: [coupon] }) };
      return await track({ id: `order-${id}`, type: "purchase", person: personOf(customer), referral: referralOf(came), order });
    },
    refunded: (order: string) => track({ id: `refund-${order}`, type: "refund", order: { id: order } }),
    /** Lets a customer who is signed in here into her own side of Grapevine, from this shop's pages only. */
    async tokenFor({ id, email, name }: Customer): Promise<string> {
      const body = { user_id: id, email, name, program: PROGRAM, origin: shop };
      return (await unwrap(api.POST("/v1/portal/tokens", { body }))).token;
    },
  };
}

function personOf({ id, email, name }: Customer) {
  return { user_id: id, email, name };
}

function referralOf({ code, click }: Came) {
  return code || click ? { ...(code && { code }), ...(click && { click_id: click }) } : undefined;
}

/** A key that may stand in a page. Its text is shown once, so each start of the shop makes one and revokes the one before. */
async function publishableKey({ api, unwrap }: ReturnType<typeof createClient>): Promise<string> {
  const name = "Example shop";
  const { data } = await unwrap(api.GET("/v1/keys"));
  for (const old of data.filter((each) => each.name === name && each.revoked_at === null))
    await unwrap(api.POST("/v1/keys/{key}/revoke", { params: { path: { key: old.id } } }));
  return (await unwrap(api.POST("/v1/keys", { body: { kind: "publishable", name } }))).key;
}
