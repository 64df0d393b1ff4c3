/** The way into a draw that costs nothing: an activity that the program's rules turn into entries, as often as they say. */
import { externalId } from "../../core/id.ts";
import { readContest } from "../../store/contests.ts";
import { inWorkspace } from "../../store/db.ts";
import { readAdvocateStatus } from "../../store/advocates-write.ts";
import { workspaceNow } from "../../store/workspaces.ts";
import type { By } from "../by.ts";
import { joinAdvocate } from "../join-advocate.ts";
import type { OwnFactParts } from "../own-fact.ts";
import { activityDrafts } from "../own-activity.ts";
import type { Hashes } from "../ports.ts";
import { notFound } from "../refusal.ts";

/** Why an entry gives nothing. Closed list. */
export type EntryReason = "not_open" | "over" | "no_more" | "not_taking_part";
export type FreeEntry = { personId: string | null; entries: number; reason: EntryReason | null };

/** Enters a person, who joins the program if she has not. @returns how many entries it gave, none with a reason. */
export async function enterFree(
  parts: OwnFactParts & { hashes: Hashes },
  by: By,
  wish: { key: string; person: Record<string, unknown> },
): Promise<FreeEntry> {
  const { workspaceId } = by;
  const found = await inWorkspace(parts.pool, workspaceId, async (db) => {
    const contest = await readContest(workspaceId, db, wish.key);
    return contest === null ? null : { contest, now: await workspaceNow(workspaceId, db) };
  });
  if (found === null) throw notFound("contest");
  const { contest, now } = found;
  if (now < contest.startsAt) return { personId: null, entries: 0, reason: "not_open" };
  if (now >= contest.endsAt || contest.frozenAt !== null) return { personId: null, entries: 0, reason: "over" };
  const { personId } = await joinAdvocate(parts, by, { program: contest.programKey, person: wish.person });
  const place = { programId: contest.program, personId };
  if ((await inWorkspace(parts.pool, workspaceId, (db) => readAdvocateStatus(workspaceId, db, place))) !== "active")
    return { personId, entries: 0, reason: "not_taking_part" };
  const client = `free:${contest.id}:${externalId("per", personId)}:${by.idempotencyKey ?? parts.ids.uuid()}`;
  const drafts = activityDrafts(parts, [{ client, program: contest.programKey, person: personId, name: "free_entry" }]);
  const [outcome] = await parts.batcher.submitDrafts(workspaceId, drafts);
  const entries = (outcome?.decisions ?? [])
    .flatMap((decision) => decision.rewards)
    .filter((reward) => reward.kind === "entries")
    .reduce((sum, reward) => sum + reward.value.amount, 0);
  return { personId, entries, reason: entries > 0 ? null : "no_more" };
}
