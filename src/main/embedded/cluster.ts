/** The files of an embedded database: where they are, the passwords beside them, and the first initialisation. */
import crypto from "node:crypto";
import fs from "node:fs";
import net from "node:net";
import path from "node:path";
import { spawnSync } from "node:child_process";
import { blockedSentence, blockingFolder, makeReachableFolder, namelessUserSentence } from "./account.ts";
import type { Account } from "./account.ts";
import { ids, PROGRAM_ENV } from "./binaries.ts";
import type { Binaries } from "./binaries.ts";

/** Names of everything under a data folder. */
export type Paths = {
  data: string; cluster: string; log: string; settings: string; supervisor: string; lock: string; pidFile: string; optionsFile: string;
};

/** What is remembered between starts (file mode 0600). `port` is null until a first start has chosen one. */
export type Settings = { ownerPassword: string; runtimePassword: string; port: number | null };

export const OWNER_ROLE = "grapevine_owner";

/** The paths under a data folder. The folder itself need not exist. */
export function pathsOf(dataDir: string): Paths {
  const data = path.resolve(dataDir);
  const cluster = path.join(data, "postgres");
  return {
    data, cluster,
    log: path.join(data, "postgres.log"),
    settings: path.join(data, "database.json"),
    supervisor: path.join(data, "postgres.supervisor"),
    lock: path.join(data, "postgres.lock"),
    pidFile: path.join(cluster, "postmaster.pid"),
    optionsFile: path.join(cluster, "postmaster.opts"),
  };
}

/** Reads the remembered settings, or makes new random passwords when there is no database yet. */
export function loadSettings(paths: Paths): Settings {
  if (fs.existsSync(paths.settings)) return JSON.parse(fs.readFileSync(paths.settings, "utf8")) as Settings;
  if (fs.existsSync(paths.cluster)) {
    throw new Error(
      `${paths.cluster} holds a database, but ${paths.settings} with its passwords is gone. Restore that file, ` +
        "or move the folder away to begin with an empty database.",
    );
  }
  const settings: Settings = { ownerPassword: randomPassword(), runtimePassword: randomPassword(), port: null };
  saveSettings(paths, settings);
  return settings;
}

/** Writes the settings in one step (temporary file, then rename), readable by us alone. */
export function saveSettings(paths: Paths, settings: Settings): void {
  const temporary = `${paths.settings}.${process.pid}`;
  fs.writeFileSync(temporary, `${JSON.stringify(settings, null, 2)}\n`, { mode: 0o600 });
  fs.renameSync(temporary, paths.settings);
}

/** 32 random bytes, in letters that need no escaping in a URL. */
export function randomPassword(): string {
  return crypto.randomBytes(32).toString("base64url");
}

/**
 * Makes the database's files when there are none. initdb works in a folder of another name and is renamed at the end,
 * because it writes PG_VERSION early: a first start killed half-way would otherwise look finished.
 */
export function initialise(options: { paths: Paths; account: Account; binaries: Binaries; password: string; sync: boolean }): void {
  const { paths, account, binaries } = options;
  if (fs.existsSync(path.join(paths.cluster, "PG_VERSION"))) return;
  const fresh = `${paths.cluster}.new`;
  const passwordFile = path.join(fresh, "password");
  const target = path.join(fresh, "cluster");
  fs.rmSync(fresh, { recursive: true, force: true });
  makeReachableFolder(fresh, {});
  try {
    fs.writeFileSync(passwordFile, `${options.password}\n`, { mode: 0o600 });
    for (const each of [fresh, passwordFile]) giveTo(each, account);
    // UTF8 with the builtin C.UTF-8 provider: without it a container (LANG unset) gets SQL_ASCII. Byte order everywhere.
    const run = spawnSync(
      binaries.program("initdb"),
      ["-D", target, "-U", OWNER_ROLE, `--pwfile=${passwordFile}`, "--auth-local=scram-sha-256", "--auth-host=scram-sha-256",
        "--encoding=UTF8", "--locale-provider=builtin", "--builtin-locale=C.UTF-8", "--locale=C", "--data-checksums",
        ...(options.sync ? [] : ["--no-sync"])],
      { ...ids(account), env: PROGRAM_ENV, cwd: "/", encoding: "utf8" },
    );
    if (run.status !== 0) throw new Error(explainFailure(`${run.stdout ?? ""}${run.stderr ?? run.error?.message ?? ""}`, paths, account));
    fs.renameSync(target, paths.cluster);
    syncFolder(paths.data);
  } finally {
    fs.rmSync(fresh, { recursive: true, force: true });
  }
}

/** The message for an initdb or postgres that failed: a remedy where we know one, always with its last lines (4 kB). */
export function explainFailure(output: string, paths: Paths, account: Account): string {
  const blocker = output.includes("Permission denied") ? blockingFolder(paths.data, account) : null;
  const known = blocker === null ? namelessUserSentence(output) : blockedSentence(blocker, paths.data, account);
  const tail = output.slice(-4096).trim();
  const where = fs.existsSync(paths.log) ? ` (all of them in ${paths.log})` : "";
  return `${known ?? "The embedded PostgreSQL did not start."} Its last lines${where}:\n${tail}`;
}

/** Gives a file or folder to the server's account, when that is not ours. */
export function giveTo(target: string, account: Account): void {
  if (account.uid !== undefined && account.gid !== undefined) fs.chownSync(target, account.uid, account.gid);
}

/**
 * Below the ports that Linux (32768), macOS and Windows (49152) give to outgoing connections. From there a port is lost to any program's
 * connection as soon as its server dies, even to our own attempts to reach it (a connection to oneself), and the server cannot come back.
 */
const PORTS = { from: 20_000, count: 12_000 };
const PORT_TRIES = 50;

/** A port on the loopback address that is free now. Somebody may take it before we do: the caller tries again. */
export async function freePort(): Promise<number> {
  for (let tries = 0; tries < PORT_TRIES; tries++) {
    const port = PORTS.from + crypto.randomInt(PORTS.count);
    if (await isPortFree(port)) return port;
  }
  throw new Error(`None of ${PORT_TRIES} ports between ${PORTS.from} and ${PORTS.from + PORTS.count} is free for the embedded PostgreSQL.`);
}

/** True when nobody listens on this loopback port. */
export function isPortFree(port: number): Promise<boolean> {
  return new Promise((resolve) => {
    const server = net.createServer();
    server.once("error", () => resolve(false));
    server.listen(port, "127.0.0.1", () => server.close(() => resolve(true)));
  });
}

/** Makes a rename durable; not every platform can open a folder, and there it does not matter. */
function syncFolder(dir: string): void {
  try {
    const handle = fs.openSync(dir, "r");
    fs.fsyncSync(handle);
    fs.closeSync(handle);
  } catch {
    // Windows.
  }
}
