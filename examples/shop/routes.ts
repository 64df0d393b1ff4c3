/** What the shop answers, by method and address. */
import { linesOf, totalOf } from "./store.ts";
import type { Order, Store, Visitor } from "./store.ts";
import { money, productOf } from "./catalogue.ts";
import type { EventOutcome } from "@grapevine/sdk";
import type { Grapevine } from "./grapevine.ts";
import {
  accountPage,
  basketPage,
  checkoutPage,
  home,
  officePage,
  page,
  productPage,
  reviewPage,
  signInPage,
  thanksPage,
} from "./pages.ts";

export type Asked = { visitor: Visitor; form: URLSearchParams; query: URLSearchParams; param: string };
export type Answer = { page: string } | { to: string } | { json: unknown } | null;
type Route = (asked: Asked) => Answer | Promise<Answer>;

/** `GET /tea/:slug` is "GET /tea/"; what follows the last slash is the parameter. */
export function routesOf(gv: Grapevine, store: Store): Record<string, Route> {
  const shown = (visitor: Visitor) => ({ gv, visitor });
  return {
    "GET /": ({ visitor, query }) => {
      noteArrival(visitor, query);
      return { page: page(shown(visitor), "Tea", home()) };
    },
    "GET /tea/": ({ visitor, param, query }) => {
      noteArrival(visitor, query);
      const product = productOf(param);
      return product === undefined ? null : { page: page(shown(visitor), product.name, productPage(shown(visitor), product)) };
    },
    "GET /basket": ({ visitor }) => ({ page: page(shown(visitor), "Basket", basketPage(shown(visitor))) }),
    "POST /basket": ({ visitor, form }) => {
      const slug = form.get("slug") ?? "";
      const more = Math.min(20, Math.max(1, Math.trunc(Number(form.get("quantity")) || 1)));
      if (productOf(slug) !== undefined) visitor.basket.set(slug, Math.min(99, (visitor.basket.get(slug) ?? 0) + more));
      return { to: "/basket" };
    },
    "POST /basket/code": async ({ visitor, form }) => {
      await applyCode(gv, visitor, (form.get("code") ?? "").trim());
      return { to: "/basket" };
    },
    "GET /checkout": ({ visitor }) =>
      visitor.basket.size === 0 ? { to: "/basket" } : { page: page(shown(visitor), "Checkout", checkoutPage(shown(visitor))) },
    "POST /checkout": async ({ visitor, form }) => {
      noteArrival(visitor, form);
      await enter({ gv, store, visitor }, { email: form.get("email") ?? "", name: form.get("name") ?? "" });
      return { to: "/checkout/review" };
    },
    "GET /checkout/review": ({ visitor }) =>
      visitor.customer === null ? { to: "/checkout" } : { page: page(shown(visitor), "Checkout", reviewPage(shown(visitor))) },
    "POST /order": async ({ visitor }) => {
      const order = await placeOrder({ gv, store, visitor });
      return { to: order === null ? "/basket" : `/thanks/${order.id}` };
    },
    "GET /thanks/": async ({ visitor, param }) => {
      const order = store.orders.get(param);
      if (order === undefined || order.customer !== visitor.customer) return null;
      return { page: page(shown(visitor), "Thank you", thanksPage(shown(visitor), order, await gv.tokenFor(order.customer))) };
    },
    ...accountRoutes(gv, store),
    ...officeRoutes(gv, store),
  };
}

function accountRoutes(gv: Grapevine, store: Store): Record<string, Route> {
  return {
    "GET /account": async ({ visitor }) => {
      const { customer } = visitor;
      if (customer === null) return { page: page({ gv, visitor }, "Sign in", signInPage()) };
      const own = [...store.orders.values()].filter((order) => order.customer === customer);
      return { page: page({ gv, visitor }, "Account", accountPage({ gv, visitor }, own, await gv.tokenFor(customer))) };
    },
    "POST /sign-in": async ({ visitor, form }) => {
      await enter({ gv, store, visitor }, { email: form.get("email") ?? "", name: form.get("name") ?? "" });
      return { to: "/account" };
    },
    "POST /sign-out": ({ visitor }) => {
      Object.assign(visitor, { customer: null, coupon: null, came: {} });
      return { to: "/" };
    },
    /** Where gv.js and the elements ask for a token: whoever is signed in here, and nobody else. */
    "GET /grapevine-token": async ({ visitor }) =>
      visitor.customer === null ? { json: { token: null } } : { json: { token: await gv.tokenFor(visitor.customer) } },
  };
}

function officeRoutes(gv: Grapevine, store: Store): Record<string, Route> {
  return {
    "GET /office": ({ visitor }) => ({ page: page({ gv, visitor }, "Back office", officePage([...store.orders.values()].reverse())) }),
    "POST /office/refund/": async ({ param }) => {
      const order = store.orders.get(param);
      if (order === undefined) return null;
      if (!order.refunded) order.decision = wordsOf(await gv.refunded(order.id));
      order.refunded = true;
      return { to: "/office" };
    },
  };
}

/** What a link brought, from the address or from fields that gv.js filled: the same two names. */
function noteArrival(visitor: Visitor, from: URLSearchParams): void {
  const [code, click] = [from.get("gv_code"), from.get("gv_click")];
  if (code) visitor.came = { ...visitor.came, code };
  if (click) visitor.came = { ...visitor.came, click };
}

async function applyCode(gv: Grapevine, visitor: Visitor, code: string): Promise<void> {
  if (code === "") return;
  const total = totalOf(linesOf(visitor));
  const verdict = await gv.judge(code, { customer: visitor.customer, total });
  if (verdict.valid && verdict.discount !== null) {
    visitor.coupon = { code, off: verdict.discount.amount };
    visitor.note = `${money(verdict.discount.amount)} comes off.`;
  } else if (verdict.reason === "unknown") {
    // No coupon: a friend's code, as far as we can tell. It brings one when she orders for the first time.
    visitor.came = { ...visitor.came, code };
    visitor.note = "We keep the code. If it is a friend's, your welcome coupon comes off at the checkout.";
  } else visitor.note = `This coupon cannot be used here (${verdict.reason ?? "no reason"}).`;
}

type Counter = { gv: Grapevine; store: Store; visitor: Visitor };

/** Signs a visitor in, as a new customer if need be; a new one who was sent by a friend has a coupon. */
async function enter({ gv, store, visitor }: Counter, who: { email: string; name: string }): Promise<void> {
  if (!/^[^\s@]+@[^\s@]+\.[^\s@]+$/.test(who.email)) return void (visitor.note = "Please check the e-mail address.");
  const { customer, isNew } = store.customer(who.email, who.name.trim() || who.email.split("@")[0]!);
  visitor.customer = customer;
  const sent = visitor.came.code !== undefined || visitor.came.click !== undefined;
  if (isNew) await gv.signedUp(customer, visitor.came);
  const code = isNew && sent && visitor.coupon === null ? await gv.couponOf(customer) : null;
  if (code !== null) await applyCode(gv, visitor, code);
}

async function placeOrder({ gv, store, visitor }: Counter): Promise<Order | null> {
  const { customer, coupon, came } = visitor;
  const lines = linesOf(visitor);
  if (customer === null || lines.length === 0) return null;
  const discount = coupon?.off ?? 0;
  const items = lines.map(({ product, quantity }) => ({ sku: product.slug, quantity, price: product.price }));
  const sale = {
    id: store.nextOrder(),
    total: totalOf(lines) - discount,
    discount,
    items,
    ...(coupon === null ? {} : { coupon: coupon.code }),
  };
  const outcome = await gv.bought(customer, sale, came);
  const order: Order = { id: sale.id, customer, lines, total: sale.total, discount, refunded: false, decision: wordsOf(outcome) };
  store.orders.set(order.id, order);
  visitor.basket.clear();
  visitor.coupon = null;
  return order;
}

/** "thanks: €8.00, pending", or why nothing. */
function wordsOf({ decisions }: EventOutcome): string {
  const rewards = decisions.flatMap((each) => each.rewards);
  const said = rewards.map(({ rule, value, state, change }) => {
    const amount = value.currency === "EUR" ? money(change ?? value.amount) : `${value.amount} ${value.currency}`;
    return `${rule}: ${amount}, ${state}`;
  });
  return said.join("; ") || (decisions[0]?.reason ?? decisions[0]?.outcome ?? "nothing");
}
