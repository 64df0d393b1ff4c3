import { z } from "zod";
import { externalId } from "../../core/id.ts";
import { addressOf } from "../address.ts";
import { endpoint } from "../endpoint.ts";
import { count, refuseCrossSite } from "../guard.ts";
import { PUBLIC } from "../permissions.ts";
import { browserOf, endBrowser, setMember } from "../portal-cookies.ts";

export default endpoint({
  method: "POST",
  path: "/v1/portal/sign-in/code",
  tag: "Portal",
  permission: PUBLIC,
  summary: "Sign in with the code of a mail",
  description: "In the browser that asked for it. Five tries, then the code is dead. Sets the session's cookie.",
  idempotent: false,
  body: z
    .strictObject({
      workspace: z.string().min(1).max(64),
      email: z.string().min(3).max(320),
      code: z.string().regex(/^\d{6}$/, "Six digits."),
    })
    .meta({ id: "PortalCode" }),
  response: z.object({ person: z.string(), program: z.string().nullable() }).meta({ id: "PortalSignedIn" }),
  async handler({ body, services, request, reply }) {
    refuseCrossSite(request);
    await count(request, reply, { policy: "sign_in_code", target: addressOf(request.ip) });
    const { workspace: slug, email, code } = body;
    const entered = await services.portal.redeemCode({ slug, email, code, browser: browserOf(request) });
    setMember(request, reply, entered.cookie);
    endBrowser(request, reply);
    return { person: externalId("per", entered.personId), program: entered.program };
  },
});
