/** Commands that talk to a server: where it is and which key opens it. */
import { createClient, GrapevineError } from "../../sdk/src/index.ts";
import type { Client } from "../../sdk/src/index.ts";

export type { ProgramSource } from "../../sdk/src/index.ts";
import { addressOf } from "./address.ts";
import { settings } from "./app.ts";
import { CommandFailed, UsageError, text } from "./args.ts";
import type { Option, Values } from "./args.ts";
import { readRemote } from "./config.ts";

export const REMOTE_OPTIONS: Readonly<Record<string, Option>> = {
  url: { type: "string", value: "address", help: "The server's address; GRAPEVINE_URL, or this machine's, by default." },
  key: { type: "string", value: "key", help: "A secret key; better in GRAPEVINE_KEY, because command lines can be seen by others." },
};

/** A client from --url and --key, or the environment. Throws UsageError when there is no key. */
export function remoteClient(values: Values): Client {
  const remote = readRemote();
  const key = text(values, "key") ?? remote.key;
  if (key === null) throw new UsageError("A key is needed: set GRAPEVINE_KEY, or give --key.");
  const url = text(values, "url") ?? remote.url ?? addressOf(settings());
  if (!/^https?:\/\/./.test(url)) throw new UsageError(`--url takes an address such as https://refer.shop.example, not "${url}".`);
  return createClient({ url, key });
}

/** Runs `work`; what the server refuses becomes a failed command with its code and fields. */
export async function asking<T>(work: Promise<T>): Promise<T> {
  try {
    return await work;
  } catch (error) {
    if (error instanceof GrapevineError) throw new CommandFailed(error.message, error.code, error.problem);
    throw error;
  }
}
