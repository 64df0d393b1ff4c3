/**
 * From a key's text to what it may do. Answers are kept for a moment, because two reads per event would halve the event
 * door; a revoked key is refused within a second on every node, and at once on the node that revoked it.
 */
import { readKey } from "../flow/keys.ts";
import { findKeyWorkspace, noteKeyUse, readKeyByHash, readKeyNews } from "../store/access.ts";
import type { KeyKind } from "../store/access.ts";
import { inWorkspace } from "../store/db.ts";
import type { Pool } from "../store/db.ts";
import { permissionsOf } from "./permissions.ts";
import type { Permission } from "./permissions.ts";

export type KeyHolder = {
  workspaceId: string;
  id: string;
  kind: KeyKind;
  sandbox: boolean;
  revoked: boolean;
  /** Its workspace is closed. */
  closed: boolean;
  permissions: ReadonlySet<Permission> | "all";
};

export type KeyDoor = {
  /** The holder, null for a key that does not exist, or a promise of it when the database has to be asked. */
  holderOf(text: string): KeyHolder | null | Promise<KeyHolder | null>;
  /** Forgets every answer: after a key was revoked here. */
  forget(): void;
};

/** Whether keys have news is asked in the background from this age on, so that a busy key never waits. */
const REFRESH_MS = 400;
/** No answer is used that is older, counted from before the read: the bound on a revocation. */
const STALE_MS = 900;
/** A flood of made-up but well-formed keys must not fill the memory. */
const MAX_ENTRIES = 10_000;
const USE_NOTED_MS = 60_000;

/** `news`: how much had happened to keys when it was read; null for a key that does not exist. */
type Entry = { holder: KeyHolder | null; news: number | null; at: number; reading: Promise<KeyHolder | null> | null };

/** `now` is a clock in milliseconds that never steps back. */
export function createKeyDoor(pool: Pool, now: () => number = () => performance.now()): KeyDoor {
  const entries = new Map<string, Entry>();
  const load = createReader(pool, now);
  /** The last look at the news of keys: one for all of them, however many are busy. */
  const look = { news: -1, at: -Infinity, reading: null as Promise<void> | null };

  const lookAgain = (): Promise<void> => {
    const startedAt = now();
    look.reading ??= readKeyNews(pool)
      .then((news) => {
        Object.assign(look, { news, at: startedAt });
      })
      .finally(() => {
        look.reading = null;
      });
    return look.reading;
  };
  /** As of when an answer is known to hold. */
  const asOf = (entry: Entry): number => (entry.news === look.news ? Math.max(entry.at, look.at) : entry.at);

  const refresh = (hash: string): Promise<KeyHolder | null> => {
    const startedAt = now();
    const old = entries.get(hash);
    if (old?.reading) return old.reading;
    const reading = load(hash).then(
      ({ holder, news }) => {
        if (entries.size >= MAX_ENTRIES) entries.clear();
        // Only if nobody called forget() meanwhile: an answer read before a revocation must not come back.
        if (entries.get(hash)?.reading === reading) entries.set(hash, { holder, news, at: startedAt, reading: null });
        return holder;
      },
      (error: unknown) => {
        entries.delete(hash);
        throw error;
      },
    );
    entries.set(hash, { holder: old?.holder ?? null, news: old?.news ?? null, at: old?.at ?? -Infinity, reading });
    return reading;
  };

  /** Keeps what no news contradicts, reads the rest. */
  const renew = async (hash: string): Promise<KeyHolder | null> => {
    const entry = entries.get(hash);
    if (entry === undefined || entry.news === null || now() - entry.at > USE_NOTED_MS) return await refresh(hash);
    await lookAgain();
    // Forgotten meanwhile: then this look may be older than what made it so.
    return entries.get(hash) === entry && entry.news === look.news ? entry.holder : await refresh(hash);
  };

  return {
    holderOf(text) {
      const key = readKey(text);
      if (key === null) return null;
      const entry = entries.get(key.hash);
      const age = entry === undefined ? Infinity : now() - asOf(entry);
      if (entry === undefined || age > STALE_MS) return renew(key.hash);
      const isUsed = now() - entry.at > USE_NOTED_MS;
      if ((age > REFRESH_MS || isUsed) && entry.reading === null && look.reading === null) renew(key.hash).catch(() => undefined);
      return entry.holder;
    },
    forget: () => entries.clear(),
  };
}

type Reader = (hash: string) => Promise<Pick<Entry, "holder" | "news">>;

/** Reads a key as it is, and notes now and then that it is used. */
function createReader(pool: Pool, now: () => number): Reader {
  const noted = new Map<string, number>();
  return async (hash) => {
    const workspaceId = await findKeyWorkspace(pool, hash);
    if (workspaceId === null) return { holder: null, news: null };
    return await inWorkspace(pool, workspaceId, async (db) => {
      const owner = await readKeyByHash(workspaceId, db, hash);
      if (owner === null) return { holder: null, news: null };
      const last = noted.get(owner.id);
      if (!owner.revoked && (last === undefined || now() - last > USE_NOTED_MS)) {
        noted.set(owner.id, now());
        await noteKeyUse(workspaceId, db, owner.id);
      }
      const { id, kind, sandbox, revoked, closed, scopes, news } = owner;
      return { holder: { workspaceId, id, kind, sandbox, revoked, closed, permissions: permissionsOf(scopes) }, news };
    });
  };
}
