/** Gives the rest of the program a database: the embedded PostgreSQL of a data folder, or a server of your own. */
import crypto from "node:crypto";
import fs from "node:fs";
import path from "node:path";
import { allowConnect, ensureDatabase, foreignRoleSentence, inspectServer, mayNotCreateSentence } from "../store/roles.ts";
import { refusalOf, RUNTIME_ROLE, withClient, writeRuntimeRole } from "../store/roles.ts";
import type { SetupClient } from "../store/roles.ts";
import { embeddedUrl, startEmbedded } from "./embedded/server.ts";
import type { EmbeddedServer, Origin, ServerEvent } from "./embedded/server.ts";
import { OWNER_ROLE, randomPassword } from "./embedded/cluster.ts";

export type DatabaseOptions = {
  /** Folder for the embedded server's files and for passwords that we make. Created when missing. */
  dataDir: string;
  /** DATABASE_URL: a server of your own, connected as the role that shall own the tables. */
  url?: string | undefined;
  /** DATABASE_RUNTIME_URL: the runtime role on that server, when it is not ours to make. */
  runtimeUrl?: string | undefined;
  /** The installation's secret. The runtime role's password on your own server is derived from it, so that all processes agree. */
  secret?: Buffer | undefined;
  /** Loopback port of the embedded server; by default a free one, remembered. */
  port?: number | undefined;
  /** More server settings for the embedded server (`-c name=value`), for tests. */
  flags?: Record<string, string> | undefined;
  onEvent?: ((event: ServerEvent) => void) | undefined;
};

export type Database = {
  kind: "embedded" | "url";
  /** For migrations only: this role owns the tables, and row-level security may not bind it. */
  ownerUrl: string;
  /** For everything else: neither superuser nor owner. */
  runtimeUrl: string;
  /** Name of the role in runtimeUrl: migrate() grants to it. */
  runtimeRole: string;
  /** `url`, or how the embedded server was come by (`shared`: another living process runs it, and stop() leaves it alone). */
  origin: Origin | "url";
  /** Process id of the embedded server, null for a server of your own. */
  pid(): number | null;
  /** The last 4 kB of the embedded server's log. */
  log(): string;
  stop(): Promise<void>;
};

/** Name of the database inside the embedded server. */
export const DATABASE_NAME = "grapevine";

/**
 * Starts (or finds) the database and makes sure that both roles can log in. Throws an Error with a remedy in its
 * message. Stop is clean: clients are cut, everything is on disk, the process has ended when the promise resolves.
 */
export async function startDatabase(options: DatabaseOptions): Promise<Database> {
  return options.url === undefined ? await startEmbeddedDatabase(options) : await connectDatabase({ ...options, url: options.url });
}

async function startEmbeddedDatabase(options: DatabaseOptions): Promise<Database> {
  const server = await startEmbedded({ ...options, prepare: prepareEmbedded });
  const urls = urlsOf(server);
  return {
    kind: "embedded", ownerUrl: urls.ownerUrl, runtimeUrl: urls.runtimeUrl, runtimeRole: RUNTIME_ROLE,
    origin: server.origin, pid: server.pid, log: server.log, stop: server.stop,
  };
}

function urlsOf({ settings, port }: EmbeddedServer): { ownerUrl: string; runtimeUrl: string; adminUrl: string } {
  const owner = { user: OWNER_ROLE, password: settings.ownerPassword, port };
  return {
    ownerUrl: embeddedUrl({ ...owner, database: DATABASE_NAME }),
    runtimeUrl: embeddedUrl({ user: RUNTIME_ROLE, password: settings.runtimePassword, port, database: DATABASE_NAME }),
    adminUrl: embeddedUrl({ ...owner, database: "postgres" }),
  };
}

/** One look decides: on every start but the first, both the database and the role are there, and nothing is written. */
async function prepareEmbedded(server: EmbeddedServer): Promise<void> {
  const { runtimeUrl, adminUrl } = urlsOf(server);
  if ((await refusalOf(runtimeUrl)) === null) return;
  await withClient(adminUrl, async (client) => {
    await ensureDatabase(client, DATABASE_NAME);
    const { roleExists } = await inspectServer(client, RUNTIME_ROLE);
    await writeRuntimeRole(client, { name: RUNTIME_ROLE, password: server.settings.runtimePassword, exists: roleExists });
  });
}

async function connectDatabase(options: DatabaseOptions & { url: string }): Promise<Database> {
  const runtimeUrl = await withOwner(options.url, async (client) => {
    const facts = await inspectServer(client, RUNTIME_ROLE);
    if (options.runtimeUrl !== undefined) return options.runtimeUrl;
    const password = runtimePassword(options);
    const url = withUser(options.url, RUNTIME_ROLE, password);
    if (!facts.roleExists) {
      if (!facts.mayCreateRoles) throw new Error(mayNotCreateSentence(facts.user));
      await writeRuntimeRole(client, { name: RUNTIME_ROLE, password, exists: false });
    }
    await allowConnect(client, RUNTIME_ROLE, facts.database);
    return url;
  });
  const refusal = await refusalOf(runtimeUrl);
  if (refusal !== null) {
    throw new Error(options.runtimeUrl === undefined ? foreignRoleSentence(refusal) : `DATABASE_RUNTIME_URL cannot be used: ${refusal}`);
  }
  return {
    kind: "url", ownerUrl: options.url, runtimeUrl, runtimeRole: decodeURIComponent(new URL(runtimeUrl).username),
    origin: "url", pid: () => null, log: () => "", stop: () => Promise.resolve(),
  };
}

async function withOwner<T>(url: string, work: (client: SetupClient) => Promise<T>): Promise<T> {
  const refusal = await refusalOf(url, 10_000);
  if (refusal !== null) {
    throw new Error(`DATABASE_URL cannot be used: ${refusal}. It should look like postgres://owner:password@host:5432/grapevine`);
  }
  return await withClient(url, work);
}

/** The same server and database as another user. */
function withUser(url: string, user: string, password: string): string {
  const changed = new URL(url);
  changed.username = encodeURIComponent(user);
  changed.password = encodeURIComponent(password);
  return changed.href;
}

/** Derived from the secret when there is one; else random and kept in the data folder (0600). */
function runtimePassword(options: DatabaseOptions & { url: string }): string {
  const { host, pathname } = new URL(options.url);
  const label = `${host}${pathname}`;
  if (options.secret !== undefined) {
    return crypto.createHmac("sha256", options.secret).update(`runtime role ${label}`).digest("base64url");
  }
  const file = path.join(options.dataDir, "runtime-passwords.json");
  const known = (fs.existsSync(file) ? JSON.parse(fs.readFileSync(file, "utf8")) : {}) as Record<string, string>;
  const kept = known[label];
  if (kept !== undefined) return kept;
  const password = randomPassword();
  fs.mkdirSync(options.dataDir, { recursive: true, mode: 0o700 });
  fs.writeFileSync(`${file}.new`, JSON.stringify({ ...known, [label]: password }), { mode: 0o600 });
  fs.renameSync(`${file}.new`, file);
  return password;
}
