import { z } from "zod";
import { uuidOf } from "../../core/id.ts";
import { revokeOperatorInvitation } from "../../flow/operator-invitations.ts";
import { notFound } from "../../flow/refusal.ts";
import { endpoint } from "../endpoint.ts";
import { byOf } from "../lookup.ts";

export default endpoint({
  method: "DELETE",
  path: "/v1/operator-invitations/:operator_invitation",
  tag: "Operators",
  permission: "operators:write",
  summary: "Withdraw an invitation",
  params: z.object({ operator_invitation: z.string() }),
  response: z.object({ id: z.string(), withdrawn: z.literal(true) }).meta({ id: "WithdrawnInvitation" }),
  async handler({ params, caller, request }) {
    const id = uuidOf("oin", params.operator_invitation);
    if (id === null) throw notFound("invitation");
    await revokeOperatorInvitation(request.server.gv, byOf(caller), id);
    return { id: params.operator_invitation, withdrawn: true as const };
  },
});
