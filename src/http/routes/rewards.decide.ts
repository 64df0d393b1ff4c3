import { z } from "zod";
import { externalId, uuidOf } from "../../core/id.ts";
import { Refusal } from "../../flow/refusal.ts";
import { endpoint } from "../endpoint.ts";
import { refuseManyToSupport } from "../support-limit.ts";
import { byOf } from "../lookup.ts";
import { money } from "../schemas.ts";

const MOST = 500;

export default endpoint({
  method: "POST",
  path: "/v1/rewards/decide",
  tag: "Rewards",
  permission: "rewards:write",
  summary: "Approve or refuse many rewards at once",
  description:
    "Approve lets those through that wait for it; deny refuses pending ones. What cannot be decided is listed and stops nothing. " +
    "With `dry_run` nothing changes: who would be concerned, and with how much.",
  body: z
    .strictObject({
      decision: z.enum(["approve", "deny"]),
      rewards: z.array(z.string().max(64)).min(1).max(MOST),
      reason: z.string().min(1).max(500).optional().describe("Needed to refuse: kept, and shown."),
      dry_run: z.boolean().default(false),
    })
    .meta({ id: "RewardDecisions" }),
  response: z
    .object({
      decided: z.array(z.string()),
      refused: z.array(z.object({ reward: z.string(), code: z.enum(["not_found", "not_waiting"]) })),
      totals: z.array(z.object({ kind: z.string(), value: money, rewards: z.int(), people: z.int() })),
    })
    .meta({ id: "RewardsDecided" }),
  async handler({ body, caller, services }) {
    refuseManyToSupport(caller);
    if (body.decision === "deny" && body.reason === undefined && !body.dry_run)
      throw new Refusal("validation_failed", "/reason: Say why.", {
        errors: [{ pointer: "/reason", message: "Say why.", code: "required" }],
      });
    const asked = body.rewards.map((id) => ({ id, uuid: uuidOf("rwd", id) }));
    const wish = { decision: body.decision, rewards: asked.flatMap((each) => each.uuid ?? []), reason: body.reason ?? "" };
    const by = byOf(caller);
    const { done, refused, totals } = await (body.dry_run
      ? services.money.previewRewards(by, wish)
      : services.money.decideRewards(by, wish));
    return {
      decided: done.map((id) => externalId("rwd", id)),
      refused: [
        ...asked.filter((each) => each.uuid === null).map((each) => ({ reward: each.id, code: "not_found" as const })),
        ...refused.map((each) => ({ reward: externalId("rwd", each.id), code: each.code })),
      ],
      totals: totals.map(({ form, unit, amount, ...rest }) => ({ kind: form, value: { amount, currency: unit }, ...rest })),
    };
  },
});
