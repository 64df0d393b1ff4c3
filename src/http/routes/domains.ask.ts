import { z } from "zod";
import { hostName } from "../../flow/domains.ts";
import { notFound } from "../../flow/refusal.ts";
import { isHost } from "../../store/domains.ts";
import { addressOf } from "../address.ts";
import { count } from "../guard.ts";
import { endpoint } from "../endpoint.ts";
import { PUBLIC } from "../permissions.ts";

export default endpoint({
  method: "GET",
  path: "/v1/domains/ask",
  tag: "Settings",
  permission: PUBLIC,
  summary: "May a certificate be made for this name?",
  description: "For a proxy that makes certificates on demand (Caddy's `ask`): 200 for a verified domain, 404 for any other.",
  query: z.strictObject({ domain: z.string().max(253) }),
  response: z.object({ domain: z.string() }).meta({ id: "DomainAsked" }),
  async handler({ query, request, reply }) {
    await count(request, reply, { policy: "domain_ask", target: addressOf(request.ip) });
    const name = hostName(query.domain);
    if (name === null || !(await isHost(request.server.gv.pool, name))) throw notFound("domain");
    return { domain: name };
  },
});
