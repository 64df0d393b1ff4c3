/** Invitations to work in a workspace. The link's token is kept as its hash, the address only while it may be used. */
import type { Role } from "../core/roles.ts";
import type { Client } from "./db.ts";

export type OperatorInvitationRow = {
  id: string;
  email: string | null;
  role: Role;
  invited_by: string;
  created_at: number;
  ends_at: number;
  accepted_at: number | null;
  revoked_at: number | null;
};

const COLUMNS = "id, email, role, invited_by, created_at, ends_at, accepted_at, revoked_at";
const OPEN = "accepted_at is null and revoked_at is null and ends_at > transaction_timestamp()";

/** Those that can still be accepted, newest first. */
export async function listOperatorInvitations(workspaceId: string, db: Client): Promise<OperatorInvitationRow[]> {
  const { rows } = await db.query<OperatorInvitationRow>(
    `select ${COLUMNS} from operator_invitation where workspace_id = $1 and ${OPEN} order by id desc limit 500`,
    [workspaceId],
  );
  return rows;
}

export type NewOperatorInvitation = { id: string; email: string; role: Role; tokenHash: string; by: string; days: number };

/** In place of one to the same address, whose link is worth nothing from then on. @returns when it ends. */
export async function insertOperatorInvitation(workspaceId: string, db: Client, of: NewOperatorInvitation): Promise<number> {
  await db.query(
    `update operator_invitation set revoked_at = transaction_timestamp(), email = null
      where workspace_id = $1 and email = $2 and accepted_at is null and revoked_at is null`,
    [workspaceId, of.email],
  );
  const { rows } = await db.query<{ ends_at: number }>(
    `insert into operator_invitation (workspace_id, id, email, role, token_hash, invited_by, ends_at)
     values ($1, $2, $3, $4, $5, $6, transaction_timestamp() + make_interval(days => $7)) returning ends_at`,
    [workspaceId, of.id, of.email, of.role, of.tokenHash, of.by, of.days],
  );
  return rows[0]!.ends_at;
}

/** The open invitation of a link's token, or null. Changes nothing. */
export async function readOperatorInvitation(workspaceId: string, db: Client, tokenHash: string): Promise<OperatorInvitationRow | null> {
  const { rows } = await db.query<OperatorInvitationRow>(
    `select ${COLUMNS} from operator_invitation where workspace_id = $1 and token_hash = $2 and ${OPEN}`,
    [workspaceId, tokenHash],
  );
  return rows[0] ?? null;
}

/** Uses it up: of two at once exactly one is true. */
export async function takeOperatorInvitation(workspaceId: string, db: Client, id: string): Promise<boolean> {
  const { rowCount } = await db.query(
    `update operator_invitation set accepted_at = transaction_timestamp(), email = null where workspace_id = $1 and id = $2 and ${OPEN}`,
    [workspaceId, id],
  );
  return rowCount === 1;
}

export async function revokeOperatorInvitation(workspaceId: string, db: Client, id: string): Promise<boolean> {
  const { rowCount } = await db.query(
    `update operator_invitation set revoked_at = transaction_timestamp(), email = null
      where workspace_id = $1 and id = $2 and accepted_at is null and revoked_at is null`,
    [workspaceId, id],
  );
  return rowCount === 1;
}

/** Addresses of invitations that are over. */
export async function forgetOldOperatorInvitations(workspaceId: string, db: Client): Promise<void> {
  await db.query(
    "update operator_invitation set email = null where workspace_id = $1 and email is not null and ends_at < transaction_timestamp()",
    [workspaceId],
  );
}
