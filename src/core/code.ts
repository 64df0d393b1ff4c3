/**
 * Codes: what an advocate hands out and a friend clicks, types or pastes into a coupon field. Two sorts share one key in a workspace:
 * random ones of this alphabet, and vanity ones that somebody chose. The key is `normaliseCode(code)`; the code as written is for display.
 */

/** 31 letters and digits. Without 0, O, 1, I and L, which are read for one another on paper and on the phone. */
export const CODE_ALPHABET = "23456789ABCDEFGHJKMNPQRSTUVWXYZ";

/** 10 of 31 letters are 49.5 bits: with 1 million codes given out, one guess in 820 million finds one. */
export const CODE_LENGTH = 10;

/** Random bytes to draw for a code: of 24, fewer than 10 are usable once in 10^17 draws. */
export const CODE_BYTES = 24;

const VANITY_MIN = 3;
const VANITY_MAX = 40;

export type VanityProblem = "code_too_short" | "code_too_long" | "code_characters" | "code_reserved";

/** Paths, names and roles a visitor would take for the business or the product itself, without separators and in upper case. */
const RESERVED_WORDS =
  "ABOUT ACCOUNT ACCOUNTS ADMIN ADMINISTRATOR ADVOCATE ADVOCATES API APP APPLE ASSETS AUTH BANNER BILLING BLOG CALLBACK CLAIM CLICK " +
  "CODE CODES COMPAT CONSOLE CONTACT COOKIE COOKIES COUPON DASHBOARD DEFAULT DELETE DOCS DOCUMENTATION DOWNLOAD EDIT EMAIL ERROR " +
  "EVENT EVENTS EXPORT FALSE FAVICON FILES FORGOT GRAPEVINE HEALTH HEALTHZ HELP HOME HOOK HOOKS HTTP HTTPS IMPORT INDEX INVITE JOIN " +
  "KEY KEYS LEGAL LINK LINKS LIVEZ LOCALHOST LOGIN LOGOUT MAIL MAILBOX METRICS MODERATOR NAN NEW NIL NONE NULL OAUTH OFFICIAL " +
  "OPENAPI OPERATOR OWNER PASSWORD PAY PAYMENT PAYOUT PAYOUTS PING PORTAL POSTMASTER PRICING PRIVACY PROFILE PROGRAM PROGRAMS " +
  "PUBLIC QR READY READYZ REDIRECT REFER REFERRAL REFERRALS REGISTER RESET REWARD REWARDS ROBOTS ROOT SANDBOX SCHEMA SCHEMAS SDK " +
  "SECURITY SETTINGS SHARE SHOP SIGNIN SIGNOUT SIGNUP SITEMAP STAFF STATIC STATUS SUPPORT SYSTEM TEAM TERMS TEST TRUE UNDEFINED " +
  "UNSUBSCRIBE UPLOAD USER USERS VERIFY WEBHOOK WEBHOOKS WELCOME WELLKNOWN WIDGET WWW";

const RESERVED: ReadonlySet<string> = new Set(RESERVED_WORDS.split(" ").map(skeleton));

/**
 * Capitals of other scripts that look like a Latin capital (Unicode's confusables, the letters a keyboard in Cyrillic or Greek gives). They
 * are mapped after upper-casing, so a small letter goes by its capital: Greek nu looks like v, but is a small N and stays N in either case.
 */
const CYRILLIC = "АВЕЅІЈКМНОРСТУХӀҮҺԀԌԚԜ";
const CYRILLIC_AS = "ABESIJKMHOPCTYXIYHDGQW";
const GREEK = "ΑΒΕΖΗΙΚΜΝΟΡΤΥΧͿ";
const GREEK_AS = "ABEZHIKMNOPTYXJ";

const LOOK_ALIKES: ReadonlyMap<string, string> = new Map([...pairs(CYRILLIC, CYRILLIC_AS), ...pairs(GREEK, GREEK_AS)]);

function pairs(from: string, to: string): [string, string][] {
  return [...from].map((letter, i): [string, string] => [letter, to[i] ?? letter]);
}

/**
 * A random code from random bytes (CSPRNG, at least CODE_BYTES for 10 letters), or undefined when too few of them are usable or the letters
 * spell a reserved word: draw again. Unbiased: bytes from 248 up are skipped, because 256 is no multiple of 31 and `byte % 31` would give
 * the first eight letters 12.5 % more often.
 */
export function codeFromBytes(bytes: Uint8Array, length = CODE_LENGTH): string | undefined {
  let code = "";
  for (let i = 0; i < bytes.length && code.length < length; i++) {
    const byte = bytes[i] ?? 255;
    if (byte < 248) code += CODE_ALPHABET[byte % 31] ?? "";
  }
  return code.length < length || isReserved(code) ? undefined : code;
}

/**
 * The key of a code as typed, pasted or found in a URL: NFKC (full-width and styled letters), upper case, look-alike Cyrillic and Greek
 * letters as Latin, without spaces, hyphens, underscores and invisible characters. Idempotent; case does not matter.
 *
 * O and 0, and I, L and 1, stay apart. In random codes none of the five occurs, so there is nothing to mend; in a vanity code they are what
 * its owner chose, and folding them would print OSCAR10 as 0SCAR10. (Look-alikes of reserved words are refused all the same.)
 * Characters that fit no code are kept, so that such a text finds nothing instead of somebody else's code.
 */
export function normaliseCode(text: string): string {
  let plain = true;
  for (let i = 0; i < text.length; i++) {
    const code = text.charCodeAt(i);
    if (code > 127) return normaliseUnicode(text);
    if (!isUpperOrDigit(code)) plain = false;
  }
  return plain ? text : withoutSeparators(text.toUpperCase());
}

/** Repeats until nothing changes: upper-casing can give letters that NFKC composes (at most 3 rounds for any code point). */
function normaliseUnicode(text: string): string {
  let before = text;
  for (let round = 0; round < 8; round++) {
    let latin = "";
    for (const letter of before.normalize("NFKC").toUpperCase()) latin += LOOK_ALIKES.get(letter) ?? letter;
    const after = withoutSeparators(latin);
    if (after === before) return after;
    before = after;
  }
  return before;
}

function withoutSeparators(text: string): string {
  let kept = "";
  for (let i = 0; i < text.length; i++) if (!isSeparator(text.charCodeAt(i))) kept += text[i] ?? "";
  return kept;
}

/** Spaces, hyphens, underscores, and what is not seen at all (soft hyphen, zero-width and direction marks, byte order mark). */
function isSeparator(code: number): boolean {
  return (
    code === 32 ||
    code === 45 ||
    code === 95 ||
    (code >= 9 && code <= 13) ||
    code === 0xa0 ||
    code === 0xad ||
    code === 0x34f ||
    (code >= 0x2000 && code <= 0x2015) ||
    (code >= 0x2028 && code <= 0x202f) ||
    code === 0x205f ||
    (code >= 0x2060 && code <= 0x206f) ||
    code === 0x2212 ||
    code === 0x3000 ||
    (code >= 0xfe00 && code <= 0xfe0f) ||
    code === 0xfeff
  );
}

/**
 * Why a code cannot be chosen, or undefined when it can: 3 to 40 characters as written, of them letters and digits of ASCII, hyphens and
 * underscores (not first or last), at least 3 letters or digits, and no reserved word, not even with 0 for O or 1 for I or L.
 */
export function vanityProblem(text: string): VanityProblem | undefined {
  if (text.length > VANITY_MAX) return "code_too_long";
  let count = 0;
  for (let i = 0; i < text.length; i++) {
    const code = text.charCodeAt(i);
    if (isUpperOrDigit(code) || (code >= 97 && code <= 122)) count++;
    else if ((code !== 45 && code !== 95) || i === 0 || i === text.length - 1) return "code_characters";
  }
  if (count < VANITY_MIN) return "code_too_short";
  return isReserved(normaliseCode(text)) ? "code_reserved" : undefined;
}

/** Whether a normalised code is, or looks like, a reserved word. */
export function isReserved(normalised: string): boolean {
  return RESERVED.has(skeleton(normalised));
}

/** Letters and digits that look alike in most typefaces as one. */
function skeleton(normalised: string): string {
  let folded = "";
  for (const letter of normalised) folded += letter === "0" ? "O" : letter === "1" || letter === "L" ? "I" : letter;
  return folded;
}

function isUpperOrDigit(code: number): boolean {
  return (code >= 65 && code <= 90) || (code >= 48 && code <= 57);
}
