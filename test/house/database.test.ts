/** The embedded server with its shipped settings, in every way it may have been left. Each test has a data folder of its own. */
import fs from "node:fs";
import net from "node:net";
import path from "node:path";
import readline from "node:readline";
import { execFileSync, spawn } from "node:child_process";
import type { ChildProcess } from "node:child_process";
import { afterAll, afterEach, beforeAll, expect, test } from "vitest";
import { startDatabase } from "../../src/main/database.ts";
import type { Database, DatabaseOptions } from "../../src/main/database.ts";
import { serverAccount } from "../../src/main/embedded/account.ts";
import { ids } from "../../src/main/embedded/binaries.ts";
import { freePort, pathsOf } from "../../src/main/embedded/cluster.ts";
import { isPostmasterOf, markOf } from "../../src/main/embedded/process-mark.ts";
import { readPidFile } from "../../src/main/embedded/postmaster.ts";
import { memoryBytes, sizesFor } from "../../src/main/embedded/sizes.ts";
import { assertRuntimeRole, openPool } from "../../src/store/db.ts";
import { refusalOf, withClient } from "../../src/store/roles.ts";
import { temporaryFolder } from "../support/global-setup.ts";

const cleanups: (() => Promise<void> | void)[] = [];
afterEach(async () => {
  for (const cleanup of cleanups.splice(0).reverse()) await cleanup();
});

/** A data folder whose database was made and stopped, copied: 0.2 s instead of 0.8 s for a first start. */
let made = "";
beforeAll(async () => {
  made = temporaryFolder("made");
  await (await startDatabase({ dataDir: made })).stop();
});
afterAll(() => fs.rmSync(made, { recursive: true, force: true }));

function usedFolder(): string {
  const dir = folder();
  // cp keeps the owner, whom the server insists on; fs.cpSync does not.
  execFileSync("cp", ["-a", `${made}/.`, dir]);
  return dir;
}

function folder(): string {
  const dir = temporaryFolder("house");
  cleanups.push(() => fs.rmSync(dir, { recursive: true, force: true }));
  return dir;
}

async function start(dataDir: string, options: Partial<DatabaseOptions> = {}): Promise<Database> {
  const database = await startDatabase({ dataDir, ...options });
  cleanups.push(() => database.stop());
  return database;
}

type Line = Record<string, unknown>;
type Child = { process: ChildProcess; pid: number; ready: Line; next(): Promise<Line>; ended: Promise<number | null> };

/** The same in a process of its own, which a test may kill. */
async function startChild(dataDir: string, flags: Record<string, string> = {}): Promise<Child> {
  const script = path.join(import.meta.dirname, "../support/start-database.ts");
  const child = spawn(process.execPath, [script, dataDir, JSON.stringify(flags)], { stdio: ["ignore", "pipe", "inherit"], detached: true });
  const ended = new Promise<number | null>((resolve) => child.once("exit", resolve));
  cleanups.push(() => killAll(child, dataDir));
  const lines = readline.createInterface({ input: child.stdout })[Symbol.asyncIterator]();
  const next = async (): Promise<Line> => JSON.parse(String((await lines.next()).value)) as Line;
  return { process: child, pid: child.pid ?? 0, ready: await next(), next, ended };
}

/** Leaves nothing running, whatever the test did. */
async function killAll(child: ChildProcess, dataDir: string): Promise<void> {
  child.kill("SIGKILL");
  const paths = pathsOf(dataDir);
  const found = readPidFile(paths);
  if (found === null || !isPostmasterOf(found.pid, paths.cluster)) return;
  process.kill(found.pid, "SIGQUIT");
  await untilEnded(found.pid);
}

const write = (url: string, value: number): Promise<unknown> =>
  withClient(url, (client) => client.query(`create table if not exists kept (n integer primary key); insert into kept values (${value})`));
const read = (url: string): Promise<number[]> =>
  withClient(url, async (client) => (await client.query<{ n: number }>("select n from kept order by n")).rows.map(({ n }) => n));

async function untilEnded(pid: number): Promise<void> {
  await expect.poll(() => markOf(pid), { timeout: 30_000 }).toBeNull();
}

test("a first start makes a database, stop ends the process, and a second start finds the data on the same port", async () => {
  const dir = folder();
  const first = await start(path.join(dir, "made/on/the/way"));
  expect(first).toMatchObject({ kind: "embedded", origin: "started" });
  await write(first.ownerUrl, 1);
  const pid = first.pid() ?? 0;
  await first.stop();
  expect(markOf(pid)).toBeNull();
  const second = await start(path.join(dir, "made/on/the/way"));
  expect(second.ownerUrl).toBe(first.ownerUrl);
  expect(await read(second.ownerUrl)).toEqual([1]);
});

test("the database is UTF-8 in byte order, listens on loopback only, asks for a password, and keeps its secrets to us", async () => {
  const dir = folder();
  const database = await start(dir);
  const sizes = sizesFor(memoryBytes());
  const facts = await withClient(database.ownerUrl, async (client) => (await client.query(
    `select current_setting('server_encoding') as encoding, current_setting('listen_addresses') as listen,
            current_setting('unix_socket_directories') as sockets,
            pg_size_bytes(current_setting('shared_buffers')) = pg_size_bytes($1) and
            pg_size_bytes(current_setting('max_wal_size')) = pg_size_bytes($2) as sized,
            (select datlocprovider::text || ' ' || datlocale from pg_database where datname = current_database()) as locale,
            current_setting('data_checksums') as checksums, (select string_agg(distinct auth_method, ',') from pg_hba_file_rules) as auth`,
    [sizes.shared_buffers, sizes.max_wal_size],
  )).rows[0]);
  expect(facts).toEqual({
    encoding: "UTF8", listen: "127.0.0.1", sockets: "", sized: true, locale: "b C.UTF-8", checksums: "on", auth: "scram-sha-256",
  });
  const stranger = new URL(database.ownerUrl);
  stranger.password = "guess";
  expect(await refusalOf(stranger.href)).toContain("password authentication failed");
  expect(fs.statSync(path.join(dir, "database.json")).mode & 0o777).toBe(0o600);
  expect(fs.statSync(path.join(dir, "postgres.log")).mode & 0o777).toBe(0o600);
  expect(fs.statSync(path.join(dir, "postgres")).mode & 0o777).toBe(0o700);
});

test("the runtime role passes the check with nothing to report about durability, and the owner is refused", async () => {
  const database = await start(usedFolder());
  const runtime = openPool(database.runtimeUrl);
  const owner = openPool(database.ownerUrl);
  cleanups.push(() => runtime.end(), () => owner.end());
  expect(await assertRuntimeRole(runtime)).toEqual({ notDurable: [] });
  await expect(assertRuntimeRole(owner)).rejects.toThrow("is a superuser");
  const { rows } = await runtime.query(
    `select rolcanlogin as login, rolsuper or rolbypassrls or rolcreatedb or rolcreaterole or rolreplication as more
       from pg_roles where rolname = current_user`,
  );
  expect(rows[0]).toEqual({ login: true, more: false });
});

test("when PostgreSQL is killed under us, it is back on the same port within seconds with everything that was committed", async () => {
  const events: string[] = [];
  const database = await start(usedFolder(), { onEvent: ({ type }) => events.push(type) });
  await write(database.ownerUrl, 1);
  const pid = database.pid() ?? 0;
  process.kill(pid, "SIGKILL");
  await expect.poll(() => database.pid(), { timeout: 30_000 }).not.toBe(pid);
  expect(await refusalOf(database.ownerUrl)).toBeNull();
  expect(await read(database.ownerUrl)).toEqual([1]);
  await expect.poll(() => events).toEqual(["restarted"]);
  await database.stop();
  expect(markOf(database.pid() ?? 0)).toBeNull();
});

test("killed together, Node and PostgreSQL start again and nothing committed is lost", async () => {
  const dir = usedFolder();
  const child = await startChild(dir);
  await write(String(child.ready.ownerUrl), 1);
  child.process.kill("SIGKILL");
  await child.ended;
  process.kill(Number(child.ready.pid), "SIGKILL");
  await untilEnded(Number(child.ready.pid));
  const database = await start(dir);
  expect(database.origin).toBe("started");
  expect(await read(database.ownerUrl)).toEqual([1]);
});

test("an orphan left by a killed Node is adopted as it runs, and stopped in the end", async () => {
  const dir = usedFolder();
  const child = await startChild(dir);
  await write(String(child.ready.ownerUrl), 1);
  child.process.kill("SIGKILL");
  await child.ended;
  const database = await start(dir);
  expect(database).toMatchObject({ origin: "adopted", ownerUrl: child.ready.ownerUrl });
  expect(database.pid()).toBe(child.ready.pid);
  expect(await read(database.ownerUrl)).toEqual([1]);
  await database.stop();
  expect(markOf(Number(child.ready.pid))).toBeNull();
});

test("an orphan that ran with other settings is ended, and a server with ours takes its place", async () => {
  const dir = usedFolder();
  const child = await startChild(dir, { fsync: "off" });
  await write(String(child.ready.ownerUrl), 1);
  child.process.kill("SIGKILL");
  await child.ended;
  const database = await start(dir);
  expect(database.origin).toBe("started");
  expect(markOf(Number(child.ready.pid))).toBeNull();
  const pool = openPool(database.runtimeUrl);
  cleanups.push(() => pool.end());
  expect((await assertRuntimeRole(pool)).notDurable).toEqual([]);
  expect(await read(database.ownerUrl)).toEqual([1]);
});

test("a stale pid file that names another living process does not block the start, and that process lives on", async (context) => {
  context.skip(process.platform !== "linux", "who a pid is can be told for certain through /proc only");
  const dir = usedFolder();
  const first = await start(dir);
  await write(first.ownerUrl, 1);
  const paths = pathsOf(dir);
  const pidFile = fs.readFileSync(paths.pidFile, "utf8");
  await first.stop();
  // What a restarted container does: the old pid now belongs to something else of the same user, which PostgreSQL would take for itself.
  const bystander = spawn("sleep", ["60"], { ...ids(serverAccount()), stdio: "ignore" });
  cleanups.push(() => { bystander.kill("SIGKILL"); });
  fs.writeFileSync(paths.pidFile, [String(bystander.pid), ...pidFile.split("\n").slice(1)].join("\n"));
  fs.chownSync(paths.pidFile, fs.statSync(paths.cluster).uid, fs.statSync(paths.cluster).gid);
  const second = await start(dir);
  expect(second.origin).toBe("started");
  expect(await read(second.ownerUrl)).toEqual([1]);
  expect(markOf(bystander.pid ?? 0)).not.toBeNull();
});

test("a second process on the same folder shares the server, and leaves it running when it stops", async () => {
  const dir = usedFolder();
  const child = await startChild(dir);
  const guest = await start(dir);
  expect(guest).toMatchObject({ origin: "shared", ownerUrl: child.ready.ownerUrl });
  await guest.stop();
  expect(await refusalOf(String(child.ready.ownerUrl))).toBeNull();
});

test("three first starts at once on an empty folder make one database", async () => {
  const dir = folder();
  const databases = await Promise.all([start(dir), start(dir), start(dir)]);
  expect(new Set(databases.map(({ ownerUrl }) => ownerUrl)).size).toBe(1);
  expect(databases.map(({ origin }) => origin).sort()).toEqual(["shared", "shared", "started"]);
});

test("Ctrl-C reaches Node alone: PostgreSQL still answers while we finish, and is gone when we are", async () => {
  const dir = usedFolder();
  const child = await startChild(dir);
  // The whole process group gets the signal, as from a terminal.
  process.kill(-child.pid, "SIGINT");
  expect(await child.next()).toEqual({ stillAnswers: true });
  expect(await child.next()).toEqual({ stopped: true });
  expect(await child.ended).toBe(0);
  expect(markOf(Number(child.ready.pid))).toBeNull();
  expect(fs.existsSync(pathsOf(dir).pidFile)).toBe(false);
});

test("a remembered port that somebody else has taken is replaced; a port that was asked for is an error that says so", async () => {
  const dir = usedFolder();
  const first = await start(dir);
  await first.stop();
  const port = Number(new URL(first.ownerUrl).port);
  const squatter = net.createServer().listen(port, "127.0.0.1");
  cleanups.push(() => { squatter.close(); });
  const second = await start(dir);
  expect(new URL(second.ownerUrl).port).not.toBe(String(port));
  await second.stop();
  await expect(start(dir, { port })).rejects.toThrow(/could not bind|Address already in use/);
  const free = await freePort();
  expect(new URL((await start(dir, { port: free })).ownerUrl).port).toBe(String(free));
});

test("a server that does not start shows the last lines of its log", async () => {
  const dir = usedFolder();
  await (await start(dir)).stop();
  fs.appendFileSync(path.join(dir, "postgres/postgresql.conf"), "\nno_such_setting = 1\n");
  await expect(start(dir)).rejects.toThrow(/did not start[^]*no_such_setting/);
});

test("a first start that was killed half-way is begun anew", async () => {
  const dir = folder();
  fs.mkdirSync(path.join(dir, "postgres.new/cluster"), { recursive: true });
  fs.writeFileSync(path.join(dir, "postgres.new/cluster/PG_VERSION"), "18\n");
  expect((await start(dir)).origin).toBe("started");
});

test("a database whose password file is gone is not touched, and the message says what to restore", async () => {
  const dir = usedFolder();
  await (await start(dir)).stop();
  fs.rmSync(path.join(dir, "database.json"));
  await expect(start(dir)).rejects.toThrow(/database\.json[^]*Restore/);
  expect(fs.existsSync(path.join(dir, "postgres/PG_VERSION"))).toBe(true);
});

test("under root, a data folder inside a private one is refused with the folder, the account and the remedy", async (context) => {
  context.skip(process.getuid?.() !== 0, "not root here, so PostgreSQL runs as ourselves and reaches whatever we do");
  const dir = folder();
  const locked = path.join(dir, "private");
  fs.mkdirSync(locked, { mode: 0o700 });
  const failing = start(path.join(locked, "data"));
  await expect(failing).rejects.toThrow(`the folder ${locked} lets nobody else through`);
  await expect(start(path.join(locked, "data"))).rejects.toThrow(/GRAPEVINE_DATA[^]*chmod o\+x/);
});

test("a server of your own gets a runtime role, the same one from every process with the same secret", async () => {
  const embedded = await start(usedFolder());
  await withClient(embedded.ownerUrl, (client) => client.query("drop role grapevine_app"));
  const secret = Buffer.alloc(32, 1);
  const first = await startDatabase({ dataDir: folder(), url: embedded.ownerUrl, secret });
  const second = await startDatabase({ dataDir: folder(), url: embedded.ownerUrl, secret });
  expect(first).toMatchObject({ kind: "url", origin: "url", ownerUrl: embedded.ownerUrl, runtimeUrl: second.runtimeUrl });
  expect(await refusalOf(first.runtimeUrl)).toBeNull();
  const pool = openPool(first.runtimeUrl);
  cleanups.push(() => pool.end());
  expect(await assertRuntimeRole(pool)).toEqual({ notDurable: [] });
  // Another installation must not take the role over: that would lock the first one out.
  const stranger = startDatabase({ dataDir: folder(), url: embedded.ownerUrl, secret: Buffer.alloc(32, 2) });
  await expect(stranger).rejects.toThrow(/GRAPEVINE_SECRET[^]*DATABASE_RUNTIME_URL/);
  expect(await refusalOf(first.runtimeUrl)).toBeNull();
});

test("without a secret, the runtime role's password is kept in the data folder, where only we can read it", async () => {
  const embedded = await start(usedFolder());
  await withClient(embedded.ownerUrl, (client) => client.query("drop role grapevine_app"));
  const dir = usedFolder();
  const first = await startDatabase({ dataDir: dir, url: embedded.ownerUrl });
  expect((await startDatabase({ dataDir: dir, url: embedded.ownerUrl })).runtimeUrl).toBe(first.runtimeUrl);
  expect(fs.statSync(path.join(dir, "runtime-passwords.json")).mode & 0o777).toBe(0o600);
});

test("an owner who may not create roles is told what an administrator must run, and a given runtime URL is taken", async () => {
  const embedded = await start(usedFolder());
  const roles = "create role small login password 'pw'; create role given login password 'pw'";
  await withClient(embedded.ownerUrl, (client) => client.query(`drop role grapevine_app; ${roles}`));
  const as = (user: string): string => Object.assign(new URL(embedded.ownerUrl), { username: user, password: "pw" }).href;
  const refused = startDatabase({ dataDir: folder(), url: as("small") });
  await expect(refused).rejects.toThrow(/create role grapevine_app login nosuperuser[^]*DATABASE_RUNTIME_URL/);
  expect((await startDatabase({ dataDir: folder(), url: as("small"), runtimeUrl: as("given") })).runtimeUrl).toBe(as("given"));
  const wrong = startDatabase({ dataDir: folder(), url: as("small"), runtimeUrl: as("absent") });
  await expect(wrong).rejects.toThrow("DATABASE_RUNTIME_URL cannot be used");
});

test("a DATABASE_URL that does not answer is reported under its name, without its password", async () => {
  const failing = startDatabase({ dataDir: folder(), url: "postgres://owner:hunter2@127.0.0.1:1/grapevine" });
  await expect(failing).rejects.toThrow(/DATABASE_URL cannot be used: .*ECONNREFUSED/);
  await expect(startDatabase({ dataDir: folder(), url: "postgres://owner:hunter2@127.0.0.1:1/grapevine" })).rejects.not.toThrow("hunter2");
});
