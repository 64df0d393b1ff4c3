import { z } from "zod";
import { endpoint } from "../endpoint.ts";
import { studyWait, waitOf } from "../study-ask.ts";
import { STUDY_ASKS } from "../study-questions.ts";
import { treePerson, treePersonView, treeQuery, treeWhole, treeWholeView } from "../views/tree.ts";
import { laterOf } from "../working.ts";

const MOST = 20_000;

const tree = z
  .object({
    ...treeWhole,
    nodes: z
      .array(treePerson.extend({ parent: z.int().describe("The place in this list of whom she came by; -1: here it begins.") }))
      .describe("The largest first, so that everybody's parent stands before her; who is not here has no more below her than the last."),
    of: z.int().describe("How many there are in all, here and not."),
  })
  .meta({ id: "ReferralTree" });

export default endpoint({
  method: "GET",
  path: "/v1/reports/tree",
  tag: "Reports",
  permission: "reports:read",
  summary: "A program's tree of who came by whom, for a drawing: those with most people below them first",
  description:
    "Ask again with `under` for what a drawing left out. A large tree is shown as it was read last (`as_of`), and read anew meanwhile " +
    "(`renewing`).",
  query: z.strictObject({ ...treeQuery, ...studyWait, limit: z.coerce.number().int().min(1).max(MOST).default(2_000) }),
  response: tree,
  later: true,
  async handler({ query, caller, read, services }) {
    const question = { program: query.program, under: query.under, of: { picture: query.limit } };
    const ask = await read((workspaceId, db) => STUDY_ASKS.tree(workspaceId, db, question));
    const looked = await services.reports.look("tree", caller.workspaceId, { ask, question, waitMs: waitOf(query) });
    if ("working" in looked) return laterOf(looked.working);
    const { found, isRenewing } = looked;
    const { people, parents, of } = found.picture;
    const nodes = people.map((each, i) => ({ ...treePersonView(each), parent: parents[i]! }));
    return { ...treeWholeView(query.program, found, isRenewing), nodes, of };
  },
});
