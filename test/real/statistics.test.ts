/** Every published figure from the raw data files, and the page that puts them side by side. */
import { describe, expect, test } from "vitest";
import { hasData } from "../../scripts/statistics-figures.ts";
import { isUpToDate, sections } from "../../scripts/statistics.ts";

describe("published figures", () => {
  test("each is ours within its tolerance", (context) => {
    context.skip(!hasData, "the real data is not here (../shared/data)");
    const all = sections();
    expect(all.flatMap(({ figures }) => figures).length).toBeGreaterThan(150);
    for (const { title, figures } of all) {
      for (const { what, published, ours, tolerance } of figures) {
        expect(Math.abs(published - ours), `${title}: ${what}: ${ours} for ${published}`).toBeLessThanOrEqual(tolerance);
      }
    }
  });

  test("docs/statistics.md says these figures and these hindcasts (node scripts/statistics.ts writes them)", (context) => {
    context.skip(!hasData, "the real data is not here (../shared/data)");
    expect(isUpToDate()).toBe(true);
  });
});
