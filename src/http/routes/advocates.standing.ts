import { z } from "zod";
import { formatInstant } from "../../core/time.ts";
import type { Client } from "../../store/db.ts";
import { listLevelChanges, readLevels } from "../../store/levels.ts";
import { standingOf } from "../../store/people.ts";
import { listPrograms } from "../../store/programs.ts";
import { endpoint } from "../endpoint.ts";
import { findPerson } from "../lookup.ts";
import { instant } from "../schemas.ts";
import { levelChange, ownLevel, ownLevelView } from "../views/level.ts";

const standing = z
  .object({
    program: z.string(),
    status: z.string(),
    joined_at: instant,
    referrals: z.int(),
    qualified: z.int(),
    rewards: z.array(z.object({ unit: z.string(), owed: z.int(), pending: z.int() })),
    level: ownLevel.nullable().describe("Null where the program has no levels."),
  })
  .meta({ id: "Standing" });

/** Newest first. */
const CHANGES = 100;

async function standings(workspaceId: string, db: Client, reference: string): Promise<z.input<typeof answer>> {
  const person = await findPerson(workspaceId, db, reference);
  const rows = await standingOf(workspaceId, db, person);
  const levels = await readLevels(workspaceId, db, [person]);
  const documents = new Map((await listPrograms(workspaceId, db, { before: null, limit: 1000 })).map((p) => [p.id, p.live]));
  const changes = await listLevelChanges(workspaceId, db, { person, limit: CHANGES });
  const programs = Map.groupBy(rows, (row) => row.program);
  return {
    data: [...programs.values()].map(([first, ...more]) => ({
      program: first!.program,
      status: first!.status,
      joined_at: formatInstant(first!.joined_at),
      referrals: first!.referrals,
      qualified: first!.qualified,
      rewards: [first!, ...more].flatMap(({ unit, owed, pending }) => (unit === null ? [] : [{ unit, owed, pending }])),
      level: ownLevelView(
        documents.get(first!.program_id) ?? null,
        levels.find((l) => l.program === first!.program_id),
      ),
    })),
    level_changes: changes.map(({ from_level: from, to_level: to, at, kind, ...row }) => ({
      ...row,
      kind: kind as "reached",
      from,
      to,
      at: formatInstant(at),
    })),
  };
}

const answer = z.object({ data: z.array(standing), level_changes: z.array(levelChange).describe("Newest first.") });
const common = {
  method: "GET",
  tag: "Advocates",
  permission: "advocates:read",
  summary: "How an advocate stands in each program: referrals, rewards, her level and what it brings",
  params: z.object({ person: z.string() }),
  response: answer,
} as const;

export default endpoint({
  ...common,
  path: "/v1/people/:person/standing",
  handler: ({ params, read }) => read((workspaceId, db) => standings(workspaceId, db, params.person)),
});

/** The same under the advocate's own word. */
export const ofAdvocate = endpoint({
  ...common,
  path: "/v1/advocates/:person/standing",
  handler: ({ params, read }) => read((workspaceId, db) => standings(workspaceId, db, params.person)),
});
