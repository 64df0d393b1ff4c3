import { z } from "zod";
import { Refusal, notFound } from "../../flow/refusal.ts";
import { listSteps, readOutreach } from "../../store/outreach.ts";
import { endpoint } from "../endpoint.ts";
import { listOf, pageOf, paging, uuidOrMissing } from "../listing.ts";
import { outreachStep, outreachStepView } from "../views/sources-audit.ts";

export default endpoint({
  method: "GET",
  path: "/v1/outreach/:plan/steps",
  tag: "Outreach",
  permission: "people:read",
  summary: "The calendar of a plan, in its order",
  params: z.object({ plan: z.string() }),
  query: z.strictObject(paging),
  response: listOf("OutreachStep", outreachStep),
  handler: ({ params, query, read }) =>
    read(async (workspaceId, db) => {
      const plan = await readOutreach(workspaceId, db, uuidOrMissing("orp", params.plan, "plan"));
      if (plan === null) throw notFound("plan");
      const after = Number(query.after ?? 0);
      if (!Number.isInteger(after)) throw new Refusal("cursor_invalid", "Give `next` of the page before as `after`.");
      const rows = await listSteps(workspaceId, db, { planId: plan.id, after, limit: query.limit + 1 });
      return pageOf(rows, query.limit, { view: (row) => outreachStepView(row, plan.starts_at), cursor: (view) => String(view.nth) });
    }),
});
