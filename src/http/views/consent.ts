/** Consents, terms and suppressions as the API shows them. */
import { z } from "zod";
import { CHANNELS, SUPPRESSION_REASONS } from "../../core/consent.ts";
import { externalId } from "../../core/id.ts";
import { formatInstant } from "../../core/time.ts";
import type { TermsStanding } from "../../flow/terms.ts";
import type { ConsentRow } from "../../store/consents.ts";
import type { SuppressionRow } from "../../store/suppressions.ts";
import { instant } from "../schemas.ts";

export const channel = z.enum(CHANNELS);
export const purpose = z
  .string()
  .regex(/^[a-z][a-z0-9_]{0,63}$/, "Small letters, digits and underscores, such as newsletter.")
  .describe("What it is for: newsletter, referral_invites, testimonial...");

export const consent = z
  .object({
    id: z.string(),
    purpose: z.string(),
    channel,
    granted: z.boolean().describe("False: taken back."),
    wording: z.string().describe("Which words she agreed to: your own version of them."),
    source: z.string().describe("By which door: a form, a call, an import."),
    at: instant,
    recorded_by: z.string(),
  })
  .meta({ id: "Consent" });

export function consentView(row: ConsentRow): z.input<typeof consent> {
  const { purpose: of, channel: by, granted, wording, source } = row;
  return {
    id: externalId("cst", row.id),
    purpose: of,
    channel: by,
    granted,
    wording,
    source,
    at: formatInstant(row.at),
    recorded_by: row.actor,
  };
}

export const suppression = z
  .object({
    id: z.string(),
    person: z.string().nullable(),
    address: z.boolean().describe("An address is on the list, kept so that nobody can read it."),
    channel,
    reason: z.enum(SUPPRESSION_REASONS),
    source: z.string(),
    at: instant,
    lifted_at: instant.nullable(),
  })
  .meta({ id: "Suppression" });

export function suppressionView(row: SuppressionRow): z.input<typeof suppression> {
  return {
    id: externalId("sup", row.id),
    person: row.person_id === null ? null : externalId("per", row.person_id),
    address: row.address !== null,
    channel: row.channel,
    reason: row.reason,
    source: row.source,
    at: formatInstant(row.at),
    lifted_at: row.lifted_at === null ? null : formatInstant(row.lifted_at),
  };
}

/** Somebody by her id or an address; the check that it is exactly one is in the handler's words. */
export const whom = { person: z.string().optional(), email: z.string().max(320).optional(), phone: z.string().max(40).optional() };
export const ONE_OF = "Name a person, an e-mail address or a phone number: exactly one of them.";
export const isOne = (body: { person?: unknown; email?: unknown; phone?: unknown }): boolean =>
  [body.person, body.email, body.phone].filter((each) => each !== undefined).length === 1;

export const termsStanding = z
  .object({
    program: z.string(),
    state: z.enum(["accepted", "terms_outdated", "not_accepted", "no_terms"]),
    current: z.int().nullable().describe("The number of the terms in force."),
    accepted: z.int().nullable().describe("The highest number that was accepted."),
    language: z.string().nullable(),
    at: instant.nullable(),
  })
  .meta({ id: "TermsStanding" });

export function termsStandingView({ program, state, current, accepted }: TermsStanding): z.input<typeof termsStanding> {
  if (accepted === null) return { program, state, current, accepted: null, language: null, at: null };
  return { program, state, current, accepted: accepted.terms, language: accepted.language, at: formatInstant(accepted.at) };
}
