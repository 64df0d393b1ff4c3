import { z } from "zod";
import { balancesOf } from "../../store/people.ts";
import { endpoint } from "../endpoint.ts";
import { findPerson } from "../lookup.ts";

const balance = z
  .object({
    unit: z.string(),
    pending: z.int(),
    available: z.int().describe("Below zero when more was taken back after a payout than came in since."),
    in_flight: z.int(),
    settled: z.int(),
  })
  .meta({ id: "Balance" });

export default endpoint({
  method: "GET",
  path: "/v1/people/:person/balances",
  tag: "People",
  permission: "ledger:read",
  summary: "What a person holds, by unit",
  params: z.object({ person: z.string() }),
  response: z.array(balance),
  handler: ({ params, read }) =>
    read(async (workspaceId, db) => await balancesOf(workspaceId, db, await findPerson(workspaceId, db, params.person))),
});
