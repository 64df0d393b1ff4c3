import { z } from "zod";
import { person as personInput } from "../../core/event.ts";
import { externalId } from "../../core/id.ts";
import { endpoint } from "../endpoint.ts";
import { byOf } from "../lookup.ts";

export default endpoint({
  method: "POST",
  path: "/v1/contests/:contest/free-entry",
  tag: "Contests",
  permission: "contests:write",
  member: { body: "person", as: "person" },
  summary: "Enter a contest without buying or recommending",
  description: "The person joins the program if she has not. How many entries it gives, and how often, is what the program's rules say.",
  params: z.object({ contest: z.string() }),
  body: z.strictObject({ person: personInput }).meta({ id: "FreeEntryWish" }),
  response: z
    .object({
      person: z.string().nullable(),
      entries: z.int(),
      reason: z.enum(["not_open", "over", "no_more", "not_taking_part"]).nullable(),
    })
    .meta({ id: "FreeEntry" }),
  async handler({ params, body, caller, services }) {
    const { personId, entries, reason } = await services.contests.enterFree(byOf(caller), { key: params.contest, person: body.person });
    return { person: personId === null ? null : externalId("per", personId), entries, reason };
  },
});
