import { z } from "zod";
import { person } from "../../core/event.ts";
import { readIntroduction } from "../../store/requests.ts";
import { actingAs, actingOf } from "../acting.ts";
import { endpoint } from "../endpoint.ts";
import { uuidOrMissing } from "../listing.ts";
import { byOf, findContact } from "../lookup-claims.ts";
import { introduction, introductionView } from "../views/request.ts";

export default endpoint({
  method: "POST",
  path: "/v1/requests/:request/answer",
  tag: "Requests",
  permission: "requests:write",
  member: { body: "acting_as", contact: "contact" },
  summary: "Answer a request with an introduction",
  params: z.object({ request: z.string() }),
  body: z.strictObject({ contact: person.describe("Who is introduced."), ...actingAs }).meta({ id: "RequestAnswer" }),
  response: introduction,
  async handler({ params, body, caller, services, read }) {
    const acting = await actingOf(read, body);
    const requestId = uuidOrMissing("req", params.request, "request");
    const contact = await read((workspaceId, db) => findContact(workspaceId, db, body.contact));
    const id = await services.cases.answerRequest(byOf(caller), { acting, requestId, contact });
    return read(async (workspaceId, db) => introductionView((await readIntroduction(workspaceId, db, id))!));
  },
});
