/** What Stripe says was taken back. It names a payment and no order: which order that is, the payment's own event has said or will say. */
import { type HookDeed, type Loose, clean, facts, instantText, listOf, nothing, record } from "./commerce.ts";
import { stripeMoney } from "./stripe-money.ts";

function paymentOf(object: Loose): string | undefined {
  const [intent, charge] = [object["payment_intent"], object["charge"] ?? object["id"]];
  return clean(intent ?? charge, 128) ?? clean(record(intent)["id"] ?? record(charge)["id"], 128);
}

/** A refund counts when it has succeeded. One that succeeded and failed later is not taken back: an operator grants again. */
export function refund(object: Loose): HookDeed {
  const [payment, id, at] = [paymentOf(object), clean(object["id"], 128), instantText(object["created"])];
  if (object["status"] !== "succeeded") return nothing("not_final");
  if (payment === undefined || id === undefined || at === undefined)
    return { do: "unreadable", fields: ["payment_intent", "id", "created"] };
  const money = stripeMoney(object["currency"]);
  const amount = money.read(object["amount"], "amount");
  if (money.fields.length > 0) return { do: "unreadable", fields: money.fields };
  if (amount <= 0) return nothing("nothing_taken_back");
  const order = { amount, currency: money.currency };
  return facts([{ event: { id: `stripe:refund:${id}`, type: "refund", occurred_at: at, order }, payment }]);
}

/**
 * A charge says how much of it was refunded so far. That is a total and no sum: told beside the refunds themselves it takes nothing twice.
 * Up to 2022 it held the refunds, which say more.
 */
export function charge(object: Loose, at: string): HookDeed {
  const told = listOf(record(object["refunds"])["data"]).map((each) =>
    refund({ payment_intent: object["payment_intent"], charge: object["id"], ...each }),
  );
  const known = told.flatMap((deed) => (deed.do === "facts" ? deed.facts : []));
  if (known.length > 0) return facts(known);
  const payment = paymentOf(object);
  if (payment === undefined) return { do: "unreadable", fields: ["payment_intent"] };
  const money = stripeMoney(object["currency"]);
  const taken = money.read(object["amount_refunded"], "amount_refunded");
  if (money.fields.length > 0) return { do: "unreadable", fields: money.fields };
  if (taken <= 0) return nothing("nothing_taken_back");
  const id = `stripe:charge:${String(object["id"])}:refunded:${taken}`;
  return facts([{ event: { id, type: "order_updated", occurred_at: at, order: { currency: money.currency } }, payment, taken }]);
}

/** A disputed payment counts as lost. */
export function dispute(object: Loose): HookDeed {
  const [payment, at] = [paymentOf(object), instantText(object["created"])];
  if (payment === undefined || at === undefined) return { do: "unreadable", fields: ["payment_intent", "created"] };
  const money = stripeMoney(object["currency"]);
  if (money.fields.length > 0) return { do: "unreadable", fields: money.fields };
  const id = `stripe:dispute:${String(object["id"])}`;
  return facts([{ event: { id, type: "chargeback", occurred_at: at, order: { currency: money.currency } }, payment }]);
}
