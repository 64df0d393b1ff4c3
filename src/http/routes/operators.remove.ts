import { z } from "zod";
import { uuidOf } from "../../core/id.ts";
import { removeOperator } from "../../flow/operators.ts";
import { notFound } from "../../flow/refusal.ts";
import { endpoint } from "../endpoint.ts";
import { byOf } from "../lookup.ts";

export default endpoint({
  method: "DELETE",
  path: "/v1/operators/:operator",
  tag: "Operators",
  permission: "operators:write",
  summary: "Remove an operator",
  description: "Her account stays, for other workspaces; what she did stays in the audit log. The last owner cannot be removed.",
  params: z.object({ operator: z.string() }),
  response: z.object({ id: z.string(), removed: z.literal(true) }).meta({ id: "RemovedOperator" }),
  async handler({ params, caller, request }) {
    const id = uuidOf("opr", params.operator);
    if (id === null) throw notFound("operator");
    await removeOperator(request.server.gv, byOf(caller), id);
    return { id: params.operator, removed: true as const };
  },
});
