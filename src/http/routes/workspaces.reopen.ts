import { z } from "zod";
import { reopenWorkspace } from "../../flow/closing.ts";
import { endpoint } from "../endpoint.ts";
import { byOf } from "../lookup.ts";

export default endpoint({
  method: "POST",
  path: "/v1/workspaces/reopen",
  tag: "Operators",
  permission: "workspaces:write",
  summary: "Bring a closed workspace back",
  description: "As it was: its keys, links and pages work again, and what came due meanwhile is done.",
  whileClosed: true,
  response: z.object({ open: z.literal(true) }).meta({ id: "WorkspaceOpen" }),
  async handler({ caller, request }) {
    const { gv } = request.server;
    await reopenWorkspace(gv, byOf(caller));
    gv.keys.forget();
    return { open: true as const };
  },
});
