/** Operators: which account may do what in a workspace. Names and addresses are the account's (schema auth) and are joined in. */
import type { Role } from "../core/roles.ts";
import type { Client, Pool } from "./db.ts";

export type OperatorRow = {
  id: string;
  user_id: string;
  role: Role;
  name: string;
  email: string;
  two_factor: boolean;
  /** Epoch milliseconds. */
  created_at: number;
  last_seen_at: number | null;
  disabled_at: number | null;
  /** The language in which she works; null: not known yet. */
  locale: string | null;
  /** Whether she gets the week by mail. */
  weekly: boolean;
  alerts: boolean;
};

const COLUMNS = `o.id, o.user_id, o.role, u.name, u.email, coalesce(u."twoFactorEnabled", false) as two_factor, o.created_at,
  o.last_seen_at, o.disabled_at, o.locale, o.weekly, o.alerts`;
const FROM = `operator o join auth."user" u on u.id = o.user_id`;

/** The oldest first. A workspace has as many as people work in it: all at once. */
export async function listOperators(workspaceId: string, db: Client): Promise<OperatorRow[]> {
  const { rows } = await db.query<OperatorRow>(`select ${COLUMNS} from ${FROM} where o.workspace_id = $1 order by o.id limit 500`, [
    workspaceId,
  ]);
  return rows;
}

export async function readOperator(workspaceId: string, db: Client, id: string): Promise<OperatorRow | null> {
  const { rows } = await db.query<OperatorRow>(`select ${COLUMNS} from ${FROM} where o.workspace_id = $1 and o.id = $2`, [
    workspaceId,
    id,
  ]);
  return rows[0] ?? null;
}

/** The operator that an account is in this workspace; a disabled one too. */
export async function readOperatorOfUser(workspaceId: string, db: Client, userId: string): Promise<OperatorRow | null> {
  const { rows } = await db.query<OperatorRow>({
    name: "operator_of_user",
    text: `select ${COLUMNS} from ${FROM} where o.workspace_id = $1 and o.user_id = $2`,
    values: [workspaceId, userId],
  });
  return rows[0] ?? null;
}

/** Notes that she was here, at most once a minute. */
export async function noteOperatorSeen(workspaceId: string, db: Client, id: string): Promise<void> {
  await db.query({
    name: "operator_seen",
    text: `update operator set last_seen_at = transaction_timestamp()
      where workspace_id = $1 and id = $2 and (last_seen_at is null or last_seen_at < transaction_timestamp() - interval '1 minute')`,
    values: [workspaceId, id],
  });
}

/** False where the account is an operator here already. */
export async function insertOperator(workspaceId: string, db: Client, of: { id: string; userId: string; role: Role }): Promise<boolean> {
  const { rowCount } = await db.query(
    "insert into operator (workspace_id, id, user_id, role) values ($1, $2, $3, $4) on conflict (workspace_id, user_id) do nothing",
    [workspaceId, of.id, of.userId, of.role],
  );
  await db.query("insert into operator_directory (user_id, workspace_id) values ($1, $2) on conflict do nothing", [
    of.userId,
    workspaceId,
  ]);
  return rowCount === 1;
}

/** The owners who may act, locked: of two who demote each other at once, the second sees what the first did. */
export async function lockOwners(workspaceId: string, db: Client): Promise<string[]> {
  const { rows } = await db.query<{ id: string }>(
    "select id from operator where workspace_id = $1 and role = 'owner' and disabled_at is null order by id for update",
    [workspaceId],
  );
  return rows.map(({ id }) => id);
}

export async function updateOperator(workspaceId: string, db: Client, of: { id: string; role: Role; disabled: boolean }): Promise<void> {
  await db.query(
    `update operator set role = $3, disabled_at = case when $4 then coalesce(disabled_at, transaction_timestamp()) end
      where workspace_id = $1 and id = $2`,
    [workspaceId, of.id, of.role, of.disabled],
  );
}

/** The language in which she works, or whether she gets the week or alerts by mail; what is left out stays. */
export async function setOperatorMail(
  workspaceId: string,
  db: Client,
  of: { id: string; locale?: string; weekly?: boolean; alerts?: boolean },
): Promise<void> {
  await db.query(
    `update operator set locale = coalesce($3, locale), weekly = coalesce($4, weekly), alerts = coalesce($5, alerts)
      where workspace_id = $1 and id = $2`,
    [workspaceId, of.id, of.locale ?? null, of.weekly ?? null, of.alerts ?? null],
  );
}

export async function deleteOperator(workspaceId: string, db: Client, of: { id: string; userId: string }): Promise<void> {
  await db.query("delete from report_reader where workspace_id = $1 and operator_id = $2", [workspaceId, of.id]);
  await db.query("delete from operator where workspace_id = $1 and id = $2", [workspaceId, of.id]);
  await db.query("delete from operator_directory where user_id = $1 and workspace_id = $2", [of.userId, workspaceId]);
}

export type OperatorPlace = { workspace_id: string; home: string; slug: string; sandbox: boolean; closed: boolean };

/** Where an account is an operator, sandboxes included, the oldest workspace first; `slug` asks for one. */
export async function listOperatorPlaces(pool: Pool, ask: { userId: string; slug: string | null }): Promise<OperatorPlace[]> {
  const { rows } = await pool.query<OperatorPlace>({
    name: "operator_places",
    text: `select w.workspace_id, d.workspace_id as home, w.slug, w.sandbox_of is not null as sandbox, w.closed_at is not null as closed
       from operator_directory d join workspace_directory w on d.workspace_id in (w.workspace_id, w.sandbox_of)
      where d.user_id = $1 and ($2::text is null or w.slug = $2) order by closed, d.workspace_id, sandbox`,
    values: [ask.userId, ask.slug],
  });
  return rows;
}

/** Whether an address has an account, and where it is an operator first. Only for deciding what to write to it. */
export async function findAccountPlace(pool: Pool, email: string): Promise<{ userId: string; workspaceId: string | null } | null> {
  const { rows } = await pool.query<{ userId: string; workspaceId: string | null }>(
    `select u.id as "userId", (select workspace_id from operator_directory d where d.user_id = u.id
              order by workspace_id limit 1) as "workspaceId"
       from auth."user" u where u.email = lower($1)`,
    [email],
  );
  return rows[0] ?? null;
}
