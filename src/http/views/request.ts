/** Requests, introductions, slips and where a member stands, as the API shows them. */
import { z } from "zod";
import { externalId } from "../../core/id.ts";
import { formatInstant } from "../../core/time.ts";
import type { MemberStanding } from "../../flow/member-standing.ts";
import type { IntroductionRow, RequestRow, SlipRow } from "../../store/requests.ts";
import { instant, money } from "../schemas.ts";

export const request = z
  .object({
    id: z.string(),
    program: z.string(),
    from: z.string(),
    to: z.string().nullable().describe("Null: asked of all members."),
    status: z.enum(["open", "answered", "declined", "expired"]),
    text: z.string().nullable(),
    asked_at: instant,
    expires_at: instant,
    decided_at: instant.nullable(),
    answered_by: z.string().nullable(),
    introduction: z.string().nullable(),
  })
  .meta({ id: "Request" });

export function requestView(row: RequestRow): z.input<typeof request> {
  return {
    id: externalId("req", row.id),
    program: row.program,
    from: externalId("per", row.from_id),
    to: row.to_id === null ? null : externalId("per", row.to_id),
    status: row.status,
    text: row.text,
    asked_at: formatInstant(row.asked_at),
    expires_at: formatInstant(row.expires_at),
    decided_at: row.decided_at === null ? null : formatInstant(row.decided_at),
    answered_by: row.decider_id === null ? null : externalId("per", row.decider_id),
    introduction: row.introduction_id === null ? null : externalId("itr", row.introduction_id),
  };
}

export const introduction = z
  .object({
    id: z.string(),
    program: z.string(),
    from: z.string(),
    to: z.string(),
    person: z.string().describe("Who was introduced."),
    request: z.string().nullable(),
    at: instant,
  })
  .meta({ id: "Introduction" });

export function introductionView(row: IntroductionRow): z.input<typeof introduction> {
  return {
    id: externalId("itr", row.id),
    program: row.program,
    from: externalId("per", row.giver_id),
    to: externalId("per", row.receiver_id),
    person: externalId("per", row.person_id),
    request: row.request_id === null ? null : externalId("req", row.request_id),
    at: formatInstant(row.at),
  };
}

export const slip = z
  .object({
    id: z.string(),
    program: z.string(),
    from: z.string(),
    to: z.string(),
    introduction: z.string().nullable(),
    value: money.describe("What was closed."),
    text: z.string().nullable(),
    at: instant,
  })
  .meta({ id: "Slip" });

export function slipView(row: SlipRow): z.input<typeof slip> {
  return {
    id: externalId("slp", row.id),
    program: row.program,
    from: externalId("per", row.from_id),
    to: externalId("per", row.to_id),
    introduction: row.introduction_id === null ? null : externalId("itr", row.introduction_id),
    value: { amount: row.value, currency: row.currency },
    text: row.text,
    at: formatInstant(row.at),
  };
}

export const standing = z
  .object({
    person: z.string(),
    program: z.string(),
    given: z.int(),
    received: z.int(),
    thanks: z.array(z.object({ value: money, slips: z.int() })).describe("What others closed through her, by currency."),
    trust: z
      .object({ kept: z.int(), of: z.int(), percent: z.int() })
      .nullable()
      .describe(
        "Of the requests made to her by name whose time is over: how many she accepted and answered in time. Null below 3 of them.",
      ),
  })
  .meta({ id: "MemberStanding" });

export function standingView(of: { person: string; program: string; row: MemberStanding }): z.input<typeof standing> {
  const { given, received, thanks, trust } = of.row;
  return {
    person: externalId("per", of.person),
    program: of.program,
    given,
    received,
    thanks: thanks.map((t) => ({ value: { amount: t.value, currency: t.currency }, slips: t.count })),
    trust,
  };
}
