/** The grammar of csv.ts: what one character does to a half-read row. */

/** Why a row cannot be used. Its cells are what was read of it. */
export type CsvProblem = "text_after_quote" | "quote_not_closed" | "cell_too_long" | "too_many_cells";

/**
 * `row` counts from 1 as a spreadsheet does: the header and blank lines count, but blank lines are not given out. `offset` and `end` are
 * the bytes of the UTF-8 file at which the row begins and the next one does: a file is opened at a byte, not at a character, so an importer
 * that stores `end` with what it committed goes on exactly there. They are exact when the text was decoded strictly and with its byte order
 * mark (`new TextDecoder("utf-8", { fatal: true, ignoreBOM: true })`).
 */
export type CsvRow = { cells: string[]; row: number; offset: number; end: number; problem: CsvProblem | null };

/** Where in the grammar the next character falls. */
type Mode = "cell" | "plain" | "quoted" | "quote" | "return";

export type CsvState = {
  /** Character code; 0 until it was detected, with `held` the text read meanwhile. */
  delimiter: number;
  held: string;
  mode: Mode;
  cell: string;
  cells: string[];
  /** The row had a quoted cell: an empty one is then a value and no blank line. */
  quoted: boolean;
  problem: CsvProblem | null;
  row: number;
  offset: number;
  position: number;
  readonly maxCell: number;
  readonly maxCells: number;
};

export const QUOTE = 34;
export const CR = 13;
export const LF = 10;
export const BYTE_ORDER_MARK = 0xfeff;

/** Reads a piece of text, one mode a case. Every case consumes at least one character or changes the mode. */
export function scan(state: CsvState, text: string, rows: CsvRow[]): void {
  let i = 0;
  if (state.position === 0 && text.charCodeAt(0) === BYTE_ORDER_MARK) {
    i = 1;
    state.position = 3;
    state.offset = 3;
  }
  while (i < text.length) {
    const code = text.charCodeAt(i);
    switch (state.mode) {
      case "cell":
        if (code === QUOTE) {
          i++;
          state.position++;
          state.quoted = true;
        }
        state.mode = code === QUOTE ? "quoted" : "plain";
        break;
      case "plain":
        i = takeUntil(state, text, { from: i, quoted: false });
        if (i < text.length) separator(state, text.charCodeAt(i++), rows);
        break;
      case "quoted":
        i = takeUntil(state, text, { from: i, quoted: true });
        if (i < text.length) {
          i++;
          state.position++;
          state.mode = "quote";
        }
        break;
      case "quote":
        if (code === state.delimiter || code === CR || code === LF) {
          i++;
          separator(state, code, rows);
        } else if (code === QUOTE) {
          i++;
          state.position++;
          append(state, '"');
          state.mode = "quoted";
        } else {
          state.problem ??= "text_after_quote";
          state.mode = "plain";
        }
        break;
      case "return":
        // The row ended with CR. An LF after it belongs to it, so that `end` is where the next row begins.
        if (code === LF) {
          i++;
          state.position++;
        }
        endRow(state, rows);
    }
  }
}

/** Takes text into the cell up to a quote (quoted) or up to a delimiter or line end (not quoted), and counts its UTF-8 bytes. */
function takeUntil(state: CsvState, text: string, at: { from: number; quoted: boolean }): number {
  const delimiter = state.delimiter;
  let i = at.from;
  let more = 0;
  for (; i < text.length; i++) {
    const code = text.charCodeAt(i);
    if (at.quoted ? code === QUOTE : code === delimiter || code === LF || code === CR) break;
    // Two bytes below U+0800 and for each half of a surrogate pair (four together), three for the rest.
    if (code > 127) more += code < 0x800 || (code >= 0xd800 && code <= 0xdfff) ? 1 : 2;
  }
  state.position += i - at.from + more;
  if (i > at.from) append(state, text.slice(at.from, i));
  return i;
}

function separator(state: CsvState, code: number, rows: CsvRow[]): void {
  state.position++;
  endCell(state);
  if (code === LF) endRow(state, rows);
  else state.mode = code === CR ? "return" : "cell";
}

/** Adds the cell to the row. */
export function endCell(state: CsvState): void {
  if (state.cells.length < state.maxCells) state.cells.push(state.cell);
  else state.problem ??= "too_many_cells";
  state.cell = "";
}

function append(state: CsvState, text: string): void {
  if (state.cell.length + text.length <= state.maxCell) state.cell = state.cell === "" ? text : state.cell + text;
  else state.problem ??= "cell_too_long";
}

/** Gives the row out, unless the line was blank, and begins the next. */
export function endRow(state: CsvState, rows: CsvRow[]): void {
  const blank = state.cells.length === 1 && state.cells[0] === "" && !state.quoted && state.problem === null;
  if (!blank) rows.push({ cells: state.cells, row: state.row, offset: state.offset, end: state.position, problem: state.problem });
  state.row++;
  state.offset = state.position;
  state.cells = [];
  state.cell = "";
  state.quoted = false;
  state.problem = null;
  state.mode = "cell";
}
