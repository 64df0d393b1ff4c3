/** Figures of studies: an estimate with its interval, or why there is none, in the caller's language. */
import { z } from "zod";
import type { Answer, Estimate } from "../../core/analytics/result.ts";
import type { Speaker } from "../../core/words/speaker.ts";
import { lack, lackView } from "./lack.ts";

const value = z.number().nullable().describe("Null: see `reason`.");
export const estimate = z
  .object({
    value,
    low: z.number().nullable().describe("The interval that holds the truth in 95 of 100 worlds like this one. Null: there is none."),
    high: z.number().nullable().describe("Null: there is none, or it has no end."),
    reason: lack.nullable(),
  })
  .meta({ id: "Estimate" });

export const estimateOf = ({ value: of, low, high }: Estimate): z.input<typeof estimate> => ({ value: of, low, high, reason: null });

export function estimateView(answer: Answer<Estimate | number>, speaker: Speaker): z.input<typeof estimate> {
  if ("none" in answer) return { value: null, low: null, high: null, reason: lackView(answer.none, speaker) };
  return typeof answer.ok === "number" ? { value: answer.ok, low: null, high: null, reason: null } : estimateOf(answer.ok);
}

/** A part that is there, or null with the reason beside it. */
export function partOf<T, V>(answer: Answer<T>, view: (of: T) => V): V | null {
  return "ok" in answer ? view(answer.ok) : null;
}
export const reasonOf = (answer: Answer<unknown>, speaker: Speaker): z.input<typeof lack> | null =>
  "none" in answer ? lackView(answer.none, speaker) : null;
