/** The brand's contrast guard: whatever colours were given, everything that is text can be read. */
import { expect, test } from "vitest";
import fc from "fast-check";
import { brand, brandTokens, contrastOf, tint } from "./brand.ts";

const colour = fc.integer({ min: 0, max: 0xffffff }).map((n) => `#${n.toString(16).padStart(6, "0")}`);
const some = fc.option(colour, { nil: undefined });

test("every text pair reaches 4.5 to 1 for 1,000 random brands, in light and in dark", () => {
  fc.assert(
    fc.property(fc.record({ primary: some, on_primary: some, paper: some, ink: some }), (given) => {
      const tokens = brandTokens({ powered_by: true, ...Object.fromEntries(Object.entries(given).filter(([, v]) => v !== undefined)) });
      for (const of of [tokens.light, tokens.dark]) {
        const paper = of["--gv-paper"]!;
        for (const name of ["ink", "muted", "primary", "leaf", "amber", "rust", "sky"])
          expect(contrastOf(of[`--gv-${name}`]!, paper), `${name} on paper`).toBeGreaterThanOrEqual(4.5);
        for (const name of ["primary", "brand"])
          expect(contrastOf(of[`--gv-on-${name}`]!, of[`--gv-${name}`]!), `on ${name}`).toBeGreaterThanOrEqual(4.5);
      }
    }),
    { numRuns: 1000 },
  );
});

test("on our paper, and on any that is light or dark, a badge's colour can be read on its tint", () => {
  for (const paper of [undefined, "#ffffff", "#fbfaf7", "#f2efe6", "#101010", "#000000"]) {
    const tokens = brandTokens(paper === undefined ? {} : { paper });
    for (const of of [tokens.light, tokens.dark])
      for (const name of ["leaf", "amber", "rust", "sky"]) {
        const own = of[`--gv-${name}`]!;
        expect(contrastOf(own, tint(of["--gv-paper"]!, own)), `${name} on ${paper}`).toBeGreaterThanOrEqual(4.5);
      }
  }
});

test("a colour that can be read stays as it was given, and a filled area always does", () => {
  const { light } = brandTokens({ primary: "#5b2a6e", ink: "#222222" });
  expect([light["--gv-primary"], light["--gv-ink"], light["--gv-on-primary"]]).toEqual(["#5b2a6e", "#222222", "#ffffff"]);
  const yellow = brandTokens({ primary: "#ffe000" }).light;
  expect([yellow["--gv-brand"], yellow["--gv-on-brand"]]).toEqual(["#ffe000", "#000000"]);
  expect(yellow["--gv-primary"]).not.toBe("#ffe000");
});

test("nothing but names of fonts, colours and https addresses gets in", () => {
  for (const bad of [
    { font: 'x"; } body { display: none' },
    { primary: "red" },
    { primary: "#12345" },
    { logo_url: "javascript:alert(1)" },
  ])
    expect(brand.safeParse(bad).success, JSON.stringify(bad)).toBe(false);
  expect(brandTokens({ font: "Open Sans, serif" }).light["--gv-font"]).toBe('"Open Sans", serif, "Inter", system-ui, sans-serif');
});
