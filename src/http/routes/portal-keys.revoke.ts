import { z } from "zod";
import { endpoint } from "../endpoint.ts";
import { uuidOrMissing } from "../listing.ts";
import { byOf } from "../lookup.ts";

export default endpoint({
  method: "DELETE",
  path: "/v1/portal-keys/:portal_key",
  tag: "Portal",
  permission: "portal:write",
  summary: "Revoke a portal key",
  description: "Tokens signed with it are refused within a second on every process.",
  params: z.object({ portal_key: z.string() }),
  response: z.object({ id: z.string(), revoked: z.literal(true) }),
  async handler({ params, caller, services }) {
    await services.portal.revokeKey(byOf(caller), uuidOrMissing("pky", params.portal_key, "portal key"));
    return { id: params.portal_key, revoked: true as const };
  },
});
