import { z } from "zod";
import { formatInstant } from "../../core/time.ts";
import { listBadges } from "../../store/rewards.ts";
import { readUnion } from "../../store/redemptions.ts";
import { externalId } from "../../core/id.ts";
import { endpoint } from "../endpoint.ts";
import { findPerson } from "../lookup.ts";
import { instant } from "../schemas.ts";

const badge = z
  .object({ name: z.string(), program: z.string(), rule: z.string(), reward: z.string(), at: instant })
  .meta({ id: "Badge" });

export default endpoint({
  method: "GET",
  path: "/v1/people/:person/badges",
  tag: "Levels",
  permission: "rewards:read",
  summary: "The badges that a person holds, the first earned first",
  params: z.object({ person: z.string() }),
  response: z.object({ data: z.array(badge) }),
  handler: ({ params, read }) =>
    read(async (workspaceId, db) => {
      const people = await readUnion(workspaceId, db, await findPerson(workspaceId, db, params.person));
      const rows = await listBadges(workspaceId, db, people);
      return { data: rows.map(({ id, at, ...row }) => ({ ...row, reward: externalId("rwd", id), at: formatInstant(at) })) };
    }),
});
