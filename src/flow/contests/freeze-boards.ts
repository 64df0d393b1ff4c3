/** Rankings whose time is over become rows; the row of the period that follows is made. */
import { externalId } from "../../core/id.ts";
import { versionAt } from "../../core/rules/in-force.ts";
import { inWorkspace } from "../../store/db.ts";
import type { Client } from "../../store/db.ts";
import { type Board, insertRanks, lockDueBoards, markFrozen, planBoards, readBest } from "../../store/leaderboards.ts";
import { insertMessages } from "../../store/messages.ts";
import { readHead } from "../../store/snapshot.ts";
import type { MoneyParts } from "../money-parts.ts";
import { boardsAt } from "./plan-boards.ts";

/** Boards frozen in one transaction. */
const CHUNK = 100;
/** Ranks that are told of. */
const TOLD = 10;

/** Freezes what is due at an instant. After a long pause periods in between are frozen too, one after the other. @returns how many. */
export async function freezeBoards(parts: Pick<MoneyParts, "pool" | "worlds">, workspaceId: string, until?: number): Promise<number> {
  for (let total = 0; ; ) {
    const done = await inWorkspace(parts.pool, workspaceId, async (db) => {
      const head = await readHead(db, workspaceId);
      const instant = until === undefined ? head.instant : Math.min(head.instant, until);
      const boards = await lockDueBoards(workspaceId, db, { instant, limit: CHUNK });
      if (boards.length === 0) return 0;
      await insertRanks(workspaceId, db, boards);
      await markFrozen(workspaceId, db, { boards, at: instant });
      await tellBest({ workspaceId, db }, boards, instant);
      const world = await parts.worlds.get(db, workspaceId, head.revision);
      await planNext({ workspaceId, db }, boards, (board) => {
        const timeline = world.byId.get(board.program);
        const compiled = timeline && versionAt(timeline, Math.max(board.endsAt, 0));
        const isOver = timeline?.statuses.at(-1)?.status === "ended";
        return compiled === undefined || isOver ? null : { id: board.program, program: compiled.program, zone: compiled.zone };
      });
      return boards.length;
    });
    total += done;
    if (done === 0) return total;
  }
}

/** Those at the top are told their place. Everybody else can look. */
async function tellBest(room: { workspaceId: string; db: Client }, boards: readonly Board[], instant: number): Promise<void> {
  const best = await readBest(room.workspaceId, room.db, { boards, to: TOLD });
  const messages = best.map(({ program, period, person, rank }) => ({
    kind: "leaderboard_final" as const,
    person_id: person,
    subject_key: `leaderboard:${program}:${period}`,
    data: { program: externalId("prg", program), period, rank },
    due_at: instant,
  }));
  await insertMessages(room.workspaceId, room.db, messages);
}

type ProgramOf = (board: Board) => Parameters<typeof boardsAt>[0] | null;

/** The boards that follow those of a calendar; a contest's has none. */
async function planNext(room: { workspaceId: string; db: Client }, boards: readonly Board[], programOf: ProgramOf): Promise<void> {
  const next = boards.flatMap((board) => {
    const [unit] = board.period.split(":");
    const program = unit === "contest" ? null : programOf(board);
    return program === null ? [] : boardsAt(program, board.endsAt).filter((each) => each.period.startsWith(`${unit}:`));
  });
  await planBoards(room.workspaceId, room.db, next);
}
