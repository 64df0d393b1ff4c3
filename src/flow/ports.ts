/**
 * What flow needs from the outside, as interfaces: adapters implement them, main wires them, tests replace them only
 * where the outside itself (a clock, a mail server) is meant.
 */
import type { CanonicalEvent, EventOutcome } from "../core/event.ts";
import type { MailContent } from "../core/messages/mail-content.ts";

/** Makes identifiers and secrets. Random values never come from core. */
export interface Ids {
  /** A time-ordered random uuid (version 7). */
  uuid(): string;
  /** `n` bytes from a CSPRNG. */
  bytes(n: number): Uint8Array;
}

/** Structured log lines. Never personal data, never secrets. */
export interface Log {
  info(message: string, fields?: Record<string, unknown>): void;
  warn(message: string, fields?: Record<string, unknown>): void;
  error(message: string, fields?: Record<string, unknown>): void;
}

/** Hashing handed to the pure core: hex digests. */
export interface Hashes {
  /** Plain 128-bit digest, 32 hex characters, for derived ids. */
  digest(text: string): string;
  /** Keyed digest (workspace secret inside), 32 hex characters, for content equality and suppressed addresses. */
  keyed(text: string): string;
}

/** The door for events: answers when they are attributed, rewarded and posted, each with its own outcome, in order. */
export interface EventDoor {
  submit(workspaceId: string, events: CanonicalEvent[], options?: SubmitOptions): Promise<EventOutcome[]>;
  /** Counts what was refused before it was an event. */
  refused(workspaceId: string, door: string, outcome: EventOutcome): void;
}
export type SubmitOptions = {
  /** Which door it is, for what is counted of each: api, browser, segment, people, page, portal, import, or a shop's `src_...`. */
  door?: string | undefined;
  /** An open import: facts may be older than the backdate limit and sweeps wait. */
  importId?: string;
  /** Said by a browser: it may make people and tie visits to them, and changes nothing of a person who is known. */
  unverified?: boolean;
};

/** The door is full: answered as 503 with Retry-After. */
export class Overloaded extends Error {
  override name = "Overloaded";
}

/** Secrets at rest: authenticated, and bound to the row they belong to. */
export interface Cipher {
  /** `about` names the place (`workspace|table|column|id`): what is sealed for one place does not open in another. */
  seal(text: string, about: string): string;
  /** Throws on what was sealed for another place, with another key, or changed. */
  open(sealed: string, about: string): string;
}

/** Why a request to the outside brought no answer that counts. `address` and `url`: it was not sent at all. */
export type SendError = "url" | "address" | "dns" | "connect" | "tls" | "timeout" | "reset";
/** What came back. Never the body: it is another system's, and may be an inside one's. */
export type Sent = { status: number | null; error: SendError | null; retryAfterMs: number | null; ms: number };

export type JsonAnswer = { status: number; body: Record<string, unknown> };

/** Requests to addresses that somebody else chose. Nothing on the inside of our network is reached this way. */
export interface Outgoing {
  /** Why a URL can never be sent to, as far as it says so itself (names are judged when they are resolved); null when it may be. */
  refusal(url: string): string | null;
  /** Asks for JSON, as `post` does where it may be asked; null: no answer, or one that is no JSON. For providers that operators name. */
  json(url: string, request?: { headers?: Record<string, string>; form?: Record<string, string> }): Promise<JsonAnswer | null>;
  /** Never throws; 15 seconds at most, redirects are not followed. */
  post(url: string, request: { headers: Record<string, string>; body: string }): Promise<Sent>;
}

/** Signatures of outgoing webhooks (Standard Webhooks 1.0.0), one for each secret, the newest first. */
export type SignWebhook = (secrets: readonly string[], message: { id: string; atMs: number; body: string }) => string;

/** Signed tokens that let a person in to her own side. */
export interface PortalTokens {
  /** The key that a token says it was signed with, before anything is believed; null for what is no token. */
  issuerOf(token: string): string | null;
  /** The claims of a token with a good signature, audience, issuer and time, or a code of what is wrong with it. */
  verify(token: string, by: { secret: string; issuer: string; now: number }): Promise<Record<string, unknown> | { refused: string }>;
  sign(claims: Record<string, unknown>, by: { secret: string; issuer: string }): Promise<string>;
}

/** A mail as it goes to a mail server. Every text is one line but `html` and `text`. */
export type Letter = {
  from: { name: string; address: string };
  replyTo: string | null;
  to: string;
  subject: string;
  html: string;
  text: string;
  /** Without angle brackets; the same for every try of one message. */
  messageId: string;
  headers: Record<string, string>;
};
/**
 * What a mail server made of a letter. Of one that was not taken: `whose` fault it is ("letter": this letter or its reader; "server": any
 * letter would have failed), whether it is worth trying again, and whether it may have been taken all the same (`doubt`: the connection
 * ended after the letter was handed over and before the answer).
 */
export type LetterSent =
  | { taken: true; ms: number; code: number | null }
  | {
      taken: false;
      ms: number;
      code: number | null;
      error: "mailbox" | "refused" | "later" | "connect" | "auth" | "timeout" | "lost" | "header" | "address";
      whose: "letter" | "server";
      again: boolean;
      doubt: boolean;
    };

/** Hands letters to a mail server. */
export interface Mailer {
  /** Never throws. */
  send(letter: Letter): Promise<LetterSent>;
  close(): void;
}

/** Draws a mail: HTML of its content in the one layout. */
export interface MailRenderer {
  render(content: MailContent): Promise<string>;
}

/** Seals tokens in mails (flow/mail-token.ts): 32 bytes of a text under a key of the installation. */
export type MailMac = (text: string) => Uint8Array;

/** The DNS, as far as we ask it. */
export interface DnsText {
  /** The texts of a name's TXT records; empty where there is none or no answer. Never throws. */
  txt(name: string): Promise<string[]>;
}

/** A picture of an offer, for previews of links. Colours as "#rrggbb". */
export type OfferPicture = {
  title: string;
  business: string;
  line: string;
  language: string;
  dir: "ltr" | "rtl";
  paper: string;
  ink: string;
  primary: string;
};

/** Draws pictures, away from those who answer visitors. */
export interface OfferImages {
  /** A PNG. Rejected when too many are waiting. */
  draw(picture: OfferPicture): Promise<Uint8Array>;
  close(): void;
}

/** A business's provider that people sign in by (OpenID Connect). */
export type OidcProvider = { issuer: string; clientId: string; clientSecret: string; scopes: string };
export interface Oidc {
  /** Where the browser is to be sent; null: the provider does not answer, or not as one. */
  begin(provider: OidcProvider, of: { redirectUri: string; state: string; nonce: string; verifier: string }): Promise<string | null>;
  /** What the provider says of who came back, verified; null: the code, the token or its signature is not right. */
  finish(
    provider: OidcProvider,
    of: { redirectUri: string; code: string; nonce: string; verifier: string; now: number },
  ): Promise<Record<string, unknown> | null>;
}

/** A link that lets somebody in, to be written to the address of an account. */
export type AccountLetter = { sort: "sign_in" | "reset"; email: string; token: string };

/** `browser`: a random value that the browser keeps, where it has one. */
export type AccountVisitor = { address: string; browser: string | null };

/** Who somebody is: accounts with a password, a second factor, a provider. What she may do where is not said here. */
export interface Accounts {
  /** Answers a request of the sign-in pages, whose path begins with /app/auth. */
  handle(request: Request, from: AccountVisitor): Promise<Response>;
  /** Uses up a link that was mailed, in the browser that asked for it. */
  redeemLink(request: Request, from: AccountVisitor & { token: string }): Promise<Response>;
  /** The session's token in a cookie's value, or null when we did not sign it. */
  tokenOf(cookie: string): string | null;
  /** A new account whose address is proved; null where the address has one. */
  create(of: { name: string; email: string; password: string }): Promise<{ userId: string } | null>;
  /** The installation's own provider, by the name on its button. */
  provider: { name: string } | null;
}
