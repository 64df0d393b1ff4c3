/**
 * From a key's text to what it may do. Answers are kept for a moment, because two reads per event would halve the event
 * door; a revoked key is refused within a second on every node, and at once on the node that revoked it.
 */
import { readKey } from "../flow/keys.ts";
import { findKeyWorkspace, noteKeyUse, readKeyByHash } from "../store/access.ts";
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

/** Asked again in the background from this age on, so that a busy key never waits. */
const REFRESH_MS = 400;
/** Not used beyond this age, counted from before the read: the bound on a revocation. */
const STALE_MS = 900;
/** A flood of made-up but well-formed keys must not fill the memory. */
const MAX_ENTRIES = 10_000;
const USE_NOTED_MS = 60_000;

type Entry = { holder: KeyHolder | null; at: number; reading: Promise<KeyHolder | null> | null };

/** `now` is a clock in milliseconds that never steps back. */
export function createKeyDoor(pool: Pool, now: () => number = () => performance.now()): KeyDoor {
  const entries = new Map<string, Entry>();
  const noted = new Map<string, number>();

  const load = async (hash: string): Promise<KeyHolder | null> => {
    const workspaceId = await findKeyWorkspace(pool, hash);
    if (workspaceId === null) return null;
    return await inWorkspace(pool, workspaceId, async (db) => {
      const owner = await readKeyByHash(workspaceId, db, hash);
      if (owner === null) return null;
      const last = noted.get(owner.id);
      if (!owner.revoked && (last === undefined || now() - last > USE_NOTED_MS)) {
        noted.set(owner.id, now());
        await noteKeyUse(workspaceId, db, owner.id);
      }
      return {
        workspaceId,
        id: owner.id,
        kind: owner.kind,
        sandbox: owner.sandbox,
        revoked: owner.revoked,
        closed: owner.closed,
        permissions: permissionsOf(owner.scopes),
      };
    });
  };

  const refresh = (hash: string): Promise<KeyHolder | null> => {
    const startedAt = now();
    const old = entries.get(hash);
    if (old?.reading) return old.reading;
    const reading = load(hash).then(
      (holder) => {
        if (entries.size >= MAX_ENTRIES) entries.clear();
        // Only if nobody called forget() meanwhile: an answer read before a revocation must not come back.
        if (entries.get(hash)?.reading === reading) entries.set(hash, { holder, at: startedAt, reading: null });
        return holder;
      },
      (error: unknown) => {
        entries.delete(hash);
        throw error;
      },
    );
    entries.set(hash, { holder: old?.holder ?? null, at: old?.at ?? -Infinity, reading });
    return reading;
  };

  return {
    holderOf(text) {
      const key = readKey(text);
      if (key === null) return null;
      const entry = entries.get(key.hash);
      const age = entry === undefined ? Infinity : now() - entry.at;
      if (entry === undefined || age > STALE_MS) return refresh(key.hash);
      if (age > REFRESH_MS && entry.reading === null) refresh(key.hash).catch(() => undefined);
      return entry.holder;
    },
    forget: () => entries.clear(),
  };
}
