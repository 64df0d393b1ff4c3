/** Claims, vacancies and deals as the API shows them. Nothing of a claim says who else wanted the same. */
import { z } from "zod";
import { CLAIM_REASONS, CLAIM_STATUSES } from "../../core/attribution/claim.ts";
import { externalId } from "../../core/id.ts";
import type { Prefix } from "../../core/id.ts";
import { CLAIM_SUBJECTS } from "../../core/program-claims.ts";
import { formatInstant } from "../../core/time.ts";
import type { ClaimRow } from "../../store/claims.ts";
import type { DealRow } from "../../store/deals.ts";
import type { VacancyRow } from "../../store/vacancies.ts";
import { instant, money } from "../schemas.ts";

const idOrNull = (prefix: Prefix, uuid: string | null): string | null => (uuid === null ? null : externalId(prefix, uuid));
const instantOrNull = (at: number | null): string | null => (at === null ? null : formatInstant(at));

export const claim = z
  .object({
    id: z.string(),
    program: z.string(),
    subject: z.enum(CLAIM_SUBJECTS),
    reference: z.string().nullable().describe("Your own id of the deal or order."),
    contact: z.string().nullable().describe("Whom it is about; null for an order that is not known."),
    company: z.string().nullable(),
    vacancy: z.string().nullable(),
    claimants: z.array(z.object({ person: z.string(), share: z.int() })).describe("The first one is the referral's advocate."),
    status: z.enum(CLAIM_STATUSES),
    reason: z.enum(CLAIM_REASONS).nullable().describe("Why it was not accepted."),
    claimed_at: instant,
    exclusive_until: instant,
    decided_at: instant.nullable(),
    decided_by: z.string().nullable(),
    evidence: z.string().nullable(),
    note: z.string().nullable(),
    referral: z.string().nullable(),
  })
  .meta({ id: "Claim" });

export function claimView(row: ClaimRow): z.input<typeof claim> {
  return {
    id: externalId("clm", row.id),
    program: row.program,
    subject: row.subject as "deal",
    reference: row.reference,
    contact: row.reason === "order_unknown" ? null : externalId("per", row.friend_id),
    company: row.company,
    vacancy: row.vacancy,
    claimants: row.shares.map((s) => ({ person: externalId("per", s.person), share: s.share })),
    status: row.status as "pending",
    reason: row.reason as null,
    claimed_at: formatInstant(row.claimed_at),
    exclusive_until: formatInstant(row.exclusive_until),
    decided_at: instantOrNull(row.decided_at),
    decided_by: row.decided_by,
    evidence: row.evidence,
    note: row.note,
    referral: idOrNull("ref", row.referral_id),
  };
}

export const vacancy = z
  .object({
    id: z.string(),
    external_id: z.string(),
    program: z.string(),
    title: z.string(),
    department: z.string(),
    country: z.string(),
    grade: z.string(),
    manager: z.string().nullable(),
    recruiter: z.string().nullable(),
    bonus: money.nullable().describe("Its own; without one the program's `claims.bonuses` say it by grade and country."),
    status: z.enum(["open", "closed"]),
    created_at: instant,
  })
  .meta({ id: "Vacancy" });

export function vacancyView(row: VacancyRow): z.input<typeof vacancy> {
  return {
    id: externalId("vac", row.id),
    external_id: row.external_id,
    program: row.program,
    title: row.title,
    department: row.department,
    country: row.country,
    grade: row.grade,
    manager: idOrNull("per", row.manager_id),
    recruiter: idOrNull("per", row.recruiter_id),
    bonus: row.bonus === null || row.currency === null ? null : { amount: row.bonus, currency: row.currency },
    status: row.status as "open",
    created_at: formatInstant(row.created_at),
  };
}

export const deal = z
  .object({
    external_id: z.string(),
    contact: z.string().nullable(),
    company: z.string().nullable(),
    status: z.enum(["open", "won", "lost"]),
    updated_at: instant,
    referral: z
      .object({ id: z.string(), program: z.string(), stage: z.string() })
      .nullable()
      .describe("The newest referral of its contact that goes on, where there is one: its card stands on the program's board."),
  })
  .meta({ id: "Deal" });

export function dealView(row: DealRow): z.input<typeof deal> {
  return {
    external_id: row.external_id,
    contact: idOrNull("per", row.contact_id),
    company: row.company,
    status: row.status as "open",
    updated_at: formatInstant(row.updated_at),
    referral: row.referral_id === null ? null : { id: externalId("ref", row.referral_id), program: row.program!, stage: row.stage! },
  };
}

export const companyPerson = z
  .object({ person: z.string(), role: z.string().nullable().describe("Null: belongs to it, and has no role.") })
  .meta({ id: "CompanyPerson" });
