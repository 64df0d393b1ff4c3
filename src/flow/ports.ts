/**
 * What flow needs from the outside, as interfaces: adapters implement them, main wires them, tests replace them only
 * where the outside itself (a clock, a mail server) is meant.
 */
import type { CanonicalEvent, EventOutcome } from "../core/event.ts";

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
}
export type SubmitOptions = {
  /** An open import: facts may be older than the backdate limit and sweeps wait. */
  importId?: string;
  /** Said by a browser: it may make people and tie visits to them, and changes nothing of a person who is known. */
  unverified?: boolean;
};

/** The door is full: answered as 503 with Retry-After. */
export class Overloaded extends Error {
  override name = "Overloaded";
}
