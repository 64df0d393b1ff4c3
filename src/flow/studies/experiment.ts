/** What an experiment is judged by: sums over its advocates, arm by arm. */
import type { Client } from "../../store/db.ts";
import { readExperiment } from "../../store/experiments.ts";
import { type ExperimentSums, experimentSums } from "../experiment-results.ts";
import { notFound } from "../refusal.ts";

export type ExperimentStudyAsk = { experiment: string };

export async function studyExperiment(workspaceId: string, db: Client, { experiment }: ExperimentStudyAsk): Promise<ExperimentSums> {
  const row = await readExperiment(workspaceId, db, experiment);
  if (row === null) throw notFound("experiment");
  return await experimentSums(workspaceId, db, row);
}
