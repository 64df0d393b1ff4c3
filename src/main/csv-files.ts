/** Files of the importer: the table that is read, and the refused rows that are written. */
import fs from "node:fs";
import path from "node:path";
import { csvPush, csvStart } from "../core/ingest/csv.ts";
import type { RefusedFile, RefusedSink } from "../flow/import-run.ts";
import type { ImportSource } from "../flow/import-source.ts";
import { CommandFailed, UsageError } from "./args.ts";

/** 256 kB a read: at 64 kB the reads themselves took 6 % of an import. */
const CHUNK = 256 * 1024;

/** A file on disk. One in another encoding is turned into UTF-8 on the way; offsets are then those of the turned text. */
export function fileSource(file: string, encoding: string): ImportSource {
  const full = path.resolve(file);
  if (!fs.existsSync(full) || !fs.statSync(full).isFile()) throw new CommandFailed(`There is no file ${file}.`, "file_missing");
  const name = path.basename(full);
  if (/^utf-?8$/i.test(encoding)) {
    return { name, size: fs.statSync(full).size, open: (offset) => fs.createReadStream(full, { start: offset, highWaterMark: CHUNK }) };
  }
  const label = knownEncoding(encoding);
  return { name, size: 0, open: (offset) => turned(full, label, offset) };
}

function knownEncoding(encoding: string): string {
  try {
    return new TextDecoder(encoding).encoding;
  } catch {
    throw new UsageError(`--encoding "${encoding}" is not known: use utf-8, windows-1252, utf-16le, ...`);
  }
}

/** The file as UTF-8 from a byte of that text on: it is read from its start, because the two texts differ in length. */
async function* turned(file: string, encoding: string, offset: number): AsyncGenerator<Uint8Array> {
  const decoder = new TextDecoder(encoding);
  let skip = offset;
  for await (const chunk of fs.createReadStream(file, { highWaterMark: CHUNK })) {
    const text = Buffer.from(decoder.decode(chunk as Uint8Array, { stream: true }));
    if (text.length > skip) yield skip === 0 ? text : text.subarray(skip);
    skip = Math.max(0, skip - text.length);
  }
  const rest = Buffer.from(decoder.decode());
  if (rest.length > skip) yield rest.subarray(skip);
}

/**
 * Refused rows as a file. It is made with the first refused row, so that an import without any leaves none; one of an earlier run is
 * replaced, or cut back to the last row that the earlier run had finished.
 */
export function refusedFile(file: string): RefusedSink {
  return {
    async open(from) {
      if (from === null) fs.rmSync(file, { force: true });
      else if (fs.existsSync(file)) fs.truncateSync(file, endOfRow(file, from));
      return lazyFile(file, from === null);
    },
  };
}

/**
 * With `isNew` the first text (the header) waits for the second. Written synchronously: what the import's progress counts as done must be
 * with the operating system by then, or a kill would lose it.
 */
function lazyFile(file: string, isNew: boolean): RefusedFile {
  let header: string | null = isNew ? "" : null;
  let descriptor: number | null = null;
  return {
    write(text) {
      if (header === "") {
        header = text;
        return;
      }
      descriptor ??= fs.openSync(file, "a");
      fs.writeSync(descriptor, (header ?? "") + text);
      header = null;
    },
    async close() {
      if (descriptor === null) return;
      fs.fsyncSync(descriptor);
      fs.closeSync(descriptor);
      descriptor = null;
    },
  };
}

/** The byte after the last line whose row number (its first cell) is at most `row`. The header counts as row 0. */
function endOfRow(file: string, row: number): number {
  const state = csvStart({ delimiter: "," });
  const decoder = new TextDecoder("utf-8", { ignoreBOM: true });
  const buffer = Buffer.alloc(CHUNK);
  const descriptor = fs.openSync(file, "r");
  let end = 0;
  let isPast = false;
  const look = (lines: ReturnType<typeof csvPush>): void => {
    for (const line of lines) {
      // A line without its line end was cut off by the kill.
      isPast ||= line.problem !== null || (Number(line.cells[0]) || 0) > row;
      if (!isPast) end = line.end;
    }
  };
  try {
    for (let size = fs.readSync(descriptor, buffer); size > 0 && !isPast; size = fs.readSync(descriptor, buffer)) {
      look(csvPush(state, decoder.decode(buffer.subarray(0, size), { stream: true })));
    }
  } finally {
    fs.closeSync(descriptor);
  }
  return end;
}
