/** Mails that an advocate has sent to a friend: one an address and program, ever. */
import type { Client } from "./db.ts";

export type MailInvitation = {
  id: string;
  program_id: string;
  program: string;
  advocate_id: string;
  address: string;
  email: string | null;
  name: string | null;
  note: string | null;
  locale: string;
  at: number;
};

/** One, or null. */
export async function readInvitation(workspaceId: string, db: Client, id: string): Promise<MailInvitation | null> {
  const { rows } = await db.query<MailInvitation>(
    `select i.id, i.program_id, p.key as program, i.advocate_id, i.address, i.email, i.name, i.note, i.locale, i.at
       from mail_invitation i join program p on p.workspace_id = $1 and p.id = i.program_id
      where i.workspace_id = $1 and i.id = $2`,
    [workspaceId, id],
  );
  return rows[0] ?? null;
}

/** Adds one; false when somebody has had this address written to for the program before. */
export async function insertInvitation(workspaceId: string, db: Client, i: Omit<MailInvitation, "program">): Promise<boolean> {
  const { rowCount } = await db.query(
    `insert into mail_invitation (workspace_id, id, program_id, advocate_id, address, email, name, note, locale, at)
     values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10) on conflict do nothing`,
    [workspaceId, i.id, i.program_id, i.advocate_id, i.address, i.email, i.name, i.note, i.locale, i.at],
  );
  return rowCount === 1;
}

/** How many an advocate has asked for since an instant. */
export async function countInvitations(workspaceId: string, db: Client, of: { advocateId: string; since: number }): Promise<number> {
  const { rows } = await db.query<{ n: number }>(
    "select count(*)::int as n from mail_invitation where workspace_id = $1 and advocate_id = $2 and at >= $3",
    [workspaceId, of.advocateId, of.since],
  );
  return rows[0]?.n ?? 0;
}

/** What was needed to write to the friend goes when it was done; that it was stays, as a hash. */
export async function forgetInvited(workspaceId: string, db: Client, id: string): Promise<void> {
  await db.query("update mail_invitation set email = null, name = null, note = null where workspace_id = $1 and id = $2", [
    workspaceId,
    id,
  ]);
}
