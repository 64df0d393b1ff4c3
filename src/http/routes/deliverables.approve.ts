import { z } from "zod";
import { endpoint } from "../endpoint.ts";
import { uuidOrMissing } from "../listing.ts";
import { byOf } from "../lookup.ts";
import { findDeliverable } from "../lookup-share.ts";
import { deliverable } from "../views/share.ts";

export default endpoint({
  method: "POST",
  path: "/v1/deliverables/:deliverable/approve",
  tag: "Deliverables",
  permission: "deliverables:write",
  summary: "Approve a deliverable",
  description:
    "It becomes an activity `deliverable` that the program's rules pay. Whoever approves says that it tells readers of the pay.",
  params: z.object({ deliverable: z.string() }),
  body: z
    .strictObject({ disclosed: z.literal(true).describe("It says, where nobody misses it, that she is paid.") })
    .meta({ id: "DeliverableApproval" }),
  response: deliverable,
  async handler({ params, caller, services, read }) {
    await services.contests.approveDeliverable(byOf(caller), uuidOrMissing("dvr", params.deliverable, "deliverable"));
    return await read((workspaceId, db) => findDeliverable(workspaceId, db, params.deliverable));
  },
});
