/**
 * CSV out. A spreadsheet runs a cell that begins with = + - @ (also full-width), and can be brought to by a leading tab, line end or NUL; a
 * name typed by a stranger would so run in the shop's office. Such a text gets an apostrophe in front, which a spreadsheet shows as text.
 */

/** = + - @, tab, LF, CR, NUL, and the full-width = + - @ (OWASP ASVS 5.0 1.2.10, and what Dub found). */
function isLead(code: number): boolean {
  return (
    code === 61 || code === 43 || code === 45 || code === 64 || code === 9 || code === 10 || code === 13 || code === 0 ||
    code === 0xff1d || code === 0xff0b || code === 0xff0d || code === 0xff20
  );
}

/** Whether, after any apostrophes, the text begins with a formula lead. */
function leadsAfterApostrophes(text: string, from: number): boolean {
  let i = from;
  while (text.charCodeAt(i) === 39) i++;
  return i < text.length && isLead(text.charCodeAt(i));
}

/**
 * One line with its CRLF. Texts that begin with a formula lead, or with apostrophes and then one, get one more apostrophe, so
 * `csvUnprotect` gives every text back. Numbers are written bare, -1200 included: a number is no formula, and a text could not be
 * added up. A row of one empty cell is written as `""`, because an empty line is no row.
 */
export function csvLine(cells: readonly (string | number)[]): string {
  if (cells.length === 1 && cells[0] === "") return '""\r\n';
  let line = "";
  for (let i = 0; i < cells.length; i++) {
    const cell = cells[i] ?? "";
    if (i > 0) line += ",";
    line += typeof cell === "number" ? String(cell) : quotedIfNeeded(leadsAfterApostrophes(cell, 0) ? `'${cell}` : cell);
  }
  return `${line}\r\n`;
}

/** The text that csvLine was given, from a cell of a file that csvLine wrote. Not for other files: an import keeps every cell as it is. */
export function csvUnprotect(cell: string): string {
  return cell.charCodeAt(0) === 39 && leadsAfterApostrophes(cell, 1) ? cell.slice(1) : cell;
}

/** Quotes a cell with a comma, quote, line end, or what other readers split or trim at: semicolon, tab, a space at either end. */
function quotedIfNeeded(text: string): string {
  let needed = text.charCodeAt(0) === 32 || text.charCodeAt(text.length - 1) === 32 || text.charCodeAt(0) === 0xfeff;
  let quotes = false;
  for (let i = 0; i < text.length; i++) {
    const code = text.charCodeAt(i);
    if (code === 34) quotes = true;
    if (code === 34 || code === 44 || code === 10 || code === 13 || code === 59 || code === 9) needed = true;
  }
  if (!needed) return text;
  return quotes ? `"${text.replaceAll('"', '""')}"` : `"${text}"`;
}
