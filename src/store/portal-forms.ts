/** What people say of themselves on their own side: answers of applications, preferences, questions. Gone when they are erased. */
import { plain } from "./arrays.ts";
import type { Client } from "./db.ts";

/** Keeps what somebody answered; the newest answers of a program count. */
export async function saveAnswers(
  workspaceId: string,
  db: Client,
  of: { programId: string; personId: string; data: unknown; at: number },
): Promise<void> {
  await db.query(
    `insert into portal_answers (workspace_id, program_id, person_id, data, at) values ($1, $2, $3, $4, $5)
         on conflict (workspace_id, program_id, person_id) do update set data = excluded.data, at = excluded.at`,
    [workspaceId, of.programId, of.personId, JSON.stringify(of.data), of.at],
  );
}

/** The answers of these people to a program's form. */
export async function readAnswersOf(
  workspaceId: string,
  db: Client,
  of: { programId: string; people: readonly string[] },
): Promise<Map<string, Record<string, unknown>>> {
  const { rows } = await db.query<{ person_id: string; data: Record<string, unknown> }>(
    "select person_id, data from portal_answers where workspace_id = $1 and program_id = $2 and person_id = any($3::uuid[])",
    [workspaceId, of.programId, plain(of.people)],
  );
  return new Map(rows.map((row) => [row.person_id, row.data]));
}

export type PreferenceRow = { locale: string | null; zone: string | null; off: string[]; digest: "each" | "weekly" | "none" };

/** What she chose, or null. */
export async function readPreference(workspaceId: string, db: Client, personId: string): Promise<PreferenceRow | null> {
  const { rows } = await db.query<PreferenceRow>(
    "select locale, zone, off, digest from portal_preference where workspace_id = $1 and person_id = $2",
    [workspaceId, personId],
  );
  return rows[0] ?? null;
}

export async function savePreference(workspaceId: string, db: Client, of: PreferenceRow & { personId: string }): Promise<void> {
  await db.query(
    `insert into portal_preference (workspace_id, person_id, locale, zone, off, digest) values ($1, $2, $3, $4, $5, $6)
         on conflict (workspace_id, person_id) do update set locale = excluded.locale, zone = excluded.zone, off = excluded.off,
            digest = excluded.digest, updated_at = transaction_timestamp()`,
    [workspaceId, of.personId, of.locale, of.zone, of.off, of.digest],
  );
}

export type HelpRow = {
  id: string;
  person_id: string;
  program: string | null;
  topic: string;
  text: string;
  page: string | null;
  at: number;
  answer: string | null;
  answered_at: number | null;
  kind: "ticket" | "feedback";
  state: "open" | "waiting" | "answered" | "closed" | "new" | "planned" | "done";
  assigned: string | null;
  tags: string[];
  score: number | null;
};

export async function insertHelp(
  workspaceId: string,
  db: Client,
  q: Pick<HelpRow, "id" | "person_id" | "program" | "topic" | "text" | "page" | "at" | "kind" | "state" | "score">,
): Promise<void> {
  await db.query(
    `insert into portal_help (workspace_id, id, person_id, program, topic, text, page, at, kind, state, score)
     values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11)`,
    [workspaceId, q.id, q.person_id, q.program, q.topic, q.text, q.page, q.at, q.kind, q.state, q.score],
  );
}

const HELP = `select id, person_id, program, topic, text, page, at, answer, answered_at, kind, state, assigned, tags, score
  from portal_help where workspace_id = $1`;

/** One question, or null. */
export async function readHelp(workspaceId: string, db: Client, id: string): Promise<HelpRow | null> {
  const { rows } = await db.query<HelpRow>(`${HELP} and id = $2`, [workspaceId, id]);
  return rows[0] ?? null;
}

export type HelpFilter = {
  before: string | null;
  limit: number;
  /** Without an answer yet, or with one. */
  open: boolean | null;
  personId: string | null;
  kind: string | null;
  state: string | null;
  assigned: string | null;
  tag: string | null;
  program: string | null;
};

/** Newest first. */
export async function listHelp(workspaceId: string, db: Client, page: HelpFilter): Promise<HelpRow[]> {
  const { rows } = await db.query<HelpRow>(
    `${HELP} and ($2::uuid is null or id < $2) and ($3::boolean is null or (answered_at is null) = $3)
        and ($4::uuid is null or person_id = $4) and ($5::text is null or kind = $5) and ($6::text is null or state = $6)
        and ($7::text is null or assigned = $7) and ($8::text is null or $8 = any(tags)) and ($9::text is null or program = $9)
      order by id desc limit $10`,
    [workspaceId, page.before, page.open, page.personId, page.kind, page.state, page.assigned, page.tag, page.program, page.limit],
  );
  return rows;
}

/** How it stands, and who looks after it. */
export async function saveHelp(
  workspaceId: string,
  db: Client,
  of: Pick<HelpRow, "id" | "kind" | "state" | "assigned" | "tags"> & { changed_at: number },
): Promise<void> {
  await db.query(
    `update portal_help set kind = $3, state = $4, assigned = $5, tags = $6, changed_at = $7 where workspace_id = $1 and id = $2`,
    [workspaceId, of.id, of.kind, of.state, of.assigned, of.tags, of.changed_at],
  );
}

/** The answer, and how it stands with it; another one takes its place. False when there is no such question. */
export async function answerHelp(
  workspaceId: string,
  db: Client,
  of: { id: string; answer: string; at: number; state: HelpRow["state"] },
): Promise<boolean> {
  const { rowCount } = await db.query(
    "update portal_help set answer = $3, answered_at = $4, state = $5, changed_at = $4 where workspace_id = $1 and id = $2",
    [workspaceId, of.id, of.answer, of.at, of.state],
  );
  return rowCount === 1;
}
