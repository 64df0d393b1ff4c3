/** Bytes of a file to rows of a table: UTF-8 with exact byte offsets, whatever is wrong with single lines. */
import { isUtf8 } from "node:buffer";
import { csvDelimiter, csvEnd, csvPush, csvStart } from "../core/ingest/csv.ts";
import type { CsvRow } from "../core/ingest/csv.ts";
import { Refusal } from "./refusal.ts";

/** A file as the importer sees it. main opens it; a file in another encoding is handed in as UTF-8. */
export type ImportSource = {
  /** Its name, without the folders: shown, and how an unfinished import of it is found again. */
  name: string;
  /** In bytes of what `open` gives; 0 when that is not known. For the progress bar. */
  size: number;
  open(offset: number): AsyncIterable<Uint8Array>;
};

export type Delimiter = "," | ";" | "\t";
export type Place = { row: number; offset: number; delimiter: Delimiter };

/** Stands for a byte that is no UTF-8: one byte itself, so that offsets stay those of the file. No clean text holds it. */
export const BAD_BYTE = "\u001a";
const BAD = BAD_BYTE.charCodeAt(0);
const LF = 10;
/** A line may be long; without a line end for this many bytes the piece is cut where a character ends. */
const LONGEST_PIECE = 1 << 20;

/**
 * The rows from a place on (after the header), in pieces as they become complete. Bytes that are no UTF-8 become BAD_BYTE, so that the row
 * they are in can be refused and the next one read.
 */
export async function* readRows(source: ImportSource, place: Place): AsyncGenerator<CsvRow[]> {
  const state = csvStart({ resume: place });
  const decoder = new TextDecoder("utf-8", { fatal: true, ignoreBOM: true });
  for await (const piece of cleanPieces(source.open(place.offset))) {
    const rows = csvPush(state, decoder.decode(piece));
    if (rows.length > 0) yield rows;
  }
  const rest = csvEnd(state);
  if (rest.length > 0) yield rest;
}

/** The header and where the rows begin. Refused: no line at all, UTF-16, a name that comes twice. */
export async function readHeader(source: ImportSource, delimiter?: Delimiter): Promise<{ header: string[]; place: Place }> {
  const state = csvStart(delimiter === undefined ? {} : { delimiter });
  const decoder = new TextDecoder("utf-8", { fatal: true, ignoreBOM: true });
  let first: CsvRow | undefined;
  for await (const piece of cleanPieces(source.open(0))) {
    const text = decoder.decode(piece);
    // UTF-16 has a NUL beside every Latin letter.
    if (text.slice(0, 4).includes("\0")) throw new Refusal("encoding_invalid", "The file is not UTF-8 but UTF-16: save it as CSV UTF-8.");
    first = csvPush(state, text)[0];
    if (first !== undefined) break;
  }
  first ??= csvEnd(state)[0];
  if (first === undefined) throw new Refusal("validation_failed", "The file is empty: the first line names the columns.");
  const header = first.cells.map((name) => name.trim());
  const twice = header.find((name, index) => name !== "" && header.indexOf(name) !== index);
  if (twice !== undefined) throw new Refusal("validation_failed", `The column "${twice}" is there twice: rename one of them.`);
  return { header, place: { row: first.row + 1, offset: first.end, delimiter: csvDelimiter(state) ?? "," } };
}

/** The bytes in pieces that end with a line (or at least a character), bad ones replaced. */
async function* cleanPieces(chunks: AsyncIterable<Uint8Array>): AsyncGenerator<Uint8Array> {
  let held: Uint8Array = new Uint8Array(0);
  for await (const chunk of chunks) {
    const bytes = held.length === 0 ? chunk : Buffer.concat([held, chunk]);
    const end = cutAt(bytes);
    held = bytes.subarray(end);
    if (end > 0) yield clean(bytes.subarray(0, end));
  }
  if (held.length > 0) yield clean(held);
}

/** After the last line end; in a piece without one, when it is too long to hold, before the character that may go on. */
function cutAt(bytes: Uint8Array): number {
  const line = bytes.lastIndexOf(LF) + 1;
  if (line > 0 || bytes.length < LONGEST_PIECE) return line;
  let end = bytes.length;
  for (let back = 1; back <= 4 && end === bytes.length; back++) {
    const byte = bytes[bytes.length - back] ?? 0;
    if (byte >= 0xc0) end = bytes.length - back;
    else if (byte < 0x80) break;
  }
  return end;
}

/** The same number of bytes, all of them UTF-8. Only pieces that are not (isUtf8 takes 0.1 ms a megabyte) are looked at byte by byte. */
export function clean(bytes: Uint8Array): Uint8Array {
  if (isUtf8(bytes)) return bytes;
  const copy = Uint8Array.from(bytes);
  for (let i = 0; i < copy.length;) {
    const length = characterAt(copy, i);
    if (length === 0) copy[i] = BAD;
    i += Math.max(1, length);
  }
  return copy;
}

/** Bytes of the character that begins at `i`, or 0 when none does. */
function characterAt(bytes: Uint8Array, i: number): number {
  const first = bytes[i] ?? 0;
  if (first < 0x80) return 1;
  const length = first >= 0xf0 ? 4 : first >= 0xe0 ? 3 : first >= 0xc2 ? 2 : 0;
  return length > 0 && i + length <= bytes.length && isUtf8(bytes.subarray(i, i + length)) ? length : 0;
}
