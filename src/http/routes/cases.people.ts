import { z } from "zod";
import { actingAs, actingOf } from "../acting.ts";
import { endpoint } from "../endpoint.ts";
import { uuidOrMissing } from "../listing.ts";
import { byOf, findPersonIfGiven } from "../lookup.ts";
import { caseDetail, viewCaseDetail } from "../views/case.ts";

export default endpoint({
  method: "POST",
  path: "/v1/cases/:case/people",
  tag: "Cases",
  permission: "cases:write",
  member: { body: "acting_as", without: ["operator"] },
  summary: "Put somebody on a case, or take her off it",
  description:
    "Give a person or an operator's key. Owner and coordinator are replaced, not taken off. Who takes herself off gets no answer but 204.",
  params: z.object({ case: z.string() }),
  body: z
    .strictObject({
      person: z.string().max(300).optional(),
      operator: z
        .string()
        .regex(/^((key|opr)_[0-9a-f]{32}|operator)$/)
        .optional()
        .describe("An operator's or a key's id: it may then read the case without acting for anybody."),
      on: z.boolean().default(true).describe("False takes off."),
      ...actingAs,
    })
    .refine((b) => (b.person === undefined) !== (b.operator === undefined), { message: "Give either person or operator." })
    .meta({ id: "CaseMember" }),
  response: caseDetail,
  async handler({ params, body, caller, services, read, reply }) {
    const of = { caseId: uuidOrMissing("cas", params.case, "case"), acting: await actingOf(read, body) };
    const personId = await read((workspaceId, db) => findPersonIfGiven(workspaceId, db, body.person));
    const member = personId === null ? { actor: body.operator! } : { personId, role: "member" as const };
    await services.cases.setCaseMember(byOf(caller), { ...of, member, on: body.on });
    const isOff = !body.on && (personId === null ? of.acting === null && body.operator === caller.actor : personId === of.acting);
    if (isOff) return reply.code(204).send();
    return viewCaseDetail(await services.cases.readCase(byOf(caller), of));
  },
});
