/**
 * A program's audience: the segment whose people may take part. It is looked up when somebody joins or applies, when friends become
 * advocates by themselves, when people to be asked are chosen, and when the portal says which programs there are; never while facts are
 * settled. Who takes part already stays, whatever becomes of the segment or of her.
 */
import type { Condition } from "../core/condition.ts";
import { externalId, uuidOf } from "../core/id.ts";
import { lintAudience } from "../core/rules/lint-audience.ts";
import type { Finding } from "../core/rules/lint-finding.ts";
import { readAdvocateStatus } from "../store/advocates-write.ts";
import { type Client, inWorkspace } from "../store/db.ts";
import { hasProfile } from "../store/profiles.ts";
import { isInSegment, readAudience, readSegment } from "../store/segments.ts";
import { workspaceNow } from "../store/workspaces.ts";
import type { By } from "./by.ts";
import { type ChangeParts, change } from "./change.ts";
import { freshProfile } from "./profiles.ts";
import { Refusal } from "./refusal.ts";

/** The condition of a segment as a definition names it (`seg_...`); null where it is gone. */
async function filterOf(workspaceId: string, db: Client, audience: string): Promise<Condition | null> {
  const id = uuidOf("seg", audience);
  return id === null ? null : ((await readSegment(workspaceId, db, id))?.filter ?? null);
}

/** What the linter cannot know from the document alone. */
export async function audienceFindings(workspaceId: string, db: Client, document: unknown): Promise<Finding[]> {
  const audience = (document as { advocates?: { audience?: unknown } } | null)?.advocates?.audience;
  // What is no segment's name the schema says itself.
  if (typeof audience !== "string" || uuidOf("seg", audience) === null) return [];
  return lintAudience(audience, (await filterOf(workspaceId, db, audience)) !== null);
}

/** Refuses `program_has_errors` to publish a program that nobody could join. */
export async function refuseMissingAudience(workspaceId: string, db: Client, document: unknown): Promise<void> {
  const errors = await audienceFindings(workspaceId, db, document);
  if (errors.length === 0) return;
  throw new Refusal("program_has_errors", "The program has an error: mend it, then publish.", {
    errors: errors.map(({ pointer, code, message }) => ({ pointer, code, message })),
  });
}

type Ask = { program: { id: string; key: string }; personId: string; audience: string | undefined; isAsked: boolean };

/**
 * Refuses `conflict` whom the program is not for. Where somebody asked, the refusal is written down with the segment; what she is told
 * names no segment. An audience that is gone lets nobody in.
 */
export async function refuseOutside(parts: ChangeParts, by: By, { program, personId, audience, isAsked }: Ask): Promise<void> {
  if (audience === undefined) return;
  const { workspaceId } = by;
  const isIn = await inWorkspace(parts.pool, workspaceId, async (db) => {
    if ((await readAdvocateStatus(workspaceId, db, { programId: program.id, personId })) === "active") return true;
    await freshProfile(workspaceId, db, personId);
    return await isMeant(workspaceId, db, { audience, personId });
  });
  if (isIn) return;
  const detail = { program: program.key, reason: "not_in_audience", segment: audience };
  const deed = { action: "advocate.refused", target: externalId("per", personId), detail };
  if (isAsked) await change(parts, { ...by, idempotencyKey: null }, async () => ({ result: undefined, deed }));
  const message = "The program is for the people of a segment, and she is not in it now.";
  throw new Refusal("conflict", "The program is not for this person.", {
    errors: [{ pointer: "/person", code: "not_eligible", message }],
  });
}

async function isMeant(
  workspaceId: string,
  db: Client,
  { audience, personId }: { audience: string; personId: string },
): Promise<boolean> {
  const condition = await filterOf(workspaceId, db, audience);
  return condition !== null && (await isInSegment(workspaceId, db, { condition, now: await workspaceNow(workspaceId, db), personId }));
}

/** A condition over people, narrowed to those whom the program is for; null where that is nobody any more. */
export async function withinAudience(
  workspaceId: string,
  db: Client,
  { programId, condition }: { programId: string; condition: Condition },
): Promise<Condition | null> {
  const audience = await readAudience(workspaceId, db, programId);
  if (audience === undefined) return condition;
  const filter = await filterOf(workspaceId, db, audience);
  return filter === null ? null : { all: [condition, filter] };
}

type Offered = { joined: string | null; audience: string | null };

/** Programs without those that a person may not join. What she has a part in stays; without a person all of them are told. */
export async function offered<P extends Offered>(
  workspaceId: string,
  db: Client,
  { programs, personId }: { programs: readonly P[]; personId: string | null },
): Promise<P[]> {
  const asks = personId !== null && programs.some((each) => each.audience !== null && each.joined === null);
  if (!asks) return [...programs];
  if (!(await hasProfile(workspaceId, db, personId))) await freshProfile(workspaceId, db, personId);
  const kept: P[] = [];
  for (const each of programs) {
    const isOpen = each.audience === null || each.joined !== null;
    if (isOpen || (await isMeant(workspaceId, db, { audience: each.audience!, personId }))) kept.push(each);
  }
  return kept;
}
