/** The workspace's compiled programs, kept in memory until their revision moves. */
import crypto from "node:crypto";
import type { Timeline, World } from "../core/compiled.ts";
import { dealtTo } from "../core/experiment.ts";
import { type Program, definition } from "../core/program.ts";
import { compileProgram, makeWorld } from "../core/rules/compile.ts";
import type { Client } from "../store/db.ts";
import { loadAliases } from "../store/merge-people.ts";
import type { StatusRecord, TrialRecord, VersionRecord } from "../store/programs-load.ts";
import { loadStatuses, loadTrials, loadVersions, loadZone } from "../store/programs-load.ts";

export type Worlds = { get(client: Client, workspace: string, revision: number): Promise<World> };

/** Workspaces whose programs stay compiled in one process; the least recently used goes first. */
const KEPT = 500;

export function createWorlds(): Worlds {
  const kept = new Map<string, { revision: number; world: World }>();
  return {
    async get(client, workspace, revision) {
      const known = kept.get(workspace);
      if (known?.revision === revision) return known.world;
      const world = await loadWorld(client, workspace);
      kept.delete(workspace);
      kept.set(workspace, { revision, world });
      if (kept.size > KEPT) kept.delete(kept.keys().next().value as string);
      return world;
    },
  };
}

/** Reads and compiles all versions of all programs. */
export async function loadWorld(client: Client, workspace: string): Promise<World> {
  const [versions, statuses, zone, aliases, trials] = await Promise.all([
    loadVersions(client, workspace),
    loadStatuses(client, workspace),
    loadZone(client, workspace),
    loadAliases(client, workspace),
    loadTrials(client, workspace),
  ]);
  const world = worldOf(versions, statuses, zone);
  for (const trial of trials) addTrial(world.byId.get(trial.program_id), trial);
  return { ...world, aliases };
}

/** The control has the version in force, so that only the other arms are listed. */
function addTrial(timeline: Timeline | undefined, trial: TrialRecord): void {
  if (timeline === undefined) return;
  const control = trial.arms[0]?.version;
  const arms = trial.arms.flatMap(({ version, first = 0, below = 0 }) => {
    const compiled = timeline.versions.find((v) => v.compiled.version === version)?.compiled;
    return compiled === undefined || version === control ? [] : [{ first, below, compiled }];
  });
  const digest = (text: string): string => crypto.hash("sha256", text, "hex");
  const units = trial.units === null ? null : new Map(Object.entries(trial.units));
  const dealt = (advocate: string): number => dealtTo(digest, trial.salt, units?.get(advocate) ?? advocate);
  const until = trial.ended_at ?? Number.POSITIVE_INFINITY;
  timeline.trials = [...(timeline.trials ?? []), { from: trial.started_at, until, dealt, arms }];
}

/** Compiles what was read; also used for drafts (backtest) with rows made on the spot. */
export function worldOf(versions: readonly VersionRecord[], statuses: readonly StatusRecord[], zone: string): World {
  const timelines = new Map<string, Timeline>();
  for (const v of versions) {
    const program: Program = definition.parse(v.definition);
    const compiled = compileProgram(program, { id: v.program_id, version: v.version, zone });
    const timeline = timelines.get(v.program_id) ?? { id: v.program_id, key: v.key, priority: 0, versions: [], statuses: [] };
    timeline.priority = program.priority;
    timeline.group = program.exclusive_group;
    timeline.versions.push({ from: v.effective_from, compiled, openReferrals: v.applies_to === "open_referrals" });
    timelines.set(v.program_id, timeline);
  }
  for (const s of statuses) timelines.get(s.program_id)?.statuses.push({ at: s.at, status: s.status });
  return makeWorld([...timelines.values()]);
}
