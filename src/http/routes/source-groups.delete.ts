import { z } from "zod";
import { endpoint } from "../endpoint.ts";
import { uuidOrMissing } from "../listing.ts";
import { byOf } from "../lookup.ts";

export default endpoint({
  method: "DELETE",
  path: "/v1/source-groups/:group",
  tag: "Outreach",
  permission: "people:write",
  summary: "Delete a group of people who could be asked",
  description: "Plans that were made from it stay.",
  params: z.object({ group: z.string() }),
  response: z.object({ id: z.string(), deleted: z.literal(true) }).meta({ id: "SourceGroupDeleted" }),
  async handler({ params, caller, services }) {
    await services.people.removeGroup(byOf(caller), uuidOrMissing("sgr", params.group, "group"));
    return { id: params.group, deleted: true as const };
  },
});
