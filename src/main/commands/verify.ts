import { CommandFailed, EXIT_FAILED, EXIT_OK, list } from "../args.ts";
import type { Command } from "../args.ts";
import { startProgress } from "../progress.ts";
import { withApp } from "../with-app.ts";

/** Every invariant with ok or not and what was counted. Any breach is exit code 1. */
export const command: Command = {
  options: { workspace: { type: "string", value: "slug", multiple: true, help: "Only these workspaces; all of them by default." } },
  examples: ["grapevine verify", "grapevine verify --workspace acme --json"],
  async run({ values, out }) {
    const slugs = list(values, "workspace");
    const workspaces = await withApp(async (app, signal) => {
      const { verifyWorkspace } = await import("../../flow/verify.ts");
      const { listWorkspaces } = await import("../../store/workspace-create.ts");
      const all = await listWorkspaces(app.pool);
      const missing = slugs.find((slug) => !all.some((each) => each.slug === slug));
      if (missing !== undefined) throw new CommandFailed(`There is no workspace "${missing}".`, "not_found");
      const progress = startProgress({ label: "Verifying", total: 0, unit: "rows" });
      const onProgress = (done: number, what: string): void => progress.update(done, what);
      const reports = [];
      for (const { workspace_id: workspaceId, slug } of all.filter((each) => slugs.length === 0 || slugs.includes(each.slug))) {
        signal.throwIfAborted();
        reports.push({ workspace: slug, ...(await verifyWorkspace(app.parts, { workspaceId, signal, onProgress })) });
      }
      progress.end();
      return reports;
    });
    const ok = workspaces.every((each) => each.ok);
    const lines = workspaces.flatMap((workspace) => [
      `${workspace.workspace}:`,
      ...workspace.invariants.map((each) => {
        return `  ${each.ok ? "ok    " : "BROKEN"}  ${each.name}  (${each.checked} checked, ${each.breaches} broken)`;
      }),
    ]);
    const last = ok ? "Every invariant holds." : "The books are broken: see the lines marked BROKEN.";
    out.result({ ok, workspaces }, [...lines, last].join("\n"));
    return ok ? EXIT_OK : EXIT_FAILED;
  },
};
