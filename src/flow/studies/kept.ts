/**
 * Studies that are looked at: what was worked out before is answered at once and says of when it is; where something has happened since,
 * it is worked out anew meanwhile. Whoever is the first to ask is told how far it is.
 */
import { type Pool, inWorkspace } from "../../store/db.ts";
import { type StudyKey, readKeptStudy, wantStudy } from "../../store/kept-studies.ts";
import { readMark } from "../../store/study-mark.ts";
import { workspaceNow } from "../../store/workspaces.ts";
import type { Log } from "../ports.ts";
import { HERE, type Study, type StudyAsk, type StudyFound, type StudyName } from "./studies.ts";

/** What took no longer is waited for, so that a small workspace sees its figures of now. */
export const QUICK_MS = 1_000;
/** What took longer is made anew so often at most: this long after the last, or ten times what it took. */
const REST_MS = 60_000;
const REST_TIMES = 10;
/** Where nobody said how long to wait for figures of now. */
const PATIENCE_MS = 1_000;
const FIRST_MS = 10_000;

/** `question`: what was asked, before days without a date were given theirs. `waitMs`: undefined is the usual. */
export type Look<K extends StudyName> = { ask: StudyAsk<K>; question: object; waitMs?: number | undefined };
export type Working = { since: number; share: number };
export type Looked<K extends StudyName> =
  | { at: number; ask: StudyAsk<K>; found: StudyFound<K>; isRenewing: boolean }
  | { working: Working };
export type LookAtStudy = <K extends StudyName>(name: K, workspaceId: string, look: Look<K>) => Promise<Looked<K>>;

type Parts = { pool: Pool; log: Log; aside: Study; here: Study };
type Running = { progress: Working; done: Promise<{ at: number; found: unknown }> };

export function createLook({ pool, log, aside, here }: Parts): LookAtStudy {
  const running = new Map<string, Running>();

  /** One at a time of a kind, however many look. */
  function begin(name: StudyName, workspaceId: string, { ask, asked, now }: { ask: unknown; asked: string; now: number }): Running {
    const key = JSON.stringify([name, workspaceId, asked]);
    const known = running.get(key);
    if (known !== undefined) return known;
    const progress = { since: now, share: 0 };
    const tell = (share: number): void => void (progress.share = Math.max(progress.share, Math.min(1, share)));
    const study = HERE.has(name) ? here : aside;
    const done = study(name, workspaceId, { ask: ask as never, asked, tell }).finally(() => running.delete(key));
    done.catch((error: Error) => log.warn("a study was not worked out", { workspace: workspaceId, study: name, error: error.message }));
    const made = { progress, done };
    running.set(key, made);
    return made;
  }

  return (async (name: StudyName, workspaceId: string, { ask, question, waitMs }: Look<StudyName>) => {
    const asked = textOf(question);
    const key: StudyKey = { name, asked };
    const { kept, mark, now } = await inWorkspace(pool, workspaceId, async (db) => {
      const at = await workspaceNow(workspaceId, db);
      const row = await readKeptStudy(workspaceId, db, key);
      if (row !== null) await wantStudy(workspaceId, db, { ...key, now: at });
      return { kept: row, mark: await readMark(workspaceId, db), now: at };
    });
    if (kept === null) {
      const { done, progress } = begin(name, workspaceId, { ask, asked, now });
      const made = await soon(done, waitMs ?? FIRST_MS);
      return made === null ? { working: { ...progress } } : { ...made, ask, isRenewing: false };
    }
    const old = { at: kept.at, ask: kept.ask, found: kept.found };
    const isOfNow = kept.mark === mark && textOf(kept.ask as object) === textOf(ask);
    const isQuick = kept.ms <= QUICK_MS;
    const isResting = !isQuick && kept.mark !== mark && now >= kept.at && now - kept.at < Math.max(REST_MS, REST_TIMES * kept.ms);
    if (isOfNow || (isResting && isSameDays(kept.ask, ask))) return { ...old, isRenewing: false };
    const { done } = begin(name, workspaceId, { ask, asked, now });
    const made = await soon(done, isQuick ? (waitMs ?? PATIENCE_MS) : 0).catch(() => null);
    return made === null ? { ...old, isRenewing: true } : { ...made, ask, isRenewing: false };
  }) as LookAtStudy;
}

const isSameDays = (a: unknown, b: unknown): boolean => textOf(a as object) === textOf(b as object);

/** The same text for the same question, whatever the order of its parts. */
export function textOf(question: object): string {
  return JSON.stringify(question, (_key, value: unknown) =>
    typeof value === "object" && value !== null && !Array.isArray(value)
      ? Object.fromEntries(Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1)))
      : value,
  );
}

/** Null when it takes longer. */
async function soon<T>(coming: Promise<T>, ms: number): Promise<T | null> {
  const { promise: late, resolve } = Promise.withResolvers<null>();
  const timer = setTimeout(() => resolve(null), ms);
  try {
    return await Promise.race([coming, late]);
  } finally {
    clearTimeout(timer);
  }
}
