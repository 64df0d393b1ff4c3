import { describe, expect, test } from "vitest";
import { type Standing, decide, guardrailState } from "./decide.ts";
import { sampleRatio } from "./sample-ratio.ts";

describe("deciding", () => {
  const fine: Standing = {
    ratioP: 0.4,
    advocates: 900,
    planned: 2000,
    minimum: 200,
    metric: "friends who bought",
    arm: "B",
    primary: { metric: "friends who bought", arm: "B", low: 0.02, high: 0.2 },
    good: "up",
    worth: 0.05,
    guardrails: [],
  };
  const bounds = (low: number, high: number) => ({ metric: "m", arm: "B", low, high });
  const refunds = (low: number, high: number) => [
    { metric: "refunds", arm: "B", of: bounds(low, high), harm: "up", accepted: 0.1 } as const,
  ];

  test("every verdict, in the order in which they are asked", () => {
    expect(decide(fine)).toMatchObject({ verdict: "ship", reasons: [{ code: "better" }] });
    expect(decide({ ...fine, ratioP: 1e-5, guardrails: refunds(0.3, 0.6) })).toMatchObject({ verdict: "broken_sample_ratio" });
    expect(decide({ ...fine, guardrails: refunds(0.3, 0.6) })).toMatchObject({ verdict: "stop_guardrail" });
    expect(decide({ ...fine, guardrails: refunds(-0.3, 0.6) })).toMatchObject({
      verdict: "go_on",
      reasons: [{}, { code: "guardrail_unclear" }],
    });
    expect(decide({ ...fine, guardrails: refunds(0.02, 0.09) })).toMatchObject({ verdict: "ship" });
    expect(decide({ ...fine, advocates: 80 })).toMatchObject({ verdict: "too_little_data", reasons: [{ values: { missing: 120 } }] });
    expect(decide({ ...fine, primary: null })).toMatchObject({ verdict: "too_little_data", reasons: [{ code: "no_figure" }] });
    expect(decide({ ...fine, primary: bounds(-0.3, -0.1) })).toMatchObject({ verdict: "keep", reasons: [{ code: "worse" }] });
    expect(decide({ ...fine, primary: bounds(-0.3, 0.01) })).toMatchObject({ verdict: "keep", reasons: [{ code: "nothing_worth" }] });
    expect(decide({ ...fine, primary: bounds(-0.3, 0.3) })).toMatchObject({ verdict: "go_on", reasons: [{ code: "unsettled" }] });
    expect(decide({ ...fine, advocates: 2000, primary: bounds(-0.3, 0.3) })).toMatchObject({
      verdict: "keep",
      reasons: [{ code: "ended_unsettled" }],
    });
    expect(decide({ ...fine, dominated: 0.6 })).toMatchObject({ verdict: "go_on", reasons: [{ code: "better" }, { code: "dominated" }] });
    expect(decide({ ...fine, good: "down", primary: bounds(-0.3, -0.1) })).toMatchObject({ verdict: "ship" });
  });

  test("a guardrail that may only fall is read the other way round", () => {
    const of = bounds(-0.4, -0.2);
    expect(guardrailState({ metric: "m", arm: "B", of, harm: "down", accepted: 0.1 })).toBe("worse");
    expect(guardrailState({ metric: "m", arm: "B", of, harm: "up", accepted: 0.1 })).toBe("safe");
  });

  test("arms without weight are left out with their people; an empty arm is a mismatch", () => {
    expect(sampleRatio([1000, 1200, 900], [0.5, 0.5, 0])).toBeCloseTo(2.0079e-5, 9);
    expect(sampleRatio([0, 10, 10], [0.34, 0.33, 0.33])).toBeCloseTo(0.005790624, 8);
    expect(sampleRatio([400, 0], [0.5, 0.5])).toBeLessThan(1e-9);
  });
});
