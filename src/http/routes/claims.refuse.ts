import { z } from "zod";
import { endpoint } from "../endpoint.ts";
import { uuidOrMissing } from "../listing.ts";
import { byOf, findClaim } from "../lookup-claims.ts";
import { claim } from "../views/claim.ts";

export default endpoint({
  method: "POST",
  path: "/v1/claims/:claim/refuse",
  tag: "Claims",
  permission: "claims:write",
  summary: "Refuse a claim",
  params: z.object({ claim: z.string() }),
  body: z
    .strictObject({ note: z.string().min(1).max(1000).optional().describe("Words for the file; erased with the person.") })
    .meta({ id: "ClaimRefusal" }),
  response: claim,
  async handler({ params, body, caller, services, read }) {
    const claimId = uuidOrMissing("clm", params.claim, "claim");
    await services.claims.refuse(byOf(caller), { claimId, note: body.note ?? null });
    return await read((workspaceId, db) => findClaim(workspaceId, db, params.claim));
  },
});
