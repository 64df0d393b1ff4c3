/** What the portal says by itself: the newest announcement to this person, and whether she was asked how easy it was. */
import type { AnnouncementSettings, AnnouncementTexts } from "../core/announce/announcement.ts";
import type { AskedMoment } from "../core/feedback.ts";
import type { Client } from "./db.ts";

export type NoticeRow = {
  id: string;
  texts: AnnouncementTexts;
  settings: AnnouncementSettings;
  program_id: string | null;
  about: string;
};

/** The newest since then that she has not put away; null: none. */
export async function readNotice(
  workspaceId: string,
  db: Client,
  of: { personId: string; programId: string; since: number },
): Promise<NoticeRow | null> {
  const { rows } = await db.query<NoticeRow>({
    name: "portal_notice",
    text: `select a.id, a.texts, a.settings, a.program_id, p.about
             from announcement_person p join announcement a on a.workspace_id = $1 and a.id = p.announcement_id
            where p.workspace_id = $1 and p.person_id = $2 and p.asked_at > $4 and p.dismissed_at is null and p.status = 'asked'
              and a.status <> 'cancelled' and a.settings ->> 'notice' = 'true' and (a.program_id is null or a.program_id = $3)
            order by p.asked_at desc limit 1`,
    values: [workspaceId, of.personId, of.programId, of.since],
  });
  return rows[0] ?? null;
}

/** She put it away. False where she never had it. */
export async function dismissNotice(workspaceId: string, db: Client, of: { announcement: string; personId: string }): Promise<boolean> {
  const { rowCount } = await db.query(
    `update announcement_person set dismissed_at = coalesce(dismissed_at, workspace_now($1))
      where workspace_id = $1 and announcement_id = $2 and person_id = $3 and status = 'asked'`,
    [workspaceId, of.announcement, of.personId],
  );
  return (rowCount ?? 0) > 0;
}

/** After which moments she was asked, and when. */
export async function readAsked(workspaceId: string, db: Client, personId: string): Promise<{ moment: AskedMoment; at: number }[]> {
  const { rows } = await db.query<{ moment: AskedMoment; at: number }>({
    name: "portal_asked",
    text: "select moment, at from portal_asked where workspace_id = $1 and person_id = $2",
    values: [workspaceId, personId],
  });
  return rows;
}

/** She answered, or did not want to: not after this moment again. */
export async function noteAsked(workspaceId: string, db: Client, of: { personId: string; moment: AskedMoment }): Promise<void> {
  await db.query(
    `insert into portal_asked (workspace_id, person_id, moment, at) values ($1, $2, $3, workspace_now($1))
         on conflict (workspace_id, person_id, moment) do nothing`,
    [workspaceId, of.personId, of.moment],
  );
}

export type ScoreMonth = { month: string; scores: Record<string, number> };

/** How often each score was given, by month in a zone, from an instant on. */
export async function readScores(
  workspaceId: string,
  db: Client,
  of: { from: number; zone: string; program: string | null },
): Promise<ScoreMonth[]> {
  const { rows } = await db.query<ScoreMonth>(
    `select month, json_object_agg(score, n) as scores
       from (select to_char(to_timestamp(at / 1000.0) at time zone $3, 'YYYY-MM') as month, score, count(*) as n from portal_help
              where workspace_id = $1 and at >= $2 and score is not null and ($4::text is null or program = $4) group by 1, 2) x
      group by month order by month`,
    [workspaceId, of.from, of.zone, of.program],
  );
  return rows;
}

/** Which versions of programs were published since then: what a score may have changed with. */
export async function readVersionsSince(
  workspaceId: string,
  db: Client,
  of: { from: number; program: string | null },
): Promise<{ program: string; version: number; at: number }[]> {
  const { rows } = await db.query<{ program: string; version: number; at: number }>(
    `select p.key as program, v.version, v.published_at as at
       from program_version v join program p on p.workspace_id = $1 and p.id = v.program_id
      where v.workspace_id = $1 and v.published_at >= $2 and ($3::text is null or p.key = $3) order by v.published_at limit 200`,
    [workspaceId, of.from, of.program],
  );
  return rows;
}
