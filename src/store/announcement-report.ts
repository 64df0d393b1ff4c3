/** What came of an announcement. Looked up over the first so many who were asked: where there are more, it is of a part of them. */
import type { Client } from "./db.ts";

export type AnnouncementReport = {
  looked_at: number;
  mailed: number;
  mails_held: number;
  mails_due: number;
  clicked: number;
  joined: number;
  shared: number;
  referred: number;
};

export async function readReport(
  workspaceId: string,
  db: Client,
  of: { announcement: string; subject: string; limit: number },
): Promise<AnnouncementReport> {
  const { rows } = await db.query<AnnouncementReport>(
    `with a as (select person_id, about, asked_at, clicked_at from announcement_person where workspace_id = $1 and announcement_id = $2
        and status = 'asked' order by person_id limit $4),
     m as (select m.status from a join message m on m.workspace_id = $1 and m.person_id = a.person_id and m.kind = 'announcement'
        and m.subject_key = case when a.about = '00000000-0000-0000-0000-000000000000' then $3 else $3 || ':' || a.about end)
     select (select count(*) from a) as looked_at,
            (select count(*) from m where status = 'delivered') as mailed, (select count(*) from m where status = 'dropped') as mails_held,
            (select count(*) from m where status = 'due') as mails_due, (select count(*) from a where clicked_at is not null) as clicked,
            (select count(*) from a where exists (select from advocate d where d.workspace_id = $1 and d.person_id = a.person_id
                and d.joined_at >= a.asked_at and d.status = 'active')) as joined,
            (select count(*) from a where exists (select from share s where s.workspace_id = $1 and s.person_id = a.person_id
                and s.shared_at >= a.asked_at) or exists (select from fact f where f.workspace_id = $1 and f.person_id = a.person_id
                and f.type = 'share' and f.at >= a.asked_at)) as shared,
            (select count(*) from a where exists (select from referral r where r.workspace_id = $1 and r.advocate_id = a.person_id
                and r.bound_at >= a.asked_at and r.status <> 'superseded')) as referred`,
    [workspaceId, of.announcement, of.subject, of.limit],
  );
  return rows[0]!;
}
