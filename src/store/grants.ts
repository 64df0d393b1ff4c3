/** What the runtime role may do. Computed from lists here, compared with what it has, and only the difference is changed. */
import pg from "pg";
import { JOBS_SCHEMA } from "./jobs-schema.ts";

/** Tables that only grow (invariant I10): the runtime role may add and read, never change or delete. */
export const INSERT_ONLY = ["fact", "transfer", "decision_revision", "audit"];

/** Tables that belong to the migrator. */
export const READ_ONLY = ["schema_migration"];

/** Where better-auth keeps accounts (migration 0021). */
export const AUTH_SCHEMA = "auth";

type Relation = { schema: string; name: string; kind: string; partition: boolean; granted: string[] };

const EVERYTHING = ["DELETE", "INSERT", "SELECT", "UPDATE"];

/** Gives `role` its rights on the schemas `public`, `jobs` and `auth`, and takes away what it should not have. Safe to repeat. */
export async function grantRuntime(client: pg.Client, role: string): Promise<void> {
  const { rows } = await client.query<{ there: boolean; makes: boolean }>(
    `select exists (select from pg_roles where rolname = $1) as there,
            coalesce((select has_schema_privilege(oid, 'public', 'create') from pg_roles where rolname = $1), false) as makes`,
    [role],
  );
  if (!rows[0]?.there) {
    throw new Error(`The role ${role} does not exist on this server. It is made at start-up, or named in DATABASE_RUNTIME_URL.`);
  }
  const schemas = await presentSchemas(client);
  const wishes = (await readRelations(client, role)).flatMap((relation) => change(relation, role));
  const name = pg.escapeIdentifier(role);
  const statements = [
    ...schemas.map((schema) => `grant usage on schema ${pg.escapeIdentifier(schema)} to ${name}`),
    // Databases that began before PostgreSQL 15 let everybody make tables in public.
    ...(rows[0].makes ? ["revoke create on schema public from public"] : []),
    ...wishes,
    ...(await ungrantedFunctions(client, role)).map((each) => `grant execute on function ${each} to ${name}`),
  ];
  await client.query(["begin", ...statements, "commit"].join(";\n"));
}

async function presentSchemas(client: pg.Client): Promise<string[]> {
  const { rows } = await client.query<{ name: string }>("select nspname as name from pg_namespace where nspname = any($1) order by 1", [
    ["public", JOBS_SCHEMA, AUTH_SCHEMA],
  ]);
  return rows.map(({ name }) => name);
}

/** Tables, views and sequences of ours (owned by the migrating role), each with what `role` has been granted on it. */
async function readRelations(client: pg.Client, role: string): Promise<Relation[]> {
  const { rows } = await client.query<Relation>(
    `select n.nspname as schema, c.relname as name, c.relkind as kind, c.relispartition as partition,
            array(select a.privilege_type::text from aclexplode(c.relacl) a where a.grantee = r.oid order by 1) as granted
       from pg_class c join pg_namespace n on n.oid = c.relnamespace join pg_roles r on r.rolname = $2
      where n.nspname = any($1) and c.relkind in ('r', 'p', 'v', 'S') and pg_has_role(current_user, c.relowner, 'member')
        and not exists (select from pg_depend d where d.classid = 'pg_class'::regclass and d.objid = c.oid and d.deptype = 'e')
      order by 1, 2`,
    [["public", JOBS_SCHEMA, AUTH_SCHEMA], role],
  );
  return rows;
}

/** Functions of ours that run with the owner's rights: nobody's but the runtime role's (their migrations take them from everybody). */
async function ungrantedFunctions(client: pg.Client, role: string): Promise<string[]> {
  const { rows } = await client.query<{ name: string }>(
    `select p.oid::regprocedure::text as name from pg_proc p
      where p.pronamespace = 'public'::regnamespace and p.prosecdef and pg_has_role(current_user, p.proowner, 'member')
        and not has_function_privilege($1, p.oid, 'execute')
        and not exists (select from pg_depend d where d.classid = 'pg_proc'::regclass and d.objid = p.oid and d.deptype = 'e')`,
    [role],
  );
  return rows.map((row) => row.name);
}

/** The statements that bring one relation from what is granted to what is wanted; none on most starts. */
function change(relation: Relation, role: string): string[] {
  const wanted = wantedOn(relation);
  if (relation.granted.join() === wanted.join()) return [];
  const kind = relation.kind === "S" ? "sequence" : "table";
  const target = `${kind} ${pg.escapeIdentifier(relation.schema)}.${pg.escapeIdentifier(relation.name)}`;
  const name = pg.escapeIdentifier(role);
  const grants = wanted.length === 0 ? [] : [`grant ${wanted.join(", ").toLowerCase()} on ${target} to ${name}`];
  return [`revoke all on ${target} from ${name}`, ...grants];
}

/** Sorted, as PostgreSQL's own list is read. */
function wantedOn(relation: Relation): string[] {
  if (relation.kind === "S") return ["SELECT", "USAGE"];
  if (relation.schema !== "public") return EVERYTHING;
  // A partition is reached through its parent alone: named directly, it would be outside the parent's row-level security.
  if (relation.partition) return [];
  if (relation.kind === "v" || READ_ONLY.includes(relation.name)) return ["SELECT"];
  return INSERT_ONLY.includes(relation.name) ? ["INSERT", "SELECT"] : EVERYTHING;
}
