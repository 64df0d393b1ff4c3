import { z } from "zod";
import { readDomain } from "../../store/domains.ts";
import { endpoint } from "../endpoint.ts";
import { byOf } from "../lookup.ts";
import { domain, domainView } from "../views/page.ts";

export default endpoint({
  method: "POST",
  path: "/v1/domains/:domain/verify",
  tag: "Settings",
  permission: "settings:write",
  summary: "Look at a domain's DNS",
  description: "409 says which record is missing.",
  params: z.object({ domain: z.string().max(253) }),
  response: domain,
  async handler({ params, caller, services, read }) {
    await services.pages.verifyDomain(byOf(caller), params.domain);
    return await read(async (workspaceId, db) => domainView((await readDomain(workspaceId, db, params.domain))!));
  },
});
