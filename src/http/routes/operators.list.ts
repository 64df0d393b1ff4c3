import { z } from "zod";
import { listOperators } from "../../store/operators.ts";
import { endpoint } from "../endpoint.ts";
import { operator, operatorView } from "../views/operator.ts";

export default endpoint({
  method: "GET",
  path: "/v1/operators",
  tag: "Operators",
  permission: "operators:read",
  summary: "Who works in this workspace",
  description: "All of them at once, the first one first. A sandbox has none of its own: whoever works in its workspace may use it.",
  response: z.object({ data: z.array(operator) }).meta({ id: "OperatorList" }),
  handler: ({ caller, read }) =>
    read(async (workspaceId, db) => ({
      data: (await listOperators(workspaceId, db)).map((row) => operatorView(row, caller.session?.operator?.id ?? null)),
    })),
});
