import { CommandFailed, EXIT_FAILED, EXIT_OK, list } from "../args.ts";
import type { Command } from "../args.ts";
import { startProgress } from "../progress.ts";
import { withApp } from "../with-app.ts";

/** Every invariant with ok or not and what was counted. Any breach is exit code 1. */
export const command: Command = {
  options: { workspace: { type: "string", value: "slug", multiple: true, help: "Only these workspaces; all of them by default." } },
  examples: ["grapevine verify", "grapevine verify --workspace acme --json"],
  async run({ values, out }) {
    const report = await withApp(async (app, signal) => {
      const { UnknownWorkspace, verifyWorkspaces } = await import("../../flow/verify.ts");
      const progress = startProgress({ label: "Verifying", total: 0, unit: "rows" });
      const onProgress = (done: number, what: string): void => progress.update(done, what);
      try {
        return await verifyWorkspaces(app.parts, { slugs: list(values, "workspace"), signal, onProgress });
      } catch (error) {
        throw error instanceof UnknownWorkspace ? new CommandFailed(error.message, "not_found") : error;
      } finally {
        progress.end();
      }
    });
    const width = Math.max(0, ...report.workspaces.flatMap(({ checks }) => checks.map(({ id }) => id.length)));
    const lines = report.workspaces.flatMap(({ workspace, checks, waiting }) => [
      `${workspace}:`,
      ...checks.flatMap(({ ok, id, name, checked, bad, examples }) => [
        `  ${ok ? "ok    " : "BROKEN"}  ${id.padEnd(width)}  ${name}  (${checked} checked${ok ? "" : `, ${bad} broken`})`,
        ...examples.map((example) => `            ${example}`),
      ]),
      ...(waiting > 0 ? [`  ${waiting} people wait for the resettle job and are proved when it has run.`] : []),
    ]);
    const last = report.ok ? "Every invariant holds." : "The books are broken: see the lines marked BROKEN.";
    out.result(report, [...lines, last].join("\n"));
    return report.ok ? EXIT_OK : EXIT_FAILED;
  },
};
