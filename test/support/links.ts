/** A workspace with a program and links, written as owner, for tests and benches of the redirect alone. */
import crypto from "node:crypto";
import type { Pool } from "../../src/store/db.ts";

export type LinkWorld = {
  workspaceId: string;
  slug: string;
  programId: string;
  personId: string;
  /** Makes a link; returns its id. A random one (ten letters) is also found without its workspace. */
  link(
    code: string,
    options?: { kind?: "random" | "vanity"; channel?: string | null; disabled?: boolean; programId?: string },
  ): Promise<string>;
  /** Another program; returns its id. */
  program(options?: { status?: string; definition?: object }): Promise<string>;
};

/** `pool` is the owner's: row-level security is not in the way of arranging. */
export async function makeLinkWorld(pool: Pool, definition: object = {}): Promise<LinkWorld> {
  const workspaceId = crypto.randomUUID();
  const slug = `shop-${workspaceId.slice(0, 8)}`;
  const personId = crypto.randomUUID();
  await pool.query("insert into workspace_directory (workspace_id, slug) values ($1, $2)", [workspaceId, slug]);
  await pool.query("insert into workspace (workspace_id, slug, name) values ($1, $2, 'A shop')", [workspaceId, slug]);
  await pool.query("insert into person (workspace_id, id, created_at) values ($1, $2, 0)", [workspaceId, personId]);
  const program: LinkWorld["program"] = async (options = {}) => {
    const id = crypto.randomUUID();
    const document = { destination: "https://shop.example/welcome?utm_source=friends", destinations: [], ...options.definition };
    await pool.query("insert into program (workspace_id, id, key, status, version) values ($1, $2, $3, $4, 1)", [
      workspaceId,
      id,
      `p${id.slice(0, 8)}`,
      options.status ?? "live",
    ]);
    await pool.query(
      `insert into program_version (workspace_id, program_id, version, definition, effective_from, published_at)
       values ($1, $2, 1, $3, 0, 0)`,
      [workspaceId, id, JSON.stringify(document)],
    );
    return id;
  };
  const programId = await program({ definition });
  return {
    workspaceId,
    slug,
    programId,
    personId,
    program,
    async link(code, options = {}) {
      const id = crypto.randomUUID();
      const kind = options.kind ?? "random";
      if (kind === "random") await pool.query("insert into link_directory (code, workspace_id) values ($1, $2)", [code, workspaceId]);
      await pool.query(
        `insert into link (workspace_id, id, program_id, person_id, code, code_key, kind, channel, created_at, disabled_at)
         values ($1, $2, $3, $4, $5, upper($5), $6, $7, 0, $8)`,
        [workspaceId, id, options.programId ?? programId, personId, code, kind, options.channel ?? null, options.disabled ? 1 : null],
      );
      return id;
    },
  };
}
