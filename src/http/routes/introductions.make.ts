import { z } from "zod";
import { person } from "../../core/event.ts";
import { readIntroduction } from "../../store/requests.ts";
import { actingAs, actingOf } from "../acting.ts";
import { endpoint } from "../endpoint.ts";
import { byOf, findContact, findPerson } from "../lookup-claims.ts";
import { introduction, introductionView } from "../views/request.ts";

export default endpoint({
  method: "POST",
  path: "/v1/introductions",
  tag: "Requests",
  permission: "requests:write",
  member: { body: "acting_as", contact: "contact" },
  summary: "Introduce somebody to a member, unasked",
  body: z
    .strictObject({
      program: z.string().min(1).max(64),
      to: z.string().max(300).describe("The member who is helped by it."),
      contact: person.describe("Who is introduced."),
      ...actingAs,
    })
    .meta({ id: "IntroductionMake" }),
  response: introduction,
  status: 201,
  async handler({ body, caller, services, read }) {
    const acting = await actingOf(read, body);
    const toId = await read((workspaceId, db) => findPerson(workspaceId, db, body.to));
    const contact = await read((workspaceId, db) => findContact(workspaceId, db, body.contact));
    const id = await services.cases.makeIntroduction(byOf(caller), { acting, program: body.program, toId, contact });
    return read(async (workspaceId, db) => introductionView((await readIntroduction(workspaceId, db, id))!));
  },
});
