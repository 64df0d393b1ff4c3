import { z } from "zod";
import { addOperator } from "../../flow/operators.ts";
import { Refusal } from "../../flow/refusal.ts";
import { readOperator } from "../../store/operators.ts";
import { endpoint } from "../endpoint.ts";
import { byOf } from "../lookup.ts";
import { accountFields, operator, operatorView, role } from "../views/operator.ts";

export default endpoint({
  method: "POST",
  path: "/v1/operators",
  tag: "Operators",
  permission: "operators:write",
  summary: "Make an account for an operator",
  description:
    "With a password that she changes after signing in. Better invite people (POST /v1/operator-invitations): then nobody else " +
    "knows it. The first account is made here, by whoever came with the link that the start printed.",
  idempotent: "shown_once",
  body: z.strictObject({ ...accountFields, role: role.default("owner") }).meta({ id: "NewOperator" }),
  response: operator,
  status: 201,
  async handler({ body, caller, read, request }) {
    const { accounts } = request.server.gv;
    if (accounts === null) throw new Refusal("conflict", "There are no accounts on this server.");
    const id = await addOperator({ ...request.server.gv, accounts }, byOf(caller), body);
    return operatorView((await read((workspaceId, db) => readOperator(workspaceId, db, id)))!, caller.session?.operator?.id ?? null);
  },
});
