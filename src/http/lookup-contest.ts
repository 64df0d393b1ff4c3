/** From a contest's key to its row and what is shown of it, or the one 404. */
import type { z } from "zod";
import { notFound } from "../flow/refusal.ts";
import { type ContestRow, readContest, readWinners } from "../store/contests.ts";
import type { Client } from "../store/db.ts";
import { workspaceNow } from "../store/workspaces.ts";
import { type contest, contestView } from "./views/contest.ts";

export async function findContest(workspaceId: string, db: Client, key: string): Promise<ContestRow> {
  const row = await readContest(workspaceId, db, key);
  if (row === null) throw notFound("contest");
  return row;
}

export async function showContest(workspaceId: string, db: Client, row: ContestRow): Promise<z.input<typeof contest>> {
  const winners = await readWinners(workspaceId, db, row.id);
  return contestView(row, { winners, now: await workspaceNow(workspaceId, db) });
}
