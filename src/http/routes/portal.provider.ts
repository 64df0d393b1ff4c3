import { readProvider } from "../../store/portal-oidc.ts";
import { notFound } from "../../flow/refusal.ts";
import { endpoint } from "../endpoint.ts";
import { providerView, signInProvider } from "../views/provider.ts";

export default endpoint({
  method: "GET",
  path: "/v1/portal/provider",
  tag: "Portal",
  permission: "settings:read",
  summary: "The provider that staff and partners sign in by",
  response: signInProvider,
  handler: ({ read, request }) =>
    read(async (workspaceId, db) => {
      const row = await readProvider(workspaceId, db);
      if (row === null) throw notFound("provider");
      return await providerView(workspaceId, db, { row, publicUrl: request.server.gv.publicUrl });
    }),
});
