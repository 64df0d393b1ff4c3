/** The shop's pages. What is Grapevine's in them: one script tag for visits, elements, and the fields marked `data-gv`. */
import { PRODUCTS, money, tin } from "./catalogue.ts";
import type { Product } from "./catalogue.ts";
import type { Grapevine } from "./grapevine.ts";
import { type Html, html } from "./html.ts";
import { type Order, type Visitor, linesOf, totalOf } from "./store.ts";

export type Shown = { gv: Grapevine; visitor: Visitor };

/** The frame of every page. */
export function page({ gv, visitor }: Shown, title: string, body: Html): string {
  // Whoever has an account knows us already.
  const isNew = visitor.customer === null;
  const count = [...visitor.basket.values()].reduce((sum, quantity) => sum + quantity, 0);
  const note = visitor.note;
  visitor.note = null;
  return html`<!doctype html>
    <html lang="en">
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <title>${title} · Kettle and Leaf</title>
        <link rel="icon" href="/icon.svg" />
        <link rel="stylesheet" href="/shop.css" />
        <script src="/shop.js"></script>
        <script
          async
          src="${gv.url}/js/gv.js"
          data-key="${gv.publicKey}"
          data-workspace="${gv.workspace}"
          data-program="${gv.program}"
          data-consent="required"
          data-code-field="#code"
          data-token-url="/grapevine-token"
        ></script>
        <script async src="${gv.url}/js/embeds.js"></script>
      </head>
      <body>
        <a class="skip" href="#main">To the content</a>
        ${isNew && html`<grapevine-banner></grapevine-banner>`}
        <header class="top">
          <a class="brand" href="/">Kettle <span>and</span> Leaf</a>
          <nav aria-label="Shop">
            <a href="/account">${visitor.customer === null ? "Sign in" : visitor.customer.name}</a>
            <a href="/basket">Basket${count > 0 && html` <b>${count}</b>`}</a>
          </nav>
        </header>
        <main id="main">${note !== null && html`<p class="note" role="status">${note}</p>`} ${body}</main>
        <footer>
          <p>A shop that sells nothing: the stage on which Grapevine is tried out. <a href="/office">Back office</a></p>
        </footer>
        <div class="ask" id="ask" hidden role="region" aria-label="Consent">
          <p>May we remember in this browser who recommended us to you? Only for that, and only here.</p>
          <div><button id="yes">Yes</button><button id="no" class="quiet">No</button></div>
        </div>
      </body>
    </html>`.text;
}

export function home(): Html {
  const card = (each: Product): Html =>
    html`<li>
      <a href="/tea/${each.slug}"
        >${tin(each)}<span class="name">${each.name}</span> <span class="muted">${each.origin}</span
        ><span class="price">${money(each.price)}</span></a
      >
    </li>`;
  return html`<section class="hero">
      <h1>Tea worth telling somebody about</h1>
      <p>Small gardens, six tins, nothing else. Sent within a day, for two weeks yours to send back.</p>
    </section>
    <ul class="shelf">
      ${PRODUCTS.map(card)}
    </ul>`;
}

export function productPage({ gv }: Shown, product: Product): Html {
  return html`<article class="product">
      ${tin(product)}
      <div>
        <h1>${product.name}</h1>
        <p class="muted">${product.origin}</p>
        <p>${product.note}</p>
        <p class="price big">${money(product.price)} <span class="muted">for 100 g</span></p>
        <form method="post" action="/basket">
          <input type="hidden" name="slug" value="${product.slug}" />
          <label>Tins <input type="number" name="quantity" value="1" min="1" max="20" inputmode="numeric" /></label>
          <button>Into the basket</button>
        </form>
      </div>
    </article>
    <grapevine-button program="${gv.program}"></grapevine-button>`;
}

export function basketPage({ visitor }: Shown): Html {
  const lines = linesOf(visitor);
  if (lines.length === 0)
    return html`<h1>Your basket</h1>
      <p>It is empty. <a href="/">Look at the teas</a></p>`;
  return html`<h1>Your basket</h1>
    ${sums(visitor)}
    <form class="row" method="post" action="/basket/code">
      <label for="code">Code of a friend, or coupon</label>
      <div>
        <input id="code" name="code" autocomplete="off" autocapitalize="characters" maxlength="64" /><button class="quiet">Apply</button>
      </div>
    </form>
    <p><a class="button" href="/checkout">To the checkout</a></p>`;
}

function sums(visitor: Visitor): Html {
  const lines = linesOf(visitor);
  const total = totalOf(lines);
  const off = visitor.coupon?.off ?? 0;
  return html`<table class="sums">
    <tbody>
      ${lines.map(
        ({ product, quantity, sum }) =>
          html`<tr>
            <th scope="row">${product.name}</th>
            <td>${quantity}</td>
            <td>${money(sum)}</td>
          </tr>`,
      )}
      ${off > 0 &&
      html`<tr class="off">
        <th scope="row" colspan="2">Coupon ${visitor.coupon!.code}</th>
        <td>−${money(off)}</td>
      </tr>`}
      <tr class="total">
        <th scope="row" colspan="2">Total</th>
        <td>${money(total - off)}</td>
      </tr>
    </tbody>
  </table>`;
}

export function checkoutPage({ visitor }: Shown): Html {
  const { customer } = visitor;
  return html`<h1>Checkout</h1>
    <form class="fields" method="post" action="/checkout">
      <label>Name <input name="name" required autocomplete="name" maxlength="100" value="${customer?.name}" /></label>
      <label>E-mail <input type="email" name="email" required autocomplete="email" maxlength="200" value="${customer?.email}" /></label>
      <input type="hidden" name="gv_code" data-gv="code" /><input type="hidden" name="gv_click" data-gv="click_id" />
      <button>Continue</button>
    </form>`;
}

export function reviewPage(shown: Shown): Html {
  const { customer } = shown.visitor;
  return html`<h1>Is everything right?</h1>
    <p>For ${customer?.name}, <span class="muted">${customer?.email}</span></p>
    ${sums(shown.visitor)}
    <form method="post" action="/order"><button>Order and pay</button></form>
    <p class="muted">Nobody is charged: this is a stage.</p>`;
}

/** The moment at which people like to recommend. */
export function thanksPage({ gv }: Shown, order: Order, token: string): Html {
  return html`<h1>Thank you, ${order.customer.name}</h1>
    <p>Order ${order.id} leaves the house tomorrow. You paid ${money(order.total)}.</p>
    <grapevine-post-purchase program="${gv.program}" token="${token}"></grapevine-post-purchase>
    <p><a href="/account">Your account</a></p>`;
}

export function signInPage(): Html {
  return html`<h1>Sign in</h1>
    <form class="fields" method="post" action="/sign-in">
      <label>E-mail <input type="email" name="email" required autocomplete="email" maxlength="200" /></label>
      <label>Name <input name="name" autocomplete="name" maxlength="100" /></label><button>Sign in</button>
    </form>
    <p class="muted">A real shop would ask for more than an address. This one only plays.</p>`;
}

export function accountPage({ gv, visitor }: Shown, orders: readonly Order[], token: string): Html {
  const line = (each: Order): Html => html`<li>Order ${each.id}, ${money(each.total)}${each.refunded && ", refunded"}</li>`;
  return html`<h1>${visitor.customer?.name}</h1>
    <ul>
      ${orders.map(line)}
    </ul>
    <form method="post" action="/sign-out"><button class="quiet">Sign out</button></form>
    <h2>Recommend us</h2>
    <grapevine-portal server="${gv.url}" workspace="${gv.workspace}" program="${gv.program}" token="${token}"></grapevine-portal>
    <script async src="${gv.url}/js/portal.js"></script>`;
}

/** What the operator sees of an order: what it was, what Grapevine decided, and the way back. */
export function officePage(orders: readonly Order[]): Html {
  const row = (each: Order): Html =>
    html`<tr>
      <td>${each.id}</td>
      <td>${each.customer.name}</td>
      <td class="number">${money(each.total)}</td>
      <td>${each.decision}</td>
      <td>
        ${each.refunded
          ? "refunded"
          : html`<form method="post" action="/office/refund/${each.id}"><button class="quiet">Refund</button></form>`}
      </td>
    </tr>`;
  if (orders.length === 0)
    return html`<h1>Back office</h1>
      <p>No orders yet.</p>`;
  return html`<h1>Back office</h1>
    <div class="wide" tabindex="0">
      <table>
        <thead>
          <tr>
            <th>Order</th>
            <th>Customer</th>
            <th>Paid</th>
            <th>What Grapevine decided</th>
            <th>Refund</th>
          </tr>
        </thead>
        <tbody>
          ${orders.map(row)}
        </tbody>
      </table>
    </div>`;
}
