import { z } from "zod";
import { formatInstant } from "../../core/time.ts";
import { standingOf } from "../../store/people.ts";
import { endpoint } from "../endpoint.ts";
import { findPerson } from "../lookup.ts";
import { instant } from "../schemas.ts";

const standing = z
  .object({
    program: z.string(),
    status: z.string(),
    joined_at: instant,
    referrals: z.int(),
    qualified: z.int(),
    rewards: z.array(z.object({ unit: z.string(), owed: z.int(), pending: z.int() })),
  })
  .meta({ id: "Standing" });

export default endpoint({
  method: "GET",
  path: "/v1/people/:person/standing",
  tag: "Advocates",
  permission: "advocates:read",
  summary: "How an advocate stands in each program",
  params: z.object({ person: z.string() }),
  response: z.object({ data: z.array(standing) }),
  handler: ({ params, read }) =>
    read(async (workspaceId, db) => {
      const rows = await standingOf(workspaceId, db, await findPerson(workspaceId, db, params.person));
      const programs = Map.groupBy(rows, (row) => row.program);
      return {
        data: [...programs.values()].map(([first, ...more]) => ({
          program: first!.program,
          status: first!.status,
          joined_at: formatInstant(first!.joined_at),
          referrals: first!.referrals,
          qualified: first!.qualified,
          rewards: [first!, ...more].flatMap(({ unit, owed, pending }) => (unit === null ? [] : [{ unit, owed, pending }])),
        })),
      };
    }),
});
