import { z } from "zod";
import { notFound } from "../../flow/refusal.ts";
import { readHelp } from "../../store/portal-forms.ts";
import { endpoint } from "../endpoint.ts";
import { uuidOrMissing } from "../listing.ts";
import { help, helpView } from "../views/help.ts";

export default endpoint({
  method: "GET",
  path: "/v1/help/:help",
  tag: "Support",
  permission: "people:read",
  summary: "Get a question from somebody's own side",
  params: z.object({ help: z.string() }),
  response: help,
  handler: ({ params, read }) =>
    read(async (workspaceId, db) => {
      const row = await readHelp(workspaceId, db, uuidOrMissing("hlp", params.help, "question"));
      if (row === null) throw notFound("question");
      return helpView(row);
    }),
});
