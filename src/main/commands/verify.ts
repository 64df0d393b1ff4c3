import { EXIT_FAILED, EXIT_OK, list } from "../args.ts";
import type { Command } from "../args.ts";
import { startProgress } from "../progress.ts";
import { withApp } from "../with-app.ts";

/** Every invariant with ok or not and what was counted. Any breach is exit code 1. */
export const command: Command = {
  options: { workspace: { type: "string", value: "slug", multiple: true, help: "Only these workspaces; all of them by default." } },
  examples: ["grapevine verify", "grapevine verify --workspace acme --json"],
  async run({ values, out }) {
    const report = await withApp(async (app, signal) => {
      const { verifyWorkspaces } = await import("../../flow/verify.ts");
      const progress = startProgress({ label: "Verifying", total: 0, unit: "rows" });
      try {
        const onProgress = (done: number, what: string): void => progress.update(done, what);
        return await verifyWorkspaces(app, { slugs: list(values, "workspace"), signal, onProgress });
      } finally {
        progress.end();
      }
    });
    const lines = report.workspaces.flatMap((workspace) => [
      `${workspace.workspace}:`,
      ...workspace.invariants.map((each) => {
        return `  ${each.ok ? "ok    " : "BROKEN"}  ${each.name}  (${each.checked} checked, ${each.breaches} broken)`;
      }),
    ]);
    out.result(report, [...lines, report.ok ? "Every invariant holds." : "The books are broken: see the lines marked BROKEN."].join("\n"));
    return report.ok ? EXIT_OK : EXIT_FAILED;
  },
};
