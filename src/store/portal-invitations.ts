/** Who may join a program that one is invited to. Addresses are keyed hashes; the address itself is sealed until she joined. */
import type { Client } from "./db.ts";

export type InvitationRow = {
  id: string;
  program: string;
  email: string | null;
  locale: string | null;
  created_at: number;
  ends_at: number;
  person_id: string | null;
  joined_at: number | null;
  revoked_at: number | null;
  program_id: string;
  over: boolean;
};
export type NewInvitation = {
  id: string;
  programId: string;
  address: string;
  email: string;
  locale: string | null;
  tokenHash: string;
  seconds: number;
};

/**
 * Invites an address, or invites it again: the same row with a new link, at most `sends` times in all. @returns its id and end, or null
 * where it was invited so often already, or joined.
 */
export async function upsertInvitation(
  workspaceId: string,
  db: Client,
  i: NewInvitation & { sends: number },
): Promise<{ id: string; ends_at: number } | null> {
  const { rows } = await db.query<{ id: string; ends_at: number }>(
    `insert into portal_invitation as t (workspace_id, id, program_id, address, email, locale, token_hash, ends_at)
     values ($1, $2, $3, $4, $5, $6, $7, transaction_timestamp() + make_interval(secs => $8))
         on conflict (workspace_id, program_id, address) where revoked_at is null do update
        set token_hash = excluded.token_hash, ends_at = excluded.ends_at, locale = coalesce(excluded.locale, t.locale),
            sends = t.sends + 1
      where t.joined_at is null and t.sends < $9
     returning id, ends_at`,
    [workspaceId, i.id, i.programId, i.address, i.email, i.locale, i.tokenHash, i.seconds, i.sends],
  );
  return rows[0] ?? null;
}

const COLUMNS = `i.id, p.key as program, i.email, i.locale, i.created_at, i.ends_at, i.person_id, i.joined_at, i.revoked_at,
    i.program_id, i.ends_at <= transaction_timestamp() as over
  from portal_invitation i join program p on p.workspace_id = $1 and p.id = i.program_id where i.workspace_id = $1`;

/** Newest first. */
export async function listInvitations(
  workspaceId: string,
  db: Client,
  page: { before: string | null; limit: number; program: string | null },
): Promise<InvitationRow[]> {
  const { rows } = await db.query<InvitationRow>(
    `select ${COLUMNS} and ($2::uuid is null or i.id < $2) and ($3::text is null or p.key = $3) order by i.id desc limit $4`,
    [workspaceId, page.before, page.program, page.limit],
  );
  return rows;
}

/** One, or null. */
export async function readInvitation(workspaceId: string, db: Client, id: string): Promise<InvitationRow | null> {
  const { rows } = await db.query<InvitationRow>(`select ${COLUMNS} and i.id = $2`, [workspaceId, id]);
  return rows[0] ?? null;
}

/** Takes it back; false when it is taken back already, or she joined. */
export async function revokeInvitation(workspaceId: string, db: Client, id: string): Promise<boolean> {
  const { rowCount } = await db.query(
    `update portal_invitation set revoked_at = transaction_timestamp(), email = null
      where workspace_id = $1 and id = $2 and revoked_at is null and joined_at is null`,
    [workspaceId, id],
  );
  return rowCount === 1;
}

/** The invitation behind a link, while it is good. */
export async function readInvitationByToken(workspaceId: string, db: Client, tokenHash: string): Promise<InvitationRow | null> {
  const { rows } = await db.query<InvitationRow>(
    `select ${COLUMNS} and i.token_hash = $2 and i.revoked_at is null and i.joined_at is null and i.ends_at > transaction_timestamp()`,
    [workspaceId, tokenHash],
  );
  return rows[0] ?? null;
}

/** Uses up an invitation's link; she is still invited. Of two at once one gets it. */
export async function useInvitationLink(workspaceId: string, db: Client, of: { id: string; tokenHash: string }): Promise<boolean> {
  const { rowCount } = await db.query(
    "update portal_invitation set token_hash = 'used:' || id where workspace_id = $1 and id = $2 and token_hash = $3",
    [workspaceId, of.id, of.tokenHash],
  );
  return rowCount === 1;
}

/** Whether one of these addresses is invited to a program. An invitation that one has followed does not run out. */
export async function isInvited(
  workspaceId: string,
  db: Client,
  of: { programId: string; addresses: readonly string[]; personId: string },
): Promise<boolean> {
  const { rowCount } = await db.query(
    `select 1 from portal_invitation where workspace_id = $1 and program_id = $2 and revoked_at is null
        and (person_id = $4 or (address = any($3::text[]) and (ends_at > transaction_timestamp() or token_hash = 'used:' || id)))`,
    [workspaceId, of.programId, of.addresses, of.personId],
  );
  return (rowCount ?? 0) > 0;
}

/** She joined: the address is not needed any more. */
export async function markJoined(
  workspaceId: string,
  db: Client,
  of: { programId: string; addresses: readonly string[]; personId: string },
): Promise<void> {
  await db.query(
    `update portal_invitation set person_id = $4, joined_at = coalesce(joined_at, transaction_timestamp()), email = null
      where workspace_id = $1 and program_id = $2 and revoked_at is null and address = any($3::text[])`,
    [workspaceId, of.programId, of.addresses, of.personId],
  );
}
