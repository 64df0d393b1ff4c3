/** Sessions of accounts. better-auth makes and ends them; here is what we ask of its table besides: who, since when, from where. */
import type { Pool } from "./db.ts";

export type AccountSession = { id: string; user_id: string; name: string; email: string; two_factor: boolean };

/** A day without a request ends a session; a week ends it in any case (`expiresAt`, which is never moved). */
const IDLE = "interval '24 hours'";

/** The live session of a token, noted as used at most once a minute; null when it has ended. */
export async function readAccountSession(pool: Pool, token: string): Promise<AccountSession | null> {
  const { rows } = await pool.query<AccountSession & { stale: boolean }>({
    name: "account_session",
    text: `select s.id, s."userId" as user_id, u.name, u.email, coalesce(u."twoFactorEnabled", false) as two_factor,
            s."updatedAt" < transaction_timestamp() - interval '1 minute' as stale
       from auth."session" s join auth."user" u on u.id = s."userId"
      where s.token = $1 and s."expiresAt" > transaction_timestamp() and s."updatedAt" > transaction_timestamp() - ${IDLE}`,
    values: [token],
  });
  const [found] = rows;
  if (found === undefined) return null;
  const { stale, ...session } = found;
  if (stale) await pool.query('update auth."session" set "updatedAt" = transaction_timestamp() where id = $1', [session.id]);
  return session;
}

export type AccountSessionRow = {
  id: string;
  created_at: number;
  seen_at: number;
  ends_at: number;
  address: string | null;
  agent: string | null;
};

/** An account's live sessions, the last used first. */
export async function listAccountSessions(pool: Pool, userId: string): Promise<AccountSessionRow[]> {
  const { rows } = await pool.query<AccountSessionRow>(
    `select id, "createdAt" as created_at, "updatedAt" as seen_at, least("expiresAt", "updatedAt" + ${IDLE}) as ends_at,
            "ipAddress" as address, "userAgent" as agent
       from auth."session"
      where "userId" = $1 and "expiresAt" > transaction_timestamp() and "updatedAt" > transaction_timestamp() - ${IDLE}
      order by "updatedAt" desc limit 100`,
    [userId],
  );
  return rows;
}

/** Ends one of an account's sessions, or (`but`) all but one. @returns how many. */
export async function endAccountSessions(pool: Pool, of: { userId: string; id?: string; but?: string }): Promise<number> {
  const { rowCount } = await pool.query(
    `delete from auth."session" where "userId" = $1 and ($2::text is null or id = $2) and ($3::text is null or id <> $3)`,
    [of.userId, of.id ?? null, of.but ?? null],
  );
  return rowCount ?? 0;
}

/** What has ended by itself and was not asked for since. */
export async function dropEndedAccountSessions(pool: Pool): Promise<void> {
  await pool.query(
    `delete from auth."session" where "expiresAt" < transaction_timestamp() or "updatedAt" < transaction_timestamp() - ${IDLE}`,
  );
  await pool.query(`delete from auth."verification" where "expiresAt" < transaction_timestamp()`);
}
