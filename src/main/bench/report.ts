/** Rows of the bench's table: how they are judged and printed. */

export type BenchOptions = {
  only: string[];
  repeats: number;
  events: number;
  /** An installation's data folder and a secret key of it, for the large-store line: measured as it is instead of filling one. */
  store?: { folder: string; key: string };
  seed: number;
  file: string | undefined;
  note: (text: string) => void;
};
/** One row of the table. `verdict`: met, missed, or no verdict because the baseline drifted. */
export type BenchRow = {
  line: string;
  what: string;
  ours: number;
  unit: string;
  bare: number | null;
  ratio: number | null;
  floor: string;
  goal: string;
  verdict: "goal" | "floor" | "missed" | "drift";
  detail: string;
};
export type BenchReport = { ok: boolean; machine: string; at: string; rows: BenchRow[]; table: string };

export type LineOptions = BenchOptions & { folder: string };
export type Judged = { line: string; what: string; floor: number; goal: number; detail: string };

/** A plain figure: more is better, or less where `less`. */
export function plainRow(j: Judged & { unit: string; ours: number; less?: boolean }): BenchRow {
  const beats = (limit: number): boolean => (j.less ? j.ours <= limit : j.ours >= limit);
  const sign = j.less ? "<= " : ">= ";
  return {
    line: j.line,
    what: j.what,
    ours: j.ours,
    unit: j.unit,
    bare: null,
    ratio: null,
    floor: `${sign}${j.floor.toLocaleString("en-US")}`,
    goal: `${sign}${j.goal.toLocaleString("en-US")}`,
    verdict: beats(j.goal) ? "goal" : beats(j.floor) ? "floor" : "missed",
    detail: j.detail,
  };
}

/** The table as Markdown, with the machine it was measured on. */
export function markdown(rows: readonly BenchRow[], machine: string, at: string): string {
  const head = `Machine: ${machine}; load generator, Node and PostgreSQL share the cores. ${at} UTC.\n\n`;
  const lines = rows.map(
    (r) =>
      `| ${r.line} | ${r.what} | ${figure(r.ours)} ${r.unit} | ${r.bare === null ? "" : figure(r.bare)} | ` +
        `${r.ratio === null ? "" : r.ratio.toFixed(3)} | ${r.floor} | ${r.goal} | ${r.verdict} | ${r.detail} |`,
  );
  return `${head}| line | what | ours | bare | ratio | floor | goal | met | detail ` +
    `|\n|---|---|---|---|---|---|---|---|---|\n${lines.join("\n")}\n`;
}

/** Three significant digits are what a shared machine can mean. */
function figure(value: number): string {
  if (value >= 1000) return Math.round(value).toLocaleString("en-US");
  return value >= 10 ? value.toFixed(0) : value.toFixed(2);
}

export function median(values: readonly number[]): number {
  const sorted = [...values].sort((a, b) => a - b);
  const middle = sorted.length >> 1;
  return sorted.length % 2 === 1 ? (sorted[middle] ?? 0) : ((sorted[middle - 1] ?? 0) + (sorted[middle] ?? 0)) / 2;
}
