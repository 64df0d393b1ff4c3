/** What was scored before, with what was read for it: for judging it again under another policy. */
import { plain } from "./arrays.ts";
import type { Client } from "./db.ts";
import { idFloor } from "./id-floor.ts";

export type Scored = {
  id: string;
  friend_id: string;
  advocate_id: string;
  score: number;
  verdict: "allow" | "hold" | "refuse";
  state: string;
  decided_by: string | null;
  inputs: unknown;
};

/** Referrals of a program that were scored since an instant, newest first. */
export async function readScored(ws: string, db: Client, of: { programId: string; since: number; limit: number }): Promise<Scored[]> {
  const { rows } = await db.query<Scored>(
    `select id, friend_id, advocate_id, score, verdict, state, decided_by, inputs from risk_assessment
      where workspace_id = $1 and program_id = $2 and id >= $3 order by id desc limit $4`,
    [ws, of.programId, idFloor(of.since), of.limit],
  );
  return rows;
}

/** What these friends' referrals have earned, whoever got it, by unit. */
export async function sumByFriends(
  ws: string,
  db: Client,
  of: { programId: string; friends: readonly string[] },
): Promise<{ unit: string; amount: number; rewards: number }[]> {
  const { rows } = await db.query<{ unit: string; amount: number; rewards: number }>(
    `select unit, sum(nominal)::bigint as amount, count(*)::int as rewards from reward
      where workspace_id = $1 and program_id = $2 and friend_id = any($3::uuid[]) group by unit order by unit`,
    [ws, of.programId, plain(of.friends)],
  );
  return rows;
}
