import { z } from "zod";
import { readHelp } from "../../store/portal-forms.ts";
import { endpoint } from "../endpoint.ts";
import { uuidOrMissing } from "../listing.ts";
import { byOf } from "../lookup.ts";
import { help, helpKind, helpState, helpView } from "../views/help.ts";

export default endpoint({
  method: "PATCH",
  path: "/v1/help/:help",
  tag: "Support",
  permission: "people:write",
  summary: "Say how a question stands, and who looks after it",
  description:
    "A question is `open`, `waiting` (for her, or for somebody else), `answered` or `closed`; feedback is `new`, `planned` or `done`. " +
    "The person is not told: an answer tells her.",
  params: z.object({ help: z.string() }),
  body: z
    .strictObject({
      kind: helpKind.optional(),
      state: helpState.optional(),
      assigned: z.string().min(1).max(100).nullable().optional().describe("An operator's id."),
      tags: z.array(z.string().trim().min(1).max(40)).max(20).optional(),
    })
    .meta({ id: "HelpChange" }),
  response: help,
  async handler({ params, body, caller, services, read }) {
    const id = uuidOrMissing("hlp", params.help, "question");
    await services.support.changeTicket(byOf(caller), { id, ...body });
    return helpView((await read((workspaceId, db) => readHelp(workspaceId, db, id)))!);
  },
});
