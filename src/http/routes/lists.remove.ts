import { z } from "zod";
import { endpoint } from "../endpoint.ts";
import { uuidOrMissing } from "../listing.ts";
import { byOf } from "../lookup.ts";

export default endpoint({
  method: "POST",
  path: "/v1/lists/:entry/remove",
  tag: "Reviews",
  permission: "lists:write",
  summary: "Take an entry off its list",
  params: z.object({ entry: z.string() }),
  response: z.object({ removed: z.boolean() }).meta({ id: "ListEntryRemoved" }),
  async handler({ params, caller, services }) {
    await services.risk.removeListed(byOf(caller), uuidOrMissing("lst", params.entry, "list entry"));
    return { removed: true };
  },
});
