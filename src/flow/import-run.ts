/** What an import is given and what it answers. */
import type { Mapping } from "../core/ingest/mapping.ts";
import type { ChangeParts } from "./change.ts";
import type { Delimiter, ImportSource } from "./import-source.ts";
import type { EventDoor, Hashes } from "./ports.ts";

/**
 * What to do about an unfinished import of the same file: go on with it, cancel it and begin again, or (by default) refuse, because
 * doing either silently would surprise somebody.
 */
export type Resumption = "resume" | "restart" | "refuse";

export type ImportParts = ChangeParts & { door: EventDoor; hashes: Hashes };

/** Where refused rows are written. `from` is the last row that an earlier run did: lines after it are written again. Null: begin anew. */
export type RefusedSink = { open(from: number | null): Promise<RefusedFile> };
export type RefusedFile = { write(text: string): Promise<void> | void; close(): Promise<void> };

export type ImportRun = {
  source: ImportSource;
  mapping: Mapping;
  resumption: Resumption;
  delimiter?: Delimiter | undefined;
  refused?: RefusedSink | undefined;
  /** Rows sent together; 500 by default, which is one batch of the settle path. */
  batch?: number | undefined;
  /** Ends the run between two batches; the import stays open and can be resumed. */
  signal?: AbortSignal | undefined;
  onProgress?: ((progress: { bytes: number; rows: number; accepted: number; refused: number }) => void) | undefined;
};

/** rows = accepted + refused. Duplicates and parked events are among the accepted, failed ones among the refused. */
export type ImportReport = {
  importId: string; status: "closed" | "open"; rows: number; accepted: number; refused: number;
  duplicates: number; parked: number; failed: number; reasons: Record<string, number>;
};
