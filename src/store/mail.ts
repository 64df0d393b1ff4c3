/** Messages on their way out: claimed under a lease, tried, and what was sent. */
import type { MessageKind } from "../core/messages/kinds.ts";
import { plain } from "./arrays.ts";
import type { Client } from "./db.ts";

export type ClaimedMail = {
  id: string;
  claims: number;
  tries: number;
  /** Earlier claims of which nobody knows whether they sent it. */
  doubts: number;
  kind: MessageKind;
  person_id: string;
  subject_key: string;
  locale: string;
  data: Record<string, unknown>;
  due_at: number;
};

/** When the next message is due, on the workspace's clock; null when none is. */
export async function readMailDue(workspaceId: string, db: Client): Promise<{ at: number | null; now: number } | null> {
  const { rows } = await db.query<{ at: number | null; now: number }>({
    name: "mail_due",
    text: `select n.now, least(m.at, coalesce(c.next_at, n.now), r.next_at) as at
       from (select workspace_now($1) as now) n
       left join lateral (select next_at from report_schedule where workspace_id = $1 order by next_at limit 1) r on true
       left join lateral (select coalesce(retry_at, due_at) as at from message where workspace_id = $1 and status = 'due'
                           order by coalesce(retry_at, due_at) limit 1) m on true
       left join mail_calendar c on c.workspace_id = $1`,
    values: [workspaceId],
  });
  return rows[0] ?? null;
}

/** Claims what is due: whoever else looks sees it as due when the lease ends. */
export async function claimMail(workspaceId: string, db: Client, ask: { limit: number; leaseMs: number }): Promise<ClaimedMail[]> {
  const { rows } = await db.query<ClaimedMail>(
    `with c as (
       select id from message where workspace_id = $1 and status = 'due' and coalesce(retry_at, due_at) <= workspace_now($1)
        order by coalesce(retry_at, due_at) limit $2 for update skip locked)
     update message m set claims = m.claims + 1, retry_at = workspace_now($1) + $3 from c where m.workspace_id = $1 and m.id = c.id
     returning m.id, m.claims, m.tries, m.claims - 1 - m.ended as doubts, m.kind, m.person_id, m.subject_key, m.locale, m.data, m.due_at`,
    [workspaceId, ask.limit, ask.leaseMs],
  );
  return rows;
}

export type Attempt = { ms: number; code: number | null; error: string | null };
export type Verdict = {
  id: string;
  claims: number;
  status: "due" | "delivered" | "dropped";
  reason: string | null;
  /** Milliseconds until the next try, with "due". */
  wait: number;
  /** Whether it counts as a try (what was the mail server's fault does not), and whether it may have been sent all the same. */
  counts: boolean;
  doubt: boolean;
  attempt: Attempt | null;
};

/** Writes down what became of a claimed message. False: its claim was overtaken or it is decided; nothing is written then. */
export async function recordMail(workspaceId: string, db: Client, v: Verdict): Promise<boolean> {
  const { rowCount } = await db.query(
    `update message set status = $4, reason = $5, tries = tries + $6, ended = ended + $8,
            retry_at = case when $4 = 'due' then workspace_now($1) + $7 end,
            decided_at = case when $4 <> 'due' then workspace_now($1) end
      where workspace_id = $1 and id = $2 and claims = $3 and status = 'due'`,
    [workspaceId, v.id, v.claims, v.status, v.reason, v.counts ? 1 : 0, v.wait, v.doubt ? 0 : 1],
  );
  if (rowCount !== 1) return false;
  if (v.attempt !== null)
    await db.query(
      `insert into mail_attempt (workspace_id, message_id, nth, at, ms, code, error)
       select $1, $2, coalesce(max(nth), 0) + 1, workspace_now($1), $3, $4, $5 from mail_attempt
        where workspace_id = $1 and message_id = $2`,
      [workspaceId, v.id, v.attempt.ms, v.attempt.code, v.attempt.error],
    );
  return true;
}

export type SentMail = {
  message: string;
  person: string;
  about: readonly string[];
  recipient: string | null;
  subject: string | null;
  html: string | null;
  body: string | null;
};

/** Keeps what was sent, once. */
export async function insertMail(workspaceId: string, db: Client, m: SentMail): Promise<void> {
  await db.query(
    `insert into mail (workspace_id, message_id, person_id, about, recipient, subject, html, body, at)
     values ($1, $2, $3, $4::uuid[], $5, $6, $7, $8, workspace_now($1)) on conflict do nothing`,
    [workspaceId, m.message, m.person, plain([...m.about]), m.recipient, m.subject, m.html, m.body],
  );
}

/** Drops up to `limit` of what was sent before an instant. @returns how many. */
export async function dropOldMail(workspaceId: string, db: Client, ask: { before: number; limit: number }): Promise<number> {
  const { rowCount } = await db.query(
    `with d as (delete from mail where workspace_id = $1 and message_id in (
        select message_id from mail where workspace_id = $1 and at < $2 order by at limit $3) returning message_id),
     a as (delete from mail_attempt where workspace_id = $1 and message_id in (select message_id from d))
     select from d`,
    [workspaceId, ask.before, ask.limit],
  );
  return rowCount ?? 0;
}

export type MailRow = {
  id: string;
  kind: MessageKind;
  person_id: string;
  subject_key: string;
  locale: string;
  data: Record<string, unknown>;
  due_at: number;
  status: "due" | "delivered" | "dropped";
  reason: string | null;
  tries: number;
  retry_at: number | null;
  decided_at: number | null;
  sent_at: number | null;
  recipient: string | null;
  subject: string | null;
  html: string | null;
  body: string | null;
};
const MAIL = (content: string): string => `
  select m.id, m.kind, m.person_id, m.subject_key, m.locale, m.data, m.due_at, m.status, m.reason, m.tries, m.retry_at, m.decided_at,
         s.at as sent_at, s.recipient, s.subject, ${content}
    from message m left join mail s on s.workspace_id = $1 and s.message_id = m.id where m.workspace_id = $1`;

/** Messages as mail, the latest due first, without their content. */
export async function listMail(
  workspaceId: string,
  db: Client,
  page: { before: string | null; limit: number; status: string | null; kind: string | null; personId: string | null },
): Promise<MailRow[]> {
  const { rows } = await db.query<MailRow>(
    `${MAIL("null as html, null as body")} and ($2::uuid is null or m.id < $2) and ($3::text is null or m.status = $3)
        and ($4::text is null or m.kind = $4) and ($5::uuid is null or m.person_id = $5) order by m.id desc limit $6`,
    [workspaceId, page.before, page.status, page.kind, page.personId, page.limit],
  );
  return rows;
}

/** One with its content as it was sent, or null. */
export async function readMail(workspaceId: string, db: Client, id: string): Promise<MailRow | null> {
  const { rows } = await db.query<MailRow>(`${MAIL("s.html, s.body")} and m.id = $2`, [workspaceId, id]);
  return rows[0] ?? null;
}

export type AttemptRow = { nth: number; at: number; ms: number; code: number | null; error: string | null };

/** Every try of a message, in order. */
export async function readMailAttempts(workspaceId: string, db: Client, id: string): Promise<AttemptRow[]> {
  const { rows } = await db.query<AttemptRow>(
    "select nth, at, ms, code, error from mail_attempt where workspace_id = $1 and message_id = $2 order by nth",
    [workspaceId, id],
  );
  return rows;
}
