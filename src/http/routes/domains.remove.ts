import { z } from "zod";
import { endpoint } from "../endpoint.ts";
import { byOf } from "../lookup.ts";

export default endpoint({
  method: "DELETE",
  path: "/v1/domains/:domain",
  tag: "Settings",
  permission: "settings:write",
  summary: "Remove a domain",
  description: "Links and pages are not answered under it any more, from now on.",
  params: z.object({ domain: z.string().max(253) }),
  response: z.object({ removed: z.literal(true) }).meta({ id: "DomainRemoved" }),
  async handler({ params, caller, services }) {
    await services.pages.removeDomain(byOf(caller), params.domain);
    return { removed: true as const };
  },
});
