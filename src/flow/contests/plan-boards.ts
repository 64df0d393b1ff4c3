/** What a published program's rankings and contest ask for later: rows made ahead, with the instant at which they are frozen. */
import crypto from "node:crypto";
import type { Program } from "../../core/program.ts";
import type { Measure } from "../../core/program-contest.ts";
import { windowBound } from "../../core/rules/compile.ts";
import { type Zone, UTC, addDuration, compileZone, parseDuration, periodOf } from "../../core/time.ts";
import type { Client } from "../../store/db.ts";
import { type NewContest, planContest } from "../../store/contests.ts";
import { type Board, dropBoards, planBoards } from "../../store/leaderboards.ts";
import { readWorkspace } from "../../store/workspaces.ts";
import type { Ids } from "../ports.ts";
import { Refusal } from "../refusal.ts";

export type Published = { db: Client; workspaceId: string; programId: string; program: Program; from: number };

/** Plans the boards and the contest of a version that is being published. Refuses `conflict` for a contest that is over. */
export async function planProgramBoards(parts: { ids: Ids }, of: Published): Promise<void> {
  const { program } = of;
  if (program.leaderboard === undefined && program.contest === undefined) {
    await dropBoards(of.workspaceId, of.db, { program: of.programId, keep: [] });
    return;
  }
  const zone = compileZone(program.zone ?? (await readWorkspace(of.workspaceId, of.db))?.zone ?? "UTC") ?? UTC;
  const boards = boardsAt({ id: of.programId, program, zone }, of.from);
  await dropBoards(of.workspaceId, of.db, { program: of.programId, keep: boards.map((b) => b.period) });
  const contest = contestOf(parts, of, zone);
  if (contest !== null) {
    const isPlanned = await planContest(of.workspaceId, of.db, contest);
    if (!isPlanned) {
      const message = `A contest "${contest.key}" is over, or is another program's. Give this one another key in contest.key.`;
      throw new Refusal("conflict", message, { errors: [{ pointer: "/contest/key", code: "contest_over", message }] });
    }
    const { leaderboard } = contest.terms;
    if (leaderboard !== undefined) boards.push(contestBoard(contest, leaderboard));
  }
  await planBoards(of.workspaceId, of.db, boards);
}

/** The boards of the periods that hold an instant. */
export function boardsAt(of: { id: string; program: Program; zone: Zone }, at: number): Board[] {
  const { leaderboard } = of.program;
  if (leaderboard === undefined) return [];
  return leaderboard.periods.map((unit) => {
    const period = periodOf(at, unit, of.zone);
    return {
      program: of.id,
      period: `${unit}:${period.key}`,
      measure: leaderboard.by,
      currency: leaderboard.currency ?? "",
      startsAt: period.start,
      endsAt: period.end,
      freezeAt: later(period.end, leaderboard.freeze_after, of.zone),
    };
  });
}

/** The ranking of a contest's whole time. */
export function contestBoard(
  contest: Pick<NewContest, "program" | "key" | "startsAt" | "endsAt" | "freezeAt">,
  leaderboard: { by: Measure; currency?: string | undefined },
): Board {
  return {
    program: contest.program,
    period: `contest:${contest.key}`,
    measure: leaderboard.by,
    currency: leaderboard.currency ?? "",
    startsAt: contest.startsAt,
    endsAt: contest.endsAt,
    freezeAt: contest.freezeAt,
  };
}

function contestOf(parts: { ids: Ids }, of: Published, zone: Zone): NewContest | null {
  const terms = of.program.contest;
  if (terms === undefined) return null;
  const seed = Buffer.from(parts.ids.bytes(32)).toString("hex");
  const endsAt = windowBound(terms.to, zone, true);
  return {
    id: parts.ids.uuid(),
    program: of.programId,
    key: terms.key ?? of.program.key,
    terms,
    startsAt: windowBound(terms.from, zone, false),
    endsAt,
    freezeAt: later(endsAt, terms.freeze_after, zone),
    seed,
    seedHash: crypto.hash("sha256", seed, "hex"),
  };
}

function later(at: number, text: string, zone: Zone): number {
  const duration = parseDuration(text);
  return typeof duration === "string" ? at : addDuration(at, duration, zone);
}
