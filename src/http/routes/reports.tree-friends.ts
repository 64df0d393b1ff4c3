import { z } from "zod";
import { uuidOf } from "../../core/id.ts";
import { endpoint } from "../endpoint.ts";
import { cursorOf, paging } from "../listing.ts";
import { studyWait, waitOf } from "../study-ask.ts";
import { STUDY_ASKS } from "../study-questions.ts";
import { treePerson, treePersonView, treeQuery, treeWhole, treeWholeView } from "../views/tree.ts";
import { laterOf } from "../working.ts";

const friends = z.object({ ...treeWhole, data: z.array(treePerson), next: z.string().nullable() }).meta({ id: "ReferralTreeFriends" });

export default endpoint({
  method: "GET",
  path: "/v1/reports/tree/friends",
  tag: "Reports",
  permission: "reports:read",
  summary: "Whom somebody in a program's tree brought, a page at a time: those with most people below them first",
  description: "Without `under`: the roots. The table behind the drawing of `GET /v1/reports/tree`.",
  query: z.strictObject({ ...treeQuery, ...studyWait, ...paging }),
  response: friends,
  later: true,
  async handler({ query, caller, read, services }) {
    cursorOf("per", query);
    const after = query.after === undefined ? null : uuidOf("per", query.after);
    const question = { program: query.program, under: query.under, of: { after, limit: query.limit } };
    const ask = await read((workspaceId, db) => STUDY_ASKS.tree(workspaceId, db, question));
    const looked = await services.reports.look("tree", caller.workspaceId, { ask, question, waitMs: waitOf(query) });
    if ("working" in looked) return laterOf(looked.working);
    const { found, isRenewing } = looked;
    const data = found.friends.map(treePersonView);
    return { ...treeWholeView(query.program, found, isRenewing), data, next: found.more ? data.at(-1)!.person : null };
  },
});
