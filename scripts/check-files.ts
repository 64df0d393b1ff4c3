/** What the checks share: a finding, a list of the project's own files, and how a finding is printed. */
import { readdirSync } from "node:fs";
import { join } from "node:path";

/** One thing that is wrong. `file` is relative to the root with forward slashes; `line` counts from 1 where known. */
export interface Finding {
  file: string;
  line?: number;
  rule: string;
  /** What is wrong and what to do instead. */
  message: string;
}

/** What one check found, and how much it looked at: a check that looked at nothing is not green. */
export interface Report {
  findings: Finding[];
  looked: string;
}

/** Folders that hold nothing of our own: installed, generated at run time, or built. */
const SKIPPED = new Set(["node_modules", ".git", "dist", "coverage", ".cache"]);
/** Skipped only at the top, where the server keeps its database; a `src/x/data` is code like any other. */
const SKIPPED_AT_TOP = new Set(["data", "tmp"]);

/**
 * Every file of the project under `root`, as sorted relative paths with forward slashes.
 * It walks instead of asking git, so that a file is checked before it is ever added.
 */
export function listFiles(root: string): string[] {
  const files: string[] = [];
  const walk = (folder: string): void => {
    for (const entry of readdirSync(join(root, folder), { withFileTypes: true })) {
      const path = folder === "" ? entry.name : `${folder}/${entry.name}`;
      if (SKIPPED.has(entry.name) || (folder === "" && SKIPPED_AT_TOP.has(entry.name))) continue;
      if (entry.isDirectory()) walk(path);
      else if (entry.isFile()) files.push(path);
    }
  };
  walk("");
  return files.sort();
}

/** `src/core/a.ts:12  house/no-clock  core never reads the clock: ...` */
export function formatFinding(finding: Finding): string {
  const place = finding.line === undefined ? finding.file : `${finding.file}:${finding.line}`;
  return `${place}  ${finding.rule}  ${finding.message}`;
}

/** Prints a report and sets the exit code: the end of every check that is run by itself. */
export function finish(report: Report): void {
  for (const finding of report.findings) console.log(formatFinding(finding));
  console.log(report.findings.length === 0 ? report.looked : `${report.findings.length} found (${report.looked})`);
  process.exitCode = report.findings.length === 0 ? 0 : 1;
}

/** The `--root=<folder>` of a check's command line; the working folder by default. */
export function rootArgument(argv: readonly string[] = process.argv.slice(2)): string {
  const given = argv.find((word) => word.startsWith("--root="));
  return given === undefined ? process.cwd() : given.slice("--root=".length);
}
