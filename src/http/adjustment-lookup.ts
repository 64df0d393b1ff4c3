/** Adjustments by their id, and the refusal that names the way to them. */
import type { z } from "zod";
import { uuidOf } from "../core/id.ts";
import { limitOf } from "../flow/adjustments.ts";
import { Refusal, notFound } from "../flow/refusal.ts";
import { readAdjustment } from "../store/adjustments.ts";
import type { Client } from "../store/db.ts";
import type { Caller, Read } from "./context.ts";
import { refuseAboveSupport } from "./support-limit.ts";
import { type adjustment, adjustmentView } from "./views/money.ts";

/** An adjustment by its external id as the API shows it, or the 404. */
export async function findAdjustment(workspaceId: string, db: Client, id: string): Promise<z.input<typeof adjustment>> {
  const uuid = uuidOf("adj", id);
  const row = uuid === null ? null : await readAdjustment(workspaceId, db, uuid);
  if (row === null) throw notFound("adjustment");
  return adjustmentView(row);
}

/**
 * An operator who is signed in changes by herself only what is within the limit. Keys are a program's hands, and act as they were made to.
 */
export async function refuseAboveLimit(caller: Caller, read: Read, of: { unit: string; amount: number }): Promise<void> {
  if (caller.kind !== "session") return;
  refuseAboveSupport(caller, of);
  const limit = await read((workspaceId, db) => limitOf(workspaceId, db, of.unit));
  if (of.amount <= limit) return;
  throw new Refusal(
    "second_person_needed",
    `Above ${limit} ${of.unit} (minor units) a second operator has to agree: propose it with POST /v1/adjustments.`,
  );
}

/** Only somebody who is signed in decides about a colleague's proposal: whoever made it may hold any number of keys. */
export function refuseKeys(caller: Caller): void {
  if (caller.kind === "session") return;
  throw new Refusal("key_kind_refused", "A second person decides this: sign in to the console.");
}
