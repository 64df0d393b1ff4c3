/** The order inside a Segment message: decimal amounts in major units become minor ones, digit by digit. */
import type { FieldError } from "../event.ts";
import { currencyDecimals } from "../currency.ts";
import { decimalToMinor, moneyMessage } from "../money.ts";

/** An object of unknown fields. */
export type Loose = { readonly [key: string]: unknown };

type Reader = (from: Loose, key: string, pointer: string) => number | undefined;

/** `order` of an event from the properties of a track call. What cannot be read goes to `errors`, in the message's field names. */
export function segmentOrder(properties: Loose, errors: FieldError[]): Record<string, unknown> {
  const order: Record<string, unknown> = {};
  const id = properties["order_id"] ?? properties["orderId"];
  if (id !== undefined && id !== null) order["id"] = String(id);
  const currency = typeof properties["currency"] === "string" ? properties["currency"].toUpperCase() : undefined;
  if (currency !== undefined) order["currency"] = currency;
  if (typeof properties["coupon"] === "string" && properties["coupon"] !== "") order["coupons"] = [properties["coupon"]];
  const read = moneyReader(currency, errors);
  for (const key of ["tax", "shipping", "discount", "subtotal"]) {
    const amount = read(properties, key, `/properties/${key}`);
    if (amount !== undefined) order[key] = amount;
  }
  const total = totalOf(properties, order, read);
  if (total !== undefined) order["total"] = total;
  const products = properties["products"];
  if (Array.isArray(products) && products.length > 0)
    order["items"] = products.map((each, i) => item(record(each), `/properties/products/${i}`, read));
  return order;
}

/** `total` is what was paid; `revenue` by Segment's words is without tax and shipping. */
function totalOf(properties: Loose, order: Record<string, unknown>, read: Reader): number | undefined {
  const total = read(properties, "total", "/properties/total") ?? read(properties, "value", "/properties/value");
  if (total !== undefined) return total;
  const revenue = read(properties, "revenue", "/properties/revenue");
  return revenue === undefined ? undefined : revenue + Number(order["tax"] ?? 0) + Number(order["shipping"] ?? 0);
}

function item(product: Loose, pointer: string, read: Reader): Record<string, unknown> {
  const sku = product["sku"] ?? product["product_id"] ?? product["name"];
  const out: Record<string, unknown> = {
    sku: sku === undefined || sku === null ? "" : String(sku),
    quantity: product["quantity"] ?? 1,
    price: read(product, "price", `${pointer}/price`) ?? 0,
  };
  if (typeof product["name"] === "string" && product["name"] !== "") out["name"] = product["name"].slice(0, 256);
  if (typeof product["category"] === "string" && product["category"] !== "") out["category"] = product["category"];
  return out;
}

function moneyReader(currency: string | undefined, errors: FieldError[]): Reader {
  const usable = currency !== undefined && currencyDecimals(currency) !== undefined;
  let said = false;
  return (from, key, pointer) => {
    const value = from[key];
    if (value === undefined || value === null || value === "") return undefined;
    if (!usable) {
      if (!said)
        errors.push({
          pointer: "/properties/currency",
          message: 'Say the currency of the amounts, such as "USD".',
          code: currency === undefined ? "currency_missing" : "currency_unknown",
        });
      said = true;
      return undefined;
    }
    const isReadable = typeof value === "number" || typeof value === "string";
    // Clients add prices up as floats and send 19.990000000000002: the tail is rounded off, half away from zero.
    const amount = isReadable ? decimalToMinor(value, currency, "half_up") : "money_malformed";
    if (typeof amount === "number") return amount;
    errors.push({ pointer, message: moneyMessage(amount, currency), code: amount });
    return undefined;
  };
}

/** A value as an object of unknown fields; what is none is an empty one. */
export function record(value: unknown): Loose {
  return typeof value === "object" && value !== null && !Array.isArray(value) ? (value as Loose) : {};
}
