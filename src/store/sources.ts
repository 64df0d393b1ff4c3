/** Shops that send webhooks: their rows, and how they are doing. */
import type { Client, Pool } from "./db.ts";

export type SourceOptions = { customer: "alias" | "user_id"; first_invoice: "payment" | "purchase"; prefix?: string };
export type SourceRow = {
  id: string;
  provider: "stripe" | "shopify" | "woocommerce";
  name: string;
  status: "active" | "disabled";
  options: SourceOptions;
  /** Epoch milliseconds. */
  created_at: number;
  rotated_at: number | null;
  former_until: number | null;
  disconnected_at: number | null;
  refused: number;
  refused_at: number | null;
  refused_reason: string | null;
};
/** With the secrets as they are sealed, whether the workspace is a sandbox, and the database's own clock. */
export type SourceSecrets = SourceRow & { secret: string; former_secret: string | null; sandbox: boolean; now: number };

const CLOCK = "(extract(epoch from clock_timestamp()) * 1000)::bigint";
const COLUMNS = `s.id, s.provider, s.name, s.status, s.options, s.created_at, s.rotated_at, s.former_until, s.disconnected_at,
  s.refused, s.refused_at, s.refused_reason`;

/** The workspace of a source, or null. Global by nature: the address holds the id and nothing else. */
export async function findSourceWorkspace(pool: Pool, id: string): Promise<string | null> {
  const { rows } = await pool.query<{ workspace_id: string }>(
    `select s.workspace_id from source_directory s join workspace_directory w on w.workspace_id = s.workspace_id
      where s.id = $1 and w.closed_at is null`,
    [id],
  );
  return rows[0]?.workspace_id ?? null;
}

/** A source with its secrets, or null. */
export async function readSourceSecrets(workspaceId: string, db: Client, id: string): Promise<SourceSecrets | null> {
  const { rows } = await db.query<SourceSecrets>(
    `select ${COLUMNS}, s.secret, s.former_secret, w.sandbox_of is not null as sandbox, ${CLOCK} as now
       from source s join workspace w on w.workspace_id = $1 where s.workspace_id = $1 and s.id = $2`,
    [workspaceId, id],
  );
  return rows[0] ?? null;
}

/** A source, or null. */
export async function readSource(workspaceId: string, db: Client, id: string): Promise<SourceRow | null> {
  const { rows } = await db.query<SourceRow>(`select ${COLUMNS} from source s where s.workspace_id = $1 and s.id = $2`, [
    workspaceId,
    id,
  ]);
  return rows[0] ?? null;
}

/** Newest first. */
export async function listSources(workspaceId: string, db: Client, page: { before: string | null; limit: number }): Promise<SourceRow[]> {
  const { rows } = await db.query<SourceRow>(
    `select ${COLUMNS} from source s where s.workspace_id = $1 and ($2::uuid is null or s.id < $2) order by s.id desc limit $3`,
    [workspaceId, page.before, page.limit],
  );
  return rows;
}

export type NewSource = { id: string; provider: string; name: string; secret: string; options: SourceOptions };

/** Stores a source and makes its address known. */
export async function insertSource(workspaceId: string, db: Client, source: NewSource): Promise<void> {
  await db.query(
    `insert into source (workspace_id, id, provider, name, secret, options, created_at) values ($1, $2, $3, $4, $5, $6, ${CLOCK})`,
    [workspaceId, source.id, source.provider, source.name, source.secret, JSON.stringify(source.options)],
  );
  await db.query("insert into source_directory (id, workspace_id) values ($1, $2)", [source.id, workspaceId]);
}

/** A new secret; the present one is good for so many milliseconds more. False when there is no such source. */
export async function rotateSourceSecret(
  workspaceId: string,
  db: Client,
  of: { id: string; secret: string; overlapMs: number },
): Promise<boolean> {
  const { rowCount } = await db.query(
    `update source set former_secret = case when $4::bigint > 0 then secret end,
            former_until = case when $4::bigint > 0 then ${CLOCK} + $4 end, secret = $3, rotated_at = ${CLOCK}
      where workspace_id = $1 and id = $2`,
    [workspaceId, of.id, of.secret, of.overlapMs],
  );
  return rowCount === 1;
}

/** False when it is in that state already, or not there. */
export async function setSourceStatus(
  workspaceId: string,
  db: Client,
  of: { id: string; status: "active" | "disabled" },
): Promise<boolean> {
  const { rowCount } = await db.query("update source set status = $3 where workspace_id = $1 and id = $2 and status <> $3", [
    workspaceId,
    of.id,
    of.status,
  ]);
  return rowCount === 1;
}

/** The provider's side was uninstalled. */
export async function disconnectSource(workspaceId: string, db: Client, id: string): Promise<void> {
  await db.query(`update source set disconnected_at = ${CLOCK} where workspace_id = $1 and id = $2`, [workspaceId, id]);
}

/** Counts a refused delivery. At most one a second is written: whoever forges must not choose how often. */
export async function noteRefused(workspaceId: string, db: Client, of: { id: string; reason: string; count: number }): Promise<void> {
  await db.query(
    `update source set refused = refused + $4, refused_at = ${CLOCK}, refused_reason = $3 where workspace_id = $1 and id = $2`,
    [workspaceId, of.id, of.reason, of.count],
  );
}

export type SourceHealth = {
  last_received_at: number | null;
  waiting: number;
  counts: { topic: string; status: string; reason: string | null; count: number; last_at: number }[];
};

/** What came since `days` ago, by topic and what became of it. */
export async function readSourceHealth(workspaceId: string, db: Client, of: { id: string; days: number }): Promise<SourceHealth> {
  const [counts, rest] = await Promise.all([
    db.query<SourceHealth["counts"][number]>(
      `select topic, status, reason, count(*)::int as count, max(at) as last_at from source_delivery
        where workspace_id = $1 and source_id = $2 and at > ${CLOCK} - $3::bigint * 86400000 group by 1, 2, 3 order by 1, 2, 3 limit 200`,
      [workspaceId, of.id, of.days],
    ),
    db.query<{ waiting: number; last: number | null }>(
      `select (select count(*)::int from source_waiting where workspace_id = $1 and source_id = $2) as waiting,
              (select max(at) from source_delivery where workspace_id = $1 and source_id = $2) as last`,
      [workspaceId, of.id],
    ),
  ]);
  return { last_received_at: rest.rows[0]?.last ?? null, waiting: rest.rows[0]?.waiting ?? 0, counts: counts.rows };
}
