/** A table as it is shown, as a file: numbers without the marks of the language, everything else as it is read. */
import { Button } from "@mantine/core";
import { Download } from "lucide-react";
import { saveText } from "../api/files.ts";
import type { TableTool } from "./wide.tsx";
import { language, t } from "../words/say.ts";
import { csvOf } from "./csv.ts";

/** "1.234,5" of a German table is 1234.5; "12 %" is 12%; what is no number stays as it is. */
export function plainNumber(text: string): string {
  const parts = new Intl.NumberFormat(language(), { useGrouping: "always" } as object).formatToParts(12_345.6);
  const of = (type: string): string => parts.find((part) => part.type === type)?.value ?? "";
  const digits = [...new Intl.NumberFormat(language(), { useGrouping: false }).format(9_876_543_210)].reverse();
  const bare = [...text.trim().replace(/[\u200e\u200f\u061c\u2066-\u2069]/g, "")]
    .map((char) => (digits.includes(char) ? String(digits.indexOf(char)) : char))
    .join("")
    .replaceAll(of("group") || ",", "")
    .replaceAll(of("decimal") || ".", ".")
    .replace("−", "-");
  const found = /^(-?\d+(?:\.\d+)?)[\s\u00a0]*([%٪]?)$/.exec(bare);
  if (found === null) return text.trim();
  return found[2] === "" ? found[1]! : `${found[1]}%`;
}

/** A cell's lines one after another: a value and its interval are two. */
function cellText(cell: Element): string {
  const shown = cell instanceof HTMLElement && cell.offsetParent !== null ? cell.innerText : (cell.textContent ?? "");
  return shown
    .split(/\n+/)
    .map(plainNumber)
    .filter((line) => line !== "")
    .join(" | ");
}

export const rowsOf = (table: HTMLTableElement): string[][] => [...table.rows].map((row) => [...row.cells].map(cellText));

/** A name for a file: letters and digits of any language. */
export const fileName = (label: string, kind: string): string => {
  const words = label.replaceAll(/[^\p{L}\p{N}]+/gu, "-").replaceAll(/^-|-$/g, "");
  return `${words.slice(0, 60) || "grapevine"}.${kind}`;
};

/** Below each table of figures. */
export const tableFile: TableTool = ({ label, table }) => (
  <div className="gv-no-print">
    <Button
      variant="subtle"
      color="gray"
      size="compact-sm"
      mt={4}
      leftSection={<Download size={14} aria-hidden />}
      aria-label={`${t("Save as CSV")}: ${label}`}
      onClick={() => {
        const found = table();
        if (found !== null) saveText(csvOf(rowsOf(found)), fileName(label, "csv"));
      }}
    >
      {t("Save as CSV")}
    </Button>
  </div>
);
