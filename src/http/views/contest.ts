/** Contests, their draws and rankings as the API shows them. */
import { z } from "zod";
import { DRAW_ALGORITHM } from "../../core/fulfilment/draw.ts";
import { PRIZE_REASONS, WINNER_STATUSES, type Winner } from "../../core/fulfilment/prizes.ts";
import { externalId } from "../../core/id.ts";
import { MEASURES } from "../../core/program-contest.ts";
import { formatInstant } from "../../core/time.ts";
import type { ContestRow } from "../../store/contests.ts";
import type { RankRow } from "../../store/leaderboards.ts";
import { instant } from "../schemas.ts";

const winner = z.object({
  position: z.int().describe("In the order of the draw, from 1."),
  participant: z.string(),
  person: z.string().nullable(),
  place: z.int().nullable().describe("The prize that she has or had; null for an alternate who waits."),
  status: z.enum(WINNER_STATUSES),
  notified_at: instant.nullable(),
  accept_by: instant.nullable(),
  decided_at: instant.nullable(),
});

export const contest = z
  .object({
    id: z.string(),
    key: z.string(),
    program: z.string(),
    status: z.enum(["planned", "open", "over", "frozen", "drawn"]),
    from: instant,
    to: instant.describe("The first instant that does not count."),
    freeze_at: instant,
    frozen_at: instant.nullable(),
    drawn_at: instant.nullable(),
    leaderboard: z.object({ by: z.enum(MEASURES), currency: z.string().nullable(), places: z.int() }).nullable(),
    draw: z
      .object({
        algorithm: z.literal(DRAW_ALGORITHM),
        winners: z.int(),
        alternates: z.int(),
        accept_within: z.string(),
        entry_cap: z.int().nullable(),
        beacon_named: z.string().nullable().describe("The public value that the program promises to take in."),
        seed_hash: z.string().describe("SHA-256 of the seed, shown since the contest was published."),
        entries_hash: z.string().nullable().describe("SHA-256 of the list of entries, shown once it is frozen, before the seed."),
        entrants: z.int().nullable(),
        entries: z.int().nullable(),
        beacon: z.string().nullable(),
        seed: z.string().nullable().describe("Shown with the draw."),
        drawn: z.array(winner),
      })
      .nullable(),
    own: z.object({ entries: z.int(), participant: z.string().nullable() }).optional().describe("Of the person asked for."),
  })
  .meta({ id: "Contest" });

/** `now`: the workspace's instant, which says whether it is open. */
export function contestView(row: ContestRow, of: { winners: readonly Winner[]; now: number }): z.input<typeof contest> {
  const { draw, leaderboard } = row.terms;
  return {
    id: externalId("cnt", row.id),
    key: row.key,
    program: row.programKey,
    status: statusOf(row, of.now),
    from: formatInstant(row.startsAt),
    to: formatInstant(row.endsAt),
    freeze_at: formatInstant(row.freezeAt),
    frozen_at: instantOrNull(row.frozenAt),
    drawn_at: instantOrNull(row.drawnAt),
    leaderboard:
      leaderboard === undefined ? null : { by: leaderboard.by, currency: leaderboard.currency ?? null, places: leaderboard.places },
    draw:
      draw === undefined
        ? null
        : {
            algorithm: DRAW_ALGORITHM,
            winners: draw.winners,
            alternates: draw.alternates,
            accept_within: draw.accept_within,
            entry_cap: draw.entry_cap ?? null,
            beacon_named: draw.beacon ?? null,
            seed_hash: row.seedHash,
            entries_hash: row.entriesHash,
            entrants: row.entrants,
            entries: row.entries,
            beacon: row.beacon,
            seed: row.drawnAt === null ? null : row.seed,
            drawn: of.winners.map(winnerView),
          },
  };
}

export function statusOf(row: ContestRow, now: number): "planned" | "open" | "over" | "frozen" | "drawn" {
  if (row.drawnAt !== null) return "drawn";
  if (row.frozenAt !== null) return "frozen";
  if (now >= row.endsAt) return "over";
  return now < row.startsAt ? "planned" : "open";
}

function winnerView(row: Winner): z.input<typeof winner> {
  return {
    position: row.position,
    participant: row.participant,
    person: row.person === null ? null : externalId("per", row.person),
    place: row.place,
    status: row.status,
    notified_at: instantOrNull(row.notifiedAt),
    accept_by: instantOrNull(row.acceptBy),
    decided_at: instantOrNull(row.decidedAt),
  };
}

export const prizeAnswer = z
  .object({ accepted: z.boolean(), place: z.int().nullable(), reason: z.enum(PRIZE_REASONS).nullable() })
  .meta({ id: "PrizeAnswer" });

const ranked = z.object({
  person: z.string(),
  name: z.string().nullable(),
  hidden: z.boolean(),
  rank: z.int().nullable().describe("Null for who came in by a correction after the ranks were frozen."),
  value: z.int().nullable(),
  now: z
    .object({ rank: z.int().nullable(), value: z.int() })
    .nullable()
    .describe("What was corrected since the ranks were frozen; null where nothing was."),
});

export const board = z
  .object({
    program: z.string(),
    period: z.string(),
    by: z.enum(MEASURES),
    currency: z.string().nullable(),
    from: instant,
    to: instant,
    frozen_at: instant.nullable(),
    data: z.array(ranked),
    own: ranked.nullable().describe("Of the person asked for, hidden or not."),
  })
  .meta({ id: "Leaderboard" });

export function rankView(row: RankRow, frozen: boolean): z.input<typeof ranked> {
  const isSame = !frozen || (row.rank === row.now_rank && row.value === row.now_value);
  return {
    person: externalId("per", row.person),
    name: row.name,
    hidden: row.hidden,
    rank: row.rank,
    value: row.value,
    now: isSame ? null : { rank: row.now_rank, value: row.now_value ?? 0 },
  };
}

export function instantOrNull(at: number | null): string | null {
  return at === null ? null : formatInstant(at);
}
