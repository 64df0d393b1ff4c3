import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { announced, runs } from "../../../test/support/seeds.ts";
import { csvDelimiter, csvEnd, csvLine, csvPush, csvStart, csvUnprotect } from "./csv.ts";
import type { CsvOptions, CsvRow } from "./csv.ts";

function parse(text: string, options: CsvOptions = {}): CsvRow[] {
  const state = csvStart(options);
  return [...csvPush(state, text), ...csvEnd(state)];
}

function cellsOf(text: string, options: CsvOptions = {}): string[][] {
  return parse(text, options).map((row) => row.cells);
}

/** As a file is read: bytes cut anywhere, decoded strictly with the byte order mark kept. */
function parseBytes(bytes: Uint8Array, size: number, options: CsvOptions = {}): CsvRow[] {
  const state = csvStart(options);
  const decoder = new TextDecoder("utf-8", { fatal: true, ignoreBOM: true });
  const rows: CsvRow[] = [];
  for (let i = 0; i < bytes.length; i += size) rows.push(...csvPush(state, decoder.decode(bytes.subarray(i, i + size), { stream: true })));
  return [...rows, ...csvPush(state, decoder.decode()), ...csvEnd(state)];
}

const LEADS = ["=", "+", "-", "@", "\t", "\r", "\n", "\0", "＝", "＋", "－", "＠"];
const hostile = fc.constantFrom(...LEADS, '"', ",", "\r\n", ";", "'", "''=", " ", "\ufeff", "é", "😀", "");
const piece = fc.oneof(hostile, fc.string({ unit: "grapheme", maxLength: 4 }));
const cell = fc.oneof(hostile, fc.array(piece, { maxLength: 6 }).map((all) => all.join("")));
const table = fc.array(fc.array(cell, { minLength: 1, maxLength: 6 }), { minLength: 1, maxLength: 6 });

describe("P10: parse(export(rows)) == rows, and no cell begins with a formula lead", () => {
  const p10 = announced("P10", 2000);

  test("every table comes back after csvUnprotect, whatever its cells hold", () => {
    fc.assert(
      fc.property(table, (rows) => {
        const read = parse(rows.map((row) => csvLine(row)).join(""), { delimiter: "," });
        expect(read.map((row) => row.cells.map(csvUnprotect))).toEqual(rows);
        expect(read.every((row) => row.problem === null)).toBe(true);
      }),
      p10,
    );
  });

  test("no written cell begins with a lead, as a reader of the file sees it", () => {
    fc.assert(
      fc.property(table, (rows) => {
        for (const row of parse(rows.map((one) => csvLine(one)).join(""), { delimiter: "," })) {
          for (const read of row.cells) expect(LEADS.some((lead) => read.startsWith(lead))).toBe(false);
        }
      }),
      p10,
    );
  });

  test("the pieces a file arrives in do not matter, nor do their cuts inside a character", () => {
    fc.assert(
      fc.property(table, fc.boolean(), fc.integer({ min: 1, max: 9 }), fc.constantFrom("\r\n", "\n", "\r"), (rows, mark, size, lineEnd) => {
        const text = (mark ? "\ufeff" : "") + rows.map((row) => csvLine(row).slice(0, -2) + lineEnd).join("");
        const whole = parse(text, { delimiter: "," });
        expect(parseBytes(new TextEncoder().encode(text), size, { delimiter: "," })).toEqual(whole);
      }),
      p10,
    );
  });

  test("every row's bytes are its own: an import stopped after any row goes on at its end with the same rows and numbers", () => {
    fc.assert(
      fc.property(table, fc.boolean(), fc.nat({ max: 5 }), (rows, mark, stop) => {
        const text = (mark ? "\ufeff" : "") + rows.map((row) => csvLine(row)).join("\r\n");
        const bytes = new TextEncoder().encode(text);
        const whole = parse(text, { delimiter: "," });
        const last = whole[Math.min(stop, whole.length - 1)] ?? expect.fail("no rows");
        const rest = parseBytes(bytes.subarray(last.end), 7, { resume: { row: last.row + 1, offset: last.end, delimiter: "," } });
        expect(rest).toEqual(whole.slice(whole.indexOf(last) + 1));
        const own = new TextDecoder("utf-8", { ignoreBOM: true }).decode(bytes.subarray(last.offset, last.end));
        const alone = parse(own, { delimiter: "," });
        expect(alone.map((row) => row.cells)).toEqual([last.cells]);
      }),
      p10,
    );
  });

  test("never throws, and holds no more than it was allowed to, on any text", () => {
    const anything = fc.oneof(fc.string({ unit: "binary" }), fc.array(hostile).map((all) => all.join("")));
    fc.assert(
      fc.property(anything, fc.integer({ min: 1, max: 5 }), (text, size) => {
        const state = csvStart({ maxCell: 4, maxCells: 3 });
        const rows: CsvRow[] = [];
        for (let i = 0; i < text.length; i += size) rows.push(...csvPush(state, text.slice(i, i + size)));
        rows.push(...csvEnd(state));
        for (const row of rows) {
          expect(row.cells.length).toBeLessThanOrEqual(3);
          for (const one of row.cells) expect(one.length).toBeLessThanOrEqual(4);
          expect(row.end).toBeGreaterThan(row.offset);
        }
      }),
      runs(2000),
    );
  });
});

describe("reading", () => {
  test.each<[string, string[][]]>([
    ["a,b\r\n1,2\r\n", [["a", "b"], ["1", "2"]]],
    ["a,b\n1,2", [["a", "b"], ["1", "2"]]],
    ["a,b\r1,2\r", [["a", "b"], ["1", "2"]]],
    ["\ufeffa,b\n", [["a", "b"]]],
    ["a;b\n1,5;2\n", [["a", "b"], ["1,5", "2"]]],
    ["a\tb\n1\t2\n", [["a", "b"], ["1", "2"]]],
    ['"a,b";c;d\n', [["a,b", "c", "d"]]],
    ["only\n1\n2\n", [["only"], ["1"], ["2"]]],
    ['"a ""quoted"" word",""\n', [['a "quoted" word', ""]]],
    ['"two\r\nlines",x\n', [["two\r\nlines", "x"]]],
    ['6" pipe,5\'\n', [['6" pipe', "5'"]]],
    ["a,b,\n,,\n", [["a", "b", ""], ["", "", ""]]],
    ["\n\na,b\n\n\n1,2\n\n", [["a", "b"], ["1", "2"]]],
    ['a\n""\n', [["a"], [""]]],
    ["", []],
    ["\r\n\r\n", []],
    ["\ufeff", []],
    ['"', [[""]]],
  ])("%j", (text, expected) => {
    expect(cellsOf(text)).toEqual(expected);
  });

  test("a broken row is refused with its reason and number, and the next one is read", () => {
    const rows = parse('a,b\n"x"y,1\n2,3\n');
    expect(rows.map((row) => [row.row, row.problem])).toEqual([[1, null], [2, "text_after_quote"], [3, null]]);
    expect(parse('a,b\n1,"never closed\n2,3\n').map((row) => row.problem)).toEqual([null, "quote_not_closed"]);
    expect(parse("a\nlonger\nb\n", { maxCell: 5 }).map((row) => row.problem)).toEqual([null, "cell_too_long", null]);
    expect(parse("a,b\n1,2,3\nc,d\n", { maxCells: 2 }).map((row) => row.problem)).toEqual([null, "too_many_cells", null]);
  });

  test("blank lines count in the row number as a spreadsheet counts them, and offsets are bytes of the file", () => {
    const rows = parse("\ufeffä,b\r\n\r\n😀,2\n€,3");
    expect(rows).toEqual([
      { cells: ["ä", "b"], row: 1, offset: 3, end: 9, problem: null },
      { cells: ["😀", "2"], row: 3, offset: 11, end: 18, problem: null },
      { cells: ["€", "3"], row: 4, offset: 18, end: 23, problem: null },
    ]);
  });

  test("the delimiter is known only when the first row has ended", () => {
    const state = csvStart();
    expect(csvPush(state, "a;b,")).toEqual([]);
    expect(csvDelimiter(state)).toBeUndefined();
    expect(csvPush(state, 'c;"d,,,\n').concat(csvPush(state, '";e\n')).map((row) => row.cells)).toEqual([["a", "b,c", "d,,,\n", "e"]]);
    expect(csvDelimiter(state)).toBe(";");
  });

  test("10 MB in one quoted cell keep 32 kB, and a file without a line end is decided after 64 kB", () => {
    const state = csvStart();
    csvPush(state, 'a,b\n"');
    const piece = "x".repeat(65_536);
    for (let i = 0; i < 160; i++) csvPush(state, piece);
    expect(state.cell.length).toBeLessThanOrEqual(32_768);
    expect(csvEnd(state).map((row) => row.problem)).toEqual(["cell_too_long"]);
    const flat = csvStart();
    csvPush(flat, piece);
    expect(flat.held).toBe("");
  });
});

describe("writing", () => {
  test.each<[(string | number)[], string]>([
    [["a", "b"], "a,b\r\n"],
    [[""], '""\r\n'],
    [["", ""], ",\r\n"],
    [["=1+1", "@cmd", "+1", "-1"], "'=1+1,'@cmd,'+1,'-1\r\n"],
    [["＝1", "\tx", "\0x"], '\'＝1,"\'\tx",\'\0x\r\n'],
    [["'=x", "'x"], "''=x,'x\r\n"],
    [[-1200, 0, 12.5], "-1200,0,12.5\r\n"],
    [['say "hi"', "a,b", "a;b", " a"], '"say ""hi""","a,b","a;b"," a"\r\n'],
  ])("%j", (cells, line) => {
    expect(csvLine(cells)).toBe(line);
  });
});
