import { z } from "zod";
import { ASKED_MOMENTS } from "../../core/feedback.ts";
import { endpoint } from "../endpoint.ts";
import { byOf, findPerson } from "../lookup.ts";

export default endpoint({
  method: "POST",
  path: "/v1/portal/ask/dismiss",
  tag: "Portal",
  permission: "people:write",
  member: { body: "person" },
  summary: "Put the question how easy it was away",
  description: "She is not asked after this moment again. Who answers sends POST /v1/portal/help with a score.",
  body: z.strictObject({ person: z.string().max(300), moment: z.enum(ASKED_MOMENTS) }).meta({ id: "AskPutAway" }),
  response: z.object({ put_away: z.literal(true) }),
  async handler({ body, caller, services, read }) {
    const personId = await read((workspaceId, db) => findPerson(workspaceId, db, body.person));
    await services.portal.putOffQuestion(byOf(caller), { personId, moment: body.moment });
    return { put_away: true as const };
  },
});
