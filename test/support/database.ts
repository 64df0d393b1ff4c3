/** Real databases for tests. */
import crypto from "node:crypto";
import fs from "node:fs";
import { inject } from "vitest";
import { startDatabase } from "../../src/main/database.ts";
import type { Database } from "../../src/main/database.ts";
import { openPool } from "../../src/store/db.ts";
import type { Pool, PoolOptions } from "../../src/store/db.ts";
import { migrate } from "../../src/store/migrate.ts";
import { withClient } from "../../src/store/roles.ts";
import { temporaryFolder, withDatabase } from "./global-setup.ts";

export type TestDatabase = {
  ownerUrl: string;
  runtimeUrl: string;
  /** As owner: not bound by row-level security. For arranging and for looking. */
  ownerPool: Pool;
  /** As the processes connect: bound by row-level security. The same pool on every call without options. */
  pool(options?: PoolOptions): Pool;
  /** Closes every pool made here and removes the database. */
  drop(): Promise<void>;
};

/**
 * A database of one's own, cloned from the migrated template in about 50 ms. Call it in beforeAll and drop it in
 * afterAll. `empty` gives a database without any schema instead.
 */
export async function createTestDatabase(options: { empty?: boolean } = {}): Promise<TestDatabase> {
  const server = inject("testServer");
  const name = `t_${crypto.randomBytes(6).toString("hex")}`;
  const adminUrl = withDatabase(server.ownerUrl, "postgres");
  const template = options.empty ? "template0" : server.template;
  await withClient(adminUrl, (client) => client.query(`create database ${name} template ${template} strategy file_copy`));
  const ownerUrl = withDatabase(server.ownerUrl, name);
  const runtimeUrl = withDatabase(server.runtimeUrl, name);
  const pools: Pool[] = [];
  const open = (url: string, poolOptions?: PoolOptions): Pool => {
    const pool = openPool(url, { name: "grapevine test", ...poolOptions });
    pools.push(pool);
    return pool;
  };
  let shared: Pool | undefined;
  return {
    ownerUrl,
    runtimeUrl,
    ownerPool: open(ownerUrl, { max: 4 }),
    pool: (poolOptions) => (poolOptions === undefined ? (shared ??= open(runtimeUrl)) : open(runtimeUrl, poolOptions)),
    drop: async () => {
      await Promise.all(pools.map((pool) => (pool.ended ? undefined : pool.end())));
      await withClient(adminUrl, (client) => client.query(`drop database if exists ${name} with (force)`));
    },
  };
}

export type DurableServer = Database & {
  dataDir: string;
  /** Starts a stopped or killed server again on the same folder. */
  restart(): Promise<DurableServer>;
  /** Stops the server and removes its folder. */
  remove(): Promise<void>;
};

/** A server of its own with the settings that are shipped (fsync on), migrated, for tests that pull the plug. */
export async function startDurableServer(options: { flags?: Record<string, string>; migrated?: boolean } = {}): Promise<DurableServer> {
  const dataDir = temporaryFolder("durable");
  const start = async (): Promise<DurableServer> => {
    const database = await startDatabase({ dataDir, flags: options.flags });
    if (options.migrated !== false) await migrate(database.ownerUrl);
    return {
      ...database,
      dataDir,
      restart: start,
      remove: async () => {
        await database.stop();
        fs.rmSync(dataDir, { recursive: true, force: true });
      },
    };
  };
  try {
    return await start();
  } catch (error) {
    fs.rmSync(dataDir, { recursive: true, force: true });
    throw error;
  }
}
