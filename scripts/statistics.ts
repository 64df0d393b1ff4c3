/**
 * `node scripts/statistics.ts` writes the tables of docs/statistics.md from the raw data beside the repository; what stands above the mark
 * is written by hand. `--check` only says whether they are up to date, `--coverage` prints how often each interval
 * holds the truth over 1,000 worlds, `--speed` how long all this takes.
 * test/real/statistics.test.ts holds every row to its tolerance and the page to these tables.
 */
import { readFileSync, writeFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { parseArgs } from "node:util";
import { experimentFigures } from "./statistics-experiments.ts";
import type { Figure, Section } from "./statistics-figures.ts";
import { analyticsFigures, hasData } from "./statistics-figures.ts";
import type { Hindcast } from "./statistics-hindcast.ts";
import { hindcasts } from "./statistics-hindcast.ts";
import { speeds } from "./statistics-speed.ts";
import { coverageLines } from "./statistics-coverage.ts";

const PAGE = fileURLToPath(new URL("../docs/statistics.md", import.meta.url));
const MARK = "<!-- Below: made from the data by scripts/statistics.ts. Do not edit. -->";

/** Seven significant digits: enough to compare, and the same on every machine. */
const digits = (value: number): string => (Number.isInteger(value) ? `${value}` : `${Number(value.toPrecision(7))}`);
const table = (head: readonly string[], rows: readonly (readonly string[])[]): string =>
  [head, head.map(() => "---"), ...rows].map((cells) => `| ${cells.join(" | ")} |`).join("\n");

export const sections = (): Section[] => [...analyticsFigures(), experimentFigures()];

const figureRow = ({ what, published, ours, tolerance }: Figure, through: Section["through"]): string[] => [
  what,
  `${Number(published.toPrecision(10))}`,
  digits(ours),
  tolerance === 0 ? "exact" : `${tolerance}`,
  through(what),
];

const percent = (share: number): string => `${(100 * share).toFixed(1)} %`;

function hindcastText({ name, until, customers, calibration, cohort, parts, whole }: Hindcast): string {
  const { rows, total, error, covered, promised, weeks } = calibration;
  const { r, alpha, a, b } = cohort.repeats.model;
  const row = (label: string, { customers: n, expected, actual }: typeof total): string[] => {
    const isInside = actual >= expected.low && actual <= expected.high;
    const range = `${expected.low.toFixed(0)} to ${expected.high.toFixed(0)}`;
    return [label, `${n}`, expected.value.toFixed(0), range, `${actual}`, isInside ? "yes" : "no"];
  };
  const parameters = [r, alpha, a, b].map((value) => value.toPrecision(3)).join(", ");
  const correlation = "ok" in cohort.correlation ? cohort.correlation.ok.toFixed(3) : "none";
  return [
    `### ${name}`,
    `${customers} customers who first bought up to ${until}, fitted to that day, compared with the ${weeks.toFixed(1)} weeks after. ` +
      `r, alpha, a, b: ${parameters}; correlation of how often and how much ${correlation}.`,
    table(
      ["repeat purchases before", "customers", "expected after", "95 % of chance alone", "came", "inside"],
      [...rows.map((one) => row(one.x === 7 ? "7 or more" : `${one.x}`, one)), row("all", total)],
    ),
    `From everybody's first purchase to the end, of somebody of whom nothing is known: ${whole.expected.toFixed(0)} expected, ` +
      `${whole.actual} came (${percent(whole.expected / whole.actual - 1)}). Where in time the error of the part held out lies:`,
    table(
      ["from", "expected", "came", "error"],
      parts.map((part) => [part.from, part.expected.toFixed(0), `${part.actual}`, percent(part.expected / part.actual - 1)]),
    ),
    `A new customer is worth ${cohort.worth.value.toPrecision(4)} in a year (${cohort.worth.low.toPrecision(4)} to ` +
      `${cohort.worth.high.toPrecision(4)}), at a margin of 1 and a discount of 10 %, her first purchase included.`,
    `Error of the total: ${"ok" in error ? percent(error.ok) : "none"}. ` +
      `Customers whose own count lies in their own 95 % range: ${percent(covered)}; ` +
      `as whole numbers the ranges promise ${percent(promised)}.`,
  ].join("\n\n");
}

/** The part of the page below the mark. The data must be there. */
export function tables(): string {
  const figures = sections().map(({ title, source, through, figures: rows }) =>
    [
      `### ${title}`,
      source,
      table(
        ["figure", "published", "ours", "tolerance", "through"],
        rows.map((row) => figureRow(row, through)),
      ),
    ].join("\n\n"),
  );
  return [
    "## Published and ours",
    ...figures,
    "## Hindcasts of repeat purchases",
    "The interval is that of the customers' chance at the fitted parameters; a season that the model does not know lies outside of it.",
    ...hindcasts().map(hindcastText),
    "",
  ]
    .join("\n\n")
    .trimEnd()
    .concat("\n");
}

/** The page as it should be. */
export function page(): string {
  const [written = ""] = readFileSync(PAGE, "utf8").split(MARK);
  return `${written.trimEnd()}\n\n${MARK}\n\n${tables()}`;
}

export const isUpToDate = (): boolean => readFileSync(PAGE, "utf8") === page();

function main(): void {
  const { values } = parseArgs({ options: { check: { type: "boolean" }, coverage: { type: "boolean" }, speed: { type: "boolean" } } });
  if (values.coverage === true) {
    const head = ["interval", "shown in", "promised", "held", "too low", "too high", "no figure"];
    console.log(table(head, coverageLines(1000)));
    return;
  }
  if (values.speed === true) {
    for (const line of speeds()) console.log(line);
    return;
  }
  if (!hasData) {
    console.error("the real data is not here (../shared/data)");
    process.exitCode = 1;
  } else if (values.check === true) {
    const isRight = isUpToDate();
    if (!isRight) process.exitCode = 1;
    console.log(isRight ? "docs/statistics.md is up to date" : "docs/statistics.md is not: run node scripts/statistics.ts");
  } else writeFileSync(PAGE, page());
}

if (import.meta.main) main();
