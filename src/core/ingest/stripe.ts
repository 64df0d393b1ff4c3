/**
 * Stripe's events as ours. A payment for goods is told by its Checkout session, a subscription's by its invoices; what is taken back names
 * only the payment, so each tells under which order its payment is known (`refs`), and a refund may come before either.
 */
import { type Hook, type HookDeed, type HookFact, type Loose, clean, facts, instantText, nothing, record } from "./commerce.ts";
import { failed, invoice, paidBy, pairsOf, payer, session, type Told } from "./stripe-payment.ts";
import { charge, dispute, refund } from "./stripe-refund.ts";

const READERS: Readonly<Record<string, (told: Told) => HookDeed>> = {
  "checkout.session.completed": session,
  "checkout.session.async_payment_succeeded": session,
  "invoice.paid": invoice,
  "invoice.payment_succeeded": invoice,
  "invoice.payment_failed": failed,
  "invoice_payment.paid": paidBy,
  "charge.refunded": ({ object, at }) => charge(object, at),
  "refund.created": ({ object }) => refund(object),
  "refund.updated": ({ object }) => refund(object),
  "charge.refund.updated": ({ object }) => refund(object),
  "charge.dispute.created": ({ object }) => dispute(object),
  "customer.subscription.created": subscription,
  "customer.subscription.updated": subscription,
  "customer.subscription.deleted": cancelled,
};

/** What an event of Stripe says. Its type stands in the signed body. */
export function mapStripe({ body, options }: Hook): HookDeed {
  const at = instantText(body["created"]);
  const id = clean(body["id"], 128);
  const data = record(body["data"]);
  const reader = Object.hasOwn(READERS, String(body["type"])) ? READERS[String(body["type"])] : undefined;
  if (reader === undefined) return nothing("unknown_topic");
  if (body["livemode"] !== true && !options.sandbox) return nothing("test_mode");
  const object = record(data["object"]);
  if (at === undefined || id === undefined || clean(object["id"], 128) === undefined)
    return { do: "unreadable", fields: ["id", "created", "data.object.id"] };
  return reader({ object, at, id, before: record(data["previous_attributes"]), options });
}

function subscription({ object, at, id, before, options }: Told): HookDeed {
  const who = payer(object, pairsOf(object["metadata"]), options);
  const [sub, status] = [String(object["id"]), String(object["status"])];
  const began = instantText(object["start_date"]) ?? instantText(object["created"]) ?? at;
  const list: HookFact[] = [];
  if (status === "active" || status === "trialing")
    list.push({ event: { id: `stripe:subscription:${sub}:started`, type: "subscription_started", occurred_at: began, ...who } });
  const name = changeOf(object, before);
  if (name !== undefined) list.push({ event: { id: `stripe:event:${id}`, type: "custom", name, occurred_at: at, ...who } });
  return list.length > 0 ? facts(list) : nothing("not_paid");
}

/** What became of a subscription, by Stripe's own list of what was different before. */
function changeOf(object: Loose, before: Loose): string | undefined {
  if ("pause_collection" in before) return object["pause_collection"] === null ? "subscription_resumed" : "subscription_paused";
  if ("items" in before || "plan" in before || "quantity" in before) return "subscription_changed";
  return undefined;
}

function cancelled({ object, at, options }: Told): HookDeed {
  const ended = instantText(object["ended_at"]) ?? at;
  const id = `stripe:subscription:${String(object["id"])}:cancelled`;
  return facts([
    { event: { id, type: "subscription_cancelled", occurred_at: ended, ...payer(object, pairsOf(object["metadata"]), options) } },
  ]);
}
