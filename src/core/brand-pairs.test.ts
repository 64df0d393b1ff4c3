import { expect, test } from "vitest";
import { brandPairs } from "./brand-pairs.ts";

test("every pair that is shown can be read, whatever colours were given", () => {
  for (const primary of ["#fd0", "#ffffff", "#000000", "#777777", "#8a8a8a"])
    for (const paper of ["#ffffff", "#101010", "#808080"])
      for (const pair of brandPairs({ primary, paper, ink: "#777777", on_primary: "#777777" }))
        expect(pair.contrast, JSON.stringify(pair)).toBeGreaterThanOrEqual(4.49);
});

test("a colour that was moved is told with the contrast it had", () => {
  const yellow = brandPairs({ primary: "#fd0", paper: "#fff" }).find((each) => each.scheme === "light" && each.text === "--gv-primary");
  expect(yellow?.given).toBe("#ffdd00");
  expect(yellow?.given_contrast).toBeLessThan(1.5);
  expect(brandPairs({ primary: "#5b2a6e" }).filter((each) => each.scheme === "light" && each.given !== null)).toEqual([]);
});
