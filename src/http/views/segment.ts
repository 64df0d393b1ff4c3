/** Segments, people at a glance and scores as the API shows them. */
import { z } from "zod";
import { ADVOCACY_WEIGHTS, type Advocacy, type AdvocacyKey } from "../../core/analytics/advocacy.ts";
import { externalId } from "../../core/id.ts";
import { segmentFilter } from "../../core/segment.ts";
import { formatInstant } from "../../core/time.ts";
import type { Brief } from "../../store/people-find.ts";
import type { PersonRow } from "../../store/people.ts";
import type { SegmentRow } from "../../store/segments.ts";
import type { SegmentCount } from "../../flow/segments.ts";
import { instant, money } from "../schemas.ts";
import { person, personView } from "./person.ts";

export const segment = z
  .object({ id: z.string(), name: z.string(), description: z.string(), filter: segmentFilter, created_at: instant, updated_at: instant })
  .meta({ id: "Segment" });

export function segmentView(row: SegmentRow): z.input<typeof segment> {
  const { id, name, description, filter } = row;
  return {
    id: externalId("seg", id),
    name,
    description,
    filter,
    created_at: formatInstant(row.created_at),
    updated_at: formatInstant(row.updated_at),
  };
}

const size = {
  count: z.int().describe("People in it."),
  exact: z.boolean().describe("False: about so many, from a part of the people drawn by chance."),
};

export const segmentWithSize = z.object({ ...segment.shape, ...size }).meta({ id: "SegmentWithSize" });
export const segmentPreview = z.object({ ...size, sample: z.array(person) }).meta({ id: "SegmentPreview" });
export const previewView = (of: SegmentCount, sample: readonly PersonRow[]): z.input<typeof segmentPreview> => ({
  ...of,
  sample: sample.map(personView),
});

const KEYS = Object.keys(ADVOCACY_WEIGHTS) as [AdvocacyKey, ...AdvocacyKey[]];

export const foundPerson = z
  .object({
    ...person.shape,
    score: z.int().nullable().describe("0 to 100: how likely she is to recommend; null until it was made."),
    orders: z.int().nullable(),
    value: money.nullable().describe("What she ordered for, refunds taken off, in the currency she ordered most in."),
    last_order_at: instant.nullable(),
    last_seen_at: instant.nullable(),
    referrals: z.int().nullable(),
    qualified: z.int().nullable(),
    joined_at: instant.nullable().describe("When she first joined a program."),
  })
  .meta({ id: "FoundPerson" });

const at = (ms: number | null): string | null => (ms === null ? null : formatInstant(ms));

export function foundView(row: PersonRow, brief: Brief): z.input<typeof foundPerson> {
  return {
    ...personView(row),
    score: brief.score,
    orders: brief.orders,
    value: brief.currency === null || brief.value === null ? null : { amount: brief.value, currency: brief.currency },
    last_order_at: at(brief.last_order_at),
    last_seen_at: at(brief.seen_at),
    referrals: brief.referrals,
    qualified: brief.qualified,
    joined_at: at(brief.joined_at),
  };
}

export const score = z
  .object({
    person: z.string(),
    score: z.int().describe("0 to 100: the sum of the parts' points."),
    currency: z.string().nullable().describe("Of what she ordered for."),
    parts: z.array(
      z.object({
        key: z.enum(KEYS),
        weight: z.int().describe("The most that this part gives."),
        points: z.int(),
        measure: z
          .number()
          .nullable()
          .describe("What it is made of: days since the last order, orders, minor units, months known, activities, an answer, friends."),
      }),
    ),
  })
  .meta({ id: "AdvocacyScore" });

export function scoreView(personId: string, of: { advocacy: Advocacy; currency: string | null }): z.input<typeof score> {
  const { score: sum, parts } = of.advocacy;
  return { person: externalId("per", personId), score: sum, currency: of.currency, parts };
}
