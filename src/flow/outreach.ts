/** A plan to ask people of some groups: its calendar is made once, the likeliest first, and every step is marked as it is done. */
import { type OutreachGroup, outreachCalendar } from "../core/analytics/outreach.ts";
import { externalId } from "../core/id.ts";
import type { Client } from "../store/db.ts";
import * as store from "../store/outreach.ts";
import { rankSegment, readSegment } from "../store/segments.ts";
import { type SourceGroupRow, readSourceGroups } from "../store/source-audits.ts";
import { workspaceNow } from "../store/workspaces.ts";
import { withinAudience } from "./audience.ts";
import type { By } from "./by.ts";
import { type ChangeParts, change } from "./change.ts";
import { Refusal, notFound } from "./refusal.ts";

export type PlanWish = {
  name: string;
  programId: string;
  groups: readonly string[];
  startsAt: number | null;
  weeks: number;
  mails: number;
  notes: number;
};

/** Who takes part already, or is in another plan that goes on, is left out. Refuses where nobody is left. @returns its id. */
export async function createPlan(parts: ChangeParts, by: By, wish: PlanWish): Promise<string> {
  return await change(parts, by, async (db) => {
    const { workspaceId } = by;
    const rows = await readSourceGroups(workspaceId, db, wish.groups);
    if (rows.length < new Set(wish.groups).size) throw notFound("group");
    const now = await workspaceNow(workspaceId, db);
    const skip = await store.peopleBeingAsked(workspaceId, db);
    const groups: OutreachGroup[] = [];
    for (const row of rows) groups.push(await groupOf(workspaceId, db, { row, wish, now, skip }));
    const steps = outreachCalendar(
      groups.filter((_, i) => rows[i]!.kind !== "segment" || groups[i]!.people.length > 0),
      wish,
    );
    if (steps.length === 0)
      throw new Refusal("conflict", "There is nobody to ask: everybody in these groups takes part already, or is in another plan.");
    const id = parts.ids.uuid();
    const { name, programId, mails, notes } = wish;
    await store.insertOutreach(workspaceId, db, { plan: { id, name, programId, mails, notes, startsAt: wish.startsAt ?? now }, steps });
    return { result: id, deed: { action: "outreach.created", target: externalId("orp", id), detail: { steps: steps.length } } };
  });
}

type Ranking = { row: SourceGroupRow; wish: PlanWish; now: number; skip: readonly string[] };

async function groupOf(workspaceId: string, db: Client, { row, wish, now, skip }: Ranking): Promise<OutreachGroup> {
  const segment = row.segment_id === null ? null : await readSegment(workspaceId, db, row.segment_id);
  if (segment === null) return { id: row.id, people: [] };
  const limit = wish.weeks * (wish.mails + wish.notes);
  const rank = (condition: typeof segment.filter) => rankSegment(workspaceId, db, { condition, now, limit, notIn: wish.programId, skip });
  // Whom the program is not for is not asked to join it.
  const meant = await withinAudience(workspaceId, db, { programId: wish.programId, condition: segment.filter });
  if (meant === null) return { id: row.id, people: [] };
  const all = await rank(meant);
  const mayMail = await rank({ all: [meant, { "person.contactable": true }] });
  const mailed = new Set(mayMail);
  const ids = [...all, ...mayMail.filter((id) => !all.includes(id))];
  return { id: row.id, people: ids.map((id) => ({ id, mayMail: mailed.has(id) })) };
}

/** Marks a step, or takes the mark back. Refuses `not_found`. */
export async function decideStep(
  parts: ChangeParts,
  by: By,
  wish: { planId: string; nth: number; state: "asked" | "skipped" | "planned" },
): Promise<void> {
  await change(parts, by, async (db) => {
    if (!(await store.decideStepRow(by.workspaceId, db, wish))) throw notFound("step");
    const { nth, state } = wish;
    return { result: undefined, deed: { action: `outreach.${state}`, target: externalId("orp", wish.planId), detail: { nth } } };
  });
}

/** The people in it may be asked by another plan. Again changes nothing. Refuses `not_found`. */
export async function endPlan(parts: ChangeParts, by: By, id: string): Promise<void> {
  await change(parts, by, async (db) => {
    const ended = await store.endOutreach(by.workspaceId, db, id);
    if (!ended && (await store.readOutreach(by.workspaceId, db, id)) === null) throw notFound("plan");
    return { result: undefined, deed: ended ? { action: "outreach.ended", target: externalId("orp", id) } : null };
  });
}
