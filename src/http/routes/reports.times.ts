import { z } from "zod";
import { externalId } from "../../core/id.ts";
import { formatInstant } from "../../core/time.ts";
import { LATE_MS, SAMPLE, readLate, readTimes } from "../../store/money-reports.ts";
import { workspaceNow } from "../../store/workspaces.ts";
import { endpoint } from "../endpoint.ts";
import { findProgram } from "../lookup.ts";
import { instant, money } from "../schemas.ts";
import { waitsFor } from "../views/referral.ts";

const seconds = z.number().nullable().describe("Seconds; null while there is none to tell from.");
const span = z.object({ median: seconds, p95: seconds, rewards: z.int() });

const times = z
  .object({
    since: instant,
    rewards: z.int().describe(`Counted: the newest, at most ${SAMPLE}, of which the oldest stands in counted_from.`),
    counted_from: instant.nullable(),
    pending: z.int().describe("Of them wait still: they are in no figure below."),
    to_available: span.describe("From the conversion until it could be used."),
    to_paid: span.describe("From the conversion until a payout of it settled."),
    on_time: z.int().describe(`Available within ${LATE_MS / 60_000} minutes of the promised instant.`),
    late: z.int(),
    late_rewards: z
      .array(
        z.object({
          reward: z.string(),
          program: z.string(),
          person: z.string(),
          value: money,
          converted_at: instant,
          promised_at: instant,
          available_at: instant.nullable().describe("Null: not yet."),
          waits_for: z.string().nullable(),
        }),
      )
      .describe("Those not available yet first; fifty at most."),
  })
  .meta({ id: "RewardTimes" });

export default endpoint({
  method: "GET",
  path: "/v1/reports/reward-times",
  tag: "Reports",
  permission: "reports:read",
  summary: "How long rewards take from the conversion to available and paid, and which came later than promised",
  query: z.strictObject({ program: z.string().max(64).optional(), days: z.coerce.number().int().min(1).max(3650).default(90) }),
  response: times,
  handler: ({ query, read }) =>
    read(async (workspaceId, db) => {
      const programId = query.program === undefined ? null : (await findProgram(workspaceId, db, query.program)).id;
      const now = await workspaceNow(workspaceId, db);
      const ask = { programId, since: now - query.days * 86_400_000 };
      const row = await readTimes(workspaceId, db, ask);
      const late = await readLate(workspaceId, db, { ...ask, now, limit: 50 });
      const inSeconds = (ms: number | null): number | null => (ms === null ? null : Math.round(ms / 1000));
      return {
        since: formatInstant(ask.since),
        rewards: row.rewards,
        counted_from: row.oldest_at === null ? null : formatInstant(row.oldest_at),
        pending: row.pending,
        to_available: { median: inSeconds(row.available_p50), p95: inSeconds(row.available_p95), rewards: row.matured },
        to_paid: { median: inSeconds(row.paid_p50), p95: inSeconds(row.paid_p95), rewards: row.paid },
        on_time: row.on_time,
        late: row.late,
        late_rewards: late.map((each) => ({
          reward: externalId("rwd", each.id),
          program: each.program,
          person: externalId("per", each.recipient_id),
          value: { amount: each.owed, currency: each.unit },
          converted_at: formatInstant(each.at),
          promised_at: formatInstant(each.available_at),
          available_at: each.matured_at === null ? null : formatInstant(each.matured_at),
          waits_for: each.matured_at === null ? waitsFor({ state: "pending", gate: each.gate }) : null,
        })),
      };
    }),
});
