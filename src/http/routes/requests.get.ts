import { z } from "zod";
import { notFound } from "../../flow/refusal.ts";
import { readRequest } from "../../store/requests.ts";
import { endpoint } from "../endpoint.ts";
import { ownsRequest } from "../member-owns.ts";
import { uuidOrMissing } from "../listing.ts";
import { request, requestView } from "../views/request.ts";

export default endpoint({
  method: "GET",
  path: "/v1/requests/:request",
  tag: "Requests",
  permission: "requests:read",
  member: { owns: ownsRequest },
  summary: "Get a request",
  params: z.object({ request: z.string() }),
  response: request,
  handler: ({ params, read }) =>
    read(async (workspaceId, db) => {
      const row = await readRequest(workspaceId, db, uuidOrMissing("req", params.request, "request"));
      if (row === null) throw notFound("request");
      return requestView(row);
    }),
});
