import { z } from "zod";
import { readProvider } from "../../store/portal-oidc.ts";
import { endpoint } from "../endpoint.ts";
import { byOf } from "../lookup.ts";
import { providerView, signInProvider } from "../views/provider.ts";

export default endpoint({
  method: "PUT",
  path: "/v1/portal/provider",
  tag: "Portal",
  permission: "settings:write",
  summary: "Let staff and partners sign in by your own provider",
  description:
    "OpenID Connect: authorization code with PKCE. A person's `sub` there is her user id here; her address counts where the provider " +
    "says that it is verified. The secret is kept sealed and never shown.",
  body: z
    .strictObject({
      issuer: z
        .url({ protocol: /^https?$/ })
        .max(500)
        .describe("As the provider's own description says it, to the letter."),
      client_id: z.string().min(1).max(300),
      client_secret: z.string().min(1).max(500),
      scopes: z
        .string()
        .max(300)
        .regex(/^openid( [\w:./-]+)*$/, "Scopes with blanks between them, openid first.")
        .default("openid email profile"),
      new_people: z.boolean().default(true),
      label: z.string().min(1).max(60).default("Sign in with your account"),
    })
    .meta({ id: "PortalProviderWrite" }),
  response: signInProvider,
  async handler({ body, caller, services, read, request }) {
    const { issuer, scopes, label } = body;
    const wish = { issuer, scopes, label, clientId: body.client_id, clientSecret: body.client_secret, opensToNew: body.new_people };
    await services.portal.setProvider(byOf(caller), wish);
    const { publicUrl } = request.server.gv;
    return await read(async (workspaceId, db) =>
      providerView(workspaceId, db, { row: (await readProvider(workspaceId, db))!, publicUrl }),
    );
  },
});
