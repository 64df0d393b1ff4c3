/** Excel takes a file without it for Latin-1. */
const MARK = "\uFEFF";
const quoted = (cell: string): string => (/[",\n\r;]/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell);
/** What a spreadsheet would take for a formula is text, full-width signs too; a negative number with nothing behind it is none. */
const safe = (cell: string): string => (/^[=+@\t\r＝＋－＠]|^-(?!\d+(?:\.\d+)?%?$)/.test(cell) ? `'${cell}` : cell);

export const csvOf = (rows: readonly (readonly string[])[]): string =>
  MARK + rows.map((row) => row.map((cell) => quoted(safe(cell))).join(",")).join("\r\n") + "\r\n";
