import { z } from "zod";
import { endpoint } from "../endpoint.ts";
import { findDeliverable } from "../lookup-share.ts";
import { deliverable } from "../views/share.ts";

export default endpoint({
  method: "GET",
  path: "/v1/deliverables/:deliverable",
  tag: "Deliverables",
  permission: "deliverables:read",
  summary: "Get a deliverable",
  params: z.object({ deliverable: z.string() }),
  response: deliverable,
  handler: ({ params, read }) => read((workspaceId, db) => findDeliverable(workspaceId, db, params.deliverable)),
});
