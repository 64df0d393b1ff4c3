/** Who reads a workspace's figures by SQL: a role of the database for each, which may read the views of schema `report` and no more. */
import crypto from "node:crypto";
import pg from "pg";
import { scramVerifier, type SetupClient } from "./roles.ts";

export type Reader = { role: string; workspace: string; made_at: number };

/** A name that other databases of the same server will not have. */
const nameFor = (slug: string): string =>
  `grapevine_read_${slug
    .toLowerCase()
    .replaceAll(/[^a-z0-9]+/g, "_")
    .slice(0, 24)}_${crypto.randomBytes(3).toString("hex")}`;

/** Makes a reader of the workspace. Answers null where there is no such workspace; the password is told once. */
export async function addReader(
  client: SetupClient,
  slug: string,
): Promise<{ role: string; password: string; workspaceId: string } | null> {
  const { rows } = await client.query<{ id: string }>("select workspace_id as id from workspace_directory where slug = $1", [slug]);
  const workspace = rows[0]?.id;
  if (workspace === undefined) return null;
  const [role, password] = [nameFor(slug), crypto.randomBytes(24).toString("base64url")];
  const name = pg.escapeIdentifier(role);
  const { rows: named } = await client.query<{ name: string }>("select current_database() as name");
  await client.query(
    [
      "begin",
      `create role ${name} login nosuperuser nobypassrls nocreatedb nocreaterole noreplication connection limit 5
         password ${pg.escapeLiteral(scramVerifier(password))}`,
      `alter role ${name} set default_transaction_read_only = on`,
      `alter role ${name} set statement_timeout = '60s'`,
      `alter role ${name} set search_path = report`,
      // A server may keep settings of other names to its administrators: then the address that is told carries it alone.
      `do $$ begin alter role ${name} set app.workspace_id = ${pg.escapeLiteral(workspace)};
         exception when insufficient_privilege then null; end $$`,
      `grant connect on database ${pg.escapeIdentifier(named[0]!.name)} to ${name}`,
      `grant usage on schema report to ${name}`,
      `grant select on all tables in schema report to ${name}`,
      `revoke all on report.reader from ${name}`,
      `insert into report.reader (role_name, workspace_id) values (${pg.escapeLiteral(role)}, ${pg.escapeLiteral(workspace)})`,
      "commit",
    ].join(";\n"),
  );
  return { role, password, workspaceId: workspace };
}

export async function listReaders(client: SetupClient): Promise<Reader[]> {
  const { rows } = await client.query<Reader>(
    `select r.role_name::text as role, w.slug as workspace, (extract(epoch from r.made_at) * 1000)::float8 as made_at
       from report.reader r left join workspace_directory w on w.workspace_id = r.workspace_id order by r.made_at`,
  );
  return rows;
}

/** False where there is no such reader. */
export async function removeReader(client: SetupClient, role: string): Promise<boolean> {
  const { rowCount } = await client.query("select from report.reader where role_name = $1", [role]);
  if (rowCount === 0) return false;
  const name = pg.escapeIdentifier(role);
  await client.query(
    [
      "begin",
      `drop owned by ${name}`,
      `drop role ${name}`,
      `delete from report.reader where role_name = ${pg.escapeLiteral(role)}`,
      "commit",
    ].join(";\n"),
  );
  return true;
}
