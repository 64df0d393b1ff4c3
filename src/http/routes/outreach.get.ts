import { z } from "zod";
import { notFound } from "../../flow/refusal.ts";
import { readOutreach } from "../../store/outreach.ts";
import { endpoint } from "../endpoint.ts";
import { uuidOrMissing } from "../listing.ts";
import { outreach, outreachView } from "../views/sources-audit.ts";

export default endpoint({
  method: "GET",
  path: "/v1/outreach/:plan",
  tag: "Outreach",
  permission: "people:read",
  summary: "Get a plan to ask people, with what came of it",
  params: z.object({ plan: z.string() }),
  response: outreach,
  handler: ({ params, read }) =>
    read(async (workspaceId, db) => {
      const row = await readOutreach(workspaceId, db, uuidOrMissing("orp", params.plan, "plan"));
      if (row === null) throw notFound("plan");
      return outreachView(row);
    }),
});
