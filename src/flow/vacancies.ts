/** Vacancies and deals as the business writes them. Nothing here moves money. */
import { externalId } from "../core/id.ts";
import { upsertDeal } from "../store/deals.ts";
import { readProgram } from "../store/programs.ts";
import { type VacancyWrite, readVacancy, upsertVacancy } from "../store/vacancies.ts";
import { asWriter } from "./as-writer.ts";
import type { By } from "./by.ts";
import type { ChangeParts } from "./change.ts";
import { type ContactInput, contactOf } from "./contact.ts";
import type { MoneyParts } from "./money-parts.ts";
import { Refusal, notFound } from "./refusal.ts";

export type VacancyWish = Omit<VacancyWrite, "id" | "program_id" | "created_at"> & { program: string };

/** Makes a vacancy, or changes what is said of it. Refuses `conflict` to move it to another program. */
export async function putVacancy(parts: ChangeParts, by: By, wish: VacancyWish): Promise<void> {
  await asWriter(parts, by, async (db, head) => {
    const program = await readProgram(by.workspaceId, db, wish.program);
    if (program === null) throw notFound("program");
    const before = await readVacancy(by.workspaceId, db, wish.external_id);
    if (before !== null && before.program_id !== program.id)
      throw new Refusal("conflict", "The vacancy belongs to another program: close it and make a new one under another id.");
    const row = { ...wish, id: parts.ids.uuid(), program_id: program.id, created_at: head.instant };
    const id = await upsertVacancy(by.workspaceId, db, row);
    const detail = { status: wish.status, bonus: wish.bonus, currency: wish.currency };
    return { result: undefined, deeds: [{ action: "vacancy.changed", target: externalId("vac", id), detail }] };
  });
}

export type DealWish = { externalId: string; contact: ContactInput | null; companyId: string | null; status: "open" | "won" | "lost" };

/** Writes down a deal that the business works on by itself, so that nobody's claim gets it. */
export async function putDeal(parts: MoneyParts, by: By, wish: DealWish): Promise<void> {
  await asWriter(parts, by, async (db, head) => {
    const behind = { db, head, workspaceId: by.workspaceId };
    const contactId = wish.contact === null ? null : await contactOf(parts, behind, { contact: wish.contact, program: "" });
    const { externalId: id, companyId, status } = wish;
    await upsertDeal(by.workspaceId, db, { externalId: id, contactId, companyId, status, at: head.instant });
    return { result: undefined, deeds: [{ action: "deal.changed", target: "deal", detail: { status } }] };
  });
}
