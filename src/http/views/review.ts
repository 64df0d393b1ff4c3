/** Reviews, list entries and licences as the API shows them. */
import { z } from "zod";
import { externalId } from "../../core/id.ts";
import { RISK_KEYS } from "../../core/risk-reasons.ts";
import type { RiskInputs, RiskPoint } from "../../core/rules/risk.ts";
import { riskWords } from "../../core/rules/risk-words.ts";
import { formatInstant } from "../../core/time.ts";
import type { LicenceRow } from "../../store/licences.ts";
import { LIST_KINDS, type Listed } from "../../store/risk-lists.ts";
import type { ReviewRow } from "../../store/reviews.ts";
import { instant, sentence } from "../schemas.ts";

const instantOrNull = (at: number | null): string | null => (at === null ? null : formatInstant(at));

export const REVIEW_STATES = ["allowed", "open", "approved", "refused"] as const;

export const review = z
  .object({
    id: z.string(),
    program: z.string(),
    referral: z.string().nullable(),
    friend: z.string(),
    advocate: z.string(),
    score: z.int().describe("0 to 100."),
    verdict: z.enum(["allow", "hold", "refuse"]).describe("What the program's policy made of the score."),
    reasons: z.array(z.object({ key: z.enum(RISK_KEYS), points: z.int(), words: sentence })),
    state: z.enum(REVIEW_STATES).describe("open: its rewards wait for somebody to decide."),
    scored_at: instant,
    due_at: instant.nullable().describe("Until when it can be decided; then the policy decides."),
    decided_at: instant.nullable(),
    decided_by: z.enum(["policy", "operator", "nobody"]).nullable().describe("nobody: the time was over."),
    note: z.string().nullable(),
  })
  .meta({ id: "Review" });

export function reviewView(row: ReviewRow): z.input<typeof review> {
  const reasons = row.reasons as RiskPoint[];
  const words = riskWords(reasons, row.inputs as RiskInputs);
  return {
    id: externalId("rvw", row.id),
    program: row.program,
    referral: row.referral_id === null ? null : externalId("ref", row.referral_id),
    friend: externalId("per", row.friend_id),
    advocate: externalId("per", row.advocate_id),
    score: row.score,
    verdict: row.verdict,
    reasons: reasons.map((reason, i) => ({ ...reason, words: words[i] ?? "" })),
    state: row.state,
    scored_at: formatInstant(row.scored_at),
    due_at: instantOrNull(row.due_at),
    decided_at: instantOrNull(row.decided_at),
    decided_by: row.decided_by as "policy" | null,
    note: row.note,
  };
}

export const evidence = review
  .extend({
    inputs: z.unknown().describe("What the score read, as it was then: yes, no and numbers."),
    seen_with: z
      .array(z.object({ kind: z.string(), value: z.string(), by: z.array(z.string()) }))
      .describe("What friend and advocate were both seen with, as keyed hashes that a list takes (hash:...)."),
    rewards: z.array(z.string()).describe("What waits for the decision."),
  })
  .meta({ id: "ReviewEvidence" });

export const decisionNote = z
  .strictObject({ note: z.string().max(500).optional().describe("For your colleagues; erased with the people it is about.") })
  .meta({ id: "ReviewDecision" });

export const listEntry = z
  .object({
    id: z.string(),
    list: z.enum(["allow", "block"]),
    kind: z.enum(LIST_KINDS),
    value: z.string().describe("A domain, a range, per_..., or hash:... of a device, payment or address."),
    note: z.string().nullable(),
    added_at: instant,
    expires_at: instant.nullable(),
  })
  .meta({ id: "ListEntry" });

export function listEntryView(row: Listed): z.input<typeof listEntry> {
  const hashed = row.kind === "device" || row.kind === "payment" || row.kind === "address";
  return {
    id: externalId("lst", row.id),
    list: row.list,
    kind: row.kind,
    value: hashed ? `hash:${row.value}` : row.kind === "person" ? externalId("per", row.value) : row.value,
    note: row.note,
    added_at: formatInstant(row.added_at),
    expires_at: instantOrNull(row.expires_at),
  };
}

export const licence = z
  .object({
    id: z.string(),
    person: z.string(),
    kind: z.string(),
    region: z.string(),
    number: z.string(),
    valid_from: instant,
    valid_until: instant,
    status: z.enum(["unchecked", "checked", "refused"]),
    decided_at: instant.nullable(),
  })
  .meta({ id: "Licence" });

export function licenceView(row: LicenceRow): z.input<typeof licence> {
  return {
    id: externalId("lic", row.id),
    person: externalId("per", row.person_id),
    kind: row.kind,
    region: row.region,
    number: row.number,
    valid_from: formatInstant(row.valid_from),
    valid_until: formatInstant(row.valid_until),
    status: row.status,
    decided_at: instantOrNull(row.decided_at),
  };
}
