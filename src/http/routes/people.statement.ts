import { z } from "zod";
import { externalId } from "../../core/id.ts";
import { formatInstant } from "../../core/time.ts";
import { readUnion } from "../../store/redemptions.ts";
import { readOpening, readStatementLines } from "../../store/statements.ts";
import { workspaceNow } from "../../store/workspaces.ts";
import { endpoint } from "../endpoint.ts";
import { findPerson } from "../lookup.ts";
import { instant, instantInput } from "../schemas.ts";

const LINES = 2_000;

const statement = z
  .object({
    person: z.string(),
    from: instant,
    to: instant,
    complete: z.boolean().describe(`False where there were more than ${LINES} transactions: ask for a shorter time.`),
    balances: z.array(
      z.object({
        kind: z.string(),
        unit: z.string(),
        opening: z.int(),
        closing: z.int(),
        lines: z.array(
          z.object({
            id: z.string(),
            at: instant,
            what: z.string().describe("mature, payout, payout_failed, redeem, adjust, expire, carry, void, settle, manual or grant."),
            amount: z.int().describe("Into her balance; out of it where negative."),
            reward: z.string().nullable(),
          }),
        ),
      }),
    ),
  })
  .meta({ id: "Statement" });

export default endpoint({
  method: "GET",
  path: "/v1/people/:person/statement",
  tag: "People",
  permission: "ledger:read",
  summary: "What came into a person's balances and left them, in a span of time",
  params: z.object({ person: z.string() }),
  query: z.strictObject({ from: instantInput, to: instantInput.optional() }),
  response: statement,
  handler: ({ params, query, read }) =>
    read(async (workspaceId, db) => {
      const person = await findPerson(workspaceId, db, params.person);
      const owners = await readUnion(workspaceId, db, person);
      const to = query.to ?? (await workspaceNow(workspaceId, db)) + 1;
      const [opening, found] = [
        await readOpening(workspaceId, db, { owners, at: query.from }),
        await readStatementLines(workspaceId, db, { owners, from: query.from, to, limit: LINES + 1 }),
      ];
      const lines = found.slice(0, LINES);
      const balances = opening.map(({ form: kind, unit, amount }) => {
        const own = lines.filter((line) => line.form === kind && line.unit === unit);
        return {
          kind,
          unit,
          opening: amount,
          closing: own.reduce((sum, line) => sum + line.amount, amount),
          lines: own.map((line) => ({
            id: externalId("trf", line.id),
            at: formatInstant(line.at),
            what: line.kind,
            amount: line.amount,
            reward: line.reward_id === null ? null : externalId("rwd", line.reward_id),
          })),
        };
      });
      return {
        person: externalId("per", person),
        from: formatInstant(query.from),
        to: formatInstant(to),
        complete: found.length <= LINES,
        balances: balances.filter((each) => each.lines.length > 0 || each.opening !== 0),
      };
    }),
});
