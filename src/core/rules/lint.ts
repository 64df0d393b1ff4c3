/**
 * The linter: knows programs that are valid and still foolish. Errors block publishing, warnings advise. Every message
 * ends with what to do instead. The rules are grouped by what they look at: words, values, reach, law, cost.
 */
import { issueWords } from "../issue-words.ts";
import { type Program, type ProgramDefinition, definition } from "../program.ts";
import { compileProgram } from "./compile.ts";
import { lintCases } from "./lint-cases.ts";
import { lintClaims } from "./lint-claims.ts";
import { lintContest } from "./lint-contest.ts";
import { lintCost } from "./lint-cost.ts";
import { type Finding, error } from "./lint-finding.ts";
import { lintLaw } from "./lint-law.ts";
import { lintPoints } from "./lint-points.ts";
import { lintReach } from "./lint-reach.ts";
import { lintValues } from "./lint-values.ts";
import { lintWords } from "./lint-words.ts";

export type { Finding } from "./lint-finding.ts";

/**
 * What there is to say of a definition, errors first, each group in the order of the document. A document that the schema
 * refuses gets one `invalid` error for each bad field and nothing else: its meaning is not known yet.
 */
export function lintProgram(document: ProgramDefinition | Program): Finding[] {
  const parsed = definition.safeParse(document);
  if (!parsed.success) return parsed.error.issues.map((i) => error("invalid", pointerOf(i.path), issueWords(i)));
  const program = parsed.data;
  const values = lintValues(program);
  const found = [...values, ...lintWords(program), ...lintReach(program), ...lintLaw(program), ...lintClaims(program)];
  found.push(...lintCases(program), ...lintContest(program), ...lintPoints(program), ...lintCost(program));
  if (values.length === 0) found.push(...lintCompiles(program));
  const once = found.filter((f, i) => i === found.findIndex((other) => other.code === f.code && other.pointer === f.pointer));
  return [...once.filter((f) => f.severity === "error"), ...once.filter((f) => f.severity === "warning")];
}

/** A definition that cannot be compiled would stop the workspace's settling: whatever slips through the rules is caught here. */
function lintCompiles(program: Program): Finding[] {
  try {
    compileProgram(program, { id: "lint", version: 0 });
    return [];
  } catch (thrown) {
    return [error("cannot_compile", "", `The engine cannot read this program (${String(thrown)}). Undo the last change, and report this.`)];
  }
}

function pointerOf(path: readonly PropertyKey[]): string {
  return path.map((part) => `/${String(part).replaceAll("~", "~0").replaceAll("/", "~1")}`).join("");
}
