/** One PostgreSQL for a whole test run, with a template database that every test file clones. */
import fs from "node:fs";
import os from "node:os";
import path from "node:path";
import type { TestProject } from "vitest/node";
import { startDatabase } from "../../src/main/database.ts";
import type { Database } from "../../src/main/database.ts";
import { blockingFolder, serverAccount } from "../../src/main/embedded/account.ts";
import { endPostmaster, readPidFile } from "../../src/main/embedded/postmaster.ts";
import { findBinaries } from "../../src/main/embedded/binaries.ts";
import { pathsOf } from "../../src/main/embedded/cluster.ts";
import { isRunning, readMark, writeOwnMark } from "../../src/main/embedded/process-mark.ts";
import { migrate } from "../../src/store/migrate.ts";
import { withClient } from "../../src/store/roles.ts";
import { bundleProduct } from "./bundle.ts";
import { keepCompiled } from "./compile-cache.ts";

declare module "vitest" {
  interface ProvidedContext {
    /** URLs of the template: `ownerUrl` may create databases, `template` is the one to clone. */
    testServer: { ownerUrl: string; runtimeUrl: string; template: string };
  }
}

/**
 * Not durable on purpose: a clone takes 41 to 58 ms instead of 216 to 380. Tests of durability use
 * startDurableServer (test/support/database.ts), which runs with the shipped settings.
 */
const FAST = {
  fsync: "off",
  full_page_writes: "off",
  synchronous_commit: "off",
  max_connections: "200",
  autovacuum: "off",
  // It may lie in memory.
  max_wal_size: "512MB",
  // A run makes some 4,000 connections, and each end of each would hash its password 4,096 times.
  scram_iterations: "1",
};
/** A file system in memory, and what a run may take of it: databases of some hundred MB, and their log. */
const MEMORY = { folder: "/dev/shm", type: 0x01021994, room: 2 ** 31 };
const TEMPLATE = "tpl";
const PREFIX = "grapevine-test-";
/** File in each temporary folder that names the test process it belongs to. */
const OWNER_FILE = "test-process";

/** Called by vitest before the first test that needs it; what it returns runs after the last. */
export default async function setup(project: TestProject): Promise<() => Promise<void>> {
  await sweep();
  const dataDir = temporaryFolder("run");
  const compiled = temporaryFolder("compiled");
  const bundle = temporaryFolder("bundle");
  let database: Database | undefined;
  const teardown = async (): Promise<void> => {
    await database?.stop();
    for (const folder of [dataDir, compiled, bundle]) fs.rmSync(folder, { recursive: true, force: true });
  };
  try {
    const bundled = bundleProduct(bundle).then(() => keepCompiled(compiled, bundle));
    bundled.catch(() => {});
    database = await startDatabase({ dataDir, flags: FAST });
    const ownerUrl = withDatabase(database.ownerUrl, TEMPLATE);
    const roles = [database.ownerUrl, database.runtimeUrl].map((each) => new URL(each));
    await withClient(withDatabase(database.ownerUrl, "postgres"), async (client) => {
      // The same passwords, kept anew: with as many rounds as the settings say.
      for (const { username, password } of roles) await client.query(`alter role ${username} password '${password}'`);
      await client.query(`create database ${TEMPLATE}`);
    });
    await migrate(ownerUrl);
    await bundled;
    project.provide("testServer", { ownerUrl: database.ownerUrl, runtimeUrl: database.runtimeUrl, template: TEMPLATE });
    return teardown;
  } catch (error) {
    await teardown();
    throw error;
  }
}

/** The same server's other database. */
export function withDatabase(url: string, name: string): string {
  const changed = new URL(url);
  changed.pathname = `/${name}`;
  return changed.href;
}

/**
 * A new folder that the server's account can walk through, even when the tests run as root. The caller removes it; if the
 * test process is killed first, the next run does.
 */
export function temporaryFolder(label: string): string {
  const dir = fs.mkdtempSync(path.join(temporaryBase(), `${PREFIX}${label}-`));
  fs.chmodSync(dir, 0o711);
  writeOwnMark(path.join(dir, OWNER_FILE));
  return dir;
}

/**
 * In memory where it has room. Each test file makes a database of 1,200 files and removes it, and ext4 passes over the places of what was
 * removed in the last minutes one by one: up to 840 ms of a processor for a clone and its end, after 15 of them; in memory 37.
 */
function temporaryBase(): string {
  const { folder, type, room } = MEMORY;
  try {
    const found = fs.statfsSync(folder);
    const isRoomy = found.type === type && found.bavail * found.bsize >= room && process.availableMemory() >= 2 * room;
    if (isRoomy && blockingFolder(folder, serverAccount()) === null) return folder;
  } catch {
    // No such folder: not Linux.
  }
  return diskBase();
}

/** The system's temporary folder, or /tmp where root's own is private (TMPDIR=/root/tmp). */
function diskBase(): string {
  const own = os.tmpdir();
  return blockingFolder(own, serverAccount()) === null ? own : "/tmp";
}

/** A test run that was killed leaves its server behind. Ends servers whose run is gone, and removes their folders. */
async function sweep(): Promise<void> {
  const bases = new Set([diskBase(), MEMORY.folder].filter((each) => fs.existsSync(each)));
  const folders = [...bases].flatMap((base) => fs.readdirSync(base).map((name) => path.join(base, name)));
  for (const folder of folders.filter((each) => path.basename(each).startsWith(PREFIX))) {
    const paths = pathsOf(folder);
    try {
      const owner = readMark(path.join(paths.data, OWNER_FILE));
      // Without a mark the folder is being made this very moment.
      if (owner === null || isRunning(owner)) continue;
      const found = readPidFile(paths);
      if (found !== null) await endPostmaster(found.pid, paths, findBinaries(serverAccount(), paths.data));
      fs.rmSync(paths.data, { recursive: true, force: true });
    } catch {
      // Another user's folder, or another run sweeps at the same time.
    }
  }
}
