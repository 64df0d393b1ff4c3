/**
 * `npm run bench`: the table of budgets in one run. Wherever there is a baseline it runs before and after ours, on the same Node and the
 * same two cores; the drift between the two is printed, and above 20 % the line refuses to judge.
 */
import fs from "node:fs";
import os from "node:os";
import path from "node:path";
import { LINES } from "./lines.ts";

export type BenchOptions = {
  only: string[];
  repeats: number;
  events: number;
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

/** Runs the chosen lines (all by default) and writes the table. */
export async function runBench(options: BenchOptions): Promise<BenchReport> {
  const chosen = options.only.length === 0 ? LINES.filter((l) => !l.long) : LINES.filter((l) => options.only.includes(l.name));
  if (chosen.length === 0) throw new Error(`No such line. Known: ${LINES.map((l) => l.name).join(", ")}.`);
  const folder = fs.mkdtempSync(path.join(process.getuid?.() === 0 ? "/var/lib" : os.tmpdir(), "grapevine-bench-"));
  fs.chmodSync(folder, 0o755);
  const rows: BenchRow[] = [];
  try {
    for (const line of chosen) {
      options.note(`${line.name}: ${line.what}`);
      rows.push(...(await line.run({ ...options, folder: path.join(folder, line.name) })));
    }
  } finally {
    fs.rmSync(folder, { recursive: true, force: true });
  }
  const machine = `${os.cpus()[0]?.model ?? "unknown"}, ${os.availableParallelism()} cores, ${Math.round(os.totalmem() / 2 ** 30)} GiB, Node ${process.version}`;
  const at = new Date().toISOString().slice(0, 16);
  const table = markdown(rows, machine, at);
  if (options.file !== undefined) fs.writeFileSync(options.file, table);
  return { ok: rows.every((r) => r.verdict !== "missed"), machine, at, rows, table };
}

function markdown(rows: readonly BenchRow[], machine: string, at: string): string {
  const head = `Machine: ${machine}; load generator, Node and PostgreSQL share the cores. ${at} UTC.\n\n`;
  const lines = rows.map(
    (r) =>
      `| ${r.line} | ${r.what} | ${figure(r.ours)} ${r.unit} | ${r.bare === null ? "" : figure(r.bare)} | ${r.ratio === null ? "" : r.ratio.toFixed(3)} | ${r.floor} | ${r.goal} | ${r.verdict} | ${r.detail} |`,
  );
  return `${head}| line | what | ours | bare | ratio | floor | goal | met | detail |\n|---|---|---|---|---|---|---|---|---|\n${lines.join("\n")}\n`;
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
