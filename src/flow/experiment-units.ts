/** Who is dealt together in an experiment: settled when it starts, so that a later tie moves nobody into another arm. */
import { componentsOf } from "../core/analytics/experiment/interference.ts";
import type { Unit } from "../core/experiment.ts";
import type { Client } from "../store/db.ts";
import { readTies } from "../store/experiment-figures.ts";
import { insertUnits, readColleagues } from "../store/experiment-units.ts";
import type { ExperimentRow } from "../store/experiments.ts";
import { Refusal } from "./refusal.ts";

/** So many ties are looked at: every process keeps who is dealt with whom. */
export const MOST_TIES = 200_000;

type Pairs = { ties: [string, string][]; won: Map<string, number> };
type PairsOf = { unit: Unit; programId: string; from: number; to: number };

/** Pairs of active advocates who are dealt as one, one more than MOST_TIES at most; and what each won in [from, to). */
export async function readPairs(workspaceId: string, db: Client, { unit, ...of }: PairsOf): Promise<Pairs> {
  const found = await readTies(workspaceId, db, { ...of, limit: MOST_TIES + 1 });
  if (unit !== "company") return found;
  return { ...found, ties: await readColleagues(workspaceId, db, { programId: of.programId, limit: MOST_TIES + 1 }) };
}

/** Writes down who goes with whom. Who joins later is dealt by herself. */
export async function freezeUnits(workspaceId: string, db: Client, row: ExperimentRow): Promise<void> {
  const { unit = "advocate" } = row.design;
  if (unit === "advocate") return;
  const { ties } = await readPairs(workspaceId, db, { unit, programId: row.program_id, from: 0, to: 0 });
  if (ties.length > MOST_TIES)
    throw new Refusal("conflict", `More than ${MOST_TIES} ties would have to be kept together: deal advocates by themselves.`);
  const units = [...componentsOf(ties)].filter(([person, root]) => person !== root);
  await insertUnits(workspaceId, db, { experiment: row.id, units });
}
