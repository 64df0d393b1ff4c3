/** Workspaces with programs, advocates and codes, arranged as owner: quick enough to make many of them in a test. */
import crypto from "node:crypto";
import { createIds } from "../../src/adapters/ids.ts";
import { normaliseCode } from "../../src/core/code.ts";
import type { CanonicalEvent } from "../../src/core/event.ts";
import { createWorkspace } from "../../src/flow/create-workspace.ts";
import type { Engine } from "./engine.ts";
import type { RandomTimeline } from "./random-programs.ts";

/** Programs by key, and links by "program id|user id". Every user is an advocate of every program, with the code `<program>-<user>`. */
export type Place = { workspace: string; programs: Map<string, string>; links: Map<string, string>; people: Map<string, string> };

/** Programs live from the beginning of time, an import open (history settles as history), the users known since `knownAt`. */
export async function openPlace(
  engine: Engine,
  wish: { timelines: readonly RandomTimeline[]; users: readonly string[]; knownAt: number },
): Promise<Place> {
  const ids = createIds();
  const slug = `place-${crypto.randomBytes(5).toString("hex")}`;
  const { workspaceId } = await createWorkspace({ pool: engine.database.pool(), ids }, { slug });
  const programs = await insertPrograms(engine, workspaceId, wish.timelines);
  await engine.rows("insert into import (workspace_id, id, kind, opened_at) values ($1, $2, 'test', 0)", [workspaceId, ids.uuid()]);
  const occurred_at = new Date(wish.knownAt).toISOString();
  const known = wish.users.map(
    (user_id): CanonicalEvent => ({ id: `known-${user_id}`, type: "identify", occurred_at, person: { user_id } }),
  );
  for (let from = 0; from < known.length; from += 500)
    await engine.batcher.submit(workspaceId, known.slice(from, from + 500), { importId: "test" });
  const links = await insertLinks(engine, workspaceId, programs);
  const people = new Map((await usersOf(engine, workspaceId)).map((p) => [p.value, p.person_id]));
  return { workspace: workspaceId, programs, links, people };
}

/** Ends the import: from now on time passes. */
export async function closePlace(engine: Engine, workspace: string): Promise<void> {
  await engine.rows("update import set status = 'closed' where workspace_id = $1", [workspace]);
}

async function insertPrograms(engine: Engine, ws: string, timelines: readonly RandomTimeline[]): Promise<Map<string, string>> {
  const programs = new Map<string, string>();
  for (const t of timelines) {
    const id = crypto.randomUUID();
    programs.set(t.key, id);
    await engine.rows("insert into program (workspace_id, id, key, status, version) values ($1, $2, $3, 'live', $4)", [
      ws,
      id,
      t.key,
      t.versions.length,
    ]);
    for (const [i, v] of t.versions.entries())
      await engine.rows(
        "insert into program_version (workspace_id, program_id, version, definition, effective_from, applies_to, published_at) " +
          "values ($1, $2, $3, $4, $5, $6, $5)",
        [ws, id, i + 1, JSON.stringify(v.definition), v.from, v.open ? "open_referrals" : "new_referrals"],
      );
    await engine.rows("insert into program_status (workspace_id, program_id, at, seq, status) values ($1, $2, 0, 1, 'live')", [ws, id]);
  }
  await engine.rows("update workspace set programs_revision = programs_revision + 1 where workspace_id = $1", [ws]);
  return programs;
}

async function usersOf(engine: Engine, ws: string): Promise<{ person_id: string; value: string }[]> {
  return await engine.rows("select person_id, value from person_identity where workspace_id = $1 and kind = 1", [ws]);
}

/**
 * Everybody known so far becomes an advocate of every program, with the code `<program>-<user id>`. @returns links by "program
 * id|user id".
 */
async function insertLinks(engine: Engine, ws: string, programs: ReadonlyMap<string, string>): Promise<Map<string, string>> {
  const people = await usersOf(engine, ws);
  const links = [...programs].flatMap(([key, program]) =>
    people.map((p) => {
      const code = `${key}-${p.value}`;
      return { id: crypto.randomUUID(), program, person: p.person_id, user: p.value, code, codeKey: normaliseCode(code) };
    }),
  );
  await engine.rows(
    `insert into link (workspace_id, id, program_id, person_id, code, code_key, kind, created_at)
     select $1, t.id, t.program, t.person, t.code, t.key, 'vanity', 0
       from unnest($2::uuid[], $3::uuid[], $4::uuid[], $5::text[], $6::text[]) as t(id, program, person, code, key)`,
    [
      ws,
      links.map((l) => l.id),
      links.map((l) => l.program),
      links.map((l) => l.person),
      links.map((l) => l.code),
      links.map((l) => l.codeKey),
    ],
  );
  await engine.rows(
    "insert into advocate (workspace_id, program_id, person_id, joined_at) select workspace_id, program_id, person_id, 0 from " +
      "link where workspace_id = $1",
    [ws],
  );
  return new Map(links.map((l) => [`${l.program}|${l.user}`, l.id]));
}
