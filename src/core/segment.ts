/**
 * What a segment may ask of people: a condition as a program's, over fields of a person. Everything but her attributes is kept beside
 * her as a profile (flow/profiles.ts), so that a million people are asked at once. Days are whole days of 24 hours before now.
 */
import { type KnownFields, conditionOver } from "./condition.ts";

const FIELDS: readonly string[] = [
  "person.country",
  "person.language",
  "person.company",
  "person.tag",
  "person.has_email",
  "person.orders",
  "person.value",
  "person.product",
  "person.days_since_order",
  "person.days_known",
  "person.days_since_seen",
  "person.engagement",
  "person.score",
  "person.nps",
  "person.program",
  "person.days_since_joined",
  "person.referrals",
  "person.qualified",
  "person.referred",
  "person.consent_email",
  "person.contactable",
];
const OPEN = "person.attributes.";

/** True for a field that a segment may ask. */
export function isSegmentField(field: string): boolean {
  return FIELDS.includes(field) || (field.startsWith(OPEN) && /^[A-Za-z0-9_]{1,64}$/.test(field.slice(OPEN.length)));
}

const KNOWN: KnownFields = { isField: isSegmentField, names: [...FIELDS, `${OPEN}<name>`] };

/** The filter of a segment. */
export const segmentFilter = conditionOver(KNOWN).meta({
  id: "SegmentFilter",
  type: "object",
  description: "Field comparisons over people, joined by all, any and not. An empty object is everybody.",
});
