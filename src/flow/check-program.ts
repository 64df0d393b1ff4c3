/** What stands between a draft and going live: the linter's errors. */
import type { Program } from "../core/program.ts";
import { lintProgram } from "../core/rules/lint.ts";
import { Refusal } from "./refusal.ts";

/** Refuses `program_has_errors`, every error as a field error with its remedy. Warnings do not block. */
export function refuseErrors(program: Program): void {
  const errors = lintProgram(program).filter((finding) => finding.severity === "error");
  if (errors.length === 0) return;
  const detail =
    errors.length === 1
      ? "The program has an error: mend it, then publish."
      : `The program has ${errors.length} errors: mend them, then publish.`;
  throw new Refusal("program_has_errors", detail, { errors: errors.map(({ pointer, code, message }) => ({ pointer, code, message })) });
}
