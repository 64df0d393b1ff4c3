import { z } from "zod";
import { removeGoal } from "../../flow/goals.ts";
import { endpoint } from "../endpoint.ts";
import { byOf, findProgram } from "../lookup.ts";

export default endpoint({
  method: "DELETE",
  path: "/v1/goals",
  tag: "Home",
  permission: "programs:write",
  summary: "Remove a goal",
  query: z.strictObject({ program: z.string().max(64).optional().describe("That of a program; the workspace's without it.") }),
  response: z.object({ removed: z.literal(true) }),
  async handler({ query, caller, read, request }) {
    const programId = query.program === undefined ? null : (await read((ws, db) => findProgram(ws, db, query.program!))).id;
    await removeGoal(request.server.gv, byOf(caller), programId);
    return { removed: true as const };
  },
});
