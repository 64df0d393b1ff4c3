/**
 * A file of 100,000 rows (20,000 outside CI) with every kind of dirt: each row is answered for, refused ones come back, and again changes
 * nothing.
 */
import fs from "node:fs";
import os from "node:os";
import path from "node:path";
import { afterAll, beforeAll, expect } from "vitest";
import { severeFindings } from "../../support/axe.ts";
import { browserTest, openConsole } from "../../support/console.ts";
import { type Stage, openStage } from "../../support/stage.ts";

let stage: Stage;
let folder = "";
beforeAll(async () => {
  // The rows are read, understood and sent by the page: for 100,000, 12 s of a processor less with the optimising compilers.
  stage = await openStage({}, { lasting: true });
  folder = fs.mkdtempSync(path.join(os.tmpdir(), "gv-table-"));
});
afterAll(async () => {
  await stage.close();
  fs.rmSync(folder, { recursive: true, force: true });
});

/** 100,000 take two processors half a minute, of the twelve minutes that a plain run may take. */
const ROWS = process.env["CI"] === undefined ? 20_000 : 100_000;
const HEADER = "Order ID;Date;Customer ID;Name;E-mail;Total;Currency;Source";
/** Line numbers as in the file; the header is line 1. What is expected of them stands beside them. */
const DIRT = new Map<number, string>([
  [10, "A-10;2026-01-05;c10;Zoë 😀 Ünïcode;zoe@example.com;12,50;EUR;a friend"],
  [11, 'A-11;2026-01-05;c11;"Quoted; with ""marks""";q@example.com;12,50;EUR;search'],
  [20, "A-20;31 February;c20;Wrong date;d@example.com;12,50;EUR;search"],
  [21, "A-21;2026-02-30;c21;No such day;d@example.com;12,50;EUR;search"],
  [30, "A-30;2026-01-05;c30;Wrong money;m@example.com;twelve;EUR;search"],
  [31, "A-31;2026-01-05;c31;Wrong currency;m@example.com;12,50;QQQ;search"],
  [40, "A-40;2026-01-05;c40;Wrong mail;not an address;12,50;EUR;search"],
  [50, "A-50;2026-01-05;c50"],
  [51, "A-51;2026-01-05;c51;Too many;x@example.com;12,50;EUR;search;one;two"],
  [60, "A-61;2026-01-05;c60;Other content under the same number;s@example.com;99,00;EUR;search"],
  [70, "=cmd|'/C calc'!A0;2026-01-05;c70;=HYPERLINK(1);f@example.com;x;EUR;@search"],
  [80, `A-80;2026-01-05;c80;"${"x".repeat(1_000_000)}";big@example.com;12,50;EUR;search`],
  [90, "A-90;2026-01-05;c90;NUL\0here;n@example.com;12,50;EUR;search"],
  [99, 'A-99;2026-01-05;c99;"never closed;u@example.com;12,50;EUR;search'],
  [ROWS - 10, "A-last;2026-01-05;c99990;Negative;n@example.com;-12,50;EUR;search"],
]);

/** The table with a byte order mark and CRLF; one row has a byte that is no UTF-8. */
function dirtyFile(): string {
  const lines = [HEADER];
  for (let line = 2; line <= ROWS + 1; line++)
    lines.push(
      DIRT.get(line) ?? `A-${line};2026-01-05;c${line % 5000};Customer ${line % 5000};c${line % 5000}@example.com;12,50;EUR;search`,
    );
  const text = Buffer.from(`\uFEFF${lines.join("\r\n")}\r\n\r\n`);
  const at = text.indexOf("Customer 4321;");
  text[at] = 0xff;
  const file = path.join(folder, "orders.csv");
  fs.writeFileSync(file, text);
  return file;
}

/** Lines that no door takes: those of DIRT, 61 (its order number came in line 60 with another content), and the one with the bad byte. */
const REFUSED = [20, 21, 30, 31, 40, 50, 51, 61, 70, 80, 90, 99, 4321, ROWS - 10];

browserTest(
  "rows of past orders by the ten thousand are understood, sent, paused, gone on with, and each is answered for",
  async () => {
    const operator = await openConsole(stage);
    const { page } = operator;
    await operator.open("/people/import");
    expect(await severeFindings(page)).toEqual([]);
    await page.locator("input[type=file]").setInputFiles(dirtyFile());
    await page.getByText("As it would be understood").waitFor({ timeout: 60_000 });
    await page.getByText("Some rows would be refused").waitFor();
    // Also what only the door refuses: the preview says what the import will.
    await page.getByText(/1 row, E-mail: Not an e-mail address/).waitFor();
    await page
      .getByRole("cell", { name: /Zoë 😀 Ünïcode/ })
      .first()
      .waitFor();
    const understood = (column: string) => (): Promise<string> => page.getByRole("combobox", { name: `What ${column} is` }).inputValue();
    await expect.poll(understood("Total")).toBe("Total");
    await expect.poll(understood("Source")).toBe("Where the customer came from");
    expect(await severeFindings(page)).toEqual([]);
    await page.getByRole("button", { name: "Import", exact: true }).click();
    await page.getByRole("button", { name: "Pause" }).click();
    await page.getByText(/^Paused at/).waitFor({ timeout: 60_000 });
    expect(await severeFindings(page)).toEqual([]);
    await page.getByRole("button", { name: "Go on" }).click();
    await page.getByText("orders.csv is imported").waitFor({ timeout: 500_000 });
    expect(await severeFindings(page)).toEqual([]);
    const [download] = await Promise.all([
      page.waitForEvent("download"),
      page.getByRole("button", { name: "Download the refused rows" }).click(),
    ]);
    const text = fs.readFileSync(await download.path(), "utf8");
    const rows = text.trimEnd().split("\r\n").slice(1);
    const numbers = rows.map((row) => Number(/(\d+),[a-z_]+,(?:"[^"]*(?:""[^"]*)*"|[^,]*)$/.exec(row)?.[1]));
    expect(numbers.toSorted((a, b) => a - b)).toEqual(REFUSED);
    expect(text).toContain("'=cmd|");
    expect(text).toContain("'=HYPERLINK(1)");
    expect(rows.every((row) => !/^[=+@]/.test(row))).toBe(true);
    const { data } = await stage.live.unwrap(stage.live.api.GET("/v1/imports"));
    expect(data[0]).toMatchObject({ status: "closed", refused: REFUSED.length, accepted: ROWS - REFUSED.length });
    await operator.close();
  },
  600_000,
);

browserTest(
  "the same rows again change nothing and say so; people pasted from a spreadsheet and a Latin-1 file are understood",
  async () => {
    const operator = await openConsole(stage);
    const { page } = operator;
    await operator.open("/people/import");
    const paste = "Customer ID\tName\tE-mail\tCountry\nz1\tZora Pasted\tzora@example.com\tDE\nz2\tOmar Pasted\tomar@example.com\tMA\n";
    for (const [taken, known] of [
      [2, 0],
      [0, 2],
    ]) {
      await page.getByLabel("Or paste rows from a spreadsheet").fill(paste);
      await page.getByRole("button", { name: "Look at them" }).click();
      await page.getByRole("button", { name: "Import", exact: true }).click();
      await page.getByText("Your pasted table is imported").waitFor({ timeout: 60_000 });
      const figure = (name: string) => (): Promise<string | null> => page.getByText(name, { exact: true }).locator("..").textContent();
      await expect.poll(figure("Known already")).toContain(`Known already${known}`);
      await expect.poll(figure("Taken")).toContain(`Taken${taken}`);
      await page.getByRole("button", { name: "Import another file" }).click();
    }
    const file = path.join(folder, "latin.csv");
    fs.writeFileSync(file, Buffer.from("id;name;e-mail\nl1;J\u00fcrgen B\u00e4r;juergen@example.com\n", "latin1"));
    await page.locator("input[type=file]").setInputFiles(file);
    await page.getByText("The file is not UTF-8").waitFor();
    await page
      .getByRole("cell", { name: /Jürgen Bär/ })
      .first()
      .waitFor();
    await page.getByRole("button", { name: "Import", exact: true }).click();
    await page.getByText("latin.csv is imported").waitFor({ timeout: 60_000 });
    const found = await stage.live.unwrap(stage.live.api.POST("/v1/people/find", { body: { text: "Jürgen" } }));
    expect(found.data.map((each) => each.name)).toEqual(["Jürgen Bär"]);
    await operator.close();
  },
  120_000,
);

browserTest(
  "a server that fails in the middle stops the import where it is, and going on loses and doubles nothing",
  async () => {
    const operator = await openConsole(stage, { expected: [/50[0-9]/, /Failed to load/] });
    const { page } = operator;
    await operator.open("/people/import");
    const rows = Array.from({ length: 6000 }, (_, i) => `s${i},Stopped ${i}`).join("\n");
    const file = path.join(folder, "stopped.csv");
    fs.writeFileSync(file, `user id,name\n${rows}\n`);
    await page.locator("input[type=file]").setInputFiles(file);
    let pieces = 0;
    await page.route("**/v1/imports/*/rows*", async (route) => {
      // The second is done, and nobody hears of it: what is sent again is not counted again.
      if (++pieces === 2) await route.fetch();
      if (pieces > 1 && pieces < 6) return await route.fulfill({ status: 503, contentType: "application/problem+json", body: "{}" });
      return await route.continue();
    });
    await page.getByRole("button", { name: "Import", exact: true }).click();
    await page.getByText(/^Stopped at/).waitFor({ timeout: 60_000 });
    await page.unroute("**/v1/imports/*/rows*");
    await page.getByRole("button", { name: "Go on" }).click();
    await page.getByText("stopped.csv is imported").waitFor({ timeout: 60_000 });
    await page.getByText("Every row was taken.").waitFor();
    const { data } = await stage.live.unwrap(stage.live.api.GET("/v1/imports"));
    expect(data[0]).toMatchObject({ source: "stopped.csv", accepted: 6000, refused: 0, status: "closed" });
    await operator.close();
  },
  120_000,
);
