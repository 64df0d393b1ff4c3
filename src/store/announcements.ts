/** Announcements: the documents, and what became of each. */
import type { AnnouncementSettings, AnnouncementState, AnnouncementTexts, Audience, Moment } from "../core/announce/announcement.ts";
import type { Client } from "./db.ts";

export type AnnouncementRow = {
  id: string;
  name: string;
  program_id: string | null;
  audience: Audience;
  moment: Moment | null;
  texts: AnnouncementTexts;
  settings: AnnouncementSettings;
  status: AnnouncementState;
  created_at: number;
  scheduled_at: number | null;
  started_at: number | null;
  ended_at: number | null;
  next_at: number | null;
  cursor: string | null;
  spread: boolean;
  looked_to: number | null;
  slot_at: number;
  asked: number;
  held: Record<string, number>;
};

const COLUMNS = `id, name, program_id, audience, moment, texts, settings, status, created_at, scheduled_at, started_at, ended_at, next_at,
  cursor, spread, looked_to, slot_at, asked, held`;

export type AnnouncementFilter = { before: string | null; limit: number; status: string | null; moments: boolean | null };

/** The newest first. */
export async function listAnnouncements(workspaceId: string, db: Client, filter: AnnouncementFilter): Promise<AnnouncementRow[]> {
  const { rows } = await db.query<AnnouncementRow>(
    `select ${COLUMNS} from announcement where workspace_id = $1 and ($2::uuid is null or id < $2) and ($3::text is null or status = $3)
        and ($4::bool is null or (moment is not null) = $4) order by id desc limit $5`,
    [workspaceId, filter.before, filter.status, filter.moments, filter.limit],
  );
  return rows;
}

export async function readAnnouncement(workspaceId: string, db: Client, id: string): Promise<AnnouncementRow | null> {
  const { rows } = await db.query<AnnouncementRow>(`select ${COLUMNS} from announcement where workspace_id = $1 and id = $2`, [
    workspaceId,
    id,
  ]);
  return rows[0] ?? null;
}

/** The one that is to be looked at first, taken for this transaction; null: none is due, or another process has it. */
export async function takeDueAnnouncement(workspaceId: string, db: Client, now: number): Promise<AnnouncementRow | null> {
  const { rows } = await db.query<AnnouncementRow>(
    `select ${COLUMNS} from announcement where workspace_id = $1 and next_at <= $2 order by next_at limit 1 for update skip locked`,
    [workspaceId, now],
  );
  return rows[0] ?? null;
}

export type AnnouncementWrite = Pick<AnnouncementRow, "id" | "name" | "program_id" | "audience" | "moment" | "texts" | "settings">;

export async function insertAnnouncement(workspaceId: string, db: Client, w: AnnouncementWrite & { created_at: number }): Promise<void> {
  await db.query(
    `insert into announcement (workspace_id, id, name, program_id, audience, moment, texts, settings, created_at)
     values ($1, $2, $3, $4, $5, $6, $7, $8, $9)`,
    [workspaceId, w.id, w.name, w.program_id, ...documents(w), w.created_at],
  );
}

export async function updateAnnouncement(workspaceId: string, db: Client, w: AnnouncementWrite): Promise<void> {
  await db.query(
    `update announcement set name = $3, program_id = $4, audience = $5, moment = $6, texts = $7, settings = $8
      where workspace_id = $1 and id = $2`,
    [workspaceId, w.id, w.name, w.program_id, ...documents(w)],
  );
}

const documents = (w: AnnouncementWrite): unknown[] =>
  [w.audience, w.moment, w.texts, w.settings].map((each) => (each === null ? null : JSON.stringify(each)));

/** What changes while it runs; what is left out stays. */
export type AnnouncementStep = Partial<
  Pick<
    AnnouncementRow,
    "status" | "scheduled_at" | "started_at" | "ended_at" | "next_at" | "cursor" | "spread" | "looked_to" | "slot_at" | "asked" | "held"
  >
>;

export async function stepAnnouncement(workspaceId: string, db: Client, of: { id: string; step: AnnouncementStep }): Promise<void> {
  const fields = Object.entries(of.step);
  if (fields.length === 0) return;
  const sets = fields.map(([name], i) => `${name} = $${i + 3}`).join(", ");
  const values = fields.map(([name, value]) => (name === "held" ? JSON.stringify(value) : value));
  await db.query(`update announcement set ${sets} where workspace_id = $1 and id = $2`, [workspaceId, of.id, ...values]);
}

/** When the next one goes on. Without the looking out for good moments, which never ends. */
export async function readBroadcastDue(workspaceId: string, db: Client): Promise<number | null> {
  const { rows } = await db.query<{ at: number | null }>(
    `select next_at as at from announcement where workspace_id = $1 and next_at is not null and (moment is null or status = 'scheduled')
      order by next_at limit 1`,
    [workspaceId],
  );
  return rows[0]?.at ?? null;
}
