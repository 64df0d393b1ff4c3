/**
 * The scope of an import: opened before old facts come, closed when they are all in. While it is open its events may be older than the
 * backdate limit, and the sweeps (maturing, period close, expiry) of the workspace wait, so that history settles as history.
 */
import { externalId } from "../core/id.ts";
import { addImportCounts, endImport, insertImport, readImport } from "../store/imports.ts";
import type { ImportRow } from "../store/imports.ts";
import type { By } from "./by.ts";
import { change } from "./change.ts";
import type { ChangeParts } from "./change.ts";
import { notFound, Refusal } from "./refusal.ts";

export type ImportWish = {
  /** "csv" for the importer, "events" for rows that come by HTTP, "demo" for the synthetic shop. */
  kind: "csv" | "events" | "demo";
  /** What is read, for people and to find it again: a file's name. */
  source: string;
  /** Whatever the reader needs to go on. */
  mapping?: unknown;
};

/** Opens a scope and returns its id (bare uuid). */
export async function openImport(parts: ChangeParts, by: By, wish: ImportWish): Promise<string> {
  return await change(parts, by, async (db) => {
    const id = parts.ids.uuid();
    await insertImport(by.workspaceId, db, { id, kind: wish.kind, source: wish.source, mapping: wish.mapping ?? {} });
    return { result: id, deed: { action: "import.opened", target: externalId("imp", id), detail: { kind: wish.kind } } };
  });
}

/** Ends a scope; sweeps go on with the next round. Ending it again changes nothing; closing a cancelled one is a conflict. */
export async function closeImport(parts: ChangeParts, by: By, end: { id: string; status?: "closed" | "cancelled" }): Promise<ImportRow> {
  const { id, status = "closed" } = end;
  return await change(parts, by, async (db) => {
    const ended = await endImport(by.workspaceId, db, { id, status });
    const row = await readImport(by.workspaceId, db, id);
    if (row === null) throw notFound("import");
    if (!ended && row.status !== status) throw new Refusal("conflict", `The import is ${row.status} already.`);
    return { result: row, deed: ended ? { action: `import.${status}`, target: externalId("imp", id) } : null };
  });
}

/** Counts rows that came by HTTP, for the import's progress. */
export async function countImported(parts: ChangeParts, by: By, on: { id: string; accepted: number; refused: number }): Promise<void> {
  await change(parts, by, async (db) => {
    await addImportCounts(by.workspaceId, db, on);
    return { result: undefined, deed: null };
  });
}
