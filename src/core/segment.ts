/**
 * What a segment may ask of people: a condition as a program's, over fields of a person. Everything but her attributes is kept beside
 * her as a profile (flow/profiles.ts), so that a million people are asked at once. Days are whole days of 24 hours before now.
 */
import { type KnownFields, conditionOver } from "./condition.ts";

export type SegmentKind = "number" | "money" | "text" | "list" | "boolean";

/** `label` is English, for those who build a form from this list. */
export const SEGMENT_FIELDS: Readonly<Record<string, { kind: SegmentKind; label: string }>> = {
  "person.country": { kind: "text", label: "Country" },
  "person.language": { kind: "text", label: "Language" },
  "person.company": { kind: "text", label: "Company" },
  "person.tag": { kind: "list", label: "Tag" },
  "person.has_email": { kind: "boolean", label: "Has an e-mail address" },
  "person.orders": { kind: "number", label: "Orders" },
  "person.value": { kind: "money", label: "Ordered for" },
  "person.product": { kind: "list", label: "Product bought" },
  "person.days_since_order": { kind: "number", label: "Days since the last order" },
  "person.days_known": { kind: "number", label: "Days since she is known" },
  "person.days_since_seen": { kind: "number", label: "Days since she was last seen" },
  "person.engagement": { kind: "number", label: "Visits, shares, answers and other activities" },
  "person.score": { kind: "number", label: "Advocacy score" },
  "person.nps": { kind: "number", label: 'Last answer to "would you recommend us"' },
  "person.program": { kind: "list", label: "Takes part in" },
  "person.days_since_joined": { kind: "number", label: "Days since she joined a program" },
  "person.referrals": { kind: "number", label: "Friends brought" },
  "person.qualified": { kind: "number", label: "Friends who counted" },
  "person.referred": { kind: "boolean", label: "Came by a recommendation" },
  "person.consent_email": { kind: "boolean", label: "Agreed to marketing by e-mail" },
  "person.contactable": { kind: "boolean", label: "May be written to by e-mail" },
};

const OPEN = "person.attributes.";

/** True for a field that a segment may ask. */
export function isSegmentField(field: string): boolean {
  return field in SEGMENT_FIELDS || (field.startsWith(OPEN) && /^[A-Za-z0-9_]{1,64}$/.test(field.slice(OPEN.length)));
}

const KNOWN: KnownFields = { isField: isSegmentField, names: [...Object.keys(SEGMENT_FIELDS), `${OPEN}<name>`] };

/** The filter of a segment. */
export const segmentFilter = conditionOver(KNOWN).meta({
  id: "SegmentFilter",
  type: "object",
  description: "Field comparisons over people, joined by all, any and not. An empty object is everybody.",
});
