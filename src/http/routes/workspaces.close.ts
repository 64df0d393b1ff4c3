import { z } from "zod";
import { closeWorkspace } from "../../flow/closing.ts";
import { Refusal } from "../../flow/refusal.ts";
import { endpoint } from "../endpoint.ts";
import { byOf } from "../lookup.ts";
import { closing, closingView } from "../views/closing.ts";

export default endpoint({
  method: "POST",
  path: "/v1/workspaces/close",
  tag: "Operators",
  permission: "workspaces:write",
  summary: "Close the workspace",
  description:
    "From this moment its keys are refused, its links, pages and portal lead nowhere, and nothing is sent, paid or decided. Its " +
    "operators can still read everything, and bring it back for 30 days; then it is erased with its sandbox. Asked by an " +
    "operator and not by a key.",
  body: z
    .strictObject({ name: z.string().max(120).describe("The workspace's name, so that nobody closes the wrong one.") })
    .meta({ id: "WorkspaceClose" }),
  response: closing,
  async handler({ body, caller, request }) {
    if (caller.session === undefined)
      throw new Refusal("conflict", "A workspace is closed by an operator who is signed in, and not by a key.");
    const { gv } = request.server;
    const closed = await closeWorkspace(gv, byOf(caller), body);
    gv.keys.forget();
    return closingView(closed)!;
  },
});
