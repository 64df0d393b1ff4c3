import { z } from "zod";
import { revokeKey } from "../../flow/operate.ts";
import { endpoint } from "../endpoint.ts";
import { uuidOrMissing } from "../listing.ts";
import { byOf } from "../lookup.ts";

export default endpoint({
  method: "POST",
  path: "/v1/keys/:key/revoke",
  tag: "Keys",
  permission: "keys:write",
  summary: "Revoke an API key",
  description: "It is refused within a second on every process.",
  params: z.object({ key: z.string() }),
  response: z.object({ id: z.string(), revoked: z.literal(true) }),
  async handler({ params, caller, request }) {
    const { gv } = request.server;
    await revokeKey(gv, byOf(caller), uuidOrMissing("key", params.key, "key"));
    gv.keys.forget();
    return { id: params.key, revoked: true as const };
  },
});
