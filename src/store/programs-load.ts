/** Programs as the folds need them: versions with their effective times, and when each program was live. */
import type { Client } from "./db.ts";

export type VersionRecord = {
  program_id: string;
  key: string;
  version: number;
  definition: unknown;
  effective_from: number;
  applies_to: string;
};
export type StatusRecord = { program_id: string; at: number; status: string };

/** An experiment that ran or runs: its arms with a version of their own, each with its stretch of numbers. */
export type TrialRecord = {
  program_id: string;
  salt: string;
  started_at: number;
  ended_at: number | null;
  arms: { version?: number; first?: number; below?: number }[];
  /** Who has somebody else's number, because they are dealt as one; null where everybody is dealt by herself. */
  units: Record<string, string> | null;
};

export async function loadTrials(client: Client, ws: string): Promise<TrialRecord[]> {
  const found = await client.query({
    name: "load_trials",
    text: `select e.program_id, e.salt, e.started_at, e.ended_at, e.arms,
        (select json_object_agg(u.person_id, u.unit) from experiment_unit u where u.workspace_id = $1 and u.experiment_id = e.id) as units
      from experiment e where e.workspace_id = $1 and e.started_at is not null order by e.program_id, e.started_at`,
    values: [ws],
  });
  return found.rows as TrialRecord[];
}

export async function loadVersions(client: Client, ws: string): Promise<VersionRecord[]> {
  const found = await client.query({
    name: "load_versions",
    text: `select v.program_id, p.key, v.version, v.definition, v.effective_from, v.applies_to from program_version v
      join program p on p.workspace_id = v.workspace_id and p.id = v.program_id where v.workspace_id = $1 order by v.program_id,
        v.effective_from, v.version`,
    values: [ws],
  });
  return found.rows as VersionRecord[];
}

export async function loadStatuses(client: Client, ws: string): Promise<StatusRecord[]> {
  const found = await client.query({
    name: "load_statuses",
    text: "select program_id, at, status from program_status where workspace_id = $1 order by program_id, at, seq",
    values: [ws],
  });
  return found.rows as StatusRecord[];
}

/** Time zone of the workspace, for its periods and bonus windows. */
export async function loadZone(client: Client, ws: string): Promise<string> {
  const found = await client.query({ name: "load_zone", text: "select zone from workspace where workspace_id = $1", values: [ws] });
  return (found.rows[0] as { zone: string } | undefined)?.zone ?? "UTC";
}
