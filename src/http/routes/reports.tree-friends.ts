import { z } from "zod";
import { uuidOf } from "../../core/id.ts";
import { endpoint } from "../endpoint.ts";
import { cursorOf, paging } from "../listing.ts";
import { readTreeAsk, treePerson, treePersonView, treeQuery, treeWhole, treeWholeView } from "../views/tree.ts";

const friends = z.object({ ...treeWhole, data: z.array(treePerson), next: z.string().nullable() }).meta({ id: "ReferralTreeFriends" });

export default endpoint({
  method: "GET",
  path: "/v1/reports/tree/friends",
  tag: "Reports",
  permission: "reports:read",
  summary: "Whom somebody in a program's tree brought, a page at a time: those with most people below them first",
  description: "Without `under`: the roots. The table behind the drawing of `GET /v1/reports/tree`.",
  query: z.strictObject({ ...treeQuery, ...paging }),
  response: friends,
  async handler({ query, caller, read, services }) {
    cursorOf("per", query);
    const after = query.after === undefined ? null : uuidOf("per", query.after);
    const ask = await read((workspaceId, db) => readTreeAsk(workspaceId, db, query));
    const { found } = await services.reports.study("tree", caller.workspaceId, { ask: { ...ask, of: { after, limit: query.limit } } });
    const data = found.friends.map(treePersonView);
    return { ...treeWholeView(query.program, found), data, next: found.more ? data.at(-1)!.person : null };
  },
});
