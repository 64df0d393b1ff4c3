/** How a program spreads, as the API shows it: R and its parts, each with its interval or why there is none. */
import { z } from "zod";
import { type Offspring, fitOffspring } from "../../core/analytics/growth/offspring.ts";
import { type ViralParts, doublingWithin, viralParts } from "../../core/analytics/growth/viral.ts";
import { type Answer, type Estimate, none } from "../../core/analytics/result.ts";
import type { Speaker } from "../../core/words/speaker.ts";
import type { SpreadRow } from "../../store/report-growth.ts";
import { day } from "../report-ask.ts";
import { estimate, estimateView, partOf } from "./no-figure.ts";

export const offspringFit = {
  spread: estimate.describe("R: friends an advocate brings on average; fitted to how many brought how many."),
  dispersion: estimate.describe("k of the negative binomial: the smaller, the more rests on few (Lloyd-Smith et al. 2005)."),
  cascade: estimate.describe("Whom one root brings in all, herself included: 1/(1-R)."),
  extinction: z.number().nullable().describe("The chance that what one advocate begins dies out. Null with `spread`."),
  log_likelihood: z.number().nullable().describe("Of the counts under that fit. Null with `spread`."),
};

export const spread = z
  .object({
    window: z.int().describe("Days from joining that count, of everybody alike."),
    joined_from: day,
    joined_to: day.describe("The last day of joining whose window is over."),
    advocates: z.int(),
    young: z.int().describe("Joined later: their window is not over, so they are left out."),
    share_inviting: z
      .number()
      .nullable()
      .describe("Of them, those who have shared, were visited or brought somebody since. Null: nobody's window is over."),
    invitations_each: estimate.describe("Visits within the window, of one who invites."),
    conversion: estimate.describe("Friends a visit."),
    cycle_days: z.number().nullable().describe("Days from joining to a friend, by the median. Null: nobody brought one."),
    doubling_days: estimate,
    ...offspringFit,
    spread: estimate.describe("K: friends within the window, an advocate; the three parts multiplied (Skok 2009)."),
  })
  .meta({ id: "Spread" });

type Counts = readonly { value: number; people: number }[];
type OffspringFit = { [name in keyof typeof offspringFit]: z.input<(typeof offspringFit)[name]> };

/** Counts of advocates by how many they brought, as an array by that number. */
const histogram = (counts: Counts): number[] => {
  const found = Array.from({ length: (counts.at(-1)?.value ?? -1) + 1 }, () => 0);
  for (const { value, people } of counts) found[value] = people;
  return found;
};

/** `counts` by rising value. */
export function offspringFitView(counts: Counts, speaker: Speaker): OffspringFit {
  const fit = fitOffspring(histogram(counts));
  const figure = (of: (fit: Offspring) => Answer<Estimate | number>): z.input<typeof estimate> =>
    estimateView("ok" in fit ? of(fit.ok) : fit, speaker);
  return {
    spread: figure((each) => ({ ok: each.mean })),
    dispersion: figure((each) => each.dispersion),
    cascade: figure((each) => each.cascade),
    extinction: partOf(fit, (each) => each.extinction),
    log_likelihood: partOf(fit, (each) => each.logLikelihood),
  };
}

const doublingOf = (k: number, { low, high }: z.input<typeof estimate>, cycle: number | null): Answer<Estimate> =>
  cycle === null ? none("no_rows") : doublingWithin(k, { low: low ?? null, high: high ?? null }, cycle);

export type SpreadDays = { window: number; from: string; to: string };

export function spreadView(row: SpreadRow, days: SpreadDays, speaker: Speaker): z.input<typeof spread> {
  const parts = viralParts({ people: row.advocates, inviters: row.inviters, invitations: row.invitations, joined: row.friends });
  const part = (of: (parts: ViralParts) => Answer<number>): z.input<typeof estimate> =>
    estimateView("ok" in parts ? of(parts.ok) : parts, speaker);
  const fitted = offspringFitView(row.counts, speaker);
  const { cycle } = row;
  return {
    window: days.window,
    joined_from: days.from,
    joined_to: days.to,
    advocates: row.advocates,
    young: row.young,
    share_inviting: partOf(parts, (each) => each.shareInviting),
    invitations_each: part((each) => each.invitationsEach),
    conversion: part((each) => each.conversion),
    cycle_days: cycle,
    doubling_days: estimateView("ok" in parts ? doublingOf(parts.ok.k, fitted.spread, cycle) : parts, speaker),
    ...fitted,
    // Too few for an interval, or nobody: the plain share is still there.
    spread: fitted.spread.value === null ? part((each) => ({ ok: each.k })) : fitted.spread,
  };
}
