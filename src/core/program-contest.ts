/** Rankings and contests of a program as data. Parts of core/program.ts. */
import { z } from "zod";
import { duration, instant, key } from "./program-rule.ts";

export const MEASURES = ["qualified_referrals", "points", "rewards"] as const;
export type Measure = (typeof MEASURES)[number];

const measured = {
  by: z.enum(MEASURES).default("qualified_referrals"),
  currency: z
    .string()
    .regex(/^[A-Z]{3}$/)
    .optional()
    .describe("Which currency's rewards are added up, for by: rewards."),
};
const hasCurrency = (board: { by: string; currency?: string | undefined }): boolean =>
  (board.by === "rewards") === (board.currency !== undefined);
const CURRENCY = { message: "Name a currency for by: rewards, and only there.", path: ["currency"] };

export const BOARD_PERIODS = ["week", "month", "quarter"] as const;

export const leaderboard = z
  .strictObject({
    ...measured,
    periods: z.array(z.enum(BOARD_PERIODS)).min(1).max(3),
    freeze_after: duration.default("0d").describe("How long after its end a period is frozen."),
  })
  .refine(hasCurrency, CURRENCY);

const places = z
  .strictObject({ ...measured, places: z.number().int().min(1).max(100).default(3).describe("How many ranks win a prize.") })
  .refine(hasCurrency, CURRENCY);

const draw = z.strictObject({
  winners: z.number().int().min(1).max(1000).default(1),
  alternates: z.number().int().min(0).max(1000).default(3).describe("Drawn too: they move up when a winner does not accept."),
  accept_within: duration.default("7d"),
  entry_cap: z.number().int().min(1).max(1e9).optional().describe("The most entries of one person that count."),
  prizes: z
    .array(key)
    .max(1000)
    .default([])
    .describe("The activity that each place wins, first place first; prize for those that are not named."),
  beacon: z
    .string()
    .min(1)
    .max(500)
    .optional()
    .describe("A public random value that the draw must take in, such as a drand round to come."),
});

export const contest = z
  .strictObject({
    key: key.optional().describe("Its name in addresses; the program's own key when left out. A new span of time needs a new one."),
    from: instant,
    to: instant,
    freeze_after: duration
      .default("0d")
      .describe("How long after its end ranks and entries are frozen: time for late facts and returns."),
    leaderboard: places.optional(),
    draw: draw.optional(),
  })
  .refine((c) => c.leaderboard !== undefined || c.draw !== undefined, { message: "Give a leaderboard, a draw, or both." });

export type ContestTerms = z.output<typeof contest>;
export type DrawTerms = z.output<typeof draw>;

/** What wins a place of the ranking, and a place of the draw, as an activity that the program's rules pay. */
export const placeActivity = (rank: number): string => `contest_place_${rank}`;
export const prizeActivity = (terms: DrawTerms, place: number): string => terms.prizes[place - 1] ?? "prize";
