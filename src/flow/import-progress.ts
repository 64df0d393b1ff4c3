/** Where an import stands: found again or begun, written down as it goes, ended. */
import { externalId } from "../core/id.ts";
import { isDeepStrictEqual } from "node:util";
import { inWorkspace } from "../store/db.ts";
import { findOpenImport, saveImportProgress } from "../store/imports.ts";
import type { ImportRow } from "../store/imports.ts";
import type { By } from "./by.ts";
import type { ImportParts, ImportReport, ImportRun } from "./import-run.ts";
import { readRows } from "./import-source.ts";
import type { Place } from "./import-source.ts";
import { closeImport, openImport } from "./imports.ts";
import { Refusal } from "./refusal.ts";

/** The last row that is done, and the tallies up to it. `offset` and `end` are its bytes, `last` its digest. */
export type ImportState = {
  row: number; offset: number; end: number; last: string;
  accepted: number; refused: number; duplicates: number; parked: number; failed: number; reasons: Record<string, number>;
};

export type Begun = {
  importId: string; isNew: boolean; header: string[]; place: Place; state: ImportState;
  /** What is kept in the import's `mapping` column beside the state. */
  kept: Record<string, unknown>; savedAt: number;
};

/** Rows done again after a kill are at most those of this time; a row of its own for each batch would cost 5 % of the import. */
const SAVE_EVERY_MS = 500;

/** Finds or opens the import of a file. Refused: an unfinished one and no word what to do; a file or mapping that is not that of then. */
export async function beginImport(parts: ImportParts, by: By, on: { run: ImportRun; header: string[]; place: Place }): Promise<Begun> {
  const { run, header, place } = on;
  const open = await inWorkspace(parts.pool, by.workspaceId, (db) => findOpenImport(by.workspaceId, db, run.source.name));
  if (open !== null && run.resumption === "resume") return await resume(parts, run, { open, header, place });
  if (open !== null && run.resumption === "refuse") {
    const done = `${open.accepted + open.refused} rows of ${run.source.name} are done (${externalId("imp", open.id)})`;
    throw new Refusal("conflict", `${done}: resume that import, or restart from the first row.`);
  }
  if (open !== null) await closeImport(parts, by, { id: open.id, status: "cancelled" });
  const kept = { mapping: run.mapping, header };
  const importId = await openImport(parts, by, { kind: "csv", source: run.source.name, mapping: kept });
  return { importId, isNew: true, header, place, state: emptyState(place), kept, savedAt: 0 };
}

function emptyState(place: Place): ImportState {
  const tallies = { accepted: 0, refused: 0, duplicates: 0, parked: 0, failed: 0, reasons: {} };
  return { row: place.row - 1, offset: 0, end: place.offset, last: "", ...tallies };
}

type Found = { open: ImportRow; header: string[]; place: Place };

async function resume(parts: ImportParts, run: ImportRun, { open, header, place }: Found): Promise<Begun> {
  const kept = open.mapping as { mapping?: unknown; header?: unknown; state?: ImportState };
  if (!isDeepStrictEqual(kept.header, header)) {
    throw new Refusal("conflict", "The file has other columns than the one that was begun: restart.");
  }
  if (!isDeepStrictEqual(kept.mapping, JSON.parse(JSON.stringify(run.mapping)))) {
    throw new Refusal("conflict", "The import was begun with another mapping: resume with the same one, or restart.");
  }
  const base = { importId: open.id, header, kept: { mapping: kept.mapping, header }, savedAt: 0 };
  const { state } = kept;
  if (state === undefined || state.last === "") return { ...base, isNew: true, place, state: emptyState(place) };
  await checkSameFile(parts, run, { state, place });
  return { ...base, isNew: false, place: { row: state.row + 1, offset: state.end, delimiter: place.delimiter }, state };
}

/** The last row that was done must stand where it stood. A file that has grown at its end passes, which is right. */
async function checkSameFile(parts: ImportParts, run: ImportRun, at: { state: ImportState; place: Place }): Promise<void> {
  const { row, offset, last } = at.state;
  for await (const rows of readRows(run.source, { row, offset, delimiter: at.place.delimiter })) {
    const found = rows[0];
    if (found !== undefined && parts.hashes.digest(found.cells.join("\u001f")) === last) return;
    break;
  }
  throw new Refusal("conflict", "The file is not the one that was begun: its last imported row is not there any more. Restart.");
}

/** Writes down where the import is, at most twice a second unless `now`. Throws when somebody has ended the import meanwhile. */
export async function saveProgress(parts: ImportParts, by: By, on: { begun: Begun; now?: boolean }): Promise<void> {
  const { begun } = on;
  if (on.now !== true && performance.now() - begun.savedAt < SAVE_EVERY_MS) return;
  begun.savedAt = performance.now();
  const { state, kept, importId } = begun;
  const { accepted, refused } = state;
  const row = { id: importId, mapping: { ...kept, state }, byteOffset: state.end, rowNumber: state.row, accepted, refused };
  const isOpen = await inWorkspace(parts.pool, by.workspaceId, (db) => saveImportProgress(by.workspaceId, db, row));
  if (!isOpen) throw new Refusal("import_not_open", "The import was ended by somebody else.");
}

/** Closes the scope when the file was read to its end; says how it went. */
export async function finishImport(parts: ImportParts, by: By, on: { begun: Begun; closed: boolean }): Promise<ImportReport> {
  const { importId, state } = on.begun;
  await saveProgress(parts, by, { begun: on.begun, now: true });
  if (on.closed) await closeImport(parts, by, { id: importId });
  const { accepted, refused, duplicates, parked, failed, reasons } = state;
  const status = on.closed ? "closed" : "open";
  const rows = accepted + refused;
  return { importId: externalId("imp", importId), status, rows, accepted, refused, duplicates, parked, failed, reasons };
}
