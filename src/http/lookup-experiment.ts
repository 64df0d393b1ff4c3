/** From the id in a path to the experiment, or the one 404. */
import { notFound } from "../flow/refusal.ts";
import type { Client } from "../store/db.ts";
import { type ExperimentRow, readExperiment } from "../store/experiments.ts";
import { uuidOrMissing } from "./listing.ts";

export async function findExperiment(workspaceId: string, db: Client, id: string): Promise<ExperimentRow> {
  const row = await readExperiment(workspaceId, db, uuidOrMissing("xpm", id, "experiment"));
  if (row === null) throw notFound("experiment");
  return row;
}
