/** What the shop remembers, for as long as it runs: visitors' baskets, customers, orders. A real shop has a database here. */
import crypto from "node:crypto";
import { type Product, productOf } from "./catalogue.ts";
import type { Came, Customer } from "./grapevine.ts";

export type Visitor = {
  id: string;
  basket: Map<string, number>;
  customer: Customer | null;
  came: Came;
  coupon: { code: string; off: number } | null;
  /** Said once on the next page. */
  note: string | null;
};
export type Order = {
  id: string;
  customer: Customer;
  lines: Line[];
  total: number;
  discount: number;
  refunded: boolean;
  /** What Grapevine decided, in its own words. */
  decision: string;
};
export type Line = { product: Product; quantity: number; sum: number };
export type Store = ReturnType<typeof createStore>;

export function createStore() {
  const visitors = new Map<string, Visitor>();
  const customers = new Map<string, Customer>();
  const orders = new Map<string, Order>();
  // Numbers that no earlier run of the shop gave: Grapevine knows an order by its number.
  const first = Math.floor(Date.now() / 1000) % 10_000_000;
  return {
    customers,
    orders,
    nextOrder: () => String(first + orders.size + 1),
    visitor(id: string | undefined): Visitor {
      const known = visitors.get(id ?? "");
      if (known !== undefined) return known;
      const made: Visitor = { id: crypto.randomUUID(), basket: new Map(), customer: null, came: {}, coupon: null, note: null };
      visitors.set(made.id, made);
      return made;
    },
    /** The customer of an e-mail address. */
    customer(email: string, name: string): { customer: Customer; isNew: boolean } {
      const key = email.trim().toLowerCase();
      const known = customers.get(key);
      if (known !== undefined) return { customer: known, isNew: false };
      const customer = { id: `tea-${crypto.hash("sha256", key, "hex").slice(0, 12)}`, email: key, name };
      customers.set(key, customer);
      return { customer, isNew: true };
    },
  };
}

export function linesOf({ basket }: Visitor): Line[] {
  return [...basket].flatMap(([slug, quantity]) => {
    const product = productOf(slug);
    return product === undefined ? [] : [{ product, quantity, sum: product.price * quantity }];
  });
}

export function totalOf(lines: readonly Line[]): number {
  return lines.reduce((sum, line) => sum + line.sum, 0);
}
