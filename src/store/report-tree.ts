/** Who came by whom in a program, as far as it stands. */
import type { Client } from "./db.ts";

export async function readEdges(workspaceId: string, db: Client, programId: string): Promise<{ friend: string; advocate: string }[]> {
  const { rows } = await db.query<{ friend: string; advocate: string }>(
    `select friend_id::text as friend, advocate_id::text as advocate from referral
      where workspace_id = $1 and program_id = $2 and status in ('open', 'qualified') order by friend_id`,
    [workspaceId, programId],
  );
  return rows;
}
