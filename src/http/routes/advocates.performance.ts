import { z } from "zod";
import { derivedUuid, externalId } from "../../core/id.ts";
import { DAY, formatInstant } from "../../core/time.ts";
import { deliverablesOf } from "../../store/deliverables.ts";
import { type Sum, linkEarned, linkNumbers, linkRevenue } from "../../store/performance.ts";
import { workspaceNow } from "../../store/workspaces.ts";
import { endpoint } from "../endpoint.ts";
import { findPerson, findProgram } from "../lookup.ts";
import { instant, instantInput, money } from "../schemas.ts";

const DAYS = 90;

const performance = z
  .object({
    program: z.string(),
    person: z.string(),
    from: instant,
    to: instant,
    codes: z.array(
      z.object({
        link: z.string(),
        code: z.string(),
        channel: z.string().nullable(),
        visits: z.int().describe("Without robots."),
        signups: z.int(),
        customers: z.int(),
        orders: z.int(),
        revenue: z.array(money).describe("Of those orders, without what was returned."),
        earned: z.array(money),
      }),
    ),
    deliverables: z.object({ approved: z.int(), waiting: z.int() }),
    earned_otherwise: z.array(money).describe("What no friend brought: deliverables, prizes."),
  })
  .meta({ id: "Performance" });

function moneyOf(sums: readonly Sum[], link: string | null): z.input<typeof money>[] {
  return sums.filter((each) => each.link === link).map(({ amount, unit }) => ({ amount, currency: unit }));
}

export default endpoint({
  method: "GET",
  path: "/v1/advocates/:person/performance",
  tag: "Advocates",
  permission: "advocates:read",
  summary: "What an advocate's codes brought",
  description: `By code, over the last ${DAYS} days unless \`from\` and \`to\` say otherwise.`,
  params: z.object({ person: z.string() }),
  query: z.strictObject({ program: z.string().max(64), from: instantInput.optional(), to: instantInput.optional() }),
  response: performance,
  handler: ({ params, query, read }) =>
    read(async (workspaceId, db) => {
      const program = (await findProgram(workspaceId, db, query.program)).id;
      const person = await findPerson(workspaceId, db, params.person);
      const to = query.to ?? (await workspaceNow(workspaceId, db)) + 1;
      const from = query.from ?? Math.max(0, to - DAYS * DAY);
      // A touch's id begins with its instant and has a lower version than these.
      const [fromTouch, toTouch] = [from, to].map((at) => derivedUuid("0".repeat(32), Math.max(0, at - 1))) as [string, string];
      const of = { program, person, from, to, fromTouch, toTouch };
      const numbers = await linkNumbers(workspaceId, db, of);
      const revenue = await linkRevenue(workspaceId, db, of);
      const earned = await linkEarned(workspaceId, db, of);
      return {
        program: query.program,
        person: externalId("per", person),
        from: formatInstant(from),
        to: formatInstant(to),
        codes: numbers.map(({ link, kind: _kind, ...each }) => ({
          link: externalId("lnk", link),
          ...each,
          revenue: moneyOf(revenue, link),
          earned: moneyOf(earned, link),
        })),
        deliverables: await deliverablesOf(workspaceId, db, of),
        earned_otherwise: moneyOf(earned, null),
      };
    }),
});
