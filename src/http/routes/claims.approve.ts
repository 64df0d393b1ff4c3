import { z } from "zod";
import { endpoint } from "../endpoint.ts";
import { uuidOrMissing } from "../listing.ts";
import { byOf, findClaim } from "../lookup-claims.ts";
import { claim } from "../views/claim.ts";

export default endpoint({
  method: "POST",
  path: "/v1/claims/:claim/approve",
  tag: "Claims",
  permission: "claims:write",
  summary: "Approve a claim",
  description:
    "The referral is bound and what it earns is paid. One who turns out to be somebody's already makes it a refused claim with that " +
    "reason.",
  params: z.object({ claim: z.string() }),
  response: claim,
  async handler({ params, caller, services, read }) {
    await services.claims.approve(byOf(caller), uuidOrMissing("clm", params.claim, "claim"));
    return await read((workspaceId, db) => findClaim(workspaceId, db, params.claim));
  },
});
