/** Reading links and codes, and who takes part. */
import type { Client } from "./db.ts";

export type LinkRow = {
  id: string;
  program: string;
  program_id: string;
  person_id: string;
  code: string;
  kind: "random" | "vanity" | "coupon";
  channel: string | null;
  created_at: number;
  disabled_at: number | null;
};

const LINK = `
  select l.id, p.key as program, l.program_id, l.person_id, l.code, l.kind, l.channel, l.created_at, l.disabled_at
    from link l join program p on p.workspace_id = l.workspace_id and p.id = l.program_id
   where l.workspace_id = $1`;

/** One link by its id, or null. */
export async function readLink(workspaceId: string, db: Client, id: string): Promise<LinkRow | null> {
  const { rows } = await db.query<LinkRow>(`${LINK} and l.id = $2`, [workspaceId, id]);
  return rows[0] ?? null;
}

/** A link by its normalised code (core/code.ts), or null. */
export async function readLinkByCode(workspaceId: string, db: Client, codeKey: string): Promise<LinkRow | null> {
  const { rows } = await db.query<LinkRow>(`${LINK} and l.code_key = $2`, [workspaceId, codeKey]);
  return rows[0] ?? null;
}

/** Links, newest first; of one person or program when given. */
export async function listLinks(
  workspaceId: string,
  db: Client,
  filter: { before: string | null; limit: number; personId: string | null; program: string | null },
): Promise<LinkRow[]> {
  const { rows } = await db.query<LinkRow>(
    `${LINK} and ($2::uuid is null or l.id < $2) and ($3::uuid is null or l.person_id = $3) and ($4::text is null or p.key = $4)
      order by l.id desc limit $5`,
    [workspaceId, filter.before, filter.personId, filter.program, filter.limit],
  );
  return rows;
}

/** An advocate's newest links in a program. */
export async function listLinksOf(
  workspaceId: string,
  db: Client,
  of: { personId: string; program: string; limit: number },
): Promise<LinkRow[]> {
  const text = `${LINK} and l.person_id = $2 and p.key = $3 order by l.id desc limit $4`;
  const { rows } = await db.query<LinkRow>({ name: "list_links_of", text, values: [workspaceId, of.personId, of.program, of.limit] });
  return rows;
}

export type AdvocateRow = { person_id: string; program: string; program_id: string; status: string; joined_at: number };

const ADVOCATE = `
  select a.person_id, p.key as program, a.program_id, a.status, a.joined_at
    from advocate a join program p on p.workspace_id = a.workspace_id and p.id = a.program_id
   where a.workspace_id = $1`;

/** One person's part in one program, or null. */
export async function readAdvocate(
  workspaceId: string,
  db: Client,
  key: { program: string; personId: string },
): Promise<AdvocateRow | null> {
  const text = `${ADVOCATE} and p.key = $2 and a.person_id = $3`;
  const { rows } = await db.query<AdvocateRow>({ name: "read_advocate", text, values: [workspaceId, key.program, key.personId] });
  return rows[0] ?? null;
}

/** Advocates of a program, by person id downwards. */
export async function listAdvocates(
  workspaceId: string,
  db: Client,
  filter: { before: string | null; limit: number; program: string; status: string | null },
): Promise<AdvocateRow[]> {
  const { rows } = await db.query<AdvocateRow>(
    `${ADVOCATE} and p.key = $2 and ($3::uuid is null or a.person_id < $3) and ($4::text is null or a.status = $4)
      order by a.person_id desc limit $5`,
    [workspaceId, filter.program, filter.before, filter.status, filter.limit],
  );
  return rows;
}
