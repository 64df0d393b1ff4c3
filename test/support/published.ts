/** Figures read from the API, held to those rows of docs/statistics.md that say they came through it. */
import { expect } from "vitest";
import type { Figure } from "../../scripts/statistics-figures.ts";
import { sections } from "../../scripts/statistics.ts";

/** Reads of the API by the name of their row. */
export type Told = {
  tell(what: string, value: number): void;
  tellAll(prefix: string, values: Record<string, number>): void;
  check(ways: readonly string[], options?: { some: boolean }): void;
};

/** `check(ways)`: every row that came in one of these ways was told and lies within its tolerance; `some`: of those that were told. */
export function createTold(): Told {
  const told = new Map<string, number>();
  const tell = (what: string, value: number): void => void told.set(what, value);
  return {
    tell,
    tellAll: (prefix, values) => {
      for (const [what, value] of Object.entries(values)) tell(prefix + what, value);
    },
    check(ways, { some } = { some: false }) {
      const rows = new Map<string, Figure>();
      for (const { figures, through } of sections())
        for (const figure of figures) if (ways.includes(through(figure.what))) rows.set(figure.what, figure);
      expect(rows.size).toBeGreaterThan(0);
      expect(
        [...told.keys()].filter((what) => !rows.has(what)),
        "read, and the page does not say so",
      ).toEqual([]);
      if (!some)
        expect(
          [...rows.keys()].filter((what) => !told.has(what)),
          "said to be read from the API",
        ).toEqual([]);
      for (const [what, value] of told) {
        const { published, ours, tolerance } = rows.get(what)!;
        expect(Math.abs(value - published), `${what}: ${value} for ${published}`).toBeLessThanOrEqual(tolerance);
        // What the page prints as ours is what the API says, in each digit that is printed.
        expect(Math.abs(value - ours), `${what}: ${value}, and the page says ${ours}`).toBeLessThanOrEqual(
          1e-6 * Math.max(1e-3, Math.abs(ours)),
        );
      }
    },
  };
}
