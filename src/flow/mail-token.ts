/**
 * Tokens in mails: who unsubscribes, without a name, an address or an end. The workspace is in the path beside it and in the seal, so
 * that a token of one is worth nothing in another.
 */
import type { MailMac } from "./ports.ts";

/** In the order of their numbers in a token, which never change. */
const SORTS = ["person", "invitation", "operator", "report", "alerts"] as const;
/**
 * `person`: an id of ours; `invitation`: a friend who is nobody's account; `operator`: who gets the week; `report`: who gets a report;
 * `alerts`: who is told what about arrivals needs a look. */
export type MailReader = { sort: (typeof SORTS)[number]; id: string };

const BODY = 17;
const SEAL = 16;

/** 44 letters of base64url. */
export function makeMailToken(mac: MailMac, workspaceId: string, reader: MailReader): string {
  const body = Buffer.concat([Buffer.of(SORTS.indexOf(reader.sort) + 1), Buffer.from(reader.id.replaceAll("-", ""), "hex")]);
  return Buffer.concat([body, seal(mac, workspaceId, body)]).toString("base64url");
}

/** Null for what we did not make for this workspace. */
export function readMailToken(mac: MailMac, workspaceId: string, token: string): MailReader | null {
  if (!/^[A-Za-z0-9_-]{44}$/.test(token)) return null;
  const bytes = Buffer.from(token, "base64url");
  const body = bytes.subarray(0, BODY);
  const sort = SORTS[(body[0] ?? 0) - 1];
  if (sort === undefined || !sameBytes(bytes.subarray(BODY), seal(mac, workspaceId, body))) return null;
  const hex = body.subarray(1).toString("hex");
  return { sort, id: hex.replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, "$1-$2-$3-$4-$5") };
}

function seal(mac: MailMac, workspaceId: string, body: Buffer): Buffer {
  return Buffer.from(mac(`${workspaceId}|${body.toString("hex")}`)).subarray(0, SEAL);
}

/** All bytes are compared: the time taken says nothing about how many were right. */
function sameBytes(a: Uint8Array, b: Uint8Array): boolean {
  if (a.length !== b.length) return false;
  let difference = 0;
  for (let i = 0; i < a.length; i++) difference |= a[i]! ^ b[i]!;
  return difference === 0;
}
