/**
 * A table that comes in pieces, from a browser: each piece is a whole number of rows and perhaps a part of one more. What was read is
 * answered at once, so that whoever sends knows where to go on; sending a piece twice is the same as once, because ids are made of rows.
 */
import type { CsvRow } from "../core/ingest/csv.ts";
import { csvDelimiter, csvEnd, csvLine, csvPush, csvStart } from "../core/ingest/csv.ts";
import { guessKind, guessMapping, type TableKind } from "../core/ingest/guess.ts";
import { type Mapping, type MappingInput, mapping as mappingSchema } from "../core/ingest/mapping.ts";
import type { EventOutcome, FieldError } from "../core/event.ts";
import { normalise } from "../core/ingest/normalise.ts";
import { externalId } from "../core/id.ts";
import { inWorkspace } from "../store/db.ts";
import { addImportedRows, insertImport, readImport } from "../store/imports.ts";
import type { By } from "./by.ts";
import { type ChangeParts, change } from "./change.ts";
import { type Line, asCell, mapLine, mapperOf, reasonOf, refusedLine, submitPatiently } from "./import-events.ts";
import { type Delimiter, clean } from "./import-source.ts";
import type { EventDoor, Hashes } from "./ports.ts";
import { Refusal, notFound } from "./refusal.ts";

export type ImportRowsParts = ChangeParts & { hashes: Hashes; batcher: EventDoor };

/** What is kept with an import whose rows come in pieces. */
type Kept = { mapping: MappingInput; header: string[]; delimiter: Delimiter };

export type TableWish = { source: string } & Kept;

/** Opens an import of a table. Refuses a mapping that does not fit the columns. @returns its id. */
export async function openTable(parts: ImportRowsParts, by: By, wish: TableWish): Promise<string> {
  const { source, ...kept } = wish;
  mapperOf(parts, mappingOf(kept.mapping), kept.header);
  return await change(parts, by, async (db) => {
    const id = parts.ids.uuid();
    await insertImport(by.workspaceId, db, { id, kind: "csv", source, mapping: kept });
    return { result: id, deed: { action: "import.opened", target: externalId("imp", id), detail: { kind: "csv" } } };
  });
}

const mappingOf = (input: MappingInput): Mapping => mappingSchema.parse(input);

/** `row` is the number of the first row in these bytes; `last`: nothing comes after them. */
export type ImportRowsWish = { importId: string; row: number; bytes: Uint8Array; last: boolean };
export type RefusedRow = FieldError & { row: number; line: string };
/** `used` bytes were read: the next piece begins behind them, with `nextRow`. `line`: the row for a file of refused rows. */
export type ImportRowsAnswer = { used: number; nextRow: number; accepted: number; duplicates: number; refused: RefusedRow[] };

const BATCH = 500;
const ROWS = 2_000;
/** A row without an end in so much has an open quote. */
const LONGEST_ROW = 4 << 20;

export async function importRows(parts: ImportRowsParts, by: By, wish: ImportRowsWish): Promise<ImportRowsAnswer> {
  const row = await inWorkspace(parts.pool, by.workspaceId, (db) => readImport(by.workspaceId, db, wish.importId));
  if (row === null) throw notFound("import");
  const kept = row.mapping as Partial<Kept>;
  if (row.status !== "open") throw new Refusal("import_not_open", `The import is ${row.status}: open another one.`);
  if (kept.header === undefined || kept.mapping === undefined || kept.delimiter === undefined)
    throw new Refusal("conflict", "The import was opened without columns: it takes events, not rows.");
  const mapper = mapperOf(parts, mappingOf(kept.mapping), kept.header);
  const read = rowsIn(Buffer.from(clean(wish.bytes)), { row: wish.row, delimiter: kept.delimiter, last: wish.last });
  const answer: ImportRowsAnswer = { used: read.used, nextRow: read.nextRow, accepted: 0, duplicates: 0, refused: [] };
  const batches: Line[][] = [];
  for (let i = 0; i < read.rows.length; i += BATCH)
    batches.push(read.rows.slice(i, i + BATCH).map((each) => mapLine({ mapper, columns: kept.header!.length }, each)));
  // Under way together: the next batch is normalised while the one before it is settled. The door keeps their order.
  const outcomes = await Promise.all(batches.map((lines) => submit(parts, by, { lines, importId: wish.importId })));
  for (const [i, lines] of batches.entries()) count(answer, lines, outcomes[i]!);
  for (const line of batches.flat())
    if ("error" in line) parts.batcher.refused(by.workspaceId, "import", refusedLine(line.error));
  const refused = answer.refused.map((each) => each.row);
  const isRefused = new Set(refused);
  const accepted = read.rows.map((each) => each.row).filter((each) => !isRefused.has(each));
  const piece = { id: wish.importId, accepted, refused, last: read.nextRow - 1 };
  await inWorkspace(parts.pool, by.workspaceId, (db) => addImportedRows(by.workspaceId, db, piece));
  return answer;
}

async function submit(parts: ImportRowsParts, by: By, of: { lines: readonly Line[]; importId: string }): Promise<EventOutcome[]> {
  const { lines, importId } = of;
  const events = lines.flatMap((line) => ("event" in line ? [line.event] : []));
  return events.length === 0 ? [] : await submitPatiently(() => parts.batcher.submit(by.workspaceId, events, { importId }));
}

/** Takes the outcomes of a batch into the answer. */
function count(answer: ImportRowsAnswer, lines: readonly Line[], outcomes: readonly EventOutcome[]): void {
  let next = 0;
  for (const line of lines) {
    const outcome = "event" in line ? outcomes[next++] : undefined;
    const isRefused = outcome === undefined || outcome.status === "rejected" || outcome.status === "failed";
    if (!isRefused) {
      answer.accepted++;
      if (outcome.status === "duplicate") answer.duplicates++;
      continue;
    }
    const error = "error" in line ? line.error : reasonOf(outcome!);
    const cells = [...line.row.cells.slice(0, 200).map(asCell), line.row.row, error.code, error.message];
    answer.refused.push({ ...error, row: line.row.row, line: csvLine(cells) });
  }
}

type Reading = { row: number; delimiter: Delimiter; last: boolean };
type Read = { rows: CsvRow[]; used: number; nextRow: number };

/**
 * The whole rows of a piece. A broken row that goes over several lines is taken for its first line only, and reading goes on with the
 * next: one open quote must not swallow the rest of a file.
 */
export function rowsIn(bytes: Buffer, reading: Reading): Read {
  const read: Read = { rows: [], used: 0, nextRow: reading.row };
  for (let again = true; again && read.rows.length < ROWS; ) again = readOn(bytes, reading, read);
  if (read.rows.length === 0 && bytes.length >= LONGEST_ROW) cutLine(bytes, read, []);
  return read;
}

/** Reads from `used` on. True: a broken row was cut, and there is more behind it. */
function readOn(bytes: Buffer, { delimiter, last }: Reading, read: Read): boolean {
  const from = read.used;
  const state = csvStart({ resume: { row: read.nextRow, offset: from, delimiter } });
  const text = new TextDecoder("utf-8", { ignoreBOM: true }).decode(bytes.subarray(from, wholeCharacters(bytes, last)));
  const rows = csvPush(state, text);
  if (last) rows.push(...csvEnd(state));
  for (const row of rows) {
    if (read.rows.length >= ROWS) return false;
    const lineEnd = bytes.indexOf(10, row.offset) + 1;
    if (row.problem !== null && lineEnd > 0 && lineEnd < row.end) {
      read.used = row.offset;
      read.nextRow = row.row;
      cutLine(bytes, read, row.cells);
      return true;
    }
    read.rows.push(row);
    read.used = row.end;
    read.nextRow = row.row + 1;
  }
  // Blank lines at the end are no rows; with the last piece everything is used.
  if (last) read.used = bytes.length;
  return false;
}

/** Takes the line at `used` as a row that cannot be read. */
function cutLine(bytes: Buffer, read: Read, cells: readonly string[]): void {
  const offset = read.used;
  const end = bytes.indexOf(10, offset) + 1 || bytes.length;
  const shown = cells.length > 1 ? cells.slice(0, -1).map((cell) => cell.slice(0, 1000)) : [];
  read.rows.push({ cells: shown, row: read.nextRow, offset, end, problem: "quote_not_closed" });
  read.used = end;
  read.nextRow++;
}

/** Where the last whole character ends. */
function wholeCharacters(bytes: Buffer, last: boolean): number {
  if (last) return bytes.length;
  for (let back = 1; back <= 4 && back <= bytes.length; back++) {
    const byte = bytes[bytes.length - back] ?? 0;
    if (byte < 0x80) return bytes.length;
    if (byte >= 0xc0) return bytes.length - back;
  }
  return bytes.length;
}

export type TablePreview = {
  delimiter: Delimiter;
  header: string[];
  /** The first line of a file of refused rows. */
  refusedHeader: string;
  /** Where the rows begin in the text, in bytes, and the number of the first. */
  begins: number;
  row: number;
  kind: TableKind;
  mapping: MappingInput;
  problems: string[];
  rows: { row: number; cells: string[]; event: Record<string, unknown> | null; error: FieldError | null }[];
  /** Of the rows looked at. */
  looked: number;
  errors: { pointer: string; code: string; message: string; rows: number }[];
};

const SHOWN = 20;
const LOOKED = 1_000;

export type TableAsk = { text: string; kind?: TableKind | undefined; mapping?: MappingInput | undefined };

/** How the beginning of a table would be understood. Without a mapping, one is guessed. */
export function previewTable(parts: Pick<ImportRowsParts, "hashes">, ask: TableAsk): TablePreview {
  const state = csvStart();
  const all = csvPush(state, ask.text);
  const [first, ...rest] = all.length > 0 ? all : csvEnd(state);
  if (first === undefined) throw new Refusal("validation_failed", "The file is empty: the first line names the columns.");
  const header = first.cells.map((name) => name.trim());
  const rows = rest.length > 0 ? rest : csvEnd(state);
  const kind = ask.kind ?? guessKind(header);
  const mapping =
    ask.mapping ??
    guessMapping(
      header,
      rows.slice(0, LOOKED).map((row) => row.cells),
      kind,
    );
  const found: TablePreview = {
    delimiter: csvDelimiter(state) ?? ",",
    header,
    refusedHeader: csvLine([...header.slice(0, 200), "row", "code", "reason"]),
    begins: first.end,
    row: first.row + 1,
    kind,
    mapping,
    problems: problemsOf(header),
    rows: [],
    looked: 0,
    errors: [],
  };
  try {
    const mapper = mapperOf(parts, mappingOf(mapping), header);
    if (found.problems.length === 0)
      look(
        found,
        rows.slice(0, LOOKED).map((row) => asTaken(mapLine({ mapper, columns: header.length }, row))),
      );
  } catch (error) {
    if (!(error instanceof Refusal)) throw error;
    found.problems.push(...(error.options.errors?.map((each) => each.message) ?? [error.detail]));
  }
  if (found.rows.length === 0)
    found.rows = rows.slice(0, SHOWN).map((row) => ({ row: row.row, cells: row.cells, event: null, error: null }));
  return found;
}

function problemsOf(header: readonly string[]): string[] {
  const twice = header.find((name, index) => name !== "" && header.indexOf(name) !== index);
  return twice === undefined ? [] : [`The column "${twice}" is there twice: rename one of them.`];
}

/** What the door would refuse is refused here, too: an address that is none, a row about nobody. */
function asTaken(line: Line): Line {
  if ("error" in line) return line;
  const read = normalise(line.event, { index: 0, client: "preview", keyed: () => "" });
  return Array.isArray(read) ? { row: line.row, error: read[0]! } : line;
}

function look(found: TablePreview, lines: readonly Line[]): void {
  const errors = new Map<string, TablePreview["errors"][number]>();
  for (const line of lines) {
    const error = "error" in line ? line.error : null;
    if (found.rows.length < SHOWN) {
      const event = "event" in line ? (line.event as Record<string, unknown>) : null;
      found.rows.push({ row: line.row.row, cells: line.row.cells.map((cell) => cell.slice(0, 300)), event, error });
    }
    if (error === null) continue;
    const key = `${error.pointer} ${error.code}`;
    const known = errors.get(key);
    if (known === undefined) errors.set(key, { ...error, rows: 1 });
    else known.rows++;
  }
  found.looked = lines.length;
  found.errors = [...errors.values()].sort((a, b) => b.rows - a.rows);
}
