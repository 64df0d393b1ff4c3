import { z } from "zod";
import { readOutreach } from "../../store/outreach.ts";
import { endpoint } from "../endpoint.ts";
import { uuidOrMissing } from "../listing.ts";
import { byOf } from "../lookup.ts";
import { outreach, outreachView } from "../views/sources-audit.ts";

export default endpoint({
  method: "PUT",
  path: "/v1/outreach/:plan/steps/:nth",
  tag: "Outreach",
  permission: "people:write",
  summary: "Say that somebody was asked, or is left out",
  params: z.object({ plan: z.string(), nth: z.coerce.number().int().min(1).max(1e6) }),
  body: z.strictObject({ state: z.enum(["asked", "skipped", "planned"]) }).meta({ id: "OutreachStepWrite" }),
  response: outreach,
  async handler({ params, body, caller, services, read }) {
    const planId = uuidOrMissing("orp", params.plan, "plan");
    await services.people.decideStep(byOf(caller), { planId, nth: params.nth, state: body.state });
    return outreachView((await read((workspaceId, db) => readOutreach(workspaceId, db, planId)))!);
  },
});
