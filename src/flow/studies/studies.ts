/**
 * Studies: statistics over a workspace's facts that take seconds where it is large. They run in a process of their own (main/studies.ts):
 * what they are asked and what they answer are plain values that JSON can hold. Those that take long tell which share of the work is done.
 */
import type { Client } from "../../store/db.ts";
import { studyBacktest } from "../backtest.ts";
import { forecastProgram } from "../forecast-program.ts";
import { studyAdvocating } from "./advocating.ts";
import { studyCredit } from "./credit.ts";
import { studyExperiment } from "./experiment.ts";
import { studyGoodFriends } from "./good-friends.ts";
import { studyGrowth } from "./growth.ts";
import { studyLikely } from "./likely.ts";
import { studyRings } from "./rings.ts";
import { studySegments } from "./segments.ts";
import { studySubscriptions } from "./subscriptions.ts";
import type { Tell } from "./tell.ts";
import { studyTree } from "./tree.ts";
import { studyValue } from "./value.ts";

export const STUDIES = {
  value: studyValue,
  subscriptions: studySubscriptions,
  credit: studyCredit,
  advocating: studyAdvocating,
  likely: studyLikely,
  good_friends: studyGoodFriends,
  rings: studyRings,
  tree: studyTree,
  growth: studyGrowth,
  experiment: studyExperiment,
  forecast: forecastProgram,
  segments: studySegments,
  backtest: studyBacktest,
} as const satisfies Record<string, (workspaceId: string, db: Client, ask: never) => Promise<unknown>>;

/** These have the database do all of it: a process of their own would only cost its start. */
export const HERE: ReadonlySet<StudyName> = new Set<StudyName>(["growth", "experiment", "segments"]);

/** These look several times at what must not change meanwhile, and put down notes in tables of their own. */
export const STILL: ReadonlySet<StudyName> = new Set<StudyName>(["backtest"]);

export type StudyName = keyof typeof STUDIES;
export type StudyAsk<K extends StudyName> = Omit<Parameters<(typeof STUDIES)[K]>[2], "tell">;
export type StudyFound<K extends StudyName> = Awaited<ReturnType<(typeof STUDIES)[K]>>;
export type Studied<T> = { at: number; found: T };
/** `asked`: the answer is kept under it. */
export type StudyJob<K extends StudyName> = { ask: StudyAsk<K>; asked?: string; tell?: Tell };

/** Runs a study. `at`: when it was computed, by the workspace's clock. */
export type Study = <K extends StudyName>(name: K, workspaceId: string, job: StudyJob<K>) => Promise<Studied<StudyFound<K>>>;
