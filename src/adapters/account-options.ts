/** What accounts are made from, and the names under which what we know of a visitor travels. */
import type { AccountLetter, Log } from "../flow/ports.ts";

type Pool = object;
export type AccountOptions = {
  pool: Pool;
  secret: Uint8Array;
  log: Log;
  ids: { uuid(): string };
  /** Known once the server listens. Without a slash at the end. */
  publicUrl: () => string;
  provider: { name: string; issuer: string; clientId: string; clientSecret: string } | null;
  /** Writes to her. Nobody waits for it: whether an address is known must not be seen by the time of an answer. */
  onLetter: (letter: AccountLetter) => Promise<void>;
};

/** How what we know of a visitor travels through better-auth; whatever a visitor sends by these names is overwritten. */
export const BROWSER_HEADER = "x-gv-browser";
export const ADDRESS_HEADER = "x-gv-address";

/** Where better-auth answers. */
export const baseOf = (options: AccountOptions): string => `${options.publicUrl()}/app/auth`;
