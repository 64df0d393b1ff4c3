import { definition } from "../../core/program.ts";
import { lintProgram } from "../../core/rules/lint.ts";
import { EXIT_FAILED, EXIT_OK } from "../args.ts";
import type { Command } from "../args.ts";
import { loadDefinition } from "../definition-file.ts";
import { findingLines } from "../findings.ts";

/** Schema first, then the linter. Needs no server and no database. */
export const command: Command = {
  words: [{ name: "file", help: "The definition: .json, or .ts with a default export." }],
  options: { strict: { type: "boolean", help: "Warnings fail too." } },
  examples: ["grapevine program check programs/friends.ts", "grapevine program check friends.json --strict --json"],
  async run({ values, words, out }) {
    const file = words[0] ?? "";
    const document = await loadDefinition(file);
    const findings = lintProgram(definition.parse(document));
    const errors = findings.filter((finding) => finding.severity === "error").length;
    const ok = errors === 0 && (values.strict !== true || findings.length === 0);
    const last = `${document.key}: ${errors} errors, ${findings.length - errors} warnings.`;
    out.result({ ok, key: document.key, findings }, [...findingLines(findings), last].join("\n"));
    return ok ? EXIT_OK : EXIT_FAILED;
  },
};
