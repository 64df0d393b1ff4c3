import { UsageError, need, text } from "../args.ts";
import type { Command } from "../args.ts";
import { startProgress } from "../progress.ts";
import { withApp } from "../with-app.ts";

/** Folds from the start and posts owed - posted. It changes nothing when the books are right. */
export const command: Command = {
  options: {
    workspace: { type: "string", value: "slug", help: "The workspace. Needed." },
    person: { type: "string", value: "id", help: "Only this person: per_... or user_id:..." },
    "dry-run": { type: "boolean", help: "Say what would be posted, and post nothing." },
  },
  examples: ["grapevine resettle --workspace acme --dry-run", "grapevine resettle --workspace acme --person user_id:u_42 --json"],
  about: "Use it after mending a defect, or for people whose outcome says provisional: true and stays so.",
  async run({ values, out }) {
    const slug = need(values, "workspace");
    const person = text(values, "person");
    if (person !== undefined && !/^(per_[0-9a-f]{32}|user_id:.+)$/.test(person)) {
      throw new UsageError(`--person takes per_... or user_id:..., not "${person}".`);
    }
    const report = await withApp(async (app, signal) => {
      const { resettleWorkspace } = await import("../../flow/resettle.ts");
      const progress = startProgress({ label: "Resettling", total: 0, unit: "people" });
      try {
        const onProgress = (done: number): void => progress.update(done);
        return await resettleWorkspace(app, { slug, person, dryRun: values["dry-run"] === true, signal, onProgress });
      } finally {
        progress.end();
      }
    });
    const verb = values["dry-run"] === true ? "would be posted" : "posted";
    out.result(report, `${report.people} people folded, ${report.transfers} transfers ${verb}.`);
  },
};
