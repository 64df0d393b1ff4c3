import { z } from "zod";
import { depthCounts, offspringCounts } from "../../store/referrals.ts";
import { endpoint } from "../endpoint.ts";
import { findProgram } from "../lookup.ts";

const growth = z
  .object({
    program: z.string(),
    people: z.int().describe("Advocates and everyone in a referral that stands."),
    referrals: z.int(),
    roots: z.int().describe("People whom nobody referred."),
    mean_offspring: z.number().describe("Referrals a person."),
    offspring: z.array(z.object({ referred: z.int(), people: z.int() })),
    depth: z.array(z.object({ generation: z.int(), people: z.int() })),
    in_circles: z.int().describe("People who refer one another in a circle and so stand under no root."),
  })
  .meta({ id: "Growth" });

export default endpoint({
  method: "GET",
  path: "/v1/reports/growth",
  tag: "Reports",
  permission: "reports:read",
  summary: "How a program spreads: referrals a person, and generations",
  query: z.strictObject({ program: z.string().max(64) }),
  response: growth,
  handler: ({ query, read }) =>
    read(async (workspaceId, db) => {
      const { id } = await findProgram(workspaceId, db, query.program);
      const [offspring, depth] = await Promise.all([offspringCounts(workspaceId, db, id), depthCounts(workspaceId, db, id)]);
      const people = offspring.reduce((sum, row) => sum + row.people, 0);
      const referrals = offspring.reduce((sum, row) => sum + row.value * row.people, 0);
      return {
        program: query.program,
        people,
        referrals,
        roots: depth.find((row) => row.value === 0)?.people ?? 0,
        mean_offspring: people === 0 ? 0 : referrals / people,
        offspring: offspring.map((row) => ({ referred: row.value, people: row.people })),
        depth: depth.map((row) => ({ generation: row.value, people: row.people })),
        in_circles: people - depth.reduce((sum, row) => sum + row.people, 0),
      };
    }),
});
