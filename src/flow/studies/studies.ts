/**
 * Studies: statistics over a workspace's facts that take seconds where it is large. They run in a thread of their own (main/studies.ts):
 * what they are asked and what they answer are plain values.
 */
import type { Client } from "../../store/db.ts";
import { studyAdvocating } from "./advocating.ts";
import { studyCredit } from "./credit.ts";
import { studyLikely } from "./likely.ts";
import { studyRings } from "./rings.ts";
import { studyTree } from "./tree.ts";
import { studyValue } from "./value.ts";

export const STUDIES = {
  value: studyValue,
  credit: studyCredit,
  advocating: studyAdvocating,
  likely: studyLikely,
  rings: studyRings,
  tree: studyTree,
} as const satisfies Record<string, (workspaceId: string, db: Client, ask: never) => Promise<unknown>>;

export type StudyName = keyof typeof STUDIES;
export type StudyAsk<K extends StudyName> = Parameters<(typeof STUDIES)[K]>[2];
export type StudyFound<K extends StudyName> = Awaited<ReturnType<(typeof STUDIES)[K]>>;
export type Studied<T> = { at: number; found: T };

/** Runs a study, or answers with the last one where nothing has happened since. `at`: when it was computed, by the workspace's clock. */
export type Study = <K extends StudyName>(name: K, workspaceId: string, ask: StudyAsk<K>) => Promise<Studied<StudyFound<K>>>;
