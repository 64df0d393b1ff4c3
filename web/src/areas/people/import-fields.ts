/** What a column of a table may be, in words. */
import { t } from "../../words/say.ts";

type Target = { value: string; label: string };

const people = (): Target[] => [
  { value: "person.user_id", label: t("Your id of the person") },
  { value: "person.email", label: t("E-mail") },
  { value: "person.name", label: t("Name") },
  { value: "person.phone", label: t("Phone") },
  { value: "person.company", label: t("Your id of the company") },
  { value: "person.attributes.country", label: t("Country") },
  { value: "person.attributes.language", label: t("Language") },
];

const orders = (): Target[] => [
  { value: "order.id", label: t("Order number") },
  { value: "occurred_at", label: t("When") },
  { value: "order.total", label: t("Total") },
  { value: "order.subtotal", label: t("Subtotal") },
  { value: "order.tax", label: t("Tax") },
  { value: "order.shipping", label: t("Shipping") },
  { value: "order.discount", label: t("Discount") },
  { value: "order.currency", label: t("Currency") },
  { value: "order.coupons", label: t("Coupon codes") },
  { value: "referral.code", label: t("Code of a recommendation") },
  { value: "context.channel", label: t("Where the customer came from") },
];

export const targets = (kind: "people" | "orders"): Target[] => (kind === "people" ? people() : [...orders(), ...people()]);

/** A column that is none of them becomes an attribute of the person, by a name that the API takes. */
export function attributeOf(column: string): string {
  const name = column.replace(/[^A-Za-z0-9_]+/g, "_").replace(/^[^A-Za-z]+/, "");
  return `person.attributes.${(name === "" ? "column" : name).slice(0, 60)}`;
}

/** "/order/total" in words. */
export function targetWord(pointer: string): string {
  const field = pointer.replace(/^\//, "").replaceAll("/", ".");
  return [...orders(), ...people()].find((each) => each.value === field)?.label ?? field;
}
