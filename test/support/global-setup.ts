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
const FAST = { fsync: "off", full_page_writes: "off", synchronous_commit: "off", max_connections: "200", autovacuum: "off" };
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
    await withClient(withDatabase(database.ownerUrl, "postgres"), (client) => client.query(`create database ${TEMPLATE}`));
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

/** The system's temporary folder, or /tmp where root's own is private (TMPDIR=/root/tmp). */
function temporaryBase(): string {
  const own = os.tmpdir();
  return blockingFolder(own, serverAccount()) === null ? own : "/tmp";
}

/** A test run that was killed leaves its server behind. Ends servers whose run is gone, and removes their folders. */
async function sweep(): Promise<void> {
  const base = temporaryBase();
  for (const name of fs.readdirSync(base).filter((each) => each.startsWith(PREFIX))) {
    const paths = pathsOf(path.join(base, name));
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
