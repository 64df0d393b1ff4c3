/** What is counted of a batch's events beside their outcomes: which came late, and which are about an order that another event had told. */
import { LATE_MS } from "../../core/analytics/doors.ts";
import type { Book } from "../../core/book.ts";
import { AGAIN, LATE } from "../door-tally.ts";

/** Orders that events had told before this batch. */
export function toldOrders(book: Book): Set<string> {
  const told = new Set<string>();
  for (const order of book.orders.values()) if (order.ownerAt !== null) told.add(order.id);
  return told;
}

/** A mark a draft, by its index. What an import brings is old by nature. */
export function marksOf(book: Book, told: Set<string>): Uint8Array {
  const marks = new Uint8Array(book.outcomes.length);
  for (const { index, fact, receivedAt } of book.entries) {
    if (!book.inImport && receivedAt - fact.at > LATE_MS) marks[index]! |= LATE;
    if (fact.order === undefined) continue;
    if (told.has(fact.order.id)) marks[index]! |= AGAIN;
    told.add(fact.order.id);
  }
  return marks;
}
