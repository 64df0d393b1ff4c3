import { z } from "zod";
import { endpoint } from "../endpoint.ts";
import { uuidOrMissing } from "../listing.ts";
import { byOf } from "../lookup.ts";

export default endpoint({
  method: "DELETE",
  path: "/v1/invitations/:invitation",
  tag: "Advocates",
  permission: "advocates:write",
  summary: "Take an invitation back",
  description: "Its link is worth nothing then. Who has joined stays.",
  params: z.object({ invitation: z.string() }),
  response: z.object({ id: z.string(), revoked: z.literal(true) }),
  async handler({ params, caller, services }) {
    await services.portal.revokeInvitation(byOf(caller), uuidOrMissing("inv", params.invitation, "invitation"));
    return { id: params.invitation, revoked: true as const };
  },
});
