/**
 * What pages for friends are made of, in memory: a program as it is now with what its people say of it, and what a recommender chose to
 * show. Kept for ten seconds, and forgotten when a program or link changes (flow/link-cache.ts hears the same news).
 */
import crypto from "node:crypto";
import { dealtTo } from "../core/experiment.ts";
import { cleaned } from "../core/page.ts";
import type { Proof } from "../core/page.ts";
import { type Program, definition } from "../core/program.ts";
import { type Pool, inWorkspace } from "../store/db.ts";
import { readUnit } from "../store/experiment-units.ts";
import { type DealtRow, type PageProgramRow, type ShownRow, readPageProgram, readProof, readShown } from "../store/pages.ts";

/** A program's page before it has words. One object for as long as nothing changed, so that what is made of it can be kept with it. */
export type PageSource = {
  workspaceId: string;
  slug: string;
  name: string;
  zone: string;
  settings: Record<string, unknown>;
  programId: string;
  status: string;
  version: number;
  program: Program;
  proof: Proof[];
  /** Arms of the experiment that runs in it; `sourceFor` has chosen among them. */
  dealt?: DealtRow | null;
  /** Milliseconds to add to the monotonic clock for the workspace's instant. */
  clockOffset: number;
};

export type Pages = {
  /** A program's source by its id, or by its key; null where no version is in force. */
  source(workspaceId: string, by: { id: string } | { key: string }): Promise<PageSource | null>;
  /** The same for the friends of an advocate: in the version of her arm while an experiment runs. */
  sourceFor(workspaceId: string, of: { id: string; advocate: string }): Promise<PageSource | null>;
  shown(workspaceId: string, personId: string): Promise<ShownRow | null>;
  /** Forgets a workspace, or with null everything. */
  forget(workspaceId: string | null): void;
};

const EXPIRY_MS = 10_000;
const MOST_SOURCES = 500;
const MOST_SHOWN = 20_000;
/** Testimonials that a rating is made of; a page shows a few of them. */
const PROOF = 200;

type Kept<T> = { value: Promise<T>; at: number };

/** `monotonic`: milliseconds on a clock that never steps back. */
export function createPages(parts: { pool: Pool; monotonic: () => number }): Pages {
  const { pool, monotonic } = parts;
  const sources = createKeeper<PageSource | null>(MOST_SOURCES, monotonic);
  const shown = createKeeper<ShownRow | null>(MOST_SHOWN, monotonic);
  const source = (workspaceId: string, by: { id: string; version?: number } | { key: string }): Promise<PageSource | null> =>
    sources.get(`${workspaceId}/${"id" in by ? [by.id, by.version].join("/") : by.key}`, async (before) => {
      const [row, proof] = await inWorkspace(pool, workspaceId, async (db) => {
        const found = await readPageProgram(workspaceId, db, by);
        return [found, found === null ? [] : await readProof(workspaceId, db, { programId: found.id, limit: PROOF })] as const;
      });
      return row === null ? null : sourceOf(workspaceId, { row, proof, readAt: monotonic(), before });
    });
  return {
    source,
    async sourceFor(workspaceId, { id, advocate }) {
      const usual = await source(workspaceId, { id });
      const unitOf = (experiment: string): Promise<string> =>
        inWorkspace(pool, workspaceId, (db) => readUnit(workspaceId, db, { experiment, person: advocate }));
      const version = usual?.dealt ? await versionDealt(usual.dealt, advocate, unitOf) : undefined;
      return version === undefined || version === usual?.version ? usual : source(workspaceId, { id, version });
    },
    shown: (workspaceId, personId) =>
      shown.get(`${workspaceId}/${personId}`, () => inWorkspace(pool, workspaceId, (db) => readShown(workspaceId, db, personId))),
    forget(workspaceId) {
      sources.forget(workspaceId);
      shown.forget(workspaceId);
    },
  };
}

/**
 * The version of an advocate's arm; undefined for whoever takes no part. `unitOf`: whose number she has, asked where several are dealt as
 * one.
 */
export async function versionDealt(
  { id, unit, salt, arms }: DealtRow,
  advocate: string,
  unitOf: (experiment: string) => Promise<string>,
): Promise<number | undefined> {
  const whose = (unit ?? "advocate") === "advocate" ? advocate : await unitOf(id);
  const number = dealtTo((text) => crypto.hash("sha256", text, "hex"), salt, whose);
  return arms.find(({ first, below }) => first <= number && number < below)?.version;
}

export type Loaded = { row: PageProgramRow; proof: Proof[]; readAt: number; before: PageSource | null | undefined };

/** A source from what was read of it; the one before where nothing that is shown has changed. */
export function sourceOf(workspaceId: string, { row, proof, readAt, before }: Loaded): PageSource {
  const { slug, name, zone, settings: own, status, version, dealt } = row;
  const settings = cleaned(own);
  const fresh = { workspaceId, slug, name, zone, settings, programId: row.id, status, version, proof: cleaned(proof), dealt };
  if (before && isSame(before, fresh)) {
    before.clockOffset = row.now - readAt;
    return before;
  }
  return { ...fresh, program: cleaned(definition.parse(row.definition)), clockOffset: row.now - readAt };
}

/** Nothing that is shown has changed: what was rendered from it still holds. */
function isSame(before: PageSource, fresh: Omit<PageSource, "program" | "clockOffset">): boolean {
  const { program: _program, clockOffset: _offset, ...rest } = before;
  return JSON.stringify(rest) === JSON.stringify(fresh);
}

type Keeper<T> = { get(key: string, load: (before: T | undefined) => Promise<T>): Promise<T>; forget(prefix: string | null): void };

/** One load a key at a time; what failed is not kept. While an expired value is read anew, the old one is given. */
function createKeeper<T>(most: number, monotonic: () => number): Keeper<T> {
  const kept = new Map<string, Kept<T>>();
  const begin = (key: string, load: () => Promise<T>): Promise<T> => {
    const value = load();
    kept.delete(key);
    kept.set(key, { value, at: monotonic() });
    if (kept.size > most) kept.delete(kept.keys().next().value!);
    value.catch(() => kept.delete(key));
    return value;
  };
  return {
    async get(key, load) {
      const known = kept.get(key);
      if (known === undefined) return begin(key, () => load(undefined));
      if (monotonic() - known.at < EXPIRY_MS) return known.value;
      const before = await known.value;
      if (kept.get(key) !== known) return before;
      known.at = monotonic();
      void load(before).then(
        (value) => {
          if (kept.get(key) === known) kept.set(key, { value: Promise.resolve(value), at: monotonic() });
        },
        () => undefined,
      );
      return before;
    },
    forget(prefix) {
      if (prefix === null) return kept.clear();
      for (const key of kept.keys()) if (key.startsWith(`${prefix}/`)) kept.delete(key);
    },
  };
}
