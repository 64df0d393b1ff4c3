/** For whom a key acts: an operator's key may speak for a person, and is then judged as that person. */
import { z } from "zod";
import type { Read } from "./context.ts";
import { findPersonIfGiven } from "./lookup.ts";

const HOW = "Whom the key acts for: per_... or user_id:... What she may not see is 404, whatever the key may do.";

/** `acting_as` of a body or a query. */
export const actingAs = { acting_as: z.string().max(300).optional().describe(HOW) };

/** The body of a change that says nothing else. */
export const actingBody = z.strictObject(actingAs).meta({ id: "ActingAs" });

/** The person's uuid; null when the key acts for itself. */
export async function actingOf(read: Read, given: { acting_as?: string | undefined } | undefined): Promise<string | null> {
  return read((workspaceId, db) => findPersonIfGiven(workspaceId, db, given?.acting_as));
}
