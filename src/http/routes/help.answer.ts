import { z } from "zod";
import { readHelp } from "../../store/portal-forms.ts";
import { endpoint } from "../endpoint.ts";
import { uuidOrMissing } from "../listing.ts";
import { byOf } from "../lookup.ts";
import { help, helpState, helpView } from "../views/help.ts";

export default endpoint({
  method: "POST",
  path: "/v1/help/:help/answer",
  tag: "Support",
  permission: "people:write",
  summary: "Answer a question",
  description: "She is told by mail. Another answer takes the place of the first.",
  params: z.object({ help: z.string() }),
  body: z
    .strictObject({
      text: z.string().min(1).max(5000),
      state: helpState.optional().describe("How it stands with this answer: `answered` when left out, `done` for feedback."),
    })
    .meta({ id: "HelpAnswer" }),
  response: help,
  async handler({ params, body, caller, services, read }) {
    const id = uuidOrMissing("hlp", params.help, "question");
    await services.portal.answerQuestion(byOf(caller), { id, text: body.text, state: body.state ?? null });
    return helpView((await read((workspaceId, db) => readHelp(workspaceId, db, id)))!);
  },
});
