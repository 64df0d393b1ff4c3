/** What operators' changes to referrals read behind the writer lock. */
import { plain } from "./arrays.ts";
import type { Client } from "./db.ts";
import { stands } from "./fact-withdraw.ts";
import { readFamily } from "./people-write.ts";

export type KnownReferral = {
  id: string;
  program_id: string;
  friend_id: string;
  advocate_id: string;
  link_id: string | null;
  evidence: string;
  evidence_at: number;
  bound_at: number;
  bound_client: string;
  version: number;
  stage: string;
  status: string;
  team: [person: string, share: number][] | null;
};

const COLUMNS =
  "id, program_id, friend_id, advocate_id, link_id, evidence, evidence_at, bound_at, bound_client, version, stage, status, team";

export async function readKnownReferral(workspaceId: string, db: Client, id: string): Promise<KnownReferral | null> {
  const { rows } = await db.query<KnownReferral>(`select ${COLUMNS} from referral where workspace_id = $1 and id = $2`, [
    workspaceId,
    id,
  ]);
  return rows[0] ?? null;
}

/** The friend's own referral in a program, superseded or not. */
export async function findReferralOf(
  workspaceId: string,
  db: Client,
  of: { programId: string; friendId: string },
): Promise<KnownReferral | null> {
  const { rows } = await db.query<KnownReferral>(
    `select ${COLUMNS} from referral where workspace_id = $1 and program_id = $2 and friend_id = $3`,
    [workspaceId, of.programId, of.friendId],
  );
  return rows[0] ?? null;
}

/** True when the person has, or had, a place in the program. */
export async function isAdvocate(workspaceId: string, db: Client, of: { programId: string; personId: string }): Promise<boolean> {
  const { rows } = await db.query(
    "select 1 from advocate where workspace_id = $1 and program_id = $2 and person_id = $3 and status in ('active', 'left')",
    [workspaceId, of.programId, of.personId],
  );
  return rows.length > 0;
}

/** Keys of the person's facts of these types since an instant, oldest first. */
export async function readFactKeys(
  workspaceId: string,
  db: Client,
  of: { personId: string; types: readonly string[]; since: number },
): Promise<{ at: number; client: string; type: string }[]> {
  const family = await readFamily(workspaceId, db, of.personId);
  const { rows } = await db.query<{ at: number; client: string; type: string }>(
    `select f.at, f.client_id as client, f.type from fact f
      where f.workspace_id = $1 and f.person_id = any($2::uuid[]) and f.type = any($3::text[]) and f.at >= $4 and ${stands("f")}
      order by f.at, f.client_id`,
    [workspaceId, plain(family), of.types, of.since],
  );
  return rows;
}
