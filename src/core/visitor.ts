/**
 * Which of 65,536 buckets a visitor of a link falls into: how different visitors are told apart without keeping who they are. Thousands of
 * networks share a bucket, whoever knows the key included, and the same network is in another bucket for every other link. Two visitors in
 * one bucket count as one, so the count is never too high.
 */
import type { Mac } from "./click.ts";

/** A use of the key of its own: a click's messages begin with 1 and 2. */
const FOR_VISITOR = 3;
const LINK = 16;

/** `link` is a uuid, `address` a network as text (40 letters of it are read). -32,768 to 32,767, as the database keeps it. */
export function visitorOf(link: string, address: string, mac: Mac): number {
  const length = Math.min(address.length, 40);
  const message = new Uint8Array(1 + LINK + length);
  message[0] = FOR_VISITOR;
  const hex = link.replaceAll("-", "");
  for (let i = 0; i < LINK; i++) message[1 + i] = Number.parseInt(hex.slice(2 * i, 2 * i + 2), 16);
  for (let i = 0; i < length; i++) message[1 + LINK + i] = address.charCodeAt(i);
  const digest = mac(message);
  const bucket = digest[0]! * 256 + digest[1]!;
  return bucket < 32_768 ? bucket : bucket - 65_536;
}
