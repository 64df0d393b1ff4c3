/**
 * `npm run bench`: the table of budgets in one run. Wherever there is a baseline it runs before and after ours, on the same Node and the
 * same two cores; the drift between the two is printed, and above 20 % the line refuses to judge.
 */
import fs from "node:fs";
import os from "node:os";
import path from "node:path";
import { LINES } from "./lines.ts";
import { type BenchOptions, type BenchReport, type BenchRow, markdown } from "./report.ts";

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
  const machine = `${os.cpus()[0]?.model ?? "unknown"}, ${os.availableParallelism()} cores, ` +
    `${Math.round(os.totalmem() / 2 ** 30)} GiB, Node ${process.version}`;
  const at = new Date().toISOString().slice(0, 16);
  const table = markdown(rows, machine, at);
  if (options.file !== undefined) fs.writeFileSync(options.file, table);
  return { ok: rows.every((r) => r.verdict !== "missed"), machine, at, rows, table };
}
