/**
 * The Chromium that the browser tests, the page budgets and the contact sheet use: the npm package @sparticuz/chromium, unpacked once
 * into node_modules/.cache. The package unpacks into the system's temporary folder and takes whatever lies there already, so it is
 * given a folder of its own, named by its version, and the folder appears whole or not at all.
 */
import { spawnSync } from "node:child_process";
import fs from "node:fs";
import os from "node:os";
import path from "node:path";
import { fileURLToPath } from "node:url";

/** Bytes: three workers' browsers hold a few hundred MB at most; a container's /dev/shm has 64 MB unless told otherwise. */
const ROOM_TO_SHARE = 2 ** 30;
const ROOT = fileURLToPath(new URL("..", import.meta.url));
const PACKAGE = path.join(ROOT, "node_modules/@sparticuz/chromium");
/** Child process: the package reads TMPDIR when it is called. */
const UNPACK = 'await (await import("@sparticuz/chromium")).default.executablePath();';

/** The package's own arguments contain --single-process and --disable-web-security: with those neither contexts nor CSP can be tested. */
export const CHROMIUM_ARGS = ["--no-sandbox", "--disable-gpu", "--headless=shell", "--font-render-hinting=none"];

/**
 * Of Playwright's own arguments those that do harm here. It has what Chromium's processes share lie in the temporary folder, for the
 * sake of containers with a small /dev/shm. On ext4 each drawn tile is then a file made and removed, and its place is looked for among
 * those removed lately: four files of the console took 68 s of Chromium's time, and 64 in memory.
 */
export function unwantedArgs(): string[] {
  try {
    const { bavail, bsize } = fs.statfsSync("/dev/shm");
    return bavail * bsize >= ROOM_TO_SHARE ? ["--disable-dev-shm-usage"] : [];
  } catch {
    // No such folder.
    return [];
  }
}

/** Why Chromium cannot run here; null where it can. */
export function noChromium(): string | null {
  if (process.platform !== "linux" || process.arch !== "x64") {
    return `the npm package's Chromium is for linux-x64, and this is ${process.platform}-${process.arch}`;
  }
  return fs.existsSync(PACKAGE) ? null : "@sparticuz/chromium is not installed (npm ci --include=dev)";
}

/** Where the program is, unpacked now if need be (3 s). Several processes may ask at once. */
export function chromiumPath(): string {
  const { version } = JSON.parse(fs.readFileSync(path.join(PACKAGE, "package.json"), "utf8")) as { version: string };
  const folder = path.join(cacheFolder(), `chromium-${version}`);
  const program = path.join(folder, "chromium");
  if (!fs.existsSync(program)) unpackInto(folder);
  return program;
}

/** What the program needs in its environment: fonts of the package's own where the machine has none. */
export function chromiumEnvironment(): Record<string, string> {
  const fonts = path.join(path.dirname(chromiumPath()), "fonts");
  const hasOwn = fs.existsSync("/etc/fonts/fonts.conf");
  const kept = Object.entries(process.env).filter((entry): entry is [string, string] => entry[1] !== undefined);
  return { ...Object.fromEntries(kept), ...(hasOwn || !fs.existsSync(fonts) ? {} : { FONTCONFIG_PATH: fonts }) };
}

function unpackInto(folder: string): void {
  const making = fs.mkdtempSync(`${folder}-`);
  try {
    const ran = spawnSync(process.execPath, ["--input-type=module", "-e", UNPACK], {
      cwd: ROOT,
      encoding: "utf8",
      env: { ...process.env, TMPDIR: making },
    });
    if (ran.status !== 0) throw new Error(`Chromium could not be unpacked into ${making}: ${ran.stderr || String(ran.error)}`);
    fs.chmodSync(making, 0o755);
    fs.renameSync(making, folder);
  } catch (error) {
    // Another process was faster, and its folder is as good.
    if (!fs.existsSync(path.join(folder, "chromium"))) throw error;
  } finally {
    fs.rmSync(making, { recursive: true, force: true });
  }
}

/** node_modules/.cache; a private folder in the temporary one where node_modules belongs to somebody else. */
function cacheFolder(): string {
  const own = path.join(ROOT, "node_modules/.cache");
  try {
    fs.mkdirSync(own, { recursive: true });
    fs.accessSync(own, fs.constants.W_OK);
    return own;
  } catch {
    const other = path.join(os.tmpdir(), `grapevine-browser-${os.userInfo().uid}`);
    fs.mkdirSync(other, { recursive: true, mode: 0o700 });
    if (fs.statSync(other).uid !== os.userInfo().uid)
      throw new Error(`${other} belongs to somebody else; set TMPDIR to a folder of your own.`);
    return other;
  }
}
