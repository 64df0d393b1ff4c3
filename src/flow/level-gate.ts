/** What only some may have: those who stand on a level, or above it. */
import type { Client } from "../store/db.ts";
import { readLevels } from "../store/levels.ts";
import { readProgram } from "../store/programs.ts";
import { rulesOf } from "./levels.ts";
import type { World } from "../core/compiled.ts";
import { Refusal } from "./refusal.ts";

export type Gate = { program_id: string | null; level: string | null };

/** True when the person, under any of her ids, stands where the gate asks for. A level that is gone keeps everybody out. */
export async function passesGate(
  at: { db: Client; workspaceId: string; world: World },
  gate: Gate,
  people: readonly string[],
): Promise<boolean> {
  if (gate.program_id === null || gate.level === null) return true;
  const steps = rulesOf(at.world, gate.program_id)?.steps ?? [];
  const needed = steps.findIndex((s) => s.key === gate.level);
  if (needed < 0) return false;
  const levels = await readLevels(at.workspaceId, at.db, people);
  return levels.some((l) => l.program === gate.program_id && steps.findIndex((s) => s.key === l.level) >= needed);
}

/** The gate that was asked for. Refuses `validation_failed` for a program or level that there is not. */
export async function gateOf(
  at: { db: Client; workspaceId: string; world: World },
  wish: { program: string | null; level: string | null },
): Promise<Gate> {
  if (wish.program === null && wish.level === null) return { program_id: null, level: null };
  if (wish.program === null || wish.level === null) throw invalid("Name both the program and the level, or neither.");
  const id = (await readProgram(at.workspaceId, at.db, wish.program))?.id ?? null;
  const steps = id === null ? undefined : rulesOf(at.world, id)?.steps;
  if (id === null || steps === undefined) throw invalid(`The program ${wish.program} has no levels.`);
  if (!steps.some((s) => s.key === wish.level)) throw invalid(`${wish.program} has the levels ${steps.map((s) => s.key).join(", ")}.`);
  return { program_id: id, level: wish.level };
}

function invalid(message: string): Refusal {
  return new Refusal("validation_failed", message, { errors: [{ pointer: "/level", code: "level_unknown", message }] });
}
