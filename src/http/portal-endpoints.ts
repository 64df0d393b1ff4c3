/** What the portal reads. */
import type { Endpoint } from "./endpoint.ts";
import portalHome from "./routes/portal.home.ts";

export const portalEndpoints: readonly Endpoint[] = [portalHome];
