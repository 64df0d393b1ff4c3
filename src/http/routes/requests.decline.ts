import { z } from "zod";
import { readRequest } from "../../store/requests.ts";
import { actingBody, actingOf } from "../acting.ts";
import { endpoint } from "../endpoint.ts";
import { uuidOrMissing } from "../listing.ts";
import { byOf } from "../lookup.ts";
import { request, requestView } from "../views/request.ts";

export default endpoint({
  method: "POST",
  path: "/v1/requests/:request/decline",
  tag: "Requests",
  permission: "requests:write",
  member: { body: "acting_as" },
  summary: "Decline a request",
  params: z.object({ request: z.string() }),
  body: actingBody,
  response: request,
  async handler({ params, body, caller, services, read }) {
    const requestId = uuidOrMissing("req", params.request, "request");
    await services.cases.declineRequest(byOf(caller), { acting: await actingOf(read, body), requestId });
    return read(async (workspaceId, db) => requestView((await readRequest(workspaceId, db, requestId))!));
  },
});
