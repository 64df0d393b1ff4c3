/** Accounts of operators, with connections of their own whose search path is the schema that better-auth knows. */
import { createAccounts } from "../adapters/accounts.ts";
import { systemClock } from "../adapters/clock.ts";
import { writeAccountLetter } from "../flow/operator-invitations.ts";
import type { Accounts } from "../flow/ports.ts";
import { openPool } from "../store/db.ts";
import { AUTH_SCHEMA } from "../store/grants.ts";
import type { Config } from "./config.ts";
import type { Parts } from "./services.ts";

export type AccountsWish = {
  parts: Pick<Parts, "pool" | "ids" | "log" | "cipher">;
  secret: Uint8Array;
  runtimeUrl: string;
  publicUrl: () => string;
  provider: Config["consoleProvider"];
  closers: (() => Promise<unknown> | unknown)[];
};

const CONNECTIONS = 4;

export function openAccounts({ parts, secret, runtimeUrl, publicUrl, provider, closers }: AccountsWish): Accounts {
  const onError = (error: Error): void => parts.log.warn("an idle database connection was lost", { error: error.message });
  const settings = { search_path: AUTH_SCHEMA };
  const pool = openPool(runtimeUrl, {
    max: CONNECTIONS,
    name: "grapevine accounts",
    settings,
    plainTypes: true,
    pipeline: false,
    onError,
  });
  closers.push(() => pool.end());
  const now = (): number => systemClock.now();
  const onLetter = (letter: Parameters<typeof writeAccountLetter>[1]) => writeAccountLetter({ ...parts, now }, letter);
  return createAccounts({ pool, secret, log: parts.log, ids: parts.ids, publicUrl, provider, onLetter });
}
