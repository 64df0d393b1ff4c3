/** Runs oxlint with the house rules and answers in the house's form, with a remedy also for the rules that give none. */
import { existsSync } from "node:fs";
import { fileURLToPath } from "node:url";
import type { Finding, Report } from "./check-files.ts";
import { finish, listFiles, rootArgument } from "./check-files.ts";
import { runNode } from "./check-run.ts";

const OXLINT = fileURLToPath(new URL("../node_modules/oxlint/bin/oxlint", import.meta.url));

/** Everything that is linted, where it is there. */
const FOLDERS = ["src", "sdk", "web", "widget", "presets", "scripts", "test", "examples"];

/** What to do about a rule of oxlint's own, whose text only states the limit. */
const REMEDIES: Record<string, string> = {
  "max-lines": "Split the file by idea, not by length.",
  "max-lines-per-function": "Name the paragraphs of the function and make each a function.",
  "max-params": "Keep what names the thing and put the rest into one options object.",
  "no-explicit-any": "Write the type, or unknown and a check.",
};

/** The part of oxlint's JSON that is read here (1.89). */
interface Diagnostic {
  message: string;
  code?: string;
  severity: string;
  help?: string;
  filename: string;
  labels: { span: { line: number } }[];
}
interface Output {
  diagnostics: Diagnostic[];
  number_of_files: number;
}

/** `eslint(max-lines)` -> `max-lines`, `house(no-clock)` -> `house/no-clock`. */
function ruleName(code: string): string {
  const [, plugin, rule] = /^([\w-]+)\((.+)\)$/.exec(code) ?? [];
  if (rule === undefined) return code;
  return plugin === "house" ? `house/${rule}` : rule;
}

function toFinding(diagnostic: Diagnostic): Finding {
  const rule = ruleName(diagnostic.code ?? "syntax");
  const remedy = REMEDIES[rule] ?? diagnostic.help ?? "";
  const line = diagnostic.labels[0]?.span.line;
  return { file: diagnostic.filename, rule, message: `${diagnostic.message} ${remedy}`.trim(), ...(line === undefined ? {} : { line }) };
}

/**
 * Lints the tree at `root` with its own `.oxlintrc.json`. Warnings count like errors. Fails also when oxlint looked at
 * fewer files than there are TypeScript files: an ignore pattern or a .gitignore line can hide a folder from it.
 * @throws when oxlint gives no readable answer (a broken config or plugin), with what it said
 */
export async function checkLint(root: string): Promise<Report> {
  const folders = FOLDERS.filter((folder) => existsSync(`${root}/${folder}`));
  const ran = await runNode([OXLINT, "-c", ".oxlintrc.json", "-f", "json", ...folders], root);
  if (!ran.stdout.trimStart().startsWith("{")) throw new Error(`oxlint gave no answer: ${ran.stdout}${ran.stderr}`);
  const output = JSON.parse(ran.stdout) as Output;
  const findings = output.diagnostics.map(toFinding);
  const expected = listFiles(root).filter((file) => isLinted(file, folders)).length;
  if (output.number_of_files < expected) {
    findings.push({
      file: ".oxlintrc.json", rule: "lint-sees-every-file",
      message: `oxlint looked at ${output.number_of_files} files of ${expected}: take the folder out of ignorePatterns and .gitignore.`,
    });
  }
  if (ran.code !== 0 && findings.length === 0) throw new Error(`oxlint failed without a finding: ${ran.stderr}`);
  return { findings, looked: `${output.number_of_files} files linted` };
}

function isLinted(file: string, folders: readonly string[]): boolean {
  return file.endsWith(".ts") && !file.endsWith(".gen.ts") && folders.some((folder) => file.startsWith(`${folder}/`));
}

if (import.meta.main) finish(await checkLint(rootArgument()));
