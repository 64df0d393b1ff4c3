import { z } from "zod";
import { Refusal } from "../../flow/refusal.ts";
import { readPerson } from "../../store/people.ts";
import { endpoint } from "../endpoint.ts";
import { byOf, findPerson } from "../lookup.ts";
import { person, personView } from "../views/person.ts";

export default endpoint({
  method: "POST",
  path: "/v1/people/:person/merge",
  tag: "People",
  permission: "people:write",
  summary: "Say that two people are one",
  description:
    "The person in the path survives. Two referrals of one program become the earlier; the other is superseded and adjusted to zero. " +
    "It cannot be undone.",
  params: z.object({ person: z.string() }),
  body: z
    .strictObject({
      from: z.string().describe("per_... or user_id:..., who becomes the person in the path."),
      even_with_two_user_ids: z
        .boolean()
        .default(false)
        .describe("Two user ids are two accounts of yours: refused with `merge_refused` unless you say that they are one person."),
    })
    .meta({ id: "Merge" }),
  response: person,
  async handler({ params, body, caller, services, read }) {
    const [intoId, fromId] = await read(
      async (workspaceId, db) =>
        [await findPerson(workspaceId, db, params.person), await findPerson(workspaceId, db, body.from)] as const,
    );
    if (intoId === fromId) throw new Refusal("merge_refused", "These are one person already.");
    await services.mergePeople(byOf(caller), { fromId, intoId, evenWithTwoUserIds: body.even_with_two_user_ids });
    return await read(async (workspaceId, db) => personView((await readPerson(workspaceId, db, intoId))!));
  },
});
