/** Runs dependency-cruiser over the tree and answers in the house's form, with each rule's remedy. */
import { existsSync } from "node:fs";
import { fileURLToPath } from "node:url";
import type { Finding, Report } from "./check-files.ts";
import { finish, listFiles, rootArgument } from "./check-files.ts";
import { runNode } from "./check-run.ts";

const DEPCRUISE = fileURLToPath(new URL("../node_modules/dependency-cruiser/bin/dependency-cruiser.mjs", import.meta.url));

const FOLDERS = ["src", "sdk/src", "web", "widget", "presets", "scripts", "test", "examples"];

/** The part of dependency-cruiser's JSON that is read here (18.7). */
interface Violation {
  from: string;
  to: string;
  rule: { name: string; severity: string };
  cycle?: { name: string }[];
}
interface Output {
  modules: { source: string }[];
  summary: {
    violations: Violation[];
    ruleSetUsed: { forbidden: { name: string; comment?: string }[] };
  };
}

function toFinding(violation: Violation, remedies: Map<string, string>): Finding {
  const path = violation.cycle === undefined ? violation.to : violation.cycle.map((step) => step.name).join(" -> ");
  return { file: violation.from, rule: violation.rule.name, message: `imports ${path}. ${remedies.get(violation.rule.name) ?? ""}`.trim() };
}

/**
 * Cruises the tree at `root` with its own `.dependency-cruiser.cjs`. Fails also when a `.ts` file of src was not cruised:
 * with a `typescript` that dependency-cruiser cannot use (7 has no JavaScript API) it reports 0 violations in 0 modules.
 * @throws when dependency-cruiser gives no readable answer, with what it said
 */
export async function checkImports(root: string): Promise<Report> {
  const folders = FOLDERS.filter((folder) => existsSync(`${root}/${folder}`));
  const options = ["--config", ".dependency-cruiser.cjs", "--output-type", "json"];
  const ran = await runNode([DEPCRUISE, ...options, ...folders], root);
  if (!ran.stdout.trimStart().startsWith("{")) {
    throw new Error(`dependency-cruiser gave no answer: ${ran.stdout}${ran.stderr}`);
  }
  const output = JSON.parse(ran.stdout) as Output;
  const remedies = new Map(output.summary.ruleSetUsed.forbidden.map((rule) => [rule.name, rule.comment ?? ""]));
  const findings = output.summary.violations.map((violation) => toFinding(violation, remedies));

  const cruised = new Set(output.modules.map((module) => module.source));
  const sources = listFiles(root).filter((file) => file.startsWith("src/") && file.endsWith(".ts"));
  const missing = sources.filter((file) => !cruised.has(file));
  if (missing.length > 0) {
    findings.push({
      file: missing[0] ?? "src", rule: "imports-sees-every-file",
      message: `${missing.length} of ${sources.length} files of src were not cruised: `
        + "typescript must be 6.0.3, and no exclude may hide src.",
    });
  }
  return { findings, looked: `${sources.length - missing.length} of ${sources.length} files of src cruised` };
}

if (import.meta.main) finish(await checkImports(rootArgument()));
