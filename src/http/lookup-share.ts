/** From the id of a share or a deliverable to what is shown of it, or the one 404. */
import type { z } from "zod";
import { uuidOf } from "../core/id.ts";
import { notFound } from "../flow/refusal.ts";
import type { Client } from "../store/db.ts";
import { readDeliverable } from "../store/deliverables.ts";
import { readShare } from "../store/shares.ts";
import type { HttpContext } from "./context.ts";
import { addressParts } from "./lookup.ts";
import { type deliverable, deliverableView, type share, shareView } from "./views/share.ts";

export async function findShare(
  workspaceId: string,
  db: Client,
  wanted: { id: string; context: HttpContext },
): Promise<z.input<typeof share>> {
  const uuid = uuidOf("shr", wanted.id);
  const row = uuid === null ? null : await readShare(workspaceId, db, uuid);
  if (row === null) throw notFound("share");
  return shareView(row, await addressParts(workspaceId, db, wanted.context));
}

export async function findDeliverable(workspaceId: string, db: Client, id: string): Promise<z.input<typeof deliverable>> {
  const uuid = uuidOf("dvr", id);
  const row = uuid === null ? null : await readDeliverable(workspaceId, db, uuid);
  if (row === null) throw notFound("deliverable");
  return deliverableView(row);
}
