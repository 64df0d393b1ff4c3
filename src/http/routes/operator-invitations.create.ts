import { z } from "zod";
import { externalId } from "../../core/id.ts";
import { endpoint } from "../endpoint.ts";
import { byOf } from "../lookup.ts";
import { accountFields, role } from "../views/operator.ts";

export default endpoint({
  method: "POST",
  path: "/v1/operator-invitations",
  tag: "Operators",
  permission: "operators:write",
  summary: "Invite somebody to work in this workspace",
  description: "By a mail whose link is good for 7 days and works once. An earlier invitation of the same address is over.",
  body: z.strictObject({ email: accountFields.email, role }).meta({ id: "NewOperatorInvitation" }),
  response: z.object({ id: z.string() }).meta({ id: "OperatorInvited" }),
  status: 201,
  async handler({ body, caller, services }) {
    return { id: externalId("oin", await services.operators.invite(byOf(caller), body)) };
  },
});
