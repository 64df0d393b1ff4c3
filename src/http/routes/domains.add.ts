import { z } from "zod";
import { readDomain } from "../../store/domains.ts";
import { endpoint } from "../endpoint.ts";
import { byOf } from "../lookup.ts";
import { domain, domainView } from "../views/page.ts";

export default endpoint({
  method: "POST",
  path: "/v1/domains",
  tag: "Settings",
  permission: "settings:write",
  summary: "Add a domain for links and pages",
  description: "It counts once its DNS holds the record that is answered here and POST /v1/domains/{domain}/verify has seen it.",
  status: 201,
  body: z.strictObject({ domain: z.string().max(253) }).meta({ id: "DomainWish" }),
  response: domain,
  async handler({ body, caller, services, read, request }) {
    const own = new URL(request.server.gv.publicUrl).hostname;
    const name = await services.pages.addDomain(byOf(caller), { domain: body.domain, own });
    return await read(async (workspaceId, db) => domainView((await readDomain(workspaceId, db, name))!));
  },
});
