import type { Command } from "../args.ts";
import { settings } from "../app.ts";

/** Migrations as a step of their own, for installations where the serving processes may not own the tables. */
export const command: Command = {
  options: { check: { type: "boolean", help: "Only say what would be applied; exit code 1 when there is something." } },
  examples: ["grapevine migrate", "DATABASE_URL=postgres://owner:secret@db:5432/grapevine grapevine migrate --json"],
  async run({ values, out }) {
    const { migrateDatabase } = await import("../compose.ts");
    const { applied, pending } = await migrateDatabase(settings(), { checkOnly: values.check === true });
    const done = applied.length > 0 ? `Applied: ${applied.join(", ")}` : "Up to date.";
    const text = pending.length > 0 ? `To be applied: ${pending.join(", ")}` : done;
    out.result({ applied, pending }, text);
    return pending.length > 0 ? 1 : 0;
  },
};
