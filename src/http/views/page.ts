/** Offers, what people show, and domains, as the API shows them. */
import { z } from "zod";
import { formatInstant } from "../../core/time.ts";
import { recordOf } from "../../flow/domains.ts";
import type { DomainRow } from "../../store/domains.ts";
import { instant } from "../schemas.ts";

const words = z.object({ text: z.string(), detail: z.string() });

export const offer = z
  .object({
    code: z.string(),
    program: z.string(),
    locale: z.string(),
    from: z.object({ name: z.string().nullable(), picture: z.string().nullable() }).describe("What the recommender chose to show."),
    offer: z.string().nullable().describe("In a few words; null where the program gives a friend nothing."),
    friend_gets: z.array(words),
    disclosure: z.string().describe("What the recommender gets. Show it beside the offer."),
    ends_at: instant.nullable(),
    ended: z.boolean(),
    url: z.string(),
  })
  .meta({ id: "Offer" });

export const shown = z.object({ person: z.string(), name: z.string().nullable(), has_picture: z.boolean() }).meta({ id: "ShownPerson" });

export const domain = z
  .object({
    domain: z.string(),
    status: z.enum(["waiting", "verified"]),
    record: z.object({ type: z.literal("TXT"), name: z.string(), value: z.string() }).describe("To be set in the domain's DNS."),
    created_at: instant,
    checked_at: instant.nullable(),
    verified_at: instant.nullable(),
  })
  .meta({ id: "Domain" });

export function domainView(row: DomainRow): z.input<typeof domain> {
  const at = (ms: number | null): string | null => (ms === null ? null : formatInstant(ms));
  return {
    domain: row.domain,
    status: row.verified_at === null ? "waiting" : "verified",
    record: { type: "TXT", name: recordOf(row.domain), value: row.token },
    created_at: formatInstant(row.created_at),
    checked_at: at(row.checked_at),
    verified_at: at(row.verified_at),
  };
}
