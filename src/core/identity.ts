/**
 * The forms under which people are matched. Two spellings of one address must meet, and two people's addresses must not: identity therefore
 * folds only what no mail provider tells apart. What may be the same person under another address (tags, dots) is a weaker question with
 * a form of its own, asked for self-referral only.
 */

const LOCAL_MAX = 64;
const EMAIL_MAX = 254;

/** Printable ASCII that an unquoted local part may hold besides letters and digits (RFC 5322 atext), and the dot. */
const LOCAL_MARKS = "!#$%&'*+-/=?^_`{|}~.";

/**
 * "  Ben.Müller@Example.COM " -> "ben.müller@example.com": trimmed, NFC, lower case on both sides (no provider in use tells case apart in
 * the local part), an international domain in its ASCII form. Plus tags and dots stay: ben+a@ and ben+b@ can be two people of a family.
 * Undefined for what is no address: quoted local parts, comments and address literals are refused, the domain needs a dot.
 */
export function normaliseEmail(text: string): string | undefined {
  // 1,000 bounds the work on what a form can send; normalisation cannot make a text that long into 254.
  if (text.length > 1000) return undefined;
  const email = text.trim().normalize("NFC").toLowerCase().normalize("NFC");
  const at = email.lastIndexOf("@");
  const local = email.slice(0, at);
  if (at < 1 || local.length > LOCAL_MAX || !isLocalPart(local)) return undefined;
  const domain = asciiDomain(email.slice(at + 1));
  if (domain === undefined || local.length + 1 + domain.length > EMAIL_MAX) return undefined;
  return `${local}@${domain}`;
}

/** A name as it is kept and compared: "  Ada   Löwe " -> "Ada Löwe", composed (NFC), one space between words, its case as written. */
export const normaliseName = (text: string): string => text.normalize("NFC").trim().replace(/\s+/g, " ");

/**
 * The mailbox behind a normalised address, for self-referral checks: without its plus tag, and for Gmail without dots and under one name.
 * Never an identity: some providers deliver ben+a@ and ben@ to different people.
 */
export function mailNormalForm(email: string): string {
  const at = email.lastIndexOf("@");
  const plus = email.indexOf("+");
  const local = email.slice(0, plus > 0 && plus < at ? plus : at);
  const domain = email.slice(at + 1);
  if (domain !== "gmail.com" && domain !== "googlemail.com") return `${local}@${domain}`;
  let bare = "";
  for (let i = 0; i < local.length; i++) if (local.charCodeAt(i) !== 46) bare += local[i] ?? "";
  return `${bare}@gmail.com`;
}

/**
 * A phone number in E.164, "+" and 7 to 15 digits not beginning with 0, trimmed; undefined for anything else. Core takes no national form:
 * reading one needs a country and a numbering plan (libphonenumber), which is the door's work.
 */
export function normalisePhone(text: string): string | undefined {
  const phone = text.trim();
  if (phone.length < 8 || phone.length > 16 || phone.charCodeAt(0) !== 43 || phone.charCodeAt(1) === 48) return undefined;
  for (let i = 1; i < phone.length; i++) {
    const code = phone.charCodeAt(i);
    if (code < 48 || code > 57) return undefined;
  }
  return phone;
}

function isLocalPart(local: string): boolean {
  if (local.startsWith(".") || local.endsWith(".") || local.includes("..")) return false;
  for (let i = 0; i < local.length; i++) {
    const code = local.charCodeAt(i);
    if (code > 127 ? !isVisible(code) : !isLetterOrDigit(code) && !LOCAL_MARKS.includes(local[i] ?? "")) return false;
  }
  return local.isWellFormed();
}

/** Beyond ASCII: no control, space, zero-width or direction mark, which make two addresses look like one. */
function isVisible(code: number): boolean {
  const between = (from: number, to: number): boolean => code >= from && code <= to;
  if (code < 0xa1 || code === 0xad || code === 0x34f || code === 0x61c || code === 0x3000 || code === 0xfeff) return false;
  if (between(0x2000, 0x200f) || between(0x2028, 0x202f) || between(0x205f, 0x206f)) return false;
  return !between(0xfe00, 0xfe0f) && !between(0xfff0, 0xffff);
}

/** A host name of two labels or more; an international one as punycode, so that its two spellings meet. */
function asciiDomain(domain: string): string | undefined {
  let ascii = domain;
  for (let i = 0; i < domain.length; i++) {
    if (domain.charCodeAt(i) > 127) {
      // Every mark that ends a host in a URL is refused first, so that the parser sees a host and nothing else.
      if (hasUrlMark(domain)) return undefined;
      ascii = URL.parse(`https://${domain}/`)?.hostname ?? "";
      break;
    }
  }
  return isHostName(ascii) ? ascii : undefined;
}

function hasUrlMark(domain: string): boolean {
  for (const mark of "/\\?#@:[]% ") if (domain.includes(mark)) return true;
  return false;
}

/** Labels of 1 to 63 letters, digits and inner hyphens; the last is no number (an IP address is no mail domain). */
function isHostName(host: string): boolean {
  const labels = host.split(".");
  if (labels.length < 2) return false;
  for (const label of labels) {
    if (label.length < 1 || label.length > 63 || label.startsWith("-") || label.endsWith("-")) return false;
    for (let i = 0; i < label.length; i++) if (!isLetterOrDigit(label.charCodeAt(i)) && label.charCodeAt(i) !== 45) return false;
  }
  const last = labels[labels.length - 1] ?? "";
  return last.charCodeAt(0) > 57;
}

function isLetterOrDigit(code: number): boolean {
  return (code >= 97 && code <= 122) || (code >= 48 && code <= 57);
}

/** What the keyed hash of a normalised e-mail address is made of, where an address is kept as a hash: suppressions, invitations. */
export const addressKey = (email: string): string => `suppressed|email|${email}`;
