import { z } from "zod";
import { listDomains } from "../../store/domains.ts";
import { endpoint } from "../endpoint.ts";
import { domain, domainView } from "../views/page.ts";

export default endpoint({
  method: "GET",
  path: "/v1/domains",
  tag: "Settings",
  permission: "settings:read",
  summary: "List the workspace's own domains",
  response: z.object({ data: z.array(domain) }),
  handler: ({ read }) => read(async (workspaceId, db) => ({ data: (await listDomains(workspaceId, db)).map(domainView) })),
});
