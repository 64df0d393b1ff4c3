/**
 * Ids as the outside sees them: a prefix that says what the id is of, an underscore, and the 32 hex digits of a uuid. The database keeps
 * the bare uuid. Ids of facts, grants and transfers are derived from their keys, so that two replays give the same rows.
 */

/** A hash as core takes it: text in, lower-case hex out, at least 32 digits. The adapter decides which (SHA-256, or a MAC with a key). */
export type Digest = (text: string) => string;

/** One prefix a kind of thing; never reused for another. */
export const PREFIXES = {
  person: "per",
  referral: "ref",
  reward: "rwd",
  event: "evt",
  program: "prg",
  link: "lnk",
  payout: "pay",
  company: "com",
  touch: "tch",
  transfer: "trf",
  import: "imp",
  key: "key",
  advocate: "adv",
  audit: "aud",
  item: "itm",
  redemption: "rdm",
  gathering: "gth",
  testimonial: "tst",
  budget: "bud",
  batch: "bat",
  review: "rvw",
  listed: "lst",
  licence: "lic",
  source: "src",
  contest: "cnt",
  share: "shr",
  deliverable: "dvr",
  claim: "clm",
  vacancy: "vac",
  message: "msg",
  webhook: "whk",
  announcement: "ann",
  delivery: "dlv",
  consent: "cst",
  suppression: "sup",
  case: "cas",
  place: "plc",
  lead: "led",
  request: "req",
  introduction: "itr",
  slip: "slp",
  portalKey: "pky",
  invitation: "inv",
  help: "hlp",
  refusedCall: "rfc",
  broadcast: "anc",
  adjustment: "adj",
  proof: "prf",
  segment: "seg",
  sourceAudit: "sau",
  sourceGroup: "sgr",
  outreach: "orp",
  note: "nte",
  canned: "can",
  article: "art",
  operator: "opr",
  operatorInvitation: "oin",
  session: "ses",
  experiment: "xpm",
  reportView: "rpv",
  reportLink: "rpl",
  annotation: "ano",
  reportSchedule: "rps",
} as const;

export type Prefix = (typeof PREFIXES)[keyof typeof PREFIXES];

const KNOWN: ReadonlySet<string> = new Set(Object.values(PREFIXES));

/** ("per", "0192f0c1-...") -> "per_0192f0c1...". The uuid comes from the database: lower case, with hyphens. */
export function externalId(prefix: Prefix, uuid: string): string {
  return `${prefix}_${uuid.slice(0, 8)}${uuid.slice(9, 13)}${uuid.slice(14, 18)}${uuid.slice(19, 23)}${uuid.slice(24)}`;
}

/** "per_0192f0c1..." -> { prefix: "per", uuid: "0192f0c1-..." }, or null: an id has one spelling, lower case and without hyphens. */
export function parseId(text: string): { prefix: Prefix; uuid: string } | null {
  if (text.length !== 36 || text.charCodeAt(3) !== 95) return null;
  const prefix = text.slice(0, 3);
  if (!isPrefix(prefix) || !isHex(text, 4, 36)) return null;
  return { prefix, uuid: hyphenated(text.slice(4)) };
}

/** The uuid of an id that must be of one kind, or null: a reward's id where a person's is asked for is as unknown as any other. */
export function uuidOf(prefix: Prefix, text: string): string | null {
  const id = parseId(text);
  return id !== null && id.prefix === prefix ? id.uuid : null;
}

/**
 * A uuid made of an instant (epoch ms, the first 48 bits as in version 7, so that rows of one time lie together in an index) and 74 bits of
 * a digest. Version 8, "custom", because version 7 promises random bits. Throws RangeError on less than 32 hex digits or no instant.
 */
export function derivedUuid(digest: string, at: number): string {
  if (digest.length < 32 || !isHex(digest, 0, 32)) throw new RangeError("derivedUuid takes at least 32 lower-case hex digits");
  if (!Number.isInteger(at) || at < 0 || at >= 2 ** 48) throw new RangeError(`derivedUuid takes an instant in epoch ms, got ${at}`);
  const time = at.toString(16).padStart(12, "0");
  // The top two bits of this digit are the variant (binary 10), its lower two the digest's: 8, 9, a or b.
  const variant = "89ab"[digest.charCodeAt(3) & 3] ?? "8";
  return `${time.slice(0, 8)}-${time.slice(8)}-8${digest.slice(0, 3)}-${variant}${digest.slice(4, 7)}-${digest.slice(7, 19)}`;
}

function isPrefix(text: string): text is Prefix {
  return KNOWN.has(text);
}

function isHex(text: string, from: number, to: number): boolean {
  for (let i = from; i < to; i++) {
    const code = text.charCodeAt(i);
    if (!((code >= 48 && code <= 57) || (code >= 97 && code <= 102))) return false;
  }
  return true;
}

function hyphenated(hex: string): string {
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-${hex.slice(12, 16)}-${hex.slice(16, 20)}-${hex.slice(20)}`;
}
