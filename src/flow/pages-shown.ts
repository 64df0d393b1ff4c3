/** What somebody shows of herself to those she recommends to: a name of her choice and a picture. Nothing else of her is ever shown. */
import { isCleanText } from "../core/event.ts";
import { externalId } from "../core/id.ts";
import { saveShown } from "../store/pages.ts";
import { workspaceNow } from "../store/workspaces.ts";
import type { By } from "./by.ts";
import { type ChangeParts, change } from "./change.ts";
import { Refusal } from "./refusal.ts";

/** `picture`: base64 of a PNG, JPEG or WebP; null takes it away, undefined leaves it. */
export type ShownWish = { personId: string; name: string | null; picture: string | null | undefined };

const MOST_BYTES = 65_536;

export async function setShown(parts: ChangeParts, by: By, wish: ShownWish): Promise<void> {
  const name = wish.name?.trim() || null;
  if (name !== null && !isCleanText(name)) refuse("/name", "Must be text without control characters.");
  const picture = wish.picture === null || wish.picture === undefined ? wish.picture : readPicture(wish.picture);
  await change(parts, by, async (db) => {
    const at = await workspaceNow(by.workspaceId, db);
    await saveShown(by.workspaceId, db, { personId: wish.personId, name, picture, at });
    return { result: undefined, deed: { action: "person.shown", target: externalId("per", wish.personId) } };
  });
}

/** The bytes say what they are: what a sender calls them is not asked. */
function readPicture(base64: string): { type: string; bytes: Buffer } {
  const bytes = Buffer.from(base64.replace(/^data:[^,]*,/, ""), "base64");
  if (bytes.length > MOST_BYTES) refuse("/picture", "At most 64 kB: make it smaller, 200 by 200 pixels are enough.");
  const head = bytes.subarray(0, 12).toString("latin1");
  if (head.startsWith("\x89PNG\r\n\x1a\n")) return { type: "image/png", bytes };
  if (head.startsWith("\xff\xd8\xff")) return { type: "image/jpeg", bytes };
  if (head.startsWith("RIFF") && head.endsWith("WEBP")) return { type: "image/webp", bytes };
  return refuse("/picture", "Must be a PNG, JPEG or WebP picture.");
}

function refuse(pointer: string, message: string): never {
  throw new Refusal("validation_failed", `${pointer}: ${message}`, { errors: [{ pointer, message, code: "invalid_value" }] });
}
