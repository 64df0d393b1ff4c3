/** What comes due in rankings, contests and shares by time alone. Each step may be repeated, and killed anywhere. */
import { listOpenPrizes, readContestsDue } from "../../store/contests.ts";
import { inWorkspace } from "../../store/db.ts";
import { workspaceNow } from "../../store/workspaces.ts";
import type { By } from "../by.ts";
import type { SweepParts } from "../money-parts.ts";
import { countShares } from "../shares/count-shares.ts";
import { freezeBoards } from "./freeze-boards.ts";
import { freezeDueContest } from "./freeze-contest.ts";
import { awardPlaces, lapseWinners, payPrizes } from "./prizes.ts";

/** Freezes, awards, moves alternates up and counts shares. @returns how many things were done. */
export async function sweepContests(parts: SweepParts, workspaceId: string, until?: number): Promise<number> {
  const { due, instant } = await inWorkspace(parts.pool, workspaceId, async (db) => {
    const now = until ?? (await workspaceNow(workspaceId, db));
    return { instant: now, due: await readContestsDue(workspaceId, db, now) };
  });
  let done = 0;
  if (due.boards) done += await freezeBoards(parts, workspaceId, until);
  for (const key of due.freeze) if (await freezeDueContest(parts, workspaceId, { key, instant })) done++;
  if (due.freeze.length > 0) done += await freezeBoards(parts, workspaceId, until);
  for (const key of [...due.award, ...due.freeze]) if (await awardPlaces(parts, workspaceId, key)) done++;
  if (due.late || due.unpaid) done += await sweepPrizes(parts, workspaceId, { instant, until });
  if (due.shares) done += await countShares(parts, workspaceId, instant);
  return done;
}

async function sweepPrizes(parts: SweepParts, workspaceId: string, at: { instant: number; until: number | undefined }): Promise<number> {
  const by: By = { workspaceId, actor: "engine", requestId: "sweep", idempotencyKey: null };
  let done = 0;
  for (const key of await inWorkspace(parts.pool, workspaceId, (db) => listOpenPrizes(workspaceId, db, at.instant))) {
    done += await lapseWinners(parts, by, { key, until: at.until });
    done += await payPrizes(parts, by, key);
  }
  return done;
}
