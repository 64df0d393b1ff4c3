/** Reading programs, their versions and counters; writing drafts, which no decision rests on. */
import { quoted } from "./arrays.ts";
import type { Client } from "./db.ts";

export type ProgramRow = {
  id: string;
  key: string;
  status: "draft" | "live" | "paused" | "ended";
  draft: Record<string, unknown> | null;
  version: number;
  created_at: number;
  live: Record<string, unknown> | null;
  /** How often the draft was saved. */
  draft_revision: number;
  draft_by: string | null;
  draft_at: number | null;
};

const PROGRAM = `
  select p.id, p.key, p.status, p.draft, p.version, p.created_at, v.definition as live, p.draft_revision, p.draft_by, p.draft_at
    from program p
    left join program_version v on v.workspace_id = p.workspace_id and v.program_id = p.id and v.version = p.version
   where p.workspace_id = $1`;

/** A program with its draft and its newest published definition, or null. */
export async function readProgram(workspaceId: string, db: Client, key: string): Promise<ProgramRow | null> {
  const { rows } = await db.query<ProgramRow>({ name: "read_program", text: `${PROGRAM} and p.key = $2`, values: [workspaceId, key] });
  return rows[0] ?? null;
}

/** Programs of these keys. */
export async function readProgramsOf(workspaceId: string, db: Client, keys: readonly string[]): Promise<ProgramRow[]> {
  const { rows } = await db.query<ProgramRow>(`${PROGRAM} and p.key = any($2::text[])`, [workspaceId, quoted(keys)]);
  return rows;
}

/** Programs, newest first. */
export async function listPrograms(
  workspaceId: string,
  db: Client,
  page: { before: string | null; limit: number },
): Promise<ProgramRow[]> {
  const { rows } = await db.query<ProgramRow>(`${PROGRAM} and ($2::uuid is null or p.id < $2) order by p.id desc limit $3`, [
    workspaceId,
    page.before,
    page.limit,
  ]);
  return rows;
}

export type DraftRow = { id: string; key: string; definition: unknown; by: string; revision: number | null };

/**
 * Stores a draft, making the program when its key is new. Nothing live changes. With a revision it is stored over that one only (0: over
 * none): null says that another has been saved since.
 */
export async function saveDraft(workspaceId: string, db: Client, draft: DraftRow): Promise<string | null> {
  const { rows } = await db.query<{ id: string }>(
    `insert into program (workspace_id, id, key, draft, draft_by, draft_at) values ($1, $2, $3, $4, $5, now())
     on conflict (workspace_id, key) do update set draft = excluded.draft, draft_by = excluded.draft_by, draft_at = excluded.draft_at,
       draft_revision = program.draft_revision + 1
     where $6::integer is null or program.draft_revision = $6
     returning id`,
    [workspaceId, draft.id, draft.key, JSON.stringify(draft.definition), draft.by, draft.revision],
  );
  return rows[0]?.id ?? null;
}

export type VersionRow = {
  version: number;
  definition: Record<string, unknown>;
  effective_from: number;
  applies_to: string;
  published_at: number;
  /** The experiment and arm that it was published for. */
  experiment: string | null;
  arm: string | null;
};

/** Every published version of a program, newest first. */
export async function listVersions(workspaceId: string, db: Client, programId: string): Promise<VersionRow[]> {
  const { rows } = await db.query<VersionRow>(
    `select v.version, v.definition, v.effective_from, v.applies_to, v.published_at, x.experiment, x.arm
       from program_version v
       left join lateral (
            select e.id as experiment, arm ->> 'key' as arm from experiment e cross join lateral json_array_elements(e.arms) arm
             where e.workspace_id = $1 and e.program_id = $2 and (arm ->> 'version')::int = v.version) x on true
      where v.workspace_id = $1 and v.program_id = $2 order by v.version desc`,
    [workspaceId, programId],
  );
  return rows;
}

export type BudgetRow = { program: string; key: string; period: string; used: number; used_count: number; spent_at: number | null };

/** Counters of budgets, newest period first. */
export async function listBudgets(workspaceId: string, db: Client, program: string | null): Promise<BudgetRow[]> {
  const { rows } = await db.query<BudgetRow>(
    `select p.key as program, b.key, b.period, b.used, b.used_count, b.spent_at
       from budget b join program p on p.workspace_id = b.workspace_id and p.id = b.program_id
      where b.workspace_id = $1 and ($2::text is null or p.key = $2) order by p.key, b.period desc, b.key`,
    [workspaceId, program],
  );
  return rows;
}
