/** Lookups of claims, vacancies, deals and the people they are about. The general ones are in lookup.ts. */
import type { z } from "zod";
import type { person as personSchema } from "../core/event.ts";
import { uuidOf } from "../core/id.ts";
import type { ContactInput } from "../flow/contact.ts";
import { notFound } from "../flow/refusal.ts";
import { readClaim } from "../store/claims.ts";
import type { Client } from "../store/db.ts";
import { readDeal } from "../store/deals.ts";
import { readCompany } from "../store/people.ts";
import { readVacancy } from "../store/vacancies.ts";
import { findPerson, searchPerson } from "./lookup.ts";
import { type claim, claimView, type deal, dealView, type vacancy, vacancyView } from "./views/claim.ts";

export { byOf, findPerson, findPersonIfGiven, findProgram } from "./lookup.ts";

/** A claim by its external id as the API shows it, or the 404. */
export async function findClaim(workspaceId: string, db: Client, id: string): Promise<z.input<typeof claim>> {
  const uuid = uuidOf("clm", id);
  const row = uuid === null ? null : await readClaim(workspaceId, db, uuid);
  if (row === null) throw notFound("claim");
  return claimView(row);
}

/** A vacancy by the business's own id, or the 404. */
export async function findVacancy(workspaceId: string, db: Client, id: string): Promise<z.input<typeof vacancy>> {
  const row = await readVacancy(workspaceId, db, id);
  if (row === null) throw notFound("vacancy");
  return vacancyView(row);
}

/** A deal by the business's own id, or the 404. */
export async function findDeal(workspaceId: string, db: Client, id: string): Promise<z.input<typeof deal>> {
  const row = await readDeal(workspaceId, db, id);
  if (row === null) throw notFound("deal");
  return dealView(row);
}

/** The same where it may be left out. */
export async function findCompanyIfGiven(workspaceId: string, db: Client, reference: string | undefined): Promise<string | null> {
  return reference === undefined ? null : await findCompany(workspaceId, db, reference);
}

/** The company's uuid by `com_...` or the business's own id, or the 404. */
export async function findCompany(workspaceId: string, db: Client, reference: string): Promise<string> {
  const row = await readCompany(workspaceId, db, { id: uuidOf("com", reference), externalId: reference });
  if (row === null) throw notFound("company");
  return row.id;
}

/** Somebody named as in an event, with her id where we know her. An id of ours that is nobody's is the 404. */
export async function findContact(workspaceId: string, db: Client, person: z.output<typeof personSchema>): Promise<ContactInput> {
  if (person.id !== undefined) return { known: await findPerson(workspaceId, db, person.id), person };
  return { known: await searchPerson(workspaceId, db, person), person };
}

/** The same where it may be left out. */
export async function findContactIfGiven(
  workspaceId: string,
  db: Client,
  person: z.output<typeof personSchema> | undefined,
): Promise<ContactInput | null> {
  return person === undefined ? null : await findContact(workspaceId, db, person);
}
