/** Mails with a link and a code to sign in with: what was sent, how often it was tried. Instants are the database's own. */
import type { Client } from "./db.ts";

export type NewCode = {
  id: string;
  /** The address as a keyed hash, and sealed. */
  address: string;
  email: string;
  program: string | null;
  locale: string | null;
  /** Whoever has this address may sign in; false: the row only takes the time that it takes. */
  open: boolean;
  codeHash: string;
  linkHash: string;
  browserHash: string;
  seconds: number;
  /** Limits per address: mails in so many seconds, wrong tries in a day. */
  sends: number;
  sendSeconds: number;
  triesADay: number;
};

/** Stores a code unless its address had too many. @returns until when it is good (epoch milliseconds), or null */
export async function insertCode(workspaceId: string, db: Client, code: NewCode): Promise<number | null> {
  // One after the other for each address: three at once must not each find two before them.
  await db.query("select pg_advisory_xact_lock(hashtextextended($1 || '|' || $2, 4401))", [workspaceId, code.address]);
  const { rows } = await db.query<{ ends_at: number }>(
    `insert into portal_code (workspace_id, id, address, email, program, locale, open, code_hash, link_hash, browser_hash, ends_at)
     select $1::uuid, $2::uuid, $3::text, $4, $5, $6, $7, $8, $9, $10, transaction_timestamp() + make_interval(secs => $11)
      where (select count(*) from portal_code where workspace_id = $1::uuid and address = $3::text
                and created_at > transaction_timestamp() - make_interval(secs => $12)) < $13
        and (select coalesce(sum(tries), 0) from portal_code where workspace_id = $1::uuid and address = $3::text
                and created_at > transaction_timestamp() - interval '1 day') < $14
     returning ends_at`,
    [
      workspaceId,
      code.id,
      code.address,
      code.email,
      code.program,
      code.locale,
      code.open,
      code.codeHash,
      code.linkHash,
      code.browserHash,
      code.seconds,
      code.sendSeconds,
      code.sends,
      code.triesADay,
    ],
  );
  return rows[0]?.ends_at ?? null;
}

export type CodeRow = { id: string; email: string; program: string | null; locale: string | null; open: boolean };

/**
 * Tries a code at an address from the browser that asked for it. The newest one counts, and only while it has tries left; of two right
 * answers at once one gets it.
 */
export async function tryCode(
  workspaceId: string,
  db: Client,
  of: { address: string; browserHash: string; hashOf: (id: string) => string; tries: number },
): Promise<CodeRow | null> {
  const { rows } = await db.query<CodeRow & { code_hash: string }>(
    `update portal_code set tries = tries + 1 where workspace_id = $1 and id = (
       select id from portal_code where workspace_id = $1 and address = $2 and browser_hash = $3
        order by created_at desc limit 1 for update)
        and used_at is null and ends_at > transaction_timestamp() and tries < $4
     returning id, email, program, locale, open, code_hash`,
    [workspaceId, of.address, of.browserHash, of.tries],
  );
  const [row] = rows;
  if (row === undefined || row.code_hash !== of.hashOf(row.id)) return null;
  // The row is locked since it was tried: nobody else uses it up meanwhile.
  await db.query("update portal_code set used_at = transaction_timestamp() where workspace_id = $1 and id = $2", [workspaceId, row.id]);
  return row;
}

/** The code of a link that is followed in the browser that asked for it; of two at once one gets it. Uses it up. */
export async function useLink(workspaceId: string, db: Client, of: { linkHash: string; browserHash: string }): Promise<CodeRow | null> {
  const { rows } = await db.query<CodeRow>(
    `update portal_code set used_at = transaction_timestamp()
      where workspace_id = $1 and link_hash = $2 and browser_hash = $3 and used_at is null and ends_at > transaction_timestamp()
     returning id, email, program, locale, open`,
    [workspaceId, of.linkHash, of.browserHash],
  );
  return rows[0] ?? null;
}

/** How a link stands for a browser. Looking changes nothing: mail scanners follow links. */
export async function linkState(
  workspaceId: string,
  db: Client,
  of: { linkHash: string; browserHash: string | null },
): Promise<"open" | "elsewhere" | "over"> {
  const { rows } = await db.query<{ here: boolean }>(
    `select browser_hash = $3 as here from portal_code
      where workspace_id = $1 and link_hash = $2 and used_at is null and ends_at > transaction_timestamp()`,
    [workspaceId, of.linkHash, of.browserHash ?? ""],
  );
  return rows[0] === undefined ? "over" : rows[0].here ? "open" : "elsewhere";
}

/**
 * A mail to an address, which need not be anybody's yet: `personId` is then the id of what it is about. Its words are sealed.
 * `send` false writes nothing and takes the same time.
 */
export async function insertLetter(
  workspaceId: string,
  db: Client,
  of: { id: string; kind: string; personId: string; subject: string; locale: string; data: unknown; send: boolean },
): Promise<void> {
  await db.query(
    `insert into message (workspace_id, id, kind, person_id, subject_key, locale, data, due_at)
     select $1::uuid, $2::uuid, $3, $4::uuid, $5, $6, $7::json, workspace_now($1::uuid) where $8 on conflict do nothing`,
    [workspaceId, of.id, of.kind, of.personId, of.subject, of.locale, JSON.stringify(of.data), of.send],
  );
}

/** Drops what cannot be used any more: codes and starts after a day, ended sessions and invitations after a month. */
export async function dropOldPortal(workspaceId: string, db: Client): Promise<void> {
  const drop = (text: string): Promise<unknown> => db.query(text, [workspaceId]);
  await drop("update portal_code set email = null where workspace_id = $1 and email is not null and ends_at < transaction_timestamp()");
  await drop("delete from portal_code where workspace_id = $1 and created_at < transaction_timestamp() - interval '1 day'");
  await drop("delete from portal_oidc where workspace_id = $1 and ends_at < transaction_timestamp()");
  await drop("delete from portal_session where workspace_id = $1 and ends_at < transaction_timestamp()");
  await drop("delete from portal_session where workspace_id = $1 and seen_at < transaction_timestamp() - interval '60 days'");
  await drop(
    `delete from portal_invitation where workspace_id = $1 and joined_at is null
        and least(ends_at, revoked_at) < transaction_timestamp() - interval '30 days'`,
  );
}
