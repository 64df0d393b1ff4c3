/** What a batch writes beside facts: their present status where it changed, and people left to a resettle job. */
import type { Book } from "../core/book.ts";
import { type Statement, insertRows } from "./settle-statement.ts";

/** Statuses that are no longer the stored ones. The fact's own row is never changed. */
export function statuses(book: Book): Statement | undefined {
  const list = [...book.statuses];
  if (list.length === 0) return undefined;
  return insertRows(
    "fact_status",
    [
      ["fact_id", "uuid", list.map(([fact]) => fact)],
      ["status", "text", list.map(([, status]) => status)],
      ["at", "bigint", list.map(() => book.instant)],
    ],
    " on conflict (workspace_id, fact_id) do update set status = excluded.status, at = excluded.at",
  );
}

/** People for the resettle job; who waits already keeps her place. */
export function requests(book: Book): Statement | undefined {
  const list = [...book.requests];
  if (list.length === 0) return undefined;
  return insertRows(
    "resettle_request",
    [
      ["kind", "text", list.map(() => "person")],
      ["key", "text", list],
      ["requested_at", "bigint", list.map(() => book.instant)],
    ],
    " on conflict (workspace_id, kind, key) do nothing",
  );
}
