/** Writing links. A random code is claimed for the whole installation, a chosen one in its workspace. */
import { plain, quoted } from "./arrays.ts";
import type { Client } from "./db.ts";

export type NewLink = {
  id: string;
  programId: string;
  personId: string;
  /** As its owner wrote it, and normalised (core/code.ts). */
  code: string;
  codeKey: string;
  kind: "random" | "vanity" | "coupon";
  channel: string | null;
};

/** What came of a random link: its code was free in the whole installation, and in the workspace. */
export type Claimed = { code: string; isMade: boolean };

/**
 * Claims the links' codes among all workspaces and stores the links, created at the workspace's present instant. Codes must differ.
 * @returns those whose code was free everywhere; of the others nothing is kept.
 */
export async function insertRandomLinks(workspaceId: string, db: Client, links: readonly NewLink[]): Promise<Claimed[]> {
  const { rows } = await db.query<Claimed>({
    name: "insert_random_links",
    text: `with u as (select * from unnest($2::uuid[], $3::uuid[], $4::uuid[], $5::text[], $6::text[])
                            as u(id, program, person, code, channel)),
          claimed as (insert into link_directory (code, workspace_id) select u.code, $1 from u on conflict do nothing returning code),
          made as (insert into link (workspace_id, id, program_id, person_id, code, code_key, kind, channel, created_at)
                   select $1, u.id, u.program, u.person, u.code, u.code, 'random', u.channel, workspace_now($1)
                     from claimed c join u on u.code = c.code on conflict do nothing returning code)
     select c.code, m.code is not null as "isMade" from claimed c left join made m on m.code = c.code`,
    values: [
      workspaceId,
      plain(links.map((l) => l.id)),
      plain(links.map((l) => l.programId)),
      plain(links.map((l) => l.personId)),
      quoted(links.map((l) => l.codeKey)),
      quoted(links.map((l) => l.channel)),
    ],
  });
  return rows;
}

/** Gives back codes that were claimed in this transaction and found taken inside the workspace. */
export async function releaseCodes(workspaceId: string, db: Client, codes: readonly string[]): Promise<void> {
  await db.query("delete from link_directory where code = any($1::text[]) and workspace_id = $2", [quoted(codes), workspaceId]);
}

/** Stores a link with a code that somebody chose, created at the workspace's present instant. False when its code is taken there. */
export async function insertLink(workspaceId: string, db: Client, link: NewLink): Promise<boolean> {
  const { rows } = await db.query(
    `insert into link (workspace_id, id, program_id, person_id, code, code_key, kind, channel, created_at)
     values ($1, $2, $3, $4, $5, $6, $7, $8, workspace_now($1)) on conflict do nothing returning id`,
    [workspaceId, link.id, link.programId, link.personId, link.code, link.codeKey, link.kind, link.channel],
  );
  return rows.length === 1;
}

/** Disables a link as of `at`; returns its normalised code, or null when there is no such link that is enabled. */
export async function disableLinkRow(workspaceId: string, db: Client, link: { id: string; at: number }): Promise<string | null> {
  const { rows } = await db.query<{ code_key: string }>(
    "update link set disabled_at = $3 where workspace_id = $1 and id = $2 and disabled_at is null returning code_key",
    [workspaceId, link.id, link.at],
  );
  return rows[0]?.code_key ?? null;
}

/** The program's status and whether the person may be given a link: null where there is none of that id. */
export async function readLinkParties(
  workspaceId: string,
  db: Client,
  key: { programId: string; personId: string },
): Promise<{ status: string | null; person: "present" | "erased" | null }> {
  const { rows } = await db.query<{ status: string | null; person: "present" | "erased" | null }>(
    `select (select status from program where workspace_id = $1 and id = $2) as status,
            (select case when erased_at is null then 'present' else 'erased' end
               from person where workspace_id = $1 and id = $3) as person`,
    [workspaceId, key.programId, key.personId],
  );
  return rows[0]!;
}
