/**
 * Links in memory, so that a redirect asks the database nothing. What changes is announced (LISTEN/NOTIFY) and forgotten at once; every
 * entry expires after ten seconds besides, which is what holds while the announcements cannot be heard. An unknown code is kept too, and
 * loading one costs the same statements as loading a known one.
 */
import { compileTarget, allowedOrigins } from "../core/target.ts";
import type { Target } from "../core/target.ts";
import { inWorkspace } from "../store/db.ts";
import type { Pool } from "../store/db.ts";
import { findCodeWorkspaces, findSlugWorkspaces, readLinkTargets } from "../store/links-read.ts";
import type { LinkTargetRow } from "../store/links-read.ts";
import type { Log } from "./ports.ts";

/** A link that leads somewhere: enabled, of a program that is live. */
export type OpenLink = {
  workspaceId: string;
  linkId: string;
  programId: string;
  personId: string;
  code: string;
  channel: string | null;
  /** Its visitors are told apart (core/visitor.ts). */
  counted: boolean;
  target: Target;
  origins: string[];
  /** A page of ours stands between the link and the shop. */
  landing: boolean;
  /** Milliseconds to add to the monotonic clock for the workspace's instant, as the database had it when the link was read. */
  clockOffset: number;
};

export type LinkCache = {
  /**
   * The link of a normalised code, or null for one that leads nowhere, whatever the reason. `slug`: the workspace in the address; null for
   * a random code. An entry that expired is given all the same when the database does not answer within 20 ms; without one the promise is
   * rejected after two seconds.
   */
  find(code: string, slug: string | null): OpenLink | null | Promise<OpenLink | null>;
  /** Forgets one code of a workspace, or with null all of them. */
  forget(workspaceId: string, code: string | null): void;
  /** Forgets everything: announcements may have been missed. */
  clear(): void;
  counts(): { known: number; unknown: number; loads: number; failures: number };
};

export type LinkCacheOptions = {
  pool: Pool;
  log: Log;
  /** Milliseconds on a clock that never steps back. */
  monotonic: () => number;
  /** Entries kept at most, about 700 bytes each; the oldest goes first. 50,000 links and 20,000 codes that lead nowhere. */
  known?: number;
  unknown?: number;
  expiryMs?: number;
};

const KNOWN = 50_000;
const UNKNOWN = 20_000;
const EXPIRY_MS = 10_000;
/** How long an expired entry's visitor waits for a fresh one. A load takes 1 ms; the touch may need 50 more. */
const STALE_AFTER_MS = 20;
const LOAD_TIMEOUT_MS = 2_000;
const WARN_EVERY_MS = 10_000;
/**
 * Batches read at the same time, and codes in one. Somebody who tries a thousand codes at once costs three statements, not three thousand.
 */
const READERS = 2;
const BATCH = 500;
/** Loaded in place of the workspace of a code that has none, so that both cost the same. */
const NOBODY = "00000000-0000-0000-0000-000000000000";

type Entry = { link: OpenLink | null; workspaceId: string | null; at: number };
type Load = {
  key: string;
  code: string;
  slug: string | null;
  startedAt: number;
  isOver: boolean;
  promise: Promise<OpenLink | null>;
  resolve(entry: Entry): void;
  reject(error: Error): void;
};

export function createLinkCache(options: LinkCacheOptions): LinkCache {
  return new Cache(options);
}

class Cache implements LinkCache {
  private readonly options: LinkCacheOptions;
  private readonly known = new Map<string, Entry>();
  private readonly unknown = new Map<string, Entry>();
  /** Under way and still true: a load that something was announced about leaves this map, and what it read is not kept. */
  private readonly loads = new Map<string, Load>();
  /** The slugs a workspace was reached by. */
  private readonly slugs = new Map<string, Set<string>>();
  private waiting: Load[] = [];
  private readers = 0;
  private readonly count = { loads: 0, failures: 0 };
  private warnedAt = -Infinity;

  constructor(options: LinkCacheOptions) {
    this.options = options;
  }

  find(code: string, slug: string | null): OpenLink | null | Promise<OpenLink | null> {
    const key = slug === null ? code : `${slug}/${code}`;
    const entry = this.known.get(key) ?? this.unknown.get(key);
    const now = this.options.monotonic();
    if (entry !== undefined && now - entry.at < (this.options.expiryMs ?? EXPIRY_MS)) return entry.link;
    const load = this.loads.get(key) ?? this.load({ key, code, slug });
    if (entry === undefined)
      return within(load.promise, LOAD_TIMEOUT_MS, () => {
        throw new Error("The link was not read in time.");
      });
    // Of many visitors during a stall only the first waits.
    const patience = Math.max(0, STALE_AFTER_MS - (now - load.startedAt));
    return within(load.promise, patience, () => entry.link).catch(() => entry.link);
  }

  forget(workspaceId: string, code: string | null): void {
    if (code === null) {
      for (const map of [this.known, this.unknown]) {
        for (const [key, entry] of map) if (entry.workspaceId === workspaceId) map.delete(key);
      }
      // Whose link a load will bring is not known yet.
      this.loads.clear();
      return;
    }
    for (const key of [code, ...[...(this.slugs.get(workspaceId) ?? [])].map((slug) => `${slug}/${code}`)]) {
      this.known.delete(key);
      this.unknown.delete(key);
    }
    for (const key of this.loads.keys()) if (key === code || key.endsWith(`/${code}`)) this.loads.delete(key);
  }

  clear(): void {
    this.known.clear();
    this.unknown.clear();
    this.loads.clear();
  }

  counts(): { known: number; unknown: number; loads: number; failures: number } {
    return { known: this.known.size, unknown: this.unknown.size, ...this.count };
  }

  /** One load a key at a time; everybody else waits for the same. Those that begin while others are read go together as the next batch. */
  private load(asked: { key: string; code: string; slug: string | null }): Load {
    const { promise, resolve, reject } = Promise.withResolvers<Entry>();
    const load: Load = {
      ...asked,
      startedAt: this.options.monotonic(),
      isOver: false,
      resolve,
      reject,
      promise: promise.then(({ link }) => link),
    };
    // Visitors with an expired entry may all have left by the time it fails.
    load.promise.catch(() => undefined);
    this.loads.set(asked.key, load);
    this.waiting.push(load);
    this.count.loads++;
    if (this.readers < READERS) {
      this.readers++;
      setImmediate(() => void this.readAll());
    }
    return load;
  }

  private async readAll(): Promise<void> {
    while (this.waiting.length > 0) {
      const batch = this.waiting.splice(0, BATCH);
      await this.read(batch).catch((error: Error) => {
        this.warn(error);
        for (const load of batch) this.fail(load, error);
      });
    }
    this.readers--;
  }

  /**
   * Reads a batch. The statements are the same whether a code is known or not: the unknown are looked for in a workspace that is nobody's.
   */
  private async read(batch: readonly Load[]): Promise<void> {
    const { pool } = this.options;
    const [byCode, bySlug] = await Promise.all([
      findCodeWorkspaces(
        pool,
        batch.filter(({ slug }) => slug === null).map(({ code }) => code),
      ),
      findSlugWorkspaces(
        pool,
        batch.map(({ slug }) => slug).filter((slug) => slug !== null),
      ),
    ]);
    const owners = Map.groupBy(batch, (load) => (load.slug === null ? byCode.get(load.code) : bySlug.get(load.slug)) ?? NOBODY);
    for (const [workspaceId, loads] of owners) {
      const rows = await inWorkspace(pool, workspaceId, (db) =>
        readLinkTargets(
          workspaceId,
          db,
          loads.map(({ code }) => code),
        ),
      );
      const at = this.options.monotonic();
      const found = new Map(rows.map((row) => [row.code_key, row]));
      for (const load of loads)
        this.end(load, {
          workspaceId: workspaceId === NOBODY ? null : workspaceId,
          link: this.open(workspaceId, found.get(load.code), at),
          at,
        });
    }
  }

  private end(load: Load, entry: Entry): void {
    const { key, slug } = load;
    if (slug !== null && entry.workspaceId !== null)
      this.slugs.set(entry.workspaceId, (this.slugs.get(entry.workspaceId) ?? new Set()).add(slug));
    // Announced while it was read: true for those who asked before, not to be kept.
    if (this.loads.get(key) === load) {
      this.loads.delete(key);
      this.keep(key, entry);
    }
    load.isOver = true;
    load.resolve(entry);
  }

  private fail(load: Load, error: Error): void {
    if (load.isOver) return;
    load.isOver = true;
    if (this.loads.get(load.key) === load) this.loads.delete(load.key);
    this.count.failures++;
    load.reject(error);
  }

  /** Null where the link leads nowhere: not there, disabled, its program not live, or a destination that is no web address. */
  private open(workspaceId: string, row: LinkTargetRow | undefined, readAt: number): OpenLink | null {
    if (row === undefined || row.disabled || row.status !== "live") return null;
    const target = row.destination === null ? null : compileTarget(row.destination);
    if (target === null) {
      this.options.log.error("A live program has no destination to redirect to.", { program: row.program_id });
      return null;
    }
    return {
      workspaceId,
      linkId: row.id,
      programId: row.program_id,
      personId: row.person_id,
      code: row.code,
      channel: row.channel,
      counted: row.counted,
      target,
      landing: row.landing,
      origins: allowedOrigins(target.href, row.destinations ?? []),
      // The database read its clock before its answer came: instants made with this are never ahead of it.
      clockOffset: row.now - readAt,
    };
  }

  private keep(key: string, entry: Entry): void {
    const isKnown = entry.link !== null;
    const [map, other, most] = isKnown
      ? ([this.known, this.unknown, this.options.known ?? KNOWN] as const)
      : ([this.unknown, this.known, this.options.unknown ?? UNKNOWN] as const);
    other.delete(key);
    // Deleted first: a renewed entry goes to the end of the line.
    map.delete(key);
    map.set(key, entry);
    if (map.size > most) map.delete(map.keys().next().value!);
  }

  private warn(error: Error): void {
    const now = this.options.monotonic();
    if (now - this.warnedAt < WARN_EVERY_MS) return;
    this.warnedAt = now;
    this.options.log.warn("Links cannot be read; what is in memory goes on.", { error: error.message, failures: this.count.failures });
  }
}

/** The promise's value, or what `otherwise` gives after `ms`. */
async function within<T>(promise: Promise<T>, ms: number, otherwise: () => T): Promise<T> {
  let timer: NodeJS.Timeout | undefined;
  const timeout = new Promise<void>((resolve) => {
    timer = setTimeout(resolve, ms);
  });
  const first = await Promise.race([promise.then((value) => ({ value })), timeout]).finally(() => clearTimeout(timer));
  return first === undefined ? otherwise() : first.value;
}
