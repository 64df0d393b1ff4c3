import { z } from "zod";
import { endpoint } from "../endpoint.ts";
import { readTreeAsk, treePerson, treePersonView, treeQuery, treeWhole, treeWholeView } from "../views/tree.ts";

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
  description: "Ask again with `under` for what a drawing left out. A large tree is read once a minute: see `as_of`.",
  query: z.strictObject({ ...treeQuery, limit: z.coerce.number().int().min(1).max(MOST).default(2_000) }),
  response: tree,
  async handler({ query, caller, read, services }) {
    const ask = await read((workspaceId, db) => readTreeAsk(workspaceId, db, query));
    const { found } = await services.reports.study("tree", caller.workspaceId, { ask: { ...ask, of: { picture: query.limit } } });
    const { people, parents, of } = found.picture;
    const nodes = people.map((each, i) => ({ ...treePersonView(each), parent: parents[i]! }));
    return { ...treeWholeView(query.program, found), nodes, of };
  },
});
