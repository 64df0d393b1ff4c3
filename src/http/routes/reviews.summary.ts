import { z } from "zod";
import { tallyReviews } from "../../store/reviews.ts";
import { workspaceNow } from "../../store/workspaces.ts";
import { endpoint } from "../endpoint.ts";
import { findProgram } from "../lookup.ts";

const count = z.int();
const share = (of: number, all: number): number | null => (all === 0 ? null : Math.round((of / all) * 1000) / 1000);

export default endpoint({
  method: "GET",
  path: "/v1/reviews/summary",
  tag: "Reviews",
  permission: "reviews:read",
  summary: "How often the score was right, so far",
  description: "From your own decisions. Null while there is none to tell from: few decisions make a rough figure.",
  query: z.strictObject({
    program: z.string().optional(),
    days: z.coerce.number().int().min(1).max(3650).default(365).describe("Referrals scored in the last so many days."),
  }),
  response: z
    .object({
      scored: count,
      open: count,
      caught: count.describe("Held, and refused by an operator."),
      cleared: count.describe("Held, and approved by an operator."),
      missed: count.describe("Let through, and refused or rejected by an operator later."),
      refused_by_policy: count.describe("Refused unseen: nobody has said whether rightly, so they count for neither figure."),
      lapsed: count.describe("Decided because the time was over."),
      precision: z.number().nullable().describe("caught / (caught + cleared)"),
      recall: z.number().nullable().describe("caught / (caught + missed)"),
    })
    .meta({ id: "ReviewSummary" }),
  handler: ({ query, read }) =>
    read(async (workspaceId, db) => {
      const program = query.program === undefined ? null : (await findProgram(workspaceId, db, query.program)).id;
      const since = (await workspaceNow(workspaceId, db)) - query.days * 86_400_000;
      const tally = await tallyReviews(workspaceId, db, { program, since });
      const { caught, cleared, missed } = tally;
      return { ...tally, precision: share(caught, caught + cleared), recall: share(caught, caught + missed) };
    }),
});
