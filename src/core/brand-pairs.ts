/** Every text of a brand with the ground that it stands on, as the guard leaves them: what was given, what is shown, how well it reads. */
import { type Brand, brandTokens, contrastOf } from "./brand.ts";

export type BrandPair = {
  scheme: "light" | "dark";
  text: string;
  on: string;
  colour: string;
  ground: string;
  /** What was asked for, where the guard moved it; null: it is shown as it was given, or nothing was. */
  given: string | null;
  contrast: number;
  given_contrast: number | null;
};

/** Text token, ground token, the brand's field that it comes from. */
const PAIRS: readonly (readonly [string, string, keyof Brand | null])[] = [
  ["--gv-ink", "--gv-paper", "ink"],
  ["--gv-muted", "--gv-paper", null],
  ["--gv-primary", "--gv-paper", "primary"],
  ["--gv-on-primary", "--gv-primary", "on_primary"],
  ["--gv-on-brand", "--gv-brand", "on_primary"],
  ["--gv-leaf", "--gv-paper", null],
  ["--gv-amber", "--gv-paper", null],
  ["--gv-rust", "--gv-paper", null],
  ["--gv-sky", "--gv-paper", null],
];

/** Light first. In the dark, ink and paper are ours where the brand's paper is a light one, so nothing of theirs was moved there. */
export function brandPairs(of: Partial<Brand>): BrandPair[] {
  const tokens = brandTokens(of);
  return (["light", "dark"] as const).flatMap((scheme) =>
    PAIRS.map(([text, on, field]) => {
      const [colour, ground] = [tokens[scheme][text] ?? "#000000", tokens[scheme][on] ?? "#ffffff"];
      const wished = field === null || (scheme === "dark" && field === "ink") ? undefined : of[field];
      const given = typeof wished === "string" && long(wished) !== colour ? long(wished) : null;
      return {
        scheme,
        text,
        on,
        colour,
        ground,
        given,
        contrast: hundredths(contrastOf(colour, ground)),
        given_contrast: given === null ? null : hundredths(contrastOf(given, ground)),
      };
    }),
  );
}

/** Down, so that what falls short by a little is not called enough. */
const hundredths = (ratio: number): number => Math.floor(ratio * 100) / 100;

/** "#Fd0" -> "#ffdd00". */
function long(colour: string): string {
  const digits = colour.slice(1).toLowerCase();
  return `#${digits.length === 3 ? [...digits].map((each) => each + each).join("") : digits}`;
}
