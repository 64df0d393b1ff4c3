/** How programs go in a span of time that reaches to now: by the newest ids, to a limit. */
import type { Client } from "./db.ts";
import { idFloor } from "./id-floor.ts";

/** Beyond so many of a span, the newest so many are counted. */
export const PACE_COUNTED = 50_000;

export type PaceRow = { program: string; n: number };
export type CostRow = { program: string; unit: string; form: string; n: number; owed: number };

/** Referrals that began since then, by program. */
export async function readReferralPace(workspaceId: string, db: Client, from: number): Promise<PaceRow[]> {
  const { rows } = await db.query<PaceRow>(
    `select p.key as program, count(*) as n
       from (select program_id from referral where workspace_id = $1 and id >= $2 and status <> 'superseded' order by id desc limit $3) r
       join program p on p.workspace_id = $1 and p.id = r.program_id group by p.key`,
    [workspaceId, idFloor(from), PACE_COUNTED],
  );
  return rows;
}

/** What rewards that were given since then are worth now, by program and unit. */
export async function readCostPace(workspaceId: string, db: Client, from: number): Promise<CostRow[]> {
  const { rows } = await db.query<CostRow>(
    `select p.key as program, r.unit, r.form, count(*) as n, sum(r.owed)::bigint as owed
       from (select program_id, unit, form, owed from reward where workspace_id = $1 and id >= $2 order by id desc limit $3) r
       join program p on p.workspace_id = $1 and p.id = r.program_id where r.owed > 0 group by p.key, r.unit, r.form`,
    [workspaceId, idFloor(from), PACE_COUNTED],
  );
  return rows;
}
