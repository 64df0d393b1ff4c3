/**
 * The files that take longest come first, so that the workers end together: one of four minutes that begins last would be waited for by
 * a worker with nothing to do. Everything else as vitest has it.
 */
import { BaseSequencer, type TestSpecification } from "vitest/node";

/**
 * Beginnings of paths, longest first; those that mostly wait run beside the one that needs both processors. Whatever takes half a minute
 * belongs here; the rest fills the gaps.
 */
const LONGEST = [
  "test/real/order-independence.",
  "test/real/experiments.",
  "test/faults/announcements.",
  "test/jobs/watched.",
  "test/real/shop-webhooks.",
  "test/faults/kill.",
  "test/browser/access.",
  "test/faults/simulation.",
  "test/attack/pages.",
  "test/properties/kinds-order.",
  "test/browser/lighthouse.",
  "test/browser/console/people-import.",
  "test/journeys/several.",
  "test/browser/console/",
  "test/browser/",
  "test/jobs/",
  "test/verify/random-lives.",
  // A quarter of a minute each: not at the very end.
  "test/attack/",
  "test/faults/",
  "test/house/",
  "test/properties/arrival.",
];

export class LongestFirst extends BaseSequencer {
  override async sort(files: TestSpecification[]): Promise<TestSpecification[]> {
    const sorted = await super.sort(files);
    // Array.prototype.sort is stable: within one place the order stays.
    return sorted.sort((a, b) => a.project.name.localeCompare(b.project.name) || placeOf(a) - placeOf(b));
  }
}

function placeOf({ moduleId }: TestSpecification): number {
  const place = LONGEST.findIndex((each) => moduleId.includes(`/${each}`));
  return place === -1 ? LONGEST.length : place;
}
