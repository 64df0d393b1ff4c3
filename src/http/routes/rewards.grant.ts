import { z } from "zod";
import { MAX_EVENT_AMOUNT } from "../../core/event.ts";
import { externalId } from "../../core/id.ts";
import { refuseAboveLimit } from "../adjustment-lookup.ts";
import { endpoint } from "../endpoint.ts";
import { byOf, findPerson, findProgram, findReward } from "../lookup.ts";
import { reward } from "../views/referral.ts";

export default endpoint({
  method: "POST",
  path: "/v1/rewards",
  tag: "Rewards",
  permission: "rewards:write",
  summary: "Grant a reward by hand",
  body: z
    .strictObject({
      program: z.string().max(64),
      person: z.string(),
      kind: z.enum(["cash", "credit", "points", "entries", "leads"]),
      value: z.strictObject({ amount: z.number().int().min(1).max(MAX_EVENT_AMOUNT), currency: z.string().min(1).max(16) }),
      reason: z.string().min(1).max(500),
    })
    .meta({ id: "Grant" }),
  response: reward,
  status: 201,
  async handler({ body, caller, services, read }) {
    await refuseAboveLimit(caller, read, { unit: body.value.currency, amount: body.value.amount });
    const { programId, personId } = await read(async (workspaceId, db) => ({
      programId: (await findProgram(workspaceId, db, body.program)).id,
      personId: await findPerson(workspaceId, db, body.person),
    }));
    const { rewardId } = await services.grantReward(byOf(caller), {
      programId,
      personId,
      form: body.kind,
      unit: body.value.currency,
      amount: body.value.amount,
      reason: body.reason,
    });
    return await read((workspaceId, db) => findReward(workspaceId, db, externalId("rwd", rewardId)));
  },
});
