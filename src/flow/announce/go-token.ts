/** Tokens in the buttons of announcements: which one, and who follows it. Without a name or an address, sealed with the workspace. */
import type { MailMac } from "../ports.ts";

const IDS = 32;
const SEAL = 16;

export type Followed = { announcement: string; person: string };

const bare = (uuid: string): string => uuid.replaceAll("-", "");
const uuidAt = (hex: string): string => hex.replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, "$1-$2-$3-$4-$5");

function seal(mac: MailMac, workspaceId: string, ids: Buffer): Buffer {
  return Buffer.from(mac(`${workspaceId}|go|${ids.toString("hex")}`)).subarray(0, SEAL);
}

/** 64 letters of base64url. */
export function makeGoToken(mac: MailMac, workspaceId: string, of: Followed): string {
  const ids = Buffer.from(bare(of.announcement) + bare(of.person), "hex");
  return Buffer.concat([ids, seal(mac, workspaceId, ids)]).toString("base64url");
}

/** Null for what we did not make for this workspace. */
export function readGoToken(mac: MailMac, workspaceId: string, token: string): Followed | null {
  if (!/^[A-Za-z0-9_-]{64}$/.test(token)) return null;
  const bytes = Buffer.from(token, "base64url");
  const ids = bytes.subarray(0, IDS);
  const good = seal(mac, workspaceId, ids);
  const given = bytes.subarray(IDS);
  // All bytes are compared: the time taken says nothing about how many were right.
  let difference = good.length ^ given.length;
  for (let i = 0; i < good.length; i++) difference |= good[i]! ^ (given[i] ?? 0);
  if (difference !== 0) return null;
  const hex = ids.toString("hex");
  return { announcement: uuidAt(hex.slice(0, 32)), person: uuidAt(hex.slice(32)) };
}
