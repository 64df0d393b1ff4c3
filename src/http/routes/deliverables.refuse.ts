import { z } from "zod";
import { endpoint } from "../endpoint.ts";
import { uuidOrMissing } from "../listing.ts";
import { byOf } from "../lookup.ts";
import { findDeliverable } from "../lookup-share.ts";
import { reasonGiven } from "../schemas.ts";
import { deliverable } from "../views/share.ts";

export default endpoint({
  method: "POST",
  path: "/v1/deliverables/:deliverable/refuse",
  tag: "Deliverables",
  permission: "deliverables:write",
  summary: "Send a deliverable back",
  params: z.object({ deliverable: z.string() }),
  body: reasonGiven,
  response: deliverable,
  async handler({ params, body, caller, services, read }) {
    const id = uuidOrMissing("dvr", params.deliverable, "deliverable");
    await services.contests.refuseDeliverable(byOf(caller), { id, reason: body.reason });
    return await read((workspaceId, db) => findDeliverable(workspaceId, db, params.deliverable));
  },
});
