import type { MigrateResult } from "../../store/migrate.ts";
import type { Command } from "../args.ts";
import { settings } from "../app.ts";

/** Migrations as a step of their own, for installations where the serving processes may not own the tables. */
export const command: Command = {
  options: {},
  examples: ["grapevine migrate", "DATABASE_URL=postgres://owner:secret@db:5432/grapevine grapevine migrate --json"],
  async run({ out }) {
    const config = settings();
    const { migrateDatabase } = await import("../compose.ts");
    const { applied, version } = (await migrateDatabase(config, (step) => out.note(step))) as MigrateResult;
    const done = applied.length > 0 ? `Applied ${applied.join(", ")}; the` : "Nothing to do: the";
    out.result({ applied, version }, `${done} schema is at ${version}.`);
  },
};
