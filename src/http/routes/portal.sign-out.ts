import { z } from "zod";
import { endpoint } from "../endpoint.ts";
import { refuseCrossSite } from "../guard.ts";
import { PUBLIC } from "../permissions.ts";
import { memberOf, setMember } from "../portal-cookies.ts";

export default endpoint({
  method: "POST",
  path: "/v1/portal/sign-out",
  tag: "Portal",
  permission: PUBLIC,
  member: {},
  summary: "Sign a person out",
  description: "Here, or with `everywhere` on every device. A token that a business's server signed is good until it expires.",
  idempotent: false,
  body: z
    .strictObject({ everywhere: z.boolean().default(false) })
    .prefault({})
    .meta({ id: "PortalSignOut" }),
  response: z.object({ signed_out: z.literal(true) }).meta({ id: "PortalSignedOut" }),
  async handler({ body, caller, services, request, reply }) {
    if (request.headers.authorization === undefined) refuseCrossSite(request);
    const cookie = memberOf(request);
    if (cookie !== undefined) await services.portal.endCookie(cookie);
    // Nobody is signed in here where the caller is none: there is nothing else to end.
    const member = (caller as typeof caller | null)?.member;
    if (body.everywhere && member !== undefined)
      await services.portal.endEverywhere({ workspaceId: caller.workspaceId, personId: member.personId });
    if (cookie !== undefined) setMember(request, reply, null);
    return { signed_out: true as const };
  },
});
