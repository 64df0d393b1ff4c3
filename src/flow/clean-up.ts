/** Drops what has been kept long enough, and does whatever else is due: once a day for every workspace. */
import { type Consumer, pruneOutbox } from "./dispatch-outbox.ts";
import type { SweepParts } from "./money-parts.ts";
import { type Swept, sweepHouse, sweepWorkspace } from "./sweep.ts";

export type CleanUpParts = SweepParts & { consumers: readonly Consumer[] };

/** Safe to run twice and to be ended in between. `news`: outbox rows dropped. */
export async function cleanUp(parts: CleanUpParts, workspaceId: string, signal?: AbortSignal): Promise<Swept & { news: number }> {
  // Rate limits know no workspace: whichever comes first in a day finds the old ones, the others none.
  await sweepHouse(parts);
  const swept = await sweepWorkspace(parts, workspaceId, { clean: true });
  return { ...swept, news: await pruneOutbox(parts, workspaceId, signal) };
}
