/**
 * A first mapping for a table nobody has described: by the names of its columns, and by what stands in its first rows. A guess is shown
 * before it is used; what is not clear is left out.
 */
import type { DateForm } from "./cell.ts";
import type { MappingInput } from "./mapping.ts";

/** What the rows are: people (identify) or orders (purchase). */
export type TableKind = "people" | "orders";

const NAMES: readonly (readonly [field: string, names: readonly string[]])[] = [
  [
    "order.id",
    ["order id", "order number", "order no", "order", "invoice", "invoice id", "invoice number", "bestellnummer", "bestellung"],
  ],
  ["order.total", ["order total", "total", "grand total", "total price", "amount", "revenue", "price", "betrag", "summe", "gesamt"]],
  ["order.subtotal", ["subtotal", "net", "netto"]],
  ["order.tax", ["tax", "vat", "mwst"]],
  ["order.shipping", ["shipping", "delivery", "versand"]],
  ["order.discount", ["discount", "rabatt"]],
  ["order.currency", ["currency", "waehrung", "währung"]],
  ["order.coupons", ["coupon", "coupons", "coupon code", "discount code", "voucher", "gutschein"]],
  ["occurred_at", ["date", "created at", "created", "order date", "ordered at", "placed at", "paid at", "time", "timestamp", "datum"]],
  ["person.user_id", ["user id", "customer id", "customer", "client id", "member id", "account id", "id", "kundennummer", "kunden id"]],
  ["person.email", ["email", "e mail", "email address", "mail", "customer email", "e mail address"]],
  ["person.phone", ["phone", "phone number", "telephone", "mobile", "telefon"]],
  ["person.name", ["name", "full name", "customer name", "display name", "kunde"]],
  ["person.company", ["company", "company id", "organisation", "organization", "firma"]],
  ["person.attributes.country", ["country", "country code", "land"]],
  ["person.attributes.language", ["language", "locale", "sprache"]],
  ["person.attributes.plan", ["plan", "tier"]],
  ["context.channel", ["source", "channel", "utm source", "how did you hear about us", "heard from", "quelle", "referrer"]],
  ["referral.code", ["referral code", "ref", "ref code", "referred by"]],
];

const ORDERS_ONLY = /^(order\.|occurred_at$|context\.|referral\.)/;
/** An order is known by one of these. */
const ORDER_MARKS = ["order.id", "order.total"];

/** "Order-ID " and "order_id" are one name. */
const plainName = (name: string): string =>
  name
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, " ")
    .trim();

/** Which field each column fills; a field is filled once. */
function fieldsOf(header: readonly string[]): Map<string, string> {
  const found = new Map<string, string>();
  const taken = new Set<string>();
  for (const [field, names] of NAMES)
    for (const name of names) {
      const column = header.find((each) => plainName(each) === name && !taken.has(each));
      if (column === undefined || found.has(field)) continue;
      found.set(field, column);
      taken.add(column);
    }
  return found;
}

/** What the table seems to hold. */
export function guessKind(header: readonly string[]): TableKind {
  const fields = fieldsOf(header);
  return ORDER_MARKS.some((field) => fields.has(field)) ? "orders" : "people";
}

/** A mapping for the table; `rows` are its first ones. */
export function guessMapping(header: readonly string[], rows: readonly (readonly string[])[], kind: TableKind): MappingInput {
  const fields = fieldsOf(header);
  const cells = (field: string): string[] => {
    const at = header.indexOf(fields.get(field) ?? "");
    return at < 0 ? [] : rows.map((row) => (row[at] ?? "").trim()).filter((cell) => cell !== "");
  };
  if (kind === "people") {
    for (const field of fields.keys()) if (ORDERS_ONLY.test(field)) fields.delete(field);
    return { type: "identify", set: Object.fromEntries(fields) };
  }
  const order = fields.get("order.id");
  const amounts = cells("order.total");
  const set: Record<string, string> = Object.fromEntries(fields);
  if (order !== undefined) set["id"] = `order-{${order}}`;
  return {
    type: "purchase",
    set,
    dates: dateFormOf(cells("occurred_at")),
    decimal: amounts.some((cell) => /,\d{1,2}$/.test(cell)) && !amounts.some((cell) => /\.\d{1,2}$/.test(cell)) ? "," : ".",
    ...(fields.has("order.currency") ? {} : { currency: "USD" }),
  };
}

/** The form that most of them have. Of day and month, the one that no cell contradicts; the month second when none says. */
function dateFormOf(cells: readonly string[]): DateForm {
  const like = (form: RegExp): number => cells.filter((cell) => form.test(cell)).length;
  const most = cells.length / 2;
  if (cells.length === 0 || like(/^\d{4}-\d/) > most) return "iso";
  if (like(/^\d{13}$/) > most) return "unix_ms";
  if (like(/^\d{9,10}(\.\d+)?$/) > most) return "unix";
  const firsts = cells.map((cell) => /^(\d{1,2})[./-](\d{1,2})[./-]\d{4}/.exec(cell)).filter((found) => found !== null);
  return firsts.some((found) => Number(found[2]) > 12) && !firsts.some((found) => Number(found[1]) > 12) ? "mdy" : "dmy";
}
