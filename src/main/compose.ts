/**
 * The composition root: everything is built here, once, and closed in reverse order. The only room that knows everyone.
 * Nothing here decides anything.
 */
import { createLog } from "../adapters/log.ts";
import { assertRuntimeRole } from "../store/db.ts";
import { migrate } from "../store/migrate.ts";
import { type SetupClient, withClient } from "../store/roles.ts";
import { addressOf, keepAddress } from "./address.ts";
import type { App, OpenOptions } from "./app.ts";
import { type Config, installationSecret } from "./config.ts";
import { startDatabase } from "./database.ts";
import { openParts } from "./parts.ts";
import { answerBySeveral, isAnswering } from "./processes.ts";
import { createServices } from "./services.ts";
import { openJobLine } from "./work.ts";

/** Settle connections of one process: each serves another workspace's batch. */
const SETTLE_CONNECTIONS = 4;

/** Opens the database, migrates it, and wires the parts. What was opened before a failure is closed again. */
export async function openApp(options: OpenOptions): Promise<App> {
  const { config, role } = options;
  const closers: (() => Promise<unknown> | unknown)[] = [];
  const close = async (): Promise<void> => {
    for (const end of closers.splice(0).reverse()) await end();
  };
  try {
    return await open({ config, role, closers, close });
  } catch (error) {
    await close();
    throw error;
  }
}

type Opening = OpenOptions & { closers: (() => Promise<unknown> | unknown)[]; close: () => Promise<void> };

async function open({ config, role, closers, close }: Opening): Promise<App> {
  const secret = installationSecret(config);
  const log = createLog(process.stderr, logLevelOf(config, role));
  const database = await startDatabase({
    dataDir: config.dataDir,
    url: config.databaseUrl ?? undefined,
    runtimeUrl: config.databaseRuntimeUrl ?? undefined,
    secret,
    onEvent: (event) => log.warn("database", { event }),
  });
  closers.push(() => database.stop());
  await migrate(database.ownerUrl, { runtimeRole: database.runtimeRole });
  // Closed after the parts, which write until they are closed.
  const jobs = openJobLine({ runtimeUrl: database.runtimeUrl, log });
  closers.push(() => jobs.close());
  const { parts, mac } = openParts({
    runtimeUrl: database.runtimeUrl, secret, log, closers, name: "grapevine", connections: 10, batches: SETTLE_CONNECTIONS,
    outgoingAllow: config.outgoingAllow,
    ...(config.mail === null ? {} : { mailFrom: config.mail.from.address }),
  });
  const { pool, ids, hashes, batcher } = parts;
  const { notDurable } = await assertRuntimeRole(pool);
  if (!isAnswering()) for (const setting of notDurable) log.warn("NOT DURABLE: a power cut may lose acknowledged events", { setting });
  jobs.follow(pool, parts.settlePool);
  let address = addressOf(config);
  const services = createServices(parts);
  return {
    config,
    get url() {
      return address;
    },
    door: batcher,
    pool,
    ids,
    hashes,
    log,
    parts,
    services,
    async listen() {
      if (config.processes > 1 && !isAnswering()) address = await answerBySeveral({ count: config.processes, log, closers });
      else {
        address = await (await import("./listen.ts")).listen({
          config, parts, services, mac, secret, closers, runtimeUrl: database.runtimeUrl,
        });
      }
      if (!isAnswering()) keepAddress(config.dataDir, address);
      return address;
    },
    async work() {
      await (await import("./work.ts")).startWork({
        config, parts, closers, runtimeUrl: database.runtimeUrl, publicUrl: address,
      });
    },
    queue: () => jobs.queue(),
    close,
  };
}

/** A command is quiet unless something is wrong; a server says what the settings ask for. */
function logLevelOf(config: Config, role: OpenOptions["role"]): "info" | "warn" | "error" | "silent" {
  if (role === "command") return "error";
  if (config.logLevel === "silent") return "silent";
  if (config.logLevel === "fatal" || config.logLevel === "error") return "error";
  return config.logLevel === "warn" ? "warn" : "info";
}

/** Only the database: started, migrated and stopped again. @returns what was applied. */
export async function migrateDatabase(config: Config, onStep?: (name: string) => void): Promise<unknown> {
  const database = await startDatabase({
    dataDir: config.dataDir,
    url: config.databaseUrl ?? undefined,
    runtimeUrl: config.databaseRuntimeUrl ?? undefined,
    secret: installationSecret(config),
  });
  try {
    return await migrate(database.ownerUrl, { runtimeRole: database.runtimeRole, onStep: onStep as never });
  } finally {
    await database.stop();
  }
}

/** The database as its owner, brought to this version: for what only she may do. */
export async function asOwner<T>(config: Config, work: (client: SetupClient, url: string) => Promise<T>): Promise<T> {
  const database = await startDatabase({
    dataDir: config.dataDir,
    url: config.databaseUrl ?? undefined,
    runtimeUrl: config.databaseRuntimeUrl ?? undefined,
    secret: installationSecret(config),
  });
  try {
    await migrate(database.ownerUrl, { runtimeRole: database.runtimeRole });
    return await withClient(database.ownerUrl, (client) => work(client, database.ownerUrl));
  } finally {
    await database.stop();
  }
}
