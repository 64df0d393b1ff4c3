import { z } from "zod";
import { readOutreach } from "../../store/outreach.ts";
import { endpoint } from "../endpoint.ts";
import { uuidOrMissing } from "../listing.ts";
import { byOf } from "../lookup.ts";
import { outreach, outreachView } from "../views/sources-audit.ts";

export default endpoint({
  method: "POST",
  path: "/v1/outreach/:plan/end",
  tag: "Outreach",
  permission: "people:write",
  summary: "End a plan to ask people",
  description: "What was asked stays; the people in it may be asked by another plan. Again changes nothing.",
  params: z.object({ plan: z.string() }),
  response: outreach,
  async handler({ params, caller, services, read }) {
    const id = uuidOrMissing("orp", params.plan, "plan");
    await services.people.endPlan(byOf(caller), id);
    return outreachView((await read((workspaceId, db) => readOutreach(workspaceId, db, id)))!);
  },
});
