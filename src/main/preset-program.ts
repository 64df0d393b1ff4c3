/** A preset as a live program of a workspace. */
import fs from "node:fs";
import type { ProgramDefinition } from "../core/program.ts";
import { draftProgram } from "../flow/operate.ts";
import { inWorkspace } from "../store/db.ts";
import { readProgram } from "../store/programs.ts";
import type { App } from "./app.ts";
import { UsageError } from "./args.ts";
import { byCommand } from "./workspace.ts";

const FOLDER = new URL("../../presets/", import.meta.url);

/** The presets that there are, by key. */
export function presetKeys(): string[] {
  return fs.readdirSync(FOLDER).filter((file) => /^[a-z_]+\.ts$/.test(file) && file !== "index.ts").map((file) => file.slice(0, -3)).sort();
}

/** Publishes a preset under its own key; returns that key. Throws UsageError for one that does not exist. */
export async function publishPreset(app: App, wish: { workspaceId: string; preset: string }): Promise<string> {
  const keys = presetKeys();
  if (!keys.includes(wish.preset)) throw new UsageError(`There is no preset "${wish.preset}". There are ${keys.join(", ")}.`);
  const { default: document } = (await import(new URL(`${wish.preset}.ts`, FOLDER).href)) as { default: ProgramDefinition };
  await publishDefinition(app, { workspaceId: wish.workspaceId, document, effectiveFrom: null });
  return document.key;
}

/** Saves a definition and makes it live; returns the program's id. */
export async function publishDefinition(
  app: App, wish: { workspaceId: string; document: ProgramDefinition; effectiveFrom: number | null },
): Promise<string> {
  const { workspaceId, document, effectiveFrom } = wish;
  const by = byCommand(workspaceId);
  await draftProgram(app.parts, by, { definition: document, revision: null });
  const program = await inWorkspace(app.pool, workspaceId, (db) => readProgram(workspaceId, db, document.key));
  if (program === null) throw new Error("impossible: the draft was just stored");
  await app.services.publishProgram(by, { programId: program.id, effectiveFrom, appliesTo: "new_referrals" });
  return program.id;
}
