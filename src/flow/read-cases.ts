/** Reading cases: by those who are on them, and never without an audit row in the same transaction. */
import { externalId } from "../core/id.ts";
import { type CaseDetail, type CaseFilter, type CaseRow, listCases, readCase, readCaseDetail } from "../store/cases.ts";
import { type OfferRow, readOffers } from "../store/case-offers.ts";
import type { By } from "./by.ts";
import { type Acting, deed, who } from "./cases.ts";
import { type ChangeParts, change } from "./change.ts";
import { notFound } from "./refusal.ts";

export type CaseRead = Omit<CaseRow, "steps"> & CaseDetail & { offers: OfferRow[] };

/** A case with its people and steps. Refuses `not_found` to everybody who is not on it, as if there were none. */
export async function readCaseAs(parts: ChangeParts, by: By, of: Acting & { caseId: string }): Promise<CaseRead> {
  return change(parts, by, async (db) => {
    const row = await readCase(by.workspaceId, db, { id: of.caseId, actor: by.actor, personId: of.acting });
    if (row === null) throw notFound("case");
    const detail = await readCaseDetail(by.workspaceId, db, row.id);
    const offers = await readOffers(by.workspaceId, db, row.id);
    return { result: { ...row, ...detail, offers }, deed: deed("case.read", row.id, who(of)) };
  });
}

/** The cases that the reader is on. The audit row names each that was shown. */
export async function listCasesAs(
  parts: ChangeParts,
  by: By,
  of: Acting & Pick<CaseFilter, "before" | "limit" | "program" | "status" | "stage">,
): Promise<CaseRow[]> {
  return change(parts, by, async (db) => {
    const { acting, ...filter } = of;
    const result = await listCases(by.workspaceId, db, { ...filter, actor: by.actor, personId: acting });
    const cases = result.map((row) => externalId("cas", row.id));
    return { result, deed: { action: "case.listed", target: "cases", detail: { cases, ...who(of) } } };
  });
}
