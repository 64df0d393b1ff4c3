/** The embedded server over a process's life: found or started, watched, started again when it dies, stopped. */
import fs from "node:fs";
import { serverAccount, makeReachableFolder } from "./account.ts";
import { findBinaries } from "./binaries.ts";
import { freePort, initialise, isPortFree, loadSettings, OWNER_ROLE, pathsOf, saveSettings } from "./cluster.ts";
import type { Paths, Settings } from "./cluster.ts";
import { defuseStalePidFile, endPostmaster, PortTaken, readLog, readPidFile } from "./postmaster.ts";
import { serverArguments, sleep, spawnPostmaster, waitForEnd } from "./postmaster.ts";
import { isPostmasterOf, isRunning, ownMark, readMark, withLock, writeOwnMark } from "./process-mark.ts";
import { refusalOf } from "../../store/roles.ts";

/** How the server came to be ours: `started` by us, `adopted` from a dead process, or `shared` with a living one that stops it. */
export type Origin = "started" | "adopted" | "shared";

/** What happens to the server later. `restarted`: it died and is back. `failed`: it died and could not be brought back. */
export type ServerEvent = { type: "restarted" | "failed"; message: string };

export type EmbeddedOptions = {
  dataDir: string;
  port?: number | undefined;
  flags?: Record<string, string> | undefined;
  onEvent?: ((event: ServerEvent) => void) | undefined;
  /** Runs once the server answers, before any other process may use it: makes the database and its roles. */
  prepare?: (server: EmbeddedServer) => Promise<void>;
};

export type EmbeddedServer = {
  settings: Settings; port: number; origin: Origin; pid(): number; log(): string; stop(): Promise<void>;
};

/** What the functions below hand to each other. `pid` changes when the server is started again. */
type Context = {
  paths: Paths; settings: Settings; wantedPort: number | undefined; arguments: string[]; options: EmbeddedOptions;
  account: ReturnType<typeof serverAccount>; binaries: ReturnType<typeof findBinaries>;
};

const LOG_LINES_BYTES = 4096;
const RESTART_TRIES = 20;
const RESTART_WAIT_MS = 1_000;

/** The owner's URL on a loopback port. `sslmode=disable`, because PGSSLMODE in the environment would otherwise apply. */
export function embeddedUrl(options: { user: string; password: string; port: number; database: string }): string {
  return `postgres://${options.user}:${options.password}@127.0.0.1:${options.port}/${options.database}?sslmode=disable`;
}

/** Starts or finds the server of a data folder. Throws an Error whose message says what to do. */
export async function startEmbedded(options: EmbeddedOptions): Promise<EmbeddedServer> {
  const account = serverAccount();
  const paths = pathsOf(options.dataDir);
  makeReachableFolder(paths.data, account);
  const binaries = findBinaries(account, paths.data);
  return await withLock(paths.lock, async () => {
    const settings = loadSettings(paths);
    const serverArgs = serverArguments(paths, options.flags ?? {});
    const context: Context = { paths, settings, account, binaries, options, wantedPort: options.port, arguments: serverArgs };
    initialise({ paths, account, binaries, password: settings.ownerPassword, sync: options.flags?.fsync !== "off" });
    const found = (await findRunning(context)) ?? { ...(await startServer(context)), origin: "started" as const };
    const server = manage(context, found);
    try {
      await options.prepare?.(server);
    } catch (error) {
      await server.stop();
      const why = (error as Error).message;
      throw new Error(`The embedded PostgreSQL started but could not be set up: ${why}\n${server.log()}`, { cause: error });
    }
    return server;
  });
}

/** A server that already runs on this folder: to share, to adopt, or (null) none any more. */
async function findRunning(context: Context): Promise<{ pid: number; port: number; origin: Origin } | null> {
  const { paths, settings } = context;
  const file = readPidFile(paths);
  if (file === null || !isPostmasterOf(file.pid, paths.cluster)) return null;
  const supervisor = readMark(paths.supervisor);
  const isOwned = supervisor !== null && isRunning(supervisor);
  const url = embeddedUrl({ user: OWNER_ROLE, password: settings.ownerPassword, port: file.port, database: "postgres" });
  const refusal = await refusalOf(url);
  const isSame = startedWith(context) && (context.wantedPort === undefined || context.wantedPort === file.port);
  if (refusal === null && isOwned) return { ...file, origin: "shared" };
  if (isOwned) {
    const which = `Process ${supervisor.pid} runs the database in ${paths.data}`;
    throw new Error(`${which}, and it does not answer (${refusal}). Stop that process first.`);
  }
  if (refusal === null && isSame) {
    writeOwnMark(paths.supervisor);
    return { ...file, origin: "adopted" };
  }
  // An orphan that hangs, or that was started with other settings than we were asked for.
  await endPostmaster(file.pid, paths, context.binaries);
  return null;
}

/** True when the running server has the programs and arguments that we would give it (postmaster.opts is its command line). */
function startedWith(context: Context): boolean {
  if (!fs.existsSync(context.paths.optionsFile)) return false;
  const line = fs.readFileSync(context.paths.optionsFile, "utf8").trim().replace(/ "-p" "\d+"$/, "");
  return line === [context.binaries.program("postgres"), ...context.arguments.map((each) => `"${each}"`)].join(" ");
}

/** Starts a server on the remembered port, or another free one when nobody asked for that very port. */
async function startServer(context: Context): Promise<{ pid: number; port: number }> {
  const { paths, settings } = context;
  defuseStalePidFile(paths);
  for (let attempt = 1; ; attempt += 1) {
    const remembered = context.wantedPort ?? settings.port;
    const isUsable = remembered !== null && (context.wantedPort !== undefined || (attempt === 1 && (await isPortFree(remembered))));
    const port = isUsable ? remembered : await freePort();
    try {
      const child = await spawnPostmaster({ ...context, port });
      if (settings.port !== port) saveSettings(paths, Object.assign(settings, { port }));
      writeOwnMark(paths.supervisor);
      return { pid: child.pid ?? 0, port };
    } catch (error) {
      const isLastTry = attempt >= 20;
      if (error instanceof PortTaken && context.wantedPort === undefined && !isLastTry) continue;
      // The workers of a killed server notice within moments that it is gone; until then its memory counts as in use.
      if (!isLastTry && (error as Error).message.includes("pre-existing shared memory block")) {
        await sleep(250);
        continue;
      }
      throw error;
    }
  }
}

/** The handle of a running server. A shared one is neither watched nor stopped by us. */
function manage(context: Context, found: { pid: number; port: number; origin: Origin }): EmbeddedServer {
  const { paths } = context;
  let pid = found.pid;
  const stopping = new AbortController();
  const watching = found.origin === "shared" ? Promise.resolve() : watch();

  async function watch(): Promise<void> {
    while (!stopping.signal.aborted) {
      await waitForEnd(pid, stopping.signal);
      if (!stopping.signal.aborted) await startAgain();
    }
  }

  async function startAgain(): Promise<void> {
    const port = found.port;
    for (let attempt = 1; !stopping.signal.aborted; attempt += 1) {
      try {
        const again = await withLock(paths.lock, () => startServer({ ...context, wantedPort: port }));
        pid = again.pid;
        context.options.onEvent?.({ type: "restarted", message: `The embedded PostgreSQL had ended and is back on port ${port}.` });
        return;
      } catch (error) {
        if (attempt >= RESTART_TRIES) {
          stopping.abort();
          context.options.onEvent?.({ type: "failed", message: (error as Error).message });
          return;
        }
        await sleep(Math.min(100 * 2 ** attempt, RESTART_WAIT_MS));
      }
    }
  }

  async function stop(): Promise<void> {
    if (found.origin === "shared") return;
    stopping.abort();
    await watching;
    await endPostmaster(pid, paths, context.binaries);
    const supervisor = readMark(paths.supervisor);
    if (supervisor?.pid === ownMark().pid) fs.rmSync(paths.supervisor, { force: true });
  }

  const log = (): string => readLog(paths, LOG_LINES_BYTES);
  return { settings: context.settings, port: found.port, origin: found.origin, pid: () => pid, log, stop };
}
