import { z } from "zod";
import { MAX_AMOUNT } from "../../core/event.ts";
import { readSlip } from "../../store/requests.ts";
import { actingAs, actingOf } from "../acting.ts";
import { endpoint } from "../endpoint.ts";
import { uuidOrMissing } from "../listing.ts";
import { byOf, findPerson } from "../lookup.ts";
import { slip, slipView } from "../views/request.ts";

export default endpoint({
  method: "POST",
  path: "/v1/slips",
  tag: "Requests",
  permission: "requests:write",
  member: { body: "acting_as" },
  summary: "Thank a member, with the value that was closed",
  description: "The slip is an activity `thank_you` of the one who is thanked: rules and reports read its value.",
  body: z
    .strictObject({
      program: z.string().min(1).max(64),
      to: z.string().max(300).describe("Who is thanked."),
      introduction: z.string().max(36).optional(),
      value: z.number().int().min(0).max(MAX_AMOUNT).describe("Minor units."),
      currency: z.string().regex(/^[A-Z]{3}$/),
      text: z.string().min(1).max(5_000).optional(),
      ...actingAs,
    })
    .meta({ id: "SlipWrite" }),
  response: slip,
  status: 201,
  async handler({ body, caller, services, read }) {
    const acting = await actingOf(read, body);
    const toId = await read((workspaceId, db) => findPerson(workspaceId, db, body.to));
    const { program, value, currency } = body;
    const introductionId = body.introduction === undefined ? null : uuidOrMissing("itr", body.introduction, "introduction");
    const wish = { acting, program, toId, introductionId, value, currency, text: body.text ?? null };
    const id = await services.cases.writeSlip(byOf(caller), wish);
    return read(async (workspaceId, db) => slipView((await readSlip(workspaceId, db, id))!));
  },
});
