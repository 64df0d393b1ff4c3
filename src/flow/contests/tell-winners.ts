/** Who was drawn is told: to accept, that she may be next, or that her time has passed. */
import type { PrizeTime, Winner } from "../../core/fulfilment/prizes.ts";
import { UTC, addDuration, formatInstant, parseDuration } from "../../core/time.ts";
import type { ContestRow } from "../../store/contests.ts";
import type { Client } from "../../store/db.ts";
import { type NewMessage, insertMessages } from "../../store/messages.ts";

/** By when somebody who is asked at an instant must have accepted. */
export function acceptTime(contest: ContestRow, at: number): PrizeTime {
  const duration = parseDuration(contest.terms.draw?.accept_within ?? "7d");
  return { winners: contest.terms.draw?.winners ?? 0, at, acceptBy: typeof duration === "string" ? at : addDuration(at, duration, UTC) };
}

const KINDS = { waiting: "contest_alternate", notified: "contest_won", lapsed: "contest_lost_prize" } as const;

/** Adds the messages that follow from the rows' states; one who accepted or declined knows. */
export async function tellWinners(
  room: { workspaceId: string; db: Client },
  contest: ContestRow,
  rows: readonly Winner[],
): Promise<void> {
  const messages = rows.flatMap((row): NewMessage[] => {
    const kind = row.status === "accepted" || row.status === "declined" ? undefined : KINDS[row.status];
    if (kind === undefined || row.person === null) return [];
    const data: Record<string, string | number> = { contest: contest.key, program: contest.programKey };
    if (row.place !== null) data.place = row.place;
    if (row.status === "notified" && row.acceptBy !== null) data.accept_by = formatInstant(row.acceptBy);
    const due = row.decidedAt ?? row.notifiedAt ?? contest.drawnAt ?? contest.freezeAt;
    return [{ kind, person_id: row.person, subject_key: `contest:${contest.id}`, data, due_at: due }];
  });
  await insertMessages(room.workspaceId, room.db, messages);
}
