/** Writing links. A random code is claimed for the whole installation, a chosen one in its workspace. */
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

/** Takes a normalised code for the workspace among all workspaces. False when it is taken. */
export async function claimCode(workspaceId: string, db: Client, code: string): Promise<boolean> {
  const { rows } = await db.query("insert into link_directory (code, workspace_id) values ($1, $2) on conflict do nothing returning code", [
    code,
    workspaceId,
  ]);
  return rows.length === 1;
}

/** Gives back a code that was claimed in this transaction and found taken inside the workspace. */
export async function releaseCode(workspaceId: string, db: Client, code: string): Promise<void> {
  await db.query("delete from link_directory where code = $1 and workspace_id = $2", [code, workspaceId]);
}

/** Stores a link, created at the workspace's present instant. False when its code is taken in the workspace. */
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
