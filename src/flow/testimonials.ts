/**
 * Testimonials, reviews and the like. Approving one makes the activity that it is as a fact of its author's, under an id of its own, in
 * the same transaction: what a program gives for it is there with the approval, once. The words stay out of the fact.
 */
import type { CanonicalEvent } from "../core/event.ts";
import { derivedUuid, externalId } from "../core/id.ts";
import { normalise } from "../core/ingest/normalise.ts";
import { canonicalPerson } from "../store/people.ts";
import { type ProgramRow, readProgram } from "../store/programs.ts";
import * as store from "../store/testimonials.ts";
import { asWriter } from "./as-writer.ts";
import type { By } from "./by.ts";
import { bringLevels } from "./levels.ts";
import type { Behind, MoneyParts } from "./money-parts.ts";
import { Refusal, notFound } from "./refusal.ts";
import { settleDrafts } from "./settle-drafts.ts";

export type TestimonialWish = {
  program: string;
  personId: string;
  activity: string;
  text: string;
  rating: number | null;
  shownAs: string | null;
  consent: boolean;
};

/** Takes it in; it waits for a decision. The same Idempotency-Key again is the same one. @returns its id. */
export async function giveTestimonial(parts: MoneyParts, by: By, wish: TestimonialWish): Promise<string> {
  return asWriter(parts, by, async (db, head) => {
    const { workspaceId } = by;
    const program: ProgramRow | null = await readProgram(workspaceId, db, wish.program);
    if (program === null) throw notFound("program");
    const id =
      by.idempotencyKey === null ? parts.ids.uuid() : derivedUuid(parts.hashes.digest(`testimonial|${by.idempotencyKey}`), head.instant);
    const { personId: person_id, activity, text: body, rating, shownAs: shown_as, consent } = wish;
    const row = { id, program_id: program.id, person_id, activity, body, rating, shown_as, consent, at: head.instant };
    await store.insertTestimonial(workspaceId, db, row);
    const detail = { activity, program: wish.program, consent };
    return { result: id, deeds: [{ action: "testimonial.given", target: externalId("tst", id), detail }] };
  });
}

/**
 * Approves it. Refuses `conflict` without the author's consent to be shown, and for one that was refused; again changes nothing.
 */
export async function approveTestimonial(parts: MoneyParts, by: By, id: string): Promise<void> {
  await asWriter(parts, by, async (db, head) => {
    const behind = { db, head, workspaceId: by.workspaceId };
    const row = await find(behind, id);
    if (row.status === "approved") return { result: undefined, deeds: [] };
    if (row.status === "refused") throw new Refusal("conflict", "It was refused already.");
    if (!row.consent) throw new Refusal("conflict", "Its author has not agreed that it is shown: ask for her consent first.");
    await store.decideTestimonial(by.workspaceId, db, { id, status: "approved", reason: null, at: head.instant });
    await settleActivity(parts, behind, row);
    const detail = { activity: row.activity, program: row.program };
    return { result: undefined, deeds: [{ action: "testimonial.approved", target: externalId("tst", id), detail }] };
  });
}

/** Refuses it, with a reason for the log. Refuses `conflict` for one that was approved; again changes nothing. */
export async function refuseTestimonial(parts: MoneyParts, by: By, input: { id: string; reason: string }): Promise<void> {
  await asWriter(parts, by, async (db, head) => {
    const { id, reason } = input;
    const row = await find({ db, head, workspaceId: by.workspaceId }, id);
    if (row.status === "refused") return { result: undefined, deeds: [] };
    if (row.status === "approved")
      throw new Refusal("conflict", "It was approved already: what was given for it can be taken back there.");
    await store.decideTestimonial(by.workspaceId, db, { id, status: "refused", reason, at: head.instant });
    return { result: undefined, deeds: [{ action: "testimonial.refused", target: externalId("tst", id) }] };
  });
}

async function find(behind: Behind, id: string): Promise<store.TestimonialRow> {
  const row = await store.readTestimonial(behind.workspaceId, behind.db, id);
  if (row === null) throw notFound("testimonial");
  return row;
}

/** The activity, and the levels that it brings. */
async function settleActivity(parts: MoneyParts, behind: Behind, row: store.TestimonialRow): Promise<void> {
  const { db, head, workspaceId } = behind;
  const person = (await canonicalPerson(workspaceId, db, row.person_id)) ?? row.person_id;
  const client = `testimonial:${row.id}:approved`;
  const event: CanonicalEvent = {
    type: "activity",
    id: client,
    name: row.activity,
    program: row.program,
    person: { id: externalId("per", person) },
  } as CanonicalEvent;
  const draft = normalise(event, { index: 0, client, keyed: () => client });
  if (Array.isArray(draft)) throw new Error(`impossible: an activity of our own is not valid: ${JSON.stringify(draft)}`);
  const book = await settleDrafts(parts, behind, [draft]);
  const standings = [...book.rewards.values()]
    .filter((r) => r.form === "points")
    .map((r) => ({ program: r.program, person: r.recipient }));
  await bringLevels(parts, { db, workspaceId, instant: head.instant, world: book.world }, standings);
}
