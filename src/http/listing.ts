/** Lists: `?limit=&after=`, newest first, stable while rows are added: the cursor is the last id, never an offset. */
import { z } from "zod";
import { uuidOf } from "../core/id.ts";
import type { Prefix } from "../core/id.ts";
import { notFound, Refusal } from "../flow/refusal.ts";

export const MAX_PAGE = 200;

/** The two parameters of every list. */
export const paging = {
  limit: z.coerce.number().int().min(1).max(MAX_PAGE).default(50).describe("Items a page, at most 200."),
  after: z.string().max(200).optional().describe("`next` of the page before."),
};

/** `{ data, next }` of an item; `next` is null on the last page. */
export function listOf<T extends z.ZodType>(name: string, item: T) {
  return z.object({ data: z.array(item), next: z.string().nullable() }).meta({ id: `${name}List` });
}

/** The uuid to continue before, and one row more than a page, which tells whether another follows. */
export function cursorOf(prefix: Prefix, query: { limit: number; after?: string | undefined }): { before: string | null; limit: number } {
  if (query.after === undefined) return { before: null, limit: query.limit + 1 };
  const before = uuidOf(prefix, query.after);
  if (before === null)
    throw new Refusal("cursor_invalid", "Give `next` of the page before as `after`.", {
      errors: [{ pointer: "/after", message: `Not a cursor of this list (${prefix}_...).`, code: "cursor_invalid" }],
    });
  return { before, limit: query.limit + 1 };
}

/** A page of views from one row more than fits. */
export function pageOf<Row, View>(
  rows: Row[],
  limit: number,
  show: { view: (row: Row) => View; cursor: (view: View) => string },
): { data: View[]; next: string | null } {
  const data = rows.slice(0, limit).map(show.view);
  return { data, next: rows.length > limit ? show.cursor(data[data.length - 1]!) : null };
}

/** The uuid of an id in a path. What is no id of this kind is not found, like an id of another workspace. */
export function uuidOrMissing(prefix: Prefix, id: string, what: string): string {
  const uuid = uuidOf(prefix, id);
  if (uuid === null) throw notFound(what);
  return uuid;
}
