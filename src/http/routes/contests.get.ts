import { z } from "zod";
import { readOwnEntries } from "../../store/contests.ts";
import { endpoint } from "../endpoint.ts";
import { findContest, showContest } from "../lookup-contest.ts";
import { findPersonIfGiven } from "../lookup.ts";
import { contest } from "../views/contest.ts";

export default endpoint({
  method: "GET",
  path: "/v1/contests/:contest",
  tag: "Contests",
  permission: "contests:read",
  summary: "Get a contest",
  description: "With what anybody needs to do its draw again. `person` adds her entries and her pseudonym in the list.",
  params: z.object({ contest: z.string() }),
  query: z.strictObject({ person: z.string().optional() }),
  response: contest,
  handler: ({ params, query, read }) =>
    read(async (workspaceId, db) => {
      const row = await findContest(workspaceId, db, params.contest);
      const person = await findPersonIfGiven(workspaceId, db, query.person);
      const shown = await showContest(workspaceId, db, row);
      return person === null ? shown : { ...shown, own: await readOwnEntries(workspaceId, db, { contest: row, person }) };
    }),
});
