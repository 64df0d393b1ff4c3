/** API keys, sign-in links and sessions. Only hashes of secrets are stored; the directories are read without a workspace. */
import type { Client, Pool } from "./db.ts";

type Db = Pick<Client, "query"> | Pool;
const on = (db: Db): Client => db as Client;

export type KeyKind = "secret" | "publishable" | "test";
export type KeyRow = {
  id: string;
  kind: KeyKind;
  prefix: string;
  last4: string;
  scopes: string[];
  name: string;
  /** The text of a publishable key; null where it is secret, or older than this. */
  shown: string | null;
  /** Epoch milliseconds. */
  created_at: number;
  last_used_at: number | null;
  revoked_at: number | null;
};
export type KeyOwner = { id: string; kind: KeyKind; scopes: string[]; revoked: boolean; sandbox: boolean; closed: boolean; news: number };

/** The workspace a key's SHA-256 belongs to, or null. Global by nature: the key is all that the caller has. */
export async function findKeyWorkspace(db: Db, keyHash: string): Promise<string | null> {
  const { rows } = await on(db).query<{ workspace_id: string }>({
    name: "key_workspace",
    text: "select workspace_id from key_directory where key_hash = $1",
    values: [keyHash],
  });
  return rows[0]?.workspace_id ?? null;
}

/** Of what happened to keys, how much there was. What was read of a key when it was the same still holds. */
export async function readKeyNews(db: Db): Promise<number> {
  const { rows } = await on(db).query<{ number: number }>({ name: "key_news", text: "select number from key_news", values: [] });
  return rows[0]?.number ?? 0;
}

/** Part of every change after which a key may do less or more than before, in its transaction. */
export async function noteKeyNews(db: Db): Promise<void> {
  await on(db).query("update key_news set number = number + 1");
}

/** What a key may do, whether its workspace is a sandbox, and the news of keys that this is as of. */
export async function readKeyByHash(workspaceId: string, db: Client, keyHash: string): Promise<KeyOwner | null> {
  const { rows } = await db.query<KeyOwner>({
    name: "key_owner",
    text: `select k.id, k.kind, k.scopes, k.revoked_at is not null as revoked, w.sandbox_of is not null as sandbox,
            w.closed_at is not null as closed, (select number from key_news) as news
       from api_key k join workspace_directory w on w.workspace_id = k.workspace_id
      where k.workspace_id = $1 and k.key_hash = $2`,
    values: [workspaceId, keyHash],
  });
  return rows[0] ?? null;
}

/** All keys of a workspace, revoked ones too, newest first. */
export async function listKeys(workspaceId: string, db: Client, page: { before: string | null; limit: number }): Promise<KeyRow[]> {
  const { rows } = await db.query<KeyRow>(
    `select id, kind, prefix, last4, scopes, name, shown, created_at, last_used_at, revoked_at from api_key
      where workspace_id = $1 and ($2::uuid is null or id < $2) order by id desc limit $3`,
    [workspaceId, page.before, page.limit],
  );
  return rows;
}

export type NewKeyRow = {
  id: string;
  kind: KeyKind;
  hash: string;
  prefix: string;
  last4: string;
  scopes: string[];
  name: string;
  shown: string | null;
};

/** Stores a key. Its directory row is written by insertKeyDirectory in the same transaction. */
export async function insertKey(workspaceId: string, db: Client, key: NewKeyRow): Promise<void> {
  await db.query(
    `insert into api_key (workspace_id, id, kind, key_hash, prefix, last4, scopes, name, shown)
     values ($1, $2, $3, $4, $5, $6, $7, $8, $9)`,
    [workspaceId, key.id, key.kind, key.hash, key.prefix, key.last4, key.scopes, key.name, key.shown],
  );
}

/** Makes a key findable by its hash. */
export async function insertKeyDirectory(workspaceId: string, db: Client, keyHash: string): Promise<void> {
  await db.query("insert into key_directory (key_hash, workspace_id) values ($1, $2)", [keyHash, workspaceId]);
}

/** Ends a key; returns its hash, or null when there is no such live key. The directory row stays: the answer is "revoked" then. */
export async function revokeKey(workspaceId: string, db: Client, id: string): Promise<string | null> {
  const { rows } = await db.query<{ key_hash: string }>(
    "update api_key set revoked_at = transaction_timestamp() where workspace_id = $1 and id = $2 and revoked_at is null returning key_hash",
    [workspaceId, id],
  );
  if (rows.length > 0) await noteKeyNews(db);
  return rows[0]?.key_hash ?? null;
}

/** Notes that a key was used, at most once a minute whoever asks: a busy key would otherwise be the hottest row there is. */
export async function noteKeyUse(workspaceId: string, db: Client, id: string): Promise<void> {
  await db.query(
    `update api_key set last_used_at = transaction_timestamp()
      where workspace_id = $1 and id = $2 and (last_used_at is null or last_used_at < transaction_timestamp() - interval '1 minute')`,
    [workspaceId, id],
  );
}

/** The sandbox that belongs to a workspace, or null. */
export async function findSandbox(db: Db, workspaceId: string): Promise<string | null> {
  const { rows } = await on(db).query<{ workspace_id: string }>("select workspace_id from workspace_directory where sandbox_of = $1", [
    workspaceId,
  ]);
  return rows[0]?.workspace_id ?? null;
}

export type Nearby = { workspace_id: string; slug: string; sandbox: boolean; closed: boolean };

/** A workspace and its sandbox, the live one first; `slug` asks for one of the two. The directory holds no personal data. */
export async function listNearby(db: Db, ask: { workspaceId: string; slug: string | null }): Promise<Nearby[]> {
  const { rows } = await on(db).query<Nearby>(
    `select workspace_id, slug, sandbox_of is not null as sandbox, closed_at is not null as closed from workspace_directory
      where (workspace_id = $1 or sandbox_of = $1) and ($2::text is null or slug = $2) order by sandbox`,
    [ask.workspaceId, ask.slug],
  );
  return rows;
}

export type SignInKind = "link" | "session";

/** Stores the hash of a one-time link or a session that ends `seconds` from now on the database's clock. */
export async function insertSignIn(
  workspaceId: string,
  db: Db,
  input: { tokenHash: string; kind: SignInKind; seconds: number },
): Promise<void> {
  await on(db).query(
    `insert into sign_in (token_hash, workspace_id, kind, expires_at)
     values ($1, $2, $3, transaction_timestamp() + make_interval(secs => $4))`,
    [input.tokenHash, workspaceId, input.kind, input.seconds],
  );
}

/** The workspace of a live session, or null. */
export async function findSession(db: Db, tokenHash: string): Promise<string | null> {
  const { rows } = await on(db).query<{ workspace_id: string }>(
    `select workspace_id from sign_in
      where token_hash = $1 and kind = 'session' and used_at is null and expires_at > transaction_timestamp()`,
    [tokenHash],
  );
  return rows[0]?.workspace_id ?? null;
}

/** True while a link could still be redeemed. Reading it changes nothing: mail scanners follow links. */
export async function linkIsOpen(db: Db, tokenHash: string): Promise<boolean> {
  const { rowCount } = await on(db).query(
    "select 1 from sign_in where token_hash = $1 and kind = 'link' and used_at is null and expires_at > transaction_timestamp()",
    [tokenHash],
  );
  return rowCount === 1;
}

/** Uses up a link or ends a session: of two at once exactly one gets the workspace, the other null. */
export async function useSignIn(db: Db, input: { tokenHash: string; kind: SignInKind }): Promise<string | null> {
  const { rows } = await on(db).query<{ workspace_id: string }>(
    `update sign_in set used_at = transaction_timestamp()
      where token_hash = $1 and kind = $2 and used_at is null and expires_at > transaction_timestamp() returning workspace_id`,
    [input.tokenHash, input.kind],
  );
  return rows[0]?.workspace_id ?? null;
}
