import { z } from "zod";
import { currencyDecimals } from "../../core/currency.ts";
import { readRedemption } from "../../store/redemptions.ts";
import { refuseAboveLimit } from "../adjustment-lookup.ts";
import { endpoint } from "../endpoint.ts";
import { byOf, findPerson } from "../lookup.ts";
import { redemption, redemptionView, spendableKind } from "../views/catalogue.ts";

export default endpoint({
  method: "POST",
  path: "/v1/people/:person/spend",
  tag: "People",
  permission: "redemptions:write",
  member: { params: "person" },
  summary: "Spend a part of a balance",
  description:
    "For a shop that takes points or credit at its own till. The oldest rewards go first; refused with `insufficient_balance`.",
  params: z.object({ person: z.string() }),
  body: z
    .strictObject({
      kind: spendableKind.unwrap().optional().describe("What is spent. Without it: credit where `unit` is a currency, else points."),
      unit: z.string().min(1).max(16).default("points"),
      amount: z.number().int().min(1).max(1e12).describe("Minor units; whole points."),
      reference: z.string().min(1).max(128).optional().describe("Your own number of it."),
    })
    .meta({ id: "Spending" }),
  response: z.object({ redemption, left: z.int() }).meta({ id: "Spent" }),
  async handler({ params, body, caller, services, read }) {
    await refuseAboveLimit(caller, read, { unit: body.unit, amount: body.amount });
    const personId = await read((workspaceId, db) => findPerson(workspaceId, db, params.person));
    const { unit, amount } = body;
    const form = body.kind ?? (currencyDecimals(unit) === undefined ? "points" : "credit");
    const { redemptionId, left } = await services.points.spendBalance(byOf(caller), {
      personId,
      form,
      unit,
      amount,
      reference: body.reference ?? null,
    });
    return { redemption: redemptionView((await read((workspaceId, db) => readRedemption(workspaceId, db, redemptionId)))!), left };
  },
});
