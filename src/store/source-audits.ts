/** Where customers came from: what was counted, and groups that could be asked. */
import type { SourceCount } from "../core/analytics/sources.ts";
import type { Client } from "./db.ts";

export type AuditOrigin = "answers" | "orders" | "given";
export type SourceAuditRow = {
  id: string;
  name: string;
  origin: AuditOrigin;
  from_at: number | null;
  to_at: number | null;
  counts: SourceCount[];
  baseline: boolean;
  created_at: number;
};
const COLUMNS = "id, name, origin, from_at, to_at, counts, baseline, created_at";

/** Facts looked at, the newest of the span. */
const MOST = 200_000;

export type Span = { from: string; to: string };

/** Answers to the question where somebody heard of the business: surveys called `source`, the answer is their subject. */
export async function countAnswers(workspaceId: string, db: Client, span: Span): Promise<{ source: string; count: number }[]> {
  const { rows } = await db.query<{ source: string; count: number }>(
    `select coalesce(subject, '') as source, count(*) as count
       from (select body ->> 'subject' as subject from fact
              where workspace_id = $1 and type = 'survey_response' and id >= $2 and id < $3 and status = 'settled'
                and body ->> 'name' = 'source' order by id desc limit ${MOST}) f
      group by 1`,
    [workspaceId, span.from, span.to],
  );
  return rows;
}

/** Orders by the channel that came with them. */
export async function countOrderSources(workspaceId: string, db: Client, span: Span): Promise<{ source: string; count: number }[]> {
  const { rows } = await db.query<{ source: string; count: number }>(
    `select source, count(*) as count
       from (select body ->> 'channel' as source from fact
              where workspace_id = $1 and type = 'purchase' and id >= $2 and id < $3 and status = 'settled'
              order by id desc limit ${MOST}) f
      where source is not null group by 1`,
    [workspaceId, span.from, span.to],
  );
  return rows;
}

export async function insertSourceAudit(workspaceId: string, db: Client, a: Omit<SourceAuditRow, "created_at">): Promise<void> {
  await db.query(
    `insert into source_audit (workspace_id, id, name, origin, from_at, to_at, counts, baseline, created_at)
     values ($1, $2, $3, $4, $5, $6, $7, false, workspace_now($1))`,
    [workspaceId, a.id, a.name, a.origin, a.from_at, a.to_at, JSON.stringify(a.counts)],
  );
}

/** One is the baseline. False: there is none such. */
export async function setBaseline(workspaceId: string, db: Client, id: string): Promise<boolean> {
  await db.query("update source_audit set baseline = false where workspace_id = $1 and baseline and id <> $2", [workspaceId, id]);
  const { rowCount } = await db.query("update source_audit set baseline = true where workspace_id = $1 and id = $2", [workspaceId, id]);
  return rowCount === 1;
}

export async function readSourceAudit(workspaceId: string, db: Client, id: string): Promise<SourceAuditRow | null> {
  const { rows } = await db.query<SourceAuditRow>(`select ${COLUMNS} from source_audit where workspace_id = $1 and id = $2`, [
    workspaceId,
    id,
  ]);
  return rows[0] ?? null;
}

/** Newest first. */
export async function listSourceAudits(
  workspaceId: string,
  db: Client,
  page: { before: string | null; limit: number },
): Promise<SourceAuditRow[]> {
  const { rows } = await db.query<SourceAuditRow>(
    `select ${COLUMNS} from source_audit where workspace_id = $1 and ($2::uuid is null or id < $2) order by id desc limit $3`,
    [workspaceId, page.before, page.limit],
  );
  return rows;
}

export const GROUP_KINDS = ["segment", "partners", "employees", "influencers", "communities", "other"] as const;
export const GROUP_CONSENTS = ["given", "some", "none", "unknown"] as const;
export type SourceGroupRow = {
  id: string;
  kind: (typeof GROUP_KINDS)[number];
  name: string;
  owner: string;
  segment_id: string | null;
  size: number | null;
  consent: (typeof GROUP_CONSENTS)[number];
  note: string;
  created_at: number;
};
const GROUP = "id, kind, name, owner, segment_id, size, consent, note, created_at";

export async function readSourceGroups(workspaceId: string, db: Client, ids: readonly string[]): Promise<SourceGroupRow[]> {
  const { rows } = await db.query<SourceGroupRow>(`select ${GROUP} from source_group where workspace_id = $1 and id = any($2::uuid[])`, [
    workspaceId,
    ids,
  ]);
  return rows;
}

/** Newest first. */
export async function listSourceGroups(
  workspaceId: string,
  db: Client,
  page: { before: string | null; limit: number },
): Promise<SourceGroupRow[]> {
  const { rows } = await db.query<SourceGroupRow>(
    `select ${GROUP} from source_group where workspace_id = $1 and ($2::uuid is null or id < $2) order by id desc limit $3`,
    [workspaceId, page.before, page.limit],
  );
  return rows;
}

/** Makes it or changes all of it. */
export async function saveSourceGroup(workspaceId: string, db: Client, g: Omit<SourceGroupRow, "created_at">): Promise<void> {
  await db.query(
    `insert into source_group (workspace_id, id, kind, name, owner, segment_id, size, consent, note, created_at)
     values ($1, $2, $3, $4, $5, $6, $7, $8, $9, workspace_now($1))
         on conflict (workspace_id, id) do update set kind = excluded.kind, name = excluded.name, owner = excluded.owner,
            segment_id = excluded.segment_id, size = excluded.size, consent = excluded.consent, note = excluded.note`,
    [workspaceId, g.id, g.kind, g.name, g.owner, g.segment_id, g.size, g.consent, g.note],
  );
}

/** False when it was not there. */
export async function deleteSourceGroup(workspaceId: string, db: Client, id: string): Promise<boolean> {
  const { rowCount } = await db.query("delete from source_group where workspace_id = $1 and id = $2", [workspaceId, id]);
  return rowCount === 1;
}
