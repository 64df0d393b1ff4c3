/** A business's own provider as the API shows it: never the secret. */
import { z } from "zod";
import type { Client } from "../../store/db.ts";
import type { ProviderRow } from "../../store/portal-oidc.ts";
import { readWorkspace } from "../../store/workspaces.ts";

export const signInProvider = z
  .object({
    issuer: z.string(),
    client_id: z.string(),
    scopes: z.string(),
    new_people: z.boolean().describe("Whether somebody whom we do not know may come in by it."),
    label: z.string().describe("On the button."),
    redirect_uri: z.string().describe("Tell the provider this address."),
    start_url: z.string().describe("Where people begin."),
  })
  .meta({ id: "PortalProvider" });

export async function providerView(
  workspaceId: string,
  db: Client,
  of: { row: ProviderRow; publicUrl: string },
): Promise<z.input<typeof signInProvider>> {
  const { issuer, client_id, scopes, opens_to_new: new_people, label } = of.row;
  const start_url = `${of.publicUrl}/p/${(await readWorkspace(workspaceId, db))!.slug}/oidc`;
  return { issuer, client_id, scopes, new_people, label, redirect_uri: `${start_url}/callback`, start_url };
}
