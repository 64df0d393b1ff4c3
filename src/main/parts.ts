/** What flows are built from, opened: by the composition root, and by the worker's thread for itself. */
import { createCipher } from "../adapters/cipher.ts";
import { createClickMac } from "../adapters/click-mac.ts";
import { createDisposableEmail } from "../adapters/disposable-email.ts";
import { createHashes } from "../adapters/hashes.ts";
import { createIds } from "../adapters/ids.ts";
import { createMailMac } from "../adapters/mail-mac.ts";
import { createMailRenderer } from "../adapters/mail-render.ts";
import { parseAllowed } from "../adapters/public-address.ts";
import { createOutgoing } from "../adapters/safe-fetch.ts";
import type { Mac } from "../core/click.ts";
import { createBatcher } from "../flow/batcher.ts";
import { createDoorTally } from "../flow/door-tally.ts";
import { createWorlds } from "../flow/load-world.ts";
import type { Log } from "../flow/ports.ts";
import { openPool } from "../store/db.ts";
import { SETTLE_SETTINGS } from "../store/settle-transaction.ts";
import type { Parts } from "./services.ts";
import { openStudies } from "./studies.ts";

export type PartsOptions = {
  runtimeUrl: string;
  secret: Buffer;
  log: Log;
  /** Ends what is opened here, in reverse order. */
  closers: (() => Promise<unknown> | unknown)[];
  /** Shown in pg_stat_activity. */
  name: string;
  /** Connections of the common pool, and batches settled at once, each of another workspace. */
  connections: number;
  batches: number;
  /** Where webhooks may go besides public addresses (config.ts). */
  outgoingAllow?: readonly string[];
  /** The address that mails are from; left out where none are sent. */
  mailFrom?: string;
};

/** Nothing is connected before the first use. */
export function openParts(options: PartsOptions): { parts: Parts; mac: Mac } {
  const { runtimeUrl, secret, log, closers, name, connections, batches, outgoingAllow = [] } = options;
  const onError = (error: Error): void => log.warn("an idle database connection was lost", { error: error.message });
  const pool = openPool(runtimeUrl, { max: connections, name, onError });
  const settlePool = openPool(runtimeUrl, { max: batches + 1, name: `${name} settle`, settings: SETTLE_SETTINGS, onError });
  closers.push(
    () => pool.end(),
    () => settlePool.end(),
  );
  const hashes = createHashes(secret);
  const mac = createClickMac(secret);
  const cipher = createCipher(secret);
  const outgoing = createOutgoing({ allowed: outgoingAllow.map(parseAllowed) });
  const worlds = createWorlds();
  const tally = createDoorTally({ pool, log });
  closers.push(() => tally.flush());
  const batcher = createBatcher({ pool: settlePool, hashes, worlds, mac, log, connections: batches, tally });
  closers.push(() => batcher.close());
  const studies = openStudies(runtimeUrl);
  closers.push(() => studies.close());
  return {
    parts: {
      pool,
      settlePool,
      ids: createIds(),
      hashes,
      worlds,
      batcher,
      tally,
      study: studies.study,
      log,
      cipher,
      outgoing,
      mailMac: createMailMac(secret),
      mailRenderer: createMailRenderer(),
      ...(options.mailFrom === undefined ? {} : { mailFrom: options.mailFrom }),
      isDisposableEmail: createDisposableEmail(),
    },
    mac,
  };
}
