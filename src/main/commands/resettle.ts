import { uuidOf } from "../../core/id.ts";
import { CommandFailed, UsageError, need, text } from "../args.ts";
import type { Command } from "../args.ts";
import type { App } from "../app.ts";
import { startProgress } from "../progress.ts";
import { withApp } from "../with-app.ts";
import { workspaceOf } from "../workspace.ts";

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
    const dryRun = values["dry-run"] === true;
    if (person !== undefined && !/^(per_[0-9a-f]{32}|user_id:.+)$/.test(person)) {
      throw new UsageError(`--person takes per_... or user_id:..., not "${person}".`);
    }
    if (person !== undefined && dryRun) throw new UsageError("--dry-run is for a whole workspace.");
    const report = await withApp(async (app, signal) => {
      const workspaceId = await workspaceOf(app, slug);
      const { resettlePeople, resettleWorkspace } = await import("../../flow/resettle.ts");
      const parts = { ...app.parts, pool: app.parts.settlePool };
      if (person !== undefined) return await resettlePeople(parts, workspaceId, [await personOf(app, { workspaceId, person })]);
      const progress = startProgress({ label: "Resettling", total: 0, unit: "people" });
      try {
        return await resettleWorkspace(parts, workspaceId, { dryRun, signal, onProgress: (done) => progress.update(done) });
      } finally {
        progress.end();
      }
    });
    const verb = dryRun ? "would be posted" : "posted";
    out.result({ ...report, dry_run: dryRun }, `${report.people} people folded again, ${report.transfers} transfers ${verb}.`);
  },
};

async function personOf(app: App, of: { workspaceId: string; person: string }): Promise<string> {
  const { inWorkspace } = await import("../../store/db.ts");
  const { canonicalPerson, personByIdentity } = await import("../../store/people.ts");
  const { workspaceId, person } = of;
  const found = await inWorkspace(app.pool, workspaceId, async (db) => {
    const id = uuidOf("per", person) ?? (await personByIdentity(workspaceId, db, { kind: 1, value: person.slice("user_id:".length) }));
    return id === null ? null : await canonicalPerson(workspaceId, db, id);
  });
  if (found === null) throw new CommandFailed(`There is no person ${person}.`, "not_found");
  return found;
}
