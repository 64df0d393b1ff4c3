/** Brings a database to the schema of this code: numbered SQL files, forward only; then the queue's schema, grants, report views. */
import crypto from "node:crypto";
import fs from "node:fs";
import path from "node:path";
import { setTimeout } from "node:timers/promises";
import type pg from "pg";
import { tellFirstStatistics } from "./first-statistics.ts";
import { grantRuntime } from "./grants.ts";
import { migrateJobs } from "./jobs-schema.ts";
import { RUNTIME_ROLE, withClient } from "./roles.ts";
import { writeViews } from "./sql-views.ts";

/** One file `NNNN-name.sql`. `sha256` is that of its text with Unix line ends, so that a checkout on Windows agrees. */
export type Migration = { version: number; name: string; sql: string; sha256: string };

export type MigrateOptions = {
  /** Folder with the files; src/store/migrations. */
  dir?: string;
  /** The role that the processes connect as; grapevine_app. */
  runtimeRole?: string;
  /** False leaves the job queue's schema out (tests of the runner). */
  jobs?: boolean;
  /** Told what is being done: a first start shows it. */
  onStep?: (text: string) => void;
};

/** `applied` holds the names done now, in order; empty when the database was up to date. `version` is the schema's. */
export type MigrateResult = { applied: string[]; version: number };

/** The database and this code do not fit each other. The message says which is older and what to do. */
export class SchemaMismatch extends Error {}

const MIGRATIONS_DIR = path.join(import.meta.dirname, "migrations");
/** Key of the advisory lock that lets one migrator work at a time (two numbers, so it cannot meet a hashed workspace key). */
const LOCK = [4400, 1];
/** DDL that waits for a long transaction makes everybody queue behind it: give up soon, let them pass, try again (3 minutes in all). */
const LOCK_TIMEOUT_MS = 2_000;
const LOCK_PAUSE_MS = 1_000;
const LOCK_TRIES = 60;

/**
 * Applies what is missing, each file in a transaction of its own, so that a migrator killed half-way leaves whole
 * steps and the next one goes on. Safe to run from several processes at once and on every start (8 ms when there is
 * nothing to do). Throws SchemaMismatch for a changed file or a database newer than this code.
 */
export async function migrate(ownerUrl: string, options: MigrateOptions = {}): Promise<MigrateResult> {
  const migrations = readMigrations(options.dir);
  const role = options.runtimeRole ?? RUNTIME_ROLE;
  return await withClient(ownerUrl, async (client) => {
    await client.query("select pg_advisory_lock($1, $2)", LOCK);
    await client.query("set search_path = public");
    const missing = findMissing(migrations, await readApplied(client));
    for (const migration of missing) {
      options.onStep?.(`${String(migration.version).padStart(4, "0")} ${migration.name}`);
      await applyPatiently(client, migration);
    }
    if (options.jobs !== false) await migrateJobs(client, options.onStep);
    await grantRuntime(client, role);
    // Other migrations (a test's) have not the tables that the views read.
    if (options.dir === undefined) await writeViews(client);
    if (missing.length > 0) await tellFirstStatistics(client);
    return { applied: missing.map(({ name }) => name), version: migrations.length };
  });
}

/** For processes that must not migrate: throws SchemaMismatch unless the database has exactly this code's schema. */
export async function assertSchemaCurrent(client: Pick<pg.ClientBase, "query"> | pg.Pool, dir?: string): Promise<void> {
  const applied = (await hasTable(client as pg.ClientBase)) ? await selectApplied(client as pg.ClientBase) : [];
  const missing = findMissing(readMigrations(dir), applied);
  if (missing.length > 0) {
    const names = missing.map(({ name }) => name).join(", ");
    throw new SchemaMismatch(`The database lacks ${missing.length} of this version's migrations (${names}). Run: grapevine migrate`);
  }
}

/** The files of a folder in order. Throws when a number is missing, twice there, or a name is not NNNN-name.sql. */
export function readMigrations(dir: string = MIGRATIONS_DIR): Migration[] {
  const files = fs.readdirSync(dir).filter((file) => file.endsWith(".sql")).sort();
  return files.map((file, index) => {
    const [, digits = "", name = ""] = /^(\d{4})-([a-z0-9-]+)\.sql$/.exec(file) ?? [];
    if (Number(digits) !== index + 1) {
      const expected = `${String(index + 1).padStart(4, "0")}-name.sql`;
      throw new Error(`${path.join(dir, file)}: migrations are numbered without gaps, and this one should be ${expected}.`);
    }
    const sql = fs.readFileSync(path.join(dir, file), "utf8").replaceAll("\r\n", "\n");
    if (/^\s*(begin|commit|rollback|start transaction)\s*;/im.test(sql)) {
      throw new Error(`${path.join(dir, file)}: a migration runs in one transaction that the runner opens; take begin and commit out.`);
    }
    return { version: index + 1, name, sql, sha256: crypto.createHash("sha256").update(sql).digest("hex") };
  });
}

type Applied = { version: number; name: string; sha256: string };

async function readApplied(client: pg.Client): Promise<Applied[]> {
  // Asked first, because `create table if not exists` needs a right that an owner of an existing table may not have.
  if (!(await hasTable(client))) {
    await client.query(
      `create table public.schema_migration (
         version integer primary key, name text not null, sha256 text not null, applied_at timestamptz not null default now())`,
    );
  }
  return await selectApplied(client);
}

async function hasTable(client: pg.ClientBase): Promise<boolean> {
  const { rows } = await client.query<{ there: boolean }>("select to_regclass('public.schema_migration') is not null as there");
  return rows[0]?.there ?? false;
}

async function selectApplied(client: pg.ClientBase): Promise<Applied[]> {
  const { rows } = await client.query<Applied>("select version, name, sha256 from public.schema_migration order by version");
  return rows;
}

/** The migrations not yet applied. Throws when those that are do not agree with the files. */
function findMissing(migrations: Migration[], applied: Applied[]): Migration[] {
  for (const done of applied) {
    const file = migrations[done.version - 1];
    if (file === undefined) {
      throw new SchemaMismatch(
        `The database has migration ${done.version} (${done.name}), and this version of Grapevine knows ${migrations.length}. ` +
          "It was migrated by a newer version: start that one, or restore a backup.",
      );
    }
    if (file.sha256 !== done.sha256) {
      throw new SchemaMismatch(
        `Migration ${done.version} (${file.name}) was changed after it ran on this database. Applied migrations are never edited: ` +
          "restore the file and put the change into a new one.",
      );
    }
  }
  return migrations.slice(applied.length);
}

async function applyPatiently(client: pg.Client, migration: Migration): Promise<void> {
  for (let attempt = 1; ; attempt += 1) {
    try {
      await apply(client, migration);
      return;
    } catch (error) {
      await client.query("rollback");
      const isLocked = (error as pg.DatabaseError).code === "55P03";
      if (isLocked && attempt < LOCK_TRIES) {
        await setTimeout(LOCK_PAUSE_MS);
        continue;
      }
      const which = `Migration ${migration.version} (${migration.name})`;
      throw new Error(`${which} failed and was undone: ${describe(error, migration)}`, { cause: error });
    }
  }
}

async function apply(client: pg.Client, migration: Migration): Promise<void> {
  await client.query("begin");
  await client.query(`set local lock_timeout = ${LOCK_TIMEOUT_MS}`);
  // Without parameters the driver uses the simple protocol, which takes many statements at once.
  await client.query(migration.sql);
  await client.query("insert into public.schema_migration (version, name, sha256) values ($1, $2, $3)", [
    migration.version, migration.name, migration.sha256,
  ]);
  const { command } = await client.query("commit");
  if (command !== "COMMIT") throw new Error(`it ended as ${command}`);
}

/** The error with the line of the file that it is about. */
function describe(error: unknown, migration: Migration): string {
  const { message, position } = error as pg.DatabaseError;
  if (position === undefined) return message;
  return `${message} (line ${migration.sql.slice(0, Number(position) - 1).split("\n").length})`;
}
