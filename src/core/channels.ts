/**
 * Where a link was shared from, as its address says it: `/r/CODE?c=whatsapp`. A closed list, because a visitor can write anything there:
 * channels to share by, and the places in a shop where an element of ours stands.
 */

/** Elements and blocks on the business's own pages and mails. */
export const PLACEMENTS = ["share", "banner", "button", "post_purchase", "newsletter", "signature", "portal"] as const;

/** What the share kit offers; its test holds the two together. */
export const SHARED = [
  "native",
  "copy",
  "whatsapp",
  "email",
  "sms",
  "telegram",
  "messenger",
  "x",
  "facebook",
  "linkedin",
  "linkedin_message",
  "linkedin_note",
  "line",
  "kakaotalk",
  "qr",
] as const;

const KNOWN: ReadonlySet<string> = new Set([...PLACEMENTS, ...SHARED]);

/** The channel that an address names, or null. */
export function channelNamed(text: unknown): string | null {
  return typeof text === "string" && KNOWN.has(text) ? text : null;
}
