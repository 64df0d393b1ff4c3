import { z } from "zod";
import { uuidOf } from "../../core/id.ts";
import { changeOperator } from "../../flow/operators.ts";
import { notFound } from "../../flow/refusal.ts";
import { readOperator } from "../../store/operators.ts";
import { endpoint } from "../endpoint.ts";
import { byOf } from "../lookup.ts";
import { operator, operatorView, role } from "../views/operator.ts";

export default endpoint({
  method: "PATCH",
  path: "/v1/operators/:operator",
  tag: "Operators",
  permission: "operators:write",
  summary: "Change what an operator may do",
  description: "Another role, or disabled: she is out at once and may come back. The last owner stays one.",
  params: z.object({ operator: z.string() }),
  body: z.strictObject({ role: role.optional(), disabled: z.boolean().optional() }).meta({ id: "OperatorChange" }),
  response: operator,
  async handler({ params, body, caller, read, request }) {
    const id = uuidOf("opr", params.operator);
    if (id === null) throw notFound("operator");
    const { role: as, disabled } = body;
    await changeOperator(request.server.gv, byOf(caller), {
      id,
      ...(as === undefined ? {} : { role: as }),
      ...(disabled === undefined ? {} : { disabled }),
    });
    return operatorView((await read((workspaceId, db) => readOperator(workspaceId, db, id)))!, caller.session?.operator?.id ?? null);
  },
});
