import { z } from "zod";
import { actingAs, actingOf } from "../acting.ts";
import { endpoint } from "../endpoint.ts";
import { cursorOf, listOf, pageOf, paging } from "../listing.ts";
import { byOf } from "../lookup.ts";
import { caseView, viewCase } from "../views/case.ts";

export default endpoint({
  method: "GET",
  path: "/v1/cases",
  tag: "Cases",
  permission: "cases:read",
  member: { query: "acting_as" },
  summary: "List the cases that one is on",
  description: "Reading leaves a row in the audit log.",
  query: z.strictObject({
    ...paging,
    program: z.string().max(64).optional(),
    status: z.enum(["open", "closed"]).optional(),
    stage: z.string().max(64).optional(),
    ...actingAs,
  }),
  response: listOf("Case", caseView),
  async handler({ query, caller, services, read }) {
    const { program = null, status = null, stage = null } = query;
    const acting = await actingOf(read, query);
    const rows = await services.cases.listCases(byOf(caller), { ...cursorOf("cas", query), acting, program, status, stage });
    return pageOf(rows, query.limit, { view: viewCase, cursor: (view) => view.id });
  },
});
