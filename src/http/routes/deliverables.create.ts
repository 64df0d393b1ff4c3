import { z } from "zod";
import { externalId } from "../../core/id.ts";
import { endpoint } from "../endpoint.ts";
import { byOf, findPerson } from "../lookup.ts";
import { findDeliverable } from "../lookup-share.ts";
import { deliverable } from "../views/share.ts";

export default endpoint({
  method: "POST",
  path: "/v1/deliverables",
  tag: "Deliverables",
  permission: "deliverables:write",
  member: { body: "person" },
  summary: "Hand in what was made, by its address",
  description: "The same address again answers the same. An address that somebody else has handed in is refused.",
  body: z
    .strictObject({ program: z.string().max(64), person: z.string(), url: z.url({ protocol: /^https?$/ }).max(2000) })
    .meta({ id: "DeliverableWrite" }),
  response: deliverable,
  status: 201,
  async handler({ body, caller, services, read }) {
    const personId = await read((workspaceId, db) => findPerson(workspaceId, db, body.person));
    const { deliverableId } = await services.contests.submitDeliverable(byOf(caller), { program: body.program, personId, url: body.url });
    return await read((workspaceId, db) => findDeliverable(workspaceId, db, externalId("dvr", deliverableId)));
  },
});
