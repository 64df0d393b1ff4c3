import { expect, test } from "vitest";
import { networkFindings } from "./network-health.ts";

test.each([
  [100, 50, false],
  [100, 51, true],
  [101, 50, false],
  [101, 51, true],
  [0, 0, false],
])("of %i paid, %i from members: warns %s", (total, fromMembers, warns) => {
  expect(networkFindings([{ unit: "USD", total, fromMembers }]).map((f) => f.code)).toEqual(warns ? ["pay_from_members"] : []);
});

test("each unit is judged by itself", () => {
  const found = networkFindings([
    { unit: "EUR", total: 100, fromMembers: 90 },
    { unit: "USD", total: 100_000, fromMembers: 0 },
  ]);
  expect(found.map((f) => f.message)).toEqual([expect.stringContaining("in EUR (90 %)")]);
});
