/**
 * Reads a table of any size into the event door. Every row is answered for: accepted, or refused with its number, field and reason. Memory
 * does not grow with the file; what was done is kept in the `import` row, so that a run that was killed goes on where it stopped, and
 * ids made from the rows make doing a row twice the same as doing it once.
 */
import type { CsvRow } from "../core/ingest/csv.ts";
import { csvLine } from "../core/ingest/csv.ts";
import { compileMapping } from "../core/ingest/map-row.ts";
import type { RowMapper } from "../core/ingest/map-row.ts";
import type { Mapping } from "../core/ingest/mapping.ts";
import { event as eventSchema } from "../core/event.ts";
import type { CanonicalEvent, EventOutcome, FieldError } from "../core/event.ts";
import { CommitUnknown, isRetryable } from "../store/db.ts";
import type { By } from "./by.ts";
import { beginImport, finishImport, saveProgress } from "./import-progress.ts";
import type { Begun } from "./import-progress.ts";
import type { ImportParts, ImportReport, ImportRun } from "./import-run.ts";
import { BAD_BYTE, readHeader, readRows } from "./import-source.ts";
import { Overloaded } from "./ports.ts";
import { Refusal } from "./refusal.ts";

export type Line = { row: CsvRow; event: CanonicalEvent } | { row: CsvRow; error: FieldError };
type Batch = { lines: Line[]; answered: Promise<EventOutcome[]> };
type Context = {
  parts: ImportParts; by: By; run: ImportRun; begun: Begun; mapper: RowMapper; write: (text: string) => Promise<void> | void;
};

const BATCH = 500;
/** While one batch is settled the next is read and mapped; a third would only wait in the door. */
const IN_FLIGHT = 2;
const TRIES = 8;

/** Runs an import to its end, or until the signal. Throws a Refusal for what can be said before the first row (mapping, header, state). */
export async function importEvents(parts: ImportParts, by: By, run: ImportRun): Promise<ImportReport> {
  const table = await readHeader(run.source, run.delimiter);
  const mapper = mapperOf(parts, run.mapping, table.header);
  const begun = await beginImport(parts, by, { run, ...table });
  const sink = await run.refused?.open(begun.isNew ? null : begun.state.row);
  const context: Context = { parts, by, run, begun, mapper, write: (text) => sink?.write(text) };
  if (begun.isNew) await context.write(csvLine(["row", "field", "code", "reason", ...begun.header]));
  try {
    const ended = await readAll(context);
    return await finishImport(parts, by, { begun, closed: ended });
  } finally {
    await sink?.close();
  }
}

/** Refuses a mapping that does not fit the columns, with every problem. */
export function mapperOf(parts: Pick<ImportParts, "hashes">, mapping: Mapping, header: readonly string[]): RowMapper {
  const compiled = compileMapping(mapping, header, (row) => `row-${parts.hashes.digest(row.join("\u001f"))}`);
  if ("mapper" in compiled) return compiled.mapper;
  const errors = compiled.problems.map((message) => ({ pointer: "/mapping", message, code: "mapping_invalid" }));
  throw new Refusal("validation_failed", `The mapping does not fit the file: ${compiled.problems.join("; ")}.`, { errors });
}

/** True when the file was read to its end, false when the signal came first. */
async function readAll(context: Context): Promise<boolean> {
  const { run, begun } = context;
  const size = run.batch ?? BATCH;
  const inFlight: Batch[] = [];
  let lines: Line[] = [];
  const flush = async (down: number): Promise<void> => {
    while (inFlight.length > down) await settle(context, inFlight.shift() as Batch);
  };
  try {
    for await (const rows of readRows(run.source, begun.place)) {
      for (const row of rows) {
        lines.push(mapLine({ mapper: context.mapper, columns: begun.header.length }, row));
        if (lines.length < size) continue;
        inFlight.push(send(context, lines));
        lines = [];
        await flush(IN_FLIGHT - 1);
        if (run.signal?.aborted === true) return false;
      }
    }
    if (lines.length > 0) inFlight.push(send(context, lines));
    await flush(0);
    return true;
  } finally {
    // What is under way is finished and written down, also when reading fails; a failure here would hide the first one.
    await flush(0).catch(() => undefined);
    await saveProgress(context.parts, context.by, { begun, now: true }).catch(() => undefined);
  }
}

/** One row through mapping and schema. */
export function mapLine({ mapper, columns }: { mapper: RowMapper; columns: number }, row: CsvRow): Line {
  const bad = rowProblem(row, columns);
  if (bad !== undefined) return { row, error: bad };
  const mapped = mapper.map(row.cells, row.row);
  if (!mapped.ok) return { row, error: mapped.error };
  const parsed = eventSchema.safeParse(mapped.event);
  if (parsed.success) return { row, event: parsed.data };
  const issue = parsed.error.issues[0];
  const pointer = issue === undefined ? "" : issue.path.map((part) => `/${String(part)}`).join("");
  return { row, error: { pointer, code: "event_invalid", message: issue?.message ?? "The event is not valid." } };
}

function rowProblem(row: CsvRow, columns: number): FieldError | undefined {
  const error = (code: string, message: string): FieldError => ({ pointer: "", code, message });
  if (row.problem !== null) return error(row.problem, PROBLEMS[row.problem]);
  if (row.cells.slice(columns).some((cell) => cell !== "")) {
    return error("too_many_cells", `The row has ${row.cells.length} cells, the header ${columns}: a cell with a separator needs quotes.`);
  }
  const isClean = row.cells.every((cell) => !cell.includes(BAD_BYTE));
  return isClean ? undefined : error("encoding_invalid", "The row is not UTF-8: save the file as CSV UTF-8.");
}

const PROBLEMS = {
  text_after_quote: "There is text after a closing quote: write a quote inside a cell twice.",
  quote_not_closed: "A quoted cell is not closed.",
  cell_too_long: "A cell is longer than 32,768 characters.",
  too_many_cells: "The row has more than 1,000 cells.",
} as const;

function send({ parts, by, begun }: Context, lines: Line[]): Batch {
  const events = lines.flatMap((line) => ("event" in line ? [line.event] : []));
  const submit = (): Promise<EventOutcome[]> => parts.door.submit(by.workspaceId, events, { importId: begun.importId });
  const answered = events.length === 0 ? Promise.resolve([]) : submitPatiently(submit);
  // It is awaited later, in order; until then a rejection must not count as unhandled.
  answered.catch(() => undefined);
  return { lines, answered };
}

/** Tries again when the door is full, the database was away, or nobody knows whether the commit happened: ids make that safe. */
export async function submitPatiently<T>(submit: () => Promise<T>): Promise<T> {
  for (let attempt = 1; ; attempt++) {
    try {
      return await submit();
    } catch (error) {
      const again = error instanceof Overloaded || error instanceof CommitUnknown || isRetryable(error);
      if (!again || attempt === TRIES) throw error;
      await new Promise((resolve) => setTimeout(resolve, 50 * 2 ** attempt));
    }
  }
}

/** Takes the outcomes of a batch into the tallies and writes down what was refused. */
async function settle(context: Context, batch: Batch): Promise<void> {
  const outcomes = await batch.answered;
  const { state } = context.begun;
  let next = 0;
  for (const line of batch.lines) {
    const error = "error" in line ? line.error : count(context, outcomes[next++]);
    if ("error" in line) context.parts.door.refused(context.by.workspaceId, "import", refusedLine(line.error));
    if (error === undefined) state.accepted++;
    else {
      state.refused++;
      state.reasons[error.code] = (state.reasons[error.code] ?? 0) + 1;
      await context.write(csvLine([line.row.row, error.pointer, error.code, error.message, ...line.row.cells.map(asCell)]));
    }
    state.row = line.row.row;
    state.offset = line.row.offset;
    state.end = line.row.end;
  }
  const last = batch.lines[batch.lines.length - 1];
  if (last !== undefined) state.last = context.parts.hashes.digest(last.row.cells.join("\u001f"));
  await saveProgress(context.parts, context.by, { begun: context.begun });
  context.run.onProgress?.({ bytes: state.end, rows: state.accepted + state.refused, accepted: state.accepted, refused: state.refused });
}

function count({ begun: { state } }: Context, outcome: EventOutcome | undefined): FieldError | undefined {
  if (outcome === undefined) throw new Error("The door answered fewer events than it was given.");
  if (outcome.status === "duplicate") state.duplicates++;
  if (outcome.status === "parked") state.parked++;
  if (outcome.status !== "rejected" && outcome.status !== "failed") return undefined;
  if (outcome.status === "failed") state.failed++;
  return reasonOf(outcome);
}

/** Why an event was refused: its first field error, or the event's own. */
export function reasonOf(outcome: EventOutcome): FieldError {
  const first = outcome.error?.errors?.[0];
  const { code = outcome.status, detail = "The event was refused." } = outcome.error ?? {};
  return { pointer: first?.pointer ?? "", code: first?.code ?? code, message: first?.message ?? detail };
}

/** The outcome of a row that never became an event, for what is counted. */
export function refusedLine(error: FieldError): EventOutcome {
  const { code, message: detail } = error;
  return { id: null, client_id: "", status: "rejected", decisions: [], error: { code, detail } };
}

/** A negative amount goes out as the number it is: as text csvLine would guard it against spreadsheets with an apostrophe. */
export function asCell(cell: string): string | number {
  return /^-\d{1,12}(\.\d{1,3})?$/.test(cell) ? Number(cell) : cell;
}
