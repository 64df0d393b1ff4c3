/**
 * The two roles of a Grapevine database. The owner migrates; the runtime role is what the processes connect as. It is
 * neither superuser nor owner of anything, because row-level security binds neither of these.
 */
import crypto from "node:crypto";
import pg from "pg";

/** Name of the runtime role that we make. A role of another name may be used through DATABASE_RUNTIME_URL. */
export const RUNTIME_ROLE = "grapevine_app";

/** The oldest server that the schema is tested on, as `server_version_num / 10000`. */
export const OLDEST_POSTGRES = 15;

/** What `inspectServer` found. `mayCreateRoles`: the connected role can make the runtime role. */
export type ServerFacts = { major: number; database: string; user: string; mayCreateRoles: boolean; roleExists: boolean };

/** A connection as the owner, for setting up. */
export type SetupClient = pg.Client;

/** Connects once, runs `work` and always closes. `timeoutMs` bounds the connection attempt. */
export async function withClient<T>(url: string, work: (client: SetupClient) => Promise<T>, timeoutMs = 10_000): Promise<T> {
  const client = new pg.Client({ connectionString: url, connectionTimeoutMillis: timeoutMs, application_name: "grapevine setup" });
  // Without a listener, a server that goes away between two statements would end the process.
  client.on("error", () => undefined);
  await client.connect();
  try {
    return await work(client);
  } finally {
    await client.end().catch(() => undefined);
  }
}

/** Null when `url` answers a query, else the reason why not. */
export async function refusalOf(url: string, timeoutMs = 5_000): Promise<string | null> {
  try {
    await withClient(url, (client) => client.query("select 1"), timeoutMs);
    return null;
  } catch (error) {
    return (error as Error).message || String((error as NodeJS.ErrnoException).code);
  }
}

/** Version, database, user and rights of a connection. Throws below the version floor. */
export async function inspectServer(client: pg.Client, role: string): Promise<ServerFacts> {
  const { rows } = await client.query<ServerFacts & { version: string }>(
    `select current_setting('server_version_num')::int / 10000 as major, current_setting('server_version') as version,
            current_database() as database, current_user as user,
            (select rolsuper or rolcreaterole from pg_roles where rolname = current_user) as "mayCreateRoles",
            exists (select from pg_roles where rolname = $1) as "roleExists"`,
    [role],
  );
  const facts = rows[0];
  if (facts === undefined) throw new Error("The database did not say who it is.");
  if (facts.major < OLDEST_POSTGRES) {
    throw new Error(
      `PostgreSQL ${OLDEST_POSTGRES} or newer is needed, and this server is ${facts.version}. ` +
        "Upgrade it, or unset DATABASE_URL to use the embedded one.",
    );
  }
  return facts;
}

/** Creates the runtime role, or gives an existing one this password, with every dangerous attribute off. */
export async function writeRuntimeRole(client: pg.Client, role: { name: string; password: string; exists: boolean }): Promise<void> {
  const name = pg.escapeIdentifier(role.name);
  const verb = role.exists ? "alter" : "create";
  const verifier = pg.escapeLiteral(scramVerifier(role.password));
  await client.query(`${verb} role ${name} with login nosuperuser nobypassrls nocreatedb nocreaterole noreplication password ${verifier}`);
}

/** What an administrator must do when the owner may not make the role. */
export function mayNotCreateSentence(user: string): string {
  return (
    `The role ${user} of DATABASE_URL may not create roles, and Grapevine needs a second one that owns nothing. ` +
    `As an administrator run: create role ${RUNTIME_ROLE} login nosuperuser nobypassrls nocreatedb password '...' ` +
    "and set DATABASE_RUNTIME_URL to a URL with that role and password."
  );
}

/** What to do about a runtime role with a password that is not ours. It is never overwritten: it may be another installation's. */
export function foreignRoleSentence(refusal: string): string {
  return (
    `The role ${RUNTIME_ROLE} exists on the server of DATABASE_URL, but not with this installation's password (${refusal}). ` +
    "Either set GRAPEVINE_SECRET to that of the installation that made the role, or set DATABASE_RUNTIME_URL to a role of its own, " +
    `or, when no other installation uses it, run: drop owned by ${RUNTIME_ROLE}; drop role ${RUNTIME_ROLE};`
  );
}

/** Lets the role connect where the right was taken from everybody (revoke connect ... from public). */
export async function allowConnect(client: pg.Client, role: string, database: string): Promise<void> {
  const { rows } = await client.query<{ ok: boolean }>("select has_database_privilege($1, $2, 'connect') as ok", [role, database]);
  if (rows[0]?.ok) return;
  await client.query(`grant connect on database ${pg.escapeIdentifier(database)} to ${pg.escapeIdentifier(role)}`);
}

/** Makes a database when it is not there. `client` must be connected to another one. */
export async function ensureDatabase(client: pg.Client, name: string): Promise<void> {
  const { rowCount } = await client.query("select from pg_database where datname = $1", [name]);
  if (rowCount === 0) await client.query(`create database ${pg.escapeIdentifier(name)}`);
}

/**
 * The form in which PostgreSQL stores a password (RFC 5803, 4096 rounds). Sent instead of the password itself, because
 * servers that log DDL write the whole statement to their log. The password must be plain ASCII.
 */
export function scramVerifier(password: string, salt: Buffer = crypto.randomBytes(16)): string {
  const rounds = 4096;
  const salted = crypto.pbkdf2Sync(password, salt, rounds, 32, "sha256");
  const clientKey = crypto.createHmac("sha256", salted).update("Client Key").digest();
  const storedKey = crypto.createHash("sha256").update(clientKey).digest("base64");
  const serverKey = crypto.createHmac("sha256", salted).update("Server Key").digest("base64");
  return `SCRAM-SHA-256$${rounds}:${salt.toString("base64")}$${storedKey}:${serverKey}`;
}
