import { z } from "zod";
import { listDeliverables } from "../../store/deliverables.ts";
import { endpoint } from "../endpoint.ts";
import { cursorOf, listOf, pageOf, paging } from "../listing.ts";
import { findPersonIfGiven } from "../lookup.ts";
import { deliverable, deliverableView } from "../views/share.ts";

export default endpoint({
  method: "GET",
  path: "/v1/deliverables",
  tag: "Deliverables",
  permission: "deliverables:read",
  member: { query: "person" },
  summary: "List deliverables",
  query: z.strictObject({
    ...paging,
    program: z.string().max(64).optional(),
    person: z.string().optional(),
    status: z.enum(["submitted", "approved", "refused"]).optional(),
  }),
  response: listOf("Deliverable", deliverable),
  handler: ({ query, read }) =>
    read(async (workspaceId, db) => {
      const person = await findPersonIfGiven(workspaceId, db, query.person);
      const filter = { ...cursorOf("dvr", query), person, program: query.program ?? null, status: query.status ?? null };
      const rows = await listDeliverables(workspaceId, db, filter);
      return pageOf(rows, query.limit, { view: deliverableView, cursor: (view) => view.id });
    }),
});
