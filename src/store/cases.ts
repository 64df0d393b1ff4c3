/** Cases: stages, people, steps. Words stand in private_text, under the number of their step. */
import type { CaseOutcome, CaseRole } from "../core/case.ts";
import type { Client } from "./db.ts";

export type CaseRow = {
  id: string;
  programId: string;
  program: string;
  version: number;
  personId: string;
  stage: string;
  status: "open" | "closed";
  outcome: CaseOutcome | null;
  ownerId: string;
  coordinatorId: string | null;
  steps: number;
  openedAt: number;
  stageAt: number;
  stageStep: number;
  dueAt: number | null;
  ownerRemindedAt: number | null;
  coordinatorRemindedAt: number | null;
  closedAt: number | null;
};

const CASE = `c.id, c.program_id as "programId", p.key as program, c.version, c.person_id as "personId", c.stage, c.status, c.outcome,
  c.owner_id as "ownerId", c.coordinator_id as "coordinatorId", c.steps, c.opened_at as "openedAt", c.stage_at as "stageAt",
  c.stage_step as "stageStep", c.due_at as "dueAt", c.owner_reminded_at as "ownerRemindedAt",
  c.coordinator_reminded_at as "coordinatorRemindedAt", c.closed_at as "closedAt"`;
const FROM = "from case_file c join program p on p.workspace_id = $1 and p.id = c.program_id where c.workspace_id = $1";

/** Who asks: the operator, and the person that she acts for. */
export type Reader = { actor: string; personId: string | null };

// What makes a case hers: the person is on it, or the operator herself is. Nothing else does, whatever a key may do.
const ON_CASE = (actor: string, person: string): string =>
  `(exists (select from case_person m where m.workspace_id = $1 and m.case_id = c.id and m.person_id = ${person}::uuid)
    or ${person}::uuid is null
       and exists (select from case_operator o where o.workspace_id = $1 and o.case_id = c.id and o.actor = ${actor}))`;

/** A case that the reader is on, or null: also when there is no such case. */
export async function readCase(workspaceId: string, db: Client, of: Reader & { id: string }): Promise<CaseRow | null> {
  const { rows } = await db.query<CaseRow>(`select ${CASE} ${FROM} and c.id = $2 and ${ON_CASE("$3", "$4")}`, [
    workspaceId,
    of.id,
    of.actor,
    of.personId,
  ]);
  return rows[0] ?? null;
}

/** A case, whoever asks: for sweeps, and for the places that it is offered to. */
export async function readAnyCase(workspaceId: string, db: Client, id: string): Promise<CaseRow | null> {
  const { rows } = await db.query<CaseRow>(`select ${CASE} ${FROM} and c.id = $2`, [workspaceId, id]);
  return rows[0] ?? null;
}

export type CaseFilter = Reader & {
  before: string | null;
  limit: number;
  program: string | null;
  status: string | null;
  stage?: string | null;
};

/** The cases that the reader is on, newest first. */
export async function listCases(workspaceId: string, db: Client, filter: CaseFilter): Promise<CaseRow[]> {
  const { rows } = await db.query<CaseRow>(
    `select ${CASE} ${FROM} and ${ON_CASE("$2", "$3")} and ($4::uuid is null or c.id < $4) and ($5::text is null or p.key = $5)
        and ($6::text is null or c.status = $6) and ($7::text is null or c.stage = $7) order by c.id desc limit $8`,
    [workspaceId, filter.actor, filter.personId, filter.before, filter.program, filter.status, filter.stage ?? null, filter.limit],
  );
  return rows;
}

/** The case that a request with this key opened, or null. */
export async function findCaseByKey(workspaceId: string, db: Client, key: string | null): Promise<string | null> {
  if (key === null) return null;
  const { rows } = await db.query<{ id: string }>("select id from case_file where workspace_id = $1 and request_key = $2", [
    workspaceId,
    key,
  ]);
  return rows[0]?.id ?? null;
}

export type NewCase = Pick<CaseRow, "id" | "programId" | "version" | "personId" | "stage" | "ownerId" | "coordinatorId" | "dueAt"> & {
  at: number;
  nextAt: number | null;
  key: string | null;
};

export async function insertCase(workspaceId: string, db: Client, c: NewCase): Promise<void> {
  await db.query(
    `insert into case_file (workspace_id, id, program_id, version, person_id, stage, owner_id, coordinator_id, opened_at, stage_at, due_at,
       next_at, request_key) values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $9, $10, $11, $12)`,
    [workspaceId, c.id, c.programId, c.version, c.personId, c.stage, c.ownerId, c.coordinatorId, c.at, c.dueAt, c.nextAt, c.key],
  );
}

/** Puts a person on a case. Who is on it already gets the role if it is a stronger one (owner, coordinator, place, member). */
export async function addCasePerson(
  workspaceId: string,
  db: Client,
  m: { caseId: string; personId: string; role: CaseRole; at: number },
): Promise<boolean> {
  const { rowCount } = await db.query(
    `insert into case_person as t (workspace_id, case_id, person_id, role, added_at) values ($1, $2, $3, $4, $5)
     on conflict (workspace_id, case_id, person_id) do update set role = excluded.role
       where array_position(array['owner', 'coordinator', 'place', 'member'], excluded.role)
           < array_position(array['owner', 'coordinator', 'place', 'member'], t.role)`,
    [workspaceId, m.caseId, m.personId, m.role, m.at],
  );
  return rowCount === 1;
}

/** Gives a role of one person to nobody: who had it stays on the case as a member. */
export async function endCaseRole(workspaceId: string, db: Client, of: { caseId: string; role: CaseRole }): Promise<void> {
  await db.query("update case_person set role = 'member' where workspace_id = $1 and case_id = $2 and role = $3", [
    workspaceId,
    of.caseId,
    of.role,
  ]);
}

export async function removeCasePerson(workspaceId: string, db: Client, of: { caseId: string; personId: string }): Promise<boolean> {
  const { rowCount } = await db.query("delete from case_person where workspace_id = $1 and case_id = $2 and person_id = $3", [
    workspaceId,
    of.caseId,
    of.personId,
  ]);
  return rowCount === 1;
}

/** Puts an operator (the actor of a key or session) on a case, or takes her off it. */
export async function setCaseOperator(
  workspaceId: string,
  db: Client,
  of: { caseId: string; actor: string; at: number | null },
): Promise<void> {
  if (of.at === null)
    await db.query("delete from case_operator where workspace_id = $1 and case_id = $2 and actor = $3", [
      workspaceId,
      of.caseId,
      of.actor,
    ]);
  else
    await db.query("insert into case_operator (workspace_id, case_id, actor, added_at) values ($1, $2, $3, $4) on conflict do nothing", [
      workspaceId,
      of.caseId,
      of.actor,
      of.at,
    ]);
}

export type StepKind =
  | "opened"
  | "moved"
  | "reassigned"
  | "noted"
  | "person_added"
  | "person_removed"
  | "reminded"
  | "offered"
  | "offer_accepted"
  | "offer_declined"
  | "offer_expired"
  | "offers_ended"
  | "answered"
  | "answer_late"
  | "closed";
export type NewStep = {
  caseId: string;
  at: number;
  kind: StepKind;
  actor: string;
  personId: string | null;
  data?: Record<string, unknown>;
  text?: string | null;
};

/** Writes down a step with its words beside it. @returns its number. */
export async function addStep(workspaceId: string, db: Client, s: NewStep): Promise<number> {
  const { rows } = await db.query<{ nth: number }>(
    `with n as (update case_file set steps = steps + 1 where workspace_id = $1 and id = $2 returning steps, person_id),
     w as (insert into private_text (workspace_id, thing, nth, kind, about, author, text)
           select $1, $2, steps, 'case', person_id, $6, $8 from n where $8::text is not null)
     insert into case_step (workspace_id, case_id, nth, at, kind, actor, person_id, data)
     select $1, $2, steps, $3, $4, $5, $6, $7 from n returning nth`,
    [workspaceId, s.caseId, s.at, s.kind, s.actor, s.personId, JSON.stringify(s.data ?? {}), s.text ?? null],
  );
  return rows[0]!.nth;
}

export type StepRow = {
  nth: number;
  at: number;
  kind: StepKind;
  actor: string;
  person_id: string | null;
  data: Record<string, unknown>;
  text: string | null;
};
export type CaseDetail = { people: { person_id: string; role: CaseRole }[]; operators: string[]; steps: StepRow[] };

/** Everything of a case: its people, and its steps with their words, first to last. */
export async function readCaseDetail(workspaceId: string, db: Client, id: string): Promise<CaseDetail> {
  const [people, operators, steps] = await Promise.all([
    db.query<{ person_id: string; role: CaseRole }>(
      `select person_id, role from case_person where workspace_id = $1 and case_id = $2
        order by array_position(array['owner', 'coordinator', 'place', 'member'], role), person_id`,
      [workspaceId, id],
    ),
    db.query<{ actor: string }>("select actor from case_operator where workspace_id = $1 and case_id = $2 order by actor", [
      workspaceId,
      id,
    ]),
    db.query<StepRow>(
      `select s.nth, s.at, s.kind, s.actor, s.person_id, s.data, t.text from case_step s
         left join private_text t on t.workspace_id = $1 and t.thing = s.case_id and t.nth = s.nth
        where s.workspace_id = $1 and s.case_id = $2 order by s.nth`,
      [workspaceId, id],
    ),
  ]);
  return { people: people.rows, operators: operators.rows.map((r) => r.actor), steps: steps.rows };
}
