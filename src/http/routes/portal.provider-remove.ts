import { z } from "zod";
import { endpoint } from "../endpoint.ts";
import { byOf } from "../lookup.ts";

export default endpoint({
  method: "DELETE",
  path: "/v1/portal/provider",
  tag: "Portal",
  permission: "settings:write",
  summary: "Take the provider away",
  description: "Sessions that began by it go on; they end like others.",
  response: z.object({ removed: z.literal(true) }).meta({ id: "PortalProviderRemoved" }),
  async handler({ caller, services }) {
    await services.portal.removeProvider(byOf(caller));
    return { removed: true as const };
  },
});
