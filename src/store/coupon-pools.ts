/** Coupon codes that the business uploaded, by program and rule. Everything that gives or takes runs behind the writer lock. */
import { plain, quoted } from "./arrays.ts";
import type { Client } from "./db.ts";

export type Pool = { programId: string; rule: string };
/** `code` is what it is looked up by, `written` how the business writes it. */
export type PoolCode = { code: string; written: string };
export type PoolRow = { program: string; rule: string; total: number; left: number; added_at: number };

/** Adds codes that nobody has, in their order. @returns how many were new. */
export async function addPoolCodes(
  workspaceId: string,
  db: Client,
  of: Pool & { codes: readonly PoolCode[]; at: number },
): Promise<number> {
  const { rowCount } = await db.query(
    `insert into coupon_pool_code (workspace_id, code, written, program_id, rule, position, added_at)
     select $1, u.code, u.written, $2, $3, u.n + (select coalesce(max(position), 0) from coupon_pool_code
         where workspace_id = $1 and program_id = $2 and rule = $3), $6
       from unnest($4::text[], $5::text[]) with ordinality u(code, written, n)
     on conflict (workspace_id, code) do nothing`,
    [workspaceId, of.programId, of.rule, quoted(of.codes.map((c) => c.code)), quoted(of.codes.map((c) => c.written)), of.at],
  );
  return rowCount ?? 0;
}

/** The next codes that nobody was given, oldest first, at most `limit`. */
export async function readFreeCodes(workspaceId: string, db: Client, of: Pool & { limit: number }): Promise<PoolCode[]> {
  const { rows } = await db.query<PoolCode>(
    `select code, written from coupon_pool_code where workspace_id = $1 and program_id = $2 and rule = $3 and taken_at is null
      order by position limit $4`,
    [workspaceId, of.programId, of.rule, of.limit],
  );
  return rows;
}

/** Codes are given to rewards. Aborts when one of them was given before. */
export async function takePoolCodes(
  workspaceId: string,
  db: Client,
  of: { codes: readonly string[]; rewards: readonly string[]; at: number },
): Promise<void> {
  if (of.codes.length === 0) return;
  const { rowCount } = await db.query(
    `update coupon_pool_code p set taken_at = $2, reward_id = u.reward from unnest($3::text[], $4::uuid[]) u(code, reward)
      where p.workspace_id = $1 and p.code = u.code and p.taken_at is null`,
    [workspaceId, of.at, quoted(of.codes), plain(of.rewards)],
  );
  await db.query("select assert_batch('coupon codes of a pool', $1, $2)", [of.codes.length, rowCount]);
}

/** Every pool with what is left of it. */
export async function listPools(workspaceId: string, db: Client, programId: string | null): Promise<PoolRow[]> {
  const { rows } = await db.query<PoolRow>(
    `select p.key as program, c.rule, count(*)::int as total, count(*) filter (where c.taken_at is null)::int as left,
            max(c.added_at) as added_at
       from coupon_pool_code c join program p on p.workspace_id = $1 and p.id = c.program_id
      where c.workspace_id = $1 and ($2::uuid is null or c.program_id = $2) group by 1, 2 order by 1, 2`,
    [workspaceId, programId],
  );
  return rows;
}

/** Which of these codes are in the pool, given out or not. */
export async function readPoolCodes(workspaceId: string, db: Client, of: Pool & { codes: readonly string[] }): Promise<string[]> {
  const { rows } = await db.query<{ code: string }>(
    "select code from coupon_pool_code where workspace_id = $1 and program_id = $2 and rule = $3 and code = any($4::text[])",
    [workspaceId, of.programId, of.rule, quoted(of.codes)],
  );
  return rows.map((r) => r.code);
}
