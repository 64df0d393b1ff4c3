/** The people and domains of a company, as the business writes them. */
import { externalId } from "../core/id.ts";
import { dropCompanyRole, putCompanyDomains, putCompanyRole } from "../store/company-people.ts";
import { asWriter } from "./as-writer.ts";
import type { By } from "./by.ts";
import type { ChangeParts } from "./change.ts";
import { Refusal, notFound } from "./refusal.ts";

/** Gives somebody a role in a company; null takes it away. Refuses `not_found` to take away what she does not have. */
export async function setCompanyRole(
  parts: ChangeParts,
  by: By,
  wish: { companyId: string; personId: string; role: string | null },
): Promise<void> {
  await asWriter(parts, by, async (db, head) => {
    const { companyId, personId, role } = wish;
    if (role !== null) await putCompanyRole(by.workspaceId, db, { companyId, personId, role, at: head.instant });
    else if (!(await dropCompanyRole(by.workspaceId, db, { companyId, personId }))) throw notFound("role");
    const detail = { person: externalId("per", personId), role };
    return { result: undefined, deeds: [{ action: "company.role_changed", target: externalId("com", companyId), detail }] };
  });
}

/** Makes these the company's domains. Refuses `conflict` for one that another company has. */
export async function setCompanyDomains(parts: ChangeParts, by: By, wish: { companyId: string; domains: string[] }): Promise<void> {
  await asWriter(parts, by, async (db) => {
    const taken = await putCompanyDomains(by.workspaceId, db, wish);
    if (taken.length > 0) {
      const message = `Another company has ${taken.join(", ")}: take it away there first.`;
      throw new Refusal("conflict", message, { errors: [{ pointer: "/domains", code: "taken", message }] });
    }
    const detail = { domains: wish.domains.length };
    return { result: undefined, deeds: [{ action: "company.domains_changed", target: externalId("com", wish.companyId), detail }] };
  });
}
