import { z } from "zod";
import { person } from "../../core/event.ts";
import { externalId } from "../../core/id.ts";
import { endpoint } from "../endpoint.ts";
import { byOf, findClaim, findCompanyIfGiven, findContactIfGiven, findPerson, findProgram } from "../lookup-claims.ts";
import { claim } from "../views/claim.ts";

const claimant = z.strictObject({ person: z.string(), share: z.number().int().min(1).max(1000).default(1) });

export default endpoint({
  method: "POST",
  path: "/v1/claims",
  tag: "Claims",
  permission: "claims:write",
  member: {
    body: "claimants",
    as: "claimant",
    contact: "contact",
    without: ["department"],
    hides: { contact: null, decided_by: null, note: null },
  },
  summary: "Claim a candidate, deal, company or order",
  description:
    "For one person or several with shares (60 and 40); the first one is the advocate. A negative answer is a claim with the status " +
    "`refused` and its reason. Who held it before is never told.",
  body: z
    .strictObject({
      program: z.string().max(64),
      claimants: z.array(claimant).min(1).max(10),
      contact: person.optional().describe("Whom it is about: candidate, or contact at the other company."),
      deal: z.string().min(1).max(128).optional(),
      order: z.string().min(1).max(128).optional(),
      company: z.string().min(1).max(256).optional(),
      vacancy: z.string().min(1).max(128).optional(),
      department: z.string().min(1).max(128).optional().describe("Which department works on it; a vacancy has its own."),
      evidence: z.string().min(1).max(4000).optional().describe("Anything that proves it. Kept apart, erased with the person."),
    })
    .meta({ id: "ClaimWrite" }),
  response: claim,
  async handler({ body, caller, services, read }) {
    const wish = await read(async (workspaceId, db) => ({
      programId: (await findProgram(workspaceId, db, body.program)).id,
      claimants: await Promise.all(
        body.claimants.map(async (c) => ({ person: await findPerson(workspaceId, db, c.person), share: c.share })),
      ),
      contact: await findContactIfGiven(workspaceId, db, body.contact),
      companyId: await findCompanyIfGiven(workspaceId, db, body.company),
    }));
    const { deal, order, vacancy = null, department = null, evidence = null } = body;
    const id = await services.claims.make(byOf(caller), { ...wish, reference: deal ?? order ?? null, vacancy, department, evidence });
    return await read((workspaceId, db) => findClaim(workspaceId, db, externalId("clm", id)));
  },
});
