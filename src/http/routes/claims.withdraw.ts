import { z } from "zod";
import { endpoint } from "../endpoint.ts";
import { ownsClaim } from "../member-owns.ts";
import { uuidOrMissing } from "../listing.ts";
import { byOf, findClaim } from "../lookup-claims.ts";
import { claim } from "../views/claim.ts";

export default endpoint({
  method: "POST",
  path: "/v1/claims/:claim/withdraw",
  tag: "Claims",
  permission: "claims:write",
  member: { owns: ownsClaim, hides: { contact: null, decided_by: null, note: null } },
  summary: "Take a claim back",
  description: "Frees what it claimed for others. What it has earned stays.",
  params: z.object({ claim: z.string() }),
  response: claim,
  async handler({ params, caller, services, read }) {
    await services.claims.withdraw(byOf(caller), uuidOrMissing("clm", params.claim, "claim"));
    return await read((workspaceId, db) => findClaim(workspaceId, db, params.claim));
  },
});
