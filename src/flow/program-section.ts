/** The program that a case, lead or request belongs to, with the section that says how it goes there. */
import type { Compiled, Timeline, World } from "../core/compiled.ts";
import type { Program } from "../core/program.ts";
import { idleAt } from "../core/rules/advance.ts";
import { versionAt } from "../core/rules/in-force.ts";
import type { Client } from "../store/db.ts";
import type { BatchHead } from "../store/settle-load.ts";
import type { Worlds } from "./load-world.ts";
import { Refusal } from "./refusal.ts";

type Section = "case" | "exchange" | "requests";
export type Placed<S extends Section> = { id: string; compiled: Compiled; section: NonNullable<Program[S]> };

export type Where = { db: Client; workspaceId: string; head: Pick<BatchHead, "instant" | "revision"> };

export const worldOf = (parts: { worlds: Worlds }, at: Where): Promise<World> =>
  parts.worlds.get(at.db, at.workspaceId, at.head.revision);

/** The live program of a key, in force now. Refuses `program_unknown`, `program_not_live`, and a program without the section. */
export async function liveSection<S extends Section>(
  parts: { worlds: Worlds },
  at: Where,
  ask: { program: string; section: S },
): Promise<Placed<S>> {
  const world = await worldOf(parts, at);
  const timeline = world.timelines.find((t) => t.key === ask.program);
  const errors = (code: string, message: string) => ({ errors: [{ pointer: "/program", code, message }] });
  if (timeline === undefined)
    throw new Refusal(
      "program_unknown",
      `No published program has the key "${ask.program}".`,
      errors("program_unknown", "Publish it first."),
    );
  const compiled = versionAt(timeline, at.head.instant);
  if (compiled === undefined || idleAt(timeline, at.head.instant) !== undefined)
    throw new Refusal("program_not_live", "The program is not live now: publish or resume it first.");
  const section = compiled.program[ask.section];
  if (section === undefined)
    throw new Refusal(
      "validation_failed",
      `The program has no "${ask.section}" section.`,
      errors("section_missing", `Add "${ask.section}" to its definition and publish it, or name another program.`),
    );
  return { id: timeline.id, compiled, section };
}

/** The version under which something was begun; the newest where that one is not known (a definition is never unpublished). */
export function versionOfProgram(timeline: Timeline | undefined, version: number): Compiled | undefined {
  const versions = timeline?.versions ?? [];
  return (versions.find((v) => v.compiled.version === version) ?? versions.at(-1))?.compiled;
}
