import { z } from "zod";
import { type Program, definition } from "../../core/program.ts";
import { compilePeriod, compileZone, formatInstant, UTC } from "../../core/time.ts";
import { Refusal, notFound } from "../../flow/refusal.ts";
import { boardsAt } from "../../flow/contests/plan-boards.ts";
import type { Client } from "../../store/db.ts";
import { type Board, readBoard, readRanks } from "../../store/leaderboards.ts";
import type { ProgramRow } from "../../store/programs.ts";
import { readWorkspace, workspaceNow } from "../../store/workspaces.ts";
import { endpoint } from "../endpoint.ts";
import { findPersonIfGiven, findProgram } from "../lookup.ts";
import { instantInput } from "../schemas.ts";
import { board, instantOrNull, rankView } from "../views/contest.ts";

type Shown = Board & { frozenAt: number | null };
type Ask = { period: "week" | "month" | "quarter" | "contest"; at?: number | undefined; key?: string | undefined };

/** The board asked for: as it was planned or frozen, or, where it was never planned, as the program says now. */
async function findBoard(workspaceId: string, db: Client, of: { row: ProgramRow; ask: Ask }): Promise<Shown> {
  const { row, ask } = of;
  if (row.live === null) throw notFound("leaderboard");
  const program = definition.parse(row.live);
  if (ask.period === "contest") {
    const key = ask.key ?? program.contest?.key ?? program.key;
    const found = await readBoard(workspaceId, db, { program: row.id, period: `contest:${key}` });
    if (found === null) throw notFound("leaderboard");
    return found;
  }
  const at = ask.at ?? (await workspaceNow(workspaceId, db));
  const now = await calendarBoard(workspaceId, db, { row, program, unit: ask.period, at });
  const found = await readBoard(workspaceId, db, { program: row.id, period: now.period });
  return found ?? { ...now, frozenAt: null };
}

async function calendarBoard(
  workspaceId: string,
  db: Client,
  of: { row: ProgramRow; program: Program; unit: "week" | "month" | "quarter"; at: number },
): Promise<Board> {
  const { leaderboard } = of.program;
  if (leaderboard === undefined || !leaderboard.periods.includes(of.unit))
    throw new Refusal("conflict", `The program has no ranking by ${of.unit}: see its section leaderboard.`);
  const zone = compileZone(of.program.zone ?? (await readWorkspace(workspaceId, db))?.zone ?? "UTC") ?? UTC;
  const boards = boardsAt({ id: of.row.id, program: of.program, zone }, compilePeriod(of.unit, zone)(of.at).start);
  return boards.find((each) => each.period.startsWith(`${of.unit}:`)) as Board;
}

export default endpoint({
  method: "GET",
  path: "/v1/leaderboards/:program",
  tag: "Contests",
  permission: "advocates:read",
  summary: "A program's ranking",
  description:
    "Equal values share a rank (1, 2, 2, 4). Ranks are frozen when the period is over; what was corrected since stands beside them as " +
    "`now`. Who does not want to be shown is left out, and keeps her rank.",
  params: z.object({ program: z.string() }),
  query: z.strictObject({
    period: z.enum(["week", "month", "quarter", "contest"]),
    at: instantInput.optional().describe("An instant within the period; now when left out."),
    contest: z.string().max(48).optional().describe("The key of an earlier contest of the program."),
    person: z.string().optional().describe("Adds her own rank."),
    include_hidden: z.enum(["true", "false"]).default("false"),
    limit: z.coerce.number().int().min(1).max(1000).default(50),
  }),
  response: board,
  handler: ({ params, query, read }) =>
    read(async (workspaceId, db) => {
      const row = await findProgram(workspaceId, db, params.program);
      const shown = await findBoard(workspaceId, db, { row, ask: { period: query.period, at: query.at, key: query.contest } });
      const person = await findPersonIfGiven(workspaceId, db, query.person);
      const ask = { board: shown, frozen: shown.frozenAt !== null, hidden: query.include_hidden === "true", limit: query.limit };
      const data = await readRanks(workspaceId, db, { ...ask, only: null });
      const own = person === null ? [] : await readRanks(workspaceId, db, { ...ask, only: person });
      return {
        program: params.program,
        period: shown.period,
        by: shown.measure,
        currency: shown.currency === "" ? null : shown.currency,
        from: formatInstant(shown.startsAt),
        to: formatInstant(shown.endsAt),
        frozen_at: instantOrNull(shown.frozenAt),
        data: data.map((each) => rankView(each, ask.frozen)),
        own: own[0] === undefined ? null : rankView(own[0], ask.frozen),
      };
    }),
});
