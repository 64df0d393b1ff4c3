import { z } from "zod";
import { MAX_EVENT_AMOUNT } from "../../core/event.ts";
import { SPENDABLE } from "../../core/spendable.ts";
import type { AdjustmentWish } from "../../flow/adjustments.ts";
import { readAdjustment } from "../../store/adjustments.ts";
import { endpoint } from "../endpoint.ts";
import { uuidOrMissing } from "../listing.ts";
import { byOf, findPerson, findProgram } from "../lookup.ts";
import { adjustment, adjustmentView } from "../views/money.ts";

const value = z.strictObject({ amount: z.number().int().min(1).max(MAX_EVENT_AMOUNT), currency: z.string().min(1).max(16) });
const reason = z.string().min(1).max(500);

const grant = z.strictObject({
  what: z.literal("grant"),
  program: z.string().max(64),
  person: z.string(),
  kind: z.enum(["cash", "credit", "points", "entries", "leads"]),
  value,
  reason,
});
const spend = z.strictObject({ what: z.literal("spend"), person: z.string(), kind: z.enum([...SPENDABLE] as [string]), value, reason });
const reverse = z.strictObject({ what: z.literal("reverse"), reward: z.string(), reason });

export default endpoint({
  method: "POST",
  path: "/v1/adjustments",
  tag: "Adjustments",
  permission: "adjustments:write",
  summary: "Change a balance by hand, or propose it",
  description:
    "Up to the workspace's limit (settings.adjustment_limits; 100 of a currency, 10,000 of other units where it says nothing) it is done " +
    "at once. Above, it waits until a second operator approves it.",
  body: z.discriminatedUnion("what", [grant, spend, reverse]).meta({ id: "AdjustmentWish" }),
  response: adjustment,
  status: 201,
  async handler({ body, caller, services, read }) {
    const wish = await read(async (workspaceId, db): Promise<AdjustmentWish> => {
      if (body.what === "reverse") return { kind: "reverse", rewardId: uuidOrMissing("rwd", body.reward, "reward"), reason: body.reason };
      const personId = await findPerson(workspaceId, db, body.person);
      const given = { personId, form: body.kind, unit: body.value.currency, amount: body.value.amount, reason: body.reason };
      if (body.what === "spend") return { kind: "spend", ...given };
      return { kind: "grant", programId: (await findProgram(workspaceId, db, body.program)).id, ...given };
    });
    const { id } = await services.money.propose(byOf(caller), wish);
    return await read(async (workspaceId, db) => adjustmentView((await readAdjustment(workspaceId, db, id))!));
  },
});
