import { z } from "zod";
import { externalId } from "../../core/id.ts";
import { endpoint } from "../endpoint.ts";
import { byOf } from "../lookup.ts";

export default endpoint({
  method: "POST",
  path: "/v1/portal-keys",
  tag: "Portal",
  permission: "portal:write",
  summary: "Make a portal key",
  description:
    "Your server signs tokens with it (HS256), so that whoever is signed in with you is signed in to her own side too. The secret is in " +
    "this answer and nowhere else. With a test key it is one of the sandbox.",
  idempotent: "shown_once",
  body: z.strictObject({ name: z.string().max(100).default("") }).meta({ id: "PortalKeyWrite" }),
  response: z
    .object({ id: z.string().describe("`iss` of its tokens."), secret: z.string(), name: z.string() })
    .meta({ id: "NewPortalKey" }),
  status: 201,
  async handler({ body, caller, services }) {
    const { id, secret } = await services.portal.createKey(byOf(caller), body.name);
    return { id: externalId("pky", id), secret, name: body.name };
  },
});
