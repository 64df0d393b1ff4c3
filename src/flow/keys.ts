/**
 * API keys: `gv_live_` (secret), `gv_pub_` (publishable) or `gv_test_` (the sandbox), then 32 random bytes and a CRC-32,
 * both in base 62. The checksum lets secret scanners and the door tell a key from a string without asking anyone. Only
 * the SHA-256 is kept: with 256 random bits behind it a slow hash would protect nothing more. A publishable key is no secret (it stands
 * in every page): its text is kept too, so that snippets can be shown with it.
 */
import crypto from "node:crypto";
import zlib from "node:zlib";
import { insertKey, insertKeyDirectory, revokeKey } from "../store/access.ts";
import type { KeyKind } from "../store/access.ts";
import type { Client } from "../store/db.ts";
import type { Ids } from "./ports.ts";

const PREFIX: Record<KeyKind, string> = { secret: "gv_live_", publishable: "gv_pub_", test: "gv_test_" };
const LETTERS = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz";
/** 62^43 > 2^256 and 62^6 > 2^32. */
const SECRET_LETTERS = 43;
const SUM_LETTERS = 6;

export type NewKey = { text: string; hash: string; prefix: string; last4: string };

/** A new key's text, to be shown once, and what is stored of it. */
export function makeKey(kind: KeyKind, ids: Ids): NewKey {
  const body = PREFIX[kind] + base62(BigInt(`0x${Buffer.from(ids.bytes(32)).toString("hex")}`), SECRET_LETTERS);
  const text = body + checksum(body);
  return { text, hash: hashSecret(text), prefix: PREFIX[kind], last4: text.slice(-4) };
}

/** The kind and hash of a well-formed key, or null: a mistyped or truncated key never reaches the database. */
export function readKey(text: string): { kind: KeyKind; hash: string } | null {
  const kind = (Object.keys(PREFIX) as KeyKind[]).find((each) => text.startsWith(PREFIX[each]));
  if (kind === undefined || text.length !== PREFIX[kind].length + SECRET_LETTERS + SUM_LETTERS) return null;
  const body = text.slice(0, -SUM_LETTERS);
  return checksum(body) === text.slice(-SUM_LETTERS) ? { kind, hash: hashSecret(text) } : null;
}

/** SHA-256 in hex: how keys, sign-in links and session tokens are stored. */
export function hashSecret(text: string): string {
  return crypto.hash("sha256", text, "hex");
}

/** Makes and stores a key in `workspaceId`, inside the caller's transaction. `scopes` empty or ["*"] means everything. */
export async function createKey(
  workspaceId: string,
  db: Client,
  input: { kind: KeyKind; name: string; scopes: string[]; ids: Ids },
): Promise<{ id: string; text: string }> {
  const key = makeKey(input.kind, input.ids);
  const id = input.ids.uuid();
  const { hash, prefix, last4 } = key;
  const { kind, scopes, name } = input;
  const shown = kind === "publishable" ? key.text : null;
  await insertKey(workspaceId, db, { id, kind, hash, prefix, last4, scopes, name, shown });
  await insertKeyDirectory(workspaceId, db, hash);
  return { id, text: key.text };
}

/** Ends a key. False when there is no such live key in this workspace. */
export async function endKey(workspaceId: string, db: Client, id: string): Promise<boolean> {
  return (await revokeKey(workspaceId, db, id)) !== null;
}

function checksum(body: string): string {
  return base62(BigInt(zlib.crc32(body)), SUM_LETTERS);
}

function base62(value: bigint, length: number): string {
  let text = "";
  for (let rest = value; text.length < length; rest /= 62n) text = LETTERS[Number(rest % 62n)] + text;
  return text;
}
