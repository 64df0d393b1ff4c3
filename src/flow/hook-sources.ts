/**
 * Sources with their secrets opened, remembered for less than a second: three reads a webhook would halve the door, and a secret that was
 * changed or a source that was disabled is known everywhere within that second.
 */
import type { Provider } from "../core/ingest/commerce.ts";
import { inWorkspace, type Pool } from "../store/db.ts";
import { findSourceWorkspace, noteRefused, readSourceSecrets, type SourceOptions } from "../store/sources.ts";
import type { Cipher } from "./ports.ts";
import { sealedFor } from "./sources.ts";

export type OpenSource = {
  workspaceId: string;
  id: string;
  provider: Provider;
  disabled: boolean;
  sandbox: boolean;
  options: SourceOptions;
  /** Good secrets, and the database's instant, at this moment. */
  present(): { secrets: string[]; now: number };
};
export type HookSources = {
  /** A source by its bare id, or null. */
  find(id: string): Promise<OpenSource | null>;
  /** Counts a refusal; what was counted is written at most once a second. */
  refused(source: OpenSource, reason: string): Promise<void>;
};
export type HookSourceParts = { pool: Pool; cipher: Cipher; monotonic: () => number };

const STALE_MS = 900;
const WRITE_MS = 1_000;
/** A flood of made-up ids must not fill the memory. */
const MOST = 10_000;

export function createHookSources(parts: HookSourceParts): HookSources {
  const known = new Map<string, { at: number; source: Promise<OpenSource | null> }>();
  const refusals = new Map<string, { count: number; at: number }>();
  return {
    find(id) {
      const now = parts.monotonic();
      const entry = known.get(id);
      if (entry !== undefined && now - entry.at < STALE_MS) return entry.source;
      if (known.size >= MOST) known.clear();
      const source = load(parts, id);
      known.set(id, { at: now, source });
      source.catch(() => known.delete(id));
      return source;
    },
    async refused(source, reason) {
      const now = parts.monotonic();
      const of = refusals.get(source.id) ?? { count: 0, at: -Infinity };
      of.count++;
      refusals.set(source.id, of);
      if (now - of.at < WRITE_MS) return;
      const { count } = of;
      Object.assign(of, { count: 0, at: now });
      await inWorkspace(parts.pool, source.workspaceId, (db) => noteRefused(source.workspaceId, db, { id: source.id, reason, count }));
    },
  };
}

async function load(parts: HookSourceParts, id: string): Promise<OpenSource | null> {
  const workspaceId = await findSourceWorkspace(parts.pool, id);
  if (workspaceId === null) return null;
  const readAt = parts.monotonic();
  const row = await inWorkspace(parts.pool, workspaceId, (db) => readSourceSecrets(workspaceId, db, id));
  if (row === null) return null;
  const open = (sealed: string): string => parts.cipher.open(sealed, sealedFor(workspaceId, id));
  const secret = open(row.secret);
  const former = row.former_secret === null ? null : open(row.former_secret);
  return {
    workspaceId,
    id,
    provider: row.provider,
    disabled: row.status === "disabled",
    sandbox: row.sandbox,
    options: row.options,
    present() {
      const now = row.now + (parts.monotonic() - readAt);
      return { now, secrets: former !== null && now < (row.former_until ?? 0) ? [secret, former] : [secret] };
    },
  };
}
