import { z } from "zod";
import { endpoint } from "../endpoint.ts";
import { NAMED } from "../expand-kinds.ts";
import { findClaim } from "../lookup-claims.ts";
import { claim } from "../views/claim.ts";

export default endpoint({
  method: "GET",
  path: "/v1/claims/:claim",
  tag: "Claims",
  permission: "claims:read",
  summary: "Get a claim",
  params: z.object({ claim: z.string() }),
  expand: NAMED.claim,
  response: claim,
  handler: ({ params, read }) => read((workspaceId, db) => findClaim(workspaceId, db, params.claim)),
});
