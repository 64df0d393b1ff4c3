/** Gatherings, places and testimonials as the API shows them. */
import { z } from "zod";
import { GATHERING_REASONS, type PlaceAnswer } from "../../flow/gatherings.ts";
import { externalId } from "../../core/id.ts";
import { formatInstant } from "../../core/time.ts";
import type { GatheringRow } from "../../store/gatherings.ts";
import type { TestimonialRow } from "../../store/testimonials.ts";
import { instant } from "../schemas.ts";

export const gathering = z
  .object({
    id: z.string(),
    title: z.string(),
    description: z.string(),
    starts_at: instant,
    seats: z.int(),
    taken: z.int(),
    waiting: z.int(),
    program: z.string().nullable(),
    level: z.string().nullable().describe("The lowest level of the program that may come; null for everybody."),
    status: z.enum(["open", "cancelled"]),
    created_at: instant,
  })
  .meta({ id: "Gathering" });

export function gatheringView(row: GatheringRow): z.input<typeof gathering> {
  const { title, description, seats, taken, waiting, program, level, status } = row;
  return {
    id: externalId("gth", row.id),
    title,
    description,
    starts_at: formatInstant(row.starts_at),
    seats,
    taken,
    waiting,
    program,
    level,
    status,
    created_at: formatInstant(row.created_at),
  };
}

export const placeAnswer = z
  .object({
    state: z.enum(["seat", "waiting", "left"]).nullable().describe("null: she cannot come, and why."),
    reason: z.enum(GATHERING_REASONS).nullable(),
    waiting_place: z.int().nullable().describe("1 is the next who gets a seat."),
  })
  .meta({ id: "PlaceAnswer" });

export function placeView(answer: PlaceAnswer): z.input<typeof placeAnswer> {
  return { state: answer.state, reason: answer.reason, waiting_place: answer.waitingPlace };
}

export const testimonial = z
  .object({
    id: z.string(),
    program: z.string(),
    person: z.string(),
    activity: z.string(),
    text: z.string(),
    rating: z.int().nullable(),
    shown_as: z.string().nullable(),
    consent: z.boolean(),
    status: z.enum(["pending", "approved", "refused"]),
    reason: z.string().nullable(),
    at: instant,
    decided_at: instant.nullable(),
  })
  .meta({ id: "Testimonial" });

export function testimonialView(row: TestimonialRow): z.input<typeof testimonial> {
  const { program, activity, rating, shown_as, consent, status, reason } = row;
  return {
    id: externalId("tst", row.id),
    program,
    person: externalId("per", row.person_id),
    activity,
    text: row.body,
    rating,
    shown_as,
    consent,
    status,
    reason,
    at: formatInstant(row.at),
    decided_at: row.decided_at === null ? null : formatInstant(row.decided_at),
  };
}
