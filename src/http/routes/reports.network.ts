import { z } from "zod";
import { networkFindings } from "../../core/rules/network-health.ts";
import { payBySource } from "../../store/network-pay.ts";
import { workspaceNow } from "../../store/workspaces.ts";
import { endpoint } from "../endpoint.ts";
import { findProgram } from "../lookup.ts";
import { instant } from "../schemas.ts";
import { formatInstant } from "../../core/time.ts";
import { finding } from "../views/program.ts";

/** Long enough that a slow month does not decide, short enough that a change shows. */
const DAYS = 365;

const network = z
  .object({
    program: z.string(),
    since: instant,
    pay: z.array(
      z.object({ unit: z.string(), total: z.int(), from_members: z.int().describe("Rests on what members bought themselves.") }),
    ),
    findings: z.array(finding),
  })
  .meta({ id: "NetworkReport" });

export default endpoint({
  method: "GET",
  path: "/v1/reports/network",
  tag: "Reports",
  permission: "reports:read",
  summary: "Whose purchases a network's pay comes from",
  description: `Over the last ${DAYS} days. A warning when over half of it comes from members' own purchases.`,
  query: z.strictObject({ program: z.string().max(64) }),
  response: network,
  handler: ({ query, read }) =>
    read(async (workspaceId, db) => {
      const { id } = await findProgram(workspaceId, db, query.program);
      const since = (await workspaceNow(workspaceId, db)) - DAYS * 86_400_000;
      const pay = await payBySource(workspaceId, db, { programId: id, since });
      const findings = networkFindings(pay.map((each) => ({ unit: each.unit, total: each.total, fromMembers: each.from_members })));
      return { program: query.program, since: formatInstant(since), pay, findings };
    }),
});
