/**
 * Messages of Segment's tracking API as events: identify, track (with the ecommerce names), page, screen, group, alias.
 * The shape is open, as Segment's is: what is not understood goes to `properties`, what is wrong is said in Segment's own field
 * names. Decimal money becomes minor units; `messageId` becomes the event's id.
 */
import type { EventType, FieldError } from "../event.ts";
import { record, segmentOrder } from "./segment-order.ts";
import type { Loose } from "./segment-order.ts";

export type SegmentKind = "track" | "identify" | "page" | "screen" | "group" | "alias";
/** An event to be checked as any other, or the fields that cannot be read. */
export type Mapped = { event: Record<string, unknown> } | { errors: FieldError[] };

/** Segment's names, lower case, and what they are here. Any other name is a `custom` event of that name. */
const NAMES: Readonly<Record<string, EventType>> = {
  "order completed": "purchase",
  "order updated": "order_updated",
  "order refunded": "refund",
  "order cancelled": "order_updated",
  "order canceled": "order_updated",
  "order charged back": "chargeback",
  "signed up": "signup",
  "account created": "signup",
  "user signed up": "signup",
  "lead generated": "lead",
  "lead captured": "lead",
  "lead submitted": "lead",
  "subscription started": "subscription_started",
  "subscription renewed": "payment",
  "invoice paid": "payment",
  "payment succeeded": "payment",
  "subscription cancelled": "subscription_cancelled",
  "subscription canceled": "subscription_cancelled",
  "product shared": "share",
  "cart shared": "share",
  "survey completed": "survey_response",
};
/** Names that are an activity of the advocate, under the activity's own word. */
const ACTIVITIES: Readonly<Record<string, string>> = { "product reviewed": "review", "testimonial submitted": "testimonial" };
const MONEY: ReadonlySet<EventType> = new Set(["purchase", "order_updated", "refund", "chargeback", "payment"]);

/** What was read into a canonical field and is not repeated among the properties. */
const READ = new Set(["referral_code", "click_id", "coupon", "products", "stage", "channel"]);
const TRAITS = new Set(["email", "phone", "name", "firstName", "lastName", "company", "id"]);

/** One message. `kind` is the route's, or the message's own `type` in a batch. */
export function mapSegment(message: Loose, kind: SegmentKind): Mapped {
  const errors: FieldError[] = [];
  const event: Record<string, unknown> = { type: "custom", person: personOf(message, kind) };
  if (isText(message["messageId"])) event["id"] = message["messageId"];
  const at = message["timestamp"] ?? message["originalTimestamp"];
  if (at !== undefined && at !== null) event["occurred_at"] = at;
  const context = contextOf(message);
  if (Object.keys(context).length > 0) event["context"] = context;
  const referral = referralOf(message, context["page"]);
  if (Object.keys(referral).length > 0) event["referral"] = referral;
  if (kind === "track") track(message, event, errors);
  else event["type"] = kind === "page" || kind === "screen" ? "visit" : "identify";
  return errors.length > 0 ? { errors } : { event };
}

function track(message: Loose, event: Record<string, unknown>, errors: FieldError[]): void {
  const name = isText(message["event"]) ? message["event"].trim() : "";
  if (name === "") errors.push({ pointer: "/event", message: 'Say what happened, such as "Order Completed".', code: "event_missing" });
  const properties = record(message["properties"]);
  const known = name.toLowerCase();
  const type = Object.hasOwn(NAMES, known) ? NAMES[known]! : Object.hasOwn(ACTIVITIES, known) ? "activity" : "custom";
  event["type"] = type;
  if (type === "activity") event["name"] = ACTIVITIES[known];
  if (type === "custom") event["name"] = name.slice(0, 128);
  if (MONEY.has(type)) event["order"] = segmentOrder(properties, errors);
  const rest = Object.entries(properties).filter(([key]) => !READ.has(key));
  if (known.startsWith("order cancel")) rest.push(["status", "cancelled"]);
  if (rest.length > 0) event["properties"] = Object.fromEntries(rest);
  if (isText(properties["channel"]) && type === "share") event["context"] = { ...record(event["context"]), channel: properties["channel"] };
}

function personOf(message: Loose, kind: SegmentKind): Record<string, unknown> {
  const person: Record<string, unknown> = {};
  if (isText(message["userId"])) person["user_id"] = message["userId"];
  const anonymous = kind === "alias" ? message["previousId"] : message["anonymousId"];
  if (isText(anonymous)) person["anonymous_id"] = anonymous;
  const traits = kind === "group" ? {} : { ...record(record(message["context"])["traits"]), ...record(message["traits"]) };
  if (isText(traits["email"])) person["email"] = traits["email"];
  // Segment's traits hold phone numbers in any form; one that is not E.164 is left out rather than refusing the event.
  if (isText(traits["phone"]) && /^\+[1-9]\d{6,14}$/.test(traits["phone"])) person["phone"] = traits["phone"];
  const name = isText(traits["name"]) ? traits["name"] : [traits["firstName"], traits["lastName"]].filter(isText).join(" ");
  if (name !== "") person["name"] = name;
  const company = kind === "group" ? message["groupId"] : companyOf(traits["company"]);
  if (isText(company)) person["company"] = company;
  const rest = Object.entries(traits).filter(([key]) => !TRAITS.has(key));
  if (rest.length > 0) person["attributes"] = Object.fromEntries(rest);
  return person;
}

function companyOf(value: unknown): unknown {
  const company = record(value);
  return isText(value) ? value : (company["id"] ?? company["name"]);
}

function contextOf(message: Loose): Record<string, unknown> {
  const context = record(message["context"]);
  const page = record(context["page"])["url"] ?? record(message["properties"])["url"];
  const out: Record<string, unknown> = {};
  if (isText(context["ip"])) out["ip"] = context["ip"];
  if (isText(context["userAgent"])) out["user_agent"] = context["userAgent"].slice(0, 2000);
  if (isText(context["locale"])) out["locale"] = context["locale"];
  if (isText(page)) out["page"] = page.slice(0, 4000);
  return out;
}

/** A code or click id among the properties, or in the address of the page (`gv_code`, `gv_click`). */
function referralOf(message: Loose, page: unknown): Record<string, unknown> {
  const properties = record(message["properties"]);
  const out: Record<string, unknown> = {};
  if (isText(properties["referral_code"])) out["code"] = properties["referral_code"];
  if (isText(properties["click_id"])) out["click_id"] = properties["click_id"];
  if (isText(page) && page.length <= 2000 && /[?&#]gv_(code|click)=/.test(page)) out["link"] = page;
  return out;
}

/** Pointers of the canonical event in the message's own words, longest first. */
const POINTERS: readonly (readonly [string, string])[] = [
  ["/person/user_id", "/userId"],
  ["/person/anonymous_id", "/anonymousId"],
  ["/person/company", "/traits/company"],
  ["/person/attributes", "/traits"],
  ["/person", "/traits"],
  ["/order/items", "/properties/products"],
  ["/order/id", "/properties/order_id"],
  ["/order/coupons", "/properties/coupon"],
  ["/order", "/properties"],
  ["/occurred_at", "/timestamp"],
  ["/id", "/messageId"],
  ["/referral/link", "/context/page/url"],
  ["/context/page", "/context/page/url"],
  ["/name", "/event"],
];

/** "/order/total" of an event is "/properties/total" of the message it was made from. */
export function segmentPointer(pointer: string): string {
  for (const [ours, theirs] of POINTERS) {
    if (pointer === ours || pointer.startsWith(`${ours}/`)) return theirs + pointer.slice(ours.length);
  }
  return pointer;
}

function isText(value: unknown): value is string {
  return typeof value === "string" && value !== "";
}
