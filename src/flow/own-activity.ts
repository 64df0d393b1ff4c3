/** Activities that the engine itself finds out (a share was seen, a prize was won): facts like any other, through the same path. */
import type { CanonicalEvent } from "../core/event.ts";
import { externalId } from "../core/id.ts";
import { type Draft, normalise } from "../core/ingest/normalise.ts";
import { formatInstant } from "../core/time.ts";
import type { Hashes } from "./ports.ts";

export type OwnActivity = {
  /** Says what it is about (`share:<id>:verified`), so that a repeat is a duplicate. */
  client: string;
  program: string;
  person: string;
  name: string;
  /** The batch's own instant when left out. */
  at?: number;
  channel?: string;
};

/** The drafts of activities, for the batcher. */
export function activityDrafts(parts: { hashes: Hashes }, activities: readonly OwnActivity[]): Draft[] {
  return activities.map((activity, index) => draftOf(parts, activity, index));
}

function draftOf(parts: { hashes: Hashes }, activity: OwnActivity, index: number): Draft {
  const { client, program, name, at, channel } = activity;
  const event: CanonicalEvent = { type: "activity", id: client, program, name, person: { id: externalId("per", activity.person) } };
  if (at !== undefined) event.occurred_at = formatInstant(at);
  if (channel !== undefined) event.context = { channel };
  // The id alone tells repeats apart: found again a moment later, it is the same activity.
  const draft = normalise(event, { index, client, keyed: () => parts.hashes.keyed(client) });
  if (Array.isArray(draft)) throw new Error(`impossible: an activity of our own is not valid: ${draft[0]?.pointer ?? ""}`);
  return draft;
}
