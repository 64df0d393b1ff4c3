import { z } from "zod";
import { risk } from "../../core/program-risk.ts";
import { RISK_REASONS } from "../../core/risk-reasons.ts";
import { externalId } from "../../core/id.ts";
import { previewPolicy } from "../../flow/risk/policy-preview.ts";
import { workspaceNow } from "../../store/workspaces.ts";
import { endpoint } from "../endpoint.ts";
import { findProgram } from "../lookup.ts";
import { money } from "../schemas.ts";

const verdict = z.enum(["allow", "hold", "refuse"]);
const verdicts = z.object({ allow: z.int(), hold: z.int(), refuse: z.int() });

export default endpoint({
  method: "POST",
  path: "/v1/reviews/policy-preview",
  tag: "Reviews",
  permission: "reviews:read",
  summary: "What another risk policy would have made of the past",
  description:
    "Referrals scored in that time are judged again from what was read then. What a policy makes Grapevine read (the span of `velocity`, " +
    "`coupon_sites`) cannot be read again and stays as it was. Nothing changes.",
  body: z
    .strictObject({ program: z.string().max(64), risk, days: z.number().int().min(1).max(365).default(30) })
    .meta({ id: "PolicyPreview" }),
  idempotent: false,
  response: z
    .object({
      program: z.string(),
      days: z.int(),
      scored: z.int(),
      weights: z.record(z.string(), z.int()).describe("Each reason's own weight, where the policy says no other."),
      truncated: z.boolean().describe("Only the newest 20,000 were looked at."),
      before: verdicts,
      after: verdicts,
      changed_total: z.int(),
      changed: z.array(
        z.object({
          review: z.string(),
          friend: z.string(),
          advocate: z.string(),
          score: z.int(),
          score_after: z.int(),
          verdict,
          verdict_after: verdict,
          state: z.string(),
        }),
      ),
      money: z
        .array(z.object({ from: verdict, to: verdict, value: money, rewards: z.int() }))
        .describe("What the referrals were granted whose verdict would be another."),
      decided: z
        .object({ refused: z.int(), refused_stopped: z.int(), approved: z.int(), approved_stopped: z.int() })
        .describe("Of what operators refused and approved in that time: how many this policy would have stopped."),
    })
    .meta({ id: "PolicyEffect" }),
  handler: ({ body, read }) =>
    read(async (workspaceId, db) => {
      const { id: programId } = await findProgram(workspaceId, db, body.program);
      const since = (await workspaceNow(workspaceId, db)) - body.days * 86_400_000;
      const effect = await previewPolicy(workspaceId, db, { programId, policy: body.risk, since });
      return {
        ...effect,
        weights: { ...RISK_REASONS },
        program: body.program,
        days: body.days,
        changed: effect.changed.map((row) => ({
          review: externalId("rvw", row.id),
          friend: externalId("per", row.friend_id),
          advocate: externalId("per", row.advocate_id),
          score: row.score,
          score_after: row.score_after,
          verdict: row.verdict,
          verdict_after: row.verdict_after,
          state: row.state,
        })),
        money: effect.money.map(({ from, to, unit, amount, rewards }) => ({ from, to, value: { amount, currency: unit }, rewards })),
      };
    }),
});
