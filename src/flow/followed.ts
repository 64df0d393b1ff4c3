/** How far somebody who follows facts by when they were received has come, where nothing more is there. */

/** No batch is written so long after its instant. */
const WRITTEN_MS = 300_000;

/**
 * The newest fact's instant; where that is long ago, an instant before which nothing can come any more. Facts are found by ranges of pages
 * that all workspaces share: whoever stayed behind would read what the others received since, again and again.
 */
export const followed = (newest: number, now: number): number => (now - newest > 2 * WRITTEN_MS ? now - WRITTEN_MS : newest);
