/** People, companies and advocates as the API shows them. */
import { z } from "zod";
import { externalId } from "../../core/id.ts";
import { formatInstant } from "../../core/time.ts";
import type { AdvocateRow } from "../../store/links.ts";
import type { CompanyRow, PersonRow } from "../../store/people.ts";
import { instant } from "../schemas.ts";

export const person = z
  .object({
    id: z.string(),
    user_id: z.string().nullable(),
    email: z.string().nullable(),
    phone: z.string().nullable(),
    anonymous_ids: z.array(z.string()),
    name: z.string().nullable(),
    company: z.string().nullable(),
    attributes: z.record(z.string(), z.unknown()),
    created_at: instant,
    erased_at: instant.nullable(),
  })
  .meta({ id: "Person" });

/** Identities and private data as one. An erased person has neither. */
export function personView(row: PersonRow): z.input<typeof person> {
  const data = row.data ?? {};
  const first = (kind: number): string | null => row.identities.find((each) => each.kind === kind)?.value ?? null;
  const text = (name: string): string | null => (typeof data[name] === "string" ? data[name] : null);
  return {
    id: externalId("per", row.id),
    user_id: first(1),
    email: text("email") ?? first(2),
    phone: text("phone") ?? first(3),
    anonymous_ids: row.identities.filter((each) => each.kind === 4).map((each) => each.value),
    name: text("name"),
    company: row.company,
    attributes: (data["attributes"] as Record<string, unknown> | undefined) ?? {},
    created_at: formatInstant(row.created_at),
    erased_at: row.erased_at === null ? null : formatInstant(row.erased_at),
  };
}

export const company = z
  .object({
    id: z.string(),
    external_id: z.string(),
    name: z.string(),
    domain: z.string().nullable(),
    domains: z.array(z.string()),
    people: z.int(),
    first_order_at: instant.nullable(),
    created_at: instant,
  })
  .meta({ id: "Company" });

export function companyView(row: CompanyRow): z.input<typeof company> {
  return {
    id: externalId("com", row.id),
    external_id: row.external_id,
    name: row.name,
    domain: row.domain,
    domains: row.domains,
    people: row.people,
    first_order_at: row.first_order_at === null ? null : formatInstant(row.first_order_at),
    created_at: formatInstant(row.created_at),
  };
}

export const advocate = z
  .object({ person: z.string(), program: z.string(), status: z.string(), joined_at: instant })
  .meta({ id: "Advocate" });

export function advocateView(row: AdvocateRow): z.input<typeof advocate> {
  return { person: externalId("per", row.person_id), program: row.program, status: row.status, joined_at: formatInstant(row.joined_at) };
}
